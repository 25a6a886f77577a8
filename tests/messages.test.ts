import { describe, expect, test } from 'vitest';
import {
  BuildFailure,
  EXIT,
  type ExitName,
  exitOf,
  isFatal,
  message,
  RULES,
  type RuleName,
} from '../src/messages.ts';

const NAMES = Object.keys(RULES) as RuleName[];

const made = (rule: RuleName) =>
  message({
    rule,
    file: 'a.txt',
    found: 'one thing',
    expected: 'another',
    advice: 'change it',
  });

describe('message', () => {
  test('has one grammar', () => {
    expect(made('not-utf8').reason).toBe('Unexpected one thing, expected another: change it');
  });

  test('names its rule, its file, and what was found and expected', () => {
    const { ruleId, source, file, actual, expected } = made('not-utf8');
    expect({ ruleId, source, file, actual, expected }).toEqual({
      ruleId: 'not-utf8',
      source: 'synoptic',
      file: 'a.txt',
      actual: 'one thing',
      expected: ['another'],
    });
  });

  test('points to its place', () => {
    const placed = message({
      rule: 'config-value',
      file: 'briefing.yaml',
      place: { line: 3, column: 5 },
      found: 'text',
      expected: 'a date',
      advice: 'write one',
    });
    expect([placed.line, placed.column]).toEqual([3, 5]);
    expect(made('config-value').place).toBeUndefined();
  });

  test('keeps the error that caused it', () => {
    const cause = new Error('disk on fire');
    const trouble = { file: 'out', found: 'a', expected: 'b', advice: 'c' };
    expect(message({ rule: 'output-unwritable', ...trouble, cause }).cause).toBe(cause);
    expect(message({ rule: 'output-unwritable', ...trouble, cause: 'text' }).cause).toBeUndefined();
  });

  test.each(NAMES)('%s is as grave as the table says', (rule) => {
    const fatal = { fail: true, warn: false, info: undefined }[RULES[rule].severity];
    expect(made(rule).fatal).toBe(fatal);
    expect(isFatal(made(rule))).toBe(RULES[rule].severity === 'fail');
  });
});

describe('the table of rules', () => {
  test.each(NAMES)('%s ends the run with a failure only if it is one', (rule) => {
    const { severity, exit } = RULES[rule];
    expect(exit === 'published').toBe(severity !== 'fail');
    expect(Object.keys(EXIT)).toContain(exit);
  });

  test('no two exits have the same code', () => {
    expect(new Set(Object.values(EXIT)).size).toBe(Object.keys(EXIT).length);
    expect(EXIT.published).toBe(0);
  });
});

describe('exitOf', () => {
  const cases: readonly { rules: readonly RuleName[]; exit: ExitName }[] = [
    { rules: [], exit: 'published' },
    { rules: ['no-reader', 'published-unknown'], exit: 'published' },
    { rules: ['not-utf8'], exit: 'input' },
    { rules: ['no-reader', 'citation-mismatch', 'output-unwritable'], exit: 'unverified' },
    { rules: ['output-unwritable', 'citation-mismatch'], exit: 'output' },
    { rules: ['published-unknown', 'no-browser'], exit: 'rendering' },
  ];
  test.each(cases)('$rules: $exit', ({ rules, exit }) => {
    expect(exitOf(rules.map(made))).toBe(exit);
  });
});

test('a failure carries its messages and says them', () => {
  const messages = [made('not-utf8'), made('empty-report')];
  const failure = new BuildFailure(messages);
  expect(failure.messages).toEqual(messages);
  expect(failure.message.split('\n')).toEqual(messages.map(({ reason }) => reason));
});
