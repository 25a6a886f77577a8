import { fullDate } from '../dates.ts';
import { certainClaims, statingReports } from '../facts.ts';
import type { Utterance } from '../types.ts';
import { capitalized, list } from '../wording.ts';
import type { FactRow } from './fact-row.ts';
import type { Lookup } from './lookup.ts';

type Row = (id: string) => FactRow | undefined;

/** Each speaker with role and utterances; beside each of them when it was said, and through whom. */
export function speakersOf(utterances: readonly Utterance[], lookup: Lookup, row: Row) {
  const names = [...new Set(utterances.map(({ speaker }) => speaker))];
  return names.map((name) => {
    const own = utterances.filter(({ speaker }) => speaker === name);
    return {
      name: capitalized(name ?? 'speaker not named'),
      role: own[0]?.role ?? null,
      rows: own.map((utterance) => spokenRow(utterance, lookup, row(utterance.fact))),
    };
  });
}

/** The row of an utterance: its one origin is the speaker, under whose name it stands. */
function spokenRow(utterance: Utterance, lookup: Lookup, row: FactRow | undefined) {
  const fact = lookup.fact(utterance.fact);
  if (!row || !fact) return row;
  const when = whenSaid(utterance, lookup);
  const isDirect = certainClaims(fact).every(({ attribution }) => attribution.length < 2);
  const isPlain = statingReports(fact).length === 1 && row.origins.length < 2;
  const through = isPlain
    ? row.origins
        .filter(() => !isDirect)
        .map(({ ways }) => ({ name: ways ?? '', ways: null, because: null }))
    : row.origins;
  return {
    ...row,
    origins: [...when.map((name) => ({ name, ways: null, because: null })), ...through],
    originsLabel: LABELS[`${when.length > 0}-${through.length > 0}`],
  };
}

/** What stands in the margin: a day or none, whom it came through or nobody. */
const LABELS = {
  'true-true': 'When, and through whom',
  'true-false': 'When',
  'false-true': 'Through whom',
  'false-false': '',
} as const;

/** "30 May 2024"; where reports name several days, each with the reports that name it. */
function whenSaid({ days }: Utterance, { briefing, claim, report }: Lookup): readonly string[] {
  const { locale } = briefing.house;
  return days.map(({ date, claims }) => {
    const reports = claims.flatMap((id) => report(claim(id)?.report ?? '')?.number ?? []);
    const numbers = [...new Set(reports)].map(String);
    const day = fullDate(date, locale);
    return days.length === 1 ? day : `${day}: ${list(numbers)}`;
  });
}
