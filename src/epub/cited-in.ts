import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import { classed } from '../classes.ts';
import { textOf } from '../trees.ts';

/**
 * List with each source the paragraphs that cite it, as links: from there a reader gets on to what else
 * a report is good for. Sources have a place of the class `cited-in` for it, with the id `cited-2`.
 */
export function listCitedIn(tree: Root): void {
  const rows = classed(tree, 'row').flatMap((row) => citing(row));
  for (const place of classed(tree, 'cited-in')) {
    const number = String(place.properties['id']).replace(/^cited-/u, '');
    const links = rows.filter(({ reports }) => reports.includes(number)).map(linkTo);
    place.children = links.length > 0 ? ['Cited in ', ...joined(links)].map(asNode) : [];
  }
}

interface Citing {
  readonly id: string;
  readonly paragraph: string;
  readonly reports: readonly string[];
}

/** A numbered row with the numbers of the reports that it cites. */
function citing(row: Element): readonly Citing[] {
  const [number] = classed(row, 'paragraph');
  if (!number) return [];
  const reports = classed(row, 'cite').map((cite) => textOf([cite]));
  return [{ id: String(row.properties['id']), paragraph: textOf([number]), reports }];
}

const linkTo = ({ id, paragraph }: Citing): Element => h('a', { href: `#${id}` }, paragraph);

const joined = (links: readonly Element[]): readonly (Element | string)[] =>
  links.flatMap((link, index) => (index > 0 ? [', ', link] : [link]));

const asNode = (node: Element | string): ElementContent =>
  typeof node === 'string' ? { type: 'text', value: node } : node;
