import type { Root } from 'hast';
import { linkPagesBack } from '../back-links.ts';
import type { Citations } from '../citing.ts';
import { dataBlock } from '../data-block.ts';
import { claimsById, statingReports } from '../facts.ts';
import { html, sanitize, sanitizedTree } from '../markup.ts';
import { toldIn } from '../paragraphs.ts';
import { areMany } from '../strip-drawing.ts';
import type { PageFolder, TemplateFolder } from '../template-folders.ts';
import type { Briefing, Fact, Reliance, Report, Section } from '../types.ts';
import { sayUnshown } from '../unshown.ts';
import { plural } from '../wording.ts';
import { cardOf } from './cards.ts';
import { citationData } from './citation-data.ts';
import { citedIn } from './cited-in.ts';
import { matrixOf, missingOf } from './coverage.ts';
import { daysOf } from './days.ts';
import { divergenceRow } from './divergence-table.ts';
import { type FactRow, factRow, versionOf } from './fact-row.ts';
import { factsData } from './facts-data.ts';
import { embedFonts } from './fonts.ts';
import { questionsOf } from './gaps.ts';
import { jsonLd } from './json-ld.ts';
import { leadIn } from './lead-in.ts';
import { aloneId, cardId, type Lookup, lookupOf, sentenceId, sourceOf } from './lookup.ts';
import { deckOf, editionOf, figuresOf } from './masthead.ts';
import { newsOf, sinceOf } from './news.ts';
import { newsMarks } from './news-marks.ts';
import { notesOf } from './notes.ts';
import { runningHeads } from './paper-sheet.ts';
import { inMarks, turnMarks } from './quotation-marks.ts';
import { drawnOf } from './reliance-choice.ts';
import { relianceDrawing } from './reliance-drawing.ts';
import { LINE, planOf } from './reliance-layout.ts';
import { relianceGroups, relianceRows } from './reliance-table.ts';
import { earlyScriptOf, policyOf, scriptOf, styleBlock } from './script.ts';
import { publishedOf, sourceEntry, strangerEntry } from './source-entries.ts';
import { speakersOf } from './speakers.ts';
import { spellingsOf } from './spellings.ts';
import { fill, stylesOf } from './templates.ts';
import { picturesOf } from './timeline-picture.ts';

export { paperSheet } from './paper-sheet.ts';
export { policyOf, styleBlock } from './script.ts';
export { HELPERS, stylesOf } from './templates.ts';

/**
 * Make the data that templates place: what a page shows is decided here, in words and trees;
 * where it stands, in the templates.
 *
 * @param citations How the reports are cited. Default: by label and date.
 */
export function viewOf(briefing: Briefing, version: string, citations: Citations = new Map()) {
  const lookup = lookupOf(briefing, citations);
  const { locale } = briefing.house;
  const title = inMarks(briefing.title.text, locale);
  const marks = newsMarks(briefing.changes);
  const rows = new Map(
    briefing.facts.map((fact) => [
      fact.id,
      {
        ...factRow(fact, lookup),
        differences: openOn(fact, lookup),
        news: marks.get(fact.id) ?? null,
      },
    ]),
  );
  const row = (id: string) => rows.get(id);
  const entries = entriesOf(lookup);
  const all = everything(lookup, row, entries);
  const shared = { lookup, row, entries, all, told: toldIn(briefing.sections) };
  const sections = briefing.sections.map((section) => ({
    id: idOf(section),
    kind: section.kind,
    partial: section.kind === 'editors' ? `own/${nameOf(section.template)}` : section.kind,
    heading: section.heading,
    note: section.kind === 'editors' ? EDITORS_OWN : null,
    body: bodyOf(section, shared),
  }));
  return {
    language: briefing.language,
    locale,
    title,
    kicker: `Briefing · from ${briefing.reports.length} reports`,
    deck: deckOf(briefing),
    edition: editionOf(briefing),
    since: briefing.changes && sinceOf(briefing.changes, locale),
    description: `A briefing from ${briefing.reports.length} reports: ${title}`,
    figures: figuresOf(briefing),
    numbers: briefing.reports.map(({ number }) => number),
    unshown: false,
    many: areMany(briefing.reports.length) ? briefing.reports.length : null,
    contents: sections.map(({ id, heading }) => ({ id, heading, page: pageMark(id) })),
    sections,
    withNotes: withNotes(sections, lookup),
    citedIn: citedInOf(briefing, { lookup, row }),
    all,
    cards: Array.from(claimsById(briefing.facts).values(), (claim) =>
      cardOf(claim, lookup, { cardId, sentenceId, sourceOf, published: publishedOf }),
    ),
    factsData: dataBlock(factsData(lookup, marks)),
    generator: `Synoptic ${version}`,
    citationData: citationData(briefing.reports, citations),
    jsonLd: jsonLd(briefing, version),
  };
}

/** What reports say differently of a fact, and no later report settles. */
const openOn = ({ id }: Fact, lookup: Lookup) =>
  lookup.analysis.divergences
    .filter(({ facts, status }) => status === 'open' && facts.includes(id))
    .map((divergence) => divergenceRow(divergence, lookup));

/**
 * The sections with the notes as one of them, for paper: what a page folds away stands there at the
 * end. That is before the sources, unless the editor moved those before what is told.
 */
function withNotes<
  T extends { readonly id: string; readonly kind: string; readonly heading: string },
>(sections: readonly T[], lookup: Lookup) {
  const notes = notesOf(lookup, { versionOf });
  const told = sections.findLastIndex(({ kind }) => TELLING.includes(kind));
  const sources = sections.findIndex(({ kind }) => kind === 'sources');
  const at = sources > told ? sources : sections.length;
  const part = {
    id: 'notes',
    kind: 'notes',
    partial: 'notes',
    heading: 'Notes',
    note: null,
    body: { notes },
  };
  const all = [
    ...sections.slice(0, at),
    ...(notes.length > 0 ? [part] : []),
    ...sections.slice(at),
  ];
  return {
    contents: all.map(({ id, heading }) => ({ id, heading, page: pageMark(id) })),
    sections: all,
  };
}

/** Parts whose paragraphs have notes. */
const TELLING: readonly string[] = ['bottom-line', 'key-facts', 'speakers', 'single-report'];

/** For each report the paragraphs that cite it, by the id of its entry. */
function citedInOf({ reports, sections }: Briefing, shared: Pick<Shared, 'lookup' | 'row'>) {
  const rows = sections
    .flatMap((section) => rowsOf(section, shared))
    .sort((a, b) => (a.paragraph ?? 0) - (b.paragraph ?? 0));
  return reports.map(({ number }) => ({
    source: `source-${number}`,
    runs: citedIn(number, rows),
  }));
}

/** The rows in which a section tells facts in full, and those of the bottom line that no other does. */
function rowsOf(section: Section, { lookup, row }: Pick<Shared, 'lookup' | 'row'>) {
  if ('groups' in section) {
    return groupsOf(section.groups, lookup, row).groups.flatMap(({ rows }) => rows);
  }
  if (section.kind === 'speakers') return section.utterances.flatMap(({ fact }) => row(fact) ?? []);
  if (section.kind !== 'bottom-line') return [];
  const told = toldIn(lookup.briefing.sections);
  return section.facts.flatMap((id) => (told.has(id) ? [] : (row(id) ?? [])));
}

/** Stands above each part whose words are a template's: nobody holds them against the reports. */
const EDITORS_OWN = 'Added by the editor; not checked against the reports.';

const idOf = (section: Section): string =>
  section.kind === 'editors' ? `part-${nameOf(section.template)}` : section.kind;

/** A template's name without its ending, which its id and its partial are named by. */
const nameOf = (template: string): string => template.replace(/\.hbs$/u, '');

export type View = ReturnType<typeof viewOf>;

type Row = (id: string) => FactRow | undefined;

/**
 * Stands in a page for a number that is known only once it is printed. In an element of its own:
 * a report may hold these characters too, but no element.
 */
const pageMark = (id: string) => `\u{e000}${id}\u{e001}`;

/**
 * Put page numbers in their places, and the headings of parts at the heads of pages.
 *
 * @param pages Id of what is linked to → number of its page.
 */
export function numberPages(
  html: string,
  pages: ReadonlyMap<string, number>,
  { contents = [], unknown = '' }: Numbering = {},
): string {
  const numbered = html.replace(
    /(?<=<span class="page">)\u{e000}([^\u{e001}]*)\u{e001}(?=<\/span>)/gu,
    (_, id: string) => String(pages.get(id) ?? unknown),
  );
  return runningHeads(numbered, contents, pages);
}

/** How pages are numbered. */
interface Numbering {
  /** The parts in order. Default: none, for what has no heads. */
  readonly contents?: View['withNotes']['contents'];
  /** Stands where a number is not known. Default: nothing. */
  readonly unknown?: string;
}

/** What the parts of a page are made from. */
interface Shared {
  readonly lookup: Lookup;
  readonly row: Row;
  /** The reports as numbered entries. */
  readonly entries: ReturnType<typeof entriesOf>;
  /** All that parts are made from, for templates of the editor's own. */
  readonly all: ReturnType<typeof everything>;
  /** Ids of the facts that a part tells in full. */
  readonly told: ReadonlySet<string>;
}

/** What each kind of section shows. A kind of section is a line here and a template of its name. */
const BODIES: {
  readonly [K in Section['kind']]: (
    section: Extract<Section, { kind: K }>,
    shared: Shared,
  ) => unknown;
} = {
  'bottom-line': ({ facts }, { row, told }) => ({
    // Links lead to where a fact is told in full, and here where it is nowhere else.
    rows: facts.map((id) => anchored(row(id), told.has(id) ? null : id)),
  }),
  'what-is-new': (_, { lookup, row }) =>
    lookup.briefing.changes && newsOf(lookup.briefing.changes, lookup, row),
  'key-facts': ({ groups }, { lookup, row }) => groupsOf(groups, lookup, row),
  'single-report': ({ groups }, { lookup, row }) => ({
    groups: groupsOf(groups, lookup, row).groups.map((group, index) => ({
      ...group,
      id: anchorOf(reportAlone(groups[index]?.facts ?? [], lookup)),
    })),
  }),
  divergences: ({ open, apart, wording }, { lookup }) => ({
    open: differencesOf(open, lookup),
    apart: differencesOf(apart, lookup),
    wording: differencesOf(wording, lookup),
    spellings: spellingsOf(lookup),
  }),
  speakers: ({ utterances }, { lookup, row }) => ({
    speakers: speakersOf(utterances, lookup, row),
  }),
  timeline: ({ entries }, { lookup }) => ({
    pictures: picturesOf(entries, lookup),
    days: daysOf(entries, lookup),
  }),
  gaps: ({ gaps }, { lookup }) => ({ questions: questionsOf(gaps, lookup) }),
  coverage: (_, { lookup, entries }) => ({
    matrix: matrixOf(lookup),
    missing: missingOf(lookup),
    reports: entries,
  }),
  reliance: (_, { lookup }) => relianceView(lookup.analysis.reliance),
  sources: (_, { lookup, entries }) => ({
    reports: entries,
    strangers: lookup.briefing.strangers.map(strangerEntry),
  }),
  method: ({ paragraphs }) => ({ paragraphs }),
  editors: (_, { all }) => all,
};

/** What a template of the editor's own may show: all that the other parts are made from. */
function everything(lookup: Lookup, row: Row, reports: Shared['entries']) {
  const { facts, analysis, utterances } = lookup.briefing;
  return {
    // Where they are told in full is elsewhere; an id may stand on a page only once.
    facts: facts.map(({ id }) => anchored(row(id), null)),
    reports,
    days: daysOf(analysis.timeline, lookup),
    speakers: speakersOf(utterances, lookup, (id) => anchored(row(id), null)),
    differences: analysis.divergences.map((divergence) => divergenceRow(divergence, lookup)),
    questions: questionsOf(analysis.gaps, lookup),
  };
}

function anchored(row: FactRow | undefined, anchor: string | null): FactRow | undefined {
  return row && { ...row, anchor };
}

/** The drawing with its table; in print the table has what is drawn, by source. */
function relianceView(reliance: Reliance) {
  const { nodes, edges, left } = drawnOf(reliance);
  const ids = { title: 'reliance-title', text: 'reliance-text' };
  return {
    drawing: html([relianceDrawing(planOf(nodes, edges), ids, LINE)]),
    left: left > 0 ? `${left} more ${plural(left, 'source is', 'sources are')} not drawn.` : null,
    rows: relianceRows(reliance.nodes, reliance.edges),
    groups: relianceGroups(nodes, edges),
    all: relianceGroups(reliance.nodes, reliance.edges),
  };
}

function bodyOf<K extends Section['kind']>(
  section: Extract<Section, { kind: K }>,
  shared: Shared,
): unknown {
  const body = BODIES[section.kind as K];
  return body(section, shared);
}

function groupsOf(
  groups: Extract<Section, { kind: 'key-facts' }>['groups'],
  lookup: Lookup,
  row: Row,
) {
  return {
    groups: groups.map(({ heading, facts }) => ({
      heading,
      rows: facts.flatMap((id, index) => {
        const [fact, own] = [lookup.fact(id), row(id)];
        const above = lookup.fact(facts[index - 1] ?? '');
        return fact && own ? [{ ...own, ...leadIn(fact, above, lookup) }] : [];
      }),
    })),
  };
}

/** The report that a group is of, where it holds what one report alone has. */
function reportAlone([first = '']: readonly string[], lookup: Lookup): Report | undefined {
  const fact = lookup.fact(first);
  return lookup.report((fact && statingReports(fact)[0]) ?? '');
}

function differencesOf(ids: readonly string[], lookup: Lookup) {
  const { divergences } = lookup.analysis;
  return ids
    .flatMap((id) => divergences.find((divergence) => divergence.id === id) ?? [])
    .map((divergence) => divergenceRow(divergence, lookup));
}

const anchorOf = (report: Report | undefined) => (report ? aloneId(report) : null);

function entriesOf(lookup: Lookup) {
  const { reports, sections } = lookup.briefing;
  const groups = sections.flatMap((part) => (part.kind === 'single-report' ? part.groups : []));
  const alone = new Set(groups.map(({ facts }) => reportAlone(facts, lookup)));
  return reports.map((report) => ({
    ...sourceEntry(report, lookup, { sentenceId, sourceOf }),
    aloneAt: anchorOf(alone.has(report) ? report : undefined),
  }));
}

// ---------------------------------------------------------------------------------------------
// Pages

/** A kind of page: the folder of its templates, and its style sheets in order. */
export interface PageKind {
  readonly folder: TemplateFolder;
  readonly sheets: readonly string[];
  /** Styles of this one page, behind its sheets. Default: none. */
  readonly own?: string;
  /** Whether notes say the pages on which they are cited, and link there. Default: no. */
  readonly paged?: boolean;
  /** Characters that cannot be shown, in whose place it is said what they are. Default: none. */
  readonly unshown?: ReadonlySet<string>;
}

/** What a page is made with. */
export interface PageTools {
  /** Path in the templates' folder (`html/page.hbs`) → the file's text. */
  readonly templates: ReadonlyMap<string, string>;
  /** Give the bytes of a file of an installed package: `@fontsource/inter`, `files/….woff2`. */
  readonly packageFile: (name: string, file: string) => Promise<Uint8Array>;
}

/** Names of the style sheets that only a second edition needs, or a later one. */
export const LATER_SHEETS: readonly string[] = ['news'];

/** Those of them that a view needs. */
export const laterSheets = ({ since }: View): readonly string[] =>
  since === null ? [] : LATER_SHEETS;

/** A whole page, and the characters of its text that its fonts lack. */
export interface Page {
  readonly html: string;
  readonly missing: readonly string[];
}

const NONE: ReadonlySet<string> = new Set();

/**
 * Fill a page's templates. The body passes through a sanitizer, whatever reports or templates put
 * into it; styles, fonts and the script are put inside, so that the page asks for nothing, and its
 * policy lets nothing else in.
 *
 * @throws Error when a template cannot be filled.
 */
export async function renderPage(view: View, kind: PageKind, tools: PageTools): Promise<Page> {
  const turn = turnMarks(view.locale);
  const shown = { ...view, unshown: (kind.unshown ?? NONE).size > 0 };
  const body = sanitize(fill(tools.templates, kind.folder, 'body', shown), (tree) => {
    turn(tree);
    if (kind.paged) linkPagesBack(tree, pageMark);
    sayUnshown(tree, kind.unshown ?? NONE);
  });
  const sheets = [...kind.sheets, ...laterSheets(view)];
  const styles = [stylesOf(tools.templates, sheets), kind.own ?? ''].join('\n');
  const fonts = await embedFonts(numberPages(body, new Map()), styles, tools.packageFile);
  const css = styleBlock(`${fonts.css}\n${styles}`);
  const scripts = {
    early: earlyScriptOf(tools.templates),
    script: scriptOf(tools.templates, view.since !== null),
  };
  const policy = policyOf(Object.values(scripts), css);
  return {
    html: fill(tools.templates, kind.folder, 'page', { ...view, ...scripts, body, css, policy }),
    missing: fonts.missing,
  };
}

/**
 * Fill the templates of a page that is no briefing's, and has no script. All else holds as with
 * `renderPage`.
 *
 * @throws Error when a template cannot be filled.
 */
export async function framedPage(
  view: object,
  { folder, sheets }: { readonly folder: PageFolder; readonly sheets: readonly string[] },
  tools: PageTools,
): Promise<string> {
  const body = sanitize(fill(tools.templates, folder, 'body', view));
  const styles = stylesOf(tools.templates, sheets);
  const fonts = await embedFonts(body, styles, tools.packageFile);
  const css = styleBlock(`${fonts.css}\n${styles}`);
  return fill(tools.templates, folder, 'page', { ...view, body, css, policy: policyOf([], css) });
}

/**
 * Fill the template of a body and give its tree, for documents that are no pages of a browser. It passed
 * the sanitizer, as that of a page does.
 *
 * @throws Error when the template cannot be filled.
 */
export function bodyTree(view: View, folder: TemplateFolder, tools: PageTools): Root {
  return sanitizedTree(fill(tools.templates, folder, 'body', view), turnMarks(view.locale));
}

/**
 * Fill a template that no folder holds with what templates of a body get, and sanitize it.
 *
 * @param template Its text. It may ask for the partials of the web page.
 * @throws Error when the template cannot be filled.
 */
export function fillBody(view: View, template: string, { templates }: PageTools): string {
  const among = new Map(templates).set('html/one.hbs', template);
  return sanitize(fill(among, 'html', 'one', view), turnMarks(view.locale));
}
