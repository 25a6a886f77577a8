import { describe, expect, test } from 'vitest';
import { foldStyle } from '../../src/characters.ts';
import { vocabularyOf } from '../../src/language/vocabulary.ts';
import { fromSource, sourceSpan } from '../../src/mapped-text.ts';
import {
  BLOCK_RULES,
  CHARACTER_RULES,
  INSET_RULES,
  STYLE_RULES,
} from '../../src/normalize/index.ts';
import type { Block } from '../../src/types.ts';

const whole = (text: string) => fromSource(text, 0, text.length);

describe.each(CHARACTER_RULES)('character rule $id', ({ apply, examples }) => {
  const applied = (text: string, elsewhere = '') =>
    apply(whole(text), vocabularyOf([text, elsewhere]));

  test.each(examples.map(([before, after, elsewhere = '']) => [before, after, elsewhere] as const))(
    '%j → %j',
    (before, after, elsewhere) => {
      expect(applied(before, elsewhere).text).toBe(after);
    },
  );

  test('what it makes stays traceable, from the first character to the last', () => {
    for (const [before, , elsewhere] of examples) {
      const mapped = applied(before, elsewhere);
      for (let at = 0; at < mapped.text.length; at++) {
        const { start, end } = sourceSpan(mapped, at, at + 1);
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(before.length);
        expect(start).toBeLessThan(end);
      }
    }
  });

  test('it finds nothing more to do in what it made', () => {
    for (const [, after, elsewhere] of examples) expect(applied(after, elsewhere).text).toBe(after);
  });

  test('an empty text stays empty', () => {
    expect(applied('')).toEqual({ text: '', runs: [] });
  });
});

const paragraph = (text: string): Block => ({ kind: 'paragraph', content: whole(text) });

describe.each(STYLE_RULES)('style rule $id', ({ apply, examples }) => {
  test.each(examples)('$headline $blocks → $left', ({ headline, blocks, left }) => {
    const head: Block[] =
      headline === undefined ? [] : [{ kind: 'headline', content: whole(headline) }];
    const written = apply([...head, ...blocks.map(paragraph)]);
    expect(written.map(({ content }) => content.text)).toEqual(left);
    expect(apply(written)).toEqual(written);
    const read = [...head.map(({ content }) => content.text), ...blocks];
    expect(left.map(foldStyle)).toEqual(read.map(foldStyle));
  });

  test('it finds nothing where there is nothing', () => {
    expect(apply([])).toEqual([]);
  });
});

describe.each(BLOCK_RULES)('block rule $id', ({ find, examples }) => {
  test.each(examples)('$blocks → $found', ({ blocks, found }) => {
    expect(find(blocks)).toEqual(found);
  });

  test('it finds nothing where there is nothing', () => {
    expect(find([])).toEqual([]);
  });
});

describe.each(INSET_RULES)('inset rule $id', ({ find, examples }) => {
  test.each(examples)('$blocks → $left', ({ blocks, left, found = {} }) => {
    const insets = find(blocks);
    const rest = blocks.flatMap((text, index) => {
      const own = insets.filter(({ block }) => block === index);
      const ends = own.map(({ start, length }) => start + length);
      return [0, ...ends].map((from, at) => text.slice(from, own[at]?.start).trim());
    });
    expect(rest.filter((text) => text !== '')).toEqual(left);
    const said = insets.flatMap((inset) => inset.found);
    expect(Object.fromEntries(said.map(({ field, value }) => [field, value]))).toEqual(found);
  });

  test('it finds nothing where there is nothing', () => {
    expect(find([])).toEqual([]);
  });
});

describe('the tables of rules', () => {
  const rules = [...CHARACTER_RULES, ...STYLE_RULES, ...BLOCK_RULES, ...INSET_RULES];

  test('every rule has an id of its own', () => {
    const ids = rules.map(({ id }) => id);
    expect(ids.filter((id) => !/^[a-z]+(?:-[a-z]+)*$/u.test(id))).toEqual([]);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  test('every rule says why, in a sentence', () => {
    const silent = rules.filter(({ because }) => !/^\P{Ll}.{30,}\.$/u.test(because));
    expect(silent.map(({ id }) => id)).toEqual([]);
  });

  test('every rule of characters shows what it changes', () => {
    const unshown = CHARACTER_RULES.filter(({ examples }) =>
      examples.every(([before, after]) => before === after),
    );
    expect(unshown.map(({ id }) => id)).toEqual([]);
  });

  test('every rule of blocks shows what it finds, and what it leaves', () => {
    const unshown = BLOCK_RULES.filter(
      ({ examples }) =>
        examples.every(({ found }) => found.length === 0) ||
        examples.every(({ blocks, found }) => found.length === blocks.length),
    );
    expect(unshown.map(({ id }) => id)).toEqual([]);
  });

  test('every rule of insets shows what it cuts, and what it leaves', () => {
    const unshown = INSET_RULES.filter(({ examples }) => {
      const cut = examples.flatMap(({ blocks, left }) =>
        blocks.map((text) => !left.includes(text)),
      );
      return !cut.includes(true) || !cut.includes(false);
    });
    expect(unshown.map(({ id }) => id)).toEqual([]);
  });
});
