import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import { isOfClass } from '../classes.ts';

/** Make a list of facts that stand one behind the other, for forms that tell paragraphs apart by little. */
export function listFacts(tree: Root): Root {
  const content = tree.children.filter((child) => child.type !== 'doctype');
  return { ...tree, children: listed(content) };
}

/** The children of a node, with a list in the place of each row of facts. */
function listed(children: readonly ElementContent[]): ElementContent[] {
  const made: ElementContent[] = [];
  let list: Element | undefined;
  for (const child of children) {
    if (child.type === 'element' && isOfClass(child, 'fact')) {
      if (!list) {
        list = h('ul.facts');
        made.push(list);
      }
      list.children.push({ ...child, tagName: 'li' });
    } else if (child.type === 'element') {
      list = undefined;
      made.push({ ...child, children: listed(child.children) });
    } else {
      if (!isSpace(child)) list = undefined;
      made.push(child);
    }
  }
  return made;
}

const isSpace = (node: ElementContent): boolean => node.type === 'text' && node.value.trim() === '';
