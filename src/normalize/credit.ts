import type { BlockRule } from './rules.ts';

export const credit: BlockRule = {
  id: 'credit',
  reason: 'credit',
  because:
    'Who wrote, filmed, edited or owns the report is about the report, not about the event. It stands on a line of its own, in one of a few set forms.',
  find: (blocks) =>
    blocks.flatMap((block, index) =>
      block.length <= MAX_LENGTH && FORMS.some((form) => form.test(block)) ? [index] : [],
    ),
  examples: [
    { blocks: ['Source Agencies'], found: [0] },
    { blocks: ['Source: Example Wire, Daily Example'], found: [0] },
    { blocks: ['© 2020 Example Press. All rights reserved.'], found: [0] },
    { blocks: ['Ann Example contributed to this report.'], found: [0] },
    { blocks: ['(Reporting by Ann Example; Editing by Bob Sample)'], found: [0] },
    { blocks: ['By Ann Example'], found: [0] },
    { blocks: ['With files from Example Press'], found: [0] },
    { blocks: ['Sources said the bridge would stay closed.'], found: [] },
    { blocks: ['By Monday the bridge was closed.'], found: [] },
    { blocks: ['He contributed to this reporter’s education.'], found: [] },
  ],
};

const MAX_LENGTH = 300;

/** One name or several, without a stop: "Ann Example and Bob Sample, Daily Example". */
const NAMES =
  '\\p{Lu}[\\p{L}.’-]*(?:(?:\\s+|,\\s*|\\s*/\\s*|\\s+and\\s+|\\s*&\\s*)\\p{Lu}[\\p{L}.’-]*)*';

const FORMS = [
  new RegExp(`^Sources?\\s*:?\\s+${NAMES}$`, 'u'),
  new RegExp(`^By:?\\s+${NAMES}$`, 'u'),
  /^(?:©|\(c\)|copyright\b)/iu,
  /\ball rights reserved\b/iu,
  /\bcontributed (?:reporting )?to this (?:report|story|article)\b/iu,
  /^\W*(?:(?:additional |writing and )?reporting|writing|editing|compiled|edited|written|produced) by\b.{0,280}$/iu,
  /^with (?:files|reporting|additional reporting) (?:from|by)\b/iu,
  /^this (?:article|story|report) (?:was|is|has been) (?:originally |first )?(?:published|written|compiled|produced|updated|translated)\b/iu,
] as const;
