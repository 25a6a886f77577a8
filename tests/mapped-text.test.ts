import { describe, expect, test } from 'vitest';
import {
  concat,
  fromDecoded,
  fromSource,
  replace,
  slice,
  sourceRanges,
  sourceSpan,
  trim,
} from '../src/mapped-text.ts';
import type { MappedText } from '../src/types.ts';

/** A file in which mark-up stands between words, and a character reference for a mark. */
const FILE = 'The **old** bridge &amp; its ferry';
const at = (words: string) => ({
  start: FILE.indexOf(words),
  end: FILE.indexOf(words) + words.length,
});
const part = (words: string) => fromSource(FILE, at(words).start, at(words).end);

/** "The old bridge & its ferry", as a reader would take it out of the file. */
const READ = concat([
  part('The '),
  part('old'),
  part(' bridge '),
  fromDecoded('&', at('&amp;').start, at('&amp;').end),
  part(' its ferry'),
]);

/** The stretch of the file that stands for some words of a text. */
function inFile(mapped: MappedText, words: string): string {
  const from = mapped.text.indexOf(words);
  const { start, end } = sourceSpan(mapped, from, from + words.length);
  return FILE.slice(start, end);
}

describe('fromSource', () => {
  test('takes the text between two offsets', () => {
    expect(fromSource(FILE, 6, 9)).toEqual({ text: 'old', runs: [{ at: 0, start: 6, end: 9 }] });
  });

  test('an empty text has no runs', () => {
    expect(fromSource(FILE, 6, 6)).toEqual({ text: '', runs: [] });
    expect(fromDecoded('', 6, 9)).toEqual({ text: '', runs: [] });
  });
});

describe('concat', () => {
  test('joins texts and keeps the gaps between them', () => {
    expect(READ.text).toBe('The old bridge & its ferry');
    expect(READ.runs.map(({ start, end }) => FILE.slice(start, end))).toEqual([
      'The ',
      'old',
      ' bridge ',
      '&amp;',
      ' its ferry',
    ]);
  });

  test('parts that follow one another without a gap become one run', () => {
    const { text, runs } = concat([fromSource(FILE, 0, 2), fromSource(FILE, 2, 4)]);
    expect(text).toBe('The ');
    expect(runs).toEqual([{ at: 0, start: 0, end: 4 }]);
  });

  test('nothing joined is nothing', () => {
    expect(concat([])).toEqual({ text: '', runs: [] });
  });
});

describe('slice', () => {
  test.each([
    { from: 4, to: 7, text: 'old', source: 'old' },
    { from: 5, to: 6, text: 'l', source: 'l' },
    { from: 2, to: 6, text: 'e ol', source: 'e **ol' },
    { from: 15, to: 16, text: '&', source: '&amp;' },
    { from: 14, to: 18, text: ' & i', source: ' &amp; i' },
  ])('$from–$to is "$text", in the file "$source"', ({ from, to, text, source }) => {
    const cut = slice(READ, from, to);
    expect(cut.text).toBe(text);
    expect(inFile(cut, text)).toBe(source);
  });

  test('goes to the end of the text when no end is given', () => {
    const cut = slice(READ, READ.text.indexOf('its'));
    expect(cut.text).toBe('its ferry');
    expect(inFile(cut, 'ferry')).toBe('ferry');
  });

  test('counts the runs of the part from its own beginning', () => {
    expect(slice(READ, 5, 10).runs.map((run) => run.at)).toEqual([0, 2]);
  });
});

describe('trim', () => {
  test('takes white space off both ends, and the rest stays where it was', () => {
    const source = ' \t the bridge\n';
    const trimmed = trim(fromSource(source, 0, source.length));
    expect(trimmed).toEqual({ text: 'the bridge', runs: [{ at: 0, start: 3, end: 13 }] });
  });

  test('of white space alone nothing is left', () => {
    expect(trim(fromSource(' \n ', 0, 3))).toEqual({ text: '', runs: [] });
  });
});

describe('replace', () => {
  test('by as many characters: each stays traceable by itself', () => {
    const replaced = replace(READ, /bridge/gu, () => 'BRIDGE');
    expect(replaced.text).toBe('The old BRIDGE & its ferry');
    expect(inFile(replaced, 'I')).toBe('i');
    expect(inFile(replaced, 'IDG')).toBe('idg');
  });

  test('by fewer or more: the whole stands for the whole', () => {
    const replaced = replace(READ, /bridge|ferry/gu, ([word]) => (word === 'ferry' ? 'boat' : '?'));
    expect(replaced.text).toBe('The old ? & its boat');
    expect(inFile(replaced, '?')).toBe('bridge');
    expect(inFile(replaced, 'oa')).toBe('ferry');
  });

  test('by nothing: what is left closes up, and a passage across the gap spans it', () => {
    const replaced = replace(READ, / its/gu, () => '');
    expect(replaced.text).toBe('The old bridge & ferry');
    expect(inFile(replaced, '& ferry')).toBe('&amp; its ferry');
    expect(inFile(replaced, ' ferry')).toBe(' ferry');
  });

  test('a match across mark-up is traced from its first character to its last', () => {
    const replaced = replace(READ, /old bridge/gu, () => 'crossing');
    expect(replaced.text).toBe('The crossing & its ferry');
    expect(inFile(replaced, 'crossing')).toBe('old** bridge');
  });

  test('the replacement is told the match', () => {
    const replaced = replace(
      READ,
      /(?<first>[a-z])rry/gu,
      (match) => `${match.groups?.['first']}!`,
    );
    expect(replaced.text).toBe('The old bridge & its fe!');
  });

  test('without a match the text is as it was', () => {
    expect(replace(READ, /tunnel/gu, () => 'x')).toEqual(READ);
  });

  test('everything may go', () => {
    expect(replace(READ, /.+/gu, () => '')).toEqual({ text: '', runs: [] });
  });
});

describe('sourceRanges', () => {
  test('leaves out what lies between the stretches', () => {
    const ranges = sourceRanges(READ, 0, 14);
    expect(ranges.map(({ start, end }) => FILE.slice(start, end))).toEqual([
      'The ',
      'old',
      ' bridge',
    ]);
  });

  test('stretches that touch are one', () => {
    const whole = sourceRanges(READ, READ.text.indexOf('&'), READ.text.length);
    expect(whole).toEqual([{ start: at('&amp;').start, end: FILE.length }]);
  });
});

describe('an empty part', () => {
  test.each([
    ['sourceSpan', sourceSpan],
    ['sourceRanges', sourceRanges],
  ] as const)('stands for nothing in the file: %s throws', (_, find) => {
    expect(() => find(READ, 3, 3)).toThrow(RangeError);
    expect(() => find(fromSource(FILE, 2, 2), 0, 0)).toThrow(RangeError);
  });
});

describe('the runs of a text', () => {
  const EDITS: readonly (readonly [string, (text: MappedText) => MappedText])[] = [
    ['read', (text) => text],
    ['cut', (text) => slice(text, 1, 20)],
    ['shortened', (text) => replace(text, /[eo]\w/gu, () => '.')],
    ['lengthened', (text) => replace(text, /d/gu, () => 'ddd')],
    ['thinned', (text) => replace(text, /\s/gu, () => '')],
    ['cut and joined', (text) => concat([slice(text, 0, 5), slice(text, 9, 16), slice(text, 18)])],
    [
      'edited twice',
      (text) =>
        replace(
          replace(text, /old|its/gu, () => 'a'),
          /a b|a f/gu,
          () => 'XYZ',
        ),
    ],
  ];

  test.each(EDITS)('cover the text and follow the file: %s', (_, edit) => {
    const { text, runs } = edit(READ);
    expect(runs[0]?.at).toBe(0);
    for (const [index, run] of runs.entries()) {
      const next = runs[index + 1];
      expect(run.at).toBeLessThan(next?.at ?? text.length);
      expect(run.start).toBeLessThan(run.end);
      expect(run.end).toBeLessThanOrEqual(next?.start ?? FILE.length);
    }
  });
});
