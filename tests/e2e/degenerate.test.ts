import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BuildFailure, build, type Edition, nodeSystem, VERSION } from '../../src/index.ts';
import { randomFrom } from '../support.ts';

/**
 * Sets of reports that no newsroom would put together. A build of each ends, publishes with every
 * sentence accounted for (what is lost fails the proof), and does not take all for one fact.
 */

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'synoptic-test-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

type Files = Readonly<Record<string, string>>;

async function buildOf(files: Files): Promise<Edition> {
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text);
  const out = path.join(folder, '.out');
  return build({ folder, out, formats: ['json'], version: VERSION }, nodeSystem());
}

const rulesOf = ({ messages }: Pick<Edition, 'messages'>) =>
  messages.map(({ file, ruleId }) => `${path.basename(file ?? '')}: ${ruleId}`);

/** How many claims each fact has, the most first. */
const sizesOf = ({ briefing }: Edition) =>
  briefing.facts.map(({ claims }) => claims.length).sort((a, b) => b - a);

const STORY = [
  'The old bridge of Harlow was closed on Tuesday after engineers found cracks in two pillars.',
  'Mayor Ann Field ordered the repair, which will cost $3.5 million.',
  'About 9,000 cars crossed the river there every day.',
  'A ferry to Wend carries passengers until the work is done.',
  'Shopkeepers in the old town fear for their customers.',
  'The last inspection, in 2029, had found nothing wrong.',
  '“Nobody will drive over this bridge before May,” Field told the council.',
];

describe('forty copies', () => {
  // A copy to the byte is refused: each has a line of its own.
  const copies = Object.fromEntries(
    Array.from({ length: 40 }, (_, at) => [
      `${String(at).padStart(2, '0')}.txt`,
      `${STORY.join(' ')}\n\nReaders wrote ${at + 100} letters about it.\n`,
    ]),
  );

  test('are one fact a sentence, of all forty', async () => {
    const edition = await buildOf(copies);
    const shared = edition.briefing.facts.filter(({ claims }) => claims.length > 1);
    for (const sentence of STORY) {
      const fact = edition.briefing.facts.find(({ claims }) =>
        claims.some(({ exact }) => sentence.includes(exact)),
      );
      expect(new Set(fact?.claims.map(({ report }) => report)).size).toBe(40);
    }
    expect(shared.length).toBeGreaterThanOrEqual(STORY.length);
    expect(sizesOf(edition)[0]).toBeLessThanOrEqual(40);
  });
});

describe('reports of which every sentence is like every other', () => {
  test('are not one fact, and none is lost', async () => {
    const files = Object.fromEntries(
      ['a.txt', 'b.txt', 'c.txt'].map((name, report) => [
        name,
        `${Array.from({ length: 30 }, (_, at) => `House ${at * 3 + report} was flooded.`).join(' ')}\n`,
      ]),
    );
    const edition = await buildOf(files);
    expect(sizesOf(edition)[0]).toBeLessThan(30);
  });
});

describe('one report', () => {
  test('is refused, as there is nothing to compare it with', async () => {
    const failure = await buildOf({ 'a.txt': STORY.join(' ') }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(BuildFailure);
    expect(rulesOf(failure as BuildFailure).some((rule) => rule.endsWith('one-report'))).toBe(true);
  });
});

describe('sentences without an end', () => {
  test('of twenty thousand words are compared, and none of their words is lost', async () => {
    const random = randomFrom(2);
    const words = 'bridge ferry mayor river town crack pillar engineers Harlow repair'.split(' ');
    const endless = () =>
      `The town ${Array.from({ length: 20_000 }, () => words[Math.floor(random() * words.length)]).join(' ')}.`;
    const [one, other] = [endless(), endless()];
    const edition = await buildOf({
      'a.txt': `${STORY.join(' ')}\n${one}\n`,
      'b.txt': `${other}\n${STORY.join(' ')}\n`,
    });
    // It is cut into stretches, none of which is lost.
    const claims = new Map(
      edition.briefing.facts.flatMap((fact) => fact.claims.map((claim) => [claim.id, claim])),
    );
    const textOf = (report: string) =>
      [...claims.values()]
        .filter((claim) => claim.report === report)
        .sort((x, y) => x.start - y.start)
        .map(({ exact }) => exact)
        .join(' ');
    expect(textOf('a')).toContain(one);
    expect(textOf('b')).toContain(other);
  });
});

describe('a report of two megabytes', () => {
  const random = randomFrom(9);
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? '';
  const sentence = (at: number) =>
    `${pick(['Engineers', 'Drivers', 'Shopkeepers', 'Inspectors'])} ${pick(['saw', 'feared', 'measured'])} ${pick(['cracks', 'water', 'mud'])} near house ${at} of the old town of Harlow.`;

  test('as text is refused with what to do', async () => {
    const text = Array.from({ length: 31_000 }, (_, at) => sentence(at)).join(' ');
    expect(text.length).toBeGreaterThan(2_000_000);
    const failure = await buildOf({ 'a.txt': STORY.join(' '), 'b.txt': text }).catch(
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(BuildFailure);
    expect(rulesOf(failure as BuildFailure)).toContain('b.txt: too-large');
  });

  test('as a page, of which little is text, is used', async () => {
    const paragraphs = Array.from({ length: 300 }, (_, at) =>
      [0, 1, 2].map((next) => sentence(at * 3 + next)).join(' '),
    );
    const styled = paragraphs.map(
      (text) => `<p style="${'color: #333; '.repeat(560)}">${text}</p>`,
    );
    const page = `<html><head><title>Harlow closes its bridge</title></head><body><article><h1>Harlow closes its bridge</h1><p>${STORY.join(' ')}</p>${styled.join('\n')}</article></body></html>`;
    expect(page.length).toBeGreaterThan(2_000_000);
    const edition = await buildOf({
      'a.txt': STORY.join(' '),
      'b.html': page,
      'briefing.yaml': 'reports:\n  b.html:\n    include: true\n',
    });
    expect(edition.briefing.facts.length).toBeGreaterThan(300);
    expect(sizesOf(edition)[0]).toBeLessThan(20);
    const bridge = edition.briefing.facts.find(({ statement }) =>
      /9,000 cars/u.test(statement.text),
    );
    expect(new Set(bridge?.claims.map(({ report }) => report)).size).toBe(2);
  });
});

describe('a report in another language', () => {
  const spanish =
    'El viejo puente de Harlow fue cerrado el martes, después de que los ingenieros encontraran grietas en dos pilares. La alcaldesa Ann Field ordenó la reparación, que costará 3,5 millones de dólares. Unos nueve mil coches cruzaban el río cada día. Un transbordador a Wend lleva a los pasajeros hasta que termine la obra. Los comerciantes del casco antiguo temen por sus clientes.\n';
  const english = {
    'a.txt': `${STORY.join(' ')}\n`,
    'b.txt': `${[...STORY].reverse().join(' ')}\n`,
  };

  test('that does not say so is kept apart by its words, and told of', async () => {
    const edition = await buildOf({ ...english, 'c.txt': spanish });
    expect(rulesOf(edition)).toContain('c.txt: other-event');
    const stating = edition.briefing.facts.flatMap(({ claims }) => claims);
    expect(stating.filter(({ exact }) => exact.includes('puente'))).toEqual([]);
  });

  test('that says so is told of by that, too', async () => {
    const edition = await buildOf({
      ...english,
      'c.md': `---\nlanguage: es\n---\n\n${spanish}`,
    });
    expect(rulesOf(edition)).toEqual(
      expect.arrayContaining(['c.md: language-other', 'c.md: other-event']),
    );
  });

  test('that the editor includes is not counted as stating what English ones state', async () => {
    const edition = await buildOf({
      ...english,
      'c.txt': spanish,
      'briefing.yaml': 'reports:\n  c.txt:\n    include: true\n    language: es\n',
    });
    expect(rulesOf(edition)).toContain('c.txt: language-other');
    const counted = edition.briefing.facts.map(({ claims, uncertain }) =>
      claims.filter(({ id }) => !uncertain.includes(id)).map(({ report }) => report),
    );
    const beside = counted.filter((reports) => reports.includes('c') && new Set(reports).size > 1);
    expect(beside).toEqual([]);
  });
});
