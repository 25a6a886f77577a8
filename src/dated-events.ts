import { scopeOf } from './event-scopes.ts';
import { isOneDay, type When, whenOf } from './event-times.ts';
import { MONTHS } from './language/calendar.ts';
import { type Saying, saidBefore } from './language/saying.ts';
import { stems } from './language/words.ts';
import { isQuoted, isWithin } from './spans.ts';
import type { Claim, Span, Time } from './types.ts';

/** Something that a claim says happened, with when. */
export interface DatedEvent {
  readonly when: When;
  /** The expression that gives the date, into the claim's `exact`. */
  readonly time: Span;
  /** The words that say what happened, into the claim's `exact`. */
  readonly words: Span;
  /**
   * `event`: what the claim states. `named`: what it only names, "after the vote on Monday".
   * `saying`: that somebody said so.
   */
  readonly role: 'event' | 'named' | 'saying';
  /** Whether a statement leaves these words to the citation. */
  readonly cited: boolean;
}

/**
 * List what a claim dates.
 *
 * Left out are bounds of stretches ("since 24 May"), what is asked, denied or would be so under a
 * condition, and days counted inside a quotation: its speaker may have counted from another day.
 *
 * @param published Publication date of the report; null where it is not known.
 */
export function datedEvents(claim: Claim, published: string | null): readonly DatedEvent[] {
  if (UNTOLD.has(claim.modality) || claim.strength === 'denied') return [];
  if (/\?(?:[”’)]|$)/u.test(claim.exact)) return [];
  return claim.times.flatMap((time) => [
    ...eventAt(claim, time, published),
    ...anchorOf(claim, time, published),
  ]);
}

const UNTOLD: ReadonlySet<Claim['modality']> = new Set(['asked', 'conditional']);

function eventAt(claim: Claim, time: Time, published: string | null): readonly DatedEvent[] {
  const { exact, asides } = claim;
  const when = whenOf(time, published);
  if (!when || isSpeakers(claim, time)) return [];
  const aside = asides.find((each) => isWithin(time, each));
  if (aside && aside.reason !== 'attribution') return [];
  const all = { start: 0, end: exact.length };
  const words = scopeOf(exact, time, isOneDay(when));
  const isWhole = !words || (words.start === 0 && words.end === exact.length);
  const said = isWhole ? saidBefore(exact.slice(0, time.start)) : undefined;
  if (said && isOneDay(when)) {
    const role = isDeed(claim, said) ? 'event' : 'saying';
    return [{ when, time, words: all, role, cited: aside !== undefined }];
  }
  if (!words || (aside && isWhole)) return [];
  return [{ when, time, words, role: isWhole ? 'event' : 'named', cited: false }];
}

/**
 * Whether to say so is an event of its own: to warn or to hint, and to announce or to confirm where it
 * is told by name who did.
 */
const isDeed = ({ attribution: [source] }: Claim, { verb, neutral }: Saying): boolean =>
  !neutral || (DEEDS.has(verb) && source !== undefined && NAMED.has(source.kind));

const DEEDS: ReadonlySet<string> = new Set(stems('announce confirm'));
const NAMED: ReadonlySet<string> = new Set(['person', 'organization']);

/** Whether a speaker counts from a day that may be another than that of the report. */
const isSpeakers = (claim: Claim, time: Time): boolean => time.relative && isQuoted(claim, time);

/**
 * "Three days after the assault on May 10" names two days: the second dates the assault. Only its
 * value is known for certain, and the year of the other follows, since the two are near.
 */
function anchorOf(claim: Claim, time: Time, published: string | null): readonly DatedEvent[] {
  const { head = '', anchor = '' } = ANCHORED.exec(time.text)?.groups ?? {};
  const day = whenOf(time, published)?.date;
  const date = day && anchor ? dayNear(anchor, day) : undefined;
  if (!date || isSpeakers(claim, time)) return [];
  const start = time.start + head.length;
  const own = { start: time.end - anchor.length, end: time.end };
  const words = scopeOf(claim.exact, own, false);
  if (!words || words.start < start) return [];
  const when = { date, until: null, precision: 'day', about: false } as const;
  return [{ when, time: own, words, role: 'named', cited: false }];
}

const ANCHORED =
  /^(?<head>.*\b(?:after|before) )(?<event>[^,]+ )(?<anchor>\p{Lu}\p{L}+\.? \d{1,2}|\d{1,2} \p{Lu}\p{L}+)$/u;

/** A day without a year, in the year of a day that is near. */
function dayNear(text: string, near: string): string | undefined {
  const [, month = '', day = ''] =
    /^(\p{L}{3})\p{L}*\.? (\d+)$/u.exec(text.replace(/^(\d+) (.+)$/u, '$2 $1')) ?? [];
  const number = MONTHS.indexOf(month.toLowerCase()) + 1;
  if (number === 0) return undefined;
  const tail = `${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
  const year = Number(near.slice(0, 4));
  return [year - 1, year, year + 1]
    .map((each) => `${each}-${tail}`)
    .sort((a, b) => distance(a, near) - distance(b, near))[0];
}

const distance = (a: string, b: string): number => Math.abs(Date.parse(a) - Date.parse(b));
