import { leadingFacts } from '../leading.ts';
import type { SectionMaker } from './section.ts';

/** More would not be read in half a minute; what is pinned stands there all the same. */
const MOST = 5;

/**
 * What the editor pinned, then the facts that most reports tell first. Each of those can be read
 * alone, and is a fact of the body with all its citations.
 */
export const bottomLine: SectionMaker = ({ facts }) => {
  const leading = leadingFacts(facts);
  const pinned = leading.filter((fact) => fact.pinned !== undefined).length;
  const chosen = leading.slice(0, Math.max(MOST, pinned));
  if (chosen.length === 0) return undefined;
  return { kind: 'bottom-line', heading: 'Bottom line', facts: chosen.map(({ id }) => id) };
};
