import type { GapQuestion } from '../types.ts';

/** How reports say that something is not known, or that somebody would not say it. */

/** What is asked. */
export type OpenQuestion = Exclude<GapQuestion, 'who says so'>;

/** A way to say that something is not known. */
export interface UnknownCue {
  readonly id: string;
  readonly because: string;
  readonly pattern: RegExp;
  /** The question that it leaves open, where the words behind it do not say. */
  readonly question: OpenQuestion;
  /** Run as tests: sentences that say so, and some that do not. */
  readonly examples: readonly (readonly [string, OpenQuestion | undefined])[];
}

const HOW_SOON =
  '(?:(?:immediately|yet|still|also|entirely|exactly|independently|publicly|so far) )*';
const ASKED = '(?=,? (?:if|whether|who|whom|what|which|where|when|why|how)\\b)';
const WOULD_NOT =
  '(?:(?:did|does|would|could|has|have|had) not|didn’t|wouldn’t|declined to|refused to|declining to|refusing to)';
const MATTER =
  '(?:cause|motive|motives|reason|reasons|identity|identities|whereabouts|fate|number|extent|origin|circumstances|details|names?|toll)';

const cue = (source: string): RegExp => new RegExp(`\\b(?:${source})`, 'iu');

export const UNKNOWN_CUES: readonly UnknownCue[] = [
  {
    id: 'unclear',
    because: 'The question stands behind it.',
    pattern: cue(`(?:not ${HOW_SOON}(?:clear|known|certain)|unclear|unknown)${ASKED}`),
    question: 'whether',
    examples: [
      ['It was not immediately clear who shut the bridge.', 'who'],
      ['It was unclear if anyone was hurt.', 'whether'],
      ['The unknown miller stayed.', undefined],
      ['It was clear who shut it.', undefined],
    ],
  },
  {
    id: 'matter-unknown',
    because: 'What is not known is named before it.',
    pattern: cue(
      `${MATTER} [^.,;:]{0,60}?(?:(?:is|are|was|were|remains?|remained) ${HOW_SOON}(?:not ${HOW_SOON}(?:clear|known|released|disclosed|available)|unclear|unknown|a mystery)|(?:has|have|had) not ${HOW_SOON}been (?:released|disclosed|determined|established))`,
    ),
    question: 'what',
    examples: [
      ['The cause of the fire was not immediately known.', 'why'],
      ['The names of the dead have not been released.', 'who'],
      ['The cause of the fire was a lamp.', undefined],
    ],
  },
  {
    id: 'mystery',
    because: 'What is not known is the subject.',
    pattern: cue('remain(?:s|ed)? (?:a mystery|unexplained|unsolved|unidentified|unaccounted for)'),
    question: 'what',
    examples: [
      ['What the miller wanted remains a mystery.', 'what'],
      ['He remained calm.', undefined],
    ],
  },
  {
    id: 'would-not-say',
    because: 'Somebody who may know it does not tell.',
    pattern: cue(
      `${WOULD_NOT} ${HOW_SOON}(?:(?:say|said|tell|told)${ASKED}|(?:specify|specified|disclose|disclosed|identify|identified|reveal|revealed|explain|explained)(?=,? (?:if|whether|who|whom|what|which|where|when|why|how|the|terms|any|him|her|them|details)\\b|[,.;]|$)|elaborate)`,
    ),
    question: 'what',
    examples: [
      ['The mayor would not say why the bridge was shut.', 'why'],
      ['The man, whom police did not identify, was not there.', 'who'],
      ['She did not elaborate.', 'what'],
      ['She did not say a word.', undefined],
      ['She did not say the bridge was safe.', undefined],
      ['The letter does not reveal the identity of its writer.', 'who'],
      ['He did not tell lies.', undefined],
    ],
  },
  {
    id: 'not-confirmed',
    because: 'The report could not make sure of it.',
    pattern: cue(
      `could not ${HOW_SOON}(?:be ${HOW_SOON})?(?:confirm|verif|determin|establish|corroborat)\\p{L}*`,
    ),
    question: 'whether',
    examples: [
      ['The figure could not be independently verified.', 'whether'],
      ['It could not be mended.', undefined],
    ],
  },
  {
    id: 'no-word',
    because: 'Nothing was said of it.',
    pattern: cue(
      'no (?:immediate )?(?:word|claim of responsibility|explanation) (?=(?:on|about|of|from|for|as to)\\b)',
    ),
    question: 'what',
    examples: [
      ['There was no immediate word on casualties.', 'what'],
      ['There was no immediate claim of responsibility for the blast.', 'who'],
      ['No word of it is true.', 'what'],
      ['He has no explanation.', undefined],
    ],
  },
  {
    id: 'no-comment',
    because: 'Somebody was asked, and did not answer.',
    pattern: cue(
      `(?:(?:did|would|had|has|have) not|didn’t|wouldn’t) ${HOW_SOON}(?:comment|commented|respond|responded|return(?:ed)? (?:calls?|messages?|requests?|phone))\\b|(?:declined|refused|declining|refusing) to comment|could not ${HOW_SOON}be ${HOW_SOON}reached`,
    ),
    question: 'comment',
    examples: [
      ['The mayor declined to comment.', 'comment'],
      ['The mayor did not immediately respond to a request.', 'comment'],
      ['The mayor did not return until Friday.', undefined],
    ],
  },
];

/** What is asked, by the word behind a cue, or the thing that is named before it. */
const QUESTIONS: readonly (readonly [RegExp, OpenQuestion])[] = [
  [/^[ ,]*(?:if|whether)\b/iu, 'whether'],
  [/^[ ,]*how (?:many|much)\b/iu, 'how many'],
  [/^[ ,]*who(?:m|se)?\b/iu, 'who'],
  [/^[ ,]*(?:where)\b/iu, 'where'],
  [/^[ ,]*(?:when)\b/iu, 'when'],
  [/^[ ,]*why\b/iu, 'why'],
  [/^[ ,]*(?:what|which|how)\b/iu, 'what'],
];

const NAMED: readonly (readonly [RegExp, OpenQuestion])[] = [
  [/\b(?:identit|identif|names?\b|claim of responsibility|whom? )/iu, 'who'],
  [/\b(?:cause|motives?|reasons?)\b/iu, 'why'],
  [/\bwhereabouts\b/iu, 'where'],
  [/\b(?:number|extent|toll)\b/iu, 'how many'],
];

/** Something that a text says is not known. */
export interface Unknown {
  readonly question: OpenQuestion;
  /** Where the words that say so begin and end. */
  readonly start: number;
  readonly end: number;
}

/** What is asked stands this near to a cue, in characters. */
const NEAR = 24;

/** Find what a text says is not known; nothing where it says no such thing. */
export function unknownIn(text: string): Unknown | undefined {
  for (const { pattern, question } of UNKNOWN_CUES) {
    const found = pattern.exec(text);
    if (!found) continue;
    const [words] = found;
    const end = found.index + words.length;
    const behind = QUESTIONS.find(([asked]) => asked.test(text.slice(end)))?.[1];
    const around = text.slice(Math.max(0, found.index - NEAR), end + NEAR);
    const named =
      question === 'comment' ? undefined : NAMED.find(([thing]) => thing.test(around))?.[1];
    return { question: behind ?? named ?? question, start: found.index, end };
  }
  return undefined;
}
