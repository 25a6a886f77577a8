import { diffWords } from 'diff';
import type { ElementContent } from 'hast';
import { h } from 'hastscript';

/** With fewer words in common than this share, marking differences would mark everything. */
const ALIKE = 0.4;

/** What was printed before and what is printed now, as trees. */
export interface MarkedPair {
  readonly before: readonly ElementContent[];
  readonly after: readonly ElementContent[];
}

/** Mark word by word what left a statement, and what came to it. */
export function markedPair(before: string, after: string): MarkedPair {
  const changes = diffWords(before, after);
  const kept = changes
    .filter(({ added, removed }) => !added && !removed)
    .reduce((sum, { value }) => sum + value.length, 0);
  if (kept < ALIKE * Math.max(before.length, after.length)) {
    return { before: [text(before)], after: [text(after)] };
  }
  return {
    before: changes.flatMap(({ added, removed, value }) =>
      added ? [] : marked('del', value, removed),
    ),
    after: changes.flatMap(({ added, removed, value }) =>
      removed ? [] : marked('ins', value, added),
    ),
  };
}

const text = (value: string): ElementContent => ({ type: 'text', value });

/** The words of a stretch in an element, without the spaces around them; marks alone are not worth one. */
function marked(name: 'ins' | 'del', value: string, isOther: boolean): readonly ElementContent[] {
  const words = value.trim();
  if (!isOther || !/[\p{L}\p{N}]/u.test(words)) return [text(value)];
  const [before = '', behind = ''] = value.split(words);
  return [text(before), h(name, words), text(behind)];
}
