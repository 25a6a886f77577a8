import type { Strength } from '../types.ts';

/**
 * Verbs by which a report hands on what others say, think or want, with how much they say of it.
 * `grammar.ts` lists the few behind which a sentence may lose who says so; these are many more,
 * and nothing is left out of a sentence because of them.
 */

/** What may follow a verb for it to hand something on. */
export type Frame =
  /** "said that", "said: “…”", "asked whether", and "…, she said". */
  | 'clause'
  /** "criticized the plan", "described it as a failure". */
  | 'object'
  /** "promised to pay". */
  | 'infinitive';

export interface CueClass {
  readonly because: string;
  /** `stated` where the report states what somebody does by it: refusing is no word alone. */
  readonly strength: Strength;
  readonly frames: readonly Frame[];
  /** Whether somebody utters something: who thinks or wants a thing need not have said it. */
  readonly spoken: boolean;
  readonly verbs: string;
}

export const CUE_CLASSES: readonly CueClass[] = [
  {
    because: 'They hand on words or findings and vouch for nothing.',
    strength: 'attributed',
    frames: ['clause', 'object'],
    spoken: true,
    verbs:
      'say tell note explain announce report confirm write tweet mention cite quote recount reiterate repeat reveal disclose declare proclaim testify stress emphasize emphasise underscore underline highlight detail outline reference recall remark acknowledge admit concede describe joke quip boast brag lament predict forecast',
  },
  {
    because: 'With a mere object they tell of a deed: "add two lawyers", "reply to a letter".',
    strength: 'attributed',
    frames: ['clause'],
    spoken: true,
    verbs:
      'add post state reply respond answer retort shout whisper continue conclude comment caution inform remind assure advise signal hint imply suggest speculate muse interject opine exclaim counter persuade convince relay point agree',
  },
  {
    because: 'Whoever hands it on does not vouch for it, and says so.',
    strength: 'alleged',
    frames: ['clause', 'object'],
    spoken: true,
    verbs: 'allege claim contend insist maintain assert argue accuse purport complain',
  },
  {
    because: 'What is behind them is said not to be so.',
    strength: 'denied',
    frames: ['clause', 'object'],
    spoken: true,
    verbs: 'deny dispute refute rebut disavow',
  },
  {
    because: 'Somebody says that they would have it so; nothing says that it is.',
    strength: 'hoped',
    frames: ['clause', 'object', 'infinitive'],
    spoken: true,
    verbs: 'urge demand plead implore beg exhort encourage',
  },
  {
    because: 'The same, where a mere object is no word: "ask a friend".',
    strength: 'hoped',
    frames: ['clause', 'infinitive'],
    spoken: true,
    verbs: 'ask request recommend propose press',
  },
  {
    because: 'Somebody would have it so, or fears it, and need not have said so.',
    strength: 'hoped',
    frames: ['clause', 'object', 'infinitive'],
    spoken: false,
    verbs: 'hope wish want fear',
  },
  {
    because: 'The same, where a mere object is no thought: "need a coat".',
    strength: 'hoped',
    frames: ['clause', 'infinitive'],
    spoken: false,
    verbs: 'favour prefer worry wonder',
  },
  {
    because: 'Somebody says that they will, or will not: it has not happened.',
    strength: 'planned',
    frames: ['clause', 'infinitive'],
    spoken: true,
    verbs: 'promise pledge vow threaten swear offer',
  },
  {
    because: 'Somebody means to; whether they said so is not told.',
    strength: 'planned',
    frames: ['clause', 'infinitive'],
    spoken: false,
    verbs: 'plan intend aim agree seek',
  },
  {
    because: 'Whoever refuses says so by what they leave undone, which is news of its own.',
    strength: 'stated',
    frames: ['clause', 'infinitive'],
    spoken: false,
    verbs: 'refuse decline',
  },
  {
    because: 'They say what somebody thinks of a thing or person, in words that were uttered.',
    strength: 'attributed',
    frames: ['object'],
    spoken: true,
    verbs:
      'criticize criticise denounce condemn blast slam praise laud hail applaud mock ridicule blame call liken welcome decry deride belittle castigate chastise chide commend deplore extol lambast lambaste rebuke scold smear vilify propose suggest',
  },
  {
    because: 'The same, where it may as well be told by deeds.',
    strength: 'attributed',
    frames: ['object'],
    spoken: false,
    verbs:
      'question support back endorse oppose reject dismiss embrace attack downplay defend discuss tout indicate admire advocate brand celebrate champion characterize characterise deem dub exaggerate favor favour grill label overstate paint portray resent salute shrug understate view document',
  },
  {
    because: 'What they show, or somebody thinks or knows, nobody need have said.',
    strength: 'attributed',
    frames: ['clause'],
    spoken: false,
    verbs:
      'indicate show find learn hear understand notice realize think believe feel guess reckon assume suspect expect doubt know read determine rule decide discover document illustrate sing recognize judge see envision foresee conceive fret',
  },
  {
    because: 'A figure behind them is their own: "estimated the damage at two million".',
    strength: 'attributed',
    frames: ['clause', 'object'],
    spoken: true,
    verbs: 'estimate observe',
  },
  {
    because: 'They put a question or a warning; whether it is so stays open.',
    strength: 'attributed',
    frames: ['clause', 'object', 'infinitive'],
    spoken: true,
    verbs: 'warn caution challenge invite',
  },
];

/** Verbs that hand something on with a preposition and a noun: "called for calm". */
export const CUE_PREPOSITIONS: Readonly<Record<string, string>> = {
  agree: 'with',
  appeal: 'for',
  argue: 'for against',
  ask: 'for about',
  boast: 'of about',
  brag: 'about',
  call: 'for on',
  campaign: 'for against',
  caution: 'against',
  complain: 'of about',
  disagree: 'with',
  go: 'after',
  hint: 'at about',
  hope: 'for',
  insist: 'on',
  joke: 'about',
  lash: 'out',
  object: 'to',
  plead: 'for with',
  point: 'out to',
  press: 'for',
  push: 'for back',
  rail: 'against',
  refer: 'to',
  respond: 'to',
  speak: 'of about out against',
  talk: 'about up',
  testify: 'about to',
  vote: 'against',
  warn: 'of about against',
  wonder: 'about',
  worry: 'about',
  write: 'about of',
};
