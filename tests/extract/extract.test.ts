import { describe, expect, test } from 'vitest';
import { fold } from '../../src/characters.ts';
import { parseConfig } from '../../src/config/index.ts';
import { extract } from '../../src/extract/index.ts';
import { normalize } from '../../src/normalize/index.ts';
import { read } from '../../src/read/index.ts';
import type { Claim, Passage, Report, Sentence, Span } from '../../src/types.ts';
import { documentOf } from '../support.ts';

type Sources = Readonly<Record<string, string>>;

/** Read files as the pipeline does, up to their normalized blocks. */
function reportsOf(sources: Sources): readonly Report[] {
  const files = Object.entries(sources).map(([name, text]) => documentOf(name, text));
  return read(files, parseConfig('', 'briefing.yaml'), 'reports').reports.map(normalize);
}

const extracted = (sources: Sources) => extract(reportsOf(sources));

/** The sentences of one plain text. */
const sentences = (text: string): readonly Sentence[] =>
  extracted({ 'a.txt': text }).get('a') ?? [];

const claims = (found: readonly Sentence[]): readonly Claim[] =>
  found.flatMap(({ whole, parts }) => [whole, ...parts]);

const cut = ({ exact }: Claim, { start, end }: Span) => exact.slice(start, end);

const chain = ({ attribution }: Claim) => attribution.map(({ name, kind }) => `${name} (${kind})`);

const MARKDOWN = [
  '---',
  'date: 2031-03-12',
  '---',
  '',
  '# Bridge *shut* at Caf\u{e9} Wend',
  '',
  '> “Nobody will **drive** over',
  '> this bridge until it is safe,” Ruth Amsel said.',
  '',
  'Smith &amp; Berg built the old bridge in 1911, but the town closed it on Tuesday, officials said.',
  '',
  '- The Cafe\u{301} is shut -- for now.',
  '- Some 9,000 cars cross it &#8212; each day.',
  '',
  'By Ann Field',
  '',
  'Ruth Amsel, who was elected in [May](https://x.example), gave the order.',
  'The town *closed* the bridge on Tuesday and paid for the ferry.',
].join('\n');

const PLAIN = [
  'Bridge shut\r\n',
  'March 12, 2031\r\n',
  '\r\n',
  '\tThe "old bridge" of Harlow  was closed\u{a0}on Tuesday, but the ferry still  runs "as before".\r\n',
  'It\'s the first time in trans\u{ad}port history --- "Nobody knows why," an official told Reuters.\r\n',
  'However, engineers came.\r\n',
].join('');

const SOURCES: Sources = { 'a.md': MARKDOWN, 'b.txt': PLAIN };

/** A stretch of the Markdown file without the marks that stand between its words. */
const withoutMarks = (markdown: string) =>
  markdown
    .replace(/\n> /gu, ' ')
    .replace(/\*|\[|\]\([^)]*\)/gu, '')
    .replaceAll('&amp;', '&')
    .replaceAll('&#8212;', '—');

describe('every claim points at its words', () => {
  const found = extracted(SOURCES);
  const reports = reportsOf(SOURCES);
  const all = reports.flatMap((report) =>
    claims(found.get(report.id) ?? []).map((claim) => ({ report, claim })),
  );

  test('there are claims of all kinds to look at', () => {
    const kinds = all.map(({ report, claim }) => `${report.id} ${claim.kind}`);
    expect(kinds.length).toBeGreaterThan(15);
    expect([...new Set(kinds)].sort()).toEqual([
      'a clause',
      'a headline',
      'a sentence',
      'b clause',
      'b headline',
      'b sentence',
    ]);
  });

  test.each(all)('$report.file: $claim.exact', ({ report, claim }) => {
    const source = SOURCES[report.file] ?? '';
    const passages: Passage[] = [claim, claim.context, ...(claim.lead ? [claim.lead] : [])];
    for (const passage of passages) {
      const original = source.slice(passage.start, passage.end);
      const shown = report.file === 'a.md' ? withoutMarks(original) : original;
      expect(passage.report).toBe(report.id);
      expect(fold(shown)).toBe(fold(passage.exact));
      expect(original).toBe(original.trim());
    }
  });

  test.each(all)('its runs cover it: $claim.exact', ({ report, claim }) => {
    const source = SOURCES[report.file] ?? '';
    const { runs, exact, start, end } = claim;
    expect(runs[0]).toMatchObject({ at: 0, start });
    expect(runs.at(-1)?.end).toBe(end);
    for (const [index, run] of runs.entries()) {
      const words = exact.slice(run.at, runs[index + 1]?.at);
      const original = source.slice(run.start, run.end);
      if (words.length === original.length) expect(fold(original)).toBe(fold(words));
      expect(run.end).toBeLessThanOrEqual(runs[index + 1]?.start ?? end);
    }
  });

  test.each(all)('with up to 32 characters around it: $claim.exact', ({ report, claim }) => {
    const { prefix, exact, suffix } = claim;
    const texts = report.blocks.map(({ content }) => content.text);
    const block = texts.find((text) => text.includes(prefix + exact + suffix)) ?? '';
    const at = block.indexOf(prefix + exact + suffix) + prefix.length;
    expect(prefix).toBe(block.slice(Math.max(0, at - 32), at));
    expect(suffix).toBe(block.slice(at + exact.length).slice(0, 32));
    expect(block.slice(at, at + exact.length)).toBe(exact);
  });

  test('and of no character half', () => {
    const [first, second, third] = sentences(
      `Boats came 🌉${'x'.repeat(29)}. Towers leaned at noon. Y${'y'.repeat(29)}🌉 was seen.`,
    );
    const around = [first, second, third].map((one) => [one?.whole.prefix, one?.whole.suffix]);
    expect(second?.whole.exact).toBe('Towers leaned at noon.');
    expect(JSON.stringify(around)).not.toMatch(/\p{Surrogate}|\\ud/u);
    expect([second?.whole.prefix.length, second?.whole.suffix.length]).toEqual([31, 31]);
  });

  test.each(all)('in its sentence: $claim.exact', ({ report, claim }) => {
    const { whole } = found.get(report.id)?.[claim.sentence] ?? {};
    expect(claim.context.exact).toBe(whole?.exact);
    expect(claim.context).toMatchObject({ start: whole?.start, end: whole?.end });
    expect(claim.start).toBeGreaterThanOrEqual(claim.context.start);
    expect(claim.end).toBeLessThanOrEqual(claim.context.end);
  });

  test('what is found in a claim is marked where it stands', () => {
    for (const { claim } of all) {
      for (const found of [...claim.times, ...claim.quantities]) {
        expect(cut(claim, found)).toBe(found.text);
      }
      for (const quotation of claim.quotations) {
        expect(cut(claim, quotation).replace(/^“|”$/gu, '').trim()).toBe(quotation.text);
      }
      for (const { start, end } of claim.asides) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(claim.exact.length);
      }
    }
  });
});

describe('the parts of a sentence', () => {
  const split = Array.from(extracted(SOURCES).values())
    .flat()
    .filter(({ parts }) => parts.length > 0);

  test('there are sentences with parts', () => {
    expect(split.length).toBeGreaterThanOrEqual(3);
    expect(split.every(({ parts }) => parts.length >= 2)).toBe(true);
  });

  test('cover the sentence, save the conjunctions between them', () => {
    for (const { whole, parts } of split) {
      const left = whole.exact.split('');
      for (const part of parts) {
        const from = whole.exact.indexOf(part.exact);
        expect(from).toBeGreaterThanOrEqual(0);
        left.fill(' ', from, from + part.exact.length);
      }
      const words = left.join('').match(/\p{L}+/gu) ?? [];
      const conjunctions = new Set(['and', 'but', 'while', 'although', 'as', 'after']);
      expect(words.filter((word) => !conjunctions.has(word))).toEqual([]);
    }
  });

  test('belong to it', () => {
    for (const { whole, parts } of split) {
      for (const part of parts) {
        expect(part).toMatchObject({ kind: 'clause', sentence: whole.sentence });
        expect(part.context.exact).toBe(whole.exact);
      }
    }
  });

  test('carry their subject where they lack one of their own, and then stand alone', () => {
    const led = split.flatMap(({ parts }) => parts).filter(({ lead }) => lead !== null);
    expect(led.map(({ lead, exact }) => `[${lead?.exact}] ${exact}`)).toEqual(
      expect.arrayContaining(['[Ruth Amsel] was elected in May', '[The town] paid for the ferry.']),
    );
    expect(led.every(({ selfContained }) => selfContained)).toBe(true);
  });

  test('leave out what is a claim of its own', () => {
    const main = split
      .flatMap(({ parts }) => parts)
      .find(({ exact }) => exact.startsWith('Ruth Amsel, who'));
    const gaps = main?.asides.filter(({ reason }) => reason === 'other-claim') ?? [];
    expect(main && gaps.map((gap) => cut(main, gap))).toEqual([', who was elected in May,']);
  });

  test('are said by whoever says the sentence', () => {
    const [shut, ferry] =
      sentences('The bridge is shut, but the ferry still runs, officials said.')[0]?.parts ?? [];
    expect(shut?.exact).toBe('The bridge is shut');
    expect(shut && chain(shut)).toEqual(['unnamed officials (unnamed)']);
    expect(ferry && chain(ferry)).toEqual(['unnamed officials (unnamed)']);
  });

  test('are said by their own source where they have one', () => {
    const [shut, ferry] =
      sentences('The bridge is shut now, but officials said that the ferry runs.')[0]?.parts ?? [];
    expect(shut && chain(shut)).toEqual([]);
    expect(ferry && chain(ferry)).toEqual(['unnamed officials (unnamed)']);
  });
});

describe('ids', () => {
  const ids = (found: ReadonlyMap<string, readonly Sentence[]>, report: string) =>
    claims(found.get(report) ?? []).map(({ id }) => id);

  const twice: Sources = {
    'a.txt': 'Nobody came. The bridge is shut. Nobody came.\nSome left. Nobody came.',
    'b.txt': 'Nobody came. The bridge is shut.',
  };

  test('are unique, even where the same words return', () => {
    for (const sources of [SOURCES, twice]) {
      const found = extracted(sources);
      const all = Array.from(found.keys()).flatMap((report) => ids(found, report));
      expect(new Set(all).size).toBe(all.length);
      expect(all.filter((id) => !/^c-[\da-f]{12}$/u.test(id))).toEqual([]);
    }
  });

  test('are the same in each run', () => {
    expect(extracted(SOURCES)).toEqual(extracted(SOURCES));
  });

  test('stay as they are when another report is added', () => {
    const before = extracted(SOURCES);
    const after = extracted({
      '0.txt': 'Nobody came.',
      ...SOURCES,
      'c.txt': 'The bridge is shut.',
    });
    expect([...after.keys()]).toEqual(['0', 'a', 'b', 'c']);
    for (const report of before.keys()) {
      expect(after.get(report)).toEqual(before.get(report));
    }
  });

  test('stay as they are when another paragraph is added', () => {
    const after = extracted({ ...twice, 'b.txt': `It rained.\n${twice['b.txt']}` });
    expect(ids(after, 'b')).toEqual(expect.arrayContaining(ids(extracted(twice), 'b')));
  });

  test('change with the words', () => {
    const [before] = ids(extracted(twice), 'b');
    const [after] = ids(extracted({ ...twice, 'b.txt': 'Nobody left. The bridge is shut.' }), 'b');
    expect(after).not.toBe(before);
  });
});

describe('sentences', () => {
  test('are numbered in order, through all blocks', () => {
    const found = sentences('Bridge shut\n\nIt is old. Nobody came.\nEngineers left.');
    expect(found.map(({ whole }) => [whole.sentence, whole.kind, whole.exact])).toEqual([
      [0, 'headline', 'Bridge shut'],
      [1, 'sentence', 'It is old.'],
      [2, 'sentence', 'Nobody came.'],
      [3, 'sentence', 'Engineers left.'],
    ]);
  });

  test('of one claim have no parts', () => {
    expect(sentences('Nobody came. The bridge is shut.').flatMap(({ parts }) => parts)).toEqual([]);
  });

  test('carry what stands before and behind them in their block alone', () => {
    const [, second, third] = sentences('One came.\nTwo came. Three came. Four came.\nFive came.');
    expect(second?.whole).toMatchObject({ prefix: '', suffix: ' Three came. Four came.' });
    expect(third?.whole).toMatchObject({ prefix: 'Two came. ', suffix: ' Four came.' });
  });

  test('of one utterance belong together', () => {
    const found = sentences(
      [
        'Nobody came.',
        '“The bridge is closed for good now. It is old and it is not safe,” Ruth Amsel said.',
        '“The ferry runs every hour until the bridge is open again,” Bob Lane said.',
        'She called it “not safe”.',
      ].join('\n'),
    );
    const [none, first, second, other, phrase] = found.map(({ utterance }) => utterance);
    expect([none, phrase]).toEqual([null, null]);
    expect(first).toEqual(expect.any(Number));
    expect(second).toBe(first);
    expect(other).toEqual(expect.any(Number));
    expect(other).not.toBe(first);
  });

  test('of one utterance are said by the one who says the rest of it', () => {
    const [first, second] = sentences(
      '“The bridge is closed for good now. It is old and it is not safe,” Ruth Amsel said.',
    );
    expect(first && chain(first.whole)).toEqual(['Ruth Amsel (person)']);
    expect(second && chain(second.whole)).toEqual(['Ruth Amsel (person)']);
    expect(first?.whole.quotations).toMatchObject([
      { text: 'The bridge is closed for good now.', speech: true },
    ]);
  });
});

describe('who "he" and "the official" are', () => {
  /** Who says the last sentence of a text. */
  const lastSpeaker = (text: string) => {
    const last = sentences(text).at(-1)?.whole;
    return last && chain(last);
  };

  test.each([
    ['who spoke before', 'Ruth Amsel said that the bridge was shut. She said that it was old.'],
    [
      'whom the sentence before tells of',
      'Mayor Ruth Amsel shut the bridge. “It is old,” she said.',
    ],
    ['in a paragraph above', 'Ruth Amsel shut the bridge.\nIt is old, she said.'],
    ['by the surname', 'Mayor Ruth Amsel shut the bridge. Amsel said that it was old.'],
    ['the subject, not the object', 'Ruth Amsel met Bob Lane. “It is old,” she said.'],
  ])('a person: %s', (_, text) => {
    expect(lastSpeaker(text)).toEqual(['Ruth Amsel (person)']);
  });

  test.each([
    [
      'with whom the official spoke',
      'A senior city official told Reuters that the bridge was shut. The official said that it was old.',
      ['unnamed senior city official (unnamed)', 'Reuters (agency)'],
    ],
    [
      'who cited the official',
      'The bridge was shut, Reuters reported, citing a city official. It is old, the official said.',
      ['unnamed city official (unnamed)', 'Reuters (agency)'],
    ],
    [
      'in speech',
      'A senior city official told Reuters that the bridge was shut. “It is old,” the official said.',
      ['unnamed senior city official (unnamed)', 'Reuters (agency)'],
    ],
    [
      'for whom the spokesman speaks',
      'A spokesman for the ministry said that the bridge was shut. The spokesman said it was old.',
      ['unnamed spokesman for the ministry (unnamed)'],
    ],
    [
      'the one of the same kind, not the last that spoke',
      'A city official said that the bridge was shut. A diplomat said that it was not. The official said that it was old.',
      ['unnamed city official (unnamed)'],
    ],
  ])('someone without a name, and %s', (_, text, expected) => {
    expect(lastSpeaker(text)).toEqual(expected);
  });

  test('one who was not spoken of before is someone new', () => {
    expect(
      lastSpeaker('A city official said that the bridge was shut. A diplomat said it was old.'),
    ).toEqual(['unnamed diplomat (unnamed)']);
  });

  test('nobody, where nobody was named', () => {
    expect(lastSpeaker('The bridge was shut. “It is old,” he said.')).toEqual([]);
  });
});

describe('what a statement may leave out', () => {
  const asides = (text: string) => {
    const whole = sentences(text)[0]?.whole;
    return whole?.asides.map((aside) => [aside.reason, cut(whole, aside)]);
  };

  test('in order: how the sentence joins the one before it, and who says so', () => {
    expect(asides('However, the bridge was closed, officials said.')).toEqual([
      ['connective', 'However, '],
      ['attribution', ', officials said'],
    ]);
  });

  test('nothing where an utterance goes on', () => {
    const [, second] = sentences(
      '“The bridge has been closed for many years now. But the ferry still runs,” Bob Lane said.',
    );
    expect(second?.whole.exact).toBe('But the ferry still runs,” Bob Lane said.');
    expect(second?.whole.asides).toEqual([]);
  });

  test.each([
    ['nothing in direct speech', '“But the bridge has been closed for many years, officials say.”'],
    ['no named person', 'The bridge was closed, Ruth Amsel said.'],
    ['nothing where there is nothing', 'The bridge was closed.'],
  ])('%s', (_, text) => {
    expect(asides(text)).toEqual([]);
  });
});

describe('whether a claim can be read on its own', () => {
  test.each([
    ['It is old.', false],
    ['But they left.', false],
    ['This was bad.', false],
    ['Her brother left.', false],
    ['There it ended.', false],
    ['The bridge is old.', true],
    ['This week the ferry runs.', true],
    ['Ruth Amsel closed it.', true],
  ])('%s %s', (text, selfContained) => {
    expect(sentences(`Nobody came.\n${text}`)[1]?.whole.selfContained).toBe(selfContained);
  });
});

describe('what a claim tells', () => {
  test('its times count from the report’s own date', () => {
    const [dated] = sentences('Bridge shut\n2031-03-12\n\nThe bridge was closed on Tuesday.').slice(
      1,
    );
    expect(dated?.whole.times).toMatchObject([{ text: 'Tuesday', value: '2031-03-11' }]);
    const [undated] = sentences('The bridge was closed on Tuesday.');
    expect(undated?.whole.times).toEqual([]);
  });

  test('its names and quantities', () => {
    const [found] = sentences('The town paid Ruth Amsel $4 million for three bridges in 1911.');
    expect(found?.whole.names).toEqual(['Ruth Amsel']);
    expect(found?.whole.quantities.map(({ text }) => text)).toEqual([
      '$4 million',
      'three bridges',
    ]);
    expect(found?.whole.times.map(({ value }) => value)).toEqual(['1911']);
  });

  test('each part tells its own', () => {
    const [first, second] =
      sentences('The town paid $4 million for it in 1911, and Bob Lane sold it in 1950.')[0]
        ?.parts ?? [];
    expect(first?.times.map(({ value }) => value)).toEqual(['1911']);
    expect(first?.names).toEqual([]);
    expect(second?.times.map(({ value }) => value)).toEqual(['1950']);
    expect(second?.names).toEqual(['Bob Lane']);
    expect(second?.quantities).toEqual([]);
  });
});

test('every report has its own list, one without blocks an empty one', () => {
  const found = extracted({ 'a.txt': 'Nobody came.', 'b.txt': '* * *' });
  expect(Array.from(found, ([id, list]) => [id, list.length])).toEqual([
    ['a', 1],
    ['b', 0],
  ]);
});
