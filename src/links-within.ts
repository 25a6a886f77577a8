import type { Element, Nodes, Root } from 'hast';

/**
 * Turn links that lead nowhere on their page into plain words. Which parts a briefing has, its editor
 * decides: what links to a part that he switched off must not promise a place that is not there.
 */
export function unlinkLost() {
  return (tree: Root): void => {
    const all = elementsIn(tree);
    const ids = new Set(all.map(({ properties }) => properties['id']));
    for (const element of all) {
      const href = element.tagName === 'a' ? String(element.properties['href'] ?? '') : '';
      if (!href.startsWith('#') || ids.has(href.slice(1))) continue;
      element.tagName = 'span';
      delete element.properties['href'];
    }
  };
}

function elementsIn(node: Nodes): readonly Element[] {
  const inside = 'children' in node ? node.children.flatMap(elementsIn) : [];
  return node.type === 'element' ? [node, ...inside] : inside;
}
