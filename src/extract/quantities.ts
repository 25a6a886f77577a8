import type { Quantity, Token } from '../types.ts';

/** Spelled numbers. Larger ones are written in digits by every style guide of the press. */
const SPELLED: Readonly<Record<string, number>> = {
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
  dozen: 12,
};

const SCALES: Readonly<Record<string, number>> = {
  hundred: 1e2,
  thousand: 1e3,
  million: 1e6,
  mn: 1e6,
  m: 1e6,
  billion: 1e9,
  bn: 1e9,
  trillion: 1e12,
};

/** ISO 4217 codes where the sign stands for one currency in the news of its country. */
const CURRENCY_SIGNS: Readonly<Record<string, string>> = {
  $: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  '₹': 'INR',
};

/** Written units and their symbols (SI, or the customary one). */
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
  ton: 't',
  pound: 'lb',
  liter: 'l',
  litre: 'l',
  hectare: 'ha',
  acre: 'acre',
  percent: '%',
  '%': '%',
  dollar: 'USD',
  euro: 'EUR',
  yen: 'JPY',
  rupee: 'INR',
  hour: 'h',
  minute: 'min',
  second: 's',
  day: 'd',
  week: 'wk',
  month: 'mo',
  year: 'y',
  degree: '°',
};

const HEDGES = new Set([
  'about',
  'around',
  'nearly',
  'almost',
  'roughly',
  'approximately',
  'some',
  'over',
  'least',
  'most',
  'than',
  'up',
  'estimated',
]);

/**
 * Find numbers with what they count: a unit, a currency, or a noun.
 *
 * A bare number without either says nothing that could be compared, and is left alone.
 *
 * @param tokens Of one sentence; spans of the result are into the same text.
 */
export function quantitiesOf(tokens: readonly Token[], text: string): readonly Quantity[] {
  const found: Quantity[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const number = numberAt(tokens, index);
    if (!number) continue;
    const counted = unitAt(tokens, index, number.next);
    if (counted) {
      const start = tokens[counted.from]?.start ?? 0;
      const end = tokens[counted.to - 1]?.end ?? start;
      found.push({
        start,
        end,
        text: text.slice(start, end),
        value: number.value,
        unit: counted.unit,
        approximate: HEDGES.has(tokens[counted.from - 1]?.norm ?? ''),
      });
    }
    index = (counted?.to ?? number.next) - 1;
  }
  return found;
}

/** The number that begins at a token, with its scale: "40 billion", "three", "1,300". */
function numberAt(
  tokens: readonly Token[],
  index: number,
): { value: number; next: number } | undefined {
  const token = tokens[index];
  if (!token) return undefined;
  const digits = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^\d+(?:\.\d+)?$/u.test(token.text);
  const spelled = Object.hasOwn(SPELLED, token.norm) ? SPELLED[token.norm] : undefined;
  const base = digits ? Number(token.text.replaceAll(',', '')) : spelled;
  if (base === undefined) return undefined;
  const scale = tokens[index + 1]?.norm ?? '';
  return Object.hasOwn(SCALES, scale)
    ? { value: base * (SCALES[scale] ?? 1), next: index + 2 }
    : { value: base, next: index + 1 };
}

function unitAt(tokens: readonly Token[], index: number, next: number) {
  const sign = CURRENCY_SIGNS[tokens[index - 1]?.text ?? ''];
  if (sign) return { unit: sign, from: index - 1, to: next };
  // "20-kilometre", "16-year-old": the hyphen is a token of its own.
  const at = tokens[next]?.text === '-' ? next + 1 : next;
  const following = tokens[at];
  if (!following) return undefined;
  const unit = UNITS[following.norm] ?? UNITS[following.lemma];
  if (unit) return { unit, from: index, to: at + 1 };
  return countedNoun(tokens, index, next);
}

/** The noun that is counted, with at most two adjectives before it: "26 Somali pirates". */
function countedNoun(tokens: readonly Token[], index: number, next: number) {
  for (let at = next; at <= next + 2; at++) {
    const token = tokens[at];
    if (token?.tag === 'NOUN' && token.lemma !== token.norm) {
      return { unit: token.lemma, from: index, to: at + 1 };
    }
    if (!token || !['ADJ', 'PROPN', 'NOUN'].includes(token.tag)) return undefined;
  }
  return undefined;
}
