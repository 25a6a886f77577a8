import { stems } from '../language/words.ts';
import type { StyleRule } from './rule.ts';

/** Words that raise one thing over all others. */
const SUPERLATIVE =
  /\b(?:(?:most|least) \p{L}{2,30}|(?:great|high|low|larg|bigg|small|strong|weak|worst|best|deadli|fierc|heavi|wors|long|short|old|young|new|fast|slow|rich|poor)(?:est)?(?<=est|st)|unprecedented|unparalleled|record|never before|first ever|the first|the only|the last)\b/giu;

/** A superlative in the editor's words that no report cited has. */
export const superlativeUnreported: StyleRule = {
  name: 'superlative-unreported',
  because: 'A superlative is a claim about all others, and needs a report as any claim does.',
  examples: {
    objects: [],
    passes: ['The bridge is the oldest of the town.', 'The town has the longest bridge.'],
  },
  objection: ({ text, claims, isEditors }) => {
    if (!isEditors) return undefined;
    const known = new Set(claims.flatMap(({ context }) => stems(context.exact)));
    const word = (text.match(SUPERLATIVE) ?? []).find((each) =>
      stems(each).some((stem) => !known.has(stem)),
    );
    if (word === undefined) return undefined;
    return {
      found: `superlative "${word}" in the editor’s words`,
      expected: 'one that a report cited there has',
      advice: 'take it out, or cite a report that says so',
    };
  },
};
