import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { type ChangedWords, changedWords } from '../changed-words.ts';
import type { ToldGroup, ToldItem } from '../told-changes.ts';

/** How changes are set. */
export interface Setting {
  /** Rank of the headings of groups. */
  readonly rank: 'h2' | 'h3';
  /** Whether a style sheet goes with it, and links lead to groups: words that differ are marked. */
  readonly styled: boolean;
}

/** Groups of changes as headings and lists, in words alone. */
export const groupsTree = (groups: readonly ToldGroup[], setting: Setting): readonly Element[] =>
  groups.flatMap(({ kind, heading, items }) => [
    h(setting.rank, setting.styled ? { id: kind } : {}, heading),
    h(
      'ul',
      items.map((item) => itemTree(item, setting)),
    ),
  ]);

function itemTree(item: ToldItem, { styled }: Setting): Element {
  const { text, before, values, notes, of } = item;
  const isMarked = styled && of === 'fact' && before !== null;
  const pair = isMarked ? changedWords(before, text) : plainPair(before ?? '', text);
  const part = (name: string, children: readonly ElementContent[]) =>
    h('p', styled ? { className: [name] } : {}, [...children]);
  return h('li', [
    h('p', [...pair.after]),
    ...(values.length > 0 ? [part('values', [inText(values.join(' / '))])] : []),
    ...(before === null ? [] : [part('before', [inText('Before: '), ...pair.before])]),
    ...(notes.length > 0 ? [part('notes', [h('em', notes.join('; '))])] : []),
  ]);
}

const inText = (value: string): ElementContent => ({ type: 'text', value });

const plainPair = (before: string, after: string): ChangedWords => ({
  before: [inText(before)],
  after: [inText(after)],
});
