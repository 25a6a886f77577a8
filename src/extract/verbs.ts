import type { Token, Verb } from '../types.ts';

/** List the verbs of a claim, without auxiliaries: what is said to happen or to be done. */
export const verbsOf = (tokens: readonly Token[]): readonly Verb[] =>
  tokens
    .filter(({ tag, text }) => tag === 'VERB' && /^\p{L}/u.test(text))
    .map(({ lemma, start, end }) => ({ lemma, start, end }));
