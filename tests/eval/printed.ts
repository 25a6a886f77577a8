import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseConfig } from '../../src/config/index.ts';
import { openDocument } from '../../src/documents/index.ts';
import { normalize } from '../../src/normalize/index.ts';
import { read } from '../../src/read/index.ts';
import { nodeSystem } from '../../src/system/index.ts';
import type { Block, Report } from '../../src/types.ts';
import { loadRealEvents } from './real-reports.ts';
import { shared } from './shared.ts';
import { type Match, match } from './shingles.ts';

/**
 * Measure what is read of PDFs: real reports, printed in the layouts that reports come in, and read
 * back; F1 of shingles of four words, and how many paragraphs come back whole.
 *
 *     npx tsx tests/eval/printed.ts [--keep FOLDER]
 *
 * With `--keep` the PDFs and their texts stay in a folder, for other programs to read.
 */

/** Reports of each event that are printed. */
const PER_EVENT = 2;

const LAYOUTS: Readonly<Record<string, string>> = {
  'one column': 'p { margin: 0 0 8pt }',
  'indented, justified, hyphens':
    'p { margin: 0; text-indent: 12pt; text-align: justify; hyphens: auto }',
  'two columns': 'main { columns: 2; column-gap: 14pt } p { margin: 0 0 6pt; text-align: justify }',
  'three columns, indented':
    'body { font-size: 9pt } main { columns: 3; column-gap: 12pt } p { margin: 0; text-indent: 9pt }',
};

/** A running head and the number of the page, on every page. */
const AROUND =
  '@page { size: A4; margin: 22mm 20mm; @top-left { content: "The Morning Ledger"; font-size: 8pt } @bottom-center { content: counter(page) " / " counter(pages); font-size: 8pt } }';

const paragraphsOf = ({ blocks }: Report): string[] =>
  blocks.filter(({ kind }: Block) => kind === 'paragraph').map(({ content }) => content.text);

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const pageOf = (report: Report, style: string): string =>
  `<!doctype html><html lang="en"><style>${AROUND} body { font: 11pt/1.35 "Source Serif 4", serif } h1 { font-size: 20pt } ${style}</style><h1>${escaped(report.metadata.headline.value ?? 'A report of the day')}</h1><main>${paragraphsOf(
    report,
  )
    .map((text) => `<p>${escaped(text)}</p>`)
    .join('')}</main></html>`;

const plain = (text: string) => text.replace(/\s+/gu, ' ').trim();

async function main(reports: readonly Report[], keep: string | undefined): Promise<void> {
  const browser = await nodeSystem().openBrowser();
  try {
    const rows: Record<string, unknown> = {};
    for (const [layout, style] of Object.entries(LAYOUTS)) {
      const results: Result[] = [];
      for (const [index, report] of reports.entries()) {
        const bytes = await browser.withPage(
          { html: pageOf(report, style), scripts: false },
          (page) => page.pdf({ preferCSSPageSize: true }),
        );
        if (keep) kept(keep, `${layout.replace(/\W+/gu, '-')}-${index}`, bytes, report);
        results.push(await measured(bytes, report));
      }
      const mean = (of: (each: Result) => number) =>
        (results.reduce((sum, each) => sum + of(each), 0) / results.length).toFixed(3);
      rows[layout] = {
        precision: mean(({ precision }) => precision),
        recall: mean(({ recall }) => recall),
        f1: mean(({ f1 }) => f1),
        'paragraphs whole': mean(({ whole }) => whole),
      };
    }
    console.table(rows);
    console.log(`${reports.length} reports`);
  } finally {
    await browser.close();
  }
}

function kept(folder: string, name: string, bytes: Uint8Array, report: Report): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, `${name}.pdf`), bytes);
  writeFileSync(path.join(folder, `${name}.txt`), paragraphsOf(report).join('\n\n'));
}

interface Result extends Match {
  /** Share of the paragraphs that come back as they were, 0–1. */
  readonly whole: number;
}

async function measured(bytes: Uint8Array, report: Report): Promise<Result> {
  const { content } = await openDocument({ name: 'report.pdf', bytes });
  const { reports } = read(content ? [content] : [], parseConfig('', 'briefing.yaml'), '.');
  const found = reports.map(normalize).flatMap(paragraphsOf).map(plain);
  const expected = paragraphsOf(report).map(plain);
  const whole = expected.filter((text) => found.includes(text)).length / expected.length;
  return { ...match(expected.join('\n'), found.join('\n')), whole };
}

const at = process.argv.indexOf('--keep');
const clusters = shared('clusters');
if (clusters) {
  const events = await loadRealEvents();
  const folders = events.filter(({ name }) => !name.startsWith('basil-') || name.includes('-20'));
  await main(
    folders.flatMap(({ reports }) => reports.slice(0, PER_EVENT)),
    at < 0 ? undefined : process.argv[at + 1],
  );
}
