import { describe, expect, test } from 'vitest';
import { parseConfig } from '../../src/config/index.ts';
import { extract } from '../../src/extract/index.ts';
import { normalize } from '../../src/normalize/index.ts';
import { read } from '../../src/read/index.ts';
import { documentOf } from '../support.ts';

/** How a sentence is asserted that stands in the middle of a report. */
function assertion(sentence: string) {
  const document = documentOf('a.txt', `Nobody came.\n${sentence}\nEngineers left.`);
  const { reports } = read([document], parseConfig('', 'briefing.yaml'), 'reports');
  const [, found] = extract(reports.map(normalize)).get('a') ?? [];
  const whole = found?.whole;
  return whole && [whole.strength, whole.polarity, whole.modality];
}

describe('how far a report stands behind a claim, and what it is like', () => {
  test.each([
    ['The bridge is shut.', 'stated', 'affirmed', 'fact'],
    ['The bridge will not be shut.', 'stated', 'negated', 'intended'],
    ['The town has refused to close the bridge.', 'stated', 'negated', 'fact'],
    ['Officials said that the bridge was shut.', 'attributed', 'affirmed', 'fact'],
    ['The bridge must not be shut, officials said.', 'attributed', 'negated', 'necessary'],
    ['According to officials, the bridge may fall.', 'attributed', 'affirmed', 'possible'],
    ['“The bridge is not safe for anybody now,” Ruth Amsel said.', 'attributed', 'negated', 'fact'],
    ['The mayor claimed that the bridge was safe.', 'alleged', 'affirmed', 'fact'],
    ['The bridge was reportedly shut.', 'alleged', 'affirmed', 'fact'],
    ['The bridge is said to have been shut.', 'alleged', 'affirmed', 'fact'],
    ['The mayor denied that the bridge was shut.', 'denied', 'affirmed', 'fact'],
    ['The mayor hopes to close the bridge.', 'hoped', 'affirmed', 'intended'],
    ['The town plans to close the bridge.', 'planned', 'affirmed', 'intended'],
    ['The mayor said she hoped to close the bridge.', 'hoped', 'affirmed', 'intended'],
    ['The mayor said it would close the bridge.', 'attributed', 'affirmed', 'intended'],
    ['The mayor did not say whether the bridge was shut.', 'stated', 'negated', 'fact'],
    ['The bridge was shut after officials said it was not safe.', 'stated', 'affirmed', 'fact'],
  ])('%s', (text, ...expected) => {
    expect(assertion(text)).toEqual(expected);
  });

  test('words inside a quotation are not the reporter’s doubts', () => {
    expect(assertion('The mayor said the bridge was “reportedly shut”.')).toEqual([
      'attributed',
      'affirmed',
      'fact',
    ]);
  });
});
