import { type Finding, plainFinding } from '../findings.ts';
import type { EditionRecord, ReportChange } from '../types.ts';
import type { Evidence, Gate } from './gate.ts';

/** What is published is not of the reports that are there, or too old, or nothing. */
export const stale: Gate = {
  name: 'stale',
  finds: 'an edition that was made from other reports, is too old, or is not there',
  exit: 'gate-stale',
  check({ made, last, now, maxAge }) {
    if (!last) return [plainFinding('there is no edition')];
    if (!made) return 'no-briefing';
    return [...ageOf(last, { now, maxAge }), ...(made.changes?.reports ?? []).map(findingOf(last))];
  },
};

function ageOf(
  { number, made }: EditionRecord,
  { now, maxAge }: Pick<Evidence, 'now' | 'maxAge'>,
): readonly Finding[] {
  if (maxAge === null || now - Date.parse(made) <= maxAge) return [];
  return [
    plainFinding(`edition ${number} was published on ${made}, more than ${durationOf(maxAge)} ago`),
  ];
}

const MINUTE_MS = 60_000;

/** "90 min", "24 h" */
function durationOf(milliseconds: number): string {
  const minutes = Math.round(milliseconds / MINUTE_MS);
  return minutes % 60 === 0 ? `${minutes / 60} h` : `${minutes} min`;
}

const SAYS: Readonly<Record<ReportChange['kind'], (number: number, was: string | null) => string>> =
  {
    added: (number) => `a report that edition ${number} does not have`,
    removed: (number) => `a report of edition ${number} that is not there any more`,
    corrected: (number) => `its bytes are not those that edition ${number} was made from`,
    renamed: (number, was) => `was ${was} in edition ${number}`,
  };

const findingOf =
  ({ number }: EditionRecord) =>
  ({ kind, file, was }: ReportChange): Finding =>
    plainFinding(`${file}: ${SAYS[kind](number, was)}`, {
      reports: [file],
      places: kind === 'removed' ? [] : [{ file, start: null, end: null, exact: null }],
    });
