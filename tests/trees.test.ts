import { toHtml } from 'hast-util-to-html';
import { describe, expect, test } from 'vitest';
import { statementOf } from '../src/statement.ts';
import { bareText, excerptTree, inSpelling, statementTree, versionTree } from '../src/trees.ts';
import { claimsIn, found } from './support.ts';

const marked = (version: string, statement: string) =>
  toHtml({ type: 'root', children: versionTree(version, statement) });

describe('a version beside the statement', () => {
  const STATEMENT = 'The town closed the old bridge on Tuesday after a flood.';

  test.each([
    ['the same words', STATEMENT, STATEMENT],
    [
      'words added',
      'The town closed the old stone bridge on Tuesday after a flood.',
      'The town closed the old <ins>stone</ins> bridge on Tuesday after a flood.',
    ],
    [
      'words in place of others',
      'The town closed the new bridge on Tuesday after a flood.',
      'The town closed the <ins class="replaced" title="in the statement: old">new</ins> bridge on Tuesday after a flood.',
    ],
    [
      'words left out',
      'The town closed the bridge on Tuesday after a flood.',
      'The town closed the <span class="omitted" title="leaves out: old" role="img" aria-label="leaves out: old">[…]</span>bridge on Tuesday after a flood.',
    ],
    ['other marks', STATEMENT.replace('.', '!'), STATEMENT.replace('.', '!')],
    ['hardly a word in common', 'Ferries sail at noon.', 'Ferries sail at noon.'],
  ])('with %s', (_, version, expected) => {
    expect(marked(version, STATEMENT)).toBe(expected);
  });

  test('shows no word but its own', () => {
    const version = 'On Tuesday the town shut the bridge, police said.';
    const text = marked(version, STATEMENT).replace(/<span.*?<\/span>|<[^>]*>/gu, '');
    expect(text.replace(/\s+/gu, ' ').trim()).toBe(version);
  });
});

test('what stands in brackets is no word that a version could lack', () => {
  const statement = statementOf(found(claimsIn('It fell on Tuesday because of rain.')[0]));
  expect(statement.text).toContain('[');
  expect(bareText(statement).replace(/\s+/gu, ' ')).toBe('It fell on Tuesday because of rain.');
});

describe('an excerpt', () => {
  const around = (text: string, value: string) =>
    toHtml({ type: 'root', children: excerptTree(text, value) });

  test('marks the value in the words around it', () => {
    expect(around('It has 12 pillars.', '12 pillars')).toBe('It has <strong>12 pillars</strong>.');
  });

  test('is cut on both sides', () => {
    const text = `${'so '.repeat(12)}12 pillars${' and on'.repeat(12)}`;
    expect(around(text, '12 pillars')).toMatch(
      /^… so (?:so ){9}<strong>12 pillars<\/strong> and .* …$/u,
    );
  });

  test('is the value alone where the passage lacks it', () => {
    expect(around('It has pillars.', '12')).toBe('<strong>12</strong>');
  });
});

describe('a name in another spelling', () => {
  const SPELLING = [
    { form: 'Antony Field', printed: 'Anthony Field', by: 'reports' },
    { form: 'Lisck', printed: 'Lisk', by: 'editor' },
  ] as const;
  const toText = (children: ReturnType<typeof inSpelling>) => toHtml({ type: 'root', children });

  test('has the report’s own in a title', () => {
    const tree = statementTree({
      text: 'Lisk burned [11 March].',
      claim: 'c',
      pieces: [
        { kind: 'omitted', text: 'Lisck', reason: 'spelling', start: 0, end: 5 },
        { kind: 'added', text: 'Lisk', reason: 'spelling' },
        { kind: 'passage', text: ' burned', start: 5, end: 12 },
        { kind: 'added', text: ' [11 March]', reason: 'date' },
        { kind: 'added', text: '.', reason: 'full-stop' },
      ],
    });
    expect(toText(tree)).toBe(
      '<span class="respelled" title="in the report: Lisck">Lisk</span> burned <span class="added" title="added: the date that is meant">[11 March]</span>.',
    );
  });

  test('is no other word of a version', () => {
    const children = versionTree(
      'Mayor Antony Field left Lisck today.',
      'Mayor Anthony Field left Lisk today.',
      SPELLING,
    );
    expect(toText(children)).toBe('Mayor Antony Field left Lisck today.');
  });

  test('is put into a tree, not into its quotations', () => {
    const children = inSpelling(excerptTree('In Lisck “Lisck burned” twice.', 'twice'), SPELLING);
    expect(toText(children)).toBe(
      'In <span class="respelled" title="in the report: Lisck">Lisk</span> “Lisck burned” <strong>twice</strong>.',
    );
  });
});
