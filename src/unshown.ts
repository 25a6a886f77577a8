import type { Element, Root } from 'hast';
import { h } from 'hastscript';
import { SKIP, visit } from 'unist-util-visit';
import type { Browser } from './system/index.ts';
import { plural } from './wording.ts';

/*
 * Characters that no font shows. On a screen the reader's own fonts may have them; on paper a box would
 * stand there, and be taken for an error of print. So their place says what stands in the report.
 */

/**
 * Tell which characters a browser has no glyph for: it draws them as it draws one that is none.
 *
 * @param characters One each, no marks that join others.
 */
export async function withoutGlyph(
  characters: readonly string[],
  browser: Browser,
): Promise<readonly string[]> {
  if (characters.length === 0) return [];
  return browser.withPage({ html: '<!DOCTYPE html>', scripts: false }, async (page) => {
    const asked = characters.filter((character) => !/\p{M}/u.test(character));
    const shown: unknown = await page.evaluate(`(${DRAWN})(${JSON.stringify(asked)})`);
    const flags = Array.isArray(shown) ? shown : [];
    return asked.filter((_, index) => flags[index] !== true);
  });
}

/** A string, because the page's own realm has a canvas and this program has not. */
const DRAWN = `(characters) => {
  const canvas = Object.assign(document.createElement('canvas'), { width: 64, height: 64 });
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context.font = '32px serif';
  const drawn = (text) => {
    context.clearRect(0, 0, 64, 64);
    context.fillText(text, 8, 44);
    return context.getImageData(0, 0, 64, 64).data.join();
  };
  // Not assigned, and never to be: a box, in whatever font boxes are drawn in.
  const boxes = ['\\u0378', '\\uffff'].map(drawn);
  return characters.map((character) => !boxes.includes(drawn(character)));
}`;

/** Scripts as Unicode names them; those of the most readers first. */
const SCRIPTS = [
  'Arabic',
  'Han',
  'Hiragana',
  'Katakana',
  'Hangul',
  'Hebrew',
  'Devanagari',
  'Bengali',
  'Gurmukhi',
  'Gujarati',
  'Tamil',
  'Telugu',
  'Kannada',
  'Malayalam',
  'Sinhala',
  'Thai',
  'Lao',
  'Khmer',
  'Myanmar',
  'Tibetan',
  'Mongolian',
  'Georgian',
  'Armenian',
  'Ethiopic',
  'Latin',
  'Greek',
  'Cyrillic',
] as const;

const TELLS = SCRIPTS.map((name) => ({ name, is: new RegExp(`\\p{Script=${name}}`, 'u') }));

const scriptOf = (character: string): string | null =>
  TELLS.find(({ is }) => is.test(character))?.name ?? null;

/** Put in the place of each run of characters what they are: `[Arabic: 5 characters]`, `[U+1F389]`. */
export function sayUnshown(tree: Root, lacking: ReadonlySet<string>): void {
  if (lacking.size === 0) return;
  visit(tree, 'text', (node, index, parent) => {
    if (index === undefined || !parent) return undefined;
    const pieces = piecesOf(node.value, lacking);
    if (pieces.every(({ gap }) => gap === null)) return undefined;
    const isDrawing = parent.type === 'element' && parent.tagName === 'text';
    const put = pieces.map(({ text, gap }) => {
      if (gap === null) return { type: 'text' as const, value: text };
      return isDrawing
        ? { type: 'text' as const, value: gap.replace(NUMBER, ']') }
        : h('span.added', gap);
    });
    parent.children.splice(index, 1, ...put);
    return [SKIP, index + put.length];
  });
  visit(tree, 'element', (element: Element) => {
    const { ariaLabel } = element.properties;
    if (typeof ariaLabel === 'string') {
      element.properties['ariaLabel'] = withUnshownSaid(ariaLabel, lacking);
    }
  });
}

/** In a drawing is no room for how many characters they are: what it shows is told below it, too. */
const NUMBER = /: \d+ characters?\]$/u;

/** The same for a text that stands in no tree. */
export const withUnshownSaid = (text: string, lacking: ReadonlySet<string>): string =>
  piecesOf(text, lacking)
    .map(({ text: shown, gap }) => gap ?? shown)
    .join('');

/** Marks, and what joins or varies the characters of a picture. */
const JOINS = /^(?:\p{M}|\u{200d}|\u{fe0f})$/u;

interface Piece {
  readonly text: string;
  /** What stands in its place; null where the text is shown. */
  readonly gap: string | null;
}

/** What is shown and what is not, in turn. Words of one script with spaces between are one gap. */
function piecesOf(text: string, lacking: ReadonlySet<string>): readonly Piece[] {
  const pieces: { text: string; script: string | null | undefined }[] = [];
  for (const character of text) {
    const last = pieces.at(-1);
    const script = lacking.has(character) ? scriptOf(character) : undefined;
    const goesOn = last?.script !== undefined && JOINS.test(character);
    if (last && (last.script === script || goesOn)) last.text += character;
    else pieces.push({ text: character, script });
  }
  return joined(pieces).map(({ text, script }) => ({
    text,
    gap: script === undefined ? null : gapOf(text, script),
  }));
}

function joined<T extends { text: string; script: string | null | undefined }>(
  pieces: readonly T[],
): readonly T[] {
  const all: T[] = [];
  for (const piece of pieces) {
    const [before, space] = [all.at(-2), all.at(-1)];
    const isNext = before?.script !== undefined && before.script === piece.script;
    if (before && space?.script === undefined && space?.text.trim() === '' && isNext) {
      before.text += space.text + piece.text;
      all.pop();
    } else all.push({ ...piece });
  }
  return all;
}

/** Of many characters their script and number, of those without a script their codes. */
function gapOf(text: string, script: string | null): string {
  const characters = Array.from(text).filter((sign) => !JOINS.test(sign) && sign.trim() !== '');
  if (script !== null) {
    return `[${script}: ${characters.length} ${plural(characters.length, 'character', 'characters')}]`;
  }
  return `[${characters.map(codeOf).join(' ')}]`;
}

const codeOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
