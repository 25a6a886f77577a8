import type { Briefing, Fact } from '../types.ts';

/** Longer titles are cut at a clause, never inside one. */
const LONGEST = 130;

/**
 * Give the briefing its title: the editor's, else the words of its main fact, without the stop.
 *
 * @param main The first fact of the bottom line.
 */
export function titleOf(given: string | undefined, main: Fact | undefined): Briefing['title'] {
  if (given !== undefined) return { text: given, basis: 'editor', fact: null };
  if (!main) return { text: 'Briefing', basis: 'editor', fact: null };
  const words = main.statement.text.replace(/ \[[^\]]*\]/gu, '').replace(/\.$/u, '');
  return { text: shortened(words), basis: 'fact', fact: main.id };
}

function shortened(words: string): string {
  if (words.length <= LONGEST) return words;
  const clause = words.slice(0, LONGEST).lastIndexOf(', ');
  return clause > LONGEST / 2 ? words.slice(0, clause) : words;
}
