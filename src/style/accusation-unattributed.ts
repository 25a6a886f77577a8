import type { Claim } from '../types.ts';
import type { StyleRule } from './rule.ts';

/** Verbs (dictionary form) for what the law punishes: said of somebody by name, they accuse. */
const CRIMES = new Set(
  'murder steal embezzle rape bribe defraud launder smuggle rob kidnap abduct assault molest torture extort blackmail forge perjure'.split(
    ' ',
  ),
);

/** Words that say whose accusation it is, or that a court has found so. */
const OWNED =
  /\b(?:allege|accus|charg|convict|sentenc|guilty|suspect|indict|plead|pled|admit|confess|deni|acquit|according to|said|says|claim|report|believed|purported)/iu;

/** Whoever it stands before suffered it. */
const PASSIVE = /\b(?:was|were|been|being|is|are) (?:\p{L}{1,20}ly )?$/iu;

/** So near before the verb stands its subject. */
const NEAR = 30;

const isAccused = ({ exact, mentions, verbs, polarity }: Claim): boolean =>
  polarity === 'affirmed' &&
  verbs.some(
    ({ lemma, start }) =>
      CRIMES.has(lemma) &&
      !PASSIVE.test(exact.slice(Math.max(0, start - NEAR), start)) &&
      mentions.some(({ end, name }) => end <= start && start - end <= NEAR && name.includes(' ')),
  );

/** A crime that a report lays to somebody by name, in its own voice. */
export const accusationUnattributed: StyleRule = {
  name: 'accusation-unattributed',
  because: 'Who publishes an accusation as a fact answers for it as its author does.',
  examples: {
    objects: ['Bob Sample embezzled two million dollars from the town.'],
    passes: [
      'Bob Sample allegedly embezzled two million dollars.',
      'Bob Sample was convicted: he embezzled two million dollars.',
      'Prosecutors said Bob Sample embezzled two million dollars.',
      'Bob Sample was robbed on Monday.',
      'Somebody stole the bell.',
    ],
  },
  objection: ({ claims, text }) => {
    if (OWNED.test(text) || claims.some(({ strength }) => strength !== 'stated')) return undefined;
    if (!claims.some(isAccused)) return undefined;
    return {
      found: 'accusation in the reports’ own voice',
      expected: 'who accuses, or what court found so',
      advice: 'check it, then reword the fact in briefing.yaml, or suppress it',
    };
  },
};
