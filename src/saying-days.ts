import { certainDay } from './certain-dates.ts';
import { saidBefore } from './language/saying.ts';
import { isQuoted } from './spans.ts';
import type { Claim } from './types.ts';

/**
 * List the days (ISO 8601) on which the words that a claim quotes were spoken, as it says itself:
 * "she said on Tuesday", "he told reporters at a news conference on Tuesday", "On Tuesday, she said".
 *
 * What else a sentence dates ("she said of the vote on Tuesday") is not the day of saying so.
 */
export function sayingDays(claim: Claim): readonly string[] {
  const { exact } = claim;
  const days = claim.times.flatMap((time) => {
    const day = certainDay(time);
    if (!day || isQuoted(claim, time)) return [];
    const [before, behind] = [exact.slice(0, time.start), exact.slice(time.end)];
    return isBehindSaying(before, behind) || isBeforeSaying(before, behind) ? [day] : [];
  });
  return [...new Set(days)];
}

/** Where and to whom it was said, between the verb and the day. */
const SETTING =
  / (?:at|in|during|to|on)(?: (?!(?:of|about|that|who|which|after|before)\b)[\p{L}’.-]+){1,5}(?= (?:late |early )?(?:on )?$)/u;

/** Whom it was told: "told the Example Times". */
const LISTENER =
  /(?<=\btold)(?: (?!(?:of|about|that|who|which|after|before|on)\b)[\p{L}’.-]+){1,5}(?= (?:late |early )?(?:on )?$)/u;

/** The clause of saying ends with the day: else it is what was said that is dated. */
const ENDS = /^(?:[,.;:!?”]|$| (?:at|in|during|that) )/u;

function isBehindSaying(before: string, behind: string): boolean {
  if (!ENDS.test(behind)) return false;
  const plain = before.replace(SETTING, '');
  return [before, plain, plain.replace(LISTENER, '')].some(
    (text) => saidBefore(text) !== undefined,
  );
}

/** Words before a day that opens a sentence. */
const OPENING = /(?:^|[.!?]”? )(?:on |late on |early on |late |early )?$/iu;

/** A speaker in a few words, and the verb, up to the quotation. */
const SPEAKER_SAYS = /^,?((?: [\p{L}’.-]+){2,6})[,:]? “/u;

function isBeforeSaying(before: string, behind: string): boolean {
  const [, words] = SPEAKER_SAYS.exec(behind) ?? [];
  return words !== undefined && OPENING.test(before) && saidBefore(`${words} `) !== undefined;
}
