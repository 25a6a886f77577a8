import type { Briefing, Changes, Claim, Fact, NonEmpty, Report } from './types.ts';

/**
 * Give the briefing as it may be published where reports may not be: of each report only the
 * sentences that facts cite are left, with what names the report; what was stated in the last edition, and
 * is cited no more, is told without its words: its report may have taken them back. Every format is made of this one,
 * so that none can say more.
 */
export const publicEdition = (briefing: Briefing): Briefing => ({
  ...briefing,
  reports: briefing.reports.map(withoutRest),
  facts: briefing.facts.map(withoutNeighbors),
  changes: briefing.changes && withoutFormer(briefing.changes),
});

/** Changes without the words of the last edition. */
const withoutFormer = (changes: Changes): Changes => ({
  ...changes,
  facts: changes.facts.map((change) => ({
    ...change,
    statement: change.kind === 'gone' ? '' : change.statement,
    restated: change.restated === null ? null : '',
    reworded: [],
    close: [],
  })),
  divergences: changes.divergences.map((change) => ({
    ...change,
    ...(change.kind === 'gone' ? { statement: '', values: [] } : {}),
    was: change.was && [],
  })),
});

/** A report without the words of what was left out, and of what it says about itself. */
const withoutRest = (report: Report): Report => ({
  ...report,
  notes: report.notes.map((note) => ({ ...note, text: '' })),
  leftOut: report.leftOut.map((passage) => ({ ...passage, text: '' })),
});

/** A fact whose passages bring no words from beyond their own sentences. */
function withoutNeighbors(fact: Fact): Fact {
  const [first, ...rest] = fact.claims;
  const claims: NonEmpty<Claim> = [inSentence(first), ...rest.map(inSentence)];
  return { ...fact, claims };
}

function inSentence(claim: Claim): Claim {
  const before = Math.max(0, claim.context.exact.indexOf(claim.exact));
  const behind = claim.context.exact.length - before - claim.exact.length;
  return {
    ...claim,
    prefix: claim.prefix.slice(Math.max(0, claim.prefix.length - before)),
    suffix: claim.suffix.slice(0, Math.max(0, behind)),
  };
}
