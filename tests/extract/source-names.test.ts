import { describe, expect, test } from 'vitest';
import { parseConfig } from '../../src/config/index.ts';
import { extract } from '../../src/extract/index.ts';
import { normalize } from '../../src/normalize/index.ts';
import { read } from '../../src/read/index.ts';
import { documentOf } from '../support.ts';

/** Who says the last sentence of each text: the names, and what its report wrote. */
function lastSaid(...texts: readonly string[]) {
  const { reports } = read(
    texts.map((text, at) => documentOf(`${at}.txt`, `Nobody came.\n${text}`)),
    parseConfig('', 'briefing.yaml'),
    'reports',
  );
  return [...extract(reports.map(normalize)).values()].map((sentences) =>
    sentences
      .at(-1)
      ?.whole.attribution.map(({ name, written }) => (written ? `${name} < ${written}` : name)),
  );
}

describe('one name a source', () => {
  test.each([
    [
      'initials stand behind the name that is written out',
      'It is shut, the Associated Press reported.',
      'The bridge is shut, AP reported.',
      ['Associated Press (AP) < Associated Press'],
      ['Associated Press (AP) < AP'],
    ],
    [
      'points of abbreviations are kept',
      'A US official said that it was shut.',
      'A U.S. official said that the bridge was shut.',
      ['unnamed U.S. official < unnamed US official'],
      ['unnamed U.S. official'],
    ],
    [
      'initials are one word, whatever stands between them',
      'The U. S. Survey said that it was shut.',
      'The bridge is shut, the US Survey said.',
      ['U.S. Survey < U. S. Survey'],
      ['U.S. Survey < US Survey'],
    ],
    [
      'people by their fuller name',
      'Joe Amsel said that it was shut.',
      'Joseph Amsel said that the bridge was shut.',
      ['Joseph Amsel < Joe Amsel'],
      ['Joseph Amsel'],
    ],
  ])('%s', (_, first, second, one, other) => {
    expect(lastSaid(first, second)).toEqual([one, other]);
  });

  test('the words that most reports have', () => {
    expect(
      lastSaid(
        'An American official said that it was shut.',
        'A US official said that the bridge was shut.',
        'The crossing is shut, a US official said.',
      ),
    ).toEqual([
      ['unnamed US official < unnamed American official'],
      ['unnamed US official'],
      ['unnamed US official'],
    ]);
  });
});

describe('names that stay apart', () => {
  test.each([
    [
      'one official and several',
      'A US official said that it was shut.',
      'US officials said that the bridge was shut.',
    ],
    [
      'two people of one surname',
      'Ruth Amsel said that it was shut.',
      'Bob Amsel said that the bridge was shut.',
    ],
    [
      'initials that no name has',
      'The Harlow Press Union said that it was shut.',
      'The bridge was shut, AP reported.',
    ],
  ])('%s', (_, first, second) => {
    expect(lastSaid(first, second).flat().join()).not.toContain('<');
  });

  test('initials that two names have', () => {
    expect(
      lastSaid(
        'The Harlow Bank said that it was shut.',
        'The Hill Bureau said that the bridge was shut.',
        'The crossing is shut, HB reported.',
      ).at(-1),
    ).toEqual(['HB']);
  });
});
