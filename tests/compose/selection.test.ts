import { describe, expect, test } from 'vitest';
import { LASTING, PARTS } from '../../src/parts.ts';
import { briefingSchema } from '../../src/render/json-schema.ts';
import { toJson } from '../../src/render/plain.ts';
import type { Briefing } from '../../src/types.ts';
import { BRIDGE, briefingOf } from '../support.ts';

/** Which parts an editor has, and in which order. */

const kinds = ({ sections }: Briefing) => sections.map(({ kind }) => kind);
const chosen = async (sections: string) =>
  (await briefingOf(BRIDGE, { config: `sections: ${sections}` })).briefing;

describe('parts that the editor lists', () => {
  test('are all, in the usual order, where he lists none', async () => {
    const { briefing } = await briefingOf(BRIDGE);
    const made = kinds(briefing);
    expect(made.length).toBeGreaterThan(6);
    expect(made).toEqual(PARTS.filter((part) => (made as string[]).includes(part)));
  });

  test('stand in his order, and no others', async () => {
    expect(kinds(await chosen('[timeline, method, key-facts, sources]'))).toEqual([
      'timeline',
      'method',
      'key-facts',
      'sources',
    ]);
  });

  test('have sources and method behind them where he does not say where', async () => {
    expect(kinds(await chosen('[key-facts]'))).toEqual(['key-facts', ...LASTING]);
    expect(kinds(await chosen('[method, key-facts]'))).toEqual(['method', 'key-facts', 'sources']);
  });

  test('have his headings', async () => {
    const { sections } = await chosen(
      '[{part: timeline, heading: Chronology}, {part: sources, heading: Reports}, speakers]',
    );
    expect(sections.map(({ heading }) => heading)).toEqual([
      'Chronology',
      'Reports',
      'Who said what',
      'Method and limits',
    ]);
  });

  test('may be of his own, and are named so in the data', async () => {
    const briefing = await chosen('[{template: for-readers.hbs, heading: Background}, timeline]');
    expect(briefing.sections[0]).toEqual({
      kind: 'editors',
      heading: 'Background',
      template: 'for-readers.hbs',
    });
    expect(briefingSchema.parse(toJson(briefing)).sections.slice(0, 2)).toEqual([
      { part: 'editors', heading: 'Background', template: 'for-readers.hbs' },
      { part: 'timeline', heading: 'Timeline' },
    ]);
  });
});

describe('a part that is switched off', () => {
  test.each(PARTS)('takes nothing from the data, and the title stays: %s', async (part) => {
    const { briefing: whole } = await briefingOf(BRIDGE);
    const without = await chosen(`[${PARTS.filter((name) => name !== part).join(', ')}]`);
    expect(without.title).toEqual(whole.title);
    const data = ({ sections, ...rest }: ReturnType<typeof toJson>) => rest;
    expect(data(toJson(without))).toEqual(data(toJson(whole)));
    expect((kinds(without) as string[]).includes(part)).toBe(LASTING.includes(part));
  });
});
