import { describe, expect, test } from 'vitest';
import { LEXICAL, merge, methodOf, type Scorer } from '../../src/merge/index.ts';
import { WEIGHTS } from '../../src/merge/weights.ts';
import type { Fact, Sentence } from '../../src/types.ts';
import {
  BRIDGE,
  briefingOf,
  found,
  only,
  randomFrom,
  sentencesOf,
  type Texts,
} from '../support.ts';

/** Gives every pair the same probability. */
const always =
  (chance: number): Scorer =>
  async (_, pairs) =>
    pairs.map(() => chance);

/** Gives every pair some probability. */
const atRandom =
  (seed: number): Scorer =>
  async (_, pairs) => {
    const random = randomFrom(seed);
    return pairs.map(random);
  };

const SCORERS: readonly { name: string; score: Scorer | undefined }[] = [
  { name: 'the default scorer', score: undefined },
  { name: 'a scorer that takes nothing for the same', score: always(0) },
  { name: 'a scorer that takes everything for the same', score: always(1) },
  { name: 'a scorer that cannot tell', score: always(0.5) },
  { name: 'a scorer at random', score: atRandom(1) },
  { name: 'another scorer at random', score: atRandom(2) },
];

const run = (sentences: ReadonlyMap<string, readonly Sentence[]>, score: Scorer | undefined) =>
  score ? merge(sentences, { score }) : merge(sentences);

describe.each(SCORERS)('with $name', ({ score }) => {
  const sentences = sentencesOf(BRIDGE);
  const reports = [...sentences.keys()];

  test('every sentence is in a fact', async () => {
    const claims = (await run(sentences, score)).flatMap((fact) => fact.claims);
    const lost = [...sentences.values()]
      .flat()
      .filter(
        ({ whole, parts }) =>
          !claims.some(
            ({ report, start, end }) =>
              report === whole.report && start <= whole.start && end >= whole.end,
          ) &&
          (parts.length === 0 || parts.some(({ id }) => !claims.some((claim) => claim.id === id))),
      );
    expect(lost.map(({ whole }) => whole.exact)).toEqual([]);
  });

  test('every claim is in one fact, and beside it only in those that it supports too', async () => {
    const facts = await run(sentences, score);
    const own = facts.flatMap(ownClaims).map(({ id }) => id);
    expect(new Set(own).size).toBe(own.length);
    const guests = facts.flatMap(({ elsewhere }) => elsewhere);
    expect(guests.filter((id) => !own.includes(id))).toEqual([]);
  });

  test('facts are in order of how many reports state them, then of their place', async () => {
    const facts = await run(sentences, score);
    const keys = facts.map((fact) => {
      const [{ report, start }] = fact.claims;
      return [-statingReports(fact), reports.indexOf(report), start];
    });
    expect(keys).toEqual([...keys].sort(byNumbers));
  });

  test('claims of a fact are in order of report and place', async () => {
    for (const { claims } of await run(sentences, score)) {
      const keys = claims.map(({ report, start }) => [reports.indexOf(report), start]);
      expect(keys).toEqual([...keys].sort(byNumbers));
    }
  });

  test('a statement is in the words of a claim that is certain, and the fact’s own', async () => {
    for (const { statement, claims, uncertain, elsewhere } of await run(sentences, score)) {
      expect(claims.map(({ id }) => id)).toContain(statement.claim);
      expect(uncertain).not.toContain(statement.claim);
      expect(elsewhere).not.toContain(statement.claim);
    }
  });

  test('every pair of a fact has its probability, and names claims of the fact', async () => {
    for (const { claims, merged } of await run(sentences, score)) {
      expect(merged).toHaveLength((claims.length * (claims.length - 1)) / 2);
      const ids = claims.map(({ id }) => id);
      expect(merged.flatMap(({ a, b }) => [a, b]).filter((id) => !ids.includes(id))).toEqual([]);
      expect(merged.filter((pair) => !(pair.score >= 0 && pair.score <= 1))).toEqual([]);
    }
  });

  test('ids are unique', async () => {
    const ids = (await run(sentences, score)).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('two claims of one sentence are never one fact', async () => {
    for (const fact of await run(sentences, score)) {
      const places = ownClaims(fact).map(({ report, sentence }) => `${report} ${sentence}`);
      expect(new Set(places).size).toBe(places.length);
    }
  });
});

describe('merge', () => {
  test('finds what three reports say, and what one says alone', async () => {
    const facts = await merge(sentencesOf(BRIDGE));
    expect(facts[0]?.statement.text).toMatch(/closed its old bridge on Tuesday|closed on Tuesday/u);
    expect(facts.map(statingReports)).toContain(3);
    expect(facts.find(({ statement }) => statement.text.includes('1911'))?.claims).toHaveLength(1);
  });

  test('gives one fact a claim where nothing is the same', async () => {
    const { 'a.md': _, ...unquoted } = BRIDGE;
    const sentences = sentencesOf(unquoted);
    const facts = await merge(sentences, { score: always(0) });
    expect(facts.filter(({ claims }) => claims.length > 1)).toEqual([]);
    const wholes = [...sentences.values()].flat().map(({ whole }) => whole.exact);
    expect(facts.map(({ claims }) => claims[0].exact)).toEqual(wholes);
  });

  test('takes versions of one utterance for one fact, whatever the scorer says', async () => {
    const facts = await merge(
      sentencesOf({
        'a.txt': '“Nobody will drive over this bridge before May,” Ruth Amsel said.',
        'b.txt': 'Amsel wrote: “Nobody will drive over this bridge before May.”',
      }),
      { score: always(0) },
    );
    expect(only(facts).claims).toHaveLength(2);
    expect(only(facts).uncertain).toEqual([]);
    expect(only(only(facts).merged).reasons).toContain('the same utterance');
  });

  test('does not count what says the opposite', async () => {
    const facts = await merge(
      sentencesOf({
        'a.txt': 'The town may use the old bridge.',
        'b.txt': 'The town may not use the old bridge.',
      }),
      { score: always(1) },
    );
    const fact = only(facts);
    expect(fact.claims).toHaveLength(2);
    expect(fact.uncertain).toHaveLength(1);
    const claim = only(fact.uncertain);
    expect(fact.guarded).toEqual([
      { claim, guard: 'contrast', values: ['may not use the', 'may use the'] },
      { claim, guard: 'polarity', values: ['negated', 'affirmed'] },
    ]);
  });

  test('says of nothing that a guard kept it from counting where its score does', async () => {
    const facts = await merge(
      sentencesOf({
        'a.txt': 'The town may use the old bridge.',
        'b.txt': 'The town may not use the old bridge.',
      }),
      { score: always(WEIGHTS.certain - 0.01) },
    );
    expect(only(facts).uncertain).toHaveLength(1);
    expect(only(facts).guarded).toEqual([]);
  });

  test('keeps what two people say apart, however alike', async () => {
    const facts = await merge(
      sentencesOf({
        'a.txt': '“We will close the bridge in May,” Ruth Amsel said.',
        'b.txt': '“We shall open the bridge in May,” Ilsa Korr said.',
      }),
      { score: always(1) },
    );
    expect(facts.map(({ claims }) => claims.length)).toEqual([1, 1]);
  });

  test('does not count what is less than certain', async () => {
    const texts = { 'a.txt': 'The bridge was closed.', 'b.txt': 'The bridge was shut.' };
    const [likely, certain] = await Promise.all(
      [WEIGHTS.certain - 0.01, WEIGHTS.certain].map((chance) =>
        merge(sentencesOf(texts), { score: always(chance) }),
      ),
    );
    expect(only(found(likely)).uncertain).toHaveLength(1);
    expect(only(found(certain)).uncertain).toEqual([]);
  });

  test('says why claims were taken for the same', async () => {
    const [fact] = await merge(
      sentencesOf({
        'a.txt': 'In Brennick 9,000 cars crossed the bridge.',
        'b.txt': 'The bridge in Brennick was crossed by 9,000 cars.',
      }),
      { score: always(1) },
    );
    const { reasons } = only(found(fact).merged);
    expect(reasons).toContain('the same figures: 9,000');
    expect(reasons).toContain('the same names: brennick');
  });

  test('asks the scorer once, for pairs of different sentences with a word in common', async () => {
    const asked: (readonly [number, number])[][] = [];
    const listening: Scorer = async (_, pairs) => {
      asked.push(pairs.map(({ a, b }) => [a, b] as const));
      return pairs.map(() => 0);
    };
    await merge(
      sentencesOf({
        'a.txt': 'The bridge is closed. Ferries sail.',
        'b.txt': 'The bridge is old.',
        'c.txt': 'Ferries wait.',
      }),
      { score: listening },
    );
    expect(asked).toEqual([
      [
        [0, 2],
        [1, 3],
      ],
    ]);
  });

  test('of nothing makes nothing', async () => {
    expect(await merge(new Map())).toEqual([]);
    expect(await merge(new Map([['a', []]]))).toEqual([]);
  });

  test('brings identical reports together, sentence by sentence', async () => {
    const text =
      'The old bridge was closed on Tuesday. Engineers found cracks in its pillars.\n\n“We will close it for six months at least,” Ruth Amsel said.';
    const facts = await merge(
      sentencesOf({ 'a.txt': text, 'b.txt': `${text}\n`, 'c.txt': `${text}\n\n` }),
    );
    expect(facts.map(({ claims }) => claims.map(({ report }) => report))).toEqual([
      ['a', 'b', 'c'],
      ['a', 'b', 'c'],
      ['a', 'b', 'c'],
    ]);
    for (const { claims, uncertain } of facts) {
      expect(new Set(claims.map(({ exact }) => exact)).size).toBe(1);
      expect(uncertain).toEqual([]);
    }
  });

  test('leaves reports without a common word apart', async () => {
    const facts = await merge(
      sentencesOf({ 'a.txt': 'Bridges crack. Towers lean.', 'b.txt': 'Ferries sail at noon.' }),
      { score: always(1) },
    );
    expect(facts.map(({ statement }) => statement.text)).toEqual([
      'Bridges crack.',
      'Towers lean.',
      'Ferries sail at noon.',
    ]);
  });

  test('says with which figures the default weights were measured', () => {
    expect(methodOf(LEXICAL)).toEqual({ by: 'words', provenance: WEIGHTS.provenance });
  });
});

describe('the order of the reports', () => {
  test('is that of their names, not that in which they lie in the folder', async () => {
    const { facts } = await briefingOf(BRIDGE);
    const turned = await briefingOf(Object.fromEntries(Object.entries(BRIDGE).reverse()));
    expect(turned.facts).toEqual(facts);
  });

  const texts = Object.values(BRIDGE);
  const orders = [
    [0, 2, 1],
    [1, 0, 2],
    [1, 2, 0],
    [2, 0, 1],
    [2, 1, 0],
  ];
  test.each(orders)('does not decide what is one fact: %i, %i, %i', async (...order) => {
    const partition = async (places: readonly number[]) => {
      const named: Texts = Object.fromEntries(
        places.map((place, index) => [`${index + 1}.md`, found(texts[place])]),
      );
      const { facts } = await briefingOf(named);
      return facts.map((fact) => exactly(ownClaims(fact))).sort();
    };
    expect(await partition(order)).toEqual(await partition([0, 1, 2]));
  });
});

describe('the order in which reports are handed over', () => {
  const sentences = sentencesOf({
    ...BRIDGE,
    // Equal in all but their ids.
    'x.txt': 'The old bridge was closed. The river rose. The old bridge was closed on Tuesday.',
    'y.txt': 'The old bridge was closed. The river rose. The old bridge was closed on Tuesday.',
    'z.txt': 'The river rose. The old bridge was closed on Tuesday. The old bridge was closed.',
  });

  /** What is one fact, whoever is named first. */
  const factsOf = async (order: readonly string[], score?: Scorer) => {
    const turned = new Map(order.map((id) => [id, found(sentences.get(id))]));
    const facts = await run(turned, score);
    return facts
      .map((fact) => ({
        own: ownClaims(fact)
          .map(({ id }) => id)
          .sort(),
        guests: [...fact.elsewhere].sort(),
      }))
      .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  };

  const ids = [...sentences.keys()];
  test.each(SCORERS.filter(({ name }) => !name.includes('random')))(
    'does not decide what is one fact, with $name',
    async ({ score }) => {
      const random = randomFrom(6);
      const wanted = await factsOf(ids, score);
      for (let round = 0; round < 12; round++) {
        const keys = new Map(ids.map((id) => [id, random()]));
        const order = [...ids].sort((a, b) => found(keys.get(a)) - found(keys.get(b)));
        expect(await factsOf(order, score)).toEqual(wanted);
      }
    },
  );
});

describe('the id of a fact', () => {
  test('stays when another report says something else', async () => {
    const [before, after] = await Promise.all([
      merge(sentencesOf(BRIDGE)),
      merge(sentencesOf({ ...BRIDGE, 'd.txt': 'Ferries sail at noon.' })),
    ]);
    const ids = after.map(({ id }) => id);
    expect(before.filter(({ id }) => !ids.includes(id))).toEqual([]);
  });

  test('changes with the words of a fact that has only one claim', async () => {
    const idsOf = async (text: string) =>
      (await merge(sentencesOf({ 'a.txt': text, 'b.txt': 'Ferries sail at noon.' }))).map(
        ({ id }) => id,
      );
    const [[first], [second]] = await Promise.all([
      idsOf('The bridge was closed.'),
      idsOf('The bridge was opened.'),
    ]);
    expect(first).toMatch(/^f-[0-9a-f]{12}$/u);
    expect(first).not.toBe(second);
  });
});

const ownClaims = ({ claims, elsewhere }: Fact) =>
  claims.filter(({ id }) => !elsewhere.includes(id));

const exactly = (claims: readonly { readonly exact: string }[]) =>
  claims
    .map(({ exact }) => exact)
    .sort()
    .join('\n');

const statingReports = ({ claims, uncertain }: Fact) =>
  new Set(claims.filter(({ id }) => !uncertain.includes(id)).map(({ report }) => report)).size;

/** Order lists of numbers by their first difference. */
function byNumbers(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : found(a[at]) - found(b[at]);
}
