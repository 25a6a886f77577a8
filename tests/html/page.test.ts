import { describe, expect, test } from 'vitest';
import { readPage, readRich } from '../../src/html/index.ts';

const SENTENCE =
  'The town of Brennick closed its old bridge on Tuesday, after inspectors found cracks in it. ';

/** Paragraphs of a report that is long enough to be found. */
const paragraphs = (count = 5, attributes = ''): string =>
  Array.from(
    { length: count },
    (_, at) => `<p${attributes}>Part ${at}. ${SENTENCE.repeat(2)}</p>`,
  ).join('\n');

const page = (body: string, head = ''): string =>
  `<!doctype html><html lang="en"><head><title>Bridge shut | Courier</title>${head}</head><body>${body}</body></html>`;

const read = (source: string) => readPage(source, 'a.html');

/** The kind of the block that holds some words. */
const kindOf = (source: string, words: string) =>
  read(source).blocks.find(({ content }) => content.text.includes(words))?.kind;

describe('the report of a page', () => {
  test.each([
    [
      'a menu',
      '<nav><a href="/">Home of the Courier</a></nav>',
      '',
      'Home of the Courier',
      'furniture',
    ],
    [
      'a caption',
      '',
      '<figure><figcaption>The bridge in May.</figcaption></figure>',
      'in May',
      'caption',
    ],
    [
      'a link to another story',
      '',
      '<p><a href="/x">Ferry prices rise again</a></p>',
      'Ferry',
      'promotion',
    ],
    [
      'a box of stories',
      '',
      '<div class="related-stories"><p>Ferry prices rise.</p></div>',
      'Ferry',
      'furniture',
    ],
    ['a heading', '', '<h2>Cracks in two pillars</h2>', 'Cracks in', 'heading'],
    ['a list', '', '<ul><li>The north pillar is worst.</li></ul>', 'north', 'paragraph'],
    ['a paragraph that the finder dropped', '', '<div>Short.</div>', 'Short.', 'paragraph'],
    [
      'a sentence that is a link',
      '',
      '<p><a href="/x">The mayor closed it.</a></p>',
      'mayor',
      'paragraph',
    ],
  ])('%s', (_, before, inside, words, kind) => {
    const source = page(
      `${before}<article><h1>Bridge shut</h1>${paragraphs(3)}${inside}${paragraphs(3)}</article>`,
    );
    expect(kindOf(source, words)).toBe(kind);
    expect(kindOf(source, 'Part 0.')).toBe('paragraph');
    expect(kindOf(source, 'Bridge shut')).toBe('headline');
  });

  test('a post that is shown in it', () => {
    const post = '<blockquote class="twitter-tweet"><p>We are shut.</p>— Ruth Amsel</blockquote>';
    expect(
      kindOf(page(`<article>${paragraphs(3)}${post}${paragraphs(3)}</article>`), 'We are shut'),
    ).not.toBe('paragraph');
  });

  test('is not lost for how its maker calls its paragraphs', () => {
    const source = page(`<article>${paragraphs(6, ' class="paywall"')}</article>`);
    expect(kindOf(source, 'Part 3.')).toBe('paragraph');
  });

  test('paragraphs of the same class belong to it, wherever they stand', () => {
    const apart = '<div><div class="story-text">The cost is not known.</div></div>';
    const source = page(`<article>${paragraphs(6, ' class="story-text"')}</article>${apart}`);
    expect(kindOf(source, 'The cost')).toBe('paragraph');
  });

  test('every word of the page is in a block', () => {
    const source = page(
      `<nav>Home</nav><article>${paragraphs()}</article><footer>Imprint</footer>`,
    );
    const words = read(source).blocks.map(({ content }) => content.text);
    expect(words.filter((text) => /Home|Imprint/u.test(text))).toHaveLength(2);
  });

  test('a page without one is refused', () => {
    expect(read(page('<nav><a href="/">Home</a></nav>')).messages).toMatchObject([
      { ruleId: 'no-article' },
    ]);
  });

  test('a page that nests too deeply is refused', () => {
    expect(read(page('<div>'.repeat(600))).messages).toMatchObject([{ ruleId: 'too-deep' }]);
  });

  test('letters that could not be read are said', () => {
    const source = page(
      `<article>${paragraphs()}<p>Caf\u{fffd} owners said nothing at all.</p></article>`,
    );
    expect(read(source).messages).toMatchObject([{ ruleId: 'undecodable' }]);
    expect(read(page(`<nav>Caf\u{fffd}</nav><article>${paragraphs()}</article>`)).messages).toEqual(
      [],
    );
  });
});

describe('what a page states of itself', () => {
  const found = (body: string, head = '') =>
    Object.fromEntries(
      read(page(`${body}<article>${paragraphs()}</article>`, head))
        .found.toReversed()
        .map(({ field, value, because }) => [field, [value, because]]),
    );

  test.each([
    [
      'JSON-LD',
      '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Old bridge shut"}</script>',
      'headline',
      ['Old bridge shut', 'JSON-LD headline'],
    ],
    [
      'Open Graph',
      '<meta property="og:site_name" content="Brennick Courier">',
      'outlet',
      ['Brennick Courier', 'meta og:site_name'],
    ],
    [
      'meta elements',
      '<meta name="DC.date" content="2031-03-12">',
      'published',
      ['2031-03-12', 'meta DC.date'],
    ],
    [
      'the canonical link',
      '<link rel="canonical" href="https://courier.example/a">',
      'url',
      ['https://courier.example/a', 'canonical link'],
    ],
    [
      'the browser that saved it',
      '<!-- saved from url=(0025)https://courier.example/b -->',
      'url',
      ['https://courier.example/b', 'note of the browser that saved it'],
    ],
    ['its language', '', 'language', ['en', 'lang of the page']],
    ['its title', '', 'headline', ['Bridge shut | Courier', 'title of the page']],
  ])('in %s', (_, head, field, expected) => {
    expect(found('', head)[field]).toEqual(expected);
  });

  test.each([
    [
      'microdata',
      '<span itemprop="author" itemscope><b itemprop="name">Ilsa Korr</b></span>',
      'authors',
      [['Ilsa Korr'], 'microdata author'],
    ],
    [
      'a time',
      '<time datetime="2031-03-12T10:00:00-05:00">Wednesday</time>',
      'published',
      ['2031-03-12', 'time element'],
    ],
    [
      'a link to the author',
      '<a rel="author" href="/korr">Ilsa Korr</a>',
      'authors',
      [['Ilsa Korr'], 'link to the author'],
    ],
    ['a heading', '<h1>Bridge shut</h1>', 'headline', ['Bridge shut', 'first heading']],
    [
      'a byline',
      '<h1>Bridge shut</h1><div>By Ilsa Korr</div>',
      'authors',
      [['Ilsa Korr'], 'byline of the report'],
    ],
    [
      'a date below the headline',
      '<h1>Bridge shut</h1><div>Published 2031-03-12 in Brennick</div>',
      'published',
      ['2031-03-12', 'byline of the report'],
    ],
    [
      'a date of change',
      '<h1>Bridge shut</h1><div>Updated 2031-03-13</div>',
      'updated',
      ['2031-03-13', 'byline of the report'],
    ],
  ])('in %s', (_, body, field, expected) => {
    expect(found(body)[field]).toEqual(expected);
  });

  test('in the titles of drawings nothing', () => {
    const drawing = '<svg><title>Logo of the Courier</title></svg>';
    expect(
      JSON.stringify(read(page(`${drawing}<article>${paragraphs()}</article>`)).found),
    ).not.toContain('Logo');
  });
});

test('mark-up that is all report', () => {
  const source =
    '<h1>Bridge shut</h1><p>2031-03-12</p><p>It was closed.</p><h2>Cost</h2><ul><li>At noon.</li></ul>';
  const { blocks, found } = readRich(source, 'a.eml');
  expect(blocks.map(({ kind, content }) => [kind, content.text])).toEqual([
    ['headline', 'Bridge shut'],
    ['dateline', '2031-03-12'],
    ['paragraph', 'It was closed.'],
    ['heading', 'Cost'],
    ['paragraph', 'At noon.'],
  ]);
  expect(found.map(({ field, value }) => [field, value])).toEqual([
    ['headline', 'Bridge shut'],
    ['published', '2031-03-12'],
  ]);
});
