import { createHash } from 'node:crypto';
import { statingReports } from '../facts.ts';
import { statementOf } from '../statement.ts';
import type { Claim, Fact, Merge, NonEmpty, Sentence } from '../types.ts';
import { adopt } from './adopt.ts';
import { candidatePairs, sameSentence } from './candidates.ts';
import { cluster } from './cluster.ts';
import { valuesOf } from './features.ts';
import { isGuarded } from './guards.ts';
import { leftovers } from './leftovers.ts';
import { type Profile, profilesOf } from './profile.ts';
import { reasonsFor } from './reasons.ts';
import { lexicalScorer, type Model, type Scorer } from './score.ts';
import { type Support, spokesman } from './spokesman.ts';
import { unitsOf } from './units.ts';
import { SAME_UTTERANCE, sameUtterance } from './utterances.ts';
import { WEIGHTS } from './weights.ts';

export { leaveOutHeadlines } from './headlines.ts';
export type { Scorer } from './score.ts';

/** Where the default weights come from, and how well they do on events they never saw. */
export const PROVENANCE = WEIGHTS.provenance;

/**
 * Bring claims that state the same thing together into facts.
 *
 * @param sentences A report's id → its sentences, reports in their order.
 * @param score Default: the words alone, with weights that `npm run fit` found.
 * @returns Facts in order of how many reports state them, then of their first place. Every
 *   sentence is in one.
 */
export async function merge(
  sentences: ReadonlyMap<string, readonly Sentence[]>,
  score: Scorer = lexicalScorer(WEIGHTS, valuesOf),
): Promise<readonly Fact[]> {
  const reports = [...sentences.values()];
  const units = unitsOf(reports);
  const claims = units.map(({ claim }) => claim);
  const profiles = profilesOf(
    claims,
    units.map(({ position }) => position),
  );
  const scores = await scoreAll(claims, profiles, score);
  const members = (places: readonly number[]) => membersOf(places, claims, profiles);
  const met = groupClaims(claims, scores, WEIGHTS)
    .filter(({ own }) => own.length > 1)
    .map(({ own, guests }) => ({ own: members(own), guests: members(guests) }));
  const metIds = new Set(met.flatMap(({ own }) => own.map(({ claim }) => claim.id)));
  const facts = [
    ...met.flatMap(({ own, guests }) => factOf(own, guests, scores)),
    ...leftovers(reports, metIds).map(loneFact),
  ];
  return facts.sort(inOrder([...sentences.keys()]));
}

/** Probability that the claims at two places state one fact. */
type Scores = (a: number, b: number) => number;

/** Places of claims that state one fact. */
interface Group {
  readonly own: readonly number[];
  /** Places of claims of other groups that state this too. */
  readonly guests: readonly number[];
}

/**
 * Bring claims together by how likely they state one fact. A report rarely says the same twice:
 * what sounds alike in it is more often a second fact, and counts neither way.
 */
export function groupClaims(
  claims: readonly Claim[],
  scores: Scores,
  { threshold, adopted }: Pick<Model, 'threshold' | 'adopted'>,
): readonly Group[] {
  const sameReport = (a: number, b: number) => claims[a]?.report === claims[b]?.report;
  const groups = cluster(
    {
      size: claims.length,
      of: (a, b) => (sameReport(a, b) ? 0 : scores(a, b)),
      apart: (a, b) => sameSentence(claims[a], claims[b]),
    },
    threshold,
  );
  const guests = adopt(groups, (a, b) => (sameReport(a, b) ? undefined : scores(a, b)), adopted);
  return groups.map((own, index) => ({ own, guests: guests[index] ?? [] }));
}

/** Score the pairs that are worth it; all others are 0. */
async function scoreAll(
  claims: readonly Claim[],
  profiles: readonly Profile[],
  score: Scorer,
): Promise<Scores> {
  const pairs = candidatePairs(claims, profiles);
  const probabilities = await score(profiles, pairs);
  const size = claims.length;
  const known = new Map(
    pairs.map(({ a, b }, index) => {
      const [left, right] = [profiles[a], profiles[b]];
      const quoted = left && right && sameUtterance(left, right);
      return [a * size + b, quoted ? SAME_UTTERANCE : (probabilities[index] ?? 0)];
    }),
  );
  return (a, b) => known.get(Math.min(a, b) * size + Math.max(a, b)) ?? 0;
}

/** A claim of a group, with its place in the list of all. */
interface Member {
  readonly place: number;
  readonly claim: Claim;
  readonly profile: Profile;
}

function membersOf(
  places: readonly number[],
  claims: readonly Claim[],
  profiles: readonly Profile[],
): readonly Member[] {
  return places.flatMap((place) => {
    const [claim, profile] = [claims[place], profiles[place]];
    return claim && profile ? [{ place, claim, profile }] : [];
  });
}

/** A fact of the claims that were grouped, and of guests from other groups. */
function factOf(own: readonly Member[], guests: readonly Member[], scores: Scores): Fact[] {
  const [first, ...rest] = own.map(({ claim }) => claim);
  if (!first) return [];
  const grouped: NonEmpty<Claim> = [first, ...rest];
  const chosen = spokesman(grouped, (claim) => supportOf(claim, own, scores));
  const words = own.find(({ claim }) => claim === chosen);
  const isCertain = (member: Member) =>
    words === undefined ||
    member === words ||
    sameUtterance(words.profile, member.profile) ||
    (scores(words.place, member.place) >= WEIGHTS.certain &&
      !isGuarded(words.profile, member.profile));
  const members = [...own, ...guests].sort((a, b) => a.place - b.place);
  const [one = first, ...more] = members.map(({ claim }) => claim);
  return [
    {
      id: factId(grouped),
      statement: statementOf(chosen),
      claims: [one, ...more],
      uncertain: members.filter((member) => !isCertain(member)).map(({ claim }) => claim.id),
      elsewhere: guests.map(({ claim }) => claim.id),
      merged: mergesOf(members, scores),
    },
  ];
}

function loneFact(claim: Claim): Fact {
  return {
    id: factId([claim]),
    statement: statementOf(claim),
    claims: [claim],
    uncertain: [],
    elsewhere: [],
    merged: [],
  };
}

function supportOf(claim: Claim, members: readonly Member[], scores: Scores): Support {
  const own = members.find((member) => member.claim === claim);
  const others = members.filter((member) => member !== own);
  if (!own || others.length === 0) return { agreement: 0, shared: 0 };
  const { content } = own.profile;
  const shared = content.filter((stem) => others.some(({ profile }) => profile.rarity.has(stem)));
  const agreement = others.reduce((sum, { place }) => sum + scores(own.place, place), 0);
  return { agreement: agreement / others.length, shared: shared.length / (content.length || 1) };
}

/** Every pair of a group with its score, and with reasons for people. */
function mergesOf(members: readonly Member[], scores: Scores): readonly Merge[] {
  return members.flatMap((a, index) =>
    members.slice(index + 1).map((b) => ({
      a: a.claim.id,
      b: b.claim.id,
      score: scores(a.place, b.place),
      reasons: reasonsFor(a.profile, b.profile, sameUtterance(a.profile, b.profile)),
    })),
  );
}

/** The same as long as the claim with the smallest id is in the fact, whatever joins it. */
function factId(claims: NonEmpty<Claim>): string {
  const [smallest] = claims.map(({ id }) => id).sort();
  return `f-${createHash('sha256')
    .update(smallest ?? claims[0].id)
    .digest('hex')
    .slice(0, 12)}`;
}

/** Most reports first; among equals, the fact that is told first in the first report. */
function inOrder(reports: readonly string[]): (a: Fact, b: Fact) => number {
  return (a, b) =>
    statingReports(b).length - statingReports(a).length ||
    reports.indexOf(a.claims[0].report) - reports.indexOf(b.claims[0].report) ||
    a.claims[0].start - b.claims[0].start;
}
