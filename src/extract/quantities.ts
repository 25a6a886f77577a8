import { hedgeOf } from '../language/hedges.ts';
import { isCountedNoun, looksLikeYear, type Numeral, numeralAt } from '../language/numerals.ts';
import { isPeople, stateAround } from '../language/tolls.ts';
import type { Quantity, Token } from '../types.ts';

/** ISO 4217 codes where the sign stands for one currency in the news of its country. */
const CURRENCY_SIGNS: Readonly<Record<string, string>> = {
  $: 'USD',
  us$: 'USD',
  a$: 'AUD',
  c$: 'CAD',
  nz$: 'NZD',
  hk$: 'HKD',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  '₹': 'INR',
};

/**
 * Written units and their symbols (SI, or the customary one). Not here: what is two units, as the
 * pound of weight and of money, or differs from country to country, as the ton and the rupee.
 */
const UNITS: Readonly<Record<string, string>> = {
  kilometer: 'km',
  kilometre: 'km',
  km: 'km',
  meter: 'm',
  metre: 'm',
  mile: 'mi',
  foot: 'ft',
  feet: 'ft',
  kilogram: 'kg',
  kg: 'kg',
  tonne: 't',
  tonnes: 't',
  lb: 'lb',
  liter: 'l',
  litre: 'l',
  hectare: 'ha',
  acre: 'acre',
  percent: '%',
  pct: '%',
  '%': '%',
  dollar: 'USD',
  euro: 'EUR',
  yen: 'JPY',
  hour: 'h',
  minute: 'min',
  second: 's',
  day: 'd',
  week: 'wk',
  month: 'mo',
  year: 'y',
  degree: '°',
};

/**
 * Find numbers with what they count: a unit, a currency, or a noun; of people, with what happened
 * to them ("people killed").
 *
 * A bare number without any says nothing that could be compared, and is left alone. So are ranges,
 * shares ("one in five"), and what comes on top of another figure ("12 more").
 *
 * @param tokens Of one sentence; spans of the result are into the same text.
 */
export function quantitiesOf(tokens: readonly Token[], text: string): readonly Quantity[] {
  const found: Quantity[] = [];
  let index = 0;
  while (index < tokens.length) {
    const numeral = numeralAt(tokens, index);
    if (!numeral) {
      index += 1;
      continue;
    }
    const skipped = endOfRange(tokens, index, numeral);
    if (skipped) {
      index = skipped;
      continue;
    }
    const counted = isCount(tokens, index, numeral) ? countedAt(tokens, index, numeral) : undefined;
    if (counted) found.push(quantity(tokens, text, counted, numeral));
    index = Math.max(counted?.next ?? 0, numeral.next);
  }
  return found;
}

/** A unit, and the tokens that the quantity is made of. */
interface Counted {
  readonly unit: string;
  readonly from: number;
  readonly to: number;
  /** Where the number begins, with its currency: a hedge stands before it. */
  readonly at: number;
  /** Where to read on. */
  readonly next: number;
}

function quantity(
  tokens: readonly Token[],
  text: string,
  { unit, from, to, at }: Counted,
  { value, rough, next }: Numeral,
): Quantity {
  const hedge = hedgeOf(tokens, at, next);
  const start = tokens[Math.min(from, hedge?.from ?? from)]?.start ?? 0;
  const end = tokens[Math.max(to, hedge?.to ?? to) - 1]?.end ?? start;
  const bound = hedge?.bound ?? (rough ? 'about' : 'exact');
  return { start, end, text: text.slice(start, end), value, unit, bound };
}

// ---------------------------------------------------------------------------------------------
// What is no count

/** Words that join two numbers to a range: "5 to 7"; and a small one to a greater: "one in five". */
const RANGES = new Set(['to', 'or', '-', '–', '—', '/']);
const SHARES = new Set(['in', 'out']);

/** Index behind a range or share that begins with a number; nothing where there is none. */
function endOfRange(
  tokens: readonly Token[],
  index: number,
  { value, next }: Numeral,
): number | undefined {
  const join = tokens[next]?.norm ?? '';
  const between = tokens
    .slice(Math.max(0, index - 2), index)
    .some(({ norm }) => norm === 'between');
  const range = RANGES.has(join) || (join === 'and' && between);
  if (!range && !SHARES.has(join)) return undefined;
  const words = tokens.slice(next + 1, next + 3);
  const at = words.findIndex(({ norm }) => !/^(?:of|every|about)$/u.test(norm) && !isSign(norm));
  const other = at < 0 ? undefined : numeralAt(tokens, next + 1 + at);
  return other && (range || value < other.value) ? other.next : undefined;
}

const isSign = (norm: string) => Object.hasOwn(CURRENCY_SIGNS, norm);

/** Words before a number that make it a name or an addition, not a count. */
const NO_COUNT_BEFORE =
  /^(?:no|no\.|number|page|chapter|article|section|flight|route|highway|room|aged?|another|further|additional|extra|other|half|minus|jan(?:uary)?|feb(?:ruary)?|march|apr(?:il)?|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?$/u;

/** Words behind one that do so: "12 more people", "two thirds", "5 p.m.", "12 March". */
const NO_COUNT_BEHIND =
  /^(?:more|others?|additional|further|extra|fewer|less|half|halves|thirds?|quarters?|(?:fif|six|seven|eigh|nin|ten)ths?|[ap]\.?m\.?|o['’]clock|gmt|m|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|ember|ober)?)\.?$/u;

function isCount(tokens: readonly Token[], index: number, { next }: Numeral): boolean {
  const [token, before, behind] = [tokens[index], tokens[index - 1], tokens[next]];
  const beyond = behind?.text === '-' ? tokens[next + 1] : behind;
  if (!token || NO_COUNT_BEFORE.test(before?.norm ?? '')) return false;
  // "May 12", but not "may 12"
  if ([before?.text, behind?.text].includes('May')) return false;
  if (NO_COUNT_BEHIND.test(beyond?.norm ?? '')) return false;
  // "F-16", "-5"
  if (/^[-–−/#.]$/u.test(before?.text ?? '') && before?.end === token.start) return false;
  return !looksLikeYear(token) || next > index + 1 || isCountLikeYear(tokens, index);
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
// What is counted

const unitOf = (token: Token | undefined): string | undefined =>
  token && (UNITS[token.norm] ?? UNITS[token.lemma]);

function countedAt(tokens: readonly Token[], index: number, numeral: Numeral): Counted | undefined {
  const { next } = numeral;
  const sign = CURRENCY_SIGNS[tokens[index - 1]?.norm ?? ''];
  if (sign) return perTime(tokens, { unit: sign, from: index - 1, at: index - 1, to: next, next });
  // "20-kilometre", "16-year-old": the hyphen is a token of its own.
  const at = tokens[next]?.text === '-' ? next + 1 : next;
  return measured(tokens, index, at) ?? people(tokens, index, numeral) ?? noun(tokens, index, next);
}

function measured(tokens: readonly Token[], index: number, at: number): Counted | undefined {
  const words = tokens.slice(at, at + 3).map(({ norm }) => norm);
  if (words[0] === 'per' && words[1] === 'cent') {
    return { unit: '%', from: index, at: index, to: at + 2, next: at + 2 };
  }
  const square = words[0] === 'square' ? unitOf(tokens[at + 1]) : undefined;
  if (square) return { unit: `${square}²`, from: index, at: index, to: at + 2, next: at + 2 };
  const unit = unitOf(tokens[at]);
  if (!unit) return undefined;
  const old = unit === 'y' ? words.indexOf('old') : -1;
  if (old > 0)
    return { unit: 'year-old', from: index, at: index, to: at + old + 1, next: at + old + 1 };
  return perTime(tokens, { unit, from: index, at: index, to: at + 1, next: at + 1 });
}

const PER = new Set(['per', 'a', 'an', 'each', 'every', '/']);

/** "5 miles an hour" is no length, "$5 a day" no price. */
function perTime(tokens: readonly Token[], counted: Counted): Counted {
  const per = PER.has(tokens[counted.to]?.norm ?? '') ? tokens[counted.to + 1] : undefined;
  const unit = per?.norm === 'h' ? 'h' : unitOf(per);
  if (!unit) return counted;
  const to = counted.to + 2;
  return { ...counted, unit: `${counted.unit}/${unit}`, to, next: to };
}

/** What happened to people, where the words around their number say so. */
function people(tokens: readonly Token[], index: number, { next }: Numeral): Counted | undefined {
  const counted = noun(tokens, index, next);
  const first = hedgeOf(tokens, index, next)?.from ?? index;
  const toll = stateAround(tokens, { first, next, noun: counted });
  if (!toll) return undefined;
  return {
    unit: `${toll.of} ${toll.state}`,
    from: Math.min(index, toll.from),
    at: index,
    to: Math.max(counted?.to ?? next, toll.to),
    next: Math.max(counted?.to ?? next, toll.to),
  };
}

/** The noun that is counted, with at most two adjectives before it: "26 Somali pirates". */
function noun(tokens: readonly Token[], index: number, next: number): Counted | undefined {
  // "Boeing 737 planes": perhaps part of the name.
  if (tokens[index - 1]?.tag === 'PROPN' && !isPeople(tokens[next])) return undefined;
  const plus = /^(?:\+|or)$/u.test(tokens[next]?.norm ?? '') ? hedgeOf(tokens, index, next)?.to : 0;
  const begin = Math.max(next, plus ?? 0);
  for (let at = begin; at <= begin + 2; at++) {
    const token = tokens[at];
    if (!token) return undefined;
    const unit = isPeople(token) ? 'people' : isCountedNoun(token) ? token.lemma : undefined;
    if (unit) return { unit, from: index, at: index, to: at + 1, next: at + 1 };
    if (!['ADJ', 'PROPN', 'NOUN'].includes(token.tag)) return undefined;
  }
  return undefined;
}
