import type { StyleRule } from './rule.ts';

const LIKELIHOOD =
  /\b(?:almost no chance|remote|(?:very |un)?likely|(?:highly |im)?probabl[ey]|improbable|roughly even (?:chance|odds)|almost certain(?:ly)?|nearly certain)\b/iu;
const CONFIDENCE = /\b(?:high|moderate|low|medium) confidence\b/iu;

/** A likelihood and a confidence in one sentence. */
export const likelihoodConfidence: StyleRule = {
  name: 'likelihood-confidence',
  because:
    'How likely something is, and how sure of it those are who say so, are two things; in one sentence readers take them for one (ICD 203, D.6.e.2.a).',
  examples: {
    objects: ['With high confidence the agency holds that the bridge is likely to fall.'],
    passes: ['The bridge is likely to fall.', 'The agency holds so with high confidence.'],
  },
  objection: ({ text }) => {
    const [likelihood, confidence] = [LIKELIHOOD.exec(text)?.[0], CONFIDENCE.exec(text)?.[0]];
    if (!likelihood || !confidence) return undefined;
    return {
      found: `likelihood ("${likelihood}") and confidence ("${confidence}") in one statement`,
      expected: 'one of them',
      advice: 'say them apart: reword the fact in briefing.yaml, or split it',
    };
  },
};
