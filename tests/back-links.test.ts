import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { linkBack, linkPagesBack } from '../src/back-links.ts';
import { sanitizedTree } from '../src/markup.ts';

function linked(body: string): string {
  const tree = sanitizedTree(body);
  linkBack(tree);
  return unified().use(rehypeStringify).stringify(tree);
}

const NOTE = '<ol><li id="n-1">Words. <span class="backs"></span></li></ol>';

describe('linkBack', () => {
  test('links a note to the one place where it is cited', () => {
    expect(linked(`<p>A<a class="cite" href="#n-1">1</a></p>${NOTE}`)).toBe(
      '<p>A<a class="cite" href="#n-1" id="n-1-c1">1</a></p><ol><li id="n-1">Words. <span class="backs">' +
        '<a href="#n-1-c1" aria-label="Back to where it is cited">↩</a></span></li></ol>',
    );
  });

  test('links it to each of several places, in their order', () => {
    const cite = '<a class="cite" href="#n-1">1</a>';
    expect(linked(`${cite} ${cite}${NOTE}`)).toContain(
      '<a href="#n-1-c1" aria-label="Back to where it is cited, place 1 of 2">↩1</a> ' +
        '<a href="#n-1-c2" aria-label="Back to where it is cited, place 2 of 2">↩2</a>',
    );
  });

  test('leaves alone what is no citation, and what has no place for links', () => {
    const others = '<a href="#n-1">a</a><a class="cite" href="#s">b</a><p id="s">No place.</p>';
    expect(linked(others + NOTE)).toBe(others + NOTE);
  });
});

function linkedByPage(body: string): string {
  const tree = sanitizedTree(body);
  linkPagesBack(tree, (id) => `<${id}>`);
  return unified().use(rehypeStringify).stringify(tree);
}

describe('linkPagesBack', () => {
  const cite = '<a class="cite" href="#note-7-2">2</a>';
  const notes =
    '<section><h2>Notes</h2><ol><li id="note-7"><p><a class="para" href="#f">7</a> <span class="backs"></span></p>' +
    '<ul><li id="note-7-2">Words.</li></ul></li></ol></section>';
  const row = (id: string, number: number, inside: string) =>
    `<div class="row" id="${id}"><span class="para">${number}</span><p>A${inside}</p></div>`;

  test('leads from a note to its paragraph, wherever its passages are cited there, once', () => {
    const page = linkedByPage(
      `<section><h2>Facts</h2>${row('f', 7, cite + cite)}</section>${notes}`,
    );
    expect(page).toContain(
      '<span class="backs"><a href="#f">↑ p. <span class="page">&#x3C;f></span></a></span>',
    );
  });

  test('names other places by their part, and other paragraphs by their number', () => {
    const lead = `<section><h2>Bottom line</h2><div class="row"><p>A${cite}${cite}</p></div></section>`;
    const facts = `<section><h2>Facts</h2>${row('f', 7, cite)}${row('g', 9, cite)}</section>`;
    const text = linkedByPage(`${lead}${facts}${notes}`).replace(/.*class="backs">/u, '');
    expect(text).toMatch(
      /^<a href="#f">↑ p\. .*? · <a href="#note-7-c1">Bottom line p\. .*? · <a href="#g">paragraph 9 p\. /u,
    );
    expect(text.match(/<a /gu)).toHaveLength(3);
  });

  test('gives the figures that are led to an id, and paragraphs none besides their own', () => {
    const days = `<section><h2>Timeline</h2><p>A${cite}</p></section>`;
    const page = linkedByPage(`${days}${notes}`);
    expect(page).toContain('<a class="cite" href="#note-7-2" id="note-7-c1">2</a>');
    expect(page).toContain('<a href="#note-7-c1">Timeline p. ');
  });

  test('leaves a note that is cited nowhere without a link', () => {
    expect(linkedByPage(notes)).toContain('<span class="backs"></span>');
  });
});
