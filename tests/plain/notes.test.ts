import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { sanitizedTree } from '../../src/markup.ts';
import { listCitedIn } from '../../src/plain/cited-in.ts';
import { numberNotes } from '../../src/plain/notes.ts';

function numbered(body: string): string {
  const tree = sanitizedTree(body);
  listCitedIn(tree, numberNotes(tree));
  return unified().use(rehypeStringify).stringify(tree);
}

const cites = (...ids: readonly string[]) =>
  `<span class="cites">${ids.map((id) => `<a class="cite" href="#${id}">1</a>`).join('')}</span>`;

const passage = (id: string, source: number) =>
  `<div class="passage" id="${id}"><p><a class="source" href="#source-${source}">Source</a> ${id}</p></div>`;

const PASSAGES = `<section class="notes"><h2>Notes</h2>${passage('p-a', 1)}${passage('p-b', 2)}${passage('p-c', 2)}</section>`;
const SOURCES = '<ol class="reports"><li id="source-1">One.</li><li id="source-2">Two.</li></ol>';

describe('numberNotes', () => {
  test('puts a note in the place of a group, with its passages in the order of the citations', () => {
    const page = numbered(`<p>A.${cites('p-b', 'p-a')}</p>${SOURCES}${PASSAGES}`);
    expect(page).toContain('<p>A.<a class="cite" href="#note-1">1</a></p>');
    expect(page).toMatch(
      /<section class="notes"><h2>Notes<\/h2><ol class="notes"><li id="note-1"><div class="passage"><p>.*p-b<\/p><\/div><div class="passage"><p>.*p-a<\/p><\/div><p class="backs"><\/p><\/li><\/ol><\/section>$/u,
    );
  });

  test('numbers in the order of the document, and gives the same passages one note', () => {
    const page = numbered(
      `<p>${cites('p-c')}</p><table><tbody><tr><td>${cites('p-a')}</td></tr></tbody></table><p>${cites('p-c')}</p>${SOURCES}${PASSAGES}`,
    );
    const numbers = Array.from(page.matchAll(/class="cite" href="#note-(\d+)"/gu), ([, n]) => n);
    expect(numbers).toEqual(['1', '2', '1']);
    expect(page.match(/<li id="note-/gu)).toHaveLength(2);
  });

  test('takes a citation alone for a group', () => {
    const page = numbered(`<p>A<a class="cite" href="#p-a">x</a></p>${SOURCES}${PASSAGES}`);
    expect(page).toContain('<p>A<a class="cite" href="#note-1">1</a></p>');
  });

  test('leaves out a group that cites nothing, and a section without notes', () => {
    expect(numbered(`<p>A.<span class="cites"></span></p>${PASSAGES}`)).toBe('<p>A.</p>');
  });

  test('gives a passage of several notes no id twice', () => {
    const page = numbered(`${cites('p-a')}${cites('p-a', 'p-b')}${SOURCES}${PASSAGES}`);
    const ids = Array.from(page.matchAll(/ id="([^"]+)"/gu), ([, id]) => id);
    expect(ids).toEqual([...new Set(ids)]);
  });
});

describe('listCitedIn', () => {
  test('lists in the entry of a report the notes that cite it, numbers in a row as a range', () => {
    const groups = [['p-a'], ['p-b'], ['p-c'], ['p-b', 'p-c'], ['p-a', 'p-b']];
    const page = numbered(`${groups.map((ids) => cites(...ids)).join('')}${SOURCES}${PASSAGES}`);
    const link = (number: number) => `<a href="#note-${number}">${number}</a>`;
    expect(page).toContain(`One.<p class="cited-in">Cited in notes ${link(1)}, ${link(5)}.</p>`);
    expect(page).toContain(`Two.<p class="cited-in">Cited in notes ${link(2)}–${link(5)}.</p>`);
  });

  test('speaks of one note, and says nothing of a report that none cites', () => {
    const page = numbered(`${cites('p-a')}${SOURCES}${PASSAGES}`);
    expect(page).toContain('One.<p class="cited-in">Cited in note <a href="#note-1">1</a>.</p>');
    expect(page).toContain('<li id="source-2">Two.</li>');
  });
});
