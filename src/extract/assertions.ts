import { modalityOf, polarityOf } from '../language/modality.ts';
import type { Attribution, Modality, Polarity, Span, Strength, Token } from '../types.ts';
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
  /** All that its sentence hands on from others. */
  readonly relations: readonly Relation[];
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
  const { tokens, relations, chain, isQuoted } = stating;
  const path = pathOf(tokens, relations);
  const last = path.at(-1);
  const said = last ? within(tokens, last.content) : tokens;
  const proposition = said.length > 0 ? said : tokens;
  const told = path.findLast(({ strength }) => strength !== 'attributed') ?? last;
  const alleged = tokens.some((token) => HEARSAY.has(token.norm) && !isQuoted(token));
  const strength = told?.strength ?? (chain.length > 0 ? 'attributed' : 'stated');
  return {
    strength:
      alleged && (strength === 'stated' || strength === 'attributed') ? 'alleged' : strength,
    polarity: polarityOf(proposition),
    modality: modalityOf(proposition),
  };
}

/** Adverbs by which a reporter does not vouch for what a sentence states. */
const HEARSAY: ReadonlySet<string> = new Set(
  'reportedly allegedly purportedly supposedly rumored rumoured'.split(' '),
);

/** From who hands the whole claim on to who hands on all of that: "the mayor said he hoped to …". */
function pathOf(tokens: readonly Token[], relations: readonly Relation[]): readonly Relation[] {
  const first = mainRelation(tokens, relations);
  if (!first) return [];
  const inner = within(tokens, first.content);
  const others = relations.filter((other) => other !== first);
  const next = inner.length < tokens.length ? mainRelation(inner, others) : undefined;
  return next ? [first, next] : [first];
}

/** The relation by which all of a stretch is handed on: by its main verb, or from its edge. */
export function mainRelation(
  tokens: readonly Token[],
  relations: readonly Relation[],
): Relation | undefined {
  const start = tokens[0]?.start ?? 0;
  const end = tokens.at(-1)?.end ?? 0;
  const inside = relations.filter(
    ({ cue, negated }) => !negated && cue.start >= start && cue.end <= end,
  );
  return inside.find((relation) => handsOnAll(tokens, relation));
}

/** Share of the words from which on a stretch is all handed on. */
const MOST = 0.6;

function handsOnAll(tokens: readonly Token[], { cue, source, content }: Relation): boolean {
  const verb = tokens.findIndex(({ start, end }) => start >= cue.start && end <= cue.end);
  const covered = within(tokens, [cue, ...(source ? [source] : []), ...content]);
  // Where it stands in a clause of another kind, that clause's opener is left over.
  const opener = tokens
    .slice(0, verb)
    .some((token) => OPENERS.has(token.norm) && !covered.includes(token));
  return verb >= 0 && !opener && covered.length >= tokens.length * MOST;
}

/** Words that open a clause inside another one: "after officials said …". */
const OPENERS: ReadonlySet<string> = new Set(
  'after although as because before but if since though unless until when whereas while who whose'.split(
    ' ',
  ),
);

const within = (tokens: readonly Token[], spans: readonly Span[]): readonly Token[] =>
  tokens.filter((token) =>
    spans.some(({ start, end }) => token.start >= start && token.end <= end),
  );
