import { statedBy } from '../facts.ts';
import { STOP_STEMS } from '../language/stop-words.ts';
import { stems } from '../language/words.ts';
import { leadingFacts } from '../leading.ts';
import type { Fact } from '../types.ts';
import type { SectionMaker } from './section.ts';

/** More would not be read in half a minute; what is pinned stands there all the same. */
const MOST = 5;

/**
 * What the editor pinned, then the facts that most reports tell first, without those that mostly
 * say again what stands above them. Each can be read alone, and is a fact of the body with all its
 * citations.
 */
export const bottomLine: SectionMaker = ({ facts }) => {
  const leading = leadingFacts(facts);
  const pinned = leading.filter((fact) => fact.pinned !== undefined).length;
  const chosen = withoutRepeats(leading, pinned).slice(0, Math.max(MOST, pinned));
  if (chosen.length === 0) return undefined;
  return { kind: 'bottom-line', heading: 'Bottom line', facts: chosen.map(({ id }) => id) };
};

/** With so many of its words in one that stands above it, a fact adds too little. */
const REPEATED = 0.5;

/** @param kept So many of the first stay whatever they say: the editor wants them. */
function withoutRepeats(facts: readonly Fact[], kept: number): readonly Fact[] {
  const chosen: { readonly fact: Fact; readonly stems: ReadonlySet<string> }[] = [];
  for (const fact of facts) {
    const own = contentOf(fact);
    const repeats = chosen.some(
      (above) => shareIn(own, above.stems) >= REPEATED && !namesMore(fact, above.fact),
    );
    if (chosen.length < kept || !repeats) chosen.push({ fact, stems: own });
    if (chosen.length >= Math.max(MOST, kept)) break;
  }
  return chosen.map(({ fact }) => fact);
}

const contentOf = ({ statement }: Fact): ReadonlySet<string> =>
  new Set(stems(statement.text).filter((stem) => !STOP_STEMS.has(stem)));

/** The share of some stems that others hold. */
const shareIn = (own: ReadonlySet<string>, others: ReadonlySet<string>): number =>
  [...own].filter((stem) => others.has(stem)).length / Math.max(1, own.size);

/** Whether a fact names anybody or anything that another does not: then it is about more. */
const namesMore = (fact: Fact, { statement }: Fact): boolean =>
  statedBy(fact).names.some((name) => !statement.text.includes(name.split(' ').at(-1) ?? name));
