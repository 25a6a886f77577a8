import type { BlockRule } from './rules.ts';

export const promotion: BlockRule = {
  id: 'promotion',
  reason: 'promotion',
  because:
    'Pages weave in links to other stories, newsletters and broadcasts. They begin with one of a few set phrases; a phrase that ends with a colon is followed by headlines of other stories, which lack the stop that ends a sentence.',
  find: (blocks) =>
    blocks.flatMap((block, index) => {
      if (isInRow(blocks, index)) return [index];
      if (!isPromotion(block)) return [];
      return block.trimEnd().endsWith(':') ? [index, ...listBelow(blocks, index)] : [index];
    }),
  examples: [
    {
      blocks: [
        'The bridge was closed on Monday.',
        'Read more from the Courier:',
        'Ten ways to cross a river',
        'Ferry prices rise again',
        'Engineers expect to reopen it in May.',
      ],
      found: [1, 2, 3],
    },
    { blocks: ['Bonus video:'], found: [0] },
    { blocks: ['READ MORE: Ferry prices rise again'], found: [0] },
    { blocks: ['Sign up for our morning newsletter.'], found: [0] },
    { blocks: ['Click here to get the app'], found: [0] },
    {
      blocks: ['More: Ten ways to cross a river.', 'Related: Who pays for the ferry?'],
      found: [0, 1],
    },
    { blocks: ['Get the news in your inbox. Subscribe to the Courier’s newsletters.'], found: [0] },
    {
      blocks: ['Follow the Courier’s full coverage of the bridge at https://courier.example'],
      found: [0],
    },
    { blocks: ['Visit the Courier’s homepage for more stories.'], found: [0] },
    { blocks: ['Have a news tip? Write to us.', 'Got a tip? Tell us.'], found: [0, 1] },
    { blocks: ['Ferry ‘stopped in mid-river’ by crew [VIDEO]|'], found: [0] },
    {
      blocks: [
        'Watch the moment the bridge was closed above.',
        'Copies of the letters can be read below.',
        'The river can be seen below.',
        'Watch officers were told from above, she said.',
      ],
      found: [0, 1],
    },
    { blocks: ['The Full List of Bridges: See It Here', 'Read the full story here.'], found: [1] },
    {
      blocks: [
        'The bridge was closed on Monday.',
        'Ferry Prices Rise Again After Council Vote',
        'Ten Ways to Cross a River Without Bridges',
        'Engineers expect to open it in May.',
      ],
      found: [1, 2],
    },
    {
      blocks: [
        'These bridges were closed:',
        'The Old Bridge of Harlow Town',
        'The New Bridge of Brennick Town',
        'Engineers expect to open them in May.',
      ],
      found: [],
    },
    {
      blocks: [
        'More than 40 people came.',
        'More: the word was on each wall.',
        'Visit the bridge, she said.',
        'Have a heart, she said.',
      ],
      found: [1],
    },
    { blocks: ['Follow live updates here'], found: [0] },
    {
      blocks: [
        'Read the verdict, the judge told the clerk.',
        'Watch commanders said: nobody came.',
      ],
      found: [],
    },
    { blocks: ['Photos: Ten ways to cross a river'], found: [0] },
    // The credit of one picture: a caption.
    { blocks: ['Photo: Ann Example', 'Picture: The old bridge in April'], found: [] },
    { blocks: ['Related companies are under scrutiny too.'], found: [] },
  ],
};

/** Phrases that begin a promotion when no stop ends the block. */
const TEASERS = [
  'read (?:more|next|also|the full|our)',
  'also read',
  'see (?:more|also)',
  'more (?:on|from|about)',
  'more(?= ?:)',
  'related(?: (?:stories|articles|content|links|coverage|topics|news))?(?= ?[:|]|$)',
  '(?:you )?(?:may|might) (?:also )?(?:like|be interested)',
  'recommended',
  'most (?:read|popular|viewed)',
  'trending',
  'editor’s picks?',
  'follow (?:us|live|our|along)',
  'live(?: updates| blog)?(?= ?:)',
  '(?:watch|listen|look|photos|pictures|gallery|video|graphic|podcast|interactive|explainer|analysis|opinion)(?= ?[:|])',
  '(?:bonus|related|exclusive|watch the) (?:video|audio|podcast|gallery)',
  'advertisement',
  'story continues below',
  'don’t miss',
  'share (?:this|on)',
  'join (?:us|our|the conversation)',
  'download (?:our|the)',
] as const;
const TEASER = new RegExp(`^(?:${TEASERS.join('|')})\\b|^(?:${TEASERS.join('|')})$`, 'iu');

/** Requests to the reader: promotions even when they are whole sentences. */
const REQUEST =
  /^(?:sign up (?:for|to|here)|subscribe (?:to|now|here|for)|(?:click|tap) (?:here|on|to)|get (?:the|our) [^.]{0,60}newsletter|(?:please )?support (?:our|us)\b|follow us\b|download (?:our|the)\b)/iu;

/** A label that nothing but a link follows, whether that is a sentence or not. */
const LINK_LABEL =
  /^(?:(?:read )?more|also read|read also|see also|related|read|don’t miss|must read|recommended|further reading)\s*[:|]\s*\S/iu;

/** Requests that stand elsewhere than at the beginning, or ask for something else. */
const PLEAS = [
  /(?:^|[.!?] )(?:subscribe to|sign up (?:for|to|here)) [^.!?]{0,60}(?:newsletter|email|e-mail|briefing|podcast|channel|alerts?)s?\b/iu,
  /^(?:follow|see|read|find|watch) [^.!?]{0,60}\bcoverage\b[^.!?]{0,60}(?:\bat\b|\bon\b|\bhere\b|:)[^.!?]{0,20}(?:https?:|www\.|here)/iu,
  /^visit [^.!?]{1,60} for more (?:stories|news|information|details)\b/iu,
  /^(?:have|got|do you have) (?:an?|any) (?:news |story |confidential )?(?:tip|story)s?\?/iu,
  /^(?:read|see|watch) (?:the|our|his|her|their) (?:full|original|complete|entire|whole) (?:\p{L}+ ){0,3}(?:here|below|at \S+|on \S+)\.?$/iu,
  /^(?:watch|see|read|view|listen to|check out|click|scroll down)\b[^.!?“”]{0,100}\b(?:above|below|here)\.?$/iu,
  /^[^.!?“”]{0,80}\b(?:cop(?:y|ies)|text|letter|transcript|video|documents?|memos?|statement|list|report)\b[^.!?“”]{0,60} can be (?:seen|read|viewed|found|watched|downloaded) (?:in full )?(?:above|below|here)\.?$/iu,
  /^[^.!?]{10,120} \[(?:video|videos|photos?|pictures|pics|gallery|insight|reaction|analysis|opinion|watch|listen|interview|comment|reveal(?:ed)?|poll|update)\]\|?$/iu,
];

const MAX_LENGTH = 160;

function isPromotion(block: string): boolean {
  if (block.length > MAX_LENGTH) return false;
  if (REQUEST.test(block) || LINK_LABEL.test(block)) return true;
  if (PLEAS.some((plea) => plea.test(block))) return true;
  return TEASER.test(block) && !endsSentence(block);
}

/** Headlines of other stories, up to the first block that is a sentence. */
function listBelow(blocks: readonly string[], index: number): number[] {
  const found: number[] = [];
  for (let next = index + 1; next < blocks.length && found.length < MAX_LIST; next++) {
    const block = blocks[next] ?? '';
    if (endsSentence(block) || block.length > MAX_LENGTH) break;
    found.push(next);
  }
  return found;
}

/** Longest list of links that is taken for one; more would be the report itself. */
const MAX_LIST = 8;

/**
 * Whether a block is one of several headlines in a row between paragraphs: links to other stories.
 * Below a colon they would be a list of the report.
 */
function isInRow(blocks: readonly string[], index: number): boolean {
  if (!isHeadline(blocks[index])) return false;
  let [first, last] = [index, index];
  while (isHeadline(blocks[first - 1])) first--;
  while (isHeadline(blocks[last + 1])) last++;
  const [above, below] = [blocks[first - 1], blocks[last + 1]];
  return last > first && above !== undefined && endsSentence(above) && below !== undefined;
}

/** A line of five words or more, all of the longer ones with a capital, without figures. */
function isHeadline(block: string | undefined): boolean {
  if (block === undefined || block.length > MAX_LENGTH || /[.:;,–—\p{N}]$|\p{N}/u.test(block))
    return false;
  const long = block.split(' ').filter((word) => word.length > 4);
  const isTitle = long.length >= 3 && long.every((word) => /^[“‘(]?\p{Lu}/u.test(word));
  return isTitle && block.split(' ').length >= 5 && !endsSentence(block);
}

const endsSentence = (block: string) => /[.!?…][”’)\]]*$/u.test(block.trimEnd());
