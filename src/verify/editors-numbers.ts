import { foldStyle } from '../characters.ts';
import { SPELLED } from '../language/numerals.ts';
import type { Check } from './evidence.ts';

const DIGITS = /\d+(?:[.,:]\d+)*/gu;
const WORDS = /(?<![\p{L}\p{N}])\p{L}+(?:-\p{L}+)?/gu;

/** Words that make a number greater; they are numbers of a passage, or none. */
const SCALES: ReadonlySet<string> = new Set(
  'hundred thousand million billion trillion dozen half twice double'.split(' '),
);

/** Every number in the editor's words stands in a passage, in digits or in words. */
export const editorsNumbers: Check = ({ reported, passages }) => {
  const known = new Set(numbersIn(passages));
  return [...new Set(numbersIn(foldStyle(reported)))]
    .filter((number) => !known.has(number))
    .map((number) => ({ found: `number ${number}`, expected: 'a number of a passage' }));
};

/** "One" is left out: it is a pronoun, too, and says no more than "a". */
function numbersIn(text: string): readonly string[] {
  const spelled = Array.from(text.toLowerCase().matchAll(WORDS), ([word]) => word).flatMap(
    (word) => {
      const [tens, unit = ''] = word.split('-');
      const value = spelledOut(word) ?? (spelledOut(tens) ?? 0) + (spelledOut(unit) ?? 0);
      if (value > 1) return String(value);
      return word.split('-').filter((part) => SCALES.has(part));
    },
  );
  return [...(text.match(DIGITS) ?? []), ...spelled];
}

const spelledOut = (word = ''): number | undefined =>
  Object.hasOwn(SPELLED, word) ? SPELLED[word] : undefined;
