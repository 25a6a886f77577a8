import type { Span, Token } from '../types.ts';

/** The tokens that lie wholly in any of the spans, in their order. */
export const tokensIn = (tokens: readonly Token[], ...spans: readonly Span[]): readonly Token[] =>
  tokens.filter((token) =>
    spans.some(({ start, end }) => token.start >= start && token.end <= end),
  );
