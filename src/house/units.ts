import { measuredIn, printedUnit, reckoningOf } from '../conversions.ts';
import type { Change } from '../edited.ts';
import type { Claim, Quantity } from '../types.ts';
import type { HouseRule, Seen } from './rule.ts';

/** Figures in the units that the editor asks for, in brackets behind the report's. */
export const units: HouseRule = {
  id: 'units',
  because:
    'Readers know one system. The figure of the report stays, since a rounded one turned twice is another; the other is rounded as the report rounds, to two digits at least.',
  examples: [
    ['units: metric', 'It is 12 miles from Lisk.', 'It is 12 miles [19 km] from Lisk.'],
    ['units: metric', 'A 12-mile tunnel was dug.', 'A 12-mile [19 km] tunnel was dug.'],
    [
      'units: metric',
      'It burned 15,000 acres of wood.',
      'It burned 15,000 acres [6,100 hectares] of wood.',
    ],
    [
      'units: metric',
      'It stood 5 to 7 miles from Lisk.',
      'It stood 5 to 7 miles [8–11 km] from Lisk.',
    ],
    ['units: metric', 'The bell weighs 500 pounds.', 'The bell weighs 500 pounds [230 kg].'],
    [
      'units: metric',
      'It was 95 degrees Fahrenheit in Lisk.',
      'It was 95 degrees Fahrenheit [35 °C] in Lisk.',
    ],
    ['units: metric', 'It rose by 9 degrees Fahrenheit.', 'It rose by 9 degrees Fahrenheit.'],
    [
      'units: metric',
      'The wind blew at 75 miles per hour.',
      'The wind blew at 75 miles per hour [120 km/h].',
    ],
    [
      'units: imperial',
      'It is 20 kilometers from Lisk.',
      'It is 20 kilometers [12 miles] from Lisk.',
    ],
    ['units: imperial', 'He swam the 100-meter final.', 'He swam the 100-meter final.'],
    ['units: metric', 'It is 20 kilometers from Lisk.', 'It is 20 kilometers from Lisk.'],
    ['units: metric', 'It is 12 miles (20 km) from Lisk.', 'It is 12 miles (20 km) from Lisk.'],
    [
      'units: metric',
      'It is 20 km, or 12 miles, from Lisk.',
      'It is 20 km, or 12 miles, from Lisk.',
    ],
    [
      'units: metric',
      'The council was a million miles from a bridge.',
      'The council was a million miles from a bridge.',
    ],
    ['units: metric', 'He paid 500 pounds for it.', 'He paid 500 pounds for it.'],
    ['units: metric', 'It is “12 miles wide” there.', 'It is “12 miles wide” there.'],
    ['', 'It is 12 miles from Lisk.', 'It is 12 miles from Lisk.'],
  ],
  changes: (seen) => {
    const system = seen.setting.house.units;
    if (system === 'as-reported') return [];
    return seen.claim.quantities.flatMap((quantity) => converted(quantity, seen, system));
  },
};

function converted(
  quantity: Quantity,
  { claim, own, isFree }: Seen,
  system: 'metric' | 'imperial',
): readonly Change[] {
  const { unit, end } = measuredIn(claim, quantity);
  const reckoning = reckoningOf(unit, system);
  const place = { start: own + quantity.start, end: own + end };
  if (!reckoning || !isFree(place) || isFigureOfSpeech(claim, quantity)) return [];
  const { unit: other, reckon } = reckoning;
  const has = claim.quantities.some((one) => measuredIn(claim, one).unit === other);
  if (has || quantity.text.includes('(')) return [];
  const round = unit.startsWith('°') ? Math.round : toDigits(significant(quantity));
  const values = [quantity.value, ...(quantity.upTo === null ? [] : [quantity.upTo])].map((value) =>
    round(reckon(value)),
  );
  const words = `${values.map(grouped).join('–')} ${printedUnit(other, values.at(-1) ?? 0)}`;
  return [{ kind: 'behind', end: place.end, text: ` [${words}]`, reason: 'unit' }];
}

/** Words around a figure by which it measures nothing, or names what it stands before. */
const BEHIND =
  /^[- ]?(?:\d|(?:dash|race|final|sprint|relay|hurdles|freestyle|butterfly|backstroke|breaststroke|medley|champion|record|event|under\b))/iu;
const SPOKEN =
  /\b(?:million|thousand|hundred) miles (?:from|away|apart|off)\b|\b(?:an?|the|extra|every) (?:mile|foot)\b/iu;

/** Degrees by which it grew warmer are no temperature. */
const CHANGE =
  /\b(?:warm(?:ing|ed|er)|cool(?:ing|ed|er)|rise|rises|rising|risen|rose|increased?|increasing|dropp?(?:ed|ing|s)?|fell|fall(?:s|en|ing)?|higher|lower|hotter|colder|above (?:average|normal|pre))\b/iu;

const isFigureOfSpeech = ({ exact }: Claim, { start, end, unit }: Quantity): boolean =>
  BEHIND.test(exact.slice(end)) ||
  SPOKEN.test(exact.slice(start, end + 10)) ||
  (unit === '°' && CHANGE.test(exact));

/** Digits that a figure is exact to, two at least: 12,500 has three. */
function significant({ value, upTo }: Quantity): number {
  const digits = (number: number) =>
    (number.toExponential().split('e')[0] ?? '').replace('.', '').length;
  return Math.max(2, digits(value), upTo === null ? 0 : digits(upTo));
}

const toDigits =
  (digits: number) =>
  (value: number): number =>
    Number(value.toPrecision(digits));

/** `6,100`. */
const grouped = (value: number): string => {
  const [whole = '', part] = String(value).split('.');
  const groups = whole.replace('-', '−').replace(/\B(?=(?:\d{3}){1,6}$)/gu, ',');
  return part === undefined ? groups : `${groups}.${part}`;
};
