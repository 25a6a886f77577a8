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
  readonly strength: Exclude<Strength, 'stated'>;
  readonly frames: readonly Frame[];
  readonly verbs: string;
}

export const CUE_CLASSES: readonly CueClass[] = [
  {
    because: 'They hand on words or findings and vouch for nothing.',
    strength: 'attributed',
    frames: ['clause', 'object'],
    verbs:
      'say tell add note explain announce report confirm write tweet mention cite quote recount reiterate repeat reveal disclose declare proclaim testify stress emphasize emphasise underscore underline highlight detail outline reference post recall remark acknowledge admit concede observe describe joke quip boast brag lament predict forecast estimate',
  },
  {
    because: 'With a mere object they tell of a deed: "state the obvious", "reply to a letter".',
    strength: 'attributed',
    frames: ['clause'],
    verbs:
      'state reply respond answer retort shout whisper continue conclude comment caution inform remind assure advise signal hint imply indicate suggest show find learn hear understand notice realize think believe feel guess reckon assume suspect expect doubt know agree point read determine rule decide discover document illustrate speculate muse interject opine exclaim sing counter persuade convince tout relay recognize judge see understand envision foresee conceive fret',
  },
  {
    because: 'Whoever hands it on does not vouch for it, and says so.',
    strength: 'alleged',
    frames: ['clause', 'object'],
    verbs: 'allege claim contend insist maintain assert argue accuse charge purport complain',
  },
  {
    because: 'What is behind them is said not to be so.',
    strength: 'denied',
    frames: ['clause', 'object'],
    verbs: 'deny dispute refute rebut disavow',
  },
  {
    because: 'Somebody would have it so, or fears it; nothing says that it is.',
    strength: 'hoped',
    frames: ['clause', 'object', 'infinitive'],
    verbs: 'hope wish want urge demand fear plead implore beg exhort encourage',
  },
  {
    because: 'The same, where a mere object is no word: "ask a friend", "need a coat".',
    strength: 'hoped',
    frames: ['clause', 'infinitive'],
    verbs: 'ask request recommend propose favor favour prefer worry wonder',
  },
  {
    because: 'Somebody says that they will: it has not happened.',
    strength: 'planned',
    frames: ['clause', 'infinitive'],
    verbs: 'promise pledge vow threaten swear offer plan intend aim refuse decline agree seek',
  },
  {
    because: 'They say what somebody thinks of a thing or person, which is a statement about it.',
    strength: 'attributed',
    frames: ['object'],
    verbs:
      'criticize criticise denounce condemn blast slam praise laud hail applaud mock ridicule blame question support back endorse oppose reject dismiss embrace attack call liken welcome decry deride downplay defend discuss tout propose suggest indicate admire advocate belittle brand castigate celebrate champion characterize characterise chastise chide commend deem deplore dub exaggerate extol favor favour grill lambast lambaste label overstate paint portray rebuke resent salute scold shrug smear understate view vilify document',
  },
  {
    because: 'They put a question or a warning; whether it is so stays open.',
    strength: 'attributed',
    frames: ['clause', 'object', 'infinitive'],
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
  hint: 'at',
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
