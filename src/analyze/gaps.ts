import { bucketsOf } from '../buckets.ts';
import { certainClaims, claimsById, ownClaims, statedBy } from '../facts.ts';
import { IDENTIFIED, REASON, UNKNOWN_DOERS, VAGUE_COUNT, VIOLENCE } from '../language/reasons.ts';
import { IDLE_STEMS } from '../language/stop-words.ts';
import { type Unknown, unknownIn } from '../language/unknowns.ts';
import { stems } from '../language/words.ts';
import { leadingFacts, mainFact } from '../leading.ts';
import { isQuoted } from '../spans.ts';
import { statementOf } from '../statement.ts';
import type { Claim, Fact, Gap, Origin } from '../types.ts';

/**
 * List what no report answers: what reports say is not known, and what a reader would ask about the
 * main fact. A question that is wrongly listed is worse than one that is missing: each rule gives
 * way where any report may hold the answer.
 *
 * @param origins A fact's id → its independent origins.
 */
export function gapsOf(
  facts: readonly Fact[],
  origins: Readonly<Record<string, readonly Origin[]>>,
): readonly Gap[] {
  const claims = [...claimsById(facts).values()];
  const leading = leadingFacts(facts);
  // Without a fact that leads there is no main thing to ask about.
  const main = leading.length > 0 ? mainFact(leading, facts) : undefined;
  return [...saidGaps(facts, claims), ...(main ? mainGaps(main, claims, origins) : [])];
}

// ---------------------------------------------------------------------------------------------
// What reports say is not known

function saidGaps(facts: readonly Fact[], claims: readonly Claim[]): readonly Gap[] {
  const having = claimsByStem(claims);
  return facts.flatMap((fact): Gap[] => {
    const open = ownClaims(fact).flatMap((claim) => {
      const unknown = saidOpenIn(claim);
      return unknown && !isAnswered(claim, unknown, having) ? [{ claim, unknown }] : [];
    });
    const [first] = open;
    if (!first) return [];
    // The fact's own words, where they say so; never those of the editor about something else.
    const chosen = open.find(({ claim }) => claim.id === fact.statement.claim);
    const { claim, unknown } = chosen ?? first;
    return [
      {
        question: unknown.question,
        fact: fact.id,
        statement: chosen ? fact.statement : statementOf(claim),
        claims: [claim.id, ...open.flatMap((one) => (one.claim === claim ? [] : [one.claim.id]))],
      },
    ];
  });
}

/** Words that make what follows somebody's account: he, not the report, says that it is not known. */
const ACCOUNT = /\b(?:said|says|told \p{L}+|added|wrote|recalled|that)\b[^,;]*$/iu;

function saidOpenIn(claim: Claim): Unknown | undefined {
  const { exact, modality } = claim;
  const unknown = modality === 'asked' ? undefined : unknownIn(exact);
  if (!unknown) return undefined;
  return isQuoted(claim, unknown) || ACCOUNT.test(exact.slice(0, unknown.start))
    ? undefined
    : unknown;
}

/** Of the words of an open question so many stand in what answers it, and at least so many. */
const MIN_SHARE = 0.5;
const MIN_WORDS = 2;
/** A word of more claims than this tells nothing apart, and is not looked up. */
const COMMON = 200;

/** Where each stem stands. */
const claimsByStem = (claims: readonly Claim[]): ReadonlyMap<string, readonly Claim[]> =>
  bucketsOf(claims, ({ exact }) => new Set(stems(exact).filter((stem) => !IDLE_STEMS.has(stem))));

/** The word that asks. */
const ASKING = /^[ ,]*(?:if|whether|who|whom|where|when|why|how (?:many|much))\b/iu;

/** Whether any claim that leaves nothing open has much of what is asked: it may be the answer. */
function isAnswered(
  claim: Claim,
  { question, end }: Unknown,
  having: ReadonlyMap<string, readonly Claim[]>,
): boolean {
  if (question === 'comment' || question === 'what') return false;
  const names = new Set(claim.names.flatMap(stems));
  const asked = new Set(
    stems(claim.exact.slice(end).replace(ASKING, '').split(/[,;]/u)[0] ?? '').filter(
      (stem) => !IDLE_STEMS.has(stem) && !names.has(stem),
    ),
  );
  const shared = new Map<Claim, number>();
  for (const stem of asked) {
    const where = having.get(stem) ?? [];
    if (where.length > COMMON) continue;
    for (const other of where) shared.set(other, (shared.get(other) ?? 0) + 1);
  }
  return [...shared].some(
    ([other, count]) =>
      count >= MIN_WORDS &&
      count >= MIN_SHARE * asked.size &&
      (other.report !== claim.report || other.sentence !== claim.sentence) &&
      !unknownIn(other.exact) &&
      (question !== 'why' || REASON.test(other.exact)),
  );
}

// ---------------------------------------------------------------------------------------------
// What a reader would ask about the main fact

/** What a rule looks at. */
interface Matter {
  /** The words that state it. */
  readonly text: string;
  readonly claims: readonly Claim[];
  /** Those near the head of their reports, and those of the main fact. */
  readonly near: readonly Claim[];
  readonly origins: readonly Origin[];
}

/** The first so many sentences of a report tell what happened. */
const HEAD = 5;

type MainQuestion = Exclude<Gap['question'], 'comment' | 'whether' | 'what'>;

/** Whether a question is open, of all that the reports say. */
const RULES: Readonly<Record<MainQuestion, (matter: Matter) => boolean>> = {
  who: ({ text, claims }) =>
    UNKNOWN_DOERS.test(text) && !claims.some(({ exact }) => IDENTIFIED.test(exact)),
  where: ({ near }) =>
    !near.some(({ mentions }) => mentions.some(({ located, role }) => located || role === null)),
  when: ({ near }) =>
    !near.some(({ times }) => times.some(({ type }) => type === 'date' || type === 'time')),
  why: ({ text, claims }) => VIOLENCE.test(text) && !claims.some(({ exact }) => REASON.test(exact)),
  'how many': ({ text, claims }) => isUncounted(text, claims),
  'who says so': ({ origins }) =>
    origins.length > 0 && origins.every(({ kind }) => kind === 'unnamed'),
};

function mainGaps(
  main: Fact,
  claims: readonly Claim[],
  origins: Readonly<Record<string, readonly Origin[]>>,
): readonly Gap[] {
  const ids = new Set(main.claims.map(({ id }) => id));
  const matter: Matter = {
    text: statedBy(main).exact,
    claims,
    near: claims.filter(({ id, sentence }) => sentence < HEAD || ids.has(id)),
    origins: origins[main.id] ?? [],
  };
  return (Object.keys(RULES) as MainQuestion[])
    .filter((question) => RULES[question](matter))
    .map((question) => ({
      question,
      fact: main.id,
      statement: null,
      claims: certainClaims(main).map(({ id }) => id),
    }));
}

/** Whether a text counts with a vague word what no claim gives a figure for. */
function isUncounted(text: string, claims: readonly Claim[]): boolean {
  const { noun = '' } = VAGUE_COUNT.exec(text)?.groups ?? {};
  const counted = stems(noun).filter((stem) => !IDLE_STEMS.has(stem));
  if (counted.length === 0) return false;
  const units = new Set(
    claims.flatMap(({ quantities }) => quantities.flatMap(({ unit }) => stems(unit))),
  );
  return !counted.some((stem) => units.has(stem)) && !units.has('peopl');
}
