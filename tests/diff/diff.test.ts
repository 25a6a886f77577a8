import { describe, expect, test } from 'vitest';
import { diff } from '../../src/diff/index.ts';
import { byCodeUnits } from '../../src/order.ts';
import type { Changes, EditionRecord } from '../../src/types.ts';
import { found, nonEmpty } from '../support.ts';
import { cases, editionsOf, expectedOf, readable, recordFor, reportsOf } from './support.ts';

describe.each(cases)('from one edition to the next: %s', async (name) => {
  const { before, after } = await editionsOf(name);
  const changes = diff(before, after);

  test('gives the changes that are expected', () => {
    expect(readable(changes)).toEqual(expectedOf(name));
  });

  test('says which edition it is held against', () => {
    expect(changes.since).toEqual({
      number: 1,
      made: '2031-05-01T08:00:00Z',
      generated: before.generated,
    });
  });

  test('an edition has nothing new against itself', () => {
    for (const edition of [before, after]) expect(isEmpty(diff(edition, edition))).toBe(true);
  });

  test('what comes one way goes the other', () => {
    // What is close to a fact and new is said of what comes, and not of what goes.
    expect(told(withoutClose(diff(after, before)))).toEqual(mirrored(told(withoutClose(changes))));
  });

  test('ids and the order in which an edition lists things do not matter', () => {
    const other = diff(shuffled(before), shuffled(after));
    expect(sortedLists(readable(other))).toEqual(sortedLists(readable(changes)));
  });
});

/** Changes without what is only close to facts. */
const withoutClose = (changes: Changes): Changes => ({
  ...changes,
  facts: changes.facts
    .map((change) => ({ ...change, close: [] }))
    .filter(
      ({ kind, restated, standing, gained, lost, corrected, joined }) =>
        kind !== 'changed' ||
        restated !== null ||
        standing !== null ||
        [gained, lost, corrected, joined].some((list) => list.length > 0),
    ),
});

test('what a new report says close to a fact, and that states none, is told once', () => {
  const claim = (report: string, exact: string, certain = true) => ({
    id: `c-${report}-${exact.length}`,
    report,
    exact,
    certain,
  });
  const fact = (id: string, ...claims: readonly ReturnType<typeof claim>[]) => ({
    id,
    statement: found(claims[0]).exact,
    standing: 'single-source' as const,
    claims: nonEmpty(claims),
    merged: false,
  });
  const report = (id: string) => ({
    id,
    file: `${id}.md`,
    sha256: id.padStart(64, '0'),
    outlet: null,
    headline: null,
  });
  const base = { title: 'A', generated: null, bottomLine: [], divergences: [] };
  const [fire, fled] = [claim('1', 'A fire hurt eight.'), claim('1', 'Many fled.', false)];
  const arrest = claim('2', 'Two were arrested.', false);
  const before: EditionRecord = {
    ...base,
    number: 1,
    made: '2031-05-01T08:00:00Z',
    reports: [report('1')],
    facts: [fact('f-1', fire, fled)],
  };
  const after: EditionRecord = {
    ...base,
    number: 2,
    made: '2031-05-02T08:00:00Z',
    reports: [report('1'), report('2')],
    facts: [fact('f-1', fire, fled, arrest), fact('f-2', claim('1', 'Rain fell.'), arrest)],
  };
  expect(diff(before, after).facts.map(({ fact: id, close }) => [id, close])).toEqual([
    ['f-1', [{ file: '2.md', exact: 'Two were arrested.' }]],
    ['f-2', []],
  ]);
  const stated = { ...after, facts: [...after.facts, fact('f-3', { ...arrest, certain: true })] };
  expect(diff(before, stated).facts.flatMap(({ close }) => close)).toEqual([]);
});

test('the order of files does not matter', async () => {
  const texts = reportsOf('added', 'after');
  const turned = Object.fromEntries(
    Object.entries(texts)
      .reverse()
      .map(([file, text], index) => [`${index}-${file}`, text]),
  );
  const changes = diff(await recordFor(texts), await recordFor(turned));
  expect(changes.reports.map(({ kind }) => kind)).toEqual(['renamed', 'renamed', 'renamed']);
  expect(changes.facts).toEqual([]);
  expect(changes.divergences).toEqual([]);
});

const isEmpty = ({ reports, facts, divergences }: Changes): boolean =>
  [reports, facts, divergences].every((list) => list.length === 0);

/** What happened to each fact and report, as far as it has a counterpart when time runs backwards. */
function told({ reports, facts }: Changes) {
  const parted = facts.filter((change) => change.parted.length > 0);
  return {
    reports: inOrder(reports.map(({ kind, file, was }) => ({ kind, file, was }))),
    facts: inOrder(
      facts
        .filter((change) => !parted.includes(change))
        .map(({ kind, statement, restated, gained, lost }) => ({
          kind,
          statement,
          restated,
          gained: gained.length,
          lost: lost.length,
        })),
    ),
    joined: facts.flatMap(({ joined }) => joined).length,
    parted: parted.length,
  };
}

const inOrder = <T>(list: readonly T[]): readonly T[] =>
  [...list].sort((a, b) => byCodeUnits(JSON.stringify(a), JSON.stringify(b)));

type Told = ReturnType<typeof told>;

const BACK = {
  added: 'removed',
  removed: 'added',
  corrected: 'corrected',
  renamed: 'renamed',
} as const;
const FACT_BACK = { added: 'gone', gone: 'added', changed: 'changed' } as const;

const mirrored = ({ reports, facts, joined, parted }: Told): Told => ({
  reports: inOrder(
    reports.map(({ kind, file, was }) => ({
      kind: BACK[kind],
      file: was ?? file,
      was: was === null ? null : file,
    })),
  ),
  joined: parted,
  parted: joined,
  facts: inOrder(
    facts.map(({ kind, statement, restated, gained, lost }) => ({
      kind: FACT_BACK[kind],
      statement: restated ?? statement,
      restated: restated === null ? null : statement,
      gained: lost,
      lost: gained,
    })),
  ),
});

/** The same edition with all its lists turned round, and with other ids of claims. */
function shuffled(edition: EditionRecord): EditionRecord {
  const other = (id: string) => `x${id}`;
  return {
    ...edition,
    reports: [...edition.reports].reverse(),
    facts: [...edition.facts].reverse().map(({ claims: [first, ...rest], ...fact }) => ({
      ...fact,
      claims: [
        { ...first, id: other(first.id) },
        ...rest.map((claim) => ({ ...claim, id: other(claim.id) })).reverse(),
      ],
    })),
    divergences: [...edition.divergences].reverse().map(({ sides, ...divergence }) => ({
      ...divergence,
      sides: sides.map(({ value, claims: [first, ...rest] }) => ({
        value,
        claims: [other(first), ...rest.map(other)],
      })),
    })),
  };
}

const sortedLists = (lists: ReturnType<typeof readable>) =>
  Object.entries(lists).map(([name, list]) => [
    name,
    list.map((one) => JSON.stringify(one)).sort(),
  ]);
