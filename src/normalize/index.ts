import { sourceSpan } from '../mapped-text.ts';
import type { Block, BlockKind, LeftOut, LeftOutReason, Report } from '../types.ts';
import { caption } from './caption.ts';
import { composition } from './composition.ts';
import { credit } from './credit.ts';
import { dashes } from './dashes.ts';
import { heading } from './heading.ts';
import { invisible } from './invisible.ts';
import { noWords } from './no-words.ts';
import { promotion } from './promotion.ts';
import { quotationMarks } from './quotation-marks.ts';
import { repetition } from './repetition.ts';
import type { BlockRule, CharacterRule } from './rules.ts';
import { spaces } from './spaces.ts';

/** In this order: invisible characters would hide neighbors, and marks are told by neighbors. */
export const CHARACTER_RULES: readonly CharacterRule[] = [
  invisible,
  composition,
  spaces,
  quotationMarks,
  dashes,
];

/** In this order: a block is left out for the first reason that is found. */
export const BLOCK_RULES: readonly BlockRule[] = [
  noWords,
  promotion,
  caption,
  credit,
  repetition,
  heading,
];

/** Blocks that are left out for what they are, whatever they say. */
const BY_KIND: Partial<Record<BlockKind, LeftOutReason>> = {
  heading: 'heading',
  dateline: 'dateline',
  code: 'markup',
  markup: 'markup',
  byline: 'credit',
  caption: 'caption',
  embed: 'embed',
  promotion: 'promotion',
  furniture: 'furniture',
};

/**
 * Bring a report's text into one form and take out what is not part of the report.
 *
 * @returns The report with its normalized blocks, and each block that was dropped in `leftOut`,
 *   with the reason: nothing is lost silently.
 */
export function normalize(report: Report): Report {
  const blocks = report.blocks
    .map((block) => ({ ...block, content: normalizeCharacters(block.content) }))
    .filter((block) => block.content.text !== '');
  const reasons = reasonsToLeaveOut(blocks);
  const leftOut = blocks.flatMap((block, index): LeftOut[] => {
    const reason = reasons.get(index);
    const { text } = block.content;
    return reason
      ? [{ report: report.id, ...sourceSpan(block.content, 0, text.length), reason, text }]
      : [];
  });
  return {
    ...report,
    blocks: blocks.filter((_, index) => !reasons.has(index)),
    leftOut: [...report.leftOut, ...leftOut],
  };
}

const normalizeCharacters = (content: Block['content']) =>
  CHARACTER_RULES.reduce((text, rule) => rule.apply(text), content);

function reasonsToLeaveOut(blocks: readonly Block[]): ReadonlyMap<number, LeftOutReason> {
  const reasons = new Map<number, LeftOutReason>();
  for (const [index, block] of blocks.entries()) {
    const reason = BY_KIND[block.kind];
    if (reason) reasons.set(index, reason);
  }
  const texts = blocks.map((block) => block.content.text);
  for (const rule of BLOCK_RULES) {
    for (const index of rule.find(texts)) {
      if (!reasons.has(index) && blocks[index]?.kind !== 'headline')
        reasons.set(index, rule.reason);
    }
  }
  return reasons;
}
