import citeproc from 'citeproc';
import { expect, test } from 'vitest';
import { cslItem } from '../../src/csl.ts';
import { RENDERERS } from '../../src/render/index.ts';
import type { Shared } from '../../src/render/renderer.ts';
import { nodeSystem } from '../../src/system/index.ts';
import { BRIDGE, briefingOf, found } from '../support.ts';

/** The reports in CSL-JSON and in BibTeX, as other programs read them. */

const refuse = () => Promise.reject(new Error('lists of sources ask for nothing'));

async function listsOf(texts: Readonly<Record<string, string>>) {
  const { briefing } = await briefingOf(texts);
  const tools: Shared = {
    templates: new Map(),
    packageFile: refuse,
    browser: refuse,
    citations: refuse,
    view: refuse,
    plain: refuse,
    key: () => '',
    version: '0.0.0',
    theme: 'broadsheet',
    document: '',
    own: [],
    paper: 'a4',
    data: () => new Uint8Array(),
  };
  const [csl, bibtex] = await Promise.all(
    [RENDERERS.csl, RENDERERS.bibtex].map(async ({ render }) =>
      new TextDecoder().decode((await render(briefing, tools)).bytes),
    ),
  );
  return { briefing, csl: found(csl), bibtex: found(bibtex) };
}

/** Three reports, and one whose words would break out of either list. */
const TEXTS = {
  ...BRIDGE,
  'd.md':
    '---\npublisher: \'Post "}, {" & Co. {x} \\\'\ndate: 2031-03-12\n---\n\n# Old bridge <b>shut</b>\n\nThe old bridge at Brennick was closed on Tuesday after inspectors found cracks in two of its pillars.\n',
};

test('CSL-JSON holds the reports, each under a key of its own', async () => {
  const { briefing, csl } = await listsOf(TEXTS);
  const items: unknown = JSON.parse(csl);
  expect(items).toEqual(briefing.reports.map(cslItem));
  const keys = briefing.reports.map((report) => cslItem(report).id);
  expect(new Set(keys).size).toBe(4);
  expect(keys).toEqual(keys.filter((key) => /^[a-z0-9-]+$/u.test(key)));
});

test('a citation processor makes a bibliography of it', async () => {
  const { csl } = await listsOf(TEXTS);
  const items: readonly { readonly id: string }[] = JSON.parse(csl);
  const templates = await nodeSystem().templates();
  const engine = new citeproc.Engine(
    {
      retrieveLocale: () => found(templates.get('citations/locales-en-US.xml')),
      retrieveItem: (id) => items.find((item) => item.id === id) ?? {},
    },
    found(templates.get('citations/apa.csl')),
    'en-US',
    false,
  );
  engine.setOutputFormat('text');
  engine.updateItems(items.map(({ id }) => id));
  const bibliography = engine.makeBibliography();
  const entries = bibliography ? bibliography[1] : [];
  expect(entries).toHaveLength(4);
  expect(entries.join('')).toContain('Brennick Courier');
});

test('BibTeX holds them under the same keys, in the same order, with braces in pairs', async () => {
  const { briefing, bibtex } = await listsOf(TEXTS);
  const keys = Array.from(bibtex.matchAll(/^@\w+\{([^,]+),$/gmu), ([, key]) => key);
  expect(keys).toEqual(briefing.reports.map((report) => cslItem(report).id));
  let depth = 0;
  for (const brace of bibtex.match(/[{}]/gu) ?? []) {
    depth += brace === '{' ? 1 : -1;
    expect(depth).toBeGreaterThanOrEqual(0);
  }
  expect(depth).toBe(0);
});

test('the same reports in another order of files give the same bytes', async () => {
  const turned = Object.fromEntries(Object.entries(TEXTS).reverse());
  const [first, second] = await Promise.all([listsOf(TEXTS), listsOf(turned)]);
  expect([second.csl, second.bibtex]).toEqual([first.csl, first.bibtex]);
});
