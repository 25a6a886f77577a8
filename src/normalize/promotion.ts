import type { BlockRule } from './rules.ts';

export const promotion: BlockRule = {
  id: 'promotion',
  reason: 'promotion',
  because:
    'Pages weave in links to other stories, newsletters and broadcasts. They begin with one of a few set phrases; a phrase that ends with a colon is followed by headlines of other stories, which lack the stop that ends a sentence.',
  find: (blocks) =>
    blocks.flatMap((block, index) => {
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

const MAX_LENGTH = 160;

function isPromotion(block: string): boolean {
  if (block.length > MAX_LENGTH) return false;
  if (REQUEST.test(block)) return true;
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

const endsSentence = (block: string) => /[.!?…][”’)\]]*$/u.test(block.trimEnd());
