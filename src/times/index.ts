import { tenseAt } from '../language/tense.ts';
import type { Span, Time, Token } from '../types.ts';
import { CALENDAR_DAYS } from './calendar-days.ts';
import { CLOCK_RULES } from './clock.ts';
import { DISTANCE_RULES } from './distances.ts';
import { DURATION_RULES } from './durations.ts';
import { HOLIDAY_RULES } from './holidays.ts';
import { MONTH_RULES } from './months.ts';
import { NAMED_DAY_RULES } from './named-days.ts';
import { PERIOD_RULES } from './periods.ts';
import { QUARTER_RULES } from './quarters.ts';
import { REFERENCE_RULES } from './references.ts';
import type { Context, Groups, TimeRule } from './rules.ts';
import { SEASON_RULES } from './seasons.ts';
import { SET_RULES } from './sets.ts';
import { WEEKDAY_RULES } from './weekdays.ts';
import { YEAR_RULES } from './years.ts';

/** Of two expressions of one length at one place, the one that stands first here is taken. */
export const TIME_RULES: readonly TimeRule[] = [
  ...CALENDAR_DAYS,
  ...MONTH_RULES,
  ...YEAR_RULES,
  ...QUARTER_RULES,
  ...SEASON_RULES,
  ...HOLIDAY_RULES,
  ...WEEKDAY_RULES,
  ...NAMED_DAY_RULES,
  ...PERIOD_RULES,
  ...DISTANCE_RULES,
  ...SET_RULES,
  ...DURATION_RULES,
  ...CLOCK_RULES,
  ...REFERENCE_RULES,
];

/**
 * Find time expressions and give their TIMEX3 values, the likeliest where several are possible.
 *
 * Only what is `certain` may date an event: a date that no report gives is worse than none.
 *
 * @param tokens Of a claim; spans of the result are into the same text.
 * @param published Publication date (ISO 8601) that relative dates count from; where it is not
 *   known, only dates with a year of their own have a value.
 */
export function timesOf(
  tokens: readonly Token[],
  text: string,
  published: string | null,
): readonly Time[] {
  const [start, end] = [tokens[0]?.start ?? 0, tokens.at(-1)?.end ?? 0];
  return timesIn({ tokens, text, published, start, end }, start, end);
}

/** A stretch of a text that times are looked for in. */
interface Place {
  readonly tokens: readonly Token[];
  readonly text: string;
  readonly published: string | null;
  readonly start: number;
  readonly end: number;
}

function timesIn(place: Place, from: number, to: number): readonly Time[] {
  const inside = place.tokens.filter(({ start, end }) => end > from && start < to);
  const rules = rulesFor(inside);
  if (rules.length === 0) return [];
  const stretch = place.text.slice(from, to);
  const matches = rules
    .flatMap((rule) => matchesOf(rule, stretch, from))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const found: Time[] = [];
  let at = from;
  for (const { rule, groups, start, end } of matches) {
    if (start < at) continue;
    at = end;
    const reading = rule.read(groups, contextOf(place, start, end, found));
    if (!reading) continue;
    const { value, type, certain, mod = null } = reading;
    const named = groups['year'] ?? groups['yearBefore'];
    const relative = /^\d{4}/u.test(value) && !named;
    found.push({
      start,
      end,
      text: place.text.slice(start, end),
      value,
      type,
      mod,
      relative,
      certain,
    });
  }
  return found;
}

/** An expression that a rule matches, in offsets of the whole text. */
interface Match extends Span {
  readonly rule: TimeRule;
  readonly groups: Groups;
}

/** What a rule matches. `matchAll` would compile each pattern anew, which takes longer than to match. */
function matchesOf(rule: TimeRule, stretch: string, from: number): readonly Match[] {
  const { pattern } = rule;
  const found: Match[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(stretch); match; match = pattern.exec(stretch)) {
    const start = from + match.index;
    found.push({ rule, groups: match.groups ?? {}, start, end: start + match[0].length });
  }
  return found;
}

/** As much of what surrounds an expression tells how it is meant, in characters. */
const NEAR = 120;

/** What surrounds an expression. The tense is told where it is asked for: few rules do. */
function contextOf(place: Place, start: number, end: number, found: readonly Time[]): Context {
  const { tokens, text, published } = place;
  const first = tokenBehind(tokens, start);
  const last = tokenBehind(tokens, end - 1);
  const next = Math.min(last + 1, tokens.length);
  const words = text.slice(start, end);
  return {
    published,
    words,
    before: text.slice(Math.max(place.start, start - NEAR), start),
    after: text.slice(end, Math.min(place.end, end + NEAR)),
    tokens,
    first,
    next,
    found,
    get tense() {
      return tenseAt(tokens, first, next, /['’]s$/u.test(words));
    },
    atEnd: (part) => timesIn(place, end - part.length, end)[0],
  };
}

/** Index of the token that a place is in, or of the next: tokens stand in order. */
function tokenBehind(tokens: readonly Token[], at: number): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((tokens[middle]?.end ?? 0) > at) high = middle;
    else low = middle + 1;
  }
  return low;
}

// ---------------------------------------------------------------------------------------------
// Cues

const CUES = [...new Set(TIME_RULES.flatMap(({ cues }) => cues))];

/** A word → the rules of which an expression may hold it. */
const BY_CUE: ReadonlyMap<string, readonly TimeRule[]> = new Map(
  CUES.map((cue) => [cue, TIME_RULES.filter(({ cues }) => cues.includes(cue))]),
);

/** The rules that may find something among some words, in their order: most claims tell no time. */
function rulesFor(tokens: readonly Token[]): readonly TimeRule[] {
  const likely = new Set<TimeRule>();
  const add = (cue: string) => {
    for (const rule of BY_CUE.get(cue) ?? []) likely.add(rule);
  };
  for (const { norm } of tokens) {
    if (PLAIN.test(norm)) add(norm);
    else if (ANY_PART.test(norm)) partsOf(norm).forEach(add);
  }
  return likely.size === 0 ? [] : TIME_RULES.filter((rule) => likely.has(rule));
}

const PLAIN = /^[a-z]+$/u;
const ANY_PART = /[a-z\d]/u;

/** "Mid-1996" is "mid" and "0000", "nov." is "nov". */
const partsOf = (word: string): readonly string[] =>
  word.replaceAll(/\d/gu, '0').match(/[a-z]+|0+/gu) ?? [];
