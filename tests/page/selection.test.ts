import type { Element, Nodes, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { renderPage, viewOf } from '../../src/page/index.ts';
import { fill } from '../../src/page/templates.ts';
import { PARTS } from '../../src/parts.ts';
import { nodeSystem } from '../../src/system/index.ts';
import type { Briefing } from '../../src/types.ts';
import { BRIDGE, briefingOf } from '../support.ts';

/** Pages of which the editor switched parts off: no link of theirs may lead nowhere. */

const KINDS = ['html', 'print'] as const;
const shipped = await nodeSystem().templates();
const OWN = '{{#each facts}}{{> fact}}{{/each}}{{#each reports}}<p>{{label}}</p>{{/each}}';
const templates = new Map([...shipped, ['own/background.hbs', OWN]]);
const tools = { templates, packageFile: async () => new TextEncoder().encode('{}') };

async function pageOf(briefing: Briefing, folder: (typeof KINDS)[number]): Promise<Root> {
  const page = await renderPage(viewOf(briefing, '0.0.0'), { folder, sheets: [] }, tools);
  return unified().use(rehypeParse).parse(page.html);
}

const chosen = async (sections: readonly string[]) =>
  (await briefingOf(BRIDGE, { config: `sections: [${sections.join(', ')}]` })).briefing;

const elementsIn = (node: Nodes): readonly Element[] => [
  ...(node.type === 'element' ? [node] : []),
  ...('children' in node ? node.children.flatMap(elementsIn) : []),
];

function linksOf(page: Root) {
  const all = elementsIn(page);
  const ids = all.flatMap(({ properties }) => properties['id'] ?? []);
  const targets = all.flatMap(({ tagName, properties }) => {
    if (tagName === 'a') return String(properties['href']).replace(/^#/u, '');
    return properties['popoverTarget'] === undefined ? [] : String(properties['popoverTarget']);
  });
  return { ids, targets: targets.filter((target) => !/^https?:/u.test(target)) };
}

const SELECTIONS: readonly (readonly string[])[] = [
  ...PARTS.map((part) => PARTS.filter((name) => name !== part)),
  ...PARTS.map((part) => [part]),
  ['timeline', 'coverage', 'divergences', 'gaps'],
  ['{template: background.hbs, heading: Background}', ...PARTS],
];

describe.each(KINDS)('%s', (kind) => {
  test.each(SELECTIONS.map((parts) => [parts.join(' '), parts] as const))(
    'no link leads nowhere, and no id stands twice: %s',
    async (_, parts) => {
      const { ids, targets } = linksOf(await pageOf(await chosen(parts), kind));
      expect(targets.length).toBeGreaterThan(1);
      expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
      expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    },
  );

  test('where every part is there, no link is lost', async () => {
    const { briefing } = await briefingOf(BRIDGE);
    const drafted = fill(templates, kind, 'body', viewOf(briefing, '0.0.0'));
    const meant = drafted.match(/<a [^>]*href=/gu) ?? [];
    const kept = elementsIn(await pageOf(briefing, kind)).filter(({ tagName }) => tagName === 'a');
    expect(kept.length).toBeGreaterThan(10);
    expect(kept).toHaveLength(meant.length);
  });

  test('what is told in full nowhere else is linked to in the bottom line', async () => {
    const briefing = await chosen(['bottom-line', 'timeline']);
    const [first = ''] = briefing.sections.flatMap((part) =>
      part.kind === 'bottom-line' ? part.facts : [],
    );
    const { ids, targets } = linksOf(await pageOf(briefing, kind));
    expect(ids).toContain(first);
    expect(targets).toContain(first);
  });

  test('the contents follow', async () => {
    const { targets } = linksOf(await pageOf(await chosen(['timeline', 'gaps']), kind));
    expect(targets.filter((target) => (PARTS as readonly string[]).includes(target))).toEqual([
      'timeline',
      'sources',
      'method',
    ]);
  });

  test('a part of the editor’s own says that it is, and shows what the others show', async () => {
    const briefing = await chosen(['{template: background.hbs, heading: Background}']);
    const page = await pageOf(briefing, kind);
    const own = elementsIn(page).find(({ properties }) =>
      [properties['className']].flat().includes('editors'),
    );
    const words = JSON.stringify(own);
    expect(words).toContain('Added by the editor');
    expect(words).toContain('was built in 1911');
    expect(words).toContain('Courier');
  });
});

describe('templates that come to no end', () => {
  const filled = async (own: Readonly<Record<string, string>>) => {
    const { briefing } = await briefingOf(BRIDGE);
    const all = new Map([...shipped, ...Object.entries(own)]);
    return () => fill(all, 'html', 'body', viewOf(briefing, '0.0.0'));
  };
  const facts = (inside: string) => `{{#each @root.all.facts}}${inside}{{/each}}`;

  test.each<[string, Readonly<Record<string, string>>]>([
    [
      'lists within lists',
      { 'html/body.hbs': Array.from({ length: 9 }).reduce<string>(facts, 'x') },
    ],
    [
      'a partial that asks for itself',
      { 'html/body.hbs': '{{> fact}}', 'partials/fact.hbs': '{{> fact}}' },
    ],
    [
      'partials that double',
      Object.fromEntries([
        ['html/body.hbs', '{{> p0}}'],
        ...Array.from({ length: 40 }, (_, at) => [
          `partials/p${at}.hbs`,
          `{{> p${at + 1}}}{{> p${at + 1}}}`,
        ]),
        ['partials/p40.hbs', 'x'],
      ]) as Readonly<Record<string, string>>,
    ],
  ])('%s end the build', async (_, own) => {
    expect(await filled(own)).toThrow(/come to no end|call stack/u);
  });
});
