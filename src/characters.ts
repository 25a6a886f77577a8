/**
 * Fold away every difference of characters that normalization may make: Unicode composition,
 * ligatures and letters of full width, kinds of quotation marks, dashes and spaces, spaces around
 * quotation marks, invisible characters, and the tag that ends a line of Markdown as white space
 * does.
 *
 * Two texts with the same fold say the same words. Verification compares folds, so that it does
 * not depend on the rules whose work it checks.
 */
export function fold(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .replace(/<br\b[^<>]*>/giu, ' ')
    .replace(PRESENTATION_FORMS, plainForm)
    .normalize('NFC')
    .replace(DOUBLE_QUOTES, '"')
    .replace(SINGLE_QUOTES, "'")
    .replace(DASHES, '-')
    .replace(NEXT_LINE, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/ ?(["']) ?/gu, '$1')
    .trim();
}

/**
 * Fold away also whether quotation marks are single or double: normalization turns one style into
 * the other, and words that are proved to be a report's may be written in either.
 */
export const foldStyle = (text: string): string => fold(text).replaceAll("'", '"');

/** Soft hyphen, zero-width characters, byte order mark, directional marks and other controls. */
export const INVISIBLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is meant
  /[\u{0}-\u{8}\u{e}-\u{1f}\u{7f}-\u{84}\u{86}-\u{9f}\u{ad}\u{61c}\u{180e}\u{200b}-\u{200f}\u{202a}-\u{202e}\u{2060}-\u{2069}\u{feff}\u{fff9}-\u{fffb}]/gu;

/** Letters, and their marks, of scripts that run from right to left. */
export const RIGHT_TO_LEFT =
  /[\u{590}-\u{8ff}\u{fb1d}-\u{fdff}\u{fe70}-\u{fefc}\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/**
 * A name or a line that is shown, in plain characters: nothing that is not seen, turns what stands
 * around it, or steers a terminal; half characters as what a browser makes of them; in one line.
 */
export const inPlain = (text: string): string =>
  text
    .replace(INVISIBLE, '')
    .replace(/\p{Surrogate}/gu, '\u{fffd}')
    .replace(/[\s\u{85}]+/gu, ' ')
    .trim();

/** Double quotation marks of the scripts that news in Latin letters uses, guillemets included. */
export const DOUBLE_QUOTES =
  /["\u{ab}\u{bb}\u{201c}-\u{201f}\u{2e42}\u{301d}-\u{301f}\u{ff02}]|(?:``|'')/gu;

/** Single quotation marks, apostrophes, primes typed for them, single guillemets. */
export const SINGLE_QUOTES = /['`\u{b4}\u{2018}-\u{201b}\u{2039}\u{203a}\u{ff07}]/gu;

/** Hyphens and dashes, single or in a row. */
export const DASHES = /[-\u{2010}-\u{2015}\u{2212}\u{fe58}\u{fe63}\u{ff0d}]+/gu;

/**
 * Letters that are joined into one character, and letters, digits and stops of full width: the
 * same letters, drawn otherwise. Marks of full width that mean something in mark-up are not here.
 */
export const PRESENTATION_FORMS =
  /[\u{132}\u{133}\u{1c4}-\u{1cc}\u{1f1}-\u{1f3}\u{fb00}-\u{fb06}\u{ff01}\u{ff05}\u{ff08}\u{ff09}\u{ff0c}\u{ff0e}\u{ff10}-\u{ff1b}\u{ff1f}\u{ff21}-\u{ff3a}\u{ff41}-\u{ff5a}]/gu;

/** The plain letters of a presentation form: `\u{fb01}` → `fi`. */
export const plainForm = (form: string): string => form.normalize('NFKC');

/** The end of a line that no pattern of white space knows (NEL, U+0085). */
export const NEXT_LINE = /\u{85}/gu;
