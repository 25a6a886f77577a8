import { connectiveOf, datelineOf } from '../../src/extract/connectives.ts';
import { SPLITS } from '../../src/extract/index.ts';
import { type Proposition, propositionsOf } from '../../src/extract/propositions.ts';
import { quotationsOf } from '../../src/extract/quotations.ts';
import { tokenize } from '../../src/extract/tokens.ts';
import type { Span } from '../../src/types.ts';

/** The propositions that a sentence makes, as `extract` would find them. */
export function propositions(text: string): readonly Proposition[] {
  const tokens = tokenize(text);
  const opening = datelineOf(tokens) ?? connectiveOf(tokens);
  return propositionsOf(tokens, quotationsOf(text), opening, SPLITS);
}

const cut = (text: string, { start, end }: Span) => text.slice(start, end);

/** Each part as it would be read: with its subject, and without what is a part of its own. */
export const parts = (text: string): readonly string[] =>
  propositions(text).map(({ lead, without, ...part }) => {
    const gaps = without.map((gap) => cut(text, gap));
    const own = gaps.reduce((rest, gap) => rest.replace(gap, ''), cut(text, part));
    return lead ? `[${cut(text, lead)}] ${own}` : own;
  });
