import { certainClaims } from './facts.ts';
import { bareText } from './trees.ts';
import type { Briefing, Claim, Fact, Section } from './types.ts';

/*
 * Facts that are told in full are numbered paragraphs, so that a reader can say "paragraph 12"; each has
 * a note of that number where there is more to show than its words: the passages that it is made from.
 */

/** Id of a fact → the number of its paragraph, from 1, in the order in which the parts tell them. */
export function paragraphsOf({
  sections,
}: Pick<Briefing, 'sections'>): ReadonlyMap<string, number> {
  const told = toldIn(sections);
  const leading = sections.flatMap((part) =>
    part.kind === 'bottom-line' ? part.facts.filter((id) => !told.has(id)) : [],
  );
  const order = new Set(
    sections.flatMap((part) => (part.kind === 'bottom-line' ? leading : factsTold(part))),
  );
  return new Map([...order].map((id, index) => [id, index + 1]));
}

/** Ids of the facts that a part tells in full: where it leads alone, a fact has no place but there. */
export const toldIn = (sections: readonly Section[]): ReadonlySet<string> =>
  new Set(sections.flatMap(factsTold));

/** Ids of the facts of a part, in the order in which it tells them. */
function factsTold(section: Section): readonly string[] {
  if ('groups' in section) return section.groups.flatMap(({ facts }) => facts);
  if (section.kind !== 'speakers') return [];
  const speakers = [...new Set(section.utterances.map(({ speaker }) => speaker))];
  return speakers.flatMap((name) =>
    section.utterances.filter(({ speaker }) => speaker === name).map(({ fact }) => fact),
  );
}

/**
 * Whether a fact has more to show than its words: several passages, or one that the statement cuts,
 * completes or spells otherwise.
 */
export function isNoted(fact: Fact): boolean {
  const [only, ...more] = certainClaims(fact);
  if (!only || more.length > 0) return more.length > 0;
  return lettersOf(bareText(fact.statement)) !== lettersOf(passageOf(only));
}

/** What a claim says, its subject before it where it stands apart. */
export const passageOf = ({ lead, exact }: Claim): string =>
  lead ? `${lead.exact} … ${exact}` : exact;

const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');

/** Id of the note of a paragraph. */
export const noteId = (paragraph: number): string => `note-${paragraph}`;

/** Id of a claim → that of its passage in the notes, for facts that have one. */
export function notedPassages(briefing: Briefing): ReadonlyMap<string, string> {
  const numbers = paragraphsOf(briefing);
  return new Map(
    briefing.facts.flatMap((fact) => {
      const paragraph = numbers.get(fact.id);
      if (paragraph === undefined || !isNoted(fact)) return [];
      return certainClaims(fact).map(({ id }, index): [string, string] => [
        id,
        `${noteId(paragraph)}-${index + 1}`,
      ]);
    }),
  );
}
