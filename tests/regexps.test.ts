import { analyse } from 'scslre';
import { describe, expect, test, vi } from 'vitest';
import { BOUNDED, type Found, isBounded, literals, patterns, show } from './regexps.ts';

/**
 * Reports come from anywhere, so that no pattern may take more than linear time on a text that was
 * made to be slow. This is static analysis (scslre, which knows the `u` flag, look-around and
 * property classes), for pumps of one character; pumps of several are tried in
 * `npx tsx tests/bench/regexps.ts`, since that takes time to tell.
 */

const isSuspect = ({ source, flags }: Pick<Found, 'source' | 'flags'>): boolean =>
  analyse({ source, flags }).reports.length > 0;

// What is built is written down while modules load, which others may have loaded before.
vi.resetModules();
const all = await patterns();

describe('regular expressions', () => {
  test('are found, as literals and as built of tables', () => {
    expect(literals().length).toBeGreaterThan(300);
    expect(all.map(({ file }) => file)).toContain('language/sentence-ends.ts');
    expect(all.some(({ source }) => /Gen\|/u.test(source))).toBe(true);
  });

  test.each(['\\s+$', '^(?:a+)+$'])('that are slow are told: %s', (source) => {
    expect(isSuspect({ source, flags: 'u' })).toBe(true);
  });

  test.each(['\\s+', '^[^,]*,', '(?<!\\s)\\s+$'])('that are not are not: %s', (source) => {
    expect(isSuspect({ source, flags: 'u' })).toBe(false);
  });

  test('take linear time', () => {
    expect(all.filter((each) => !isBounded(each) && isSuspect(each)).map(show)).toEqual([]);
  });

  test('that are allowed to be slow are there', () => {
    const idle = BOUNDED.filter(
      (row) => !all.some((each) => each.file === row.file && each.source.startsWith(row.source)),
    );
    expect(idle).toEqual([]);
  });
});
