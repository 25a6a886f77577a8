import { describe, expect, test } from 'vitest';
import { factIdFrom } from '../src/facts.ts';
import { withLastIds } from '../src/lasting-ids.ts';
import type { EditionRecord, Fact } from '../src/types.ts';
import { cases, configOf, editionsOf, recordFor, reportsOf } from './diff/support.ts';
import { briefingOf, found } from './support.ts';

const idOf = ({ facts }: EditionRecord, statement: string): string =>
  found(facts.find((fact) => fact.statement.startsWith(statement))).id;

const A = 'The town closed the old bridge on Tuesday.\n\nA ferry carries cars across the river.\n';
/** The same once more, and something of its own: no report is a copy of another. */
const C = `${A}\nThe bridge is a hundred years old.\n`;
const B = 'Officials said that the town closed the old bridge on Tuesday.\n';

/** What reports hash to decides which claim is the smallest: names that make it the one that joins. */
async function withSmallerClaim(before: EditionRecord) {
  const id = idOf(before, 'The town closed');
  for (let number = 0; number < 50; number++) {
    const texts = { 'a.txt': A, 'b.txt': B, [`c${number}.txt`]: C };
    const fresh = await recordFor(texts);
    if (idOf(fresh, 'The town closed') !== id) return { texts, fresh };
  }
  throw new Error('no claim got a smaller id');
}

describe('a fact of the last edition keeps its id', () => {
  test('when a claim joins that would give it another one', async () => {
    const before = await recordFor({ 'a.txt': A, 'b.txt': B });
    const { texts, fresh } = await withSmallerClaim(before);
    const after = await recordFor(texts, { last: before });
    expect(idOf(after, 'The town closed')).toBe(idOf(before, 'The town closed'));
    expect(idOf(after, 'The town closed')).not.toBe(idOf(fresh, 'The town closed'));
  });

  test('when the report is gone whose claim it was made of', async () => {
    const before = await recordFor({ 'a.txt': A, 'b.txt': B, 'c.txt': C });
    const id = idOf(before, 'The town closed');
    const after = await Promise.all(
      ['a.txt', 'b.txt', 'c.txt'].map(async (gone) => {
        const texts = { 'a.txt': A, 'b.txt': B, 'c.txt': C };
        const left = Object.entries(texts).filter(([file]) => file !== gone);
        return recordFor(Object.fromEntries(left), { last: before });
      }),
    );
    for (const edition of after) {
      expect(edition.facts.map((fact) => fact.id)).toContain(id);
      expect(found(edition.facts.find((fact) => fact.id === id)).statement).toMatch(
        /the (?:town|old bridge)/iu,
      );
    }
  });

  test('when its figure is corrected, and when ids of reports shift', async () => {
    for (const [name, statement] of [
      ['corrected-figure', 'The accident injured'],
      ['ids-shifted', 'The accident injured'],
      ['renamed', 'The accident injured'],
    ] as const) {
      const { before, after } = await editionsOf(name);
      expect(idOf(after, statement)).toBe(idOf(before, statement));
    }
  });

  test('when the editor merges it with another', async () => {
    const { before, after } = await editionsOf('joined');
    expect(idOf(after, 'Divers looked')).toBe(idOf(before, 'Divers looked'));
  });
});

describe.each(cases)('in the editions of the case %s', async (name) => {
  const { before, after } = await editionsOf(name);

  test('no two facts have one id', () => {
    const ids = after.facts.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('the same reports again change no id', async () => {
    const again = await recordFor(reportsOf(name, 'after'), {
      config: configOf(name, 'after'),
      last: after,
    });
    expect(again.facts).toEqual(after.facts);
  });

  test('what the differences and the bottom line name is there', () => {
    const ids = after.facts.map(({ id }) => id);
    const named = [...after.bottomLine, ...after.divergences.flatMap(({ facts }) => facts)];
    expect(ids).toEqual(expect.arrayContaining(named));
    expect(before.number).toBe(1);
  });
});

test('a new fact takes no id that another one had', async () => {
  const made = await briefingOf({ 'a.txt': A, 'b.txt': B });
  const before = await recordFor({ 'a.txt': A, 'b.txt': B });
  const { statement, ...ferry } = found(
    made.facts.find((fact) => fact.claims[0].exact.startsWith('A ferry')),
  );
  const stranger: Fact = {
    ...ferry,
    id: idOf(before, 'The town closed'),
    statement: { ...statement, text: 'Words of no fact before.' },
    claims: [{ ...ferry.claims[0], exact: 'Words of no fact before.' }],
  };
  const [named] = withLastIds([stranger], before, made.reports);
  expect(named?.id).toBe(factIdFrom(`${stranger.id}\n1`));
});

test('a decision that names a merged fact of the last edition holds', async () => {
  const texts = reportsOf('joined', 'after');
  const plain = await recordFor(texts);
  const ids = ['Divers looked', 'The underwater'].map((words) => idOf(plain, words));
  const config = `decisions:\n  - merge: [${ids.join(', ')}]\n`;
  const first = await recordFor(texts, { config });
  const more = {
    ...texts,
    'c.md': 'The underwater inspection began after noon.\n\nIt was long.\n',
  };
  const second = await recordFor(more, { config, last: first });
  const merged = second.facts.filter((fact) => fact.merged);
  expect(merged.map(({ id }) => id)).toEqual(
    first.facts.filter((f) => f.merged).map(({ id }) => id),
  );
  expect(merged[0]?.claims.map(({ report }) => report)).toEqual(['a', 'b', 'c']);
});

test('without a last edition nothing is named anew', async () => {
  const { facts, reports } = await briefingOf({ 'a.txt': A, 'b.txt': B });
  expect(withLastIds(facts, null, reports)).toBe(facts);
});
