import type { Element, Root } from 'hast';
import { linkBack } from '../back-links.ts';
import { classed } from '../classes.ts';

/**
 * Put the notes that a part cites at its end, each linked back. They stand in the file of the part since
 * readers show a note beside its citation only there (Thorium follows a link into another file, and
 * says that it means to); so a passage that several parts cite is a note of each.
 *
 * @param notes Id → note.
 */
export function addNotes(part: Element, notes: ReadonlyMap<string, Element>): void {
  const cited = classed(part, 'cite').map(({ properties }) => String(properties['href']).slice(1));
  const own = [...new Set(cited)].flatMap((id) => notes.get(id) ?? []);
  if (own.length === 0) return;
  part.children.push({
    type: 'element',
    tagName: 'div',
    properties: { className: ['notes'] },
    children: own.map((note) => structuredClone(note)),
  });
  const tree: Root = { type: 'root', children: [part] };
  linkBack(tree);
  for (const back of classed(tree, 'backs').flatMap(({ children }) => children)) {
    if (back.type === 'element') back.properties['role'] = 'doc-backlink';
  }
}
