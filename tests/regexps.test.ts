import { analyse } from 'scslre';
import { describe, expect, test } from 'vitest';
import { slowestGrowth } from './attacks.ts';
import { built, type Found, literals } from './regexps.ts';

/**
 * Reports come from anywhere, so that no pattern may take more than linear time on a text that was
 * made to be slow. Two checks: static analysis (scslre, which knows the `u` flag, look-around and
 * property classes), for pumps of one character; and matching of texts made from the pattern
 * itself, for pumps of several.
 */

/** Patterns that are slow on long texts and meet none, by file, and why. */
const BOUNDED: readonly {
  readonly file: string;
  readonly source: string;
  readonly because: string;
}[] = [
  {
    file: 'compose/method.ts',
    source: 'links P (',
    because: 'Reads the line that the weights were published with, which is our own.',
  },
  {
    file: 'documents/decode.ts',
    source: '<(?:meta\\b',
    because: 'Reads the first 4096 bytes of a page at most (DECLARED_WITHIN).',
  },
  {
    file: 'html/index.ts',
    source: '^by:?',
    because: 'Reads lines of 120 characters at most (MAX_BYLINE).',
  },
  {
    file: 'html/index.ts',
    source: '\\s*[|;•·]\\s*',
    because: 'Reads lines of 120 characters at most (MAX_BYLINE).',
  },
  {
    file: 'html/metadata.ts',
    source: '\\s+(?:[|–—•·:»-]',
    because: 'Reads statements of 400 characters at most (MAX_LENGTH), spaces squeezed.',
  },
  {
    file: 'html/metadata.ts',
    source: '\\s*\\|.*$',
    because: 'Reads statements of 400 characters at most (MAX_LENGTH), spaces squeezed.',
  },
  {
    file: 'html/metadata.ts',
    source: '\\s*;\\s*|',
    because: 'Reads statements of 400 characters at most (MAX_LENGTH), spaces squeezed.',
  },
  {
    file: 'pdf-document.ts',
    source: '<[0-9A-Fa-f]+>(?=',
    because: 'Reads what the browser printed, which writes each line of a page on one of its own.',
  },
  {
    file: 'normalize/hyphenation.ts',
    source: '[\\p{L}\\p{M}\\p{N}]+$',
    because: 'Reads the 80 characters before a hyphen at most (MAX_WORD).',
  },
  {
    file: 'render/pdf.ts',
    source: '<[^>]*>|&[^;]*;',
    because: 'Reads the page that our templates wrote, where each < and & is closed.',
  },
];

/** Exponents between linear and quadratic time; what is nearer to quadratic is slow. */
const MOST = 1.7;

const isBounded = ({ file, source }: Found) =>
  BOUNDED.some((row) => row.file === file && source.startsWith(row.source));

const show = ({ file, source, flags }: Found) => `${file} /${source.slice(0, 200)}/${flags}`;

const isSuspect = ({ source, flags }: Found): boolean =>
  analyse({ source, flags }).reports.length > 0;

const all = [...literals(), ...(await built())];
const unique = [...new Map(all.map((each) => [show(each), each])).values()];

describe('regular expressions', () => {
  test('are found, as literals and as built of tables', () => {
    expect(literals().length).toBeGreaterThan(300);
    expect(all.map(({ file }) => file)).toContain('language/sentence-ends.ts');
    expect(all.some(({ source }) => /Gen\|/u.test(source))).toBe(true);
  });

  test('that are slow are told', () => {
    for (const source of ['\\s+$', '^(?:a+)+$', ' \\[[^\\]]*\\]']) {
      const pattern = { file: '', source, flags: 'u' };
      expect([source, isSuspect(pattern) || slowestGrowth(pattern) > MOST]).toEqual([source, true]);
    }
    for (const source of ['\\s+', '^[^,]*,', '(?<!\\s)\\s+$']) {
      const pattern = { file: '', source, flags: 'u' };
      expect([source, isSuspect(pattern), slowestGrowth(pattern) < MOST]).toEqual([
        source,
        false,
        true,
      ]);
    }
  });

  test('take linear time, by analysis', () => {
    expect(unique.filter((each) => !isBounded(each) && isSuspect(each)).map(show)).toEqual([]);
  });

  test('take linear time, by trial', { timeout: 120_000 }, () => {
    const grows = (each: Found) => slowestGrowth(each) > MOST;
    // What is slow is so each time; what a busy machine held up is not.
    const slow = unique.filter((each) => !isBounded(each) && grows(each));
    expect(slow.filter(grows).filter(grows).map(show)).toEqual([]);
  });

  test('that are allowed to be slow are there', () => {
    const idle = BOUNDED.filter(
      (row) => !unique.some((each) => each.file === row.file && each.source.startsWith(row.source)),
    );
    expect(idle).toEqual([]);
  });
});
