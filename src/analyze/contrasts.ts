import { type Contrast, contrastOf } from '../contrast.ts';
import { ownClaims, statedBy } from '../facts.ts';
import type { Claim, Difference, Fact, NonEmpty } from '../types.ts';

/** What the reader is told of each kind. */
const NOTES: Readonly<Record<Contrast['kind'], string>> = {
  number: 'The reports give different figures.',
  date: 'The reports give different days.',
  place: 'The reports name different places.',
  stance: 'The reports say opposite things, or one leaves open what the other states.',
};

/**
 * Reports that say the same in nearly the same words, but of another number, day or place, or the
 * opposite. Asked of all claims that are close to the statement, also of those that were kept
 * apart from it for just that reason.
 */
export function contrastsThatDiffer(fact: Fact): readonly Difference[] {
  const stated = statedBy(fact);
  const own = ownClaims(fact).filter((claim) => claim !== stated);
  const found = own.flatMap((claim) => {
    const contrast = contrastOf(stated, claim);
    return contrast ? [{ claim, contrast }] : [];
  });
  return Object.entries(NOTES).flatMap(([kind, note]) =>
    differenceOf(
      stated,
      note,
      found.filter(({ contrast }) => contrast.kind === kind),
    ),
  );
}

function differenceOf(
  stated: Claim,
  note: string,
  found: readonly { readonly claim: Claim; readonly contrast: Contrast }[],
): Difference[] {
  const [first] = found;
  if (!first) return [];
  const others = new Map<string, NonEmpty<string>>();
  for (const { claim, contrast } of found) {
    const [, value] = contrast.values;
    const known = others.get(value);
    others.set(value, known ? [...known, claim.id] : [claim.id]);
  }
  const { kind, values } = first.contrast;
  const sides = Array.from(others, ([value, claims]) => ({ value, claims }));
  return [
    {
      kind,
      about: '',
      status: 'open',
      note,
      sides: [{ value: values[0], claims: [stated.id] }, ...sides],
    },
  ];
}
