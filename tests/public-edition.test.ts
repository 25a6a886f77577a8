import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { words } from '../src/language/words.ts';
import { render } from '../src/render/index.ts';
import { nodeSystem } from '../src/system/index.ts';
import type { Briefing, OutputFile } from '../src/types.ts';
import { briefingOf, found, type Texts } from './support.ts';

/** What is public holds of each report nothing but the sentences that facts cite. */

const TEXTS: Texts = {
  'a.md': `---
publisher: Brennick Courier
date: 2031-03-12
url: https://courier.example/bridge
---

# Old bridge at Brennick closed

The town of Brennick closed its old bridge on Tuesday after inspectors found cracks in it.

*The north pillar on a quiet evening last autumn. Photo: Ilsa Korr*

Read more: Seven secret recipes that grandmother never told anybody

Mayor Ruth Amsel, who opened a ferry line on Monday, said that nobody would drive over it.

Sign up here for our newsletter and have the best stories of the valley every morning.

An earlier version of this article misspelled the name of the harbour master.
`,
  'b.txt': `The bridge at Brennick was closed on Tuesday after cracks were found in it.

Share on Facebook

The ferry is free.
`,
};

const FORMATS = [
  'html',
  'docx',
  'json',
  'markdown',
  'text',
  'csl',
  'bibtex',
  'dot',
  'annotations',
] as const;

/** Every file of an edition as text. */
async function filesOf(briefing: Briefing): Promise<string> {
  const system = nodeSystem();
  const { files } = await render(briefing, FORMATS, {
    templates: new Map([...(await system.templates()), ['styles/theme.css', '']]),
    paper: 'a4',
    theme: '',
    document: '',
    own: [],
    packageFile: async () => new TextEncoder().encode('{}'),
    browser: () => system.openBrowser(),
    version: '0.0.0',
  });
  return files.map(textIn).join('\n');
}

/** The text of a file; of a packed one, that of all in it, each paragraph set apart. */
function textIn({ name, bytes }: OutputFile): string {
  const parts = name.endsWith('.docx') ? Object.values(unzipSync(bytes)) : [bytes];
  const texts = parts.map((part) => new TextDecoder().decode(part));
  return texts.join('\n').replaceAll('</w:p>', ' (paragraph) ');
}

/** Runs of words as they stand, whatever stands between them in a file. */
const runsOf = (text: string, length: number): ReadonlySet<string> => {
  const all = words(text).map((word) => word.toLowerCase());
  return new Set(all.map((_, at) => all.slice(at, at + length).join(' ')).slice(0, 1 - length));
};

const LENGTH = 4;

/** Runs of words of the reports' files that no sentence cited has, and that an edition has. */
function strayIn(edition: string, { facts, reports }: Briefing): readonly string[] {
  const cited = new Set(
    facts.flatMap(({ claims }) =>
      claims.flatMap(({ context }) => [...runsOf(context.exact, LENGTH)]),
    ),
  );
  const named = reports.flatMap(({ metadata }) => [
    ...runsOf(metadata.headline.value ?? '', LENGTH),
  ]);
  const ours = Object.values(TEXTS).flatMap((text) => [
    ...runsOf(text.replace(/---.*---/su, ''), LENGTH),
  ]);
  const shown = runsOf(edition.replace(/<[^>]*>/gu, ' '), LENGTH);
  return ours.filter((run) => shown.has(run) && !cited.has(run) && !named.includes(run));
}

const made = (publish: string) => briefingOf(TEXTS, { config: `publish: ${publish}\n` });

describe('publish', () => {
  test('public: no run of words stands in any file but those of sentences cited', async () => {
    const { briefing } = await made('public');
    expect(strayIn(await filesOf(briefing), briefing)).toEqual([]);
  });

  test('internal: what was left out is shown, so that the proof above could fail', async () => {
    const { briefing } = await made('internal');
    const stray = strayIn(await filesOf(briefing), briefing);
    expect(stray).toContain('earlier version of this');
    expect(stray).toContain('seven secret recipes that');
  });

  test('public: what is not reprinted is counted', async () => {
    const edition = await filesOf((await made('public')).briefing);
    expect(edition).toContain('Left out: promotion (2).');
    expect(edition).toContain('Bears a correction of its own, not reprinted here.');
    expect(edition).not.toContain('The report as read');
  });

  test.each(['public', 'internal'])(
    '%s: a card leads to the passage in the source',
    async (publish) => {
      const { briefing } = await made(publish);
      const claims = briefing.facts.flatMap((fact) => fact.claims);
      const claim = found(claims.find(({ exact }) => exact.startsWith('The town of Brennick')));
      const edition = await filesOf(briefing);
      const card = found(edition.split(`id="p-${claim.id}"`)[1]?.split('</div>')[0]);
      expect(card).toContain(
        '<a href="https://courier.example/bridge#:~:text=The%20town%20of%20Brennick,',
      );
      expect(card).toContain('rel="noreferrer">Open in source</a>');
      const [, id] = /href="#([^"]+)"/u.exec(card) ?? [];
      expect(edition).toContain(`id="${id}"`);
    },
  );
});
