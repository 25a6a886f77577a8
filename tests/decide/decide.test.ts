import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Decided } from '../../src/decide/index.ts';
import { statingReports } from '../../src/facts.ts';
import { decided, FIXTURES, undecided } from './support.ts';

/**
 * Decisions about one set of facts (`facts.json`), each case with what becomes of them in
 * `expected.json`.
 */
const CASES = path.join(FIXTURES, 'cases');

interface Expected {
  /** What differs from the facts as they were: those that are gone, and those that came. */
  readonly gone: readonly string[];
  readonly come: readonly string[];
  /** "merge: because". */
  readonly decisions: readonly string[];
  /** Words that stand where the editor left something out. */
  readonly leftOut: readonly string[];
  /** "3:5 rule: what was found". */
  readonly messages: readonly string[];
}

const cases = readdirSync(CASES);
const before = await undecided();

const shown = ({ facts }: Pick<Decided, 'facts'>): readonly string[] =>
  facts.map((fact) => {
    const close = fact.claims.filter(({ id }) => fact.uncertain.includes(id));
    const around = [...new Set(close.map(({ report }) => report))].map((id) => `~${id}`);
    const pin = fact.pinned === undefined ? '' : `#${fact.pinned} `;
    return `${pin}${[...statingReports(fact), ...around].join(' ')} | ${fact.statement.text}`;
  });

function summaryOf(result: Decided): Expected {
  const [was, is] = [shown(before), shown(result)];
  const file = (id: string) => before.made.files.contents()[`reports/${id}`] ?? '';
  return {
    gone: was.filter((fact) => !is.includes(fact)),
    come: is.filter((fact) => !was.includes(fact)),
    decisions: result.decisions.map(({ kind, because }) => `${kind}: ${because}`),
    leftOut: result.reports.flatMap(({ leftOut, file: name }) =>
      leftOut
        .filter(({ reason }) => reason === 'editor')
        .map(({ start, end }) => file(name).slice(start, end)),
    ),
    messages: result.messages.map(
      ({ line, column, ruleId, actual }) => `${line}:${column} ${ruleId}: ${actual}`,
    ),
  };
}

describe('decisions', () => {
  test('there are cases', () => {
    expect(cases.length).toBeGreaterThan(5);
  });

  test.each(cases)('%s', (name) => {
    const folder = path.join(CASES, name);
    const expected: unknown = JSON.parse(readFileSync(path.join(folder, 'expected.json'), 'utf8'));
    const result = decided(before, readFileSync(path.join(folder, 'briefing.yaml'), 'utf8'));
    expect(summaryOf(result)).toEqual(expected);
  });
});
