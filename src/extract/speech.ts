import { UNNAMED_REPORT } from '../language/hearsay.ts';
import { overlap } from '../spans.ts';
import type { Quotation, Span } from '../types.ts';
import type { Attributed } from './attribution.ts';

/** Who says a sentence of direct speech that does not tell it itself. */

/** A paragraph whose sentences have been read one by one. */
export interface Read {
  readonly text: string;
  readonly sentences: readonly Span[];
  readonly quotations: readonly Quotation[];
  /** Whether it goes on with a quotation that the paragraph before never closed. */
  readonly continues: boolean;
  /** Who says each sentence, as far as it tells. */
  readonly own: readonly (readonly Attributed[])[];
}

/** A paragraph with who says each of its sentences, its neighbors asked. */
export interface Spoken extends Read {
  readonly said: readonly (readonly Attributed[])[];
}

/**
 * Say who says each sentence of a paragraph. One of direct speech that does not tell it is said by
 * whoever its neighbors show.
 *
 * @param before The paragraph before it; absent for the first.
 */
export function withSpeakers(paragraph: Read, before: Spoken | undefined): Spoken {
  const { own, sentences, quotations } = paragraph;
  const carried = before ? carriedOver(before, paragraph) : [];
  const said = own.map((found, at) => {
    const silent = found.length === 0 && inSpeech(sentences[at], quotations);
    return silent ? unmoved(speakerNearby(paragraph, at, carried)) : found;
  });
  return { ...paragraph, said };
}

/** What stands in another sentence cannot be left out of this one. */
const unmoved = (said: readonly Attributed[]): readonly Attributed[] =>
  said.map(({ chain }) => ({ chain, aside: null }));

/** Whether most of a sentence is direct speech. */
export function inSpeech(sentence: Span | undefined, quotations: readonly Quotation[]): boolean {
  if (!sentence) return false;
  const { start, end } = sentence;
  const spoken = quotations
    .filter(({ speech }) => speech)
    .reduce(
      (sum, quotation) =>
        sum + Math.max(0, Math.min(end, quotation.end) - Math.max(start, quotation.start)),
      0,
    );
  return spoken * 2 > end - start;
}

/**
 * Find who says a sentence of direct speech from its neighbors, the surest first: who says the rest
 * of the same quotation, whoever was quoted last in the paragraph, whoever is quoted next in it,
 * who was speaking when it began, and whoever else is named in it.
 */
function speakerNearby(
  paragraph: Read,
  at: number,
  carried: readonly Attributed[],
): readonly Attributed[] {
  const { own } = paragraph;
  const places = own.flatMap((found, index) => (found.some(speaks) ? [index] : []));
  const together = places.find((index) => shareQuotation(paragraph, index, at));
  if (together !== undefined) return own[together] ?? [];
  const quoting = places.filter((index) => hasQuotation(paragraph, index));
  const near = quoting.findLast((index) => index < at) ?? quoting.find((index) => index > at);
  if (near !== undefined) return own[near] ?? [];
  if (carried.length > 0) return carried;
  const [any] = places;
  return any === undefined ? [] : (own[any] ?? []);
}

/** Whether somebody is named: what "reportedly" stands for speaks no words. */
const speaks = ({ chain }: Attributed): boolean =>
  chain.some(({ name }) => name !== UNNAMED_REPORT);

const hasQuotation = ({ sentences, quotations }: Read, at: number): boolean =>
  quotations.some((quotation) => overlaps(quotation, sentences[at]));

const shareQuotation = ({ sentences, quotations }: Read, a: number, b: number): boolean =>
  quotations.some(
    (quotation) => overlaps(quotation, sentences[a]) && overlaps(quotation, sentences[b]),
  );

const overlaps = (a: Span, b: Span | undefined): boolean => b !== undefined && overlap(a, b);

/**
 * Find who is still speaking when a paragraph begins: where it goes on with a quotation that was
 * never closed, where the one before ends in a colon, and where it is nothing but speech and one
 * person alone was quoted before.
 */
function carriedOver(before: Spoken, next: Read): readonly Attributed[] {
  const quoted = before.said.filter((found, at) => found.length > 0 && hasQuotation(before, at));
  const last = quoted.at(-1) ?? [];
  if (next.continues) return last;
  if (/:\s*$/u.test(before.text)) return before.said.at(-1) ?? [];
  const names = new Set(quoted.map(([first]) => first?.chain[0]?.name));
  const speechAlone = next.sentences.every(
    (sentence, at) => inSpeech(sentence, next.quotations) && next.own[at]?.length === 0,
  );
  const certain = speechAlone && names.size === 1 && last[0]?.chain[0]?.kind === 'person';
  return certain ? last : [];
}
