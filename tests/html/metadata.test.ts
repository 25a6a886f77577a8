import { describe, expect, test } from 'vitest';
import { pageMetadata } from '../../src/html/metadata.ts';
import { type PageField, PLACES } from '../../src/html/statements.ts';

type Draft = readonly [field: PageField, text: string, because?: string];

const metadata = (...drafts: readonly Draft[]) =>
  pageMetadata(drafts.map(([field, text, because = 'JSON-LD']) => ({ field, text, because }))).map(
    ({ field, value, because }) => [field, value, because],
  );

const valuesOf = (field: PageField, ...drafts: readonly Draft[]) =>
  metadata(...drafts).flatMap(([name, value]) => (name === field ? [value] : []));

describe('headlines', () => {
  const HEADING = ['headline', 'Bridge shut', 'first heading'] as const;

  test.each([
    'Bridge shut | Brennick Courier',
    'Bridge shut - News - Brennick Courier',
    'Bridge shut – Courier',
    'BRIDGE SHUT · Courier',
  ])('lose what follows them in titles: %s', (title) => {
    expect(valuesOf('headline', ['headline', title, PLACES.title], HEADING)[0]).toMatch(
      /^bridge shut$/iu,
    );
  });

  test.each(['Bridge shut - for now', 'Bridge shut, mayor says', 'Town | Bridge shut'])(
    'keep what no heading shows to be something else: %s',
    (title) => {
      expect(valuesOf('headline', ['headline', title, PLACES.title])[0]).toBe(title);
    },
  );

  test('are decoded', () => {
    expect(valuesOf('headline', ['headline', 'Amsel: &#8220;Shut&#8221;\n it'])).toEqual([
      'Amsel: “Shut” it',
    ]);
  });

  test('the end of the title may name the outlet', () => {
    const drafts = [['headline', 'Bridge shut | News | Courier', PLACES.title], HEADING] as const;
    expect(valuesOf('outlet', ...drafts)).toEqual(['Courier']);
    expect(valuesOf('outlet', ['outlet', 'Brennick Courier'], ...drafts)[0]).toBe(
      'Brennick Courier',
    );
  });
});

describe('authors', () => {
  test.each([
    ['Ilsa Korr', ['Ilsa Korr']],
    ['By Ilsa Korr', ['Ilsa Korr']],
    ['By Ilsa Korr and Tom Lane', ['Ilsa Korr', 'Tom Lane']],
    ['Ilsa Korr, Tom Lane, and Eva Berg', ['Ilsa Korr', 'Tom Lane', 'Eva Berg']],
    ['ILSA KORR, Courier Staff Writer', ['ILSA KORR']],
    ['Ilsa Korr, Courier.com', ['Ilsa Korr']],
    ['Ilsa Korr | Brennick Courier', ['Ilsa Korr']],
    ['Associated Press', ['Associated Press']],
  ])('%s', (byline, names) => {
    expect(valuesOf('authors', ['authors', byline])).toEqual([names]);
  });

  test.each(['https://courier.example/korr', 'korr@courier.example', 'admin'])(
    '%s is none',
    (text) => {
      expect(valuesOf('authors', ['authors', text])).toEqual([]);
    },
  );

  test('each of one statement is named', () => {
    expect(valuesOf('authors', ['authors', 'Ilsa Korr'], ['authors', 'Tom Lane'])).toEqual([
      ['Ilsa Korr', 'Tom Lane'],
    ]);
  });
});

describe('dates', () => {
  test.each([
    ['2031-03-12', '2031-03-12'],
    ['2031-03-12T20:15:00-05:00', '2031-03-12'],
    ['2031-03-12 20:15', '2031-03-12'],
    ['20310312', '2031-03-12'],
    ['20310312T201500Z', '2031-03-12'],
    ['Wed, 12 Mar 2031 20:15:00 GMT', '2031-03-12'],
    ['Wed Mar 12 2031 20:15:00 GMT+0000', '2031-03-12'],
  ])('%s', (text, day) => {
    expect(valuesOf('published', ['published', text])).toEqual([day]);
  });

  test.each(['yesterday', '0001-01-01T00:00:00Z', '2031-13-45', ''])('%j is none', (text) => {
    expect(valuesOf('published', ['published', text])).toEqual([]);
  });

  describe('in universal time are told by the outlet’s own clock', () => {
    const UNIVERSAL = ['published', '2031-03-13T01:15:00Z'] as const;

    test.each<readonly [string, Draft]>([
      ['with its zone', ['published', '2031-03-12T20:15:00-05:00', 'meta']],
      ['without', ['published', '2031-03-12 20:15:00', 'meta']],
      ['in the byline', ['published', '2031-03-12', PLACES.byline]],
      ['in the address', ['url', 'https://courier.example/2031/03/12/bridge']],
      ['in the address, in letters', ['url', 'https://courier.example/2031/mar/12/bridge']],
    ])('%s', (_, own) => {
      expect(valuesOf('published', UNIVERSAL, own)[0]).toBe('2031-03-12');
    });

    test('where nothing tells it, they stay', () => {
      expect(valuesOf('published', UNIVERSAL)).toEqual(['2031-03-13']);
    });
  });

  test('another date contradicts, another zone does not', () => {
    const first = ['published', '2031-03-12T20:15:00-05:00'] as const;
    expect(valuesOf('published', first, ['published', '2031-03-13T01:15:00Z', 'meta'])).toEqual([
      '2031-03-12',
    ]);
    expect(valuesOf('published', first, ['published', '2031-03-20', 'meta'])).toEqual([
      '2031-03-12',
      '2031-03-20',
    ]);
  });

  test('other stories on the page do not contradict', () => {
    expect(
      valuesOf(
        'published',
        ['published', '2031-03-12'],
        ['published', '2031-02-01', 'time element'],
      ),
    ).toEqual(['2031-03-12']);
  });
});

describe('an agency that is named as publisher', () => {
  test('is the agency where the page names its outlet', () => {
    const drafts = [
      ['outlet', 'Associated Press'],
      ['outlet', 'Brennick Courier', 'meta'],
    ] as const;
    expect(metadata(...drafts)).toEqual([
      ['outlet', 'Brennick Courier', 'meta'],
      ['agency', 'Associated Press', 'JSON-LD'],
    ]);
  });

  test('is the outlet where it names none', () => {
    expect(valuesOf('outlet', ['outlet', 'Associated Press'])).toEqual(['Associated Press']);
  });
});

describe('the rest', () => {
  test.each<readonly [PageField, string, readonly unknown[]]>([
    ['url', 'https://courier.example/a#page', ['https://courier.example/a']],
    ['url', '/a', []],
    ['language', 'en_US', ['en-US']],
    ['language', 'English (US)', []],
    ['section', 'Town', ['Town']],
    ['outlet', 'https://facebook.example/courier', []],
    ['outlet', 'x'.repeat(500), []],
  ])('%s %s', (field, text, values) => {
    expect(valuesOf(field, [field, text])).toEqual(values);
  });
});
