import { bucketsOf } from '../buckets.ts';
import { grouped } from '../grouping.ts';
import { PLACES } from '../language/exonyms.ts';
import {
  areGivenAlike,
  areSpellings,
  folded,
  givenOf,
  isWord,
  surnameOf,
  wordsOf,
} from '../language/person-names.ts';
import { isBody } from '../language/proper-names.ts';
import { FACILITIES } from '../language/source-words.ts';
import { byCodeUnits } from '../order.ts';
import { sha256 } from '../sha256.ts';
import type { Entity, EntityKind, Mention, NameForm, NonEmpty, Sentence } from '../types.ts';

/** A form of a name in one report, with all that is said of it there. */
interface Use {
  readonly report: string;
  readonly name: string;
  readonly mentions: NonEmpty<Mention>;
}

/** Uses that stand for one thing. */
type Group = readonly Use[];

/**
 * Find out which names of all reports stand for the same person, body or place.
 *
 * Joined is what can hardly be two: the same words, places by a table, a short form that a report
 * explains, a surname that only one full name has, spellings of one name in different reports. A
 * surname that two people have stays by itself.
 *
 * @param sentences A report's id → its sentences.
 * @returns Entities, those that most reports name first.
 */
export function entitiesOf(sentences: ReadonlyMap<string, readonly Sentence[]>): readonly Entity[] {
  const uses = [...sentences].flatMap(([report, own]) => usesIn(report, own));
  const about = knownOf(uses);
  const people = new Set(uses.filter((use) => isPerson(use, about)));
  const full = fullNames([...people]);
  const surnames = uses.filter((use) => !people.has(use) && isWord(use.name));
  const bearerOf = bearersAmong(full);
  const placed = surnames.map((use) => [use, bearerOf(use)] as const);
  const known = new Map(
    placed.flatMap(([use, bearer]) => (bearer ? [[use, bearer] as const] : [])),
  );
  const persons = full.map((group) => [
    ...group,
    ...surnames.filter((use) => known.get(use) === group),
  ]);
  const rest = uses.filter((use) => !people.has(use) && !known.has(use));
  const others = bucketsOf(rest, ({ name }) => [keyOf(name)]);
  return [
    ...persons.flatMap((group) => entityOf(group, 'person')),
    ...[...others.values()].flatMap((group) => entityOf(group, kindOf(group))),
  ].sort((a, b) => reach(b) - reach(a) || byCodeUnits(a.name, b.name));
}

const reach = ({ forms }: Entity): number => new Set(forms.flatMap(({ reports }) => reports)).size;

/** The names of a report, each form once. */
function usesIn(report: string, sentences: readonly Sentence[]): Use[] {
  const mentioned = sentences.flatMap(({ whole }) => whole.mentions);
  const forms = bucketsOf(mentioned, ({ name }) => [name]);
  return [...forms].map(([name, mentions]) => ({ report, name, mentions }));
}

// ---------------------------------------------------------------------------------------------
// People

/** What the names of all reports tell of one another, to be looked up. */
interface Known {
  /** Report and single name, folded, as `called` writes them. */
  readonly called: ReadonlySet<string>;
  /** All names, folded. */
  readonly names: ReadonlySet<string>;
  /** Names of places. */
  readonly places: ReadonlySet<string>;
}

const called = (report: string, name: string): string => `${report} ${name}`;

const knownOf = (uses: readonly Use[]): Known => ({
  called: new Set(
    uses.filter(({ name }) => isWord(name)).map(({ report, name }) => called(report, folded(name))),
  ),
  names: new Set(uses.map(({ name }) => folded(name))),
  places: new Set(
    uses
      .filter(({ name, mentions }) => PLACES.has(name) || isLocated(mentions))
      .map(({ name }) => name),
  ),
});

/**
 * Whether a name is a person's full name: two words or more that are no body's, of somebody with a
 * role, or whom some report calls by the last of them.
 */
function isPerson({ name, report, mentions }: Use, known: Known): boolean {
  if (isWord(name) || NO_PERSON.some((isOther) => isOther(name))) return false;
  const [first = '', ...rest] = wordsOf(name);
  if (
    ![first, ...rest].every(
      (word) => /^\p{Lu}[\p{L}\p{M}.’-]*$/u.test(word) || /^\p{Ll}+$/u.test(word),
    )
  )
    return false;
  if (mentions.some(({ role }) => role !== null)) return true;
  if (isLocated(mentions)) return false;
  const surname = surnameOf(name);
  // "Virginia Republicans" are no Ms. Republicans: their first name is a place.
  if (known.places.has(first)) return false;
  // Several of them are no family: "Republicans".
  return known.called.has(called(report, surname)) && !known.names.has(`${surname}s`);
}

const NO_PERSON: readonly ((name: string) => boolean)[] = [
  isBody,
  (name) => FACILITIES.test(name),
  (name) => PLACES.has(name),
];

/** Whether most of the mentions of a name are of a place. "In Trump" may be one of a person. */
const isLocated = (mentions: readonly Mention[]): boolean =>
  2 * mentions.filter(({ located }) => located).length > mentions.length;

/** A full name, folded and taken apart, with its uses. */
interface FullName {
  readonly given: string;
  readonly surname: string;
  readonly uses: NonEmpty<Use>;
}

/** Bring together what stands for one person: the same names first, so that few are held against each other. */
function fullNames(people: readonly Use[]): readonly Group[] {
  const places = new Map(people.map((use, place) => [use, place]));
  const placeOf = (use: Use) => places.get(use) ?? 0;
  const same = bucketsOf(people, ({ name }) => [`${givenOf(name)} ${surnameOf(name)}`]);
  const names = Array.from(same.values(), (uses): FullName => {
    const [{ name }] = uses;
    return { given: givenOf(name), surname: surnameOf(name), uses };
  });
  return grouped(names, areOneFullName).map((group) =>
    group.flatMap(({ uses }) => uses).sort((a, b) => placeOf(a) - placeOf(b)),
  );
}

/**
 * Whether two full names are one person's: the same surname and given names that may be the same,
 * or one of the two spelled another way. A report spells a name in one way: two spellings in one
 * report are two people.
 */
function areOneFullName(a: FullName, b: FullName): boolean {
  const sameSurname = a.surname === b.surname;
  if (sameSurname && areGivenAlike(a.given, b.given)) return true;
  if (!sameSurname && a.given !== b.given) return false;
  const apart = a.uses.some((one) => b.uses.some((other) => one.report !== other.report));
  if (!apart) return false;
  return sameSurname
    ? areSpellings(a.given, b.given, 'given')
    : areSpellings(a.surname, b.surname, 'surname');
}

/** Tell of a single name the one person whose surname it may be: in its report, else in any. */
function bearersAmong(people: readonly Group[]): (use: Use) => Group | undefined {
  const bySurname = bucketsOf(people, (group) => [
    ...new Set(group.map(({ name }) => surnameOf(name))),
  ]);
  const spelled = (own: string) => {
    const alike = [...bySurname].filter(([surname]) => areSpellings(surname, own, 'given'));
    return [...new Set(alike.flatMap(([, groups]) => groups))];
  };
  return (use) => {
    if (PLACES.has(use.name) || isLocated(use.mentions)) return undefined;
    const own = folded(use.name);
    const exact = bySurname.get(own) ?? [];
    const here = exact.filter((group) => group.some(({ report }) => report === use.report));
    const candidates = here.length > 0 ? here : exact.length > 0 ? exact : spelled(own);
    return candidates.length === 1 ? candidates[0] : undefined;
  };
}

// ---------------------------------------------------------------------------------------------
// Bodies and places

/** What stands for a name that is no person's: a place's by the table; articles and points aside. */
function keyOf(name: string): string {
  const place = PLACES.get(name);
  return folded(place ?? name)
    .replace(/^the /u, '')
    .replaceAll('.', '')
    .replace(/'s?$/u, '');
}

function kindOf(group: Group): EntityKind {
  const names = group.map(({ name }) => name);
  if (names.some((name) => PLACES.has(name))) return 'place';
  if (names.some((name) => isBody(name) || /^(?:\p{Lu}\.?){3,}$/u.test(name)))
    return 'organization';
  const mentions = group.flatMap((use) => use.mentions);
  if (mentions.some(({ role }) => role !== null)) return 'person';
  return isLocated(mentions) ? 'place' : 'unknown';
}

// ---------------------------------------------------------------------------------------------
// Groups

function entityOf(group: Group, kind: EntityKind): Entity[] {
  const forms = formsOf(group.map(({ name, report }) => ({ text: name, report })));
  const roles = formsOf(
    group.flatMap(({ report, mentions }) =>
      mentions.flatMap(({ role }) => (role === null ? [] : [{ text: role, report }])),
    ),
  );
  const [first, ...rest] = forms;
  if (!first) return [];
  const name = fullest(forms);
  const id = `e-${sha256(name).slice(0, 12)}`;
  return [{ id, name, kind, forms: [first, ...rest], roles }];
}

/** The form with most words; of these the one that most reports have, else that of the table. */
function fullest(forms: readonly NameForm[]): string {
  const [best] = [...forms].sort(
    (a, b) =>
      Math.min(2, wordsOf(b.text).length) - Math.min(2, wordsOf(a.text).length) ||
      b.reports.length - a.reports.length ||
      Number(isOfTable(b)) - Number(isOfTable(a)),
  );
  return best?.text ?? '';
}

const isOfTable = ({ text }: NameForm): boolean => PLACES.get(text) === text;

/** Texts with the reports that have them; the more reports, the earlier. */
function formsOf(uses: readonly { readonly text: string; readonly report: string }[]): NameForm[] {
  const byText = new Map<string, [string, ...string[]]>();
  for (const { text, report } of uses) {
    const reports = byText.get(text);
    if (!reports) byText.set(text, [report]);
    else if (!reports.includes(report)) reports.push(report);
  }
  return [...byText]
    .map(([text, reports]) => ({ text, reports }))
    .sort((a, b) => b.reports.length - a.reports.length || byCodeUnits(a.text, b.text));
}
