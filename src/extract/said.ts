import { uniqueLinks } from '../chains.ts';
import { tensedVerbs } from '../language/clauses.ts';
import { FROM_REPORTS, UNNAMED_REPORT } from '../language/hearsay.ts';
import { tokensIn } from '../language/token-spans.ts';
import type { Attribution, Token } from '../types.ts';
import type { Told } from './antecedents.ts';
import type { Attributed } from './attribution.ts';
import type { Relation } from './relations.ts';

interface Stretch {
  readonly tokens: readonly Token[];
  /** Who says it by the strict reading, with what may move into the citation. */
  readonly strict: readonly Attributed[];
  /** All that its sentence hands on. */
  readonly told: readonly Told[];
  /** Whether a token stands in a quotation, where the reporter does not speak. */
  readonly isQuoted: (token: Token) => boolean;
}

/**
 * Say who says a stretch of a sentence. Where the strict reading finds it, its chain counts, with
 * where it was said added; otherwise whoever the stretch as a whole is handed on from, if it was
 * uttered. Nothing may be left out of a statement because of the latter.
 */
export function saidIn({ tokens, strict, told, isQuoted }: Stretch): readonly Attributed[] {
  const spoken = told.filter(({ relation, chain }) => relation.spoken && chain.length > 0);
  const main = mainRelation(
    tokens,
    spoken.map(({ relation }) => relation),
  );
  const found = spoken.find(({ relation }) => relation === main)?.chain ?? [];
  const reports =
    tokens.some((token) => FROM_REPORTS.has(token.norm) && !isQuoted(token)) ||
    isReported(tokens, told);
  const [first, ...others] = strict;
  const chain = first ? [...first.chain, ...found.filter(isPlace)] : found;
  const whole = uniqueLinks(reports ? [...chain, REPORT] : chain);
  if (whole.length === 0) return [];
  return [{ chain: whole, aside: first?.aside ?? null }, ...others];
}

/** "Two are reported to have been hurt": by whom, the report does not say. */
const isReported = (tokens: readonly Token[], told: readonly Told[]): boolean =>
  told.some(
    ({ relation: { source, cue, strength } }) =>
      source === null &&
      strength === 'alleged' &&
      tokensIn(tokens, cue).at(-1)?.norm === 'reported',
  );

/** What "reportedly" stands for. */
const REPORT: Attribution = { name: UNNAMED_REPORT, kind: 'unnamed' };

const isPlace = ({ kind }: Attribution): boolean =>
  kind === 'document' || kind === 'occasion' || kind === 'outlet' || kind === 'agency';

/** From who hands the whole claim on to who hands on all of that: "the mayor said he hoped to …". */
export function pathOf(
  tokens: readonly Token[],
  relations: readonly Relation[],
): readonly Relation[] {
  const first = mainRelation(tokens, relations);
  if (!first) return [];
  const inner = tokensIn(tokens, ...first.content);
  const others = relations.filter((other) => other !== first);
  const next = inner.length < tokens.length ? mainRelation(inner, others) : undefined;
  return next ? [first, next] : [first];
}

/** The relation by which all of a stretch is handed on: by its main verb, or from its edge. */
function mainRelation(
  tokens: readonly Token[],
  relations: readonly Relation[],
): Relation | undefined {
  const start = tokens[0]?.start ?? 0;
  const end = tokens.at(-1)?.end ?? 0;
  const inside = relations.filter(
    ({ cue, negated, strength }) =>
      !negated && strength !== 'stated' && cue.start >= start && cue.end <= end,
  );
  return inside.find((relation) => handsOnAll(tokens, relation));
}

/** Share of the words from which on a stretch is all handed on. */
const MOST = 0.6;

function handsOnAll(tokens: readonly Token[], relation: Relation): boolean {
  const { cue, source, content } = relation;
  const behind = content.at(-1);
  // Between the verb and what it hands on stands who was told, and where.
  const told = behind && behind.start > cue.start ? { start: cue.start, end: behind.end } : cue;
  const covered = tokensIn(tokens, told, ...(source ? [source] : []), ...content);
  const from = tokens.findIndex(
    ({ start }) => start >= Math.min(cue.start, source?.start ?? cue.start),
  );
  const opened = [from - 1, from].some((at) => OPENERS.has(tokens[at]?.norm ?? ''));
  const beside = isBeside(tokens, relation, tokens[from - 1]);
  return (
    (!opened || beside) && covered.length >= (tokens.length - introLength(tokens, from)) * MOST
  );
}

/** "As the agency reported, …", "…, as the mayor put it": what is handed on stands beside it. */
const isBeside = (
  tokens: readonly Token[],
  { cue, content }: Relation,
  opener: Token | undefined,
): boolean =>
  opener?.norm === 'as' &&
  content.every(
    ({ start, end }) =>
      end <= opener.start ||
      tokens.some((token) => token.text === ',' && token.start >= cue.end && token.end <= start),
  );

/**
 * How many tokens come first that say nothing of what is handed on: "At a briefing on Monday, …",
 * "The mayor was asked about the bridge, and …".
 */
function introLength(tokens: readonly Token[], from: number): number {
  const to = tokens[from - 1]?.tag === 'CCONJ' ? from - 1 : from;
  const intro = tokens.slice(0, to);
  const asked = intro.some(({ lemma, tag }) => tag === 'VERB' && lemma === 'ask');
  return intro.at(-1)?.text === ',' && (asked || tensedVerbs(intro).length === 0) ? from : 0;
}

/** Words that open a clause inside another one: "after officials said …", "who said …". */
const OPENERS: ReadonlySet<string> = new Set(
  'after although as because before if since though unless until when whereas while who which whose'.split(
    ' ',
  ),
);
