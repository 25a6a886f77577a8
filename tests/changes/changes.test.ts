import { readFileSync } from 'node:fs';
import { HtmlValidate } from 'html-validate';
import { describe, expect, test } from 'vitest';
import {
  type Compared,
  changesMarkdown,
  changesPage,
  changesText,
} from '../../src/changes/index.ts';
import { diff } from '../../src/diff/index.ts';
import { toldChanges } from '../../src/told-changes.ts';
import type { EditionRecord } from '../../src/types.ts';
import { cases, editionsOf } from '../diff/support.ts';

function comparedOf(before: EditionRecord, after: EditionRecord): Compared {
  const changes = diff(before, after);
  return { before, after, changes, groups: toldChanges(changes) };
}

const compared = async (name: string): Promise<Compared> => {
  const { before, after } = await editionsOf(name);
  return comparedOf(before, after);
};

const style = (name: string) =>
  readFileSync(new URL(`../../templates/${name}.css`, import.meta.url), 'utf8');

const TOOLS = {
  templates: new Map([
    ['styles/theme.css', style('themes/broadsheet')],
    ['styles/changes.css', style('styles/changes')],
  ]),
  generator: 'Synoptic 1.2.3',
};

const figure = await compared('corrected-figure');

describe('changes on a terminal', () => {
  test('are grouped, with what was said before', () => {
    expect(changesText(figure)).toBe(
      [
        'Edition 2, made 2 May 2031, against edition 1, made 1 May 2031',
        '1 report corrected, 1 fact corrected; 4 facts from 2 reports now.',
        '',
        'Reports',
        '  - Harrow Bay Courier (a.md)',
        '    (corrected)',
        '',
        'Corrected',
        '  - The accident injured 14 people, the coast guard said.',
        '    before: The accident injured 12 people, the coast guard said.',
        '    (changed by a correction of a.md)',
      ].join('\n'),
    );
  });

  test('steer none', () => {
    const text = changesText(hostile('\u001b[2J\u202e\nNothing changed'));
    expect([...'\u001b\u202e'].some((steering) => text.includes(steering))).toBe(false);
    expect(text.match(/^Nothing changed/gmu)).toBeNull();
  });
});

describe('changes in Markdown', () => {
  test('are headings and lists', () => {
    expect(changesMarkdown(figure)).toContain(
      [
        '## Corrected',
        '',
        '- The accident injured 14 people, the coast guard said.',
        '',
        '  Before: The accident injured 12 people, the coast guard said.',
        '',
        '  *changed by a correction of a.md*',
        '',
      ].join('\n'),
    );
  });

  test('are no mark-up of a report’s making', () => {
    const text = changesMarkdown(hostile('# [x](https://evil.example) <b>*y*</b>'));
    expect(text).toContain('- \\# \\[x]\\(https\\://evil.example) \\<b>\\*y\\*\\</b>');
  });
});

describe('the page of changes', () => {
  test('marks what differs in the statement of either edition', () => {
    const html = changesPage(figure, TOOLS);
    expect(html).toContain('injured <ins>14</ins> people');
    expect(html).toContain('injured <s>12</s> people');
  });

  test('lets in its own styles alone', () => {
    const html = changesPage(figure, TOOLS).replaceAll('&#x27;', "'");
    expect(html).toMatch(
      /content="default-src 'none'; script-src 'none'; style-src 'sha256-[^']+'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'/u,
    );
    expect(html).not.toMatch(/<script|<link|url\(|style="/u);
  });

  test('is no page of a report’s making', () => {
    const html = changesPage(hostile('</style><script>alert(1)</script>'), TOOLS);
    expect(html).not.toContain('<script');
  });

  test.each(cases)('is sound HTML: %s', async (name) => {
    const checker = new HtmlValidate({
      extends: ['html-validate:recommended'],
      // Titles are the briefing's.
      rules: { 'long-title': 'off' },
    });
    const { results } = await checker.validateString(changesPage(await compared(name), TOOLS));
    expect(results.flatMap(({ messages }) => messages.map((made) => made.message))).toEqual([]);
  });
});

/** Two editions, the later of which says something in its title and its facts. */
function hostile(words: string): Compared {
  const { before, after } = figure;
  const facts = after.facts.map((fact) => ({ ...fact, statement: `${words} ${fact.statement}` }));
  return comparedOf(before, { ...after, title: words, facts });
}
