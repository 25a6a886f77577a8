import { certainClaims } from '../facts.ts';
import { isCorrected, pairReports, type ReportPair } from '../report-pairs.ts';
import type {
  Briefing,
  Changes,
  Claim,
  DivergenceChange,
  EditionRecord,
  Fact,
  FactChange,
  RecordedFact,
  RecordedReport,
  Report,
  ReportChange,
} from '../types.ts';
import type { Objection } from './evidence.ts';

/** What changes are held against: the edition that they are of, and the record of the last. */
interface Editions {
  readonly briefing: Briefing;
  readonly last: EditionRecord;
  readonly pairs: readonly Pair[];
}

type Pair = ReportPair<RecordedReport, Report>;

/**
 * Prove what is told of changes: that what is said to be stated is, that what is said to have been
 * stated stands word for word in the record of the last edition, and that reports came, went and were
 * corrected as is said.
 *
 * @param last Null: there is none, and nothing may be told of changes.
 */
export function changes(briefing: Briefing, last: EditionRecord | null): readonly Objection[] {
  const told = briefing.changes;
  if (!told) return [];
  if (!last) return [{ found: 'changes since no edition', expected: 'an earlier edition' }];
  const pairs = pairReports(last.reports, briefing.reports);
  const editions = { briefing, last, pairs };
  return [
    ...sinceFaults(told, editions),
    ...told.reports.flatMap((change) => reportFaults(change, editions)),
    ...told.facts.flatMap((change) => factFaults(change, editions)),
    ...told.divergences.flatMap((change) => divergenceFaults(change, editions)),
  ];
}

/** Nothing where a thing holds, else the fault that it does not. */
const unless = (holds: boolean, found: string, expected: string): readonly Objection[] =>
  holds ? [] : [{ found, expected }];

function sinceFaults({ since }: Changes, { last }: Editions): readonly Objection[] {
  const isLast =
    since.number === last.number && since.made === last.made && since.generated === last.generated;
  return unless(isLast, `changes since edition ${since.number}`, `edition ${last.number}`);
}

// ---------------------------------------------------------------------------------------------
// Reports

function reportFaults({ kind, file, was, outlet }: ReportChange, { pairs }: Editions) {
  const pair = pairs.find((one) => fileOf(one) === file);
  const [before, after] = [pair?.before ?? null, pair?.after ?? null];
  const holds: Readonly<Record<ReportChange['kind'], boolean>> = {
    added: before === null && after !== null,
    removed: before !== null && after === null,
    corrected: pair !== undefined && isCorrected(pair),
    renamed: was !== null && before?.file === was && before.sha256 === after?.sha256,
  };
  const name = after ? after.metadata.outlet.value : (before?.outlet ?? null);
  return [
    ...unless(holds[kind], `report "${file}" told as ${kind}`, 'what happened to the file'),
    ...unless(outlet === name, `report "${file}" of "${outlet}"`, `its outlet, "${name}"`),
  ];
}

/** The name of a report: as it is called now, else as it was. */
const fileOf = ({ before, after }: Pair): string => (after ?? before)?.file ?? '';

// ---------------------------------------------------------------------------------------------
// Facts

function factFaults(change: FactChange, editions: Editions): readonly Objection[] {
  const { kind, fact: id, statement } = change;
  const of = ` of "${statement}" (${id})`;
  const faults = kind === 'gone' ? goneFaults(change, editions) : presentFaults(change, editions);
  return [...faults, ...supportFaults(change, editions)].map(({ found, expected }) => ({
    found: `${found}${of}`,
    expected,
  }));
}

function goneFaults({ fact: id, statement, lost }: FactChange, editions: Editions) {
  const { briefing, last } = editions;
  const before = last.facts.find((fact) => fact.id === id);
  const files = before ? filesOf(claimsBefore(before, editions)) : [];
  return [
    ...unless(before?.statement === statement, 'words', `those of edition ${last.number}`),
    ...unless(
      !before ||
        !briefing.facts.some(
          (fact) =>
            fact.statement.text === statement &&
            haveInCommon(claimsNow(fact, editions), claimsBefore(before, editions)),
        ),
      'loss',
      'words that none of its passages stands behind any more',
    ),
    ...unless(
      lost.every((file) => files.includes(file)),
      `reports (${lost.join(', ')})`,
      `those that stated it in edition ${last.number}`,
    ),
  ];
}

function presentFaults(change: FactChange, editions: Editions): readonly Objection[] {
  const { briefing, last } = editions;
  const { kind, fact: id, statement, restated, gained, standing, joined, parted } = change;
  const now = briefing.facts.find((fact) => fact.id === id);
  const files = now ? filesOf(claimsNow(now, editions)) : [];
  return [
    ...unless(now?.statement.text === statement, 'words', 'those of a fact of the briefing'),
    ...unless(
      kind !== 'added' ||
        !now ||
        !last.facts.some(
          (fact) =>
            fact.statement === statement &&
            haveInCommon(claimsBefore(fact, editions), claimsNow(now, editions)),
        ),
      'novelty',
      `words that none of its passages stood behind in edition ${last.number}`,
    ),
    ...unless(
      restated === null || last.facts.some((fact) => fact.statement === restated),
      `former words "${restated}"`,
      `words of edition ${last.number}`,
    ),
    ...unless(
      gained.every((file) => files.includes(file)),
      `new support (${gained.join(', ')})`,
      'reports that state it',
    ),
    ...unless(
      !standing || standing.after === briefing.analysis.standing[id],
      `standing "${standing?.after}"`,
      'the standing that it has',
    ),
    ...unless(
      [...joined, ...parted].every((former) => last.facts.some((fact) => fact.id === former)),
      'facts that it was told with',
      `facts of edition ${last.number}`,
    ),
  ];
}

/** Of reports that stated it: that they were there, and that those were corrected that are said to be. */
function supportFaults(change: FactChange, editions: Editions): readonly Objection[] {
  const { lost, withdrawn, corrected, reworded, close } = change;
  const { pairs, last, briefing } = editions;
  const there = pairs.filter(({ before }) => before !== null).map(fileOf);
  const others = pairs.filter(isCorrected).map(fileOf);
  return [
    ...unless(
      lost.every((file) => there.includes(file)),
      `lost support (${lost.join(', ')})`,
      `reports of edition ${last.number}`,
    ),
    ...unless(
      withdrawn.every((file) => lost.includes(file)) &&
        [...withdrawn, ...corrected].every((file) => others.includes(file)),
      `corrections (${[...withdrawn, ...corrected].join(', ')})`,
      'reports whose bytes are others now',
    ),
    ...reworded.flatMap(({ file, before, after }) =>
      unless(
        isClaim(before, last.facts, idBefore(file, editions)) &&
          isClaim(after, briefing.facts, idNow(file, editions)),
        `passages "${before}" and "${after}" of ${file}`,
        'passages that it had, and has',
      ),
    ),
    ...close.flatMap(({ file, exact }) =>
      unless(
        isClaim(exact, briefing.facts, idNow(file, editions)),
        `passage "${exact}" of ${file}`,
        'one that it has',
      ),
    ),
  ];
}

/** A passage that states a fact: the file of its report, as it is called now, and its words. */
interface Stating {
  readonly file: string;
  readonly exact: string;
}

function claimsNow(fact: Fact, { briefing }: Editions): readonly Stating[] {
  return certainClaims(fact).flatMap(({ report, exact }) =>
    briefing.reports.filter(({ id }) => id === report).map(({ file }) => ({ file, exact })),
  );
}

function claimsBefore({ claims }: RecordedFact, { pairs }: Editions): readonly Stating[] {
  return claims
    .filter(({ certain }) => certain)
    .flatMap(({ report, exact }) =>
      pairs.filter(({ before }) => before?.id === report).map((p) => ({ file: fileOf(p), exact })),
    );
}

const haveInCommon = (some: readonly Stating[], others: readonly Stating[]): boolean =>
  some.some(({ file, exact }) => others.some((one) => one.file === file && one.exact === exact));

const idNow = (name: string, { briefing }: Editions) =>
  briefing.reports.find(({ file }) => file === name)?.id;

const idBefore = (name: string, { pairs }: Editions) =>
  pairs.find((pair) => fileOf(pair) === name)?.before?.id;

/** Whether a report has a passage in any fact, be it close to it only. */
const isClaim = (
  words: string,
  facts: readonly { readonly claims: readonly Pick<Claim, 'report' | 'exact'>[] }[],
  id: string | undefined,
): boolean =>
  facts.some(({ claims }) => claims.some(({ report, exact }) => report === id && exact === words));

const filesOf = (claims: readonly Stating[]): readonly string[] => claims.map(({ file }) => file);

// ---------------------------------------------------------------------------------------------
// Differences

function divergenceFaults(change: DivergenceChange, { briefing, last }: Editions) {
  const { kind, divergence: id, statement, values, was } = change;
  const isGone = kind === 'gone';
  const all = isGone ? last.divergences : briefing.analysis.divergences;
  const known = all.find((one) => one.id === id);
  const statements = isGone
    ? last.facts.map((fact) => fact.statement)
    : briefing.facts.map((fact) => fact.statement.text);
  const edition = isGone ? `edition ${last.number}` : 'the briefing';
  const ofAny = (given: readonly string[]) =>
    last.divergences.some(({ sides }) => areSame(valuesOf(sides), given));
  return [
    ...unless(
      known !== undefined && areSame(valuesOf(known.sides), values),
      `difference of ${quoted(values)} (${id})`,
      `a difference of ${edition}`,
    ),
    ...unless(
      statement === '' || statements.includes(statement),
      `difference of "${statement}" (${id})`,
      `words of ${edition}`,
    ),
    ...unless(
      was === null || ofAny(was),
      `former values ${quoted(was ?? [])} (${id})`,
      `values of edition ${last.number}`,
    ),
  ];
}

const valuesOf = (sides: readonly { readonly value: string }[]): readonly string[] =>
  sides.map(({ value }) => value);

/** Whether two lists have the same items, in whatever order. */
function areSame(a: readonly string[], b: readonly string[]): boolean {
  return JSON.stringify([...a].sort()) === JSON.stringify([...b].sort());
}

const quoted = (values: readonly string[]): string =>
  values.map((value) => `"${value}"`).join(', ');
