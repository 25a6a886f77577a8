import type { Element, Root } from 'xast';
import { element } from '../xml.ts';

/** What a cover shows. */
export interface Cover {
  /** What it is: “Briefing · from 5 reports”. */
  readonly kicker: string;
  readonly title: string;
  readonly deck: string;
  readonly figures: readonly { readonly value: number; readonly label: string }[];
  readonly colors: { readonly paper: string; readonly ink: string; readonly bar: string };
}

const [WIDTH, HEIGHT] = [600, 900];
const MARGIN = 56;
const ROOM = WIDTH - 2 * MARGIN;
const SERIF = 'Georgia, "Times New Roman", serif';
const SANS = 'Helvetica, Arial, sans-serif';

/**
 * Draw the picture that stands for the book on a shelf. Without a browser nobody knows how wide letters
 * are: lines are broken as if all were wide ones, so that none leaves the page.
 */
export function coverDrawing({ kicker, title, deck, figures, colors }: Cover): Root {
  const size = SIZES.find(({ letters }) => title.length <= letters) ?? SMALLEST;
  const heading = linesOf(title, ROOM / size.pixels, size.lines);
  const under = linesOf(deck, ROOM / DECK, 3);
  const top = 168 + size.pixels;
  const behind = top + heading.length * size.pixels * LEADING;
  const first = HEIGHT - MARGIN - (figures.length - 1) * FIGURE * 1.6;
  const children = [
    element('title', {}, [title]),
    element('rect', { width: String(WIDTH), height: String(HEIGHT), fill: colors.paper }),
    element('rect', {
      x: String(MARGIN),
      y: '84',
      width: String(ROOM),
      height: '6',
      fill: colors.bar,
    }),
    ...words([kicker], { y: 132, size: 20, family: SANS }),
    ...words(heading, { y: top, size: size.pixels, family: SERIF, weight: '600' }),
    ...words(under, { y: behind, size: DECK, family: SERIF }),
    ...figures.flatMap(({ value, label }, index) =>
      words([`${value} ${label}`], { y: first + index * FIGURE * 1.6, size: FIGURE, family: SANS }),
    ),
  ];
  const box = `0 0 ${WIDTH} ${HEIGHT}`;
  return {
    type: 'root',
    children: [
      element(
        'svg',
        {
          xmlns: 'http://www.w3.org/2000/svg',
          viewBox: box,
          width: String(WIDTH),
          height: String(HEIGHT),
          fill: colors.ink,
        },
        children,
      ),
    ],
  };
}

const LEADING = 1.2;
const DECK = 22;
const FIGURE = 22;

/** How large a title of so many letters is set, in pixels, and in how many lines at most. */
const SMALLEST = { letters: Number.POSITIVE_INFINITY, pixels: 32, lines: 9 };
const SIZES = [
  { letters: 48, pixels: 60, lines: 6 },
  { letters: 96, pixels: 48, lines: 7 },
  { letters: 160, pixels: 40, lines: 8 },
  SMALLEST,
];

interface Style {
  readonly y: number;
  readonly size: number;
  readonly family: string;
  readonly weight?: string;
}

const words = (lines: readonly string[], { y, size, family, weight = '400' }: Style): Element[] =>
  lines.map((line, index) =>
    element(
      'text',
      {
        x: String(MARGIN),
        y: String(Math.round(y + index * size * LEADING)),
        'font-family': family,
        'font-size': String(size),
        'font-weight': weight,
      },
      [line],
    ),
  );

/**
 * Break a text into lines.
 *
 * @param room Width of a line, in heights of a letter.
 * @param most Number of lines; what is beyond them is left out, and marked so.
 */
function linesOf(text: string, room: number, most: number): readonly string[] {
  const pieces = text.split(/\s+/u).flatMap((word) => brokenTo(word, room));
  const lines: string[] = [];
  for (const piece of pieces) {
    const line = `${lines.at(-1) ?? ''} ${piece}`.trim();
    if (lines.length > 0 && widthOf(line) <= room) lines[lines.length - 1] = line;
    else lines.push(piece);
  }
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), `${lines[most - 1]} …`];
}

/** A word in pieces that each have room on a line. */
function brokenTo(word: string, room: number): readonly string[] {
  if (widthOf(word) <= room) return [word];
  const letters = word.match(/\P{M}\p{M}*/gu) ?? [];
  const fit = Math.max(1, Math.floor(room));
  return Array.from({ length: Math.ceil(letters.length / fit) }, (_, index) =>
    letters.slice(index * fit, (index + 1) * fit).join(''),
  );
}

const widthOf = (text: string): number =>
  Array.from(text.replace(/\p{M}/gu, '')).reduce((sum, letter) => sum + letterWidth(letter), 0);

/** Width of a letter in its height, somewhat more than fonts have. */
function letterWidth(letter: string): number {
  if (letter > '\u{2e7f}') return 1;
  return /[\p{Lu}mw—…]/u.test(letter) ? 0.78 : 0.54;
}
