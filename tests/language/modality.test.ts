import { describe, expect, test } from 'vitest';
import { tokenize } from '../../src/extract/tokens.ts';
import { MODALS, modalityOf, polarityOf } from '../../src/language/modality.ts';

const tokens = (text: string) => tokenize(text);

describe('how a proposition holds', () => {
  test.each([
    ['The bridge is shut.', 'fact'],
    ['The bridge was shut on Monday.', 'fact'],
    ['that the bridge was shut', 'fact'],
    ['The bridge may be shut.', 'possible'],
    ['The bridge could fall.', 'possible'],
    ['The bridge is likely to close.', 'possible'],
    ['Cars are allowed to cross the bridge.', 'possible'],
    ['The town must close the bridge.', 'necessary'],
    ['The town has to close the bridge.', 'necessary'],
    ['The town will close the bridge.', 'intended'],
    ['The town is going to close the bridge.', 'intended'],
    ['to close the bridge', 'intended'],
    ['The bridge would fall.', 'conditional'],
    ['The bridge closes if it rains.', 'conditional'],
    ['Is the bridge shut?', 'asked'],
    ['whether the bridge is shut', 'asked'],
  ])('%s %s', (text, modality) => {
    expect(modalityOf(tokens(text))).toBe(modality);
  });

  test('in reported speech "would" is a "will" of the past', () => {
    expect(modalityOf(tokens('it would close the bridge'), true)).toBe('intended');
    expect(modalityOf(tokens('it would fall if it rained'), true)).toBe('conditional');
  });

  test('a modal of a later clause says nothing of the first', () => {
    expect(modalityOf(tokens('The town shut the bridge, which may fall.'))).toBe('fact');
  });

  test('every row has a reason and words of its own', () => {
    const words = MODALS.flatMap((row) => row.words.split(' '));
    expect(new Set(words).size).toBe(words.length);
    expect(MODALS.filter(({ because }) => !because.endsWith('.'))).toEqual([]);
  });
});

describe('whether it is denied', () => {
  test.each([
    ['The bridge is shut.', 'affirmed'],
    ['The bridge is not shut.', 'negated'],
    ['The bridge isn’t shut.', 'negated'],
    ['The town never closed the bridge.', 'negated'],
    ['No bridge was shut.', 'negated'],
    ['Nobody crossed the bridge.', 'negated'],
    ['There were no deaths.', 'negated'],
    ['The town has refused to close the bridge.', 'negated'],
    ['The bridge, which is not safe, was shut.', 'affirmed'],
    ['The bridge was shut because it was not safe.', 'affirmed'],
    ['The town failed to close the bridge.', 'negated'],
    ['The pump failed on Sunday.', 'affirmed'],
  ])('%s %s', (text, polarity) => {
    expect(polarityOf(tokens(text))).toBe(polarity);
  });
});
