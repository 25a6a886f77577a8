/** Something that was ranked by its score, and whether it is what is sought. */
export interface Ranked {
  readonly score: number;
  readonly right: boolean;
}

/**
 * Summarize how well scores put what is sought before all else: the precision among all that score
 * at least as high, averaged over the right ones. 1 where every right one comes first; by chance,
 * the share of right ones among all.
 *
 * Those of one score come in together, so no order among equals is preferred: it is the sum over
 * all scores, from the highest, of the gain in recall times the precision reached (that of
 * scikit-learn, without interpolation).
 */
export function averagePrecision(ranked: readonly Ranked[]): number {
  const wanted = ranked.filter(({ right }) => right).length;
  let [seen, right, sum] = [0, 0, 0];
  for (const equals of byScore(ranked)) {
    const gained = equals.filter((one) => one.right).length;
    seen += equals.length;
    right += gained;
    sum += gained * (right / seen);
  }
  return wanted > 0 ? sum / wanted : 0;
}

/** What has one score, together; the highest first. */
function byScore(ranked: readonly Ranked[]): readonly (readonly Ranked[])[] {
  const groups = new Map<number, Ranked[]>();
  for (const one of ranked) {
    const equals = groups.get(one.score);
    if (equals) equals.push(one);
    else groups.set(one.score, [one]);
  }
  return [...groups].sort(([a], [b]) => b - a).map(([, equals]) => equals);
}
