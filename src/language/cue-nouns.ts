import type { Strength } from '../types.ts';

/** Nouns that hand on what somebody says or wants, by what has to stand behind them. */

interface NounClass {
  readonly because: string;
  readonly strength: Strength;
  readonly nouns: string;
  /** Words of which one has to follow. */
  readonly before: string;
}

export const NOUN_CLASSES: readonly NounClass[] = [
  {
    because: 'Behind "that" stands what somebody says.',
    strength: 'attributed',
    nouns:
      'statement remark comment assertion view argument suggestion announcement report opinion belief conclusion finding acknowledgment warning testimony observation notion theory case',
    before: 'that',
  },
  {
    because: 'The noun itself says that nobody has shown it.',
    strength: 'alleged',
    nouns: 'claim allegation accusation charge rumor rumour suspicion',
    before: 'that of by',
  },
  {
    because: 'Somebody denies it.',
    strength: 'denied',
    nouns: 'denial',
    before: 'that of',
  },
  {
    because: 'Somebody would have it so, or fears it.',
    strength: 'hoped',
    nouns: 'hope fear wish demand call plea request appeal concern worry expectation case',
    before: 'that to for on about',
  },
  {
    because: 'Somebody means to make it so.',
    strength: 'planned',
    nouns: 'promise pledge vow plan threat intention commitment proposal offer refusal',
    before: 'that to',
  },
  {
    because: 'What somebody thinks of a thing is a statement about it.',
    strength: 'attributed',
    nouns: 'criticism condemnation praise support',
    before: 'of for that',
  },
];

/** The word behind a noun → the classes that need it, with their nouns for looking up. */
const BY_NEXT = new Map(
  [...new Set(NOUN_CLASSES.flatMap(({ before }) => before.split(' ')))].map((next) => [
    next,
    NOUN_CLASSES.filter(({ before }) => before.split(' ').includes(next)).map(
      ({ strength, nouns }) => ({ strength, nouns: new Set(nouns.split(' ')) }),
    ),
  ]),
);

/** Verbs that do no more than utter such a noun: "make the case that", "voice concern about". */
export const LIGHT_VERBS: ReadonlySet<string> = new Set(
  'make issue express voice repeat renew reiterate raise put give deliver have'.split(' '),
);

/** How surely a noun hands something on, where the word behind it is one that it needs. */
export function nounCue(noun: string, next: string): Pick<NounClass, 'strength'> | undefined {
  const singular = noun.endsWith('s') ? noun.slice(0, -1) : noun;
  return BY_NEXT.get(next)?.find(({ nouns }) => nouns.has(noun) || nouns.has(singular));
}
