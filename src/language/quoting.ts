/** What tells speech from words that a reporter only holds up, by what stands around the marks. */

/** Words behind which marks hold a title or a name, however long. */
const TITLED =
  /(?:\b(?:called|titled|entitled|headlined|named|dubbed|nicknamed|as|book|film|movie|song|album|novel|play|series|show|article|essay|column|program|programme|exhibition|headline)) $/iu;

/** Whether what is opened behind a text is the title of something. */
export const isTitled = (before: string): boolean => TITLED.test(before.slice(-LONGEST));

/** Words of saying that stand beside speech too short to be told by its length. */
const SAYS =
  'said|says|say|asked|asks|told|tells|added|adds|replied|replies|wrote|writes|tweeted|shouted|answered|responded|declared|continued|recalled|joked';

/** Behind it: “No,” the mayor said. “Never,” said Ann Example. */
const SAID_BEHIND = new RegExp(`^ (?:[\\p{L}.’-]+ ){0,4}(?:${SAYS})\\b`, 'iu');
/** Before it: the mayor said: “No.” */
const SAID_BEFORE = new RegExp(`\\b(?:${SAYS})[:,]? $`, 'iu');

/** As much of a text as any of these patterns can reach. */
const LONGEST = 24;
const REACH = 90;

interface Surroundings {
  readonly before: string;
  readonly inner: string;
  readonly after: string;
}

/**
 * Whether a short quotation is speech: it is a sentence by its capital and its mark at the end, and
 * someone is told to say it.
 */
export function isSaid({ before, inner, after }: Surroundings): boolean {
  if (!/^\p{Lu}/u.test(inner) || !/[,.?!…]$/u.test(inner)) return false;
  return SAID_BEHIND.test(after.slice(0, REACH)) || SAID_BEFORE.test(before.slice(-LONGEST));
}
