import type { BlockRule } from './rules.ts';

export const biography: BlockRule = {
  id: 'biography',
  reason: 'credit',
  because:
    'Below a report stands who wrote it and how to reach the writer. The sentence says that someone is a reporter of something, or where to follow and write to someone; it stands at the end, or beside another one of its kind.',
  find: (blocks) => {
    const isContact = (index: number) => {
      const block = blocks[index] ?? '';
      return block.length <= MAX_LENGTH && CONTACTS.some((form) => form.test(block));
    };
    const isEnd = (index: number) =>
      index >= blocks.length - NEAR_END || isContact(index - 1) || isContact(index + 1);
    return blocks.flatMap((block, index) => {
      if (block.length > MAX_LENGTH || index === 0) return [];
      return isContact(index) || (isEnd(index) && IS_WRITER.test(block)) ? [index] : [];
    });
  },
  examples: [
    {
      blocks: [
        'The bridge was closed on Monday.',
        'Ann Field is a reporter for the Harlow Courier.',
        'Follow her on Twitter @annfield.',
        'Contact her at ann.field@courier.example.',
        'Email: ann.field@courier.example',
        'Ann Field may be reached at ann@courier.example.',
        'Reach Bob Sample at 555-0101 or on Twitter: @bobsample',
      ],
      found: [1, 2, 3, 4, 5, 6],
    },
    {
      blocks: [
        'The bridge was closed on Monday.',
        'Ann Field covers traffic for the Courier. She lives in Harlow.',
      ],
      found: [1],
    },
    {
      blocks: [
        'Ann Field is a reporter for the Harlow Courier.',
        'Bob Sample is a reporter for the Brennick Times, and was jailed on Monday.',
        'Contact her lawyer did not want, she said.',
        'Her lawyer covers her costs.',
        'Follow him, the mayor said.',
        'Nobody was told.',
        'It was late.',
        'It is old.',
      ],
      found: [],
    },
  ],
};

const MAX_LENGTH = 400;

/** How many blocks from the end the writer may be told of: the writer, how to reach, who owns it. */
const NEAR_END = 3;

const PERSON = '\\p{Lu}[\\p{L}.’-]+(?: \\p{Lu}[\\p{L}.’-]*){1,3}';
const MEDIUM = '(?:the |our )?\\p{Lu}[\\p{L}.’&-]*(?: (?:\\p{Lu}[\\p{L}.’&-]*|of|and|the))*';
const ROLE =
  '(?:(?:senior|staff|national|foreign|political|chief|deputy|associate|assistant|freelance|investigative|breaking|general|award-winning|\\p{L}+) ){0,4}(?:reporter|correspondent|writer|editor|journalist|columnist|producer|contributor|freelancer)';

const IS_WRITER = new RegExp(
  `^${PERSON}(?: and ${PERSON})? (?:(?:is|are) (?:an? |the )?${ROLE}s?,? (?:for|at|with|of|based in|in|on|covering) [^.]{2,80}|(?:covers|writes about|reports on) [^.]{2,80} (?:for|at) ${MEDIUM})\\.(?: (?:S?[Hh]e|They) [^.]{2,120}\\.){0,3}$`,
  'u',
);

const CONTACTS = [
  /^(?:you can )?(?:follow|find) (?:him|her|them|me|us|\p{Lu}[\p{L}.’-]+(?: \p{Lu}[\p{L}.’-]+){0,3}) (?:on|at|via) (?:twitter|x|facebook|instagram|threads|bluesky|linkedin|mastodon|social media|@)[^.!?]{0,80}(?:@?[\w.]+)?[.”]?$/iu,
  /^(?:you can )?(?:contact|reach|e-?mail|write to) (?:him|her|them|me|us|the (?:writer|author|reporter|newsroom)|\p{Lu}[\p{L}.’-]+(?: \p{Lu}[\p{L}.’-]+){0,3})(?: (?:at|on|via|by)|:) .{0,40}(?:@|\d{3}[-. ]\d{4}).{0,80}$/iu,
  /^.{0,100}\b(?:may|can) be reached (?:at|on|by) .{0,40}(?:@|\d{3}[-. ]\d{4})/iu,
  /^(?:e-?mail|twitter|contact|tips?|x)\s*(?::\s*)?(?:[\w.+-]+@[\w.-]+\.\p{L}{2,63}|@\w{2,30})\W*$/iu,
  /^“?follow \p{Lu}[\p{L}.’-]+(?: \p{Lu}[\p{L}.’-]+){0,3} on \p{Lu}\p{L}+:? ?@\w{2,30}\W*$/iu,
] as const;
