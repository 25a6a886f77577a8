import type { Claim, Sentence } from '../types.ts';

/** A claim to be compared, and where its sentence stands in its report (0 first, 1 last). */
export interface Unit {
  readonly claim: Claim;
  readonly position: number;
}

/** List what is compared: the parts of sentences that were taken apart, else whole sentences. */
export function unitsOf(reports: readonly (readonly Sentence[])[]): readonly Unit[] {
  return reports.flatMap((sentences) =>
    sentences.flatMap(({ whole, parts }, index) =>
      (parts.length > 0 ? parts : [whole]).map((claim) => ({
        claim,
        position: index / Math.max(1, sentences.length - 1),
      })),
    ),
  );
}
