import { certainClaims } from '../facts.ts';
import { isNoted, noteId } from '../paragraphs.ts';
import type { Fact } from '../types.ts';
import type { versionOf } from './fact-row.ts';
import type { Lookup } from './lookup.ts';

/** Names and words that notes share with other parts of the page. */
interface Sharing {
  readonly versionOf: typeof versionOf;
}

/**
 * The notes, one a paragraph and of its number: what its statement is made from, passage by passage.
 * Where the words of the statement are one passage whole there is nothing to add.
 */
export function notesOf(lookup: Lookup, sharing: Sharing) {
  return lookup.briefing.facts
    .flatMap((fact) => {
      const paragraph = lookup.paragraph(fact.id);
      return paragraph === null || !isNoted(fact)
        ? []
        : [noteOf(fact, { paragraph, lookup, ...sharing })];
    })
    .sort((a, b) => a.paragraph - b.paragraph);
}

function noteOf(
  fact: Fact,
  { paragraph, lookup, versionOf }: Sharing & { paragraph: number; lookup: Lookup },
) {
  return {
    id: noteId(paragraph),
    paragraph,
    fact: fact.id,
    passages: certainClaims(fact).map((claim) => ({
      id: lookup.note(claim.id),
      number: lookup.report(claim.report)?.number ?? null,
      ...versionOf(claim, fact, lookup),
    })),
  };
}
