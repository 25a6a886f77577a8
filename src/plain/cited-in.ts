import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import { visit } from 'unist-util-visit';
import { isOfClass } from '../classes.ts';
import { plural } from '../wording.ts';

/** What is known of a note here: its number, and the passages in it. */
interface Note {
  readonly number: number;
  readonly passages: readonly Element[];
}

/**
 * Say in the entry of each report which notes cite it: from a source a reader gets to all that rests
 * on it. Entries are the items of lists of the class `reports`; a passage names its report by a link
 * of the class `source`. What an entry said of that before is replaced.
 *
 * @param notes In the order of their numbers.
 * @param idOf Gives the id of a note of a number. Default: `note-1`.
 */
export function listCitedIn(
  tree: Root,
  notes: readonly Note[],
  idOf: (number: number) => string = (number) => `note-${number}`,
): void {
  const byReport = new Map<string, Set<number>>();
  for (const { number, passages } of notes) {
    for (const target of passages.flatMap(reportsIn)) {
      byReport.set(target, new Set([...(byReport.get(target) ?? []), number]));
    }
  }
  visit(tree, 'element', (list) => {
    if (!isOfClass(list, 'reports')) return;
    for (const entry of list.children) {
      if (entry.type !== 'element') continue;
      const numbers = [...(byReport.get(`#${String(entry.properties['id'])}`) ?? [])];
      entry.children = entry.children.filter((child) => !isOfClass(child, 'cited-in'));
      if (numbers.length > 0) entry.children.push(citedIn(numbers, idOf));
    }
  });
}

/** What the links of the class `source` lead to. */
function reportsIn(passage: Element): readonly string[] {
  const targets: string[] = [];
  visit(passage, 'element', (element) => {
    if (isOfClass(element, 'source')) targets.push(String(element.properties['href']));
  });
  return targets;
}

/** "Cited in notes 1–3 and 7": numbers in a row as a range, each a link. */
function citedIn(numbers: readonly number[], idOf: (number: number) => string): Element {
  const linkTo = (number: number) => h('a', { href: `#${idOf(number)}` }, String(number));
  const ranges = rangesOf(numbers).flatMap(([first, last], index): ElementContent[] => [
    { type: 'text', value: index === 0 ? ' ' : ', ' },
    linkTo(first),
    ...(last > first ? [{ type: 'text' as const, value: '–' }, linkTo(last)] : []),
  ]);
  const label = `Cited in ${plural(numbers.length, 'note', 'notes')}`;
  return h('p.cited-in', [{ type: 'text', value: label }, ...ranges, { type: 'text', value: '.' }]);
}

/** Ascending numbers as ranges. */
function rangesOf(numbers: readonly number[]): readonly (readonly [number, number])[] {
  const ranges: [number, number][] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last && number === last[1] + 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges;
}
