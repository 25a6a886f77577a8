import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { linkBack } from '../src/back-links.ts';
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
