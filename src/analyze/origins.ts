import { fold } from '../characters.ts';
import { certainClaims } from '../facts.ts';
import type { Claim, Fact, Origin } from '../types.ts';

/**
 * Follow each claim of a fact to where it comes from, and count what is the same once.
 *
 * - Who said it is the origin, whoever passed it on: an agency that quotes a minister adds no
 *   origin to the minister.
 * - Unnamed sources cannot be told apart. All of a fact's together count as one origin, so that
 *   two newsrooms with one official never look like confirmation.
 * - Reports spell names differently. Who is perhaps one person or one body counts once: an origin
 *   too few is a doubt, one too many would be a confirmation that nobody gave.
 * - A report that names no source is its own origin.
 * - A headline leaves out who says so; where its report goes on to state the fact, that counts.
 *
 * @param labels A report's id → what the reader calls it.
 * @returns Origins, those of most claims first.
 */
export function originsOf(fact: Fact, labels: ReadonlyMap<string, string>): readonly Origin[] {
  const origins: Origin[] = [];
  for (const claim of withoutHeadlines(certainClaims(fact))) {
    const source = originOf(claim, labels);
    const at = origins.findIndex((origin) => isSame(origin, source));
    const known = origins[at];
    if (known) origins[at] = joined(known, source, claim);
    else origins.push({ ...source, claims: [claim.id] });
  }
  return origins.sort((a, b) => b.claims.length - a.claims.length);
}

/** An origin with a claim more. What a report has itself it has not from others. */
function joined(known: Origin, source: Source, { id }: Claim): Origin {
  const { name, kind } = source.kind === 'report' ? source : known;
  return { name, kind, claims: [...known.claims, id] };
}

function withoutHeadlines(claims: readonly Claim[]): readonly Claim[] {
  const stating = new Set(
    claims.flatMap(({ kind, report }) => (kind === 'headline' ? [] : [report])),
  );
  return claims.filter(({ kind, report }) => kind !== 'headline' || !stating.has(report));
}

type Source = Pick<Origin, 'name' | 'kind'>;

function originOf(claim: Claim, labels: ReadonlyMap<string, string>): Source {
  const [source] = claim.attribution;
  return source ?? { name: labels.get(claim.report) ?? claim.report, kind: 'report' };
}

/** Whether two sources may be one. */
function isSame(a: Source, b: Source): boolean {
  const [one, other] = [a.kind, b.kind].map((kind) => SORTS[kind]);
  return one !== undefined && one.sort === other?.sort && one.isSame(a.name, b.name);
}

interface Sort {
  readonly sort: string;
  readonly isSame: (a: string, b: string) => boolean;
}

const UNNAMED: Sort = { sort: 'unnamed', isSame: () => true };
const PERSON: Sort = { sort: 'person', isSame: isSamePerson };
const BODY: Sort = { sort: 'body', isSame: isSameBody };

/**
 * How sources of each kind are told apart. Whether a body is a medium, reports do not agree; and a
 * report that another one cites is among the bodies by the name of its outlet.
 */
const SORTS: Readonly<Record<Origin['kind'], Sort>> = {
  report: BODY,
  unnamed: UNNAMED,
  person: PERSON,
  organization: BODY,
  document: BODY,
  outlet: BODY,
  agency: BODY,
};

/** "Antony" and "Anthony", "Joe" and "Joseph": first and last names, each with letters left out. */
function isSamePerson(a: string, b: string): boolean {
  const [left, right] = [a, b].map((name) => fold(name).toLowerCase().split(' '));
  const pairs = [
    [left?.[0], right?.[0]],
    [left?.at(-1), right?.at(-1)],
  ];
  return pairs.every(([one = '', other = '']) => isSpelling(one, other) || isSpelling(other, one));
}

/** Whether a name is another one with letters left out, the first not among them. */
function isSpelling(short: string, long: string): boolean {
  let at = 0;
  for (const letter of long) if (letter === short[at]) at++;
  return short[0] === long[0] && at === short.length;
}

/** "AP" and "the Associated Press", "the Gazette" and "the Harlow Gazette". */
function isSameBody(a: string, b: string): boolean {
  const [left = '', right = ''] = [a, b].map((name) =>
    name.replace(/^the /iu, '').replaceAll('.', ''),
  );
  const [one, other] = [left, right].map((name) => ` ${name.toLowerCase()}`);
  const same = one?.endsWith(other ?? '') || other?.endsWith(one ?? '');
  return same || left === initialsOf(right) || right === initialsOf(left);
}

const initialsOf = (name: string): string | undefined => {
  const capitals = name.match(/\b\p{Lu}(?=\p{Ll})/gu) ?? [];
  return capitals.length > 1 ? capitals.join('') : undefined;
};
