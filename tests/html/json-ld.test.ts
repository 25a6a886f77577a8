import { describe, expect, test } from 'vitest';
import { structuredArticles } from '../../src/html/json-ld.ts';

const article = {
  '@type': 'NewsArticle',
  headline: 'Old bridge closed',
  datePublished: '2031-03-12T20:15:00-05:00',
  author: [{ '@type': 'Person', name: 'Ilsa Korr' }, 'Tom Lane'],
  publisher: { '@type': 'Organization', name: 'Brennick Courier' },
  mainEntityOfPage: { '@id': 'https://courier.example/bridge' },
};

const found = {
  headline: 'Old bridge closed',
  datePublished: '2031-03-12T20:15:00-05:00',
  authors: ['Ilsa Korr', 'Tom Lane'],
  publisher: 'Brennick Courier',
  url: 'https://courier.example/bridge',
};

describe('articles in structured data', () => {
  test.each([
    ['alone', article],
    ['in a list', [{ '@type': 'WebSite', name: 'Courier' }, article]],
    ['in a graph', { '@graph': [article] }],
    ['as what the page is about', { '@type': 'WebPage', mainEntity: article }],
    ['of two types', { ...article, '@type': ['ReportageNewsArticle', 'Thing'] }],
  ])('%s', (_, data) => {
    expect(structuredArticles(JSON.stringify(data))).toMatchObject([found]);
  });

  test.each([
    ['in a comment', `<!--${JSON.stringify(article)}-->`],
    [
      'with a line end inside of a text',
      JSON.stringify(article).replace('Old bridge', 'Old\nbridge'),
    ],
  ])('%s', (_, json) => {
    expect(structuredArticles(json)).toMatchObject([found]);
  });

  test.each([
    ['no JSON', '{"@type": "NewsArticle",'],
    ['no article', JSON.stringify({ '@type': 'Organization', name: 'Courier' })],
    ['nothing', ''],
    ['depth without end', '['.repeat(100_000)],
    ['a text', '"NewsArticle"'],
  ])('%s is none', (_, json) => {
    expect(structuredArticles(json)).toEqual([]);
  });
});
