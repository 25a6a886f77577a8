import type { Quotation, Span, Token } from '../types.ts';

/** A part of a sentence that states something of its own. */
export interface Proposition extends Span {
  /** The subject, with its auxiliary where that is shared too, when the part lacks its own. */
  readonly lead: Span | null;
  /** Stretches inside the part that are parts of their own. */
  readonly without: readonly Span[];
  /** Whether it stands outside what the sentence lays in someone's mouth. */
  readonly unspoken: boolean;
}

/** A part of a sentence while it is taken apart. */
export interface Part extends Omit<Proposition, keyof Span> {
  /** What is quoted or was taken out has neither text nor tag, so that nothing is found there. */
  readonly tokens: readonly Token[];
  /** How many tokens at its beginning join it to the sentence before, or name a place. */
  readonly opening: number;
  /** Whether it is not to be taken apart further. */
  readonly closed: boolean;
}

/** What becomes a part: a stretch of tokens, the end not in it. */
export interface Cut extends Partial<Pick<Part, 'lead' | 'unspoken' | 'closed'>> {
  readonly from: number;
  readonly to: number;
  /** What is taken out of it, to be a part of its own. */
  readonly hole?: { readonly from: number; readonly to: number };
}

/** A way in which one sentence states two things. It takes a part apart once, or not. */
export type Split = (part: Part) => readonly Cut[] | undefined;

/**
 * Take a sentence apart into the propositions that it makes, each a stretch of the sentence.
 *
 * Only splits that cannot change the meaning are made: nothing is taken out of what someone says
 * or thinks, and nothing out of a condition. What is not certain stays whole.
 *
 * @param opening The connective or dateline that the sentence begins with.
 * @param splits Tried in this order.
 * @returns Two or more parts in order that together cover the sentence, save the conjunctions
 *   between them; nothing when the sentence makes one.
 */
export function propositionsOf(
  tokens: readonly Token[],
  quotations: readonly Quotation[],
  opening: Span | undefined,
  splits: readonly Split[],
): readonly Proposition[] {
  const isQuoted = ({ start }: Token) =>
    quotations.some((quotation) => start > quotation.start && start < quotation.end - 1);
  const sentence: Part = {
    tokens: tokens.map((token) => (isQuoted(token) ? hidden(token) : token)),
    opening: opening ? tokens.filter(({ end }) => end <= opening.end).length : 0,
    lead: null,
    without: [],
    unspoken: false,
    closed: false,
  };
  const parts = takeApart(sentence, splits);
  return parts.length < 2 ? [] : parts.map(finished).sort((a, b) => a.start - b.start);
}

function takeApart(part: Part, splits: readonly Split[]): readonly Part[] {
  if (part.closed) return [part];
  for (const split of splits) {
    const cuts = split(part);
    if (cuts) return cuts.flatMap((cut) => takeApart(partOf(part, cut), splits));
  }
  return [part];
}

/** A part of a part. */
function partOf(part: Part, { from, to, hole, ...cut }: Cut): Part {
  const tokens = part.tokens.slice(from, to);
  const { start, end } = spanOf(tokens);
  const gaps = hole ? [spanOf(part.tokens.slice(hole.from, hole.to))] : [];
  return {
    lead: from === 0 ? part.lead : null,
    unspoken: part.unspoken,
    closed: false,
    ...cut,
    tokens: tokens.map((token, index) =>
      hole && index + from >= hole.from && index + from < hole.to ? hidden(token) : token,
    ),
    opening: from === 0 ? part.opening : 0,
    without: [...part.without, ...gaps].filter((gap) => gap.start >= start && gap.end <= end),
  };
}

/** A token that no split stumbles over. */
const hidden = (token: Token): Token => ({ ...token, text: '', norm: '', lemma: '', tag: 'X' });

const spanOf = (tokens: readonly Token[]): Span => ({
  start: tokens[0]?.start ?? 0,
  end: tokens.at(-1)?.end ?? 0,
});

function finished({ tokens, lead, without, unspoken }: Part): Proposition {
  const stops = /^[,;–—]$/u.test(tokens.at(-1)?.text ?? '');
  return { ...spanOf(stops ? tokens.slice(0, -1) : tokens), lead, without, unspoken };
}
