import type { Aside, Quotation, Span } from '../types.ts';
import type { Attributed } from './attribution.ts';
import type { Proposition } from './propositions.ts';

/** What a statement may leave out of a claim. */

/**
 * Who says a part of a sentence, without asides that the whole sentence forbids: "officials said
 * it was safe, although engineers doubt it".
 */
export function withAsidesOf(
  whole: readonly Attributed[],
  part: readonly Attributed[],
): readonly Attributed[] {
  return part.map((said) => {
    const kept = whole.find(({ chain }) => chain[0]?.name === said.chain[0]?.name);
    return kept && !kept.aside ? { ...said, aside: null } : said;
  });
}

/** What is known of a claim's words when its asides are found. */
interface Words {
  /** What they begin with that says nothing of its own. */
  readonly opening: Span | undefined;
  readonly said: readonly Attributed[];
  readonly part: Proposition;
  readonly quotations: readonly Quotation[];
}

/** List what a statement may leave out of a claim, in order. */
export function asidesOf({ opening, said, part, quotations }: Words): Aside[] {
  // Inside a quotation nothing is left out.
  const spoken = quotations.some(({ start, end }) => part.start > start && part.start < end);
  const connective = spoken ? undefined : opening;
  return [
    ...(connective ? [{ ...connective, reason: 'connective' as const }] : []),
    ...said.flatMap(({ aside }) => (aside ? [{ ...aside, reason: 'attribution' as const }] : [])),
    ...part.without.map((gap) => ({ ...gap, reason: 'other-claim' as const })),
  ].sort((a, b) => a.start - b.start);
}
