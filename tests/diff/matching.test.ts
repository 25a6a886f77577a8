import { describe, expect, test } from 'vitest';
import { diff } from '../../src/diff/index.ts';
import type {
  EditionRecord,
  NonEmpty,
  RecordedClaim,
  RecordedDivergence,
  RecordedFact,
} from '../../src/types.ts';
import { nonEmpty } from '../support.ts';

/** A passage as `report: words`; with a question mark before it, one that is close and not counted. */
type Passage = string;

function claimOf(passage: Passage): RecordedClaim {
  const [, doubt, report = '', exact = ''] = /^(\?)?(\w+): (.+)$/su.exec(passage) ?? [];
  return { id: `c-${report} ${exact}`, report, exact, certain: doubt === undefined };
}

const factOf = (id: string, passages: NonEmpty<Passage>): RecordedFact => {
  const [first, ...rest] = passages;
  const claims = [claimOf(first), ...rest.map(claimOf)] as const;
  return { id, statement: claims[0].exact, standing: 'single-source', merged: false, claims };
};

const divergenceOf = (fields: Partial<RecordedDivergence>): RecordedDivergence => ({
  id: 'd-1',
  kind: 'number',
  about: '',
  status: 'open',
  note: '',
  sides: [
    { value: '12', claims: ['c-a Twelve people were hurt.'] },
    { value: '14', claims: ['c-b Fourteen people were hurt.'] },
  ],
  facts: ['f-1'],
  ...fields,
});

/** An edition of facts by their ids. @param versions A report → which version of it there is. */
function edition(
  facts: Readonly<Record<string, NonEmpty<Passage>>>,
  { versions = {}, divergences = [] }: Partial<Setting> = {},
): EditionRecord {
  const recorded = Object.entries(facts).map(([id, passages]) => factOf(id, passages));
  const reports = new Set(recorded.flatMap(({ claims }) => claims.map(({ report }) => report)));
  return {
    number: 1,
    made: '2031-05-01T08:00:00Z',
    title: 'Title',
    generated: null,
    reports: [...reports].sort().map((id) => ({
      id,
      file: `${id}.md`,
      sha256: `${id}${versions[id] ?? ''}`,
      outlet: null,
      headline: null,
    })),
    facts: recorded,
    bottomLine: [],
    divergences,
  };
}

interface Setting {
  readonly versions: Readonly<Record<string, string>>;
  readonly divergences: readonly RecordedDivergence[];
}

/** Changes of facts in a few words each. */
const told = (before: EditionRecord, after: EditionRecord) =>
  diff(before, after).facts.map(({ kind, fact, restated, gained, lost, withdrawn, ...more }) =>
    [
      `${kind} ${fact}`,
      ...(restated ? [`was ${restated}`] : []),
      ...gained.map((file) => `+${file}`),
      ...lost.map((file) => `-${file}`),
      ...withdrawn.map((file) => `withdrawn ${file}`),
      ...more.corrected.map((file) => `corrected ${file}`),
      ...more.joined.map((id) => `joined ${id}`),
      ...more.parted.map((id) => `parted ${id}`),
    ].join(', '),
  );

describe('a fact goes on', () => {
  test('in the one that has most of what states it', () => {
    const before = edition({ one: ['a: It rained.', 'b: Rain fell.', 'c: There was rain.'] });
    const after = edition({ x: ['c: There was rain.'], y: ['b: Rain fell.', 'a: It rained.'] });
    expect(told(before, after)).toEqual([
      'added x, +c.md, parted one',
      'changed y, was It rained.',
    ]);
  });

  test('in the one that says it in the same words, of those that have any of it', () => {
    const before = edition({ one: ['a: It rained.', 'b: Rain fell.', 'c: There was rain.'] });
    const after = edition({ x: ['a: It rained.'], y: ['b: Rain fell.', 'c: There was rain.'] });
    expect(told(before, after)).toEqual(['added y, +b.md, +c.md, parted one']);
  });

  test('not in what was only close to it', () => {
    const before = edition({ one: ['a: Twelve were hurt.', '?b: Fourteen were hurt.'] });
    const after = edition({ x: ['b: Fourteen were hurt.'] });
    expect(told(before, after)).toEqual(['added x, +b.md, parted one', 'gone one, -a.md']);
  });

  test('where its statement is another report’s now, and the old one is close', () => {
    const before = edition({ one: ['a: It rained.', '?b: Rain fell.'] });
    const after = edition({ one: ['b: Rain fell.', '?a: It rained.'] });
    expect(told(before, after)).toEqual(['changed one, was It rained., +b.md, -a.md']);
  });

  test('in a part of its sentence', () => {
    const before = edition({ one: ['a: The storm broke windows, and trees fell on the road.'] });
    const after = edition({ x: ['a: The storm broke windows'], y: ['a: trees fell on the road.'] });
    expect(told(before, after)).toEqual([
      'changed x, was The storm broke windows, and trees fell on the road.',
      'added y, +a.md, parted one',
    ]);
  });

  test('where words stand twice in a report, once for each', () => {
    const twice = { one: ['a: He agreed.'], two: ['a: He agreed.'] } as const;
    expect(told(edition(twice), edition({ two: twice.two, one: twice.one }))).toEqual([]);
    expect(told(edition(twice), edition({ one: twice.one }))).toEqual(['gone two, -a.md']);
  });
});

describe('in a corrected report', () => {
  const mended = { versions: { a: '2' } };

  test('a figure is said otherwise', () => {
    const before = edition({ one: ['a: The fire killed 12 people, police said.'] });
    const after = edition({ x: ['a: The fire killed 14 people, police said.'] }, mended);
    expect(told(before, after)).toEqual([
      'changed x, was The fire killed 12 people, police said., corrected a.md',
    ]);
  });

  test('other words are another fact', () => {
    const before = edition({ one: ['a: The fire killed 12 people, police said.'] });
    const after = edition({ x: ['a: Nobody knows yet how it began.'] }, mended);
    expect(told(before, after)).toEqual(['added x, +a.md', 'gone one, -a.md, withdrawn a.md']);
  });

  test('near words in a report that did not change are no correction', () => {
    const before = edition({ one: ['a: The fire killed 12 people, police said.'] });
    const after = edition({ x: ['a: The fire killed 14 people, police said.'] });
    expect(told(before, after)).toEqual(['added x, +a.md', 'gone one, -a.md']);
  });

  test('what another report states, too, rests on that alone', () => {
    const before = edition({ one: ['b: It rained.', 'a: Rain fell.'], two: ['a: It was warm.'] });
    const after = edition({ one: ['b: It rained.'], two: ['a: It was warm.'] }, mended);
    expect(told(before, after)).toEqual(['changed one, -a.md, withdrawn a.md']);
  });

  test('what it says still, and is only not counted, is not withdrawn', () => {
    const before = edition({ one: ['b: It rained.', 'a: Rain fell.'] });
    const after = edition({ one: ['b: It rained.', '?a: Rain fell.'] }, mended);
    expect(told(before, after)).toEqual(['changed one, -a.md']);
  });
});

describe('a difference', () => {
  const facts = {
    'f-1': ['a: Twelve people were hurt.'],
    'f-2': ['b: Fourteen people were hurt.'],
  } as const;
  const changed = (
    before: Partial<RecordedDivergence> | null,
    after: Partial<RecordedDivergence> | null,
  ) =>
    diff(
      edition(facts, { divergences: before ? [divergenceOf(before)] : [] }),
      edition(facts, { divergences: after ? [divergenceOf({ id: 'd-2', ...after })] : [] }),
    ).divergences.map(({ kind, divergence, was }) => [kind, divergence, ...(was ?? [])].join(' '));

  test.each<
    [string, Partial<RecordedDivergence> | null, Partial<RecordedDivergence> | null, string[]]
  >([
    ['is opened', null, {}, ['opened d-2']],
    ['is gone', {}, null, ['gone d-1']],
    ['stays, whatever its id', {}, {}, []],
    ['stays, told with the other fact', {}, { facts: ['f-2'] }, []],
    ['is settled by a later report', {}, { kind: 'update', status: 'superseded' }, ['settled d-2']],
    ['is settled as it is found', null, { status: 'superseded' }, ['settled d-2']],
    ['is open again', { status: 'superseded' }, {}, ['opened d-2']],
    ['contradicts no more', {}, { kind: 'scope', status: 'wording' }, ['gone d-1']],
    ['is of another sort', {}, { kind: 'date' }, ['opened d-2', 'gone d-1']],
    ['is of something else', { about: 'cars' }, { about: 'people' }, ['opened d-2', 'gone d-1']],
    [
      'has other values',
      {},
      { sides: [...divergenceOf({}).sides, { value: '19', claims: ['c-c Nineteen.'] }] },
      ['changed d-2 12 14'],
    ],
    [
      'has the same values in other words',
      {},
      {
        sides: divergenceOf({}).sides.map(({ value, claims }) => ({
          value: `${value} people`,
          claims,
        })),
      },
      [],
    ],
  ])('%s', (_, before, after, told) => {
    expect(changed(before, after)).toEqual(told);
  });
});

test('a fact that has many claims is found again in no order of theirs', () => {
  const passages = nonEmpty(Array.from({ length: 40 }, (_, at) => `r${at}: Words ${at % 7}.`));
  const turned = nonEmpty([...passages].reverse());
  expect(told(edition({ one: passages }), edition({ one: turned }))).toEqual([
    `changed one, was ${passages[0].slice(4)}`,
  ]);
});
