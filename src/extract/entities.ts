import { createHash } from 'node:crypto';
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
  const people = new Set(uses.filter((use) => isPerson(use, uses)));
  const full = grouped([...people], areOneFullName);
  const surnames = uses.filter((use) => !people.has(use) && isWord(use.name));
  const placed = surnames.map((use) => [use, bearerOf(use, full)] as const);
  const known = new Map(
    placed.flatMap(([use, bearer]) => (bearer ? [[use, bearer] as const] : [])),
  );
  const persons = full.map((group) => [
    ...group,
    ...surnames.filter((use) => known.get(use) === group),
  ]);
  const rest = uses.filter((use) => !people.has(use) && !known.has(use));
  const others = grouped(rest, (a, b) => keyOf(a.name) === keyOf(b.name));
  return [
    ...persons.flatMap((group) => entityOf(group, 'person')),
    ...others.flatMap((group) => entityOf(group, kindOf(group))),
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

/**
 * Whether a name is a person's full name: two words or more that are no body's, of somebody with a
 * role, or whom some report calls by the last of them.
 */
function isPerson({ name, report, mentions }: Use, uses: readonly Use[]): boolean {
  if (isWord(name) || NO_PERSON.some((isOther) => isOther(name))) return false;
  if (
    !wordsOf(name).every(
      (word) => /^\p{Lu}[\p{L}\p{M}.’-]*$/u.test(word) || /^\p{Ll}+$/u.test(word),
    )
  )
    return false;
  if (mentions.some(({ role }) => role !== null)) return true;
  if (isLocated(mentions)) return false;
  const surname = surnameOf(name);
  const isCalled = uses.some(
    (other) => other.report === report && isWord(other.name) && folded(other.name) === surname,
  );
  // "Virginia Republicans" are no Ms. Republicans: their first name is a place.
  const isPlace = ({ name: other, mentions: own }: Use) =>
    wordsOf(name)[0] === other && (PLACES.has(other) || isLocated(own));
  // Several of them are no family: "Republicans".
  const isKind = uses.some((other) => folded(other.name) === `${surname}s`);
  return isCalled && !isKind && !uses.some(isPlace);
}

const NO_PERSON: readonly ((name: string) => boolean)[] = [
  isBody,
  (name) => FACILITIES.test(name),
  (name) => PLACES.has(name),
];

/** Whether most of the mentions of a name are of a place. "In Trump" may be one of a person. */
const isLocated = (mentions: readonly Mention[]): boolean =>
  2 * mentions.filter(({ located }) => located).length > mentions.length;

/**
 * Whether two full names are one person's: the same surname and given names that may be the same,
 * or one of the two spelled another way. A report spells a name in one way: two spellings in one
 * report are two people.
 */
function areOneFullName(a: Use, b: Use): boolean {
  const [one, other] = [surnameOf(a.name), surnameOf(b.name)];
  const [given, otherGiven] = [givenOf(a.name), givenOf(b.name)];
  if (one === other && given === otherGiven) return true;
  if (one === other && areGivenAlike(given, otherGiven)) return true;
  if (a.report === b.report) return false;
  return one === other
    ? areSpellings(given, otherGiven, 'given')
    : given === otherGiven && areSpellings(one, other, 'surname');
}

/** The one person of whom a single name may be the surname: in its report, else in any. */
function bearerOf(use: Use, people: readonly Group[]): Group | undefined {
  if (PLACES.has(use.name) || isLocated(use.mentions)) return undefined;
  const own = folded(use.name);
  const named = (isOne: (surname: string) => boolean) =>
    people.filter((group) => group.some(({ name }) => isOne(surnameOf(name))));
  const exact = named((surname) => surname === own);
  const here = exact.filter((group) => group.some(({ report }) => report === use.report));
  const candidates =
    here.length > 0
      ? here
      : exact.length > 0
        ? exact
        : named((surname) => areSpellings(surname, own, 'given'));
  return candidates.length === 1 ? candidates[0] : undefined;
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
  const id = `e-${createHash('sha256').update(name).digest('hex').slice(0, 12)}`;
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
