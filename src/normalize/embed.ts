import type { BlockRule } from './rules.ts';

export const embed: BlockRule = {
  id: 'embed',
  reason: 'embed',
  because:
    'Posts of social media are shown in pages as they were posted. Saved as text they are known by the line that signs them, or by the short link at their end; the paragraph above a signature is the post.',
  find: (blocks) =>
    blocks.flatMap((block, index) => {
      const isPart = FRAMES.some((frame) => frame.test(block)) || endsWithLink(block);
      return isPart || isSignedBelow(blocks, index) ? [index] : [];
    }),
  examples: [
    {
      blocks: [
        'The mayor was asked about it on Monday.',
        'The bridge stays shut until I say so.',
        '— Ann Field (@annfield) March 3, 2031',
        'Nobody will drive over it. pic.twitter.com/abcd12',
        'Nobody at all. — Bob Sample (@bob_sample) March 3, 2031',
        'See for yourselves: https://t.co/AbCd1234',
        'View this post on Instagram',
        'A post shared by Ann Field (@annfield) on Mar 3, 2031 at 4:15pm PST',
        'Ver esta publicación en Instagram',
        'View on Threads',
        'Engineers expect to open it again in May.',
      ],
      found: [1, 2, 3, 4, 5, 6, 7, 8, 9],
    },
    {
      blocks: [
        'She wrote this on Monday:',
        '— Ann Field (@annfield) March 3, 2031',
        'The mayor wrote: “Nobody will drive over it. pic.twitter.com/abcd12”',
        'Her post (pic.twitter.com/abcd12) was seen by thousands, she said.',
        'The bridge — Ann Field built it — was closed.',
        'View this post as a threat, he said.',
      ],
      found: [1],
    },
  ],
};

const SIGNATURE =
  /(?:^|\s)[–—]\s*\S.{0,60}?\s*\(@\w{1,30}\)(?:,?\s*(?:\p{L}{3,9}\.? \d{1,2}|\d{1,2} \p{L}{3,9}),? \d{4})?$/u;

/** What stands around a post, in the languages that readers of English news meet. */
const FRAMES = [
  SIGNATURE,
  /^(?:view|see) this (?:post|photo|profile|thread) on \p{Lu}\p{L}+$/iu,
  /^view on (?:threads|twitter|x|bluesky|facebook|instagram|mastodon|tiktok)$/iu,
  /^(?:ver|voir|visualizza|ver) (?:esta publicación|esta publicação|cette publication|questo post) .{0,20}instagram$/iu,
  /^(?:sieh dir diesen )?beitrag .{0,24}instagram.{0,8}$/iu,
  /^(?:a (?:post|photo|video|reel)|un(?:a)? (?:publicación|post|publication)) (?:shared|posted|compartida|condiviso|partagée) (?:by|por|da|par) .{1,160}$/iu,
  /^post by .{1,60}(?:\(@\w+\)|@\w+)$/iu,
];

const MAX_LENGTH = 600;

const QUOTATION_ENDS = /[”’]$/u;

/** A link that a post was cut off at stands at its end, in no quotation of the reporter’s. */
function endsWithLink(block: string): boolean {
  if (block.length > MAX_LENGTH || QUOTATION_ENDS.test(block)) return false;
  return /(?:^|\s)(?:https?:\/\/)?(?:pic\.twitter\.com|t\.co|pic\.x\.com)\/\w+(?:\s*\(\d{1,3}\))?$/u.test(
    block,
  );
}

/** A line that is nothing but a signature. */
const LONE_SIGNATURE = new RegExp(`^${SIGNATURE.source}`, 'u');

/** Longest that a post is; above it stands a paragraph of the report. */
const MAX_POST = 300;

function isSignedBelow(blocks: readonly string[], index: number): boolean {
  const [block = '', below = ''] = blocks.slice(index, index + 2);
  return LONE_SIGNATURE.test(below) && block.length <= MAX_POST && !/[:,]$/u.test(block);
}
