import { bucketsOf } from '../buckets.ts';
import { type DatedEvent, datedEvents } from '../dated-events.ts';
import { claimsById, comparedClaims, ownClaims, statingReports } from '../facts.ts';
import { IDLE_STEMS } from '../language/stop-words.ts';
import { stems } from '../language/words.ts';
import { byCodeUnits } from '../order.ts';
import { isEditors, isMarked } from '../rewording.ts';
import { statementOf } from '../statement.ts';
import type { Claim, Fact, NonEmpty, Span, Statement, TimelineEntry } from '../types.ts';

/** Publication date of each report, ISO 8601, by its id; null where it is not known. */
type Publication = ReadonlyMap<string, string | null>;

/** An event, and the claim that dates it. */
interface Dating extends DatedEvent {
  readonly claim: Claim;
}

/**
 * Put dated facts in order: one entry for each date that claims of a fact give to something, those
 * of one day that tell the same in one.
 */
export function timelineOf(
  facts: readonly Fact[],
  published: Publication = new Map(),
): readonly TimelineEntry[] {
  const years = yearsOfDays(facts);
  const isDated = ({ when, time, claim }: Dating) =>
    hasYear(claim.exact.slice(time.start, time.end)) ||
    (years.get(when.date.slice(5)) ?? new Set([when.date.slice(0, 4)])).has(when.date.slice(0, 4));
  const entries = facts.flatMap((fact) => entriesOf(fact, published, isDated));
  return joined(entries, nameStems(facts)).sort(
    (a, b) => byCodeUnits(a.date, b.date) || byCodeUnits(a.until ?? '', b.until ?? ''),
  );
}

const hasYear = (text: string): boolean => /\d{4}/u.test(text);

/**
 * The years that claims give to days of a month (`05-30`) in so many words. "May 30" is told of the
 * nearest year; where a report says that it was another, it may have been that.
 */
function yearsOfDays(facts: readonly Fact[]): ReadonlyMap<string, ReadonlySet<string>> {
  const years = new Map<string, Set<string>>();
  for (const { claims } of facts) {
    for (const { text, value } of claims.flatMap(({ times }) => times)) {
      if (!hasYear(text) || value.length < 10) continue;
      const day = value.slice(5, 10);
      years.set(day, (years.get(day) ?? new Set()).add(value.slice(0, 4)));
    }
  }
  return years;
}

function entriesOf(
  fact: Fact,
  published: Publication,
  isDated: (dating: Dating) => boolean,
): TimelineEntry[] {
  // A claim that belongs first to another fact is dated there.
  const own = ownClaims(fact);
  // Who gives another figure dates the same event.
  const stating = comparedClaims(fact, 'number');
  const certain = own.filter((claim) => stating.includes(claim));
  const uncertain = own.filter((claim) => !stating.includes(claim));
  return [certain, ...uncertain.map((claim) => [claim])].flatMap((claims) =>
    grouped(datingsOf(fact, claims, published).filter(isDated)).map((datings) =>
      entryOf(fact, datings),
    ),
  );
}

/**
 * What claims of a fact date. That somebody said so is an event where somebody with a name did, as
 * the statement tells, and dates nothing else, and where several reports state the fact and none says when it came about:
 * then that is the day on which it became known.
 */
function datingsOf(fact: Fact, claims: readonly Claim[], published: Publication): Dating[] {
  const all = claims.flatMap((claim) =>
    datedEvents(claim, published.get(claim.report) ?? null).map((event) => ({ ...event, claim })),
  );
  const told = all.filter(({ role }) => role !== 'saying');
  const isNews = told.length === 0 && statingReports(fact).length > 1;
  const said = all.filter(
    ({ role, cited, claim }) =>
      role === 'saying' &&
      (isNews ||
        (!cited &&
          claim.attribution[0]?.kind === 'person' &&
          told.every((dating) => dating.claim !== claim))),
  );
  return [...told, ...said];
}

/** Datings of one date: those that tell what the claim states together, each other by itself. */
function grouped(datings: readonly Dating[]): readonly NonEmpty<Dating>[] {
  const groups = bucketsOf(datings, ({ when, role, words, claim }) => {
    const what = role === 'named' ? `${claim.id} ${words.start}` : role;
    return [`${when.date} ${when.until} ${when.about} ${what}`];
  });
  return [...groups.values()];
}

/**
 * An entry in the words of a claim that names the day: the fact's own where they do, or where the
 * editor chose them, since he would not have it told in others.
 */
function entryOf(fact: Fact, datings: NonEmpty<Dating>): TimelineEntry {
  const own = datings.find(({ claim }) => claim.id === fact.statement.claim);
  const dating = own ?? datings[0];
  const isOwn = own ? isMarked : isEditors;
  const chosen = isOwn(fact.statement) && !fact.uncertain.includes(datings[0].claim.id);
  const statement = chosen ? fact.statement : statementWith(dating);
  const place = (span: Span) => placeIn(statement, dating, span);
  const { text } = statement;
  const [first, ...rest] = new Set(datings.map(({ claim }) => claim.id));
  return {
    ...dating.when,
    fact: fact.id,
    statement,
    words: chosen || dating.role !== 'named' ? { start: 0, end: text.length } : place(dating.words),
    dated: chosen ? { start: 0, end: 0 } : place(dating.time),
    claims: [first ?? dating.claim.id, ...rest],
  };
}

/** The words of a claim, with those left in that give the date. */
function statementWith({ claim, time }: Dating): Statement {
  const asides = claim.asides.filter(({ start, end }) => time.start < start || time.end > end);
  return statementOf({ ...claim, asides });
}

/** Where a stretch of a claim stands in its statement, with the date that was added behind its own. */
function placeIn({ text, pieces }: Statement, { claim, time }: Dating, span: Span): Span {
  const { lead } = claim;
  const isDated = claim.times.some(({ start }) => start === time.start);
  let from = -(lead?.exact.length ?? 0);
  let at = 0;
  let start: number | undefined;
  let end = 0;
  for (const piece of pieces) {
    const { length } = piece.text;
    if (piece.kind === 'added') {
      if (isDated && piece.reason === 'date' && from === span.end) end = at + length;
      at += length;
      continue;
    }
    const [first, last] = [Math.max(from, span.start), Math.min(from + length, span.end)];
    if (piece.kind === 'passage' && first < last) {
      start ??= at + first - from;
      end = at + last - from;
    }
    from += length;
    if (piece.kind === 'passage') at += length;
  }
  return { start: start ?? 0, end: start === undefined ? text.length : end };
}

// ---------------------------------------------------------------------------------------------
// What several facts tell of one day

/**
 * Of the words of the shorter entry so many must stand in the other, at least so many, and so many
 * that name nobody: what two people of one name did on a day are two things.
 */
const MIN_SHARE = 0.4;
const MIN_WORDS = 3;
const MIN_DEED = 2;

/** A word of more entries of one day than this tells nothing apart, and is not looked up. */
const COMMON = 24;

/** What was put down of a date, and the words of each, to find those that tell the same. */
interface Told {
  readonly entries: TimelineEntry[];
  readonly contents: Content[];
  readonly having: Map<string, number[]>;
}

/** Stems of what an entry says happened, without its date, and those of them that name somebody. */
interface Content {
  readonly all: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
}

/**
 * Join entries of one date that clearly tell the same, in the words of the first. What is only named
 * is left out where another entry tells it, of the same date or one within it.
 */
function joined(
  entries: readonly TimelineEntry[],
  names: (entry: TimelineEntry) => ReadonlySet<string>,
): TimelineEntry[] {
  const dates = new Map<string, Told>();
  const within = new Map<string, Told>();
  for (const entry of [...entries].sort((a, b) => rank(a) - rank(b))) {
    const content = { all: contentOf(entry), names: names(entry) };
    const periods = [entry.date.slice(0, 4), entry.date.slice(0, 7)].filter(
      (period) => period.length < entry.date.length,
    );
    const finer = within.get(entry.date);
    if (!isWhole(entry) && finer && isToldIn(content, finer)) continue;
    put(entry, content, toldOf(dates, `${entry.date} ${entry.until}`));
    for (const period of periods) add(entry, content, toldOf(within, period));
  }
  return [...dates.values()].flatMap((told) => told.entries);
}

/** Whole statements first: what one only names, another may tell in full; exact dates before others. */
const rank = (entry: TimelineEntry): number =>
  Number(!isWhole(entry)) * 8 + Number(entry.about) * 4 - entry.date.length / 4;

function toldOf(all: Map<string, Told>, key: string): Told {
  const told = all.get(key) ?? { entries: [], contents: [], having: new Map() };
  all.set(key, told);
  return told;
}

/** Of the words of what is only named so many stand in an entry of a day of that month or year. */
const MIN_TOLD = 0.5;

const isToldIn = (content: Content, { contents, having }: Told): boolean =>
  likeIn(content, contents, having).some(
    ({ count }) => count >= MIN_DEED && count >= MIN_TOLD * content.all.size,
  );

function put(entry: TimelineEntry, content: Content, told: Told): void {
  const { entries, contents, having } = told;
  const like = likeIn(content, contents, having);
  const isNamedIn = ({ index, count }: Like) => {
    const other = entries[index];
    return other !== undefined && isWhole(other) && count === content.all.size;
  };
  if (!isWhole(entry) && like.some(isNamedIn)) return;
  const alike = like.find(({ index, count, deeds }) => {
    const other = entries[index];
    const shorter = Math.min(content.all.size, contents[index]?.all.size ?? 0);
    const enough = count >= MIN_WORDS && count >= MIN_SHARE * shorter;
    const ofKind = other && isWhole(entry) === isWhole(other);
    return ofKind && enough && (deeds >= MIN_DEED || !isWhole(other));
  });
  const known = alike && entries[alike.index];
  if (known) entries[alike.index] = { ...known, claims: withMore(known.claims, entry.claims) };
  else add(entry, content, told);
}

function add(entry: TimelineEntry, content: Content, { entries, contents, having }: Told): void {
  for (const word of content.all) {
    const where = having.get(word);
    if (where) where.push(entries.length);
    else having.set(word, [entries.length]);
  }
  entries.push(entry);
  contents.push(content);
}

const isWhole = ({ words, statement }: TimelineEntry): boolean =>
  words.start === 0 && words.end === statement.text.length;

function contentOf({ statement: { text }, words, dated }: TimelineEntry): ReadonlySet<string> {
  const said = `${text.slice(words.start, dated.start)} ${text.slice(dated.end, words.end)}`;
  return new Set(stems(said).filter((stem) => !IDLE_STEMS.has(stem)));
}

/** An entry that has words in common with another: how many, and how many that name nobody. */
interface Like {
  readonly index: number;
  readonly count: number;
  readonly deeds: number;
}

/** Entries with common words, those with most first. */
function likeIn(
  { all, names }: Content,
  contents: readonly Content[],
  having: ReadonlyMap<string, readonly number[]>,
): readonly Like[] {
  const shared = new Map<number, string[]>();
  for (const word of all) {
    const where = having.get(word) ?? [];
    if (where.length > COMMON) continue;
    for (const index of where) shared.set(index, [...(shared.get(index) ?? []), word]);
  }
  return [...shared]
    .map(([index, words]) => {
      const named = contents[index]?.names;
      const deeds = words.filter((word) => !names.has(word) && !named?.has(word)).length;
      return { index, count: words.length, deeds };
    })
    .sort((a, b) => b.count - a.count || a.index - b.index);
}

const withMore = (claims: NonEmpty<string>, more: readonly string[]): NonEmpty<string> => [
  ...claims,
  ...more.filter((id) => !claims.includes(id)),
];

/** Stems of the names, and of what their bearers are called, that stand in an entry's claim. */
function nameStems(facts: readonly Fact[]): (entry: TimelineEntry) => ReadonlySet<string> {
  const claims = claimsById(facts);
  return ({ statement }) => {
    const mentions = claims.get(statement.claim)?.mentions ?? [];
    return new Set(mentions.flatMap(({ name, role }) => stems(`${name} ${role ?? ''}`)));
  };
}
