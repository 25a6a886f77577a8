import { bucketsOf } from './buckets.ts';
import { statedBy } from './facts.ts';
import { UNNAMED } from './language/source-words.ts';
import { VAGUE_NOUNS } from './language/vague-nouns.ts';
import { byCodeUnits } from './order.ts';
import type { Claim, Entity, EntityKind, Fact, FactGroup, NameForm } from './types.ts';
import { capitalized } from './wording.ts';

/** Fewer facts are read at a glance, and need no headings. */
const MIN_FACTS = 6;
/** A heading over one fact says nothing that the fact does not say. */
const MIN_GROUP = 2;
/** What more of all facts name than this is what the briefing is about. */
const MAX_SHARE = 1 / 3;
/** A group that holds more of them parts nothing. */
const MAX_GROUP = 0.5;
/** A name is told apart at once; a noun may mean several things. */
const NAME_WEIGHT = 1.5;

/** All facts of a briefing, and whom and what they name. */
interface Named {
  readonly facts: readonly Fact[];
  readonly entities: readonly Entity[];
}

/** Something that several facts are about. */
interface Topic {
  readonly heading: string;
  readonly weight: number;
  readonly facts: readonly Fact[];
}

/**
 * Group facts under headings that are words of theirs: names and nouns that some of them share and
 * most do not. A group stands where its first fact does; facts that share none with others come
 * first, without a heading, where the first of all is among them, and else last.
 */
export function topicsOf(
  facts: readonly Fact[],
  { facts: all, entities }: Named,
): readonly FactGroup[] {
  if (facts.length < MIN_FACTS) return [{ heading: null, facts: facts.map(({ id }) => id) }];
  const topics = topicsIn(facts, all, entities);
  const chosen: Topic[] = [];
  let left = facts;
  for (;;) {
    const best = mostOf(
      topics,
      left,
      chosen.map(({ heading }) => heading),
    );
    if (!best) break;
    chosen.push(best);
    left = left.filter((fact) => !best.facts.includes(fact));
  }
  const first = (topic: Topic) => topic.facts.map((fact) => facts.indexOf(fact))[0] ?? 0;
  const groups = chosen
    .sort((a, b) => first(a) - first(b))
    .map((topic) => ({ heading: topic.heading, facts: topic.facts.map(({ id }) => id) }));
  if (left.length === 0) return groups;
  const rest = left.map(({ id }) => id);
  return left[0] === facts[0]
    ? [{ heading: null, facts: rest }, ...groups]
    : [...groups, { heading: REST, facts: rest }];
}

/** What shares nothing with the others. */
const REST = 'Also reported';

/** The topic that most weighs among the facts that are left, with those alone. */
function mostOf(
  topics: readonly Topic[],
  left: readonly Fact[],
  taken: readonly string[],
): Topic | undefined {
  const [best] = topics
    .filter(({ heading }) => !taken.includes(heading))
    .map((topic) => ({ ...topic, facts: topic.facts.filter((fact) => left.includes(fact)) }))
    .filter(({ facts }) => facts.length >= MIN_GROUP)
    .sort(
      (a, b) =>
        b.weight * b.facts.length - a.weight * a.facts.length || byCodeUnits(a.heading, b.heading),
    );
  return best;
}

function topicsIn(
  facts: readonly Fact[],
  all: readonly Fact[],
  entities: readonly Entity[],
): readonly Topic[] {
  const having = new Map<string, { words: string[]; weight: number; facts: Fact[]; all: number }>();
  const inFull = new Set(
    all.flatMap(({ claims }) =>
      claims.flatMap((one) => (one.kind === 'headline' ? [] : one.names)),
    ),
  );
  const bearers = bucketsOf(entities, ({ forms }) => forms.map(({ text }) => text));
  for (const fact of all) {
    for (const [key, { words, weight, isApt }] of subjectsOf(statedBy(fact), bearers, inFull)) {
      const known = having.get(key) ?? { words: [], weight, facts: [], all: 0 };
      known.words.push(words);
      known.all += 1;
      if (isApt && facts.includes(fact)) known.facts.push(fact);
      having.set(key, known);
    }
  }
  return [...having.values()]
    .filter((topic) => topic.facts.length >= MIN_GROUP && topic.all <= MAX_SHARE * all.length)
    .filter((topic) => topic.facts.length <= MAX_GROUP * facts.length)
    .map(({ words, weight, facts: own, all: times }) => ({
      heading: commonest(words),
      weight: weight * Math.log(all.length / times),
      facts: own,
    }));
}

/**
 * What a claim names, by an id or a noun.
 *
 * @param bearers A form of a name → those who bear it.
 * @param inFull Names that stand elsewhere than in headlines.
 */
function subjectsOf(
  claim: Claim,
  bearers: ReadonlyMap<string, readonly Entity[]>,
  inFull: ReadonlySet<string>,
): ReadonlyMap<string, Subject> {
  // Who says so is not what it is about.
  const speakers = claim.attribution.flatMap(({ name, written }) => [name, written ?? name]);
  const named = new Set(claim.names.flatMap((name) => bearers.get(name) ?? []));
  const nouns = claim.nouns.filter(({ words }) =>
    words.split(' ').every((word) => !VAGUE_NOUNS.has(word) && !UNNAMED.has(word)),
  );
  return new Map<string, Subject>([
    ...nouns.map(({ words, start, end }) => {
      const text = claim.exact.slice(start, end);
      return [words, { words: capitalized(text), weight: 1, isApt: true }] as const;
    }),
    ...[...named].map(({ id, name, kind, forms }) => {
      const speaks = forms.some(({ text }) => speakers.includes(text));
      const isApt = !speaks && (KNOWN.has(kind) || isPlaced(forms, claim.exact));
      // A person's full name, unless that is only a headline's; of others, the form that facts have.
      const isFull = kind === 'person' && inFull.has(name);
      const words = isFull ? name : longestIn(claim.names, forms);
      return [id, { words, weight: NAME_WEIGHT, isApt }] as const;
    }),
  ]);
}

/** The longest form of a name among the names of a claim. */
const longestIn = (names: readonly string[], forms: readonly NameForm[]): string =>
  forms
    .map(({ text }) => text)
    .filter((text) => names.includes(text))
    .sort((a, b) => b.length - a.length)[0] ?? '';

/** Kinds of names that stand for themselves wherever they stand. */
const KNOWN: ReadonlySet<EntityKind> = new Set(['person', 'organization']);

interface Subject {
  readonly words: string;
  readonly weight: number;
  /** Whether the claim could stand under it. */
  readonly isApt: boolean;
}

/** "in Harlow," is a place, "the Harlow police" and "Harlow wants" may be anything. */
const isPlaced = (forms: readonly NameForm[], text: string): boolean =>
  forms.some((form) => {
    const at = text.indexOf(form.text);
    const [before, behind] = [text.slice(0, at), text.slice(at + form.text.length)];
    return at > 0 && BEFORE_PLACE.test(before) && BEHIND_PLACE.test(behind);
  });

const BEFORE_PLACE =
  /\b(?:in|inside|into|within|near|around|at|from|to|of|on|against|across|for)(?: the)? $/iu;
const BEHIND_PLACE =
  /^(?:[,.;:!?”)]|$| (?:and|or|but|is|was|were|has|have|had|by|in|on|to|for|with|after|as|at|that|who|which)\b)/u;

/** The words that most have; among equals, the first. */
function commonest(words: readonly string[]): string {
  const count = (one: string) => words.filter((other) => other === one).length;
  return [...words].sort((a, b) => count(b) - count(a))[0] ?? '';
}
