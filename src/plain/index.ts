import type { Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { linkBack } from '../back-links.ts';
import { isOfClass } from '../classes.ts';
import { unlinkLost } from '../links-within.ts';
import { bodyTree, type PageTools, type View } from '../page/index.ts';
import { listCitedIn } from './cited-in.ts';
import { numberNotes } from './notes.ts';

export { listCitedIn } from './cited-in.ts';
export { toMarkdown } from './markdown.ts';
export { toText } from './text.ts';

/**
 * Give the plain document: headings, paragraphs, lists and tables without layout, which Markdown, text
 * and Word files are made from. Each group of citations is a link of the class `cite` to a numbered
 * note, which holds the passages of the reports and leads to their entries among the sources; these
 * list the notes, and notes lead back to where they are cited.
 *
 * @throws Error when a template cannot be filled.
 */
export function plainTree(view: View, tools: PageTools): Root {
  const tree = bodyTree(view, 'plain', tools);
  const notes = numberNotes(tree);
  listCitedIn(tree, notes);
  linkBack(tree);
  dropEmptyLists(tree);
  spaceOmissions(tree);
  unlinkLost()(tree);
  return tree;
}

/** Take out lists that a template found nothing for. */
function dropEmptyLists(tree: Root): void {
  visit(tree, 'element', (element, index, parent) => {
    if (index === undefined || !parent || !/^[ou]l$/u.test(element.tagName)) return undefined;
    if (element.children.some(({ type }) => type === 'element')) return undefined;
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
}

/** Set what stands for words left out apart from the words around it: a page does so by its style. */
function spaceOmissions(tree: Root): void {
  visit(tree, 'element', (element, index, parent) => {
    if (index === undefined || !parent || !isOfClass(element, 'omitted')) return;
    const [before, behind] = [parent.children[index - 1], parent.children[index + 1]];
    if (before?.type === 'text') before.value = before.value.replace(/[\p{L}\p{N}]$/u, '$& ');
    if (behind?.type === 'text') behind.value = behind.value.replace(/^[\p{L}\p{N}]/u, ' $&');
  });
}
