import { type Finding, factFinding, plainFinding } from '../findings.ts';
import type { Briefing, FactChange } from '../types.ts';
import { list } from '../wording.ts';
import type { Evidence, Gate } from './gate.ts';

/**
 * Facts that a report stated in the last edition, and does not any more. What the editor took out by a
 * decision is no loss.
 */
export const lostSupport: Gate = {
  name: 'lost-support',
  finds: 'a fact that lost a report, or is gone',
  exit: 'gate-lost-support',
  check({ made }) {
    if (!made) return 'no-briefing';
    const { briefing, changes } = made;
    if (!changes) return 'no-edition';
    const takenOut = suppressedIn(briefing);
    return changes.facts
      .filter(({ kind, fact, lost }) => lost.length > 0 && !(kind === 'gone' && takenOut.has(fact)))
      .map((change) => findingOf(change, made));
  },
};

/** Ids of the facts that the editor would not have printed. */
const suppressedIn = ({ decisions }: Briefing): ReadonlySet<string> =>
  new Set(decisions.flatMap(({ kind, facts }) => (kind === 'suppress' ? facts : [])));

function findingOf(
  change: FactChange,
  { briefing, placeOf }: NonNullable<Evidence['made']>,
): Finding {
  const reports = change.lost;
  const fact = briefing.facts.find(({ id }) => id === change.fact);
  if (fact && change.kind !== 'gone')
    return factFinding(fact, saysOf(change), { placeOf, reports });
  const there = briefing.reports.filter(({ file }) => reports.includes(file));
  return plainFinding(saysOf(change), {
    fact: change.fact,
    statement: change.statement,
    reports,
    // Where it stood there is nothing now to point at but the file.
    places: there.map(({ file }) => ({ file, start: null, end: null, exact: null })),
  });
}

function saysOf({ kind, lost, withdrawn }: FactChange): string {
  const gave = lost.filter((file) => !withdrawn.includes(file));
  const lead = kind === 'gone' ? 'no longer stated; was in' : 'no longer in';
  return [
    ...(gave.length > 0 ? [`${lead} ${list(gave)}`] : []),
    ...(withdrawn.length > 0 ? [`taken back in a correction of ${list(withdrawn)}`] : []),
  ].join('; ');
}
