import { list, pattern, perhaps } from './patterns.ts';
import type { TimeRule } from './rules.ts';

/** Words that point to the past, the present or the future, and to no time in it. */
export const REFERENCE_RULES: readonly TimeRule[] = [
  {
    id: 'present',
    cues: list('now current currently present nowadays'),
    pattern: pattern('now|currently|current|nowadays|at present|at the moment'),
    read: () => perhaps('PRESENT_REF'),
    examples: [
      ['It is now closed.', { now: '~PRESENT_REF' }],
      ['It is currently closed.', { currently: '~PRESENT_REF' }],
    ],
  },
  {
    id: 'past',
    cues: list('recently recent lately past'),
    pattern: pattern(
      '(?:more |most )?recently|lately|(?:more |most )?recent(?: (?:hours|days|weeks|months|quarters|years|decades)(?: and (?:weeks|months|years))?)?|the (?:recent )?past',
    ),
    read: (_, { after }) =>
      /^ (?:two|three|\d|few|several)/iu.test(after) ? undefined : perhaps('PAST_REF'),
    examples: [
      ['It recently closed.', { recently: '~PAST_REF' }],
      ['It rained in recent days.', { 'recent days': '~PAST_REF' }],
    ],
  },
  {
    id: 'future',
    cues: list('soon future coming'),
    pattern: pattern(
      '(?:as )?soon(?: as possible)?|the (?:near |foreseeable )?future(?! of\\b)|(?:the )?coming (?:hours|days|weeks|months|quarters|years|decades)',
    ),
    read: (_, { after, words }) =>
      // "As soon as it opens", "soon after the vote": told from another time.
      /soon$/iu.test(words) && /^ (?:as|after|before|became|enough)\b/iu.test(after)
        ? undefined
        : perhaps('FUTURE_REF'),
    examples: [
      ['It will open soon.', { soon: '~FUTURE_REF' }],
      ['It closed soon after the vote.', {}],
      ['It will rain in the coming days.', { 'the coming days': '~FUTURE_REF' }],
    ],
  },
];
