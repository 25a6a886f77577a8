import { tableOf } from '../tables.ts';
import type { Token } from '../types.ts';

/** Read numbers, in digits and in words. */

/** Numbers in words. Larger ones are written with a scale, or in digits. */
export const SPELLED: Readonly<Record<string, number>> = tableOf({
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
});

const SCALES: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  mn: 1e6,
  billion: 1e9,
  bn: 1e9,
  trillion: 1e12,
};

/** Numbers that are round by their nature: "two dozen" is about 24. */
const DOZEN = 'dozen';

const VULGAR: Readonly<Record<string, number>> = { '½': 0.5, '¼': 0.25, '¾': 0.75 };

const valueIn = (table: Readonly<Record<string, number>>, token: Token | undefined) =>
  token && Object.hasOwn(table, token.norm) ? table[token.norm] : undefined;

/** A number and the index behind it. */
export interface Numeral {
  readonly value: number;
  readonly next: number;
  /** Whether it is a round one by its nature. */
  readonly rough: boolean;
}

/** The number that begins at a token: "40 billion", "three", "1,300", "twenty-five", "a hundred". */
export function numeralAt(tokens: readonly Token[], index: number): Numeral | undefined {
  const base = inDigits(tokens, index) ?? inWords(tokens, index);
  if (!base) return undefined;
  const fraction = valueIn(VULGAR, tokens[base.next]);
  const whole = fraction
    ? { value: base.value + fraction, next: base.next + 1, rough: base.rough }
    : base;
  const money = /\p{Sc}$/u.test(tokens[index - 1]?.text ?? '');
  return scaled(tokens, whole, money);
}

/** "5m" is five million where it is money, and may be five metres elsewhere. */
function scaled(tokens: readonly Token[], number: Numeral, money: boolean): Numeral {
  const at = tokens[number.next]?.norm === '-' ? number.next + 1 : number.next;
  if (tokens[at]?.norm === DOZEN) return { value: number.value * 12, next: at + 1, rough: true };
  const scale = valueIn(money ? { ...SCALES, m: 1e6 } : SCALES, tokens[at]);
  return scale ? { ...number, value: clean(number.value * scale), next: at + 1 } : number;
}

/** 4.35 million is 4350000, not 4349999.999… */
const clean = (value: number) => Number(value.toPrecision(12));

function inDigits(tokens: readonly Token[], index: number): Numeral | undefined {
  const token = tokens[index];
  if (!token || !/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^\d+(?:\.\d+)?$/u.test(token.text)) {
    return undefined;
  }
  const groups = [token.text];
  let next = index + 1;
  // "50 000"
  while (/^[1-9]\d{0,2}$/u.test(token.text) && continues(tokens[next - 1], tokens[next])) {
    groups.push(tokens[next]?.text ?? '');
    next += 1;
  }
  return { value: Number(groups.join('').replaceAll(',', '')), next, rough: false };
}

const continues = (before: Token | undefined, token: Token | undefined) =>
  before !== undefined &&
  token !== undefined &&
  /^\d{3}$/u.test(token.text) &&
  token.start === before.end + 1;

function inWords(tokens: readonly Token[], index: number): Numeral | undefined {
  const article = tokens[index]?.norm === 'a' || tokens[index]?.norm === 'an';
  const group = article ? articled(tokens, index) : groupAt(tokens, index);
  if (!group) return undefined;
  const scale = valueIn(SCALES, tokens[group.next]);
  if (!scale || article) return group;
  // "Two hundred thousand", "one million two hundred thousand"
  const rest = inWords(tokens, group.next + 1);
  return rest && rest.value < scale && tokens[group.next + 1]?.norm !== 'a'
    ? { ...rest, value: group.value * scale + rest.value }
    : group;
}

/** "A hundred", "a million", "a dozen": about so many. */
function articled(tokens: readonly Token[], index: number): Numeral | undefined {
  const noun = tokens[index + 1];
  const scale = noun && [DOZEN, ...Object.keys(SCALES)].includes(noun.norm);
  if (!scale) return undefined;
  const group = noun.norm === 'hundred' ? groupAt(tokens, index + 1) : undefined;
  return group?.value === 100 || !group
    ? { value: group?.value ?? 1, next: group?.next ?? index + 1, rough: true }
    : group;
}

/** A number below a thousand in words: "two hundred and fifty-three". */
function groupAt(tokens: readonly Token[], index: number): Numeral | undefined {
  const small = tensAt(tokens, index);
  const at = small?.next ?? index;
  if (tokens[at]?.norm !== 'hundred' || (!small && tokens[index - 1]?.norm !== 'a')) return small;
  const rest = tensAt(tokens, tokens[at + 1]?.norm === 'and' ? at + 2 : at + 1);
  return {
    value: (small?.value ?? 1) * 100 + (rest?.value ?? 0),
    next: rest?.next ?? at + 1,
    rough: false,
  };
}

/** A number below a hundred in words: "twenty-five". */
function tensAt(tokens: readonly Token[], index: number): Numeral | undefined {
  const value = valueIn(SPELLED, tokens[index]);
  if (value === undefined) return undefined;
  const at = tokens[index + 1]?.norm === '-' ? index + 2 : index + 1;
  const unit = valueIn(SPELLED, tokens[at]);
  return value >= 20 && unit !== undefined && unit < 10
    ? { value: value + unit, next: at + 1, rough: false }
    : { value, next: index + 1, rough: false };
}

// ---------------------------------------------------------------------------------------------
// Orders of magnitude

/** Of what order something is, from … up to. Newsrooms go on saying "dozens" somewhat over a hundred. */
const ORDERS: Readonly<Record<string, readonly [number, number]>> = tableOf({
  dozens: [24, 120],
  hundreds: [200, 1200],
  thousands: [2e3, 1e5],
  'tens of thousands': [2e4, 1.2e5],
  'hundreds of thousands': [2e5, 1.2e6],
  millions: [2e6, 1e9],
  'tens of millions': [2e7, 1.2e8],
  'hundreds of millions': [2e8, 1.2e9],
  billions: [2e9, 1e12],
});

/** A number of which the order alone is told, "dozens", "tens of thousands": about from … to. */
export function orderAt(
  tokens: readonly Token[],
  index: number,
): (Numeral & { readonly upTo: number }) | undefined {
  for (const length of [3, 1]) {
    const words = tokens.slice(index, index + length).map(({ norm }) => norm);
    const order = ORDERS[words.join(' ')];
    if (!order) continue;
    const [value, upTo] = order;
    const end = index + length;
    return { value, upTo, next: tokens[end]?.norm === 'of' ? end + 1 : end, rough: true };
  }
  return undefined;
}

// ---------------------------------------------------------------------------------------------
// Years

/** Nouns whose plural has no form of its own, where news counts them. */
const SAME_PLURAL = new Set('people police aircraft sheep fish crew staff personnel'.split(' '));

/** Whether a token is a noun that can be counted: "ships", "people". */
export function isCountedNoun(token: Token | undefined): boolean {
  return token?.tag === 'NOUN' && (token.lemma !== token.norm || SAME_PLURAL.has(token.norm));
}

const YEAR_PREPOSITIONS = new Set('in since of until by from during early late mid'.split(' '));

/** Whether four digits have the form of a year. Whether they are one, their neighbors tell. */
export const looksLikeYear = (token: Token | undefined): boolean =>
  /^(?:19|20)\d\d$/u.test(token?.text ?? '');

/**
 * Whether a token is a year: after a word that makes it a date, and with nothing counted behind
 * it. "In 2030 engineers …", at the head of its clause, is a year all the same.
 */
export function isYear(tokens: readonly Token[], index: number): boolean {
  const hyphen = tokens[index - 1]?.text === '-';
  const at = hyphen ? index - 2 : index - 1;
  const preposition = tokens[at];
  if (!looksLikeYear(tokens[index]) || !YEAR_PREPOSITIONS.has(preposition?.norm ?? ''))
    return false;
  if (!countsBehind(tokens, index + 1)) return true;
  const head = tokens[at - 1];
  return preposition?.norm === 'in' && (!head || head.tag === 'PUNCT' || head.tag === 'CCONJ');
}

/** Whether a counted noun stands at a place, behind at most two adjectives. */
function countsBehind(tokens: readonly Token[], index: number): boolean {
  for (const token of tokens.slice(index, index + 3)) {
    if (isCountedNoun(token)) return true;
    if (!['ADJ', 'PROPN', 'NOUN'].includes(token.tag)) return false;
  }
  return false;
}
