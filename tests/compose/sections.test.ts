import { describe, expect, test } from 'vitest';
import { statedBy, statingReports } from '../../src/facts.ts';
import type { Briefing, Section } from '../../src/types.ts';
import { BRIDGE, briefingOf, found, sectionOf, type Texts } from '../support.ts';

const ORDER: readonly Section['kind'][] = [
  'bottom-line',
  'key-facts',
  'divergences',
  'speakers',
  'timeline',
  'single-report',
  'gaps',
  'coverage',
  'reliance',
  'sources',
  'method',
];

/** Sections that every briefing has. */
const ALWAYS: readonly Section['kind'][] = ['coverage', 'sources', 'method'];

/** Ids of the facts that a section names. */
function factsIn(section: Section, { analysis }: Briefing): readonly string[] {
  switch (section.kind) {
    case 'bottom-line':
      return section.facts;
    case 'key-facts':
    case 'single-report':
      return section.groups.flatMap(({ facts }) => facts);
    case 'divergences':
      return analysis.divergences
        .filter(({ id }) => [...section.open, ...section.wording].includes(id))
        .flatMap(({ facts }) => facts);
    case 'speakers':
      return section.utterances.map(({ fact }) => fact);
    case 'timeline':
      return section.entries.map(({ fact }) => fact);
    case 'gaps':
      return section.gaps.map(({ fact }) => fact);
    default:
      return [];
  }
}

const FERRY: Texts = {
  'a.txt': 'A ferry with 120 passengers ran aground near the port of Lisk, the coast guard said.',
  'b.txt': 'A ferry carrying 120 passengers ran aground off the port of Lisk.',
};
const APART: Texts = { 'a.txt': 'Bridges crack.', 'b.txt': 'Ferries sail at noon.' };
const SPOKEN: Texts = {
  'a.txt': '“Nobody will drive over this bridge before May,” Ruth Amsel said.',
  'b.txt': '“Nobody will drive over this bridge before May,” Ruth Amsel said.\n',
};

describe('a section stands only where it has something', () => {
  const cases: readonly { name: string; texts: Texts; kinds: readonly Section['kind'][] }[] = [
    {
      name: 'reports that agree in a fact',
      texts: FERRY,
      kinds: ['bottom-line', 'key-facts', 'divergences', 'gaps'],
    },
    {
      name: 'reports with nothing in common',
      texts: APART,
      kinds: ['divergences', 'single-report'],
    },
    {
      name: 'reports that only quote, and the same woman',
      texts: SPOKEN,
      kinds: ['divergences', 'speakers', 'reliance'],
    },
    {
      name: 'reports that quote in other words',
      texts: { ...SPOKEN, 'b.txt': '“No one will drive over this bridge before May,” Amsel said.' },
      kinds: ['divergences', 'speakers'],
    },
    {
      name: 'a report that names a day',
      texts: { ...APART, 'a.txt': 'Bridges cracked on 3 March 2031.' },
      kinds: ['divergences', 'timeline', 'single-report'],
    },
    {
      name: 'reports that differ in a figure',
      texts: { ...FERRY, 'b.txt': FERRY['a.txt']?.replace('120', '160') ?? '' },
      kinds: ['bottom-line', 'key-facts', 'divergences', 'gaps', 'reliance'],
    },
    {
      name: 'reports with all of it',
      texts: { ...BRIDGE, 'd.txt': 'It was not clear who would pay for the ferry.' },
      kinds: ORDER.filter((kind) => !ALWAYS.includes(kind)),
    },
  ];
  test.each(cases)('$name: $kinds', async ({ texts, kinds }) => {
    const { briefing } = await briefingOf(texts);
    expect(briefing.sections.map(({ kind }) => kind)).toEqual(
      ORDER.filter((kind) => kinds.includes(kind) || ALWAYS.includes(kind)),
    );
  });

  const ALL: readonly Texts[] = [BRIDGE, FERRY, APART, SPOKEN];

  test('in one order', async () => {
    for (const texts of ALL) {
      const { briefing } = await briefingOf(texts);
      const kinds = briefing.sections.map(({ kind }) => kind);
      expect(kinds).toEqual(ORDER.filter((kind) => kinds.includes(kind)));
    }
  });

  test('under a heading', async () => {
    const { briefing } = await briefingOf(BRIDGE);
    const headings = briefing.sections.map(({ heading }) => heading);
    expect(headings.filter((heading) => heading.trim() === '')).toEqual([]);
    expect(new Set(headings).size).toBe(headings.length);
  });

  test('and names only facts that exist', async () => {
    for (const texts of ALL) {
      const { briefing } = await briefingOf(texts);
      const ids = briefing.facts.map(({ id }) => id);
      const named = briefing.sections.flatMap((section) => factsIn(section, briefing));
      expect(named.length).toBeGreaterThan(0);
      expect(named.filter((id) => !ids.includes(id))).toEqual([]);
    }
  });
});

describe('every fact is shown', () => {
  test('in one of the sections that list facts, and in one only', async () => {
    for (const texts of [BRIDGE, FERRY, APART, SPOKEN]) {
      const { briefing } = await briefingOf(texts);
      const listing = briefing.sections.filter(({ kind }) =>
        ['key-facts', 'speakers', 'single-report'].includes(kind),
      );
      const shown = listing.flatMap((section) => factsIn(section, briefing));
      expect([...shown].sort()).toEqual(briefing.facts.map(({ id }) => id).sort());
    }
  });

  test('and so is every difference', async () => {
    const { briefing } = await briefingOf(BRIDGE);
    const { open, wording } = sectionOf(briefing, 'divergences');
    const { divergences } = briefing.analysis;
    expect([...open, ...wording].sort()).toEqual(divergences.map(({ id }) => id).sort());
    const wordings = divergences.filter(({ status }) => status === 'wording');
    expect(wording).toEqual(wordings.map(({ id }) => id));
  });
});

describe('bottom line', () => {
  test('has facts of several reports that can be read alone, and no more than five', async () => {
    const lines = [
      'It rained frogs over several gardens.',
      'The harbor crane of Lisk fell into deep water.',
      'Eight nurses founded a small hospital downtown.',
      'Farmers sold their last cattle before winter.',
      'A comet passed above northern mountains.',
      'Bakers raised prices of rye bread.',
      'Both schools merged under one headmaster.',
    ];
    const { briefing } = await briefingOf({ 'a.txt': lines.join('\n'), 'b.txt': lines.join(' ') });
    expect(briefing.facts).toHaveLength(lines.length);
    const { facts } = sectionOf(briefing, 'bottom-line');
    expect(facts).toHaveLength(5);
    for (const id of facts) {
      const fact = found(briefing.facts.find((other) => other.id === id));
      expect(statingReports(fact).length).toBeGreaterThan(1);
      expect(statedBy(fact).selfContained).toBe(true);
    }
  });

  test('begins with what the reports tell first', async () => {
    const main = 'The old bridge of Brennick was closed to all cars.';
    const aside = 'A ferry carries passengers over the river Wend.';
    const filler = 'Towers lean. Trains wait. Dogs bark. Shops open. Rain falls.';
    const { briefing } = await briefingOf({
      'a.txt': `${aside} ${main} ${filler}`,
      'b.txt': `${main} ${filler.toUpperCase()} ${aside}`,
    });
    expect(briefing.facts[0]?.statement.text).toBe(aside);
    const [first] = sectionOf(briefing, 'bottom-line').facts;
    expect(briefing.facts.find(({ id }) => id === first)?.statement.text).toBe(main);
  });
});

describe('the bottom line', () => {
  test('does not say again what stands above', async () => {
    const [main, again, other] = [
      'The ferry Aurora ran aground off Lisk on Monday with 40 passengers.',
      'The Aurora ran aground off Lisk.',
      'Divers will search the keel for cracks.',
    ];
    const text = [main, again, other].join('\n\n');
    const { briefing } = await briefingOf({ 'a.txt': text, 'b.txt': `${text}\n\nBells rang.` });
    const said = sectionOf(briefing, 'bottom-line').facts.map(
      (id) => found(briefing.facts.find((fact) => fact.id === id)).statement.text,
    );
    expect(said).toEqual([main, other]);
  });
});

describe('key facts', () => {
  const SHARED = [
    'The ferry Aurora ran aground off Lisk on a sandbank.',
    'Divers found a crack in the keel of the ferry Aurora.',
    'A lamp fell from the ceiling of the town hall.',
    'Fishermen brought 40 passengers ashore in small boats.',
    'The council of Harlow wants a bridge over the sound.',
    'A bridge would cost 30 million crowns, engineers reckon.',
    'Two bakers shared the prize for the best loaf.',
    'Snow closed the mountain pass near Torvale at night.',
  ];

  test('stand under words that some of them share, the others last', async () => {
    const text = SHARED.join('\n\n');
    const { briefing } = await briefingOf({ 'a.txt': text, 'b.txt': `${text}\n\nBells rang.` });
    const statement = (id: string) =>
      found(briefing.facts.find((fact) => fact.id === id)).statement.text;
    const { groups } = sectionOf(briefing, 'key-facts');
    expect(
      groups.map(({ heading, facts }) => [
        heading,
        facts.map((id) => SHARED.indexOf(statement(id))),
      ]),
    ).toEqual([
      ['Ferry', [0, 1]],
      ['Bridge', [4, 5]],
      ['Also reported', [2, 3, 6, 7]],
    ]);
  });

  test('need no headings where they are few', async () => {
    const { briefing } = await briefingOf(FERRY);
    expect(sectionOf(briefing, 'key-facts').groups.map(({ heading }) => heading)).toEqual([null]);
  });

  test('stand in order of how many reports state them', async () => {
    const { briefing } = await briefingOf(BRIDGE);
    const counts = sectionOf(briefing, 'key-facts').groups.flatMap(({ facts }) =>
      facts.map(
        (id) => statingReports(found(briefing.facts.find((fact) => fact.id === id))).length,
      ),
    );
    expect(new Set(counts)).toEqual(new Set([3, 2]));
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
  });
});

describe('what one report alone says', () => {
  test('stands under the report’s name, in the report’s order', async () => {
    const { briefing } = await briefingOf({
      'a.txt': 'Bridges crack. Towers lean.',
      'b.md': '---\npublisher: Tolva Post\n---\n\nFerries sail at noon.',
    });
    const textOf = (id: string) => briefing.facts.find((fact) => fact.id === id)?.statement.text;
    expect(
      sectionOf(briefing, 'single-report').groups.map(({ heading, facts }) => [
        heading,
        ...facts.map(textOf),
      ]),
    ).toEqual([
      ['Report 1', 'Bridges crack.', 'Towers lean.'],
      ['Tolva Post', 'Ferries sail at noon.'],
    ]);
  });
});

describe('who said what', () => {
  test('is by speaker, among equals in order of the first words', async () => {
    const { briefing } = await briefingOf({
      'a.txt':
        '“Nobody will drive over this bridge before May,” Ruth Amsel said.\n\n“Ferries are slow, dear, and never on time,” Jon Vale said.\n\n“Engineers have yet to tell us their price,” Ruth Amsel said.',
      'b.txt': 'Towers lean.',
    });
    expect(sectionOf(briefing, 'speakers').utterances.map(({ speaker }) => speaker)).toEqual([
      'Ruth Amsel',
      'Ruth Amsel',
      'Jon Vale',
    ]);
  });

  const NOBODY = '“Nobody will drive over this bridge before May,”';
  const SLOW = '“Ferries are slow, dear, and never on time,”';

  test('begins with whose words most reports carry; nobody’s come last', async () => {
    const { briefing } = await briefingOf({
      'a.txt': `“Engineers have yet to tell us their price.”\n\n${SLOW} Jon Vale said.\n\n${NOBODY} Ruth Amsel said.`,
      'b.txt': `“Engineers have yet to tell us their price.”\n\n${NOBODY} Ruth Amsel said.`,
    });
    expect(sectionOf(briefing, 'speakers').utterances.map(({ speaker }) => speaker)).toEqual([
      'Ruth Amsel',
      'Jon Vale',
      null,
    ]);
  });

  test('puts one person’s words together, whatever the report calls her', async () => {
    const { briefing } = await briefingOf({
      'a.txt': `Mayor Ruth Amsel spoke in Lisk.\n\n${NOBODY} Ruth Amsel said.\n\n${SLOW} Mrs. Amsel said.`,
      'b.txt': `Mayor Ruth Amsel waited.\n\n“Engineers have yet to tell us their price,” Amsel said.`,
    });
    const { utterances } = sectionOf(briefing, 'speakers');
    expect(utterances).toHaveLength(3);
    expect([...new Set(utterances.map(({ speaker }) => speaker))]).toEqual(['Ruth Amsel']);
  });

  test.each([
    ['that of most reports', ['Mayor Ruth Amsel', 'Mayor Ruth Amsel', 'Baker Ruth Amsel'], 'Mayor'],
    [
      'in its fullest form',
      ['Mayor Ruth Amsel', 'Mayor Ruth Amsel', 'Harlow Mayor Ruth Amsel'],
      'Harlow Mayor',
    ],
    ['nothing where none is given', ['Ruth Amsel', 'Ruth Amsel', 'Ruth Amsel'], null],
  ] as const)('gives the role: %s', async (_, names, role) => {
    const texts = names.map((name, index) => [
      `${index}.txt`,
      `${NOBODY} ${name} said.\n\nReport ${index} saw the towers lean.`,
    ]);
    const { briefing } = await briefingOf(Object.fromEntries(texts));
    const [first] = sectionOf(briefing, 'speakers').utterances;
    expect(first?.role).toBe(role);
  });

  test('has the days that passages name, each with those that do', async () => {
    const { briefing } = await briefingOf({
      'a.txt': `${NOBODY} Ruth Amsel said on 11 March 2031.`,
      'b.txt': `${NOBODY} Ruth Amsel said on 12 March 2031.`,
      'c.txt': `${NOBODY} Ruth Amsel said.`,
    });
    const [utterance] = sectionOf(briefing, 'speakers').utterances;
    const days = found(utterance).days.map(({ date, claims }) => [date, claims.length]);
    expect(days).toEqual([
      ['2031-03-11', 1],
      ['2031-03-12', 1],
    ]);
  });

  test('names nobody where the report does not', async () => {
    const { briefing } = await briefingOf({
      'a.txt': '“Nobody will drive over this bridge before May.”',
      'b.txt': 'Towers lean.',
    });
    expect(sectionOf(briefing, 'speakers').utterances.map(({ speaker }) => speaker)).toEqual([
      null,
    ]);
  });
});

describe('what the editor pinned', () => {
  const pin = (words: string) => `decisions:\n  - pin: "${words}"\n    because: readers ask`;

  test('opens the bottom line, whoever states it, and is no title for that', async () => {
    const { briefing } = await briefingOf(BRIDGE, { config: pin('built in 1911') });
    const [first, ...more] = sectionOf(briefing, 'bottom-line').facts;
    expect(briefing.facts.find(({ id }) => id === first)?.statement.text).toContain('1911');
    expect(more.length).toBeGreaterThan(0);
    expect(briefing.title.fact).toBe(more[0]);
  });

  test('is the title where several reports state it', async () => {
    const { briefing } = await briefingOf(BRIDGE, { config: pin('9,000 cars') });
    expect(briefing.title.fact).toBe(sectionOf(briefing, 'bottom-line').facts[0]);
    expect(briefing.title.text).toContain('9,000');
  });

  test('is all of the bottom line where it is many', async () => {
    const words = [
      'built in 1911',
      'free ferry',
      'new ferry line',
      'take six months',
      'shop owners',
      '9,000 cars',
    ];
    const config = `decisions:\n${words.map((each) => `  - pin: ${each}`).join('\n')}`;
    const { briefing } = await briefingOf(BRIDGE, { config });
    const pinned = briefing.facts.flatMap(({ id, pinned: place }) => (place ? [id] : []));
    expect(sectionOf(briefing, 'bottom-line').facts).toEqual(pinned);
    expect(pinned.length).toBeGreaterThan(4);
  });

  test('opens its group', async () => {
    const { briefing } = await briefingOf(BRIDGE, { config: pin('who has so far refused') });
    const place = (id: string | undefined) => briefing.facts.find((fact) => fact.id === id)?.pinned;
    const groups = [
      ...sectionOf(briefing, 'key-facts').groups,
      ...sectionOf(briefing, 'single-report').groups,
    ];
    const group = groups.find(({ facts }) => facts.some((id) => place(id) === 1));
    expect(place(group?.facts[0])).toBe(1);
  });
});

describe('method', () => {
  test('says what the editor decided, and why', async () => {
    const config = `decisions:
  - suppress: built in 1911
    because: beside the point
  - reword: cross the bridge every day
    words: Cars use the bridge
  - pin: free ferry
    because: readers ask
  - pin: shop owners
    because: readers ask
`;
    const { briefing } = await briefingOf(BRIDGE, { config });
    const text = sectionOf(briefing, 'method').paragraphs.join('\n');
    expect(text).toContain(
      'The editor decided on facts, each time by hand: 1 fact is stated in words that the editor chose; 2 facts were put first (readers ask); 1 fact is not printed (beside the point).',
    );
    expect(text).toContain('own words, save those marked as the editor’s');
  });

  test('is silent about an editor who decided nothing', async () => {
    const { briefing } = await briefingOf(BRIDGE);
    expect(sectionOf(briefing, 'method').paragraphs.join()).not.toContain('editor');
  });

  test('gives the version, the number of reports, and the measured error rates', async () => {
    const { briefing } = await briefingOf(BRIDGE);
    const text = sectionOf(briefing, 'method').paragraphs.join('\n');
    expect(text).toContain('Synoptic 0.0.0 took 3 reports apart');
    expect(text).toMatch(/\d+ % of the pairs/u);
    expect(text).not.toMatch(/undefined|NaN/u);
  });
});
