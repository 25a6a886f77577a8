import { cellOf, coverageOfFact } from '../cells.ts';
import { certainClaims, likeness, statedBy, statingReports } from '../facts.ts';
import { labelOf } from '../labels.ts';
import { html } from '../markup.ts';
import { passageOf } from '../paragraphs.ts';
import { isEditors, isMarked } from '../rewording.ts';
import { areMany, stripDrawing } from '../strip-drawing.ts';
import { bareText, statementTree, versionTree } from '../trees.ts';
import type { Analysis, Applied, Claim, Fact } from '../types.ts';
import { KIND_WORDS, list, plural, reportList, via, ways } from '../wording.ts';
import type { divergenceRow } from './divergence-table.ts';
import type { Lookup } from './lookup.ts';
import type { NewsMark } from './news-marks.ts';

type Difference = ReturnType<typeof divergenceRow>;

/** A fact as a row: strip, statement with citations, what is close, versions, origins. */
export function factRow(fact: Fact, lookup: Lookup) {
  const certain = certainClaims(fact);
  return {
    id: fact.id,
    /** Its id on the page, to which links to it lead; null where another row of it bears that. */
    anchor: fact.id as string | null,
    /** Number of the paragraph that tells it in full; null where none does. */
    paragraph: lookup.paragraph(fact.id),
    standing: lookup.analysis.standing[fact.id] ?? null,
    /** Whether it goes on from the row above, and else what stands before it in its report. */
    follows: false,
    before: null as ReturnType<typeof related> | null,
    /** How many reports state it. */
    reports: statingReports(fact).length,
    said: stretchesOf(fact, lookup),
    strip: stripOf(fact, lookup),
    tag: tagOf(fact, lookup.analysis),
    grade: gradeOf(fact, lookup.analysis),
    /** What became of it since the last edition; nothing in a first one. */
    news: null as NewsMark | null,
    notes: notesOf(fact, lookup),
    ...closeOf(fact, lookup),
    compare: comparable(fact).map((claim) => related(claim, lookup)),
    /** What reports say differently of it, and no later report settles. */
    differences: [] as readonly Difference[],
    versions: certain.length > 1 ? certain.map((claim) => versionOf(claim, fact, lookup)) : [],
    origins: goesWithoutSaying(fact, lookup) ? [] : originsOf(fact, lookup),
    originsLabel: plural(lookup.analysis.origins[fact.id]?.length ?? 0, 'Origin', 'Origins'),
  };
}

export type FactRow = ReturnType<typeof factRow>;

/** What the editor decided about a fact that its words do not say themselves. */
const notesOf = ({ id, statement }: Fact, { briefing }: Lookup) =>
  briefing.decisions
    .filter(({ facts }) => facts.includes(id))
    // Words that bear the editor's mark need no note, unless he gives a reason.
    .filter(({ kind, because }) => because !== null || kind !== 'reword' || !isMarked(statement))
    .map(({ kind, because }) => ({ what: NOTES[kind], because }));

const NOTES: Readonly<Record<Applied['kind'], string>> = {
  merge: 'Merged by the editor',
  split: 'Taken apart by the editor',
  reword: 'Words chosen by the editor',
  pin: 'Put first by the editor',
  suppress: 'Not printed',
};

/**
 * The statement, cut where its support changes, each stretch with what supports it: a detail that
 * one report adds cites that report alone.
 */
function stretchesOf(fact: Fact, lookup: Lookup) {
  const { statement } = fact;
  const certain = certainClaims(fact);
  const stretches: { start: number; end: number; claims: readonly Claim[] }[] = [];
  let at = 0;
  for (const { start, end, claims } of lookup.analysis.details[fact.id] ?? []) {
    if (at < start) stretches.push({ start: at, end: start, claims: certain });
    stretches.push({ start, end, claims: certain.filter(({ id }) => claims.includes(id)) });
    at = end;
  }
  const { length } = statement.text;
  if (at < length) stretches.push({ start: at, end: length, claims: certain });
  return stretches.map(({ start, end, claims }) => {
    // The figures stand at the last word, not behind the space.
    const words = statement.text.slice(start, end);
    const span = {
      start: start + words.length - words.trimStart().length,
      end: start + words.trimEnd().length,
    };
    const few = words.trim().split(' ').length < FEW_WORDS && end < length;
    const named = few && claims === certain;
    return {
      words: html(statementTree(statement, span)),
      cites: named ? [] : lookup.cites(claims, isEditors(statement) ? undefined : statedBy(fact)),
      space: end < length,
    };
  });
}

/** So few words before a detail are only named there: what is said of them is cited behind it. */
const FEW_WORDS = 7;

const related = (claim: Claim, lookup: Lookup) => ({
  words: passageOf(claim),
  cites: lookup.cites([claim], claim),
});

/** Whether a fact is one report's own: its citation says all there is to say. */
function goesWithoutSaying(fact: Fact, { analysis }: Lookup): boolean {
  const [only, ...more] = analysis.origins[fact.id] ?? [];
  if (statingReports(fact).length > 1 || more.length > 0) return false;
  // An agency whose copy the report is stands in its entry among the sources.
  return only?.kind === 'report' || certainClaims(fact).every((claim) => !claim.attribution[0]);
}

/** More than these of a fact's close claims are folded: they explain it, and do not state it. */
const CLOSE_SHOWN = 2;

/** What is close to a fact and not counted, the likeliest first. */
function closeOf(fact: Fact, lookup: Lookup) {
  const likelihood = ({ id }: Claim) => likeness(fact, id, fact.statement.claim);
  const close = [...closeClaims(fact)]
    .sort((a, b) => likelihood(b) - likelihood(a))
    .map((claim) => related(claim, lookup));
  return { close: close.slice(0, CLOSE_SHOWN), closeToo: close.slice(CLOSE_SHOWN) };
}

/** Claims that are close to the fact and shown in full nowhere else. */
const closeClaims = ({ claims, uncertain, elsewhere }: Fact): readonly Claim[] =>
  claims.filter(({ id }) => uncertain.includes(id) && !elsewhere.includes(id));

/** Claims of further reports that are close, and shown in full with another fact. */
function comparable(fact: Fact): readonly Claim[] {
  const shown = [...statingReports(fact), ...closeClaims(fact).map(({ report }) => report)];
  return fact.claims.filter(
    ({ id, report }) =>
      fact.uncertain.includes(id) && fact.elsewhere.includes(id) && !shown.includes(report),
  );
}

/** A cell a report, always in the same order: the page is the coverage matrix. */
function stripOf(fact: Fact, { briefing, analysis }: Lookup) {
  const covered = coverageOfFact(fact, analysis.divergences);
  const cells = briefing.reports.map(({ id }) => cellOf(covered, id));
  const numbers = (wanted: string) =>
    briefing.reports
      .filter((_, index) => cells[index] === wanted)
      .map(({ number }) => String(number));
  const parts = (['states', 'differs', 'close'] as const).flatMap((cell) => {
    const which = numbers(cell);
    return which.length > 0
      ? [`${CELL_WORDS[cell]} ${plural(which.length, 'report', 'reports')} ${list(which)}`]
      : [];
  });
  const drawn = areMany(cells.length) ? html([stripDrawing(cells)]) : null;
  return { cells: drawn ? [] : cells, drawn, label: parts.join('; ') };
}

const CELL_WORDS = {
  states: 'stated by',
  differs: 'stated differently by',
  close: 'something close in',
};

/** A fact's credibility; nothing where no grades are asked for. */
function gradeOf({ id }: Fact, { grading }: Analysis): string | null {
  const found = grading?.credibility[id];
  return found ? `credibility ${found.grade}` : null;
}

/** A fact's standing in a word or two; nothing where it goes without saying. */
function tagOf(fact: Fact, analysis: Analysis): { text: string; warn: boolean } | null {
  const standing = analysis.standing[fact.id];
  if (standing === 'superseded') return { text: 'updated by a later report', warn: true };
  if (standing === 'one-origin') return { text: 'one origin', warn: false };
  if (standing === 'corroborated') {
    return { text: `${analysis.origins[fact.id]?.length ?? 0} origins`, warn: false };
  }
  if (standing !== 'disputed') return null;
  const kinds = analysis.divergences
    .filter(({ facts, status }) => facts.includes(fact.id) && status === 'open')
    .map(({ kind }) => KIND_WORDS[kind]);
  return { text: `reports differ: ${[...new Set(kinds)].join(', ')}`, warn: true };
}

/** A passage as one report has it, what differs from the statement marked. */
export function versionOf(claim: Claim, fact: Fact, lookup: Lookup) {
  const report = lookup.report(claim.report);
  const words = passageOf(claim);
  const own = claim.id === fact.statement.claim && !isEditors(fact.statement);
  return {
    label: report ? labelOf(report) : claim.report,
    via: via(claim.attribution),
    words: html(
      own
        ? [{ type: 'text', value: words }]
        : versionTree(words, bareText(fact.statement), lookup.briefing.house.spelling),
    ),
    own,
  };
}

/** Each origin with the reports that have it, and by which way; reports' own voices in one. */
function originsOf(fact: Fact, lookup: Lookup) {
  const origins = lookup.analysis.origins[fact.id] ?? [];
  const own = origins.filter(({ kind }) => kind === 'report').map(({ name }) => name);
  const named = origins
    .filter(({ kind }) => kind !== 'report')
    .map(({ name, claims, because }) => ({
      name,
      ways: waysOf(claims, lookup),
      because: reportsOf(claims, lookup) > 1 ? because : null,
    }));
  if (own.length === 0) return named;
  const voices = own.length === 1 ? 'in its own voice' : 'each in its own voice';
  return [...named, { name: `${reportList(own)}, ${voices}`, ways: null, because: null }];
}

/** How many reports have claims: what only one of them has needs no word of why it is one origin. */
const reportsOf = (claims: readonly string[], { claim }: Lookup): number =>
  new Set(claims.map((id) => claim(id)?.report)).size;

/** "1 (through Example Wire), 3". */
function waysOf(claims: readonly string[], { claim, report }: Lookup): string {
  const all = claims.flatMap((id) => {
    const found = claim(id);
    const number = found && report(found.report)?.number;
    return number ? [`${number}${ways(found.attribution)}`] : [];
  });
  return [...new Set(all)].join(', ');
}
