import { HEARSAY } from '../language/hearsay.ts';
import { modalityOf, polarityOf } from '../language/modality.ts';
import { tokensIn } from '../language/token-spans.ts';
import type { Attribution, Modality, Polarity, Strength, Token } from '../types.ts';
import type { Relation } from './relations.ts';

/** How far a report stands behind a claim, and what the claim's proposition is like. */
export interface Assertion {
  readonly strength: Strength;
  readonly polarity: Polarity;
  readonly modality: Modality;
}

interface Stating {
  /** Of the claim. */
  readonly tokens: readonly Token[];
  /** From who hands all of it on to who hands on all of that. */
  readonly path: readonly Relation[];
  readonly chain: readonly Attribution[];
  /** Whether a token stands in a quotation, where the reporter does not speak. */
  readonly isQuoted: (token: Token) => boolean;
}

/**
 * Tell how a claim is asserted: how far the report stands behind it, and of what it says, without
 * who says so, whether it is denied and how it holds. "The mayor denied that the bridge was shut"
 * is denied, and its proposition affirmed: the bridge was shut.
 */
export function assertionOf(stating: Stating): Assertion {
  const { tokens, path, chain, isQuoted } = stating;
  const last = path.at(-1);
  const said = last ? tokensIn(tokens, ...last.content) : tokens;
  const proposition = said.length > 0 ? said : tokens;
  const told = path.findLast(({ strength }) => strength !== 'attributed') ?? last;
  const alleged = tokens.some((token) => HEARSAY.has(token.norm) && !isQuoted(token));
  const strength = told?.strength ?? (chain.length > 0 ? 'attributed' : 'stated');
  return {
    strength:
      alleged && (strength === 'stated' || strength === 'attributed') ? 'alleged' : strength,
    polarity: polarityOf(proposition),
    modality: modalityOf(proposition, path.length > 0),
  };
}
