import type { Quotation, Span } from '../types.ts';
import type { Attributed } from './attribution.ts';

/** Who says a sentence of direct speech that does not tell it itself. */

interface Paragraph {
  readonly sentences: readonly Span[];
  readonly quotations: readonly Quotation[];
  /** Who says each sentence, as far as it tells. */
  readonly said: readonly (readonly Attributed[])[];
  /** Who is speaking when the paragraph begins, where that is certain. */
  readonly carried: readonly Attributed[];
}

/**
 * Find who says a sentence of direct speech from its neighbors, the surest first: who says the rest
 * of the same quotation, whoever was quoted last in the paragraph, whoever is quoted next in it,
 * who was speaking when it began, and whoever else is named in it.
 *
 * @param at Index of the sentence.
 */
export function speakerNearby(paragraph: Paragraph, at: number): readonly Attributed[] {
  const { said, carried } = paragraph;
  const places = said.flatMap((found, index) => (found.length > 0 ? [index] : []));
  const together = places.find((index) => shareQuotation(paragraph, index, at));
  if (together !== undefined) return said[together] ?? [];
  const quoting = places.filter((index) => hasQuotation(paragraph, index));
  const near = quoting.findLast((index) => index < at) ?? quoting.find((index) => index > at);
  if (near !== undefined) return said[near] ?? [];
  if (carried.length > 0) return carried;
  const [any] = places;
  return any === undefined ? [] : (said[any] ?? []);
}

const hasQuotation = ({ sentences, quotations }: Paragraph, at: number): boolean =>
  quotations.some((quotation) => overlaps(quotation, sentences[at]));

const shareQuotation = ({ sentences, quotations }: Paragraph, a: number, b: number): boolean =>
  quotations.some(
    (quotation) => overlaps(quotation, sentences[a]) && overlaps(quotation, sentences[b]),
  );

const overlaps = (a: Span, b: Span | undefined): boolean =>
  b !== undefined && a.start < b.end && b.start < a.end;

/** A paragraph that has been read, as far as the next one needs it. */
export interface Before {
  readonly text: string;
  /** Who was quoted in it, sentence by sentence. */
  readonly quoted: readonly (readonly Attributed[])[];
}

/**
 * Find who is still speaking when a paragraph begins: where it goes on with a quotation that was
 * never closed, where the one before ends in a colon, and where it is nothing but speech and one
 * person alone was quoted before.
 *
 * @param next Whether it goes on quoting, and whether it is speech alone.
 */
export function carriedOver(
  { text, quoted }: Before,
  next: { readonly continues: boolean; readonly speechAlone: boolean },
): readonly Attributed[] {
  const spoken = quoted.filter((found) => found.length > 0);
  const last = (spoken.at(-1) ?? []).map(({ chain }) => ({ chain, aside: null }));
  if (next.continues || /:\s*$/u.test(text)) return last;
  const names = new Set(spoken.map(([first]) => first?.chain[0]?.name));
  const [only] = last;
  return next.speechAlone && names.size === 1 && only?.chain[0]?.kind === 'person' ? last : [];
}
