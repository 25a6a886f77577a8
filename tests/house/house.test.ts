import { describe, expect, test } from 'vitest';
import { HOUSE_RULES } from '../../src/house/index.ts';
import { verify } from '../../src/verify/index.ts';
import { briefingOf, FOLDER, PUBLISHED, type Texts } from '../support.ts';

const SECOND = 'Nothing happened in Tolva.';

/**
 * What a briefing of reports of one day prints, and what its proof says.
 *
 * @param likeness Of any two passages. Default: as the program finds it.
 */
async function printed(texts: Texts, config = '', likeness?: number) {
  const dated = Object.keys(texts).map(
    (name) => `  ${name}: { published: ${PUBLISHED}, include: true }`,
  );
  const made = await briefingOf(texts, {
    config: `${config}\nreports:\n${dated.join('\n')}`,
    ...(likeness !== undefined && { score: async (_, pairs) => pairs.map(() => likeness) }),
  });
  const messages = await verify(made.briefing, FOLDER, made.files);
  return { ...made, messages: messages.map(({ reason }) => reason) };
}

const statementIn = async (sentence: string, config: string) => {
  const { briefing, messages } = await printed({ 'a.txt': sentence, 'b.txt': SECOND }, config);
  expect(messages).toEqual([]);
  const [first] = briefing.facts.filter(({ claims }) => claims[0].report === 'a');
  return first?.statement.text;
};

describe.each(HOUSE_RULES)('house rule $id', ({ examples }) => {
  test.each(examples)('%s: %s → %s', async (config, sentence, expected) => {
    expect(await statementIn(sentence, config)).toBe(expected);
  });
});

describe('the spelling of names', () => {
  const statements = async (texts: Texts, config?: string) => {
    const { briefing, messages } = await printed(texts, config, 0);
    expect(messages).toEqual([]);
    return briefing.facts.map(({ statement }) => statement.text);
  };

  const ANTHONY = {
    'a.txt': 'A ferry terminal beside the harbor was opened by Mayor Antony Field.',
    'b.txt': 'Children painted two garden sheds for Mayor Anthony Field.',
    'c.txt': 'Taxes on water rose twice under Mayor Anthony Field.',
  };

  test('follows that of most reports', async () => {
    expect(await statements(ANTHONY)).toEqual(
      expect.arrayContaining([
        'A ferry terminal beside the harbor was opened by Mayor Anthony Field.',
        'Children painted two garden sheds for Mayor Anthony Field.',
      ]),
    );
  });

  test('of as many follows the first report', async () => {
    const { 'c.txt': _, ...two } = ANTHONY;
    expect(await statements(two)).toContain(
      'Children painted two garden sheds for Mayor Antony Field.',
    );
  });

  test('follows what the editor would have, wherever the name is spelled otherwise', async () => {
    expect(await statements(ANTHONY, 'spelling: { Antony Field: Antony Field }')).toEqual(
      expect.arrayContaining([
        'Children painted two garden sheds for Mayor Antony Field.',
        'Taxes on water rose twice under Mayor Antony Field.',
      ]),
    );
  });

  test('and what the editor lists is printed so whatever else is chosen', async () => {
    expect(await statements(ANTHONY, 'spelling: { Anthony Field: Anthony Fjeld }')).toEqual(
      expect.arrayContaining([
        'A ferry terminal beside the harbor was opened by Mayor Anthony Fjeld.',
        'Children painted two garden sheds for Mayor Anthony Fjeld.',
      ]),
    );
  });

  test('stays as reported where the editor says so', async () => {
    expect(await statements(ANTHONY, 'spelling: as-reported')).toContain(
      'A ferry terminal beside the harbor was opened by Mayor Antony Field.',
    );
  });

  test('of a place follows the table of spellings', async () => {
    const texts = {
      'a.txt': 'The ferry left Kiev’s port at noon.',
      'b.txt': 'The train left for Kyiv at night.',
      'c.txt': 'In Kyiv the old mill burned.',
    };
    expect(await statements(texts)).toContain('The ferry left Kyiv’s port at noon.');
  });

  test('takes no name for a part of another', async () => {
    const texts = {
      'a.txt': 'The Kiev Post printed a map. The ferry left Kiev.',
      'b.txt': 'The train left for Kyiv at night.',
      'c.txt': 'In Kyiv the old mill burned.',
    };
    expect(await statements(texts)).toEqual(
      expect.arrayContaining(['The Kiev Post printed a map.', 'The ferry left Kyiv.']),
    );
  });

  test.each([
    [
      'a short form',
      {
        'a.txt': 'Mayor Bob Field slept in a garden shed.',
        'b.txt': 'Mayor Robert Field bought two ferries for the harbor.',
        'c.txt': 'Mayor Robert Field refuses to pay any more taxes.',
      },
      'Mayor Bob Field slept in a garden shed.',
    ],
    [
      'another name of a place',
      {
        'a.txt': 'The old pilot flew to Burma with his family.',
        'b.txt': 'Trains for Myanmar carry two hundred tons of rice.',
        'c.txt': 'A painter left Myanmar because of unpaid taxes.',
      },
      'The old pilot flew to Burma with his family.',
    ],
    [
      'what is quoted',
      {
        'a.txt': '“We love Kiev,” Mayor Ann Field said.',
        'b.txt': 'She flew to Kyiv.',
        'c.txt': 'They left Kyiv.',
      },
      '“We love Kiev,” Mayor Ann Field said.',
    ],
  ])('leaves %s', async (_, texts, expected) => {
    expect(await statements(texts)).toContain(expected);
  });

  test('changes neither facts nor the words of the reports', async () => {
    const [one, other] = await Promise.all([
      printed(ANTHONY),
      printed(ANTHONY, 'spelling: as-reported'),
    ]);
    const idsOf = ({ briefing }: typeof one) =>
      briefing.facts.map(({ id, claims }) => [id, claims.map(({ exact }) => exact)]);
    expect(idsOf(one)).toEqual(idsOf(other));
  });

  test('keeps the report’s own letters in its pieces, at their place in the file', async () => {
    const { briefing } = await printed(ANTHONY, '', 0);
    const pieces = briefing.facts.flatMap(({ statement }) => statement.pieces);
    const at = ANTHONY['a.txt'].indexOf('Antony Field');
    expect(pieces).toContainEqual({
      kind: 'omitted',
      text: 'Antony Field',
      reason: 'spelling',
      start: at,
      end: at + 'Antony Field'.length,
    });
  });

  test('names who says so, too', async () => {
    const { briefing } = await printed({
      'a.txt': '“Nobody will ever drive over it again,” said Mayor Antony Field.',
      'b.txt': 'Children painted two garden sheds for Mayor Anthony Field.',
      'c.txt': 'Taxes on water rose twice under Mayor Anthony Field.',
    });
    const links = briefing.facts.flatMap(({ claims }) =>
      claims.flatMap(({ attribution }) => attribution),
    );
    expect(links).toContainEqual(
      expect.objectContaining({ name: 'Anthony Field', written: 'Antony Field' }),
    );
  });
});

describe('what is told elsewhere', () => {
  const TEXTS = {
    'a.txt':
      'The bridge of Lisck fell on Tuesday after 12 miles of rain.\n\nPolice do not know on Monday why the bridge of Lisck fell.',
    'b.txt': 'The bridge of Lisck fell on Tuesday after 12 miles of rain.',
  };
  const CONFIG = 'spelling: { Lisck: Lisk }\nunits: metric\nlocale: en-US';

  test('the title and the timeline follow', async () => {
    const { briefing, messages } = await printed(TEXTS, CONFIG);
    expect(messages).toEqual([]);
    expect(briefing.title.text).toBe('The bridge of Lisk fell on Tuesday after 12 miles of rain');
    const [entry] = briefing.analysis.timeline;
    const { text } = entry?.statement ?? { text: '' };
    expect(text).toBe(
      'The bridge of Lisk fell on Tuesday [March 11] after 12 miles [19 km] of rain.',
    );
    expect(text.slice(entry?.dated.start, entry?.dated.end)).toBe('Tuesday [March 11]');
    expect(text.slice(entry?.words.start, entry?.words.end)).toBe(text);
  });

  test('the editor’s own words stay', async () => {
    const config = `${CONFIG}\ndecisions: [{ reword: "a: fell on", words: "The bridge of Lisck fell on Tuesday [11 March]" }]`;
    const { briefing, messages } = await printed(
      { 'a.txt': 'In Lisck the bridge fell on Tuesday.', 'b.txt': SECOND },
      config,
    );
    expect(messages).toEqual([]);
    expect(briefing.facts.map(({ statement }) => statement.text)).toContain(
      'The bridge of Lisck fell on Tuesday [11 March]. [editor’s words]',
    );
  });
});
