import { words } from '../language/words.ts';
import type { BlockRule } from './rules.ts';

export const caption: BlockRule = {
  id: 'caption',
  reason: 'caption',
  because:
    'A picture’s caption describes the picture, often an old one, and not the event. It is known by its credit, by saying who stands left and right, and by standing twice: once for the page, once for those who cannot see it.',
  find: (blocks) => {
    const credited = blocks.flatMap((block, index) => (isCredited(block) ? [index] : []));
    return blocks.flatMap((block, index) => {
      if (isLabeled(block) || credited.includes(index)) return [index];
      const twin = credited.find((other) => Math.abs(other - index) <= NEAR);
      return twin !== undefined && alike(block, blocks[twin] ?? '') ? [index] : [];
    });
  },
  examples: [
    {
      blocks: [
        'A worker inspects the old bridge at an unknown place on May 4.',
        'Caption',
        'A worker inspects the old bridge on May 4. / AFP via Getty Images',
        'The bridge was closed on Monday.',
      ],
      found: [0, 1, 2],
    },
    { blocks: ['The bridge in April (Photo by Ann Example)'], found: [0] },
    { blocks: ['The bridge in April. REUTERS/Ann Example'], found: [0] },
    { blocks: ['The bridge in April. (Ann Example/AP)'], found: [0] },
    { blocks: ['Photo: Ann Example'], found: [0] },
    { blocks: ['PHOTO | Ann Example, Example Press'], found: [0] },
    { blocks: ['Photos by Ann Example and Bob Sample'], found: [0] },
    { blocks: ['Photos: Ten ways to cross a river'], found: [] },
    { blocks: ['Photos by witnesses showed smoke over the bridge.'], found: [] },
    { blocks: ['The bridge in April. Credit: Example Agency'], found: [0] },
    { blocks: ['The bridge in AprilCredit: Getty – Contributor'], found: [0] },
    { blocks: ['The bridge in April. (AP Photo/Ann Example, File)'], found: [0] },
    { blocks: ['The bridge in April.Reuters'], found: [0] },
    { blocks: ['Image caption The old bridge in April'], found: [0] },
    { blocks: ['Ann Example/Daily Example'], found: [0] },
    { blocks: ['File photo', 'FILE PHOTO: The old bridge in April'], found: [0, 1] },
    {
      blocks: ['To her credit: Nobody was hurt.', 'He has no credit: nobody lends to him.'],
      found: [],
    },
    { blocks: ['The bank gave Credit: it was late.'], found: [] },
    { blocks: ['Mayor Ann Example, left, and Bob Sample at the bridge on Sunday.'], found: [0] },
    { blocks: ['The ministry said so in a statement to AFP.'], found: [] },
    { blocks: ['Each report was checked twice, and/or dropped.'], found: [] },
  ],
};

const LABELS = [
  /^(?:(?:photo|image|picture|video|file)?\s?caption|hide caption|toggle caption)s?:?$/iu,
  /^\(?file (?:photo|picture|image|pic)\)?\.?$|^image copyright .{1,60}$/iu,
  /^(?:Image|Media) caption \p{Lu}|^(?:FILE (?:PHOTO|PICTURE|IMAGE)|File (?:photo|picture|image)|FILE) ?[:–—]/u,
] as const;

/** How credits are written: by kind of picture, by agency and photographer, by who sold it. */
const CREDITS = [
  /\b(?:Getty Images|Shutterstock|iStock|Alamy|Wikimedia Commons)\W*$/u,
  /(?:[.!?”’]|\p{Ll}|^|\|) ?(?:(?:Photo|Image|Picture|Video) )?Credit:\s?[\p{Lu}@][^.:]{1,60}$/u,
  // What stood below the picture was put behind it without a space.
  /\p{L}\.(?:Reuters|REUTERS|AP|AFP|EPA|Getty|Getty Images|AP Photo)$/u,
  /^\p{Lu}\p{Ll}+(?: \p{Lu}[\p{L}.’-]+){1,2} ?\/ ?(?:The |Agence )?\p{Lu}[\p{L}.]*(?: \p{Lu}[\p{L}.]*){0,3}$/u,
  /\(\s*AP Photo\s?\/[^()]{2,60}\)\s*$/u,
  /[/|(]\s*(?:[\p{Lu}][\p{L}.’ -]{1,40}\s*\/\s*)?(?:AP|AFP|EPA|EFE|PA|REUTERS|Reuters)(?:\s+Photo)?\)?\s*$/u,
  /\b(?:AP Photo|REUTERS|AFP PHOTO|EPA|AFP)\s?\/\s?[\p{Lu}][\p{L}.’ -]{2,60}\)?\s*$/u,
  /\(\s*(?:photo|image|picture|photograph|illustration|file photo|screenshot)s?(?:\s+(?:by|credit|courtesy)\b|:)[^()]{2,80}\)\s*$/iu,
  /^[^.]{0,160}, (?:(?:far )?(?:left|right)|cent(?:er|re)|second from (?:left|right)|pictured),? /u,
  /^(?:photo|image|picture|photograph|illustration)s?\s+(?:by|credit|courtesy of)\s*:\s*\S.{1,80}$/iu,
  // Of several ("Photos: …") it would be a link to a gallery.
  /^(?:photo|image|picture|photograph|illustration)\s*[:|]\s*\S.{1,80}$/iu,
  /^(?:[Pp]hoto|PHOTO|[Ii]mage|[Pp]icture|[Ii]llustration)s?\s+[Bb]y\s+\p{Lu}[\p{L}.’-]*(?:[\s,/&]+(?:and\s+)?\p{Lu}[\p{L}.’-]*)*$/u,
] as const;

const isLabeled = (block: string) => LABELS.some((label) => label.test(block));

const MAX_LENGTH = 400;

const isCredited = (block: string) =>
  block.length <= MAX_LENGTH && CREDITS.some((credit) => credit.test(block));

/** How many blocks away a caption's twin may stand. */
const NEAR = 3;
/** Share of words in common from which two blocks describe the same picture. */
const ALIKE = 0.6;

function alike(a: string, b: string): boolean {
  const [left, right] = [new Set(words(a)), new Set(words(b))];
  const common = [...left].filter((word) => right.has(word)).length;
  return common >= ALIKE * Math.min(left.size, right.size) && common >= 5;
}
