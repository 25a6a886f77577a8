import { vocabularyOf } from '../language/vocabulary.ts';
import { sourceSpan } from '../mapped-text.ts';
import { dateInAddress } from '../publication-date.ts';
import type {
  Block,
  BlockKind,
  Found,
  LeftOut,
  LeftOutReason,
  MappedText,
  Metadata,
  Note,
  Report,
} from '../types.ts';
import { biography } from './biography.ts';
import { caption } from './caption.ts';
import { composition } from './composition.ts';
import { correction } from './correction.ts';
import { credit } from './credit.ts';
import { dashes } from './dashes.ts';
import { dateline } from './dateline.ts';
import { editorsNote } from './editors-note.ts';
import { embed } from './embed.ts';
import { heading } from './heading.ts';
import { hyphenation } from './hyphenation.ts';
import { cutInsets, type Dropped } from './insets.ts';
import { invisible } from './invisible.ts';
import { ligatures } from './ligatures.ts';
import { noWords } from './no-words.ts';
import { pageBar } from './page-bar.ts';
import { promotion } from './promotion.ts';
import { quotationMarks } from './quotation-marks.ts';
import { quotationStyle } from './quotation-style.ts';
import { repetition } from './repetition.ts';
import type { BlockRule, CharacterRule, InsetRule, StyleRule } from './rules.ts';
import { runningStamp } from './running-stamp.ts';
import { spaces } from './spaces.ts';
import { timeStamp } from './time-stamp.ts';
import { update } from './update.ts';
import { updateLabel } from './update-label.ts';

/**
 * In this order: soft hyphens at the ends of lines tell that a word is broken, invisible characters
 * would hide neighbors, and marks are told by neighbors.
 */
export const CHARACTER_RULES: readonly CharacterRule[] = [
  hyphenation,
  invisible,
  composition,
  ligatures,
  spaces,
  quotationMarks,
  dashes,
];

/** On blocks whose characters are normalized. */
export const STYLE_RULES: readonly StyleRule[] = [quotationStyle];

/** In this order: a block is left out for the first reason that is found. */
export const BLOCK_RULES: readonly BlockRule[] = [
  noWords,
  correction,
  update,
  editorsNote,
  embed,
  timeStamp,
  pageBar,
  promotion,
  caption,
  credit,
  biography,
  repetition,
  heading,
];

/**
 * In this order, on the paragraphs that no rule above left out: stamps and labels may precede a
 * dateline.
 */
export const INSET_RULES: readonly InsetRule[] = [runningStamp, updateLabel, dateline];

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
 * @returns The report with its normalized blocks, and in `leftOut` each block or passage of a block
 *   that was dropped, with the reason: nothing is lost silently. What these say about the report is
 *   among its notes, and among its metadata where nothing else gave it.
 */
export function normalize(report: Report): Report {
  const vocabulary = vocabularyOf(report.blocks.map(({ content }) => content.text));
  const written = report.blocks
    .map((block) => ({ ...block, content: normalizeCharacters(block.content, vocabulary) }))
    .filter((block) => block.content.text !== '');
  const blocks = STYLE_RULES.reduce<readonly Block[]>((all, rule) => rule.apply(all), written);
  const verdicts = verdictsOn(blocks);
  const dropped = blocks.flatMap(({ content }, index): Dropped[] => {
    const reason = verdicts.get(index)?.reason;
    return reason ? [{ reason, content }] : [];
  });
  const cut = cutInsets(
    blocks.filter((_, index) => !verdicts.has(index)),
    INSET_RULES,
  );
  const leftOut = [...dropped, ...cut.dropped]
    .map(({ reason, content }): LeftOut => {
      const { text } = content;
      return { report: report.id, ...sourceSpan(content, 0, text.length), reason, text };
    })
    .sort((a, b) => a.start - b.start);
  return {
    ...report,
    metadata: completed(report.metadata, [
      ...foundIn(blocks, verdicts),
      ...cut.found,
      ...inAddress(report.metadata),
    ]),
    notes: [...report.notes, ...notesIn(blocks, verdicts)],
    blocks: cut.blocks,
    leftOut: [...report.leftOut, ...leftOut],
  };
}

const normalizeCharacters = (content: MappedText, vocabulary: ReadonlySet<string>) =>
  CHARACTER_RULES.reduce((text, rule) => rule.apply(text, vocabulary), content);

// ---------------------------------------------------------------------------------------------
// Blocks

/** Why a block is left out; the rule that found it, where it is not for its kind. */
interface Verdict {
  readonly reason: LeftOutReason;
  readonly rule: BlockRule | null;
}

/** The verdict on each block that is left out, by its index. */
function verdictsOn(blocks: readonly Block[]): ReadonlyMap<number, Verdict> {
  const verdicts = new Map<number, Verdict>();
  for (const [index, { kind }] of blocks.entries()) {
    const reason = BY_KIND[kind];
    if (reason) verdicts.set(index, { reason, rule: null });
  }
  // The page around a report is none of its text: no paragraph is told by standing beside it.
  const indices = [...blocks.keys()].filter((index) => blocks[index]?.kind !== 'furniture');
  const texts = indices.map((index) => blocks[index]?.content.text ?? '');
  for (const rule of BLOCK_RULES) {
    for (const found of rule.find(texts)) {
      const index = indices[found] ?? -1;
      if (!verdicts.has(index) && blocks[index]?.kind !== 'headline')
        verdicts.set(index, { reason: rule.reason, rule });
    }
  }
  return verdicts;
}

/** What the report says about its own text; a heading and the paragraph below it are one note. */
function notesIn(
  blocks: readonly Block[],
  verdicts: ReadonlyMap<number, Verdict>,
): readonly Note[] {
  const notes: Note[] = [];
  for (const [index, { content }] of blocks.entries()) {
    const rule = verdicts.get(index)?.rule;
    if (!rule?.note) continue;
    const above = notes.at(-1);
    const goesOn =
      above && verdicts.get(index - 1)?.rule === rule && !SENTENCE_END.test(above.text);
    if (goesOn) notes[notes.length - 1] = { ...above, text: `${above.text} ${content.text}` };
    else notes.push({ kind: rule.note, text: content.text });
  }
  return notes;
}

const SENTENCE_END = /[.!?…][”’)\]]*$/u;

/** What the blocks that were left out say about the report; those near the head alone are its own. */
function foundIn(
  blocks: readonly Block[],
  verdicts: ReadonlyMap<number, Verdict>,
): readonly Found[] {
  const outside = (index: number) => blocks[index]?.kind === 'furniture';
  const near = [...blocks.keys()].filter((index) => !outside(index)).slice(0, HEAD);
  return near.flatMap(
    (index) => verdicts.get(index)?.rule?.foundIn?.(blocks[index]?.content.text ?? '') ?? [],
  );
}

/** What a report says of itself stands among its first blocks. */
const HEAD = 6;

/** The day in a report's address: outlets file their pages by the day. */
function inAddress({ url }: Metadata): Found[] {
  const value = dateInAddress(url.value ?? '');
  if (!value) return [];
  return [{ field: 'published', value, basis: 'inferred', because: 'date in its address' }];
}

/** Metadata with what the text itself says first, where nothing else gave it. */
function completed(metadata: Metadata, found: readonly Found[]): Metadata {
  const news = found.filter(({ field }) => metadata[field].value === null).reverse();
  const fields = news.map(({ field, value, basis, because }) => [field, { value, basis, because }]);
  return { ...metadata, ...Object.fromEntries(fields) };
}
