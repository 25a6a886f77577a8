import { PRESENTATION_FORMS, plainForm } from '../characters.ts';

/** A word that may be broken at the end of a line: neither half says what the whole word is. */
const BROKEN =
  /(?<![\p{L}\p{M}\p{N}-])[\p{L}\p{M}\p{N}-]+[-\u{2010}\u{ad}][\s\u{85}]+[\p{L}\p{M}\p{N}-]+/gu;

const WORD = /[\p{L}\p{M}\p{N}]+(?:[-\u{2010}][\p{L}\p{M}\p{N}]+)*/gu;

/**
 * The words that a report writes in one piece, in lower case, those with hyphens whole: what a
 * word broken at the end of a line is held against.
 */
export function vocabularyOf(texts: readonly string[]): ReadonlySet<string> {
  return new Set(
    texts.flatMap((text) =>
      Array.from(text.replace(BROKEN, ' ').replaceAll('\u{ad}', '').matchAll(WORD), ([word]) =>
        writtenForm(word),
      ),
    ),
  );
}

/** A word as the vocabulary has it. */
export const writtenForm = (word: string): string =>
  word
    .replace(PRESENTATION_FORMS, plainForm)
    .normalize('NFC')
    .replaceAll('\u{2010}', '-')
    .toLowerCase();
