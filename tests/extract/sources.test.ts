import { describe, expect, test } from 'vitest';
import { castOf } from '../../src/extract/cast.ts';
import { sentencesOf } from '../../src/extract/sentences.ts';
import { sourceOf } from '../../src/extract/sources.ts';
import { tokenize } from '../../src/extract/tokens.ts';

/** The source that a phrase names, the phrase at the head of a sentence. */
function source(phrase: string, report = ''): string | undefined {
  const tokens = tokenize(`${phrase} left.`);
  const words = tokens.filter(({ end }) => end <= phrase.length);
  const found = sourceOf(
    words,
    castOf(sentencesOf(report, tokenize).map(({ tokens: words }) => words)),
  );
  return found && `${found.name} (${found.kind})`;
}

describe('kinds of sources', () => {
  test.each([
    ['Officials', 'unnamed officials (unnamed)'],
    ['Engineers', 'unnamed engineers (unnamed)'],
    ['Authorities', 'unnamed authorities (unnamed)'],
    ['Witnesses', 'unnamed witnesses (unnamed)'],
    ['A few officials', 'unnamed officials (unnamed)'],
    ['His lawyer', 'unnamed lawyer (unnamed)'],
    ['The carpenters', 'unnamed carpenters (unnamed)'],
    ['A spokesman for Ruth Amsel', 'unnamed spokesman for Ruth Amsel (unnamed)'],
    ['The campaign', 'campaign (organization)'],
    ['The newspaper', 'newspaper (outlet)'],
    ['A study', 'study (document)'],
    ['The Harlow Courier', 'Harlow Courier (outlet)'],
    ['The captain', 'captain (person)'],
    ['Ruth Amsel', 'Ruth Amsel (person)'],
    ['Ann Amsel-Field', 'Ann Amsel-Field (person)'],
    ['Mr. Amsel', 'Mr. Amsel (person)'],
    ['Council official Amsel', 'Amsel (person)'],
    ['Secretary of State Ruth Amsel', 'Ruth Amsel (person)'],
    ['Mayor Ruth Amsel of Harlow', 'Ruth Amsel (person)'],
    ['Sen. Ruth Amsel (D)', 'Ruth Amsel (person)'],
    ['Peters', 'Peters (organization)'],
  ])('%s', (phrase, expected) => {
    expect(source(phrase)).toBe(expected);
  });

  test.each(['In Harlow', 'On Monday', 'It', 'What officials', 'Two'])(
    '%s names nobody',
    (phrase) => {
      expect(source(phrase)).toBeUndefined();
    },
  );
});

describe('what a report knows', () => {
  test('a surname is the full name that the report gives', () => {
    expect(source('Amsel', 'Ruth Amsel closed the bridge.')).toBe('Ruth Amsel (person)');
  });

  test('a name with an article is no person’s', () => {
    expect(source('Ledger', 'The Harlow Ledger was sold.')).toBe('Ledger (organization)');
  });

  test('who is told things is a medium', () => {
    const report = 'An engineer told the Harlow Ledger that the bridge was closed.';
    expect(source('The Harlow Ledger', report)).toBe('Harlow Ledger (outlet)');
  });

  test('a headline of capitals names nobody', () => {
    expect(source('Bridge', 'Harlow Closes Old Bridge After Storm')).toBe('Bridge (organization)');
  });
});
