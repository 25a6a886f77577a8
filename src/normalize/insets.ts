import { slice, trim } from '../mapped-text.ts';
import type { Block, Found, LeftOutReason, MappedText } from '../types.ts';
import type { Inset, InsetRule } from './rules.ts';

/** What is left out, and why. */
export interface Dropped {
  readonly reason: LeftOutReason;
  readonly content: MappedText;
}

/** Blocks without what does not belong to them, and what that was. */
export interface Cut {
  readonly blocks: readonly Block[];
  readonly dropped: readonly Dropped[];
  readonly found: readonly Found[];
}

/** Take passages out of blocks, rule by rule. */
export const cutInsets = (blocks: readonly Block[], rules: readonly InsetRule[]): Cut =>
  rules.reduce(cutInsetsOf, { blocks, dropped: [], found: [] });

function cutInsetsOf({ blocks, dropped, found }: Cut, rule: InsetRule): Cut {
  const paragraphs = blocks.filter(({ kind }) => kind === 'paragraph');
  const insets = rule.find(paragraphs.map(({ content }) => content.text));
  const insetsOf = (block: Block) => insets.filter((inset) => paragraphs[inset.block] === block);
  return {
    blocks: blocks.flatMap((block) => around(block, insetsOf(block))),
    dropped: [
      ...dropped,
      ...insets.flatMap(({ block, start, length }): Dropped[] => {
        const content = paragraphs[block]?.content;
        if (!content) return [];
        return [{ reason: rule.reason, content: trim(slice(content, start, start + length)) }];
      }),
    ],
    found: [...found, ...insets.flatMap((inset) => inset.found)],
  };
}

/** What is left of a block: what stands before and behind its insets is a block each. */
function around(block: Block, insets: readonly Inset[]): Block[] {
  if (insets.length === 0) return [block];
  const ends = insets.map(({ start, length }) => start + length);
  return [0, ...ends]
    .map((from, index) => trim(slice(block.content, from, insets[index]?.start)))
    .filter(({ text }) => text !== '')
    .map((content) => ({ ...block, content }));
}
