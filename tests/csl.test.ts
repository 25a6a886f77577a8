import { describe, expect, test } from 'vitest';
import { bibtexOf } from '../src/bibtex.ts';
import { cslItem } from '../src/csl.ts';
import type { Field, Metadata, Report } from '../src/types.ts';
import { NO_METADATA } from './support.ts';

const stated = <T>(value: T): Field<T> => ({ value, basis: 'stated', because: 'here' });

/** A report with some fields known, for what cites it. */
const reportOf = (fields: Partial<Metadata>, number = 1): Report => ({
  id: `r${number}`,
  number,
  file: `r${number}.txt`,
  sha256: '0'.repeat(64),
  encoding: 'utf-8',
  part: null,
  length: 0,
  metadata: { ...NO_METADATA, ...fields },
  notes: [],
  blocks: [],
  leftOut: [],
  wide: [],
  textSpans: [],
});

const FULL = reportOf({
  outlet: stated('Brennick Courier'),
  headline: stated('Bridge closed'),
  authors: stated(['Tom Korr', 'Ilsa Korr']),
  url: stated('https://courier.example/bridge?a=1&b=2'),
  published: stated('2031-03-12'),
  language: stated('en'),
  section: stated('Town'),
});

describe('a report as an item of CSL-JSON', () => {
  test('has what is known', () => {
    expect(cslItem(FULL)).toEqual({
      id: 'brennickcourier2031-1',
      type: 'article-newspaper',
      title: 'Bridge closed',
      'container-title': 'Brennick Courier',
      author: [{ family: 'Korr', given: 'Tom' }, { literal: 'Ilsa Korr' }],
      issued: { 'date-parts': [[2031, 3, 12]] },
      URL: 'https://courier.example/bridge?a=1&b=2',
      language: 'en',
      section: 'Town',
    });
  });

  test('has nothing that is not known, but the name of its file', () => {
    expect(cslItem(reportOf({}, 7))).toEqual({
      id: 'report-7',
      type: 'article-newspaper',
      note: 'File r7.txt.',
    });
  });

  test('says what was worked out', () => {
    const published = { value: '2031-03-12', basis: 'inferred', because: 'names Tuesday' } as const;
    const item = cslItem(reportOf({ headline: stated('Bridge closed'), published }));
    expect(item.note).toBe('Date inferred.');
    expect(bibtexOf(item)).toContain('note = {Date inferred.}');
  });

  test('is a page of the Web where no outlet is known and an address is', () => {
    expect(cslItem(reportOf({ url: stated('https://courier.example/') })).type).toBe('webpage');
  });

  test.each(['Ilsa Korr', 'Staff and agencies', 'Harlow Press', 'Tom', 'Tom van Korr', 'tom Korr'])(
    'does not take “%s” apart',
    (name) => {
      expect(cslItem(reportOf({ authors: stated([name]) })).author).toEqual([{ literal: name }]);
    },
  );

  test('has no controls of direction, and no address that could end early', () => {
    const item = cslItem(
      reportOf({
        headline: stated('Bridge \u{202e}closed'),
        url: stated('https://x.example/"<b> }'),
      }),
    );
    expect(item.title).toBe('Bridge closed');
    expect(item.URL).toBe('https://x.example/%22%3Cb%3E%20%7D');
  });
});

describe('an item in BibTeX', () => {
  test('is an article of its outlet', () => {
    expect(bibtexOf(cslItem(FULL))).toBe(`@article{brennickcourier2031-1,
  author = {Korr, Tom and {Ilsa Korr}},
  title = {{Bridge closed}},
  journal = {Brennick Courier},
  year = {2031},
  month = mar,
  day = {12},
  url = {https://courier.example/bridge?a=1&b=2},
}`);
  });

  test('keeps letters of every script, and writes as characters what would be commands', () => {
    const entry = bibtexOf(
      cslItem(reportOf({ headline: stated('Жук, 50 % of \\input{x} & <b>#1_a</b> ~ ^ $5 }') })),
    );
    expect(entry).toContain(
      'title = {{Жук, 50 \\% of \\textbackslash{}input\\textbraceleft{}x\\textbraceright{} \\& ' +
        '\\textless{}b\\textgreater{}\\#1\\_a\\textless{}/b\\textgreater{} \\textasciitilde{} ' +
        '\\textasciicircum{} \\$5 \\textbraceright{}}},',
    );
  });

  test('has as many braces that close as open, whatever stands in it', () => {
    const strange = stated('}}{ \\} %} @article{x, title={');
    const entry = bibtexOf(
      cslItem(
        reportOf({ headline: strange, outlet: strange, authors: stated([strange.value ?? '']) }),
      ),
    );
    expect(entry.split('{').length).toBe(entry.split('}').length);
    let depth = 0;
    for (const mark of entry.slice(0, -1)) {
      if (mark === '{') depth += 1;
      if (mark === '}') depth -= 1;
      expect(depth).toBeGreaterThanOrEqual(0);
    }
    expect(depth).toBe(1);
  });
});
