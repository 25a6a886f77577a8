import { fold } from '../characters.ts';
import { certainClaims } from '../facts.ts';
import type { Claim, Fact, NonEmpty, Origin } from '../types.ts';
import { list } from '../wording.ts';
import type { Counted } from './origin-reasons.ts';
import type { Voices } from './voices.ts';

/**
 * Follow each claim of a fact to where it comes from, and count what is the same once.
 *
 * - Who said it is the origin, whoever passed it on: an agency that quotes a minister adds no
 *   origin to the minister.
 * - Unnamed sources cannot be told apart. All of a fact's together count as one origin, so that
 *   two newsrooms with one official never look like confirmation.
 * - Reports spell names differently. Who is perhaps one person or one body counts once: an origin
 *   too few is a doubt, one too many would be a confirmation that nobody gave.
 * - A report that names no source is its own origin; where its dateline names an agency, the agency
 *   is. Reports that are one text are one origin.
 * - A headline leaves out who says so; where its report goes on to state the fact, that counts.
 * - So does a report that says elsewhere whom it has it from: its own voice then adds nothing.
 *
 * @returns Origins, those of most claims first.
 */
export function originsOf(fact: Fact, voices: Voices): readonly Counted[] {
  let sources: readonly Source[] = [];
  for (const claim of withoutEchoes(withoutHeadlines(certainClaims(fact)))) {
    const source = sourceOf(claim, voices);
    const same = sources.filter((other) => isSame(other, source));
    // A report's text goes by several names, and may show sources to be one that were apart.
    const [first, ...others] = source.voices.length > 0 ? same : same.slice(0, 1);
    const joined = [...others, source].reduce(join, first ?? source);
    sources = first
      ? sources.flatMap((other) => (other === first ? joined : others.includes(other) ? [] : other))
      : [...sources, source];
  }
  return sources
    .map((source) => originOf(source, voices))
    .sort((a, b) => b.claims.length - a.claims.length);
}

function withoutHeadlines(claims: readonly Claim[]): readonly Claim[] {
  const stating = new Set(
    claims.flatMap(({ kind, report }) => (kind === 'headline' ? [] : [report])),
  );
  return claims.filter(({ kind, report }) => kind !== 'headline' || !stating.has(report));
}

/** Claims without those by which a report repeats in its own voice what it has from others. */
function withoutEchoes(claims: readonly Claim[]): readonly Claim[] {
  const citing = new Set(
    claims.flatMap(({ attribution, report }) => (attribution.length > 0 ? [report] : [])),
  );
  return claims.filter(({ attribution, report }) => attribution.length > 0 || !citing.has(report));
}

/** An origin while claims are still being joined to it. */
interface Source {
  readonly kind: Origin['kind'];
  /** Every name that it goes by, the shown one first. */
  readonly names: NonEmpty<string>;
  /** Names of reports that are one text with it. Two that have the same here need not be one. */
  readonly copies: readonly string[];
  /** Ids of the reports that have it themselves, not from others. */
  readonly voices: readonly string[];
  readonly claims: NonEmpty<string>;
}

function sourceOf({ id, report, attribution }: Claim, voices: Voices): Source {
  const [source] = attribution;
  const claims = [id] as const;
  if (source) return { kind: source.kind, names: [source.name], copies: [], voices: [], claims };
  const [name = report, ...more] = namesOf(report, voices);
  const copies = voices.get(report)?.copies.flatMap((other) => namesOf(other, voices)) ?? [];
  return { kind: 'report', names: [name, ...more], copies, voices: [report], claims };
}

function namesOf(report: string, voices: Voices): readonly string[] {
  const voice = voices.get(report);
  return voice ? [voice.name, ...(voice.agency === null ? [] : [voice.agency])] : [];
}

/** Two sources as one. What a report has itself it has not from others: that gives the name. */
function join(one: Source, other: Source): Source {
  const hasVoice = one.voices.length > 0 || other.voices.length === 0;
  const [first, second] = hasVoice ? [one, other] : [other, one];
  const [name, ...more] = first.names;
  return {
    kind: first.kind,
    names: [name, ...more, ...(second.voices.length > 0 ? second.names : [])],
    copies: [...one.copies, ...other.copies],
    voices: [...new Set([...one.voices, ...other.voices])],
    claims: [...one.claims, ...other.claims],
  };
}

/** Name a source for the reader: the agency of a dateline before the reports that carry it. */
function originOf({ kind, names, voices: own, claims }: Source, voices: Voices): Counted {
  const [agency] = own.flatMap((report) => voices.get(report)?.agency ?? []);
  if (agency !== undefined) return { name: agency, kind: 'agency', claims };
  const [first] = [...voices]
    .filter(([id]) => own.includes(id))
    .map(([, { name, copies }]) => ({ name, others: copies.filter((id) => own.includes(id)) }))
    .sort((a, b) => b.others.length - a.others.length);
  const others = first?.others.flatMap((id) => voices.get(id)?.name ?? []) ?? [];
  if (!first || others.length === 0) return { name: names[0], kind, claims };
  return { name: `${first.name} (text shared with ${list(others)})`, kind, claims };
}

/** Whether two sources may be one: under any of their names, or as one text. */
function isSame(a: Source, b: Source): boolean {
  const { sort, isSame: areOne } = SORTS[a.kind];
  const haveCommon = (names: readonly string[], others: readonly string[]) =>
    names.some((name) => others.some((other) => areOne(name, other)));
  return (
    sort === SORTS[b.kind].sort &&
    (haveCommon(a.names, b.names) || haveCommon(a.names, b.copies) || haveCommon(a.copies, b.names))
  );
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
  occasion: BODY,
  outlet: BODY,
  agency: BODY,
};

/**
 * "Antony" and "Anthony", "Joe" and "Joseph": first and last names, each with letters left out. Where
 * one has no first name, as "Mr. Example", the last names alone.
 */
function isSamePerson(a: string, b: string): boolean {
  const [left = [], right = []] = [a, b].map((name) =>
    fold(name)
      .toLowerCase()
      .split(' ')
      .filter((word) => !/^(?:mr|mrs|ms|dr)\.?$/u.test(word)),
  );
  const last = [left.at(-1), right.at(-1)];
  const pairs = left.length < 2 || right.length < 2 ? [last] : [[left[0], right[0]], last];
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
