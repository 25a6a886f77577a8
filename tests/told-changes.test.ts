import { describe, expect, test } from 'vitest';
import { countsOf, toldChanges } from '../src/told-changes.ts';
import type { Changes, DivergenceChange, FactChange, ReportChange } from '../src/types.ts';
import { only } from './support.ts';

const report = (kind: ReportChange['kind'], file: string): ReportChange => ({
  kind,
  file,
  was: kind === 'renamed' ? 'old.md' : null,
  outlet: null,
});

const fact = (fields: Partial<FactChange>): FactChange => ({
  kind: 'changed',
  fact: 'f-1',
  statement: 'It rained.',
  restated: null,
  gained: [],
  lost: [],
  withdrawn: [],
  corrected: [],
  reworded: [],
  close: [],
  standing: null,
  joined: [],
  parted: [],
  ...fields,
});

const divergence = (fields: Partial<DivergenceChange>): DivergenceChange => ({
  kind: 'opened',
  divergence: 'd-1',
  about: 'number',
  what: '',
  statement: 'It rained.',
  status: 'open',
  note: '',
  values: ['1 day', '2 days'],
  was: null,
  facts: ['f-1'],
  ...fields,
});

const changes = (fields: Partial<Changes>): Changes => ({
  since: { number: 1, made: '2031-05-01T08:00:00Z', generated: null },
  reports: [
    report('added', 'new.md'),
    report('removed', 'gone.md'),
    report('corrected', 'mended.md'),
  ],
  facts: [],
  divergences: [],
  ...fields,
});

const QUOTED = { file: 'new.md', exact: 'Two were arrested.' };

const toldOf = (change: FactChange) => {
  const group = only(
    toldChanges(changes({ facts: [change] })).filter(({ kind }) => kind !== 'reports'),
  );
  return [group.kind, ...group.items[0].notes];
};

describe('each fact is told once, by what matters most', () => {
  test.each<[string, Partial<FactChange>, readonly string[]]>([
    ['new', { kind: 'added', gained: ['new.md'] }, ['added', 'in new.md']],
    ['gone', { kind: 'gone', lost: ['gone.md'] }, ['gone', 'was in gone.md']],
    [
      'with something close to it that may be new, though it gained support',
      { gained: ['new.md'], close: [QUOTED] },
      ['close', 'new.md, close to it and not counted: “Two were arrested.”', 'now also in new.md'],
    ],
    [
      'taken back',
      { kind: 'gone', lost: ['mended.md'], withdrawn: ['mended.md'] },
      ['gone', 'no longer in the corrected mended.md'],
    ],
    [
      'corrected, though it lost support as well',
      { restated: 'It snowed.', corrected: ['mended.md'], lost: ['gone.md'] },
      ['corrected', 'no longer in gone.md', 'changed by a correction of mended.md'],
    ],
    [
      'gained and lost',
      { gained: ['new.md'], lost: ['gone.md'] },
      ['lost', 'now also in new.md', 'no longer in gone.md'],
    ],
    [
      'gained and said otherwise',
      { gained: ['new.md'], restated: 'It snowed.' },
      ['gained', 'now also in new.md'],
    ],
    [
      'corrected in a report whose words are not those that are printed',
      {
        corrected: ['mended.md'],
        reworded: [{ file: 'mended.md', before: 'It rained 1 day.', after: 'It rained 2 days.' }],
      },
      ['corrected', 'mended.md: “It rained 1 day.” is “It rained 2 days.” now'],
    ],
    [
      'corrected in the report whose words are printed',
      {
        restated: 'It rained 1 day.',
        corrected: ['mended.md'],
        reworded: [{ file: 'mended.md', before: 'It rained 1 day.', after: 'It rained.' }],
      },
      ['corrected', 'changed by a correction of mended.md'],
    ],
    ['said otherwise', { restated: 'It snowed.' }, ['restated']],
    [
      'of another standing',
      { standing: { before: 'single-source', after: 'disputed' } },
      ['standing', 'the reports differ; before: one report alone'],
    ],
  ])('%s', (_, fields, told) => {
    expect(toldOf(fact(fields))).toEqual(told);
  });
});

describe('what no report changed is neither news nor loss', () => {
  test.each<[string, Partial<FactChange>, readonly string[]]>([
    ['counted with it', { gained: ['a.md'] }, ['regrouped', 'counted with it now: a.md']],
    ['counted elsewhere', { lost: ['a.md'] }, ['regrouped', 'counted elsewhere now: a.md']],
    [
      'told with another',
      { joined: ['f-2'] },
      ['regrouped', 'one with 1 other fact of the last edition'],
    ],
    [
      'told by itself',
      { kind: 'added', gained: ['a.md'], parted: ['f-2'] },
      ['regrouped', 'told by itself now'],
    ],
    [
      'not told',
      { kind: 'gone', lost: ['a.md'] },
      ['regrouped', 'was in a.md', 'not told any more; its reports are as they were'],
    ],
  ])('%s', (_, fields, told) => {
    expect(toldOf(fact(fields))).toEqual(told);
  });

  test('but a new report that tells the same is', () => {
    const parted = fact({ kind: 'added', gained: ['a.md', 'new.md'], parted: ['f-2'] });
    expect(toldOf(parted)).toEqual(['gained', 'now also in new.md', 'told by itself now']);
  });
});

describe('differences', () => {
  test.each<[string, Partial<DivergenceChange>, string, string | null]>([
    ['opened', {}, 'opened', null],
    ['settled', { kind: 'settled', status: 'superseded' }, 'settled', null],
    ['gone', { kind: 'gone' }, 'closed', null],
    [
      'of other values',
      { kind: 'changed', was: ['1 day', '3 days'] },
      'differing',
      '1 day / 3 days',
    ],
    ['of wording alone', { status: 'wording' }, 'wordings', null],
  ])('%s', (_, fields, kind, before) => {
    const groups = toldChanges(changes({ reports: [], divergences: [divergence(fields)] }));
    expect(groups.map((group) => group.kind)).toEqual([kind]);
    expect(groups[0]?.items[0]).toMatchObject({ values: ['1 day', '2 days'], before, id: 'd-1' });
  });

  test('are named by their fact, or by what happened to people', () => {
    const [named, counted] = [divergence({}), divergence({ what: 'people killed' })];
    const group = only(toldChanges(changes({ reports: [], divergences: [named, counted] })));
    expect(group.items.map(({ text }) => text)).toEqual(['It rained.', 'People killed']);
  });
});

test('counts say what is counted', () => {
  const groups = toldChanges(
    changes({
      reports: [report('added', 'a.md'), report('added', 'b.md'), report('renamed', 'c.md')],
      facts: [fact({ kind: 'added', gained: ['a.md'] }), fact({ gained: ['a.md'] })],
    }),
  );
  expect(countsOf(groups)).toBe('2 reports added, 1 renamed, 1 new fact, 1 fact gained support');
  expect(countsOf([])).toBe('nothing changed');
  expect(groups[0]?.items[2]?.notes).toEqual(['renamed, was old.md']);
});

test('reports are called as the reader knows them', () => {
  const told = toldChanges(changes({ facts: [fact({ kind: 'added', gained: ['new.md'] })] }), {
    nameOf: (file) => `the ${file}`,
  });
  expect(told[0]?.items[0].text).toBe('the new.md');
  expect(told[1]?.items[0].notes).toEqual(['in the new.md']);
});
