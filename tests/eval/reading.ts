import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parseConfig } from '../../src/config/index.ts';
import { openDocument } from '../../src/documents/index.ts';
import { normalize } from '../../src/normalize/index.ts';
import { read } from '../../src/read/index.ts';
import type { Block, Report } from '../../src/types.ts';
import { shared } from './shared.ts';
import { type Match, match } from './shingles.ts';

/**
 * Measure what is read of saved pages against what people marked as the report in them: F1 of
 * shingles of four words, the mean over all pages.
 *
 *     npx tsx tests/eval/reading.ts [--worst N] [--metadata FOLDER]
 *
 * `read` is the report as the page's reader finds it, with the posts of others that are shown in
 * it; `normalized` is what is left for facts once the rules have taken out such posts, and the
 * promotion and credits that have no mark-up of their own.
 */

interface Truth {
  readonly articleBody: string;
  readonly url: string;
}

interface Page {
  readonly id: string;
  readonly url: string;
  readonly read: Match;
  readonly normalized: Match;
  readonly milliseconds: number;
}

/** What is text of the page's report, before rules look at what it says. */
const READ: readonly Block['kind'][] = ['paragraph', 'heading', 'embed', 'code'];

async function main(folder: string): Promise<void> {
  const truths = JSON.parse(readFileSync(path.join(folder, 'ground-truth.json'), 'utf8')) as Record<
    string,
    Truth
  >;
  const pages: Page[] = [];
  for (const [id, truth] of Object.entries(truths)) {
    pages.push(await measure(id, truth, gunzipSync(readFileSync(page(folder, id)))));
  }
  const mean = (give: (each: Page) => number) =>
    Number((pages.reduce((sum, each) => sum + give(each), 0) / pages.length).toFixed(4));
  console.table(
    Object.fromEntries(
      (['read', 'normalized'] as const).map((stage) => [
        stage,
        {
          precision: mean((each) => each[stage].precision),
          recall: mean((each) => each[stage].recall),
          f1: mean((each) => each[stage].f1),
        },
      ]),
    ),
  );
  console.log(`${pages.length} pages, ${mean((each) => each.milliseconds)} ms a page`);
  const worst = pages.sort((a, b) => a.read.f1 - b.read.f1).slice(0, option('--worst') ?? 5);
  for (const {
    url,
    read: { f1 },
    normalized,
  } of worst) {
    console.log(f1.toFixed(3), normalized.f1.toFixed(3), url);
  }
}

const page = (folder: string, id: string) => path.join(folder, 'html', `${id}.html.gz`);

function option(name: string): number | undefined {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : Number(process.argv[at + 1]);
}

async function measure(id: string, { articleBody, url }: Truth, bytes: Uint8Array): Promise<Page> {
  const since = performance.now();
  const report = await reportOf(`${id}.html`, bytes);
  const normalized = report && normalize(report);
  const milliseconds = performance.now() - since;
  const isText = ({ kind }: Block) => READ.includes(kind);
  return {
    id,
    url,
    read: match(articleBody, textOf(report?.blocks.filter(isText) ?? [])),
    normalized: match(articleBody, textOf(normalized?.blocks.filter(isText) ?? [])),
    milliseconds,
  };
}

async function reportOf(name: string, bytes: Uint8Array): Promise<Report | undefined> {
  const { content } = await openDocument({ name, bytes });
  return content ? read([content], parseConfig('', 'briefing.yaml'), '.').reports[0] : undefined;
}

const textOf = (blocks: readonly Block[]) => blocks.map(({ content }) => content.text).join('\n');

const folder = shared('data/article-extraction');
if (folder) await main(folder);
else console.log('Not measured: there is no ../shared/data/article-extraction.');
