import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { HtmlValidate } from 'html-validate/node';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  BuildFailure,
  build,
  type Edition,
  exitOf,
  type Format,
  nodeSystem,
  VERSION,
} from '../../src/index.ts';
import { isFatal } from '../../src/messages.ts';
import { found, sectionOf } from '../support.ts';
import { temporaryFolder } from './support.ts';

/** What an editor decided, from `briefing.yaml` to what is published. */

const REPORTS = fileURLToPath(new URL('../fixtures/decisions/reports/', import.meta.url));

let folder: string;
let out: string;

beforeEach(async () => {
  folder = await temporaryFolder();
  out = path.join(folder, 'out');
  await cp(REPORTS, path.join(folder, 'in'), { recursive: true });
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const write = (name: string, text: string) => writeFile(path.join(folder, 'in', name), text);

async function built(config: string, formats: readonly Format[] = ['json']): Promise<Edition> {
  await write('briefing.yaml', config);
  return build({ folder: path.join(folder, 'in'), out, formats, version: VERSION }, nodeSystem());
}

async function failureOf(config: string): Promise<BuildFailure> {
  const result = await built(config).catch((error: unknown) => error);
  if (result instanceof BuildFailure) return result;
  throw new Error('the build did not fail', { cause: result });
}

const published = (name: string) => readFile(path.join(out, name), 'utf8');

/** Letters and digits alone: lines and pages break at other places than in the briefing. */
const bare = (text: string) => text.normalize('NFKC').replace(/[^\p{L}\p{N}]+/gu, '');

async function wordsOfPdf(): Promise<string> {
  const bytes = await readFile(path.join(out, 'briefing.pdf'));
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  try {
    const pages = await Promise.all(
      Array.from({ length: pdf.numPages }, async (_, index) => {
        const { items } = await (await pdf.getPage(index + 1)).getTextContent();
        return items.map((item) => ('str' in item ? item.str : '')).join('');
      }),
    );
    return bare(pages.join(''));
  } finally {
    await pdf.loadingTask.destroy();
  }
}

const SUPPRESSED = 'Two lorries and a bus were trapped';

const CONFIG = `decisions:
  - suppress: ${SUPPRESSED}
    because: the families were not asked
  - pin: nine schoolchildren
    because: readers ask first
  - reword: second tube
    words: The tunnel [under Mount Ostrel], from 1968, has no second tube
  - merge: [Nobody was hurt, No one was injured]
    because: the same in other words
`;

describe('an edition with decisions', () => {
  test('shows in every format what the editor did, and not what he suppressed', async () => {
    const { briefing } = await built(CONFIG, ['html', 'pdf', 'json']);
    const [html, pdf, json] = [
      await published('index.html'),
      await wordsOfPdf(),
      await published('briefing.json'),
    ];
    for (const text of [html, json]) expect(text).not.toContain(SUPPRESSED);
    expect(pdf).not.toContain(bare(SUPPRESSED));
    for (const shown of [
      'The tunnel',
      ' [under Mount Ostrel]',
      ', from 1968, has no second tube.',
      '[editor’s words]',
      'Merged by the editor',
      'the same in other words',
      'Put first by the editor',
      'the families were not asked',
      'Left out by the editor: 1 passage.',
    ]) {
      expect(html).toContain(shown);
      expect(pdf).toContain(bare(shown));
    }
    const [first] = sectionOf(briefing, 'bottom-line').facts;
    expect(briefing.facts.find(({ id }) => id === first)?.statement.text).toBe(
      'Among them were nine schoolchildren.',
    );
    expect(JSON.parse(json)).toMatchObject({
      decisions: [
        { kind: 'merge', because: 'the same in other words' },
        { kind: 'reword', because: null },
        { kind: 'pin', facts: [first], because: 'readers ask first' },
        { kind: 'suppress', because: 'the families were not asked' },
      ],
    });
  });

  test('is valid HTML', async () => {
    await built(CONFIG, ['html']);
    const validator = new HtmlValidate({
      extends: ['html-validate:recommended'],
      rules: { 'long-title': 'off', 'no-trailing-whitespace': 'off' },
    });
    const { results } = await validator.validateString(await published('index.html'));
    expect(results.flatMap(({ messages }) => messages)).toEqual([]);
  });

  test('has the same bytes whatever the order of the decisions', async () => {
    const lines = CONFIG.split(/^(?= {2}- )/mu);
    await built(CONFIG, ['html', 'json']);
    const first = [await published('index.html'), await published('briefing.json')];
    const [head = '', ...decisions] = lines;
    await rm(out, { recursive: true });
    await built([head, ...decisions.reverse()].join(''), ['html', 'json']);
    expect([await published('index.html'), await published('briefing.json')]).toEqual(first);
  });
});

describe('the next edition', () => {
  test('applies decisions by id again once reports were added', async () => {
    const { briefing } = await built('');
    const { id } = found(
      briefing.facts.find(({ statement }) => statement.text.includes('second tube')),
    );
    await write(
      '00-herald.txt',
      'The Ostrel tunnel, dug in 1968, has no second tube.\n\nThe tunnel under Mount Ostrel was shut on Tuesday after rocks fell.\n',
    );
    const next = await built(`decisions:\n  - suppress: ${id}\n`);
    expect(next.messages.filter(({ ruleId }) => ruleId?.startsWith('decision'))).toEqual([]);
    expect(
      next.briefing.facts.flatMap(({ claims }) =>
        claims.filter(({ report, exact }) => report === '01' && exact.includes('second tube')),
      ),
    ).toEqual([]);
  });

  test('applies decisions by passage while the words stand, and fails when they are gone', async () => {
    const config = 'decisions:\n  - suppress: has no second tube\n';
    const text = await readFile(path.join(REPORTS, '01-lantern.md'), 'utf8');
    await write('01-lantern.md', text.replace('for three hours', 'for four hours'));
    const { briefing } = await built(config);
    expect(briefing.decisions.map(({ kind }) => kind)).toEqual(['suppress']);
    await write('01-lantern.md', text.replace('no second tube', 'only one tube'));
    const failure = await failureOf(config);
    const [message, ...more] = failure.messages.filter(isFatal);
    expect(more).toEqual([]);
    expect([message?.ruleId, message?.line, message?.column]).toEqual([
      'decision-unmatched',
      2,
      15,
    ]);
    expect(message?.reason).toContain(
      'did you mean "The tunnel, which was dug in 1968, has only one',
    );
    expect(exitOf(failure.messages)).toBe('input');
  });

  test('publishes with a warning where a merge or pin fits no more', async () => {
    const config =
      'decisions:\n  - pin: words of nobody\n  - merge: [Nobody was hurt, nobody at all]\n';
    const { messages, briefing } = await built(config);
    expect(
      messages
        .filter(({ file }) => file === 'briefing.yaml')
        .map(({ ruleId, fatal }) => [ruleId, fatal]),
    ).toEqual([
      ['decision-unapplied', false],
      ['decision-unapplied', false],
    ]);
    expect(briefing.decisions).toEqual([]);
  });

  test.each([
    ['The tunnel was dug in 1969', 'number-unproved', 'number 1969'],
    ['The tunnel has no third tube, said Kora Venn', 'name-unproved', 'name "Kora"'],
    ['The tunnel [of Lake Vorn] has no second tube', 'addition-unproved', 'brackets "lake"'],
    ['The tunnel has no "spare tube"', 'quotation-unproved', 'quotation “spare tube”'],
  ])(
    'is not published where the editor says more than the passages: %s',
    async (words, rule, what) => {
      const failure = await failureOf(
        `decisions:\n  - reword: has no second tube\n    words: '${words}'\n`,
      );
      const [message] = failure.messages.filter(isFatal);
      expect([message?.ruleId, message?.file, message?.line]).toEqual([rule, 'briefing.yaml', 2]);
      expect(message?.actual).toContain(what);
      expect(exitOf(failure.messages)).toBe('unverified');
    },
  );
});
