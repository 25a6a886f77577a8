import { describe, expect, test } from 'vitest';
import { statementInWords } from '../../src/rewording.ts';
import { statementOf } from '../../src/statement.ts';
import { STYLE_RULES, styleOf } from '../../src/style/index.ts';
import { claimsIn, factOf, nonEmpty } from '../support.ts';

const namesOf = (text: string) => {
  const claims = claimsIn(text);
  const [first] = nonEmpty(claims);
  const fact = factOf(claims, { statement: statementOf(first) });
  return styleOf({ facts: [fact] }).map(({ ruleId }) => ruleId);
};

describe.each(STYLE_RULES.map((rule) => [rule.name, rule] as const))('%s', (name, { examples }) => {
  test.each(examples.objects)('objects to: %s', (text) => expect(namesOf(text)).toContain(name));
  test.each(examples.passes)('lets pass: %s', (text) => expect(namesOf(text)).toEqual([]));
});

test('what is quoted is its speaker’s', () => {
  expect(namesOf('“Perhaps the bridge will open in May,” she said.')).toEqual([]);
});

describe('the editor’s words', () => {
  const told = (words: string) => {
    const claims = nonEmpty(claimsIn('The bridge is the oldest of the town.'));
    return styleOf({ facts: [factOf(claims, { statement: statementInWords(claims, words) })] }).map(
      ({ ruleId, fatal }) => [ruleId, fatal],
    );
  };

  test('may have a superlative that a report has', () => {
    expect(told('The oldest bridge is there.')).toEqual([]);
  });

  test('are told of one that none has', () => {
    expect(told('The longest bridge is there.')).toEqual([['superlative-unreported', false]]);
  });
});
