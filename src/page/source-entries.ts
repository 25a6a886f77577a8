import { bareEntry } from '../citing.ts';
import { inferredIn } from '../csl.ts';
import { fullDate } from '../dates.ts';
import { labelOf } from '../labels.ts';
import { words } from '../language/words.ts';
import { html } from '../markup.ts';
import type {
  Briefing,
  Claim,
  Field,
  Grading,
  LeftOut,
  Locale,
  Metadata,
  Note,
  Passage,
  Report,
  SharedText,
  Stranger,
} from '../types.ts';
import { list, plural } from '../wording.ts';
import type { Lookup } from './lookup.ts';

const REASONS: Readonly<Record<LeftOut['reason'], string>> = {
  promotion: 'promotion',
  caption: 'caption of a picture',
  credit: 'credit',
  heading: 'heading',
  dateline: 'date line',
  duplicate: 'said twice',
  markup: 'mark-up',
  embed: 'embedded post',
  note: 'note on the report',
  furniture: 'page around the report',
  headline: 'headline',
  'no-words': 'no words',
  editor: 'by the editor',
};

/** Names that an entry shares with other parts of the page. */
interface Naming {
  readonly sentenceId: (report: Report, claim: Claim) => string;
  readonly sourceOf: (report: Report, passage: Passage) => string | null;
}

/**
 * A report as a numbered entry: what is known of it, what it cites, what it carries, what was
 * left out of it, and its text as it was read.
 *
 * Where it is public, only the sentences that are cited stand for the text.
 */
export function sourceEntry(
  report: Report,
  { briefing, analysis, citations }: Lookup,
  naming: Naming,
) {
  const { metadata, number } = report;
  const claims = briefing.facts
    .flatMap((fact) => fact.claims)
    .filter((claim) => claim.report === report.id);
  const counts = analysis.coverage.reports[report.id];
  return {
    id: `source-${number}`,
    number,
    label: labelOf(report),
    citation: html(citations.get(report.id)?.tree ?? bareEntry(report, briefing.house.locale)),
    outlet: metadata.outlet.value,
    published: publishedOf(metadata.published, briefing.house.locale),
    updated: updatedOf(metadata, briefing.house.locale),
    inferred: inferredIn(metadata),
    file: report.file,
    part: report.part,
    agency: metadata.agency,
    sameText: sameTextOf(report, briefing.reports, analysis.copies),
    reliability: reliabilityOf(report, analysis.grading),
    cited: list(citedIn(claims)),
    sentences: counts?.sentences ?? 0,
    shared: counts?.shared ?? 0,
    alone: counts?.alone ?? 0,
    carried: carriedBy(counts?.shared ?? 0, counts?.alone ?? 0),
    notes: report.notes.filter(({ text }) => text !== '').map(noteOf),
    leftOut: listed(report).map(({ reason, text }) => ({ reason: REASONS[reason], text })),
    suppressed: suppressedIn(report),
    around: aroundOf(report, briefing.publish),
    withheld: briefing.publish === 'public' ? withheldIn(report) : [],
    ...textOf(report, claims, { ...naming, publish: briefing.publish }),
  };
}

/** "2 facts that others state too and 1 alone". */
const carriedBy = (shared: number, alone: number): string =>
  `${shared} ${plural(shared, 'fact', 'facts')} that others state too and ${alone} alone`;

/** How reliable the editor says the outlet is; nothing where no grades are asked for. */
function reliabilityOf({ id }: Report, grading: Grading | undefined): string | null {
  if (!grading) return null;
  const given = grading.reliability[id];
  return given ? `Reliability ${given}, given by the editor.` : 'Reliability not given.';
}

/** A report that is not used, and why. */
export const strangerEntry = ({ report, nearest, likeness }: Stranger) => ({
  headline: report.metadata.headline.value,
  outlet: report.metadata.outlet.value,
  file: report.file,
  nearest,
  percent: Math.round(likeness * 100),
});

const NOTES: Readonly<Record<Note['kind'], string>> = {
  correction: 'Correction',
  update: 'Update',
  editor: 'Editor’s note',
};

const NOTED: Readonly<Record<Note['kind'], string>> = {
  correction: 'a correction',
  update: 'a note of an update',
  editor: 'an editor’s note',
};

/** Words by which a note says itself what it is. */
const NAMES_ITSELF = /^\W*(?:correct|clarif|updat|editor|note|publisher)/iu;

/** A note for the reader, with its kind before it where it does not say so itself. */
const noteOf = ({ kind, text }: Note): string =>
  NAMES_ITSELF.test(text) ? text : `${NOTES[kind]}: ${text}`;

/**
 * What was left out that is shown passage by passage: not notes, which are shown as such, and not
 * what the editor would not have printed.
 */
function listed({ leftOut, notes }: Report): readonly LeftOut[] {
  return leftOut.filter(
    ({ reason, text }) =>
      text !== '' &&
      reason !== 'furniture' &&
      !(reason === 'note' && notes.some((note) => note.text.includes(text))),
  );
}

/** How many passages the editor would not have printed; nothing where there are none. */
function suppressedIn({ leftOut }: Report): string | null {
  const { length } = leftOut.filter(({ reason }) => reason === 'editor');
  if (length === 0) return null;
  return `Left out by the editor: ${length} ${plural(length, 'passage', 'passages')}.`;
}

/** How much of a page was none of the report; nothing where there was none. */
function aroundOf({ leftOut }: Report, publish: Briefing['publish']): string | null {
  const texts = leftOut.filter(({ reason }) => reason === 'furniture').map(({ text }) => text);
  if (texts.length === 0) return null;
  const count = texts.reduce((sum, text) => sum + words(text).length, 0);
  const passages = `${texts.length} ${plural(texts.length, 'passage', 'passages')}`;
  if (publish === 'public') return `The page around the report: ${passages}.`;
  return `The page around the report: ${passages}, ${count} ${plural(count, 'word', 'words')}.`;
}

/** The day of the last change, where it is not that of publication. */
function updatedOf({ updated, published }: Metadata, locale: Locale) {
  return updated.value === published.value ? null : publishedOf(updated, locale);
}

/** A publication date for the reader; nothing where it is not known. */
export function publishedOf({ value, basis, because }: Field<string>, locale: Locale) {
  return value
    ? { iso: value, label: fullDate(value, locale), inferred: basis === 'inferred', because }
    : null;
}

/** "62 % of its words, in long runs, with Report 2"; empty where no other report is its text. */
function sameTextOf({ id }: Report, reports: readonly Report[], copies: readonly SharedText[]) {
  const shares = reports.flatMap((other) =>
    copies
      .filter(({ a, b }) => (a === id && b === other.id) || (b === id && a === other.id))
      .map(({ a, ofA, ofB }) => ({ share: a === id ? ofA : ofB, label: labelOf(other) })),
  );
  return list(
    shares.map(({ share, label }, index) => {
      const which = index === 0 ? ' of its words, in long runs,' : '';
      return `${Math.round(share * 100)} %${which} with ${label}`;
    }),
  );
}

/**
 * Whom a report has its claims from, each once, as it names them; people are quoted, not cited, and
 * where they spoke is no source.
 */
function citedIn(claims: readonly Claim[]): string[] {
  const sources = claims.flatMap(({ attribution }) => attribution);
  return [
    ...new Set(
      sources
        .filter(({ kind }) => kind !== 'person' && kind !== 'occasion')
        .map(({ name }) => name),
    ),
  ];
}

/** The sentences that claims stand in, in order, each once. */
function sentencesOf(claims: readonly Claim[]): readonly Claim[] {
  const byPlace = new Map(claims.map((claim) => [claim.context.start, claim]));
  return [...byPlace.values()].sort((a, b) => a.context.start - b.context.start);
}

/** The report's text block by block, or the sentences cited alone; each sentence with an id. */
function textOf(
  report: Report,
  claims: readonly Claim[],
  { sentenceId, sourceOf, publish }: Naming & Pick<Briefing, 'publish'>,
) {
  const sentences = sentencesOf(claims).map((claim) => ({
    id: sentenceId(report, claim),
    text: claim.context.exact,
    start: claim.context.start,
    source: publish === 'public' ? sourceOf(report, claim.context) : null,
  }));
  if (publish === 'public') return { passages: sentences, paragraphs: [] };
  const paragraphs = report.blocks.map(({ content }) => {
    const from = content.runs[0]?.start ?? 0;
    const to = content.runs.at(-1)?.end ?? from;
    return { sentences: sentences.filter(({ start }) => start >= from && start < to) };
  });
  return { passages: [], paragraphs };
}

/** What of a report is not reprinted where the briefing is public: kinds and counts, no words. */
function withheldIn({ leftOut, notes }: Report): readonly string[] {
  const reasons = leftOut.filter(({ reason }) => !['furniture', 'editor', 'note'].includes(reason));
  const counted = [...new Set(reasons.map(({ reason }) => reason))].map((wanted) => {
    const { length } = reasons.filter(({ reason }) => reason === wanted);
    return `${REASONS[wanted]} (${length})`;
  });
  const kinds = [...new Set(notes.map(({ kind }) => kind))].map((kind) => NOTED[kind]);
  return [
    ...(counted.length > 0 ? [`Left out: ${counted.join(', ')}.`] : []),
    ...(kinds.length > 0 ? [`Bears ${list(kinds)} of its own, not reprinted here.`] : []),
  ];
}
