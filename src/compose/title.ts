import { withoutGlosses } from '../edited.ts';
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
  const words = withoutGlosses(main.statement.text).replace(/\.$/u, '');
  return { text: shortened(words), basis: 'fact', fact: main.id };
}

/** Words that a title's beginning may not end with: what they announce would be cut off. */
const DANGLING =
  /\b(?:that|who|which|where|when|and|but|or|as|of|to|with|by|from|a|an|the|after|before)$/iu;
/** Words that begin a clause which cannot stand without the one behind the comma. */
const SUBORDINATE =
  /^(?:after|as|when|while|if|since|although|though|before|because|in|on|at|\S+ \S+ (?:after|before))\b/iu;

/** A comma that begins a clause or participle; other commas may be of a list, which must be whole. */
const CLAUSE =
  /, (?=(?:which|who|where|when|while|but|as|after|although|though|according|even)\b|\p{Ll}+ing\b)/gu;

/** Cut a long title at the last clause that can go; leave it where none can. */
function shortened(words: string): string {
  if (words.length <= LONGEST || SUBORDINATE.test(words)) return words;
  const cuts = Array.from(words.matchAll(CLAUSE), ({ index }) => index);
  const cut = cuts.findLast(
    (at) => at <= LONGEST && at > LONGEST / 3 && !DANGLING.test(words.slice(0, at)),
  );
  return cut === undefined ? words : words.slice(0, cut);
}
