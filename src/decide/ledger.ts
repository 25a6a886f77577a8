import { fold } from '../characters.ts';
import { ownClaims } from '../facts.ts';
import { areInOnePlace } from '../spans.ts';
import type { Claim, Fact, LeftOut, Report, Sentence } from '../types.ts';

/**
 * The reports with what is printed no more. Where words of it were left out before (a paragraph
 * that is said twice), they are not shown there either.
 */
export function withLeftOut(
  reports: readonly Report[],
  leftOut: readonly LeftOut[],
  facts: readonly Fact[],
): readonly Report[] {
  if (leftOut.length === 0) return reports;
  const hidden = facts
    .flatMap(ownClaims)
    .filter(({ report, start, end }) =>
      leftOut.some((gone) => gone.report === report && gone.start === start && gone.end === end),
    )
    .map(({ exact }) => fold(exact));
  const shown = ({ text }: LeftOut) => !hidden.some((words) => fold(text).includes(words));
  return reports.map((report) => ({
    ...report,
    leftOut: [
      ...report.leftOut.map((each) => (shown(each) ? each : { ...each, text: '' })),
      ...leftOut.filter((each) => each.report === report.id),
    ],
  }));
}

/**
 * The sentences without those of which nothing is told since the editor suppressed it: whom they
 * name is not to be listed either.
 */
export function stillTold(
  sentences: ReadonlyMap<string, readonly Sentence[]>,
  reports: readonly Report[],
  facts: readonly Fact[],
): ReadonlyMap<string, readonly Sentence[]> {
  const claims = facts.flatMap((fact) => fact.claims);
  const touches =
    ({ whole }: Sentence) =>
    (other: LeftOut | Claim) =>
      areInOnePlace(other, whole);
  const hidden = reports.flatMap(({ leftOut }) =>
    leftOut.filter(({ reason }) => reason === 'editor'),
  );
  if (hidden.length === 0) return sentences;
  const isTold = (each: Sentence) => !hidden.some(touches(each)) || claims.some(touches(each));
  return new Map([...sentences].map(([id, own]) => [id, own.filter(isTold)]));
}
