import type { Element, Nodes, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { classed } from '../../src/classes.ts';
import { renderPage, viewOf } from '../../src/page/index.ts';
import { paragraphsOf } from '../../src/paragraphs.ts';
import { publicEdition } from '../../src/public-edition.ts';
import { briefingSchema } from '../../src/render/json-schema.ts';
import { toJson } from '../../src/render/plain.ts';
import { nodeSystem } from '../../src/system/index.ts';
import { textOf } from '../../src/trees.ts';
import type { Briefing, EditionRecord } from '../../src/types.ts';
import { BRIDGE_AFTER, BRIDGE_BEFORE, type Later, laterEdition } from '../later-edition.ts';
import { briefingOf, found, only } from '../support.ts';

/** What is new, on the page and in print. */

const templates = await nodeSystem().templates();
const tools = { templates, packageFile: async () => new TextEncoder().encode('{}') };
const later = await laterEdition(BRIDGE_BEFORE, BRIDGE_AFTER);

const KINDS = ['html', 'print'] as const;

async function htmlOf(briefing: Briefing, folder: (typeof KINDS)[number] = 'html') {
  return (await renderPage(viewOf(briefing, '0.0.0'), { folder, sheets: [] }, tools)).html;
}

const pageOf = async (briefing: Briefing, folder: (typeof KINDS)[number] = 'html'): Promise<Root> =>
  unified()
    .use(rehypeParse)
    .parse(await htmlOf(briefing, folder));

const partIn = (page: Root): Element => only(classed(page, 'what-is-new'));
const words = (...nodes: readonly Nodes[]) => textOf(nodes).replace(/\s+/gu, ' ').trim();
const elements = (node: Root | Element, isWanted: (element: Element) => boolean) => {
  const all: Element[] = [];
  const look = (one: Nodes) => {
    if (one.type === 'element' && isWanted(one)) all.push(one);
    if ('children' in one) for (const child of one.children) look(child);
  };
  look(node);
  return all;
};
const named = (node: Root | Element, name: string) =>
  elements(node, ({ tagName }) => tagName === name);

/** The rows under each heading of the part, in words. */
function groupsIn(part: Element): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  let heading = '';
  for (const element of elements(part, ({ tagName, properties }) => {
    const names = [properties['className']].flat();
    return tagName === 'h3' || names.includes('news') || names.includes('came');
  })) {
    if (element.tagName === 'h3') heading = words(element);
    else groups.set(heading, [...(groups.get(heading) ?? []), words(element)]);
  }
  return groups;
}

const factWith = ({ briefing }: Later, start: string) =>
  found(briefing.facts.find(({ statement }) => statement.text.startsWith(start)));

describe('the part', () => {
  test.each(KINDS)('%s: tells in one line what happened to how many', async (kind) => {
    const [line] = classed(partIn(await pageOf(later.briefing, kind)), 'since');
    expect(words(found(line))).toBe(
      'Since edition 1 of 12 March 2031: 1 report corrected, 1 added, 1 removed, 1 new fact, 1 fact no longer stated, 1 fact corrected, 2 facts lost support, 3 facts gained support, 1 difference opened, 1 difference gone, 1 difference with other values.',
    );
  });

  test('lists the reports, and what happened to facts and differences', async () => {
    const groups = groupsIn(partIn(await pageOf(later.briefing)));
    expect([...groups.keys()]).toEqual([
      'Reports',
      'New',
      'No longer stated',
      'Corrected',
      'Lost support',
      'Gained support',
      'Differences opened',
      'Differences gone',
      'Differences with other values',
    ]);
    expect(groups.get('Reports')).toEqual([
      'corrected Report 2 b.txt added Report 4 e.txt removed d.txt',
    ]);
    expect(groups.get('New')).toEqual([
      'The museum of Brennick shows 40 pictures of the old bridge.4',
    ]);
    expect(groups.get('No longer stated')).toEqual([
      'Edition 1 The shop owners of the old town do not expect the repair to end this year. no longer in the corrected Report 2',
    ]);
    expect(groups.get('Corrected')).toEqual([
      expect.stringContaining(
        'Report 2: “… bridge will cost 6 million dollars.” is “… bridge will cost 7 million dollars.” now',
      ),
    ]);
    expect(groups.get('Lost support')).toEqual([
      expect.stringMatching(
        /^The ferry of Brennick carried 200 passengers on Monday.* one report alone; before: the reports differ no longer in file d\.txt of edition 1$/u,
      ),
      expect.stringMatching(
        /^The bells of the town hall rang at noon.* one report alone; before: two origins or more no longer in file d\.txt of edition 1$/u,
      ),
    ]);
    expect(groups.get('Gained support')?.at(-1)).toMatch(
      /^The bridge was built in 1911\.34 two origins or more; before: one report alone now also in Report 4$/u,
    );
    expect(groups.get('Differences opened')).toEqual([
      'About 9,000 vehicles cross the bridge every day. figure About 9,000 vehicles2 About 12,000 vehicles4',
    ]);
    expect(groups.get('Differences gone')).toEqual([
      'The ferry of Brennick carried 200 passengers on Monday. figure Edition 1 200 passengers / 300 passengers',
    ]);
  });

  test('marks in former words and in those of now what differs', async () => {
    const restated = await laterEdition(
      {
        'a.txt': 'The repair of the old bridge will cost 4 million dollars in all.',
        'b.txt': 'Bells rang.',
      },
      {
        'a.txt': 'The repair of the old bridge will cost 5 million dollars in all.',
        'b.txt': 'Bells rang.',
      },
    );
    const part = partIn(await pageOf(restated.briefing));
    expect(named(part, 's').map((one) => words(one))).toEqual(['4']);
    expect(named(part, 'ins').map((one) => words(one))).toEqual(['5']);
    expect(words(...classed(part, 'former'))).toBe(
      'Edition 1 The repair of the old bridge will cost 4 million dollars in all.',
    );
  });

  test.each(KINDS)('%s: each statement leads to its fact, and is cited', async (kind) => {
    const page = await pageOf(later.briefing, kind);
    const statements = classed(partIn(page), 'statement').filter(
      (statement) => classed(statement, 'cites').length > 0,
    );
    expect(statements).toHaveLength(7);
    const numbers = paragraphsOf(later.briefing);
    for (const statement of statements) {
      const [link] = named(statement, 'a');
      const id = String(found(link).properties['href']).slice(1);
      const fact = found(later.briefing.facts.find((one) => one.id === id));
      expect(words(found(link))).toBe(fact.statement.text);
      expect(only(elements(page, ({ properties }) => properties['id'] === id)).tagName).toBe('div');
      const refs = classed(statement, 'ref').map((ref) => words(ref));
      expect(refs).toEqual(kind === 'print' ? [`¶ ${numbers.get(id)}`] : []);
    }
  });

  test('former words are cited by file and edition, or by the entry that the report has', async () => {
    const part = partIn(await pageOf(later.briefing));
    const sources = named(part, 'a').filter(({ properties }) =>
      String(properties['href']).startsWith('#source-'),
    );
    expect(new Set(sources.map((link) => `${link.properties['href']} ${words(link)}`))).toEqual(
      new Set(['#source-2 Report 2', '#source-4 Report 4']),
    );
    for (const gone of classed(part, 'former')) expect(classed(gone, 'cites')).toEqual([]);
  });

  test('long groups are folded on the page, and never in print', async () => {
    const lines = Array.from(
      { length: 20 },
      (_, at) => `Street ${at + 1} has a new lamp number ${at + 7}.`,
    );
    const many = await laterEdition(
      { 'a.txt': 'The bridge was closed.', 'b.txt': 'The bridge was closed, too.' },
      {
        'a.txt': 'The bridge was closed.',
        'b.txt': `The bridge was closed, too.\n\n${lines.join('\n\n')}`,
      },
    );
    const folds = classed(partIn(await pageOf(many.briefing)), 'further');
    expect(folds.map((fold) => words(found(named(fold, 'summary')[0])))).toEqual(['14 more']);
    expect(classed(only(folds), 'news')).toHaveLength(14);
    const print = partIn(await pageOf(many.briefing, 'print'));
    expect(named(print, 'details')).toEqual([]);
    expect(classed(print, 'news')).toHaveLength(20);
  });
});

describe('a mark at a fact', () => {
  test.each(KINDS)('%s: says what became of it, wherever it is told', async (kind) => {
    const page = await pageOf(later.briefing, kind);
    const marks = classed(page, 'news-mark').map((mark) => words(mark));
    expect(new Set(marks)).toEqual(
      new Set(['new since edition 1', 'changed since edition 1', 'lost a report since edition 1']),
    );
    const { id } = factWith(later, 'The museum of Brennick');
    const row = only(elements(page, ({ properties }) => properties['id'] === id));
    expect(classed(row, 'news-mark').map((mark) => words(mark))).toEqual(['new since edition 1']);
  });

  test('is not on the page of a first edition, and nothing else of this', async () => {
    const html = await htmlOf((await briefingOf(BRIDGE_AFTER)).briefing);
    expect(html).not.toMatch(
      /news-mark|class="[^"]*news|"news"|what-is-new|since edition|new in this/u,
    );
  });

  test('is known to the script, which lets new facts be chosen', async () => {
    const html = await htmlOf(later.briefing);
    const [, block = ''] = /id="facts-data">(.*?)<\/script>/su.exec(html) ?? [];
    const { facts } = JSON.parse(block) as { facts: Record<string, { news?: string }> };
    expect(facts[factWith(later, 'The museum').id]?.news).toBe('new');
    expect(facts[factWith(later, 'The bells').id]?.news).toBe('lost');
    expect(facts[factWith(later, 'The bridge was built').id]?.news).toBeUndefined();
    expect(html).toContain("text: 'new in this edition'");
  });
});

describe('a record that somebody changed by hand', () => {
  const EVIL =
    '</s></p><script>alert(1)</script>\u202eneve\u202c <a href="javascript:x">{{title}}</a>';
  const edit = (last: EditionRecord): EditionRecord => ({
    ...last,
    generated: '<b>yesterday</b>',
    reports: last.reports.map((report) =>
      report.file === 'd.txt' ? { ...report, outlet: EVIL, file: `${EVIL}.txt` } : report,
    ),
    facts: last.facts.map((fact) =>
      fact.statement.startsWith('The shop owners') ? { ...fact, statement: EVIL } : fact,
    ),
    divergences: last.divergences.map((one) => ({
      ...one,
      sides: one.sides.map((side) => ({ ...side, value: EVIL })),
    })),
  });

  test.each(KINDS)('%s: puts words on the page, and nothing else', async (kind) => {
    const { briefing } = await laterEdition(BRIDGE_BEFORE, BRIDGE_AFTER, { edit });
    const html = await htmlOf(briefing, kind);
    const page = unified().use(rehypeParse).parse(html);
    const part = partIn(page);
    expect(html).not.toMatch(/<script>alert|\u202e/u);
    expect(named(part, 'script')).toEqual([]);
    const targets = named(page, 'a').map(({ properties }) => String(properties['href']));
    expect(
      targets.filter((target) => !/^(?:#|https:\/\/courier\.example\/)/u.test(target)),
    ).toEqual([]);
    expect(words(part)).toContain('</script>neve <a href="javascript:x">{{title}}</a>');
    // Its day cannot be read; that of its publication can.
    expect(words(part)).toContain('Since edition 1 of 13 March 2031: ');
  });
});

describe('for the public', () => {
  test('former words are not printed again', async () => {
    const open = publicEdition(later.briefing);
    const part = words(partIn(await pageOf(open)));
    expect(part).not.toMatch(/shop owners|300 passengers|6 million/u);
    expect(part).toContain('Edition 1 not reprinted here no longer in the corrected Report 2');
    expect(part).toContain('The museum of Brennick shows 40 pictures of the old bridge.');
    expect(words(partIn(await pageOf(later.briefing)))).toMatch(
      /shop owners.*300 passengers.*6 million/u,
    );
    const data = JSON.stringify(toJson(open));
    expect(data).not.toMatch(/shop owners|300 passengers|6 million/u);
  });
});

describe('briefing.json', () => {
  test('has what is new, and nothing of it in a first edition', async () => {
    const data = briefingSchema.parse(toJson(later.briefing));
    expect(data.changes).toEqual(later.changes);
    expect(data.sections.map(({ part }) => part)).toContain('what-is-new');
    expect(toJson((await briefingOf(BRIDGE_AFTER)).briefing)).not.toHaveProperty('changes');
  });
});
