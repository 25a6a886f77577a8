import { describe, expect, test } from 'vitest';
import { sentencesOf } from '../../src/extract/sentences.ts';
import { tokenize } from '../../src/extract/tokens.ts';
import { END_RULES, endRule, PLACE } from '../../src/language/sentence-ends.ts';

const split = (text: string) =>
  sentencesOf(text, tokenize).map(({ start, end }) => text.slice(start, end));

/** The rules that decide something in a text with bars where its sentences end. */
function deciding(marked: string): readonly (string | undefined)[] {
  const text = marked.replaceAll('|', '');
  let length = 0;
  const ends = marked.split('|').map((sentence) => (length += sentence.length));
  return Array.from(text.matchAll(PLACE), ({ 0: marks, index }) => {
    const start = ends.findLast((end) => end <= index) ?? 0;
    return endRule(text, start, index + marks.length)?.id;
  });
}

describe.each(END_RULES)('rule $id', ({ id, examples }) => {
  test.each(examples.map((marked) => [marked]))('%s', (marked) => {
    const sentences = marked.split('|').map((sentence) => sentence.trim());
    expect(split(marked.replaceAll('|', ''))).toEqual(sentences);
  });

  test('decides in an example of its own', () => {
    expect(examples.flatMap(deciding)).toContain(id);
  });
});

describe('the table of rules', () => {
  test('every rule has an id of its own', () => {
    const ids = END_RULES.map(({ id }) => id);
    expect(ids.filter((id) => !/^[a-z]+(?:-[a-z]+)*$/u.test(id))).toEqual([]);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  test('every rule says why, in a sentence', () => {
    const silent = END_RULES.filter(({ because }) => !/^\P{Ll}.{30,}\.$/u.test(because));
    expect(silent.map(({ id }) => id)).toEqual([]);
  });

  test('no rule remembers where it matched last', () => {
    const flags = END_RULES.flatMap(({ before, behind }) => [before.flags, behind.flags]);
    expect(flags.filter((flag) => /[gy]/u.test(flag))).toEqual([]);
  });
});
