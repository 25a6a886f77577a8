import type { Element, Nodes, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { cite } from '../../src/citing.ts';
import { numberPages, type PageTools, renderPage, viewOf } from '../../src/page/index.ts';
import { nodeSystem } from '../../src/system/index.ts';
import type { Briefing } from '../../src/types.ts';
import { BRIDGE, briefingOf, found, only, type Texts } from '../support.ts';

const tools: Promise<PageTools> = nodeSystem()
  .templates()
  .then((templates) => ({
    templates,
    // No fonts: what is looked at is words and mark-up.
    packageFile: async () => new TextEncoder().encode('{}'),
  }));

/** A kind of page as a browser reads it. */
async function pageOf(briefing: Briefing, folder: 'html' | 'print' = 'html'): Promise<Root> {
  const { templates } = await tools;
  const citations = await cite(briefing.reports, briefing.citing, templates);
  const view = viewOf(briefing, '0.0.0', citations);
  const page = await renderPage(view, { folder, sheets: [] }, await tools);
  return unified().use(rehypeParse).parse(page.html);
}

const pageOfTexts = async (texts: Texts, config?: string) =>
  pageOf((await briefingOf(texts, config === undefined ? {} : { config })).briefing);

const SPOKEN: Texts = {
  'a.txt': '“Nobody will drive over this bridge before May,” Ruth Amsel said.',
  'b.txt': '“No one will drive over this bridge before May,” Ruth Amsel said.',
};

const KINDS = ['html', 'print'] as const;

describe('the sources of reports with notes', () => {
  const texts: Texts = {
    ...BRIDGE,
    'd.txt': `The bridge at Brennick was closed on Tuesday.

5 min read

Share on Facebook

UPDATE 2: The ferry runs again.

An earlier version of this article misspelled the name of the mayor.

This story has been updated with words of the mayor.
`,
  };

  test.each(KINDS)('%s: show what a report says of itself, once', async (kind) => {
    const page = await pageOf((await briefingOf(texts)).briefing, kind);
    const shown = text(only(classed(page, 'sources')));
    expect(shown).toContain('Correction: An earlier version of this article misspelled');
    expect(shown).toContain('Update: This story has been updated with words of the mayor.');
    expect(shown.match(/has been updated/gu)).toHaveLength(1);
    expect(shown).toContain('“UPDATE 2:” (note on the report)');
  });

  test.each(KINDS)('%s: count the page around a report', async (kind) => {
    const page = await pageOf((await briefingOf(texts)).briefing, kind);
    const shown = text(only(classed(page, 'sources')));
    expect(shown).toContain('The page around the report: 2 passages, 6 words.');
    expect(shown).not.toContain('Share on Facebook');
  });
});

describe('the page of three reports', () => {
  test.each(KINDS)('%s: has every section of the briefing, in order', async (kind) => {
    const { briefing } = await briefingOf(BRIDGE);
    const page = await pageOf(briefing, kind);
    const kinds = elements(page, 'section').flatMap(({ properties }) => properties['className']);
    // The notes, which a page folds away, stand before the sources on paper.
    const noted = kinds.filter((name) => name !== 'notes');
    expect(noted).toEqual(briefing.sections.map((section) => section.kind));
    expect(kinds[kinds.indexOf('sources') - 1]).toBe(kind === 'print' ? 'notes' : noted.at(-3));
    const headings = elements(page, 'section').map((section) =>
      text(only(elements(section, 'h2'))),
    );
    expect(headings.filter((heading) => heading !== 'Notes')).toEqual(
      briefing.sections.map(({ heading }) => heading),
    );
  });

  test.each(KINDS)('%s: shows every statement', async (kind) => {
    const { briefing } = await briefingOf(BRIDGE);
    const shown = classed(await pageOf(briefing, kind), 'statement').map(text);
    const missing = briefing.facts.filter(
      ({ statement }) => !shown.some((words) => words.startsWith(statement.text)),
    );
    expect(missing.map(({ statement }) => statement.text)).toEqual([]);
  });

  test.each(KINDS)('%s: every statement has a citation', async (kind) => {
    const page = await pageOf((await briefingOf(BRIDGE)).briefing, kind);
    const statements = classed(page, 'statement');
    expect(statements.length).toBeGreaterThan(5);
    const uncited = statements.filter((statement) => numbersOf(statement).length === 0);
    expect(uncited.map(text)).toEqual([]);
  });

  test.each(KINDS)(
    '%s: every event and every side of a difference has a citation',
    async (kind) => {
      const page = await pageOf((await briefingOf(BRIDGE)).briefing, kind);
      const cited = [
        ...classed(page, 'days').flatMap((days) => elements(days, 'li')),
        ...classed(page, 'sides').flatMap((sides) => elements(sides, 'li')),
      ];
      expect(cited.length).toBeGreaterThan(4);
      expect(cited.filter((item) => numbersOf(item).length === 0).map(text)).toEqual([]);
    },
  );

  test('a citation gives the number of its report', async () => {
    const { briefing } = await briefingOf(BRIDGE);
    const statement = found(
      classed(await pageOf(briefing), 'statement').find((node) => text(node).includes('1911')),
    );
    expect(numbersOf(statement)).toEqual(['3']);
  });

  test('the card of every citation is there once', async () => {
    const page = await pageOf((await briefingOf(BRIDGE)).briefing);
    const targets = elements(page, 'button').map(({ properties }) => properties['popoverTarget']);
    const cards = classed(page, 'card').map(({ properties }) => properties['id']);
    expect(targets.length).toBeGreaterThan(10);
    expect(new Set(cards).size).toBe(cards.length);
    expect(targets.filter((target) => !cards.includes(target))).toEqual([]);
  });

  test('every claim has a card with its words', async () => {
    const { briefing } = await briefingOf(BRIDGE);
    const cards = classed(await pageOf(briefing), 'card').map(text);
    const claims = briefing.facts.flatMap((fact) => fact.claims);
    const missing = claims.filter(
      ({ context }) => !cards.some((card) => card.includes(context.exact)),
    );
    expect(missing.map(({ exact }) => exact)).toEqual([]);
  });

  test.each(KINDS)('%s: ids are unique', async (kind) => {
    const ids = allElements(await pageOf((await briefingOf(BRIDGE)).briefing, kind)).flatMap(
      ({ properties }) => properties['id'] ?? [],
    );
    expect(ids.length).toBeGreaterThan(20);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  test('every link within the page leads somewhere', async () => {
    const page = await pageOf((await briefingOf(BRIDGE)).briefing);
    const ids = allElements(page).map(({ properties }) => properties['id']);
    const links = elements(page, 'a').flatMap(({ properties }) => String(properties['href']));
    const within = links.filter((href) => href.startsWith('#'));
    expect(within.length).toBeGreaterThan(10);
    expect(within.filter((href) => !ids.includes(href.slice(1)))).toEqual([]);
  });

  test('links out only to the reports’ addresses', async () => {
    const page = await pageOf((await briefingOf(BRIDGE)).briefing);
    const links = elements(page, 'a').map(({ properties }) => String(properties['href']));
    const addresses = links
      .filter((href) => !href.startsWith('#'))
      .map((href) => href.split('#')[0]);
    expect([...new Set(addresses)]).toEqual(['https://courier.example/bridge']);
  });

  test('marks what the briefing added', async () => {
    const page = await pageOf((await briefingOf(BRIDGE)).briefing);
    expect(classed(page, 'added').map(text)).toContain('[10 March]');
  });

  test.each(KINDS)('%s: shows what was left out, with the reason', async (kind) => {
    const page = await pageOf((await briefingOf(BRIDGE)).briefing, kind);
    const sources = only(
      elements(page, 'section').filter((node) =>
        [node.properties['className']].flat().includes('sources'),
      ),
    );
    expect(text(sources)).toContain('“Subscribe to our newsletter.” (promotion)');
  });
});

describe('what the editor decided', () => {
  const config = `decisions:
  - suppress: built in 1911
  - pin: free ferry
    because: readers ask
  - reword: closed its old bridge on Tuesday
    words: The old bridge is shut
  - reword: refused to resign over the cracks
    from: {b.txt: has so far refused to resign over the cracks}
`;

  test.each(KINDS)('%s: is said at the fact', async (kind) => {
    const { briefing } = await briefingOf(BRIDGE, { config });
    const page = await pageOf(briefing, kind);
    const rows = classed(page, 'said').map(text);
    const saying = (words: string) => rows.filter((row) => row.includes(words));
    for (const row of saying('until the bridge is repaired')) {
      expect(row).toContain('Put first by the editor readers ask');
    }
    for (const row of saying('The old bridge is shut. [editor’s words]')) {
      // The words say it themselves.
      expect(row).not.toContain('by the editor');
      expect(row).not.toContain('these words stand above');
    }
    expect(saying('The old bridge is shut. [editor’s words]').length).toBeGreaterThan(1);
    expect(saying('Words chosen by the editor').length).toBeGreaterThan(0);
  });

  test.each(KINDS)('%s: stands in the timeline in its words', async (kind) => {
    const { briefing } = await briefingOf(BRIDGE, { config });
    const days = text(only(classed(await pageOf(briefing, kind), 'days')));
    expect(days).toContain('The old bridge is shut. [editor’s words]');
    expect(days).not.toContain('closed its old bridge');
  });

  test.each(KINDS)('%s: shows nothing of what is suppressed', async (kind) => {
    const { briefing } = await briefingOf(BRIDGE, { config });
    const page = await pageOf(briefing, kind);
    expect(text(page)).not.toContain('1911');
    expect(text(only(classed(page, 'sources')))).toContain('Left out by the editor: 1 passage.');
  });
});

describe('the sources', () => {
  const sourcesOf = (page: Root) =>
    text(
      found(
        elements(page, 'section').find((node) =>
          [node.properties['className']].flat().includes('sources'),
        ),
      ),
    );

  const [FIRST, SECOND] = [
    'The old bridge over the river Wend at Brennick was closed on Tuesday after inspectors of the county found cracks in two of its pillars.',
    'Buses to the northern bank go round by Lisk until the pillars have been mended, which takes a quarter of an hour longer each way.',
  ];

  test.each(KINDS)('%s: say which reports are one text', async (kind) => {
    const { briefing } = await briefingOf({
      'a.txt': `${FIRST}\n\n${SECOND}`,
      'b.txt': `${SECOND}`,
      'c.txt': 'A bridge is closed.',
    });
    const shown = sourcesOf(await pageOf(briefing, kind));
    expect(shown).toContain(
      'Shares 50 % of its words, in long runs, with Report 2, quotations aside: counted as one origin.',
    );
    expect(shown).toContain('Shares 100 % of its words, in long runs, with Report 1,');
    expect(shown.match(/Shares/gu)).toHaveLength(2);
  });

  test.each(KINDS)('%s: say whose copy a report is', async (kind) => {
    const { briefing } = await briefingOf({ 'a.txt': FIRST, 'b.txt': SECOND });
    const agency = { value: 'Tolva Wire', basis: 'stated', because: 'dateline' } as const;
    const [first, ...rest] = briefing.reports;
    const reports = [{ ...found(first), metadata: { ...found(first).metadata, agency } }, ...rest];
    const shown = sourcesOf(await pageOf({ ...briefing, reports }, kind));
    expect(shown.match(/Copy of Tolva Wire/gu)).toHaveLength(1);
  });
});

describe('a page', () => {
  test.each(KINDS)('%s: asks for nothing, and runs its own script alone', async (kind) => {
    const page = await pageOf((await briefingOf(BRIDGE)).briefing, kind);
    const scripts = elements(page, 'script').filter(
      ({ properties }) => !/^application\/(?:ld\+)?json$/u.test(String(properties['type'])),
    );
    expect(scripts.map(({ properties }) => properties)).toEqual(
      kind === 'html' ? [{}, { type: 'module' }] : [],
    );
    const tags = 'iframe object embed img link form input base video audio'.split(' ');
    expect(allElements(page).filter(({ tagName }) => tags.includes(tagName))).toEqual([]);
  });

  test('says in which language it is', async () => {
    const page = await pageOfTexts(SPOKEN, 'language: en-GB');
    expect(only(elements(page, 'html')).properties['lang']).toBe('en-GB');
  });

  test('needs only fonts for its characters', async () => {
    const view = viewOf((await briefingOf(SPOKEN)).briefing, '0.0.0');
    const { missing } = await renderPage(view, { folder: 'html', sheets: [] }, await tools);
    // With no fonts at all, every character of the text lacks one.
    expect(missing).toEqual(expect.arrayContaining(['R', 'u', 't', 'h', '“', '”']));
  });
});

test('what a template brings passes only if a page may hold it', async () => {
  const { templates, packageFile } = await tools;
  const bad =
    '<p class="kept" onclick="alert(1)" style="color:red"><script>alert(1)</script><img src="x">' +
    '<a href="javascript:alert(1)">a</a><a href="data:text/html,x">b</a><iframe></iframe>text</p>';
  const body = `${found(templates.get('html/body.hbs'))}${bad}`;
  const view = viewOf((await briefingOf(SPOKEN)).briefing, '0.0.0');
  const { html } = await renderPage(
    view,
    { folder: 'html', sheets: [] },
    { templates: new Map([...templates, ['html/body.hbs', body]]), packageFile },
  );
  const kept = only(classed(unified().use(rehypeParse).parse(html), 'kept'));
  expect(shapesOf({ type: 'root', children: [kept] })).toEqual(['p', 'p className', 'a', 'a']);
  expect(text(kept)).toBe('abtext');
});

test('pages are numbered where the contents say, and a report’s own text is left alone', () => {
  const mark = '\u{e000}sources\u{e001}';
  const page = `<span class="page">${mark}</span><p>${mark}</p>`;
  expect(numberPages(page, new Map([['sources', 9]]))).toBe(
    `<span class="page">9</span><p>${mark}</p>`,
  );
  expect(numberPages(page, new Map())).toBe(`<span class="page"></span><p>${mark}</p>`);
});

describe('the timeline', () => {
  const DATED = {
    'a.txt':
      'The old bridge of Lisk was built in 1911. It was closed on 3 March 2031. It was mended about two weeks ago. On 9 March 2031 it was opened. It was closed anew last week.',
    'b.txt': 'The old bridge of Lisk was built in 1911. Ferries sail.',
  };
  const config = 'reports:\n  a.txt: { published: 2031-03-12 }\n  b.txt: { published: 2031-03-12 }';

  test.each(KINDS)('%s: says in words how exact a date is', async (kind) => {
    const { briefing } = await briefingOf(DATED, { config });
    const days = text(only(classed(await pageOf(briefing, kind), 'days')));
    for (const label of ['1911', '3 March 2031 Monday', '3–9 March 2031', '9 March 2031 Sunday']) {
      expect(days).toContain(label);
    }
  });

  test.each(KINDS)('%s: is drawn, with a title, and a dot an event', async (kind) => {
    const { briefing } = await briefingOf(DATED, { config });
    const page = await pageOf(briefing, kind);
    const [broad] = elements(page, 'svg');
    expect(broad?.properties['role']).toBe('img');
    expect(text(only(elements(broad ?? page, 'title')))).toMatch(/^\d+ dated events, 1911 to /u);
    const single = briefing.analysis.timeline.filter(({ until }) => until === null);
    expect(elements(broad ?? page, 'circle')).toHaveLength(single.length);
    expect(classed(broad ?? page, 'shared')).toHaveLength(1);
  });

  test('is drawn without labels that run into one another, in as many lines as it needs', async () => {
    const days = '1 4 9 14 20'.split(' ').map((day) => `It shut on ${day} March 2030.`);
    const years = [1911, 1923, 1958].map((year) => `It was painted in ${year}.`);
    const { briefing } = await briefingOf({
      'a.txt': `The bridge of Lisk stands. ${[...years, ...days].join(' ')}`,
      'b.txt': 'The bridge of Lisk stands.',
    });
    for (const drawing of elements(await pageOf(briefing, 'html'), 'svg')) {
      const ends = new Map<unknown, number>();
      for (const { properties, children } of elements(drawing, 'text')) {
        const [label] = children;
        const width = (label?.type === 'text' ? label.value.length : 0) * 5.5;
        const x = Number(properties['x']);
        const start = properties['textAnchor'] === 'middle' ? x - width / 2 : x;
        expect(start).toBeGreaterThan(ends.get(properties['y']) ?? 0);
        expect(start + width).toBeLessThan(Number(drawing.properties['width']) + 1);
        ends.set(properties['y'], start + width);
      }
      expect(ends.size).toBeGreaterThan(1);
    }
  });

  test('is not drawn where two dates are all', async () => {
    const { briefing } = await briefingOf({
      'a.txt': 'The old bridge was closed on 3 March 2031. It was opened on 9 March 2031.',
      'b.txt': 'The old bridge was closed on 3 March 2031.',
    });
    expect(elements(await pageOf(briefing, 'html'), 'svg')).toEqual([]);
  });
});

describe('coverage and gaps', () => {
  const TEXTS = {
    'a.txt':
      'The old bridge of Lisk was closed on 3 March because of cracks. Ferries sail at noon.',
    'b.txt':
      'The old bridge of Lisk was closed on 3 March because of cracks. It is not clear who will mend it.',
    'c.txt': 'Millers of Harlow wait for their grain in the rain of the old market.',
  };

  test.each(KINDS)('%s: sets facts against reports, in words and shapes', async (kind) => {
    const { briefing } = await briefingOf(TEXTS, {
      config: 'reports: { c.txt: { include: true } }',
    });
    const page = await pageOf(briefing, kind);
    const matrix = only(classed(page, 'matrix'));
    expect(text(matrix)).toMatch(/because of cracks\.(?:\s¶\s1)?\s*$/u);
    const cells = classed(matrix, 'cell').map(({ properties }) => properties['ariaLabel']);
    expect(cells).toEqual(['states it', 'states it', 'not found in it']);
    expect(text(only(classed(page, 'missing')))).toContain('because of cracks');
  });

  test.each(KINDS)('%s: says what is not known, cited', async (kind) => {
    const { briefing } = await briefingOf(TEXTS, {
      config: 'reports: { c.txt: { include: true } }',
    });
    const open = classed(await pageOf(briefing, kind), 'open')
      .map(text)
      .join(' ');
    expect(open).toContain('It is not clear who will mend it.');
  });
});

describe('hostile text', () => {
  const HOSTILE: readonly (readonly [name: string, words: string])[] = [
    ['a script', '<script>alert(1)</script>'],
    ['a script that closes what it stands in', '</p></section></main><script>alert(1)</script>'],
    ['a picture with a handler', '<img src=x onerror=alert(1)>'],
    ['a handler on an allowed element', '<b onclick=alert(1)>bold</b>'],
    ['a link that runs', '<a href=javascript:alert(1)>here</a>'],
    ['a style', '<style>body{display:none}</style>'],
    ['a frame', '<iframe srcdoc=x></iframe>'],
    ['a form', '<form action=//evil.example><button name=id>go</button></form>'],
    ['a vector with a handler', '<svg onload=alert(1)><circle></circle></svg>'],
    ['the start of a comment', '<!-- and no end of it'],
    ['a second body', '</body></html><body onload=alert(1)>'],
    ['an id of the page', '<span id=sources popover=auto>x</span>'],
    ['a template’s braces', '{{title}} {{{body}}} {{> page}} {{#each facts}}x{{/each}}'],
    ['a template’s comment', '{{!-- gone --}}'],
    ['a character reference', '&lt;script&gt; &amp; &#60;b&#62;'],
  ];

  /** Reports that differ in nothing but the words of a quotation. */
  const WORDED: Texts = {
    'a.txt': '“Nobody will ever cross this old bridge again,” Ruth Amsel said on Monday.',
    'b.txt': '“Nobody will ever cross this bridge again,” Ruth Amsel said on Monday.',
  };

  const benign = Promise.all(
    KINDS.map(async (kind) => {
      const made = await Promise.all([BRIDGE, SPOKEN, WORDED].map((texts) => briefingOf(texts)));
      const pages = await Promise.all(made.map(({ briefing }) => pageOf(briefing, kind)));
      return [kind, new Set(pages.flatMap(shapesOf))] as const;
    }),
  );

  /** Elements and attributes of a page that no page of plain words has. */
  async function strangeIn(briefing: Briefing): Promise<readonly string[]> {
    const strange: string[] = [];
    for (const [kind, known] of await benign) {
      const page = await pageOf(briefing, kind);
      strange.push(...shapesOf(page).filter((shape) => !known.has(shape)));
      strange.push(...linksOut(page));
    }
    return strange;
  }

  const sentence = (words: string) =>
    `The bridge was closed on 3 March 2031 because of ${words} there.`;
  const speech = (words: string) =>
    `“Nobody will ever cross this bridge of ${words} again,” Ruth Amsel said.`;

  test.each(HOSTILE)('%s in plain text is shown as text', async (_, words) => {
    const { briefing } = await briefingOf({
      'a.txt': `${sentence(words)}\n\n${speech(words)}`,
      'b.txt': `${sentence(words)}\n\n${speech('stone')} Ferries sail.`,
    });
    expect(await strangeIn(briefing)).toEqual([]);
    expect(text(await pageOf(briefing))).toContain(words);
  });

  test.each(HOSTILE)('%s in Markdown is shown as text', async (_, words) => {
    const encoded = words.replace(/[<>&{}!]/gu, (mark) => `&#${mark.charCodeAt(0)};`);
    const { briefing } = await briefingOf({
      'a.md': `# Bridge closed\n\n${sentence(encoded)}\n\n${speech(encoded)}`,
      'b.txt': 'The bridge was closed on 3 March 2031.',
    });
    expect(await strangeIn(briefing)).toEqual([]);
    expect(text(await pageOf(briefing))).toContain(words);
  });

  test.each(HOSTILE)('%s as mark-up of Markdown makes none', async (_, words) => {
    const { briefing } = await briefingOf({
      'a.md': `# Bridge closed ${words}\n\n${sentence(words)}\n\n${words}\n\nFerries sail at noon.`,
      'b.txt': 'The bridge was closed on 3 March 2031.',
    });
    expect(await strangeIn(briefing)).toEqual([]);
  });

  test.each(HOSTILE)('%s in what the editor says is shown as text', async (_, words) => {
    const quoted = JSON.stringify(words);
    const config = `title: ${quoted}
reports:
  a.txt: { outlet: ${quoted}, headline: ${quoted}, authors: [${quoted}], published: 2031-03-12, inferred: { published: ${quoted} } }
`;
    const { briefing } = await briefingOf(SPOKEN, { config });
    expect(await strangeIn(briefing)).toEqual([]);
    const page = await pageOf(briefing);
    expect(text(only(elements(page, 'h1')))).toBe(words);
    // Behind that of the page stands the drawing's.
    expect(text(found(elements(page, 'title')[0]))).toBe(words);
    expect(text(found(classed(page, 'entry')[0]))).toContain(
      // The style has a mark that ends a headline behind the quotation mark.
      `${words}, “${words}”, ${words}, 12 March 2031.`.replace(';”', '”;'),
    );
  });

  test('a link of Markdown that runs is no link', async () => {
    const { briefing } = await briefingOf({
      'a.md': 'The bridge was closed [here](javascript:alert(1)) and [there](//evil.example).',
      'b.txt': 'Ferries sail.',
    });
    expect(await strangeIn(briefing)).toEqual([]);
    expect(text(await pageOf(briefing))).toContain('closed here and there');
  });

  test('the name of a file is shown as text', async () => {
    const name = 'x <img src=x onerror=alert(1)>.txt';
    const { briefing } = await briefingOf({ [name]: 'Ferries sail.', 'b.txt': 'Bridges crack.' });
    expect(await strangeIn(briefing)).toEqual([]);
    expect(text(await pageOf(briefing))).toContain(`File ${name}`);
  });

  test('controls that turn text around do not come through', async () => {
    const { briefing } = await briefingOf({
      'a.txt': 'The bridge was \u{202e}desolc\u{202c} on \u{2067}3 March\u{2069} 2031.',
      'b.txt': 'The bridge was \u{200f}closed\u{200e} on 3 March 2031. Sub\u{202d}scribe.',
    });
    expect(text(await pageOf(briefing))).not.toMatch(
      /[\u{200e}\u{200f}\u{202a}-\u{202e}\u{2066}-\u{2069}]/u,
    );
  });
});

describe('who said what', () => {
  test.each(KINDS)('%s: gives the role, the day and the way of words', async (kind) => {
    const { briefing } = await briefingOf({
      'a.txt':
        '“Nobody will drive a car or a cart over this old bridge before the first of May at all,” Mayor Ruth Amsel told the Harlow Courier on 11 March 2031.',
      'b.txt': 'Towers lean.',
    });
    const page = await pageOf(briefing, kind);
    const shown = only(classed(page, 'speakers'));
    expect(elements(shown, 'h3').map(text)).toEqual(['Ruth Amsel, Mayor']);
    const margin = text(only(classed(shown, 'margin')));
    expect(margin).toContain('When, and through whom');
    expect(margin).toContain('11 March 2031');
    expect(margin).toContain('1 (through Harlow Courier)');
  });

  test('says nothing beside words that one report has from the speaker, on no day', async () => {
    const page = await pageOfTexts({ ...SPOKEN, 'b.txt': 'Towers lean.' });
    expect(classed(only(classed(page, 'speakers')), 'margin')).toEqual([]);
  });
});

describe('grades', () => {
  const config = 'grading: admiralty\nreports:\n  a.md:\n    reliability: B\n';

  test.each(KINDS)('%s: stand beside each fact and each report', async (kind) => {
    const { briefing, analysis } = await briefingOf(BRIDGE, { config });
    const page = await pageOf(briefing, kind);
    const tags = classed(page, 'grade').map(text);
    expect(tags).toHaveLength(classed(page, 'statement').length);
    const { credibility } = found(analysis.grading);
    const given = Object.values(credibility).map(({ grade }) => `credibility ${grade}`);
    expect([...new Set(tags)].sort()).toEqual([...new Set(given)].sort());
    const entries = classed(page, 'entry').map(text);
    expect(
      entries.filter((entry) => entry.includes('Reliability B, given by the editor.')),
    ).toHaveLength(1);
    expect(entries.filter((entry) => entry.includes('Reliability not given.'))).toHaveLength(2);
    expect(text(only(classed(page, 'method')))).toContain('STANAG 2511');
  });

  test.each(KINDS)('%s: are not there where nobody asks for them', async (kind) => {
    const unasked = config.replace('grading: admiralty\n', '');
    const pages = [BRIDGE].flatMap((texts) => [pageOfTexts(texts), pageOfTexts(texts, unasked)]);
    for (const page of await Promise.all(pages)) {
      expect(text(page)).not.toMatch(/credibility|reliability/iu);
    }
    expect(text(await pageOf((await briefingOf(BRIDGE)).briefing, kind))).not.toContain('STANAG');
  });
});

// ---------------------------------------------------------------------------------------------
// Reading a page

function allElements(node: Nodes): readonly Element[] {
  const inside = 'children' in node ? node.children.flatMap(allElements) : [];
  return node.type === 'element' ? [node, ...inside] : inside;
}

const elements = (node: Nodes, tagName: string) =>
  allElements(node).filter((element) => element.tagName === tagName);

const classed = (node: Nodes, name: string) =>
  allElements(node).filter(({ properties }) => {
    const names = properties['className'];
    return Array.isArray(names) && names.includes(name);
  });

function text(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(text).join('') : '';
}

/** The numbers of the reports that a part of a page cites. */
const numbersOf = (node: Nodes) => classed(node, 'cites').map(text).join(' ').match(/\d+/gu) ?? [];

/** Which elements a page has, with which attributes. */
const shapesOf = (page: Root): readonly string[] =>
  allElements(page).flatMap(({ tagName, properties }) => [
    tagName,
    ...Object.keys(properties).map((name) => `${tagName} ${name}`),
  ]);

/** Links to anything but a place of the page; the pages that are looked at should have none. */
const linksOut = (page: Root): readonly string[] =>
  elements(page, 'a')
    .map(({ properties }) => String(properties['href']))
    .filter((href) => !href.startsWith('#'));
