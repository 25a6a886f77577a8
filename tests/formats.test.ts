import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FORMAT_TABLE, FORMATS, type Format, formatsNamed } from '../src/formats.ts';
import { RENDERERS, render } from '../src/render/index.ts';
import { type Browser, nodeSystem } from '../src/system/index.ts';
import type { Briefing, OutputFile } from '../src/types.ts';
import { command } from './e2e/support.ts';
import { asItStands, textIn } from './read-back.ts';
import { BRIDGE, briefingOf, found } from './support.ts';

/** What holds of every format of the table, and of those that are added to it. */

/** Formats that hold no statements: a graph of sources, and lists of them. */
const WITHOUT_STATEMENTS: readonly string[] = ['dot', 'csl', 'bibtex'];

const HOLDING = FORMATS.filter((format) => !WITHOUT_STATEMENTS.includes(format));

let browser: Browser;
let briefing: Briefing;
let first: ReadonlyMap<string, OutputFile>;
let again: ReadonlyMap<string, OutputFile>;
let open: ReadonlyMap<string, OutputFile>;

beforeAll(async () => {
  browser = await nodeSystem().openBrowser();
  briefing = (await briefingOf(BRIDGE)).briefing;
  first = await filesOf(briefing);
  again = await filesOf((await briefingOf(BRIDGE)).briefing);
  open = await filesOf((await briefingOf(BRIDGE, { config: 'publish: public\n' })).briefing);
});

afterAll(() => browser?.close());

async function filesOf(made: Briefing): Promise<ReadonlyMap<string, OutputFile>> {
  const system = nodeSystem();
  const { files } = await render(made, FORMATS, {
    templates: new Map([...(await system.templates()), ['styles/theme.css', '']]),
    packageFile: system.packageFile,
    paper: 'a4' as const,
    theme: 'broadsheet',
    document: '',
    own: [],
    browser: async () => browser,
    version: '0.0.0',
  });
  return new Map(files.map((file) => [file.name, file]));
}

const lettersIn = async (files: ReadonlyMap<string, OutputFile>, format: Format) =>
  letters(await textIn(found(files.get(FORMAT_TABLE[format].file))));

/** Letters alone: numbers of notes, marks and ends of lines stand elsewhere in each format. */
const letters = (text: string) => text.normalize('NFKC').replace(/[^\p{L}]+/gu, '');

describe.each(FORMATS)('the format %s', (format) => {
  test('is made as the table says', () => {
    const { file } = FORMAT_TABLE[format];
    expect(RENDERERS[format].file).toBe(file);
    expect(found(first.get(file)).bytes.length).toBeGreaterThan(0);
    expect(Object.values(FORMAT_TABLE).filter((row) => row.file === file)).toHaveLength(1);
  });

  test('has the same bytes for the same reports', () => {
    const { file } = FORMAT_TABLE[format];
    expect(again.get(file)).toEqual(first.get(file));
  });

  test('gives in public no words that were left out', async () => {
    const file = found(open.get(FORMAT_TABLE[format].file));
    // What stands in attributes counts, too.
    const text = letters(`${await textIn(file)}${await textIn(file, asItStands)}`);
    for (const words of ['Subscribe to our newsletter', 'Reporting by Tom Lane']) {
      expect(text).not.toContain(letters(words));
    }
  });
});

test('what was left out can be seen where it is not public', async () => {
  expect(await lettersIn(first, 'html')).toContain(letters('Subscribe to our newsletter'));
});

test.each(HOLDING)('%s holds every statement', async (format) => {
  const text = await lettersIn(first, format);
  const lost = briefing.facts.filter(({ statement }) => !text.includes(letters(statement.text)));
  expect(lost.map(({ statement }) => statement.text)).toEqual([]);
});

describe('names of formats', () => {
  test('give each once, in the order of the table', () => {
    expect(formatsNamed(['json', 'html', 'json'])).toEqual(['html', 'json']);
    expect(formatsNamed(['json', 'all'])).toEqual(FORMATS);
  });

  test('are listed by the command and by the README, with their files', async () => {
    const { stdout } = await command(['build', '--help']);
    const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
    for (const [name, { file, about }] of Object.entries(FORMAT_TABLE)) {
      expect(stdout).toMatch(new RegExp(`^ +${name} +${file.replace('.', '\\.')} +`, 'mu'));
      expect(stdout).toContain(about);
      expect(readme).toContain(`\n| \`${name}\` | \`${file}\` | ${about} |\n`);
    }
  });
});
