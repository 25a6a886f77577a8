import type { StyleRule } from './rule.ts';

/**
 * Words for how likely something is that are none of the seven of ICD 203, and the nearest of these.
 * Readers take them for anything from one in ten to nine in ten.
 */
const NEAREST: Readonly<Record<string, string>> = {
  perhaps: 'roughly even chance',
  maybe: 'roughly even chance',
  possibly: 'roughly even chance',
  conceivably: 'unlikely',
  presumably: 'likely',
  doubtless: 'almost certain',
  undoubtedly: 'almost certain',
  'a good chance': 'likely',
  'a fair chance': 'roughly even chance',
  'a real chance': 'roughly even chance',
  'a slim chance': 'very unlikely',
  'a serious possibility': 'roughly even chance',
  'a distinct possibility': 'roughly even chance',
  'in all likelihood': 'very likely',
  'in all probability': 'very likely',
};

const WORD = new RegExp(`\\b(?:${Object.keys(NEAREST).join('|')})\\b`, 'iu');

/** A word for a likelihood outside the seven of ICD 203. */
export const likelihoodWord: StyleRule = {
  name: 'likelihood-word',
  because:
    'A likelihood that everybody reads otherwise tells nothing; seven terms have agreed meanings (ICD 203, D.6.e.2.a).',
  examples: {
    objects: ['Perhaps the bridge will open in May.', 'There is a good chance that it opens.'],
    passes: [
      'The bridge is likely to open in May.',
      'It is almost certain to open.',
      'It may open in May.',
    ],
  },
  objection: ({ text }) => {
    const word = WORD.exec(text)?.[0];
    const nearest = word && NEAREST[word.toLowerCase()];
    if (!word || !nearest) return undefined;
    return {
      found: `likelihood "${word}"`,
      expected: `one of the seven terms of ICD 203, as "${nearest}"`,
      advice: 'quote it as the report’s, or say in words of your own how likely it is held to be',
    };
  },
};
