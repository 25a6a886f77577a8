import type { ElementContent } from 'hast';

/*
 * Words that are made before it is known what a name in them will be: between two characters that no
 * language has stands a number for it. A name may hold whatever a file or outlet does, and is put in last.
 */

const PLACE = /\u{e000}(\d+)\u{e001}/u;

/** What stands for the name of a number. */
export const placeOf = (number: number): string => `\u{e000}${number}\u{e001}`;

/** A text that can be taken for no place. */
export const withoutPlaces = (text: string): string => text.replace(/[\u{e000}\u{e001}]/gu, '');

/** Put names into their places. */
export const withNames = (
  words: string,
  nameOf: (number: number) => ElementContent,
): ElementContent[] =>
  words
    .split(PLACE)
    .map((part, index) => (index % 2 === 1 ? nameOf(Number(part)) : { type: 'text', value: part }));
