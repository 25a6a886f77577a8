import { dayOf, MONTHS } from '../language/calendar.ts';
import {
  CALL_SIGN,
  DATELINE_AGENCIES,
  DATELINE_OUTLETS,
  NO_PLACES,
} from '../language/datelines.ts';
import { isAgency } from '../language/proper-names.ts';
import type { Found } from '../types.ts';
import type { Inset, InsetRule } from './rules.ts';

export const dateline: InsetRule = {
  id: 'dateline',
  reason: 'dateline',
  because:
    'Agency copy begins with where it was written, the day, and the agency in brackets, up to a dash. It tells about the report; it is told from a sentence by its capitals, its brackets, and by what follows, which begins a sentence.',
  find: (blocks) => {
    for (const [block, text] of blocks.slice(0, FIRST).entries()) {
      const found = headOf(text) ?? colonHeadOf(text, blocks);
      if (found) return [{ block, start: 0, ...found }];
    }
    return [];
  },
  examples: [
    {
      blocks: ['HARLOW (Reuters) — The bridge was closed.', 'It is old.'],
      left: ['The bridge was closed.', 'It is old.'],
      found: { place: 'HARLOW', agency: 'Reuters' },
    },
    {
      blocks: ['HARLOW, March 3 (AP) – The bridge was closed.'],
      left: ['The bridge was closed.'],
      found: { place: 'HARLOW', agency: 'AP' },
    },
    {
      blocks: ['HARLOW, Ill., March 3, 2031 (AP) – The bridge was closed.'],
      left: ['The bridge was closed.'],
      found: { place: 'HARLOW, Ill.', agency: 'AP', published: '2031-03-03' },
    },
    {
      blocks: ['NEW HARLOW, Ill. — “It is old,” she said.'],
      left: ['“It is old,” she said.'],
      found: { place: 'NEW HARLOW, Ill.' },
    },
    {
      blocks: ['HARLOW/BRENNICK, 3 May (Reuters) – Two bridges were closed.'],
      left: ['Two bridges were closed.'],
      found: { place: 'HARLOW/BRENNICK', agency: 'Reuters' },
    },
    {
      blocks: ['Harlow (AFP) – The bridge was closed.'],
      left: ['The bridge was closed.'],
      found: { place: 'Harlow', agency: 'AFP' },
    },
    {
      blocks: ['(CNN) — The bridge was closed.'],
      left: ['The bridge was closed.'],
      found: { outlet: 'CNN' },
    },
    {
      blocks: ['April 29 (UPI) — The bridge was closed.'],
      left: ['The bridge was closed.'],
      found: { agency: 'UPI' },
    },
    {
      blocks: ['The bridge at night.', 'HARLOW, Illinois (AP) _', 'The bridge was closed.'],
      left: ['The bridge at night.', 'The bridge was closed.'],
      found: { place: 'HARLOW, Illinois', agency: 'AP' },
    },
    {
      blocks: ['Harlow, Nov 11 -', 'The bridge was closed.'],
      left: ['The bridge was closed.'],
      found: { place: 'Harlow' },
    },
    {
      blocks: ['NEW HARLOW: The bridge was closed on Monday.', 'It is old.'],
      left: ['The bridge was closed on Monday.', 'It is old.'],
      found: { place: 'NEW HARLOW' },
    },
    {
      blocks: ['HARLOW (Reuters) – iPads were sold at the bridge.'],
      left: ['iPads were sold at the bridge.'],
      found: { place: 'HARLOW', agency: 'Reuters' },
    },
    {
      blocks: ['Harlow (CNN)The bridge was closed.'],
      left: ['The bridge was closed.'],
      found: { place: 'Harlow', outlet: 'CNN' },
    },
    // Sentences.
    {
      blocks: [
        'HARLOW — the town, not the river — was flooded.',
        'Harlow — The Town of Bridges — was flooded.',
        'The Harlow (Illinois) – Brennick line was closed.',
        'NATO — The alliance met on Monday.',
        'UPDATE — The bridge was opened.',
      ],
      left: [
        'HARLOW — the town, not the river — was flooded.',
        'Harlow — The Town of Bridges — was flooded.',
        'The Harlow (Illinois) – Brennick line was closed.',
        'NATO — The alliance met on Monday.',
        'UPDATE — The bridge was opened.',
      ],
    },
    {
      blocks: ['Ann Field (Reuters) – the agency’s photographer – was told.'],
      left: ['Ann Field (Reuters) – the agency’s photographer – was told.'],
    },
    {
      blocks: ['FIELD: Were you told?', 'AMSEL: Nobody was told.'],
      left: ['FIELD: Were you told?', 'AMSEL: Nobody was told.'],
    },
  ],
};

/** A dateline stands in the first paragraph; a line below the headline or a caption may precede. */
const FIRST = 5;

// ---------------------------------------------------------------------------------------------
// Forms

const CAPITALS = `(?:Mc|Mac)?\\p{Lu}[\\p{Lu}\\p{M}’.-]+`;
const NAME = `\\p{Lu}[\\p{L}\\p{M}’.-]+`;
const PLACE = `${CAPITALS}(?:(?: |/| / )(?:${CAPITALS}|de|la|del|of|the|and|upon))*`;
const MONTH =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?';
const WEEKDAY = '(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?';
const DATE = `${WEEKDAY}(?:${MONTH} \\d{1,2}|\\d{1,2} ${MONTH})(?:,? ?\\d{4})?`;
const REGION = `, (?!${DATE})${NAME}(?: (?:${NAME}|of|and|the))*`;
const DASH = '(?:\\s*[\\u2012-\\u2015_]+(?:\\s+|(?=\\S)|$)|\\s+-+(?:\\s+|$)|(?<=\\))\\s*-+\\s*)';

const AGENCY = '(?:\\((?<agency>\\p{Lu}[^()]{1,40}?)\\s*\\)|/(?<wire>\\p{Lu}[\\p{L} ]{1,30})/)';

/** Place, day and agency, each of which may lack, up to the dash. */
const HEAD = new RegExp(
  `^(?:(?!${DATE})(?:(?<place>${PLACE}(?:${REGION}){0,2})(?!\\p{L})|(?<name>${NAME}(?: ${NAME}){0,3}(?:${REGION})?)))?(?:(?:^|,? )(?<date>${DATE}))?(?:(?:^|,? ?)${AGENCY})?(?<dash>${DASH})?`,
  'u',
);

/** A capital, a figure, or a mark that opens: what a sentence begins with. */
const SENTENCE = /^(?:[“‘([$€£¥]*[\p{Lu}\p{N}]|$)/u;

type Head = Omit<Inset, 'block' | 'start'>;

function headOf(text: string): Head | undefined {
  const match = HEAD.exec(text);
  const { place, name, date, agency, wire, dash } = match?.groups ?? {};
  const [whole = ''] = match ?? [];
  const by = agency ?? wire;
  const known = by !== undefined && kindOf(by) !== undefined;
  const rest = text.slice(whole.length);
  if (!place && !name && !known) return undefined;
  // Agency and dash together are certain, whatever the sentence begins with: "iPads".
  const isCertain = known && !name && dash !== undefined;
  if (!isCertain && (!SENTENCE.test(rest) || (dash === undefined && !known))) return undefined;
  if (name && !known && !date) return undefined;
  if (place && !known && !date && !isPlace(place)) return undefined;
  if (rest === '' && dash === undefined && !place && !name) return undefined;
  return { length: whole.length, found: foundIn({ place: place ?? name, date, by }, whole.trim()) };
}

/** "NEW HARLOW: The bridge …": where others begin so too, it is a speaker in a transcript. */
function colonHeadOf(text: string, blocks: readonly string[]): Head | undefined {
  const [whole = '', place = ''] = COLON_HEAD.exec(text) ?? [];
  const isAlone = blocks.every((block) => block === text || !COLON_HEAD.test(block));
  if (!isPlace(place) || !isAlone || !/[.!?”’]$/u.test(text)) return undefined;
  return { length: whole.length, found: foundIn({ place }, whole.trim()) };
}

const COLON_HEAD = new RegExp(`^(${PLACE}(?:${REGION})?): +(?=[“‘]?\\p{Lu}\\p{Ll}*\\s)`, 'u');

/** Whether words in capitals may be a place: not a label, nor the name of a body. */
function isPlace(place: string): boolean {
  const [first = ''] = place.toLowerCase().split(/[ ,/]/u);
  const key = place.toLowerCase().replaceAll(' ', '-');
  return place.length > 3 && !NO_PLACES.has(first.replaceAll('.', '')) && !NO_PLACES.has(key);
}

// ---------------------------------------------------------------------------------------------
// What it says

function kindOf(name: string): 'agency' | 'outlet' | undefined {
  const key = name.toLowerCase().replaceAll('.', '').replaceAll(/[ /]/gu, '-');
  if (DATELINE_OUTLETS.has(key) || CALL_SIGN.test(name)) return 'outlet';
  return isAgency(name) || DATELINE_AGENCIES.has(key) ? 'agency' : undefined;
}

interface Parts {
  readonly place?: string | undefined;
  readonly date?: string | undefined;
  readonly by?: string | undefined;
}

function foundIn({ place, date, by }: Parts, line: string): readonly Found[] {
  const because = `the dateline “${line}”`;
  const field = by === undefined ? undefined : kindOf(by);
  const published = date === undefined ? undefined : fullDate(date);
  return [
    ...(place ? [{ field: 'place', value: place, basis: 'stated', because } as const] : []),
    ...(field && by ? [{ field, value: by, basis: 'stated', because } as const] : []),
    ...(published
      ? [{ field: 'published', value: published, basis: 'stated', because } as const]
      : []),
  ];
}

/** The day of a date that has its year. */
function fullDate(date: string): string | undefined {
  const year = /\d{4}$/u.exec(date)?.[0];
  const day = /(?<!\d)\d{1,2}(?!\d)/u.exec(date)?.[0];
  const words: readonly string[] = date.toLowerCase().match(/\p{L}{3}/gu) ?? [];
  const month = MONTHS.findIndex((name) => words.includes(name)) + 1;
  return year && day && month ? dayOf(Number(year), month, Number(day)) : undefined;
}
