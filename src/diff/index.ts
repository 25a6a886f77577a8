import { keyedFacts } from '../edition-facts.ts';
import { continuedFacts, keysIn } from '../matched-facts.ts';
import { isCorrected, pairReports } from '../report-pairs.ts';
import type { Changes, EditionRecord } from '../types.ts';
import type { Comparison } from './comparison.ts';
import { changedDivergences } from './divergences.ts';
import { changedFacts } from './facts.ts';
import { joinedFacts, partedFacts } from './regrouped.ts';
import { changedReports } from './reports.ts';

/**
 * Tell what changed from one edition to the next.
 *
 * Facts and differences are found again by the words that reports state them in, not by ids: these may
 * shift when files come, go or get other names. Two editions of the same reports, in whatever order,
 * have nothing to tell.
 */
export function diff(before: EditionRecord, after: EditionRecord): Changes {
  const pairs = pairReports(before.reports, after.reports);
  const facts = {
    before: keyedFacts(before.facts, pairs, 'before'),
    after: keyedFacts(after.facts, pairs, 'after'),
  };
  const continued = continuedFacts({ ...facts, pairs });
  const comparison: Comparison = {
    ...facts,
    continued,
    joined: joinedFacts({ ...facts, continued }),
    parted: partedFacts({ ...facts, continued }),
    corrected: new Set(pairs.filter(isCorrected).map(({ key }) => key)),
    fresh: new Set(
      pairs.filter((pair) => pair.before === null || isCorrected(pair)).map(({ key }) => key),
    ),
    files: new Map(pairs.map((pair) => [pair.key, (pair.after ?? pair.before)?.file ?? ''])),
    known: keysIn(facts.before),
    kept: keysIn(facts.after),
  };
  const { number, made, generated } = before;
  return {
    since: { number, made, generated },
    reports: changedReports(pairs),
    facts: changedFacts(comparison),
    divergences: changedDivergences({ before, after }, comparison),
  };
}
