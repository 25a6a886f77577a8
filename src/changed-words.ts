import { diffArrays } from 'diff';
import type { ElementContent } from 'hast';
import { h } from 'hastscript';

/** Words as they were, and as they are, what differs marked in both. Each reads whole. */
export interface ChangedWords {
  /** What is gone from them is struck. */
  readonly before: readonly ElementContent[];
  /** What is new in them is marked. */
  readonly after: readonly ElementContent[];
}

/** With fewer letters in common than this share, marking differences would mark everything. */
const ALIKE = 0.4;

/**
 * So many words may come and go. Texts that differ in more have nothing to be compared; and a record on
 * disk may hold one of any length, on which comparing would take hours.
 */
const MOST_EDITS = 400;

/** A word or figure with the marks within it, white space, or a mark. */
const TOKEN = /[\p{L}\p{M}\p{N}]+(?:[.,:'’-][\p{L}\p{M}\p{N}]+)*|\s+|[^\s\p{L}\p{M}\p{N}]/gu;

/** Mark in former words and in those of now how they differ, word by word. */
export function changedWords(before: string, after: string): ChangedWords {
  const parts =
    diffArrays(before.match(TOKEN) ?? [], after.match(TOKEN) ?? [], {
      maxEditLength: MOST_EDITS,
    }) ?? [];
  const stretches = parts.map(({ value, added, removed }) => ({
    text: value.join(''),
    in: added ? 'after' : removed ? 'before' : 'both',
  })) satisfies readonly Stretch[];
  const kept = stretches
    .filter((stretch) => stretch.in === 'both')
    .reduce((sum, { text }) => sum + lettersIn(text), 0);
  if (kept < ALIKE * Math.max(lettersIn(before), lettersIn(after))) {
    return { before: [textNode(before)], after: [textNode(after)] };
  }
  return { before: side(stretches, 'before', 's'), after: side(stretches, 'after', 'ins') };
}

interface Stretch {
  readonly text: string;
  readonly in: 'before' | 'after' | 'both';
}

/** The words of one side, those that the other lacks marked; what only a space parts, in one. */
function side(
  stretches: readonly Stretch[],
  name: 'before' | 'after',
  mark: 's' | 'ins',
): readonly ElementContent[] {
  const own = stretches.filter((stretch) => stretch.in === 'both' || stretch.in === name);
  const runs: { text: string; isMarked: boolean }[] = [];
  for (const [index, { text, in: where }] of own.entries()) {
    const isBetween = own[index - 1]?.in === name && own[index + 1]?.in === name;
    const isMarked = where === name || (isBetween && text.trim() === '');
    const last = runs.at(-1);
    if (last?.isMarked === isMarked) last.text += text;
    else runs.push({ text, isMarked });
  }
  return runs.flatMap(({ text, isMarked }) => (isMarked ? marked(text, mark) : [textNode(text)]));
}

/** Spaces stand around the mark. Marks alone make no difference that a reader looks for. */
function marked(text: string, mark: 's' | 'ins'): readonly ElementContent[] {
  const words = text.trim();
  if (lettersIn(words) === 0) return [textNode(text)];
  const at = text.indexOf(words);
  const around = [text.slice(0, at), text.slice(at + words.length)].map(textNode);
  return [...around.slice(0, 1), h(mark, words), ...around.slice(1)];
}

const textNode = (value: string): ElementContent => ({ type: 'text', value });

const lettersIn = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
