import { certainClaims, isSpeech, statedBy, statingReports } from '../facts.ts';
import { ADDRESSES } from '../language/source-words.ts';
import { sayingDays } from '../saying-days.ts';
import type { Entity, Fact, SourceKind, Utterance } from '../types.ts';
import type { SectionMaker } from './section.ts';

/**
 * Who said what, in their own words: by speaker, in the order of how many reports carry their words.
 */
export const speakers: SectionMaker = ({ facts, entities }) => {
  const said = facts.filter(isSpeech);
  if (said.length === 0) return undefined;
  return {
    kind: 'speakers',
    heading: 'Who said what',
    utterances: inOrder(said, entities).flatMap(({ name, person, own }) =>
      own.map(
        (fact): Utterance => ({
          speaker: name,
          role: roleOf(person),
          fact: fact.id,
          days: daysOf(fact),
        }),
      ),
    ),
  };
};

interface Speaker {
  readonly name: string | null;
  readonly kind: SourceKind | null;
  /** Who that is, where the reports name a person so. */
  readonly person: Entity | undefined;
  /** The facts that are his words. */
  readonly own: readonly Fact[];
}

/** Among equals, people and bodies with a name come before those without, these before documents. */
const RANKS: Readonly<Partial<Record<SourceKind, number>>> = {
  unnamed: 1,
  document: 2,
  occasion: 2,
};

/** Words of nobody in particular come last, however many reports carry them. */
function inOrder(said: readonly Fact[], entities: readonly Entity[]): readonly Speaker[] {
  const people = entities.filter(({ kind }) => kind === 'person');
  const byId = new Map<string | null, Speaker>();
  for (const fact of said) {
    const [source] = statedBy(fact).attribution;
    const name = source ? withoutAddress(source.name) : null;
    const person = people.find(
      ({ name: printed, forms }) => printed === name || forms.some(({ text }) => text === name),
    );
    const id = person?.id ?? name;
    const known = byId.get(id) ?? { name, kind: source?.kind ?? null, person, own: [] };
    byId.set(id, { ...known, name: longer(known.name, name), own: [...known.own, fact] });
  }
  const reach = ({ own }: Speaker) => new Set(own.flatMap(statingReports)).size;
  const rank = ({ kind }: Speaker) => (kind && RANKS[kind]) ?? 0;
  return [...byId.values()].sort(
    (a, b) =>
      Number(a.name === null) - Number(b.name === null) || reach(b) - reach(a) || rank(a) - rank(b),
  );
}

/** The days on which it was said, as far as passages name them, each with those that do. */
function daysOf(fact: Fact): Utterance['days'] {
  const dated = certainClaims(fact).flatMap((claim) =>
    sayingDays(claim).map((date) => ({ date, claim: claim.id })),
  );
  return [...new Set(dated.map(({ date }) => date))].sort().map((date) => ({
    date,
    claims: dated.filter((one) => one.date === date).map(({ claim }) => claim),
  }));
}

/**
 * What most reports call a person, in the fullest form that ends in these words: "President" gives
 * "the Torvan president". Words cut off at a point ("manager for Mr.") say nothing.
 */
function roleOf(person: Entity | undefined): string | null {
  const roles = (person?.roles ?? []).map(({ text }) => text).filter((text) => !text.endsWith('.'));
  const [most] = roles;
  if (most === undefined) return null;
  const fuller = roles.filter((text) => text.toLowerCase().endsWith(` ${most.toLowerCase()}`));
  return [most, ...fuller].reduce(longer);
}

/** The longer of two names or roles, the first of equals: a full name before a surname. */
function longer<T extends string | null>(one: T, other: T): T {
  return (other?.length ?? 0) > (one?.length ?? 0) ? other : one;
}

/** "Mr. Example" → "Example". */
function withoutAddress(name: string): string {
  const [first = '', ...more] = name.split(' ');
  return more.length > 0 && ADDRESSES.has(first.toLowerCase().replace('.', ''))
    ? more.join(' ')
    : name;
}
