import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { beforeAll, describe, expect, test } from 'vitest';
import { INVISIBLE, inPlain } from '../../src/characters.ts';
import type { Briefing, Report } from '../../src/types.ts';
import { type MadeFiles, madeFiles } from '../made-files.ts';
import { BRIDGE, briefingOf, found } from '../support.ts';

/**
 * Outlets and headlines with all that has a meaning in the formats that list sources: whoever reads
 * these finds what was written into them, and nothing more.
 */

const HOSTILE: Readonly<Record<string, string>> = {
  braces: 'The {Post} }{ Times } and {{title}}',
  backslashes: 'Post\\ \\N \\n \\" \\textbf{x} ends\\',
  'ends of lines': 'First\nSecond\r\nThird\u2028Fourth\u2029Fifth\u0085Sixth',
  controls: 'Bell\u0007 null\u0000 back\u0008 escape\u001b[31m delete\u007f',
  'quotation marks': `"Post" 'Times' \`\`tick'' “curly” «angle»`,
  'what turns text around': 'Po\u202est \u2066Times\u2069 \u200fend\u200e',
  'ends of strings and objects': '"}], "x": [{"y": " --> */ ; } digraph { n1 -> n2',
  'characters of HTML': 'A &amp; B &lt;i&gt; &#38; AT&T & co. <b>bold</b> <!-- x -->',
  'commands of TeX': '100 % of $5_000^2 ~ #1 & <others> @article{x, note = "y"}',
  'marks of Markdown':
    '# Post *bold* _under_ [a](http://x.example) ![b](c) `code` | cell | > quote ~~s~~ [^1] $x$ - 1. x',
  'names of two': 'Ann Field and Tom Lane, Jr. and {others}',
  'other scripts': 'الصحيفة 日报 🌉 Ελλάδα Газета',
  'ten thousand letters': `Post ${'longname'.repeat(1250)}`,
};

const NAMES = Object.keys(HOSTILE);
/** How many tame reports stand before them. */
const FIRST = 3;

const FORMATS = ['csl', 'bibtex', 'dot', 'markdown', 'text'] as const;

let briefing: Briefing;
let files: MadeFiles;

/** A report with a value as its outlet, its headline and its author, whatever reading would make of it. */
function named(report: Report, number: number, value: string): Report {
  const stated = <T>(field: T) => ({ value: field, basis: 'stated', because: null }) as const;
  const id = `r${number}`;
  const metadata = {
    ...report.metadata,
    outlet: stated(value),
    headline: stated(value),
    authors: stated([value]),
    url: stated(`https://post.example/a?b={c}&d=%20"e"\\f`),
  };
  return { ...report, id, number, file: `${id}.txt`, metadata };
}

beforeAll(async () => {
  const { briefing: made } = await briefingOf(BRIDGE);
  const reports = NAMES.map((name, at) =>
    named(found(made.reports[at % FIRST]), at + FIRST + 1, found(HOSTILE[name])),
  );
  const nodes = reports.map(({ id }, at) => ({
    id,
    name: found(HOSTILE[found(NAMES[at])]),
    kind: 'report' as const,
    report: id,
  }));
  const analysis = { ...made.analysis, reliance: { nodes, edges: [] } };
  const title = { ...made.title, text: Object.values(HOSTILE).slice(0, -1).join(' ') };
  briefing = { ...made, title, analysis, reports: [...made.reports, ...reports] };
  files = await madeFiles(briefing, FORMATS);
});

/** What any format shows of a value: in plain characters, in one line. */
const plainOf = (name: string) => inPlain(found(HOSTILE[name]));

test('no file holds what is not seen, or turns what stands around it', () => {
  for (const format of FORMATS) {
    const text = files.textOf(format).replaceAll('\n', '');
    expect([format, text.match(INVISIBLE)]).toEqual([format, null]);
  }
});

describe('CSL-JSON', () => {
  test.each(NAMES)('gives back %s', (name) => {
    const item = JSON.parse(files.textOf('csl'))[FIRST + NAMES.indexOf(name)];
    const values = [item.title, item['container-title'], item.author[0].literal];
    expect(values).toEqual([1, 2, 3].map(() => plainOf(name)));
    expect(item.id.length).toBeLessThan(60);
    expect(URL.canParse(item.URL)).toBe(true);
  });
});

describe('BibTeX', () => {
  test.each(NAMES)('gives back %s', (name) => {
    const entry = found(entriesOf(files.textOf('bibtex'))[FIRST + NAMES.indexOf(name)]);
    const { title, journal, author } = entry.fields;
    expect([title, journal, author].map(unescaped)).toEqual([1, 2, 3].map(() => plainOf(name)));
    expect(entry.key).toMatch(/^[a-z0-9-]{1,59}$/u);
    expect(entry.fields['url']).not.toMatch(/[\s{}\\"]/u);
  });

  test('holds an entry a report, and nothing between them', () => {
    expect(entriesOf(files.textOf('bibtex'))).toHaveLength(briefing.reports.length);
  });
});

interface Entry {
  readonly key: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** Read BibTeX as BibTeX does: braces count even behind a backslash, and all between entries is a comment. */
function entriesOf(text: string): readonly Entry[] {
  const entries: Entry[] = [];
  let at = 0;
  const take = (pattern: RegExp): string => {
    const sticky = new RegExp(pattern, 'uy');
    sticky.lastIndex = at;
    const match = sticky.exec(text);
    if (!match) throw new Error(`Unexpected "${text.slice(at, at + 40)}", expected ${pattern}`);
    at = sticky.lastIndex;
    return match[1] ?? '';
  };
  const value = (): string => {
    if (text[at] !== '{') return take(/(\w+)/u);
    const start = at + 1;
    for (let depth = 0; ; at += 1) {
      if (text[at] === undefined) throw new Error('Unexpected end, expected a brace');
      if (text[at] === '{') depth += 1;
      if (text[at] === '}') depth -= 1;
      if (depth === 0) break;
    }
    at += 1;
    return text.slice(start, at - 1);
  };
  take(/\s*/u);
  while (at < text.length) {
    take(/@\w+\{/u);
    const key = take(/([^,\s]+),\s*/u);
    const fields: Record<string, string> = {};
    while (text[at] !== '}') {
      const name = take(/(\w+) = /u);
      fields[name] = value();
      take(/,\s*/u);
    }
    take(/\}\s*/u);
    entries.push({ key, fields });
  }
  return entries;
}

const COMMANDS: Readonly<Record<string, string>> = {
  textbackslash: '\\',
  textbraceleft: '{',
  textbraceright: '}',
  textasciitilde: '~',
  textasciicircum: '^',
  textless: '<',
  textgreater: '>',
};

/** What TeX sets for a value. @throws Error where a command is none of those that are known. */
const unescaped = (value = ''): string =>
  value
    .replaceAll('---', '—')
    .replaceAll('--', '–')
    .replaceAll('``', '“')
    .replaceAll("''", '”')
    .replace(/\\([a-z]+)\{\}|\\(.)|[{}]/gu, (whole, command: string, mark: string) => {
      if (whole === '{' || whole === '}') return '';
      const shown = command === undefined ? mark : COMMANDS[command];
      if (shown === undefined || (mark && !/[&%$#_]/u.test(mark))) throw new Error(whole);
      return shown;
    });

describe('DOT', () => {
  const labels = () =>
    Array.from(
      files.textOf('dot').matchAll(/^ {2}n\d+ \[label="((?:[^"\\]|\\.)*)", shape=box\];$/gmu),
    );

  test.each(NAMES)('gives back %s', (name) => {
    const [, label = ''] = found(labels()[NAMES.indexOf(name)]);
    const shown = label
      .replace(/\\(.)/gu, (whole, mark: string) => {
        if (mark !== '"' && mark !== '\\') throw new Error(whole);
        return mark;
      })
      .replace(/&(#?\w+);/gu, (reference, called: string) => {
        if (called !== 'amp') throw new Error(reference);
        return '&';
      });
    expect(shown).toBe(plainOf(name));
  });

  test('is made of its own lines alone', () => {
    const lines = files.textOf('dot').trimEnd().split('\n');
    expect(lines).toHaveLength(NAMES.length + 3);
    expect(lines[0]).toMatch(/^digraph "(?:[^"\\]|\\.)*" \{$/u);
    expect(labels()).toHaveLength(NAMES.length);
  });
});

const textOf = (node: Nodes): string => {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
};

const kindsIn = (node: Nodes): readonly string[] => [
  node.type,
  ...('children' in node ? node.children.flatMap(kindsIn) : []),
];

/**
 * Without spaces, since lines break where they will, and without quotation marks, which a style of
 * citation turns and puts points into.
 */
const closed = (text: string) => inPlain(text).replace(/[\s"'`“”‘’«»‹›]+/gu, '');

describe('Markdown', () => {
  test.each(NAMES)('gives back %s, as words alone', (name) => {
    const tree = unified().use(remarkParse).use(remarkGfm).parse(files.textOf('markdown'));
    const heading = `Source ${FIRST + NAMES.indexOf(name) + 1}`;
    const at = tree.children.findIndex((node) => textOf(node) === heading);
    const entry = found(tree.children[at + 1]);
    expect(new Set(kindsIn(entry))).toEqual(new Set(['paragraph', 'text', 'emphasis', 'link']));
    // As author, headline and outlet.
    const words = closed(textOf(entry)).split(closed(plainOf(name)));
    expect(words.length).toBeGreaterThanOrEqual(3);
  });
});

describe('text', () => {
  test.each(NAMES)('gives back %s', (name) => {
    const words = closed(files.textOf('text')).split(closed(plainOf(name)));
    expect(words.length).toBeGreaterThanOrEqual(3);
  });

  test('has no line that is longer than a mail takes, addresses aside', () => {
    const lines = files.textOf('text').split('\n');
    const long = lines.filter((line) => Array.from(line).length > 73 && !/<https?:/u.test(line));
    expect(long).toEqual([]);
  });
});
