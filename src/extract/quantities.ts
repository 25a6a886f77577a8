import { type Counted, countedAt, joinsUnit, measured } from '../language/counted.ts';
import { hedgeOf } from '../language/hedges.ts';
import { looksLikeYear, type Numeral, numeralAt, orderAt } from '../language/numerals.ts';
import { isPeople } from '../language/tolls.ts';
import { CURRENCY_SIGNS, inCommonUnit, unitOf } from '../language/units.ts';
import type { Quantity, Token } from '../types.ts';

/**
 * Find numbers with what they count: a unit, a currency, or a noun; of people, with what happened
 * to them ("people killed").
 *
 * A bare number without any says nothing that could be compared, and is left alone. So are shares
 * ("one in five"), what comes on top of another figure ("12 more"), and steps ("from 5 to 7"). A
 * figure that is given in two units is one: "12 miles (20 km)".
 *
 * @param tokens Of one sentence; spans of the result are into the same text.
 */
export function quantitiesOf(tokens: readonly Token[], text: string): readonly Quantity[] {
  const found: Quantity[] = [];
  let index = 0;
  while (index < tokens.length) {
    const numeral = numeralAt(tokens, index);
    const read = numeral
      ? (rangeAt(tokens, index, numeral) ?? figureAt(tokens, index, numeral))
      : (rangeInOne(tokens, index) ?? orderOf(tokens, index));
    if (read?.counted) found.push(quantity(tokens, text, read.counted, read));
    index = read?.next ?? index + 1;
  }
  return found;
}

/** A number or a range, with what it counts, if anything that could be compared. */
interface Figure extends Pick<Numeral, 'value' | 'rough'> {
  /** Index behind the number itself. */
  readonly end: number;
  /** Where to read on. */
  readonly next: number;
  /** The greater end of a range; null where there is none. */
  readonly upTo: number | null;
  readonly counted: Counted | undefined;
}

function figureAt(tokens: readonly Token[], index: number, numeral: Numeral): Figure {
  const counted = isCount(tokens, index, numeral) ? countedAt(tokens, index, numeral) : undefined;
  const whole = counted && withConversion(tokens, counted, numeral.value);
  return {
    value: numeral.value,
    rough: numeral.rough,
    end: numeral.next,
    upTo: null,
    counted: whole,
    next: Math.max(whole?.next ?? 0, numeral.next),
  };
}

function quantity(
  tokens: readonly Token[],
  text: string,
  { unit, from, to, at }: Counted,
  { value, upTo, rough, end: behind }: Figure,
): Quantity {
  const hedge = hedgeOf(tokens, at, behind);
  const start = tokens[Math.min(from, hedge?.from ?? from)]?.start ?? 0;
  const end = tokens[Math.max(to, hedge?.to ?? to) - 1]?.end ?? start;
  const bound = hedge?.bound ?? (rough ? 'about' : 'exact');
  return { start, end, text: text.slice(start, end), value, upTo, unit, bound };
}

// ---------------------------------------------------------------------------------------------
// Ranges

/** Words that join two numbers to a range: "5 to 7"; and a small one to a greater: "one in five". */
const RANGES = new Set(['to', 'or', '-', '–', '—', '/']);
const SHARES = new Set(['in', 'out']);

/** A range or share that begins with a number; nothing where there is none. Shares count nothing. */
function rangeAt(tokens: readonly Token[], index: number, low: Numeral): Figure | undefined {
  const join = tokens[low.next]?.norm ?? '';
  const before = tokens.slice(Math.max(0, index - 2), index).map(({ norm }) => norm);
  const isRange = RANGES.has(join) || (join === 'and' && before.includes('between'));
  if (!isRange && !SHARES.has(join)) return undefined;
  const words = tokens.slice(low.next + 1, low.next + 3);
  const step = words.findIndex(({ norm }) => !/^(?:of|every|about)$/u.test(norm) && !isSign(norm));
  const at = low.next + 1 + step;
  const high = step < 0 ? undefined : numeralAt(tokens, at);
  if (!high || !(isRange || low.value < high.value)) return undefined;
  const nothing = { ...high, end: high.next, upTo: null, counted: undefined };
  // "Rose from 5 to 7 percent" is a step, not a range.
  if (!isRange || before.includes('from') || !isCount(tokens, index, low)) return nothing;
  return rangeOf(tokens, { index, value: lowEnd(low, high, tokens[at]) }, { at, high }) ?? nothing;
}

/** "5-7 ships", where the tokenizer leaves the range in one piece; not of years. */
function rangeInOne(tokens: readonly Token[], index: number): Figure | undefined {
  const [, low = '', high = ''] = /^(\d{1,3})[-–](\d{1,3})$/u.exec(tokens[index]?.text ?? '') ?? [];
  if (low === '') return undefined;
  const numeral = { value: Number(high), next: index + 1, rough: false };
  return rangeOf(tokens, { index, value: Number(low) }, { at: index, high: numeral });
}

/** "Dozens of ships", "dozens injured": a range by its nature. */
function orderOf(tokens: readonly Token[], index: number): Figure | undefined {
  const order = orderAt(tokens, index);
  const behind = tokens[order?.next ?? 0]?.norm ?? '';
  if (!order || NO_COUNT_BEHIND.test(behind) || NO_COUNT_BEFORE.test(tokens[index - 1]?.norm ?? ''))
    return undefined;
  const counted = countedAt(tokens, index, order);
  if (!counted) return undefined;
  return { ...order, end: order.next, counted, next: Math.max(counted.next, order.next) };
}

/** The lower end of a range whose scale stands behind the other: "5 to 7 million". */
function lowEnd(low: Numeral, high: Numeral, first: Token | undefined): number {
  const scale = high.value / Number(first?.text.replaceAll(',', ''));
  return scale >= 1000 && low.value < high.value / scale ? low.value * scale : low.value;
}

function rangeOf(
  tokens: readonly Token[],
  low: { readonly index: number; readonly value: number },
  { at, high }: { readonly at: number; readonly high: Numeral },
): Figure | undefined {
  const counted = isCountBehind(tokens, at, high) ? countedAt(tokens, at, high) : undefined;
  if (!counted || low.value >= high.value) return undefined;
  const from = isSign(tokens[low.index - 1]?.norm ?? '') ? low.index - 1 : low.index;
  return {
    value: low.value,
    upTo: high.value,
    rough: high.rough,
    end: high.next,
    counted: { ...counted, from, at: from },
    next: Math.max(counted.next, high.next),
  };
}

const isSign = (norm: string) => Object.hasOwn(CURRENCY_SIGNS, norm);

// ---------------------------------------------------------------------------------------------
// What is no count

/** Words before a number that make it a name or an addition, not a count. */
const NO_COUNT_BEFORE =
  /^(?:no|no\.|number|page|chapter|article|section|flight|route|highway|room|aged?|another|further|additional|extra|other|half|minus|jan(?:uary)?|feb(?:ruary)?|march|apr(?:il)?|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?$/u;

/** Words behind one that do so: "12 more people", "two thirds", "5 p.m.", "12 March". */
const NO_COUNT_BEHIND =
  /^(?:more|others?|additional|further|extra|fewer|less|half|halves|thirds?|quarters?|(?:fif|six|seven|eigh|nin|ten)ths?|[ap]\.?m\.?|o['’]clock|gmt|m|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|ember|ober)?)\.?$/u;

function isCount(tokens: readonly Token[], index: number, numeral: Numeral): boolean {
  const [token, before] = [tokens[index], tokens[index - 1]];
  if (!token || NO_COUNT_BEFORE.test(before?.norm ?? '')) return false;
  // "May 12", but not "may 12"
  if (before?.text === 'May') return false;
  // "F-16", "-5"
  const glued = /^[-–−/#.]$/u.test(before?.text ?? '') && before?.end === token.start;
  if (glued && !joinsUnit(tokens, index - 1)) return false;
  return isCountBehind(tokens, index, numeral);
}

/** Whether nothing behind a number, or in its form, makes it a day, a year or a part. */
function isCountBehind(tokens: readonly Token[], index: number, { next }: Numeral): boolean {
  const behind = tokens[next];
  const beyond = behind?.text === '-' ? tokens[next + 1] : behind;
  if (behind?.text === 'May' || NO_COUNT_BEHIND.test(beyond?.norm ?? '')) return false;
  return !looksLikeYear(tokens[index]) || next > index + 1 || isCountLikeYear(tokens, index);
}

/** Four digits without a comma are a count behind a hedge, or "of" and before people. */
function isCountLikeYear(tokens: readonly Token[], index: number): boolean {
  if (hedgeOf(tokens, index, index + 1)) return true;
  const counted = tokens[index + 1];
  const dated = /^(?:in|since|until|by|from|during|early|late|mid|the|this|that|its|their)$/u;
  if (dated.test(tokens[index - 1]?.norm ?? '')) return false;
  return isPeople(counted) || unitOf(counted) !== undefined;
}

// ---------------------------------------------------------------------------------------------
// Two units

/** A conversion is rounded to this share of the figure at most. */
const ROUNDED = 0.05;

/** "12 miles (20 km)": the figure with the same in another unit, in brackets behind it. */
function withConversion(tokens: readonly Token[], counted: Counted, value: number): Counted {
  if (tokens[counted.to]?.text !== '(') return counted;
  const words = tokens.slice(counted.to + 1, counted.to + 3);
  const step = words.findIndex(({ norm }) => !/^(?:about|around|some|roughly|or)$/u.test(norm));
  const at = counted.to + 1 + Math.max(0, step);
  const other = numeralAt(tokens, at);
  const same =
    other && measured(tokens, at, tokens[other.next]?.text === '-' ? other.next + 1 : other.next);
  if (!other || !same || tokens[same.to]?.text !== ')') return counted;
  const [one, two] = [inCommonUnit(value, counted.unit), inCommonUnit(other.value, same.unit)];
  const isSame = one.unit === two.unit && Math.abs(one.value - two.value) <= ROUNDED * one.value;
  return isSame ? { ...counted, to: same.to + 1, next: same.to + 1 } : counted;
}
