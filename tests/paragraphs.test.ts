import { describe, expect, test } from 'vitest';
import { viewOf } from '../src/page/index.ts';
import { isNoted, notedPassages, paragraphsOf } from '../src/paragraphs.ts';
import { BRIDGE, briefingOf, found } from './support.ts';

const { briefing } = await briefingOf(BRIDGE);

/** The rows in which a view tells facts, in the order of the document. */
const toldRows = (view: ReturnType<typeof viewOf>) =>
  view.sections.flatMap(({ kind, body }) => {
    if (!['key-facts', 'speakers', 'single-report'].includes(kind)) return [];
    const { groups, speakers } = body as Record<string, { rows: Row[] }[]>;
    return (groups ?? speakers ?? []).flatMap(({ rows }) => rows);
  });

interface Row {
  readonly id: string;
  readonly paragraph: number;
  readonly said: readonly { readonly cites: readonly { readonly number: number }[] }[];
}

describe('paragraphs', () => {
  test('are numbered from 1 in the order in which the document tells them', () => {
    const rows = toldRows(viewOf(briefing, '0.0.0'));
    expect(rows.length).toBe(briefing.facts.length);
    expect(rows.map(({ paragraph }) => paragraph)).toEqual(rows.map((_, index) => index + 1));
  });

  test('follow the editor’s order of parts', async () => {
    const turned = await briefingOf(BRIDGE, {
      config: 'sections: [single-report, speakers, key-facts]',
    });
    const rows = toldRows(viewOf(turned.briefing, '0.0.0'));
    expect(rows.map(({ paragraph }) => paragraph)).toEqual(rows.map((_, index) => index + 1));
  });

  test('are those of the bottom line, where nothing else tells a fact', async () => {
    const alone = await briefingOf(BRIDGE, { config: 'sections: [bottom-line]' });
    const [lead] = alone.briefing.sections;
    expect([...paragraphsOf(alone.briefing).keys()]).toEqual(lead && 'facts' in lead && lead.facts);
  });
});

describe('notes', () => {
  test('are there for facts of several passages, and for those whose words were changed', () => {
    const view = viewOf(briefing, '0.0.0');
    const notes = found(view.withNotes.sections.find(({ kind }) => kind === 'notes'));
    const { notes: all } = notes.body as { notes: { fact: string; passages: { id: string }[] }[] };
    const expected = briefing.facts.filter(isNoted).map(({ id }) => id);
    expect(expected.length).toBeGreaterThan(1);
    expect(expected.length).toBeLessThan(briefing.facts.length);
    expect(all.map(({ fact }) => fact).sort()).toEqual([...expected].sort());
    const ids = all.flatMap(({ passages }) => passages.map(({ id }) => id));
    expect([...notedPassages(briefing).values()].sort()).toEqual([...ids].sort());
  });

  test('stand before the sources, and last where the editor moved those to the head', async () => {
    const orderOf = async (config: string) =>
      viewOf((await briefingOf(BRIDGE, { config })).briefing, '0.0.0').withNotes.sections.map(
        ({ kind }) => kind,
      );
    expect(await orderOf('sections: [key-facts, sources, method]')).toEqual([
      'key-facts',
      'notes',
      'sources',
      'method',
    ]);
    expect(await orderOf('sections: [sources, key-facts, method]')).toEqual([
      'sources',
      'key-facts',
      'method',
      'notes',
    ]);
  });
});

describe('an entry of the sources', () => {
  test('names the paragraphs that cite it, runs of three and more taken together', () => {
    const view = viewOf(briefing, '0.0.0');
    const rows = toldRows(view);
    const citing = view.citedIn.map(({ source, runs }) => ({
      source,
      paragraphs: runs.flatMap(({ first, last }) =>
        Array.from(
          { length: (last ?? first).number - first.number + 1 },
          (_, index) => first.number + index,
        ),
      ),
    }));
    for (const [index, { source, paragraphs }] of citing.entries()) {
      expect(source).toBe(`source-${index + 1}`);
      const own = rows.filter(({ said }) =>
        said.some(({ cites }) => cites.some(({ number }) => number === index + 1)),
      );
      expect(own.length).toBeGreaterThan(1);
      expect(paragraphs).toEqual(expect.arrayContaining(own.map(({ paragraph }) => paragraph)));
    }
    expect(view.citedIn.flatMap(({ runs }) => runs).some(({ last }) => last !== null)).toBe(true);
  });
});
