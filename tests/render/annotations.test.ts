import { describe, expect, test } from 'vitest';
import { fold } from '../../src/characters.ts';
import { claimsById } from '../../src/facts.ts';
import { annotations } from '../../src/render/annotations.ts';
import type { Shared } from '../../src/render/renderer.ts';
import type { Briefing } from '../../src/types.ts';
import { BRIDGE, briefingOf, found, type Texts } from '../support.ts';

interface Selector {
  readonly type: string;
  readonly exact: string;
  readonly start: number;
  readonly end: number;
}

interface Annotation {
  readonly id: string;
  readonly body: readonly {
    readonly type: string;
    readonly value?: string;
    readonly source?: string;
  }[];
  readonly target: readonly {
    readonly source: string | { readonly id: string; readonly 'schema:sha256': string };
    readonly selector: Selector | readonly Selector[];
  }[];
}

interface Collection {
  readonly '@context': string;
  readonly id: string;
  readonly type: string;
  readonly total: number;
  readonly first: { readonly type: string; readonly items: readonly Annotation[] };
}

async function written(briefing: Briefing): Promise<Collection> {
  const { bytes } = await annotations.render(briefing, { version: '0.0.0' } as Shared);
  return JSON.parse(new TextDecoder().decode(bytes)) as Collection;
}

describe('the annotations', () => {
  test('are one collection of one page, each passage once', async () => {
    const { briefing } = await briefingOf(BRIDGE);
    const collection = await written(briefing);
    expect(collection).toMatchObject({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: 'annotations.jsonld',
      type: 'AnnotationCollection',
      generator: { type: 'Software', name: 'Synoptic', 'schema:softwareVersion': '0.0.0' },
      first: { type: 'AnnotationPage', startIndex: 0, partOf: 'annotations.jsonld' },
    });
    const ids = collection.first.items.map(({ id }) => id);
    expect(ids).toEqual(
      [...claimsById(briefing.facts).keys()].map((id) => `annotations.jsonld#${id}`),
    );
    expect(collection.total).toBe(ids.length);
  });

  test('are about the passage where it was published, and in the file', async () => {
    const { briefing } = await briefingOf(BRIDGE);
    const { first } = await written(briefing);
    const claim = found(briefing.facts[0]?.claims.find(({ report }) => report === 'a'));
    const made = found(first.items.find(({ id }) => id.endsWith(claim.id)));
    const quote = { type: 'TextQuoteSelector', exact: claim.exact };
    const report = found(briefing.reports.find(({ id }) => id === 'a'));
    expect(made.target).toMatchObject([
      { source: 'https://courier.example/bridge', selector: quote },
      {
        source: { id: 'a.md', 'schema:sha256': report.sha256 },
        selector: [quote, { type: 'TextPositionSelector', start: claim.start, end: claim.end }],
      },
    ]);
  });

  test('say which fact a passage states, and only link where it is merely close', async () => {
    const { briefing } = await briefingOf(BRIDGE);
    const { first } = await written(briefing);
    for (const fact of briefing.facts) {
      for (const { id } of fact.claims) {
        const { body } = found(first.items.find((item) => item.id.endsWith(id)));
        const values = body.flatMap(({ value }) => value ?? []);
        expect(values.includes(fact.statement.text)).toBe(!fact.uncertain.includes(id));
        expect(body.map(({ source }) => source)).toContain(`index.html#${fact.id}`);
      }
    }
  });

  test('count characters, as the standard does, not code units', async () => {
    const texts: Texts = {
      'a.txt': 'The bridge 🌉 is shut. The 𝐟erry 🚢🚢 runs at noon. Nobody was hurt.',
      'b b.txt': 'The bridge is shut. The ferry runs.',
    };
    const { briefing } = await briefingOf(texts);
    const { first } = await written(briefing);
    let checked = 0;
    for (const { target } of first.items) {
      const [{ source, selector }] = target as [Annotation['target'][number]];
      const file = typeof source === 'string' ? '' : decodeURIComponent(source.id);
      const [quote, place] = selector as readonly [Selector, Selector];
      const characters = [...(texts[file] ?? '')].slice(place.start, place.end).join('');
      expect(fold(characters)).toBe(fold(quote.exact));
      checked += 1;
    }
    expect(checked).toBe(5);
  });
});
