import { STAMP_DATE, STAMP_LABELS, STAMP_WORD } from '../language/time-stamps.ts';
import { stampedDates } from '../publication-date.ts';
import type { Inset, InsetRule } from './rules.ts';

export const runningStamp: InsetRule = {
  id: 'running-stamp',
  reason: 'dateline',
  because:
    'In text copied from a page, “PUBLISHED: 02:31 GMT, 3 March 2031” runs on into the sentence behind it. It is told by its label with a colon, and ends where the first word stands that is none of a date.',
  find: (blocks) => blocks.flatMap(insetsIn),
  examples: [
    {
      blocks: [
        'PUBLISHED: 02:31 GMT, 3 March 2031 | UPDATED: 22:19 GMT, 4 March 2031 A protest turned into a riot.',
        'It is old. PUBLISHED: MONDAY, MARCH 3,2031,10:34 PM UPDATED: TUESDAY, MARCH 4,2031,9: 36 AM The bridge was closed. It is old.',
        'Posted: March 3, 2031 12 people were hurt.',
        'He wrote: “Updated: we were told on March 3.”',
        'Published: the diary of a ferryman.',
        'It was published: on March 3, 2031, he read it.',
      ],
      left: [
        'A protest turned into a riot.',
        'It is old.',
        'The bridge was closed. It is old.',
        '12 people were hurt.',
        'He wrote: “Updated: we were told on March 3.”',
        'Published: the diary of a ferryman.',
        'It was published: on March 3, 2031, he read it.',
      ],
      found: { published: '2031-03-03', updated: '2031-03-04' },
    },
  ],
};

const LABEL = new RegExp(
  String.raw`(?<![\p{L}“‘"'] ?)(?:${Object.values(STAMP_LABELS).join('|')})(?: on| at)?: ?`,
  'giu',
);

/** A word of a stamp, or what parts two of them. */
const STEP = new RegExp(String.raw`\s*(?:${STAMP_WORD.source}|\d+|[,.:;|/()–-])`, 'iuy');

/** What a stamp may end with: figures, half of the day, a time zone. */
const ENDS = /(?:\d|\b[AaPp]\.?[Mm]\.?|\b[A-Z]{3,4}\)?)$/u;

/** Labels are written as such. */
const isLabel = (text: string): boolean => /^\p{Lu}/u.test(text);

function insetsIn(text: string, block: number): Inset[] {
  const insets: Inset[] = [];
  for (const { 0: label, index } of text.matchAll(LABEL)) {
    const before = insets.at(-1);
    const isInside = before !== undefined && index < before.start + before.length;
    if (isInside || !isLabel(label)) continue;
    const end = endOf(text, index + label.length);
    const stamp = text.slice(index, end);
    if (end > index + label.length && STAMP_DATE.test(stamp)) {
      insets.push({ block, start: index, length: stamp.length, found: stampedDates(stamp) });
    }
  }
  return insets;
}

/** Where the words of a stamp end that begins its day and hour here. */
function endOf(text: string, from: number): number {
  const ends = [from];
  STEP.lastIndex = from;
  for (let step = STEP.exec(text); step; step = STEP.exec(text)) {
    if (ENDS.test(text.slice(from, STEP.lastIndex))) ends.push(STEP.lastIndex);
  }
  const last = ends.at(-1) ?? from;
  // A figure before a small letter is the sentence’s: "12 people".
  const isCounted = /^\s+\p{Ll}/u.test(text.slice(last)) && /\s\d+$/u.test(text.slice(from, last));
  return isCounted ? (ends.at(-2) ?? from) : last;
}
