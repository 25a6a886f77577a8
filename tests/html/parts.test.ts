import { h } from 'hastscript';
import { describe, expect, test } from 'vitest';
import { isUnseen, PAGE_PARTS, partOf } from '../../src/html/parts.ts';

describe('parts of a page', () => {
  test.each([
    ['figcaption', 'caption'],
    ['span.photo-credit', 'caption'],
    ['p.article__imageCaption', 'caption'],
    ['blockquote.twitter-tweet', 'embed'],
    ['div.instagram-media', 'embed'],
    ['p.byline', 'byline'],
    ['time', 'byline'],
    ['div.author-bio', 'byline'],
    ['h2.sub-headline', 'heading'],
    ['aside', 'promotion'],
    ['div.related-stories', 'promotion'],
    ['section#newsletterSignup', 'promotion'],
    ['div.ad', 'promotion'],
    ['nav', 'furniture'],
    ['footer', 'furniture'],
    ['div.share-tools', 'furniture'],
    ['ul.breadcrumbs', 'furniture'],
    ['div#disqus_thread', 'furniture'],
  ])('%s is %s', (selector, kind) => {
    expect(partOf(h(selector))).toBe(kind);
  });

  test.each([
    'p',
    'div.story-body',
    'section.article-text',
    'p.paragraph',
    'div.entry-content',
    'div.headline',
    'p.lead',
    'div.reading',
    'div.badge',
    'span.adverb',
  ])('%s may hold the report', (selector) => {
    expect(partOf(h(selector))).toBeNull();
  });

  test('are told by their role', () => {
    expect(partOf(h('div', { role: 'navigation' }))).toBe('furniture');
    expect(partOf(h('div', { role: 'main' }))).toBeNull();
  });

  test('every row says why, and names stand in one row only', () => {
    const names = PAGE_PARTS.flatMap((part) => [
      ...part.names,
      ...part.elements.map((name) => `<${name}>`),
    ]);
    expect(PAGE_PARTS.every(({ because }) => because.endsWith('.'))).toBe(true);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });
});

describe('what nobody sees', () => {
  test.each([
    ['span.sr-only', {}],
    ['span.visuallyHidden', {}],
    ['span.tooltip-text', {}],
    ['span', { hidden: true }],
    ['span', { style: 'color: red; display : none' }],
  ])('%s %j', (selector, properties) => {
    expect(isUnseen(h(selector, properties))).toBe(true);
  });

  test.each([
    ['span.tooltip', {}],
    ['span', { style: 'display: inline' }],
    ['p', {}],
  ])('%s %j is seen', (selector, properties) => {
    expect(isUnseen(h(selector, properties))).toBe(false);
  });
});
