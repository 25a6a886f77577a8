import { bucketsOf } from '../buckets.ts';
import { grouped } from '../grouping.ts';
import {
  areGivenAlike,
  areSpellings,
  folded,
  givenOf,
  surnameOf,
} from '../language/person-names.ts';
import { closedUp, initialsIn, sourceKey } from '../language/source-keys.ts';
import { byCodeUnits } from '../order.ts';
import type { Attribution, Claim, Sentence } from '../types.ts';

/** A name that sources bear, and the reports that have it. */
interface Name {
  readonly name: string;
  readonly kind: Attribution['kind'];
  readonly reports: ReadonlySet<string>;
}

/**
 * Give each source one name in all reports: "the AP" and "the Associated Press", "a US official" and
 * "an American official". Each name is one that a report has; what the report itself wrote is kept
 * beside it.
 *
 * @param sentences A report's id → its sentences.
 */
export function inOneSpelling(
  sentences: ReadonlyMap<string, readonly Sentence[]>,
): ReadonlyMap<string, readonly Sentence[]> {
  const chosen = chosenNames(namesIn(sentences));
  const renamed = (link: Attribution): Attribution => {
    const name = chosen.get(idOf(link));
    return name === undefined || name === link.name ? link : { ...link, name, written: link.name };
  };
  const inClaim = (claim: Claim): Claim =>
    claim.attribution.some((link) => renamed(link) !== link)
      ? { ...claim, attribution: claim.attribution.map(renamed) }
      : claim;
  return new Map(
    [...sentences].map(([report, own]) => [
      report,
      own.map((sentence) => ({
        ...sentence,
        whole: inClaim(sentence.whole),
        parts: sentence.parts.map(inClaim),
      })),
    ]),
  );
}

const idOf = ({ name, kind }: Pick<Attribution, 'name' | 'kind'>): string => `${kind} ${name}`;

function namesIn(sentences: ReadonlyMap<string, readonly Sentence[]>): readonly Name[] {
  const found = new Map<string, Omit<Name, 'reports'> & { readonly reports: Set<string> }>();
  for (const [report, own] of sentences) {
    for (const { whole, parts } of own) {
      for (const link of [whole, ...parts].flatMap(({ attribution }) => attribution)) {
        const known = found.get(idOf(link));
        if (known) known.reports.add(report);
        else found.set(idOf(link), { ...link, reports: new Set([report]) });
      }
    }
  }
  return [...found.values()].sort((a, b) => byCodeUnits(a.name, b.name));
}

/** A name with its kind → the name that its source goes by. */
function chosenNames(names: readonly Name[]): ReadonlyMap<string, string> {
  const people = names.filter(({ kind, name }) => kind === 'person' && name.includes(' '));
  const others = names.filter(({ kind }) => kind !== 'person');
  const groups = [
    ...gathered(people, ({ name }) => surnameOf(name)).flatMap((one) => grouped(one, areOnePerson)),
    ...gathered(others, keysOf(others)),
  ];
  return new Map(
    groups.flatMap((group) => {
      const name = bestOf(group);
      return group.map((one) => [idOf(one), name] as const);
    }),
  );
}

const gathered = (names: readonly Name[], keyOf: (name: Name) => string) => [
  ...bucketsOf(names, (name) => [keyOf(name)]).values(),
];

/** One report does not spell one person in two ways. */
const areOnePerson = (a: Name, b: Name): boolean =>
  areGivenAlike(givenOf(a.name), givenOf(b.name)) ||
  (areSpellings(givenOf(a.name), givenOf(b.name), 'given') &&
    ![...a.reports].some((report) => b.reports.has(report)));

/** What names of one source have in common; initials are those of the one name that they fit. */
function keysOf(names: readonly Name[]): (name: Name) => string {
  const full = new Map<string, Set<string>>();
  for (const { name, kind } of names) {
    const initials = initialsIn(name);
    if (initials === undefined || kind === 'unnamed') continue;
    full.set(initials, new Set([...(full.get(initials) ?? []), sourceKey(name)]));
  }
  return ({ name, kind }) => {
    const key = sourceKey(name);
    const [only, ...more] = /^[\p{Lu}.]+$/u.test(name)
      ? [...(full.get(name.replaceAll('.', '')) ?? [])]
      : [];
    return `${SORTS[kind] ?? kind} ${only !== undefined && more.length === 0 ? only : key}`;
  };
}

/** Whether a body is an agency or a medium, reports do not agree. */
const SORTS: Readonly<Partial<Record<Attribution['kind'], string>>> = {
  organization: 'body',
  outlet: 'body',
  agency: 'body',
};

/**
 * In full, in the words that most reports have, and with the points of its abbreviations: what is
 * written out is mistaken for nothing else. Initials that some report has stand behind it.
 */
function bestOf(group: readonly Name[]): string {
  const reach = new Map<string, number>();
  for (const { name, reports } of group) {
    const words = plain(name);
    reach.set(words, (reach.get(words) ?? 0) + reports.size);
  }
  const [best = '', ...more] = group
    .map(({ name }) => closedUp(name))
    .sort(
      (a, b) =>
        Number(isInitials(a)) - Number(isInitials(b)) ||
        (reach.get(plain(b)) ?? 0) - (reach.get(plain(a)) ?? 0) ||
        b.length - a.length ||
        byCodeUnits(a, b),
    );
  const initials = isInitials(best) ? undefined : more.find(isInitials);
  return initials === undefined ? best : `${best} (${initials})`;
}

const plain = (name: string): string => folded(closedUp(name)).replaceAll('.', '');

const isInitials = (name: string): boolean => /^(?:\p{Lu}\.?){2,}$/u.test(name);
