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
    {
      blocks: ['Reuters', 'Getty Images', 'AP / AFP', 'Associated Press', 'Agencies'],
      found: [0, 1, 2, 3, 4],
    },
    { blocks: ['Ann Example, AP Business Writer', 'ANN EXAMPLE, Associated Press'], found: [0, 1] },
    { blocks: ['The Associated Press contributed to this report.'], found: [0] },
    { blocks: ['Ann Example and Bob Sample contributed reporting.'], found: [0] },
    { blocks: ['Ann Example reported from Harlow, and Bob Sample from Brennick.'], found: [0] },
    { blocks: ['Our Standards: The Example Trust Principles.'], found: [0] },
    { blocks: ['This article was reprinted on example.com.'], found: [0] },
    {
      blocks: ['The views expressed are the author’s own and do not reflect those of the Courier.'],
      found: [0],
    },
    { blocks: ['SOURCE: News agencies', 'Source: AP'], found: [0, 1] },
    {
      blocks: [
        'Police contributed to the search.',
        'She reported from the bridge on Monday that it was shut.',
      ],
      found: [],
    },
    { blocks: ['Reuters reported it.', 'AP exams were held.'], found: [] },
    { blocks: ['Sources said the bridge would stay closed.'], found: [] },
    { blocks: ['By Monday the bridge was closed.'], found: [] },
    { blocks: ['He contributed to this reporter’s education.'], found: [] },
  ],
};

const MAX_LENGTH = 300;

/** One name or several, without a stop: "Ann Example and Bob Sample, Daily Example". */
const NAMES =
  '\\p{Lu}[\\p{L}.’-]*(?:(?:\\s+|,\\s*|\\s*/\\s*|\\s+and\\s+|\\s*&\\s*)\\p{Lu}[\\p{L}.’-]*)*';

const AGENCY =
  '(?:Reuters|REUTERS|AP|AFP|EPA|EFE|PA|DPA|dpa|UPI|TASS|ANI|PTI|IANS|Xinhua|Bloomberg|Associated Press|Agence France-Presse|Press Association|PA Media|Getty Images|Getty|Thomson Reuters|Agencies|News Agencies|News agencies|Wire services|Staff and agencies|Shutterstock|iStock|Alamy|Instagram|Twitter|Facebook)';

const FORMS = [
  new RegExp(`^(?:Sources?|SOURCES?)(?:\\s*:)?\\s+(?:${NAMES}|(?:[Nn]ews )?[Aa]gencies)\\.?$`, 'u'),
  // One agency or several, and nothing else.
  new RegExp(`^(?:The )?${AGENCY}(?:(?: ?[/,|&+] ?| and | via )${AGENCY})*\\.?$`, 'u'),
  new RegExp(
    `^${NAMES}, (?:(?:The )?${AGENCY}|Ap|Staff)(?: \\p{Lu}\\p{L}+){0,3}(?: (?:Writer|Reporter|Correspondent|Editor))?$`,
    'u',
  ),
  new RegExp(`^By:?\\s+${NAMES}$`, 'u'),
  /^(?:©|\(c\)|copyright\b)/iu,
  /\ball rights reserved\b/iu,
  /\bcontributed (?:(?:additional )?reporting )?(?:to|for) this (?:report|story|article|post|piece)\b/iu,
  new RegExp(
    `^${NAMES} (?:also )?contributed (?:additional )?(?:reporting|research)(?: from ${NAMES})?\\.?$`,
    'u',
  ),
  new RegExp(`^${NAMES} reported from ${NAMES},? and ${NAMES} from ${NAMES}\\.$`, 'u'),
  /^\W*(?:(?:additional |writing and )?reporting|writing|editing|compiled|edited|written|produced) by\b.{0,280}$/iu,
  /^with (?:files|reporting|additional reporting) (?:from|by)\b/iu,
  /^this (?:article|story|report) (?:was|is|has been) (?:originally |first )?(?:published|written|compiled|produced|translated|reprinted|reproduced|republished|syndicated|adapted)\b/iu,
  /^this (?:article|story|report) (?:originally|first) (?:appeared|ran)\b/iu,
  /^our standards:/iu,
  /^(?:the )?(?:views|opinions)(?: and (?:views|opinions))? expressed\b.{0,200}\b(?:own|reflect|represent)\b/iu,
  /^(?:citation|cite this(?: article)?): .{0,250}\b(?:retrieved|doi)\b/iu,
] as const;
