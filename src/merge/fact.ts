import { objectionsTo, type Profile, reasonsFor, sameUtterance } from '../alike/index.ts';
import { factId } from '../facts.ts';
import { statementOf } from '../statement.ts';
import type { Claim, Fact, Guarded, Merge, NonEmpty } from '../types.ts';
import type { Compared, Scores } from './compare.ts';
import type { Group } from './group.ts';
import { type Support, spokesman } from './spokesman.ts';

/** A claim of a group, with its place in the list of all. */
interface Member {
  readonly place: number;
  readonly claim: Claim;
  readonly profile: Profile;
}

/**
 * Make the fact of a group: choose the claim whose words state it, and tell which of the others
 * count as stating the same.
 *
 * @param certain Score with the statement's claim from which a claim counts.
 * @returns Nothing for an empty group.
 */
export function factOf({ own, guests }: Group, compared: Compared, certain: number): Fact[] {
  const { scores } = compared;
  const owners = membersOf(own, compared);
  const visitors = membersOf(guests, compared);
  const [first, ...rest] = owners.map(({ claim }) => claim);
  if (!first) return [];
  const grouped: NonEmpty<Claim> = [first, ...rest];
  const having = membersHaving(owners);
  const chosen = spokesman(grouped, (claim) => supportOf(claim, owners, { having, scores }));
  const words = owners.find(({ claim }) => claim === chosen);
  const members = [...owners, ...visitors].sort((a, b) => a.place - b.place);
  const judged = members.flatMap((member) =>
    words && member !== words ? judge(words, member, { scores, certain }) : [],
  );
  const [one = first, ...more] = members.map(({ claim }) => claim);
  return [
    {
      id: factId(grouped),
      statement: statementOf(chosen),
      claims: [one, ...more],
      uncertain: judged.filter(({ counts }) => !counts).map(({ id }) => id),
      elsewhere: visitors.map(({ claim }) => claim.id),
      merged: mergesOf(members, words, scores),
      guarded: judged.flatMap(({ guarded }) => guarded),
    },
  ];
}

/** The fact of a claim that met no other. */
export function loneFact(claim: Claim): Fact {
  return {
    id: factId([claim]),
    statement: statementOf(claim),
    claims: [claim],
    uncertain: [],
    elsewhere: [],
    merged: [],
    guarded: [],
  };
}

function membersOf(places: readonly number[], { claims, profiles }: Compared): readonly Member[] {
  return places.flatMap((place) => {
    const [claim, profile] = [claims[place], profiles[place]];
    return claim && profile ? [{ place, claim, profile }] : [];
  });
}

interface Judged {
  readonly id: string;
  /** Whether it counts as stating what the statement's claim states. */
  readonly counts: boolean;
  readonly guarded: readonly Guarded[];
}

function judge(
  words: Member,
  { place, claim: { id }, profile }: Member,
  { scores, certain }: { readonly scores: Scores; readonly certain: number },
): Judged {
  const close = sameUtterance(words.profile, profile) || scores(words.place, place) >= certain;
  const guarded = close
    ? objectionsTo(words.profile, profile).map((objection) => ({ ...objection, claim: id }))
    : [];
  return { id, counts: close && guarded.length === 0, guarded };
}

interface Shared {
  /** Stem → members that have it. */
  readonly having: ReadonlyMap<number, number>;
  readonly scores: Scores;
}

function membersHaving(members: readonly Member[]): ReadonlyMap<number, number> {
  const having = new Map<number, number>();
  for (const { profile } of members) {
    for (const stem of new Set(profile.content)) having.set(stem, (having.get(stem) ?? 0) + 1);
  }
  return having;
}

function supportOf(claim: Claim, members: readonly Member[], { having, scores }: Shared): Support {
  const own = members.find((member) => member.claim === claim);
  const others = members.filter((member) => member !== own);
  if (!own || others.length === 0) return { agreement: 0, shared: 0 };
  const { content } = own.profile;
  const shared = content.filter((stem) => (having.get(stem) ?? 0) > 1);
  const agreement = others.reduce((sum, { place }) => sum + scores(own.place, place), 0);
  return { agreement: agreement / others.length, shared: shared.length / (content.length || 1) };
}

/**
 * In a fact of more claims only those pairs are told that the statement's claim is in: the number
 * of all grows with the square, and nobody reads them.
 */
const TOLD_IN_FULL = 40;

/** Pairs of a group with their scores, and with reasons for people. */
function mergesOf(
  members: readonly Member[],
  words: Member | undefined,
  scores: Scores,
): readonly Merge[] {
  const isTold = (a: Member, b: Member) =>
    members.length <= TOLD_IN_FULL || a === words || b === words;
  return members.flatMap((a, index) =>
    members
      .slice(index + 1)
      .filter((b) => isTold(a, b))
      .map((b) => ({
        a: a.claim.id,
        b: b.claim.id,
        score: scores(a.place, b.place),
        reasons: reasonsFor(a.profile, b.profile, sameUtterance(a.profile, b.profile)),
      })),
  );
}
