import { fullDate } from '../dates.ts';
import { FORMAT_TABLE, FORMATS } from '../formats.ts';
import { byCodeUnits } from '../order.ts';
import { countsOf, toldChanges } from '../told-changes.ts';
import type { EditionRecord } from '../types.ts';
import { plural } from '../wording.ts';
import type { EditionFile, OverviewEntry } from './entries.ts';

/** A feed over all briefings. */
export interface FeedLink {
  readonly file: string;
  readonly mediaType: string;
  readonly label: string;
}

/**
 * Make the data that the templates of the page over all briefings place. Those whose reports are the
 * newest stand first: who opens it in the morning asks what has come in. The day is that of the
 * reports, not of the build, so that building anew moves nothing. What nobody builds any more stands
 * last, apart.
 *
 * @param feeds Feeds that lie beside it.
 */
export function overviewView(
  entries: readonly OverviewEntry[],
  version: string,
  feeds: readonly FeedLink[] = [],
) {
  const [gone, built] = [entries.filter(isGone), entries.filter((entry) => !isGone(entry))];
  const failed = built.filter(({ state }) => state === 'failed');
  const first = built.filter(({ state, record }) => state === 'failed' && !record);
  return {
    language: LANGUAGE,
    title: 'Briefings',
    deck: [
      `${built.length} ${plural(built.length, 'briefing', 'briefings')}`,
      ...(failed.length > 0 ? [`${failed.length} failed in the last build`] : []),
      ...(gone.length > 0 ? [`${gone.length} no longer built`] : []),
    ].join(' · '),
    days: daysOf(built.filter((entry) => !first.includes(entry))),
    // Nothing to read yet, but somebody waits for it.
    missing: [...first].sort(byNews).map(briefingView),
    gone: [...gone].sort(byNews).map(briefingView),
    feeds,
    generator: `Synoptic ${version}`,
  };
}

export type OverviewView = ReturnType<typeof overviewView>;

/** The language of the labels: titles are in that of their reports. */
const LANGUAGE = 'en';

const isGone = ({ state }: OverviewEntry): boolean => state === 'gone';

/** Newest first; without a day last, and within a day by name. */
function byNews(a: OverviewEntry, b: OverviewEntry): number {
  return byCodeUnits(dayOf(b), dayOf(a)) || byCodeUnits(a.name, b.name);
}

const dayOf = ({ record }: OverviewEntry): string => record?.generated?.slice(0, 10) ?? '';

/** Briefings by the day that they speak for. */
function daysOf(entries: readonly OverviewEntry[]) {
  const days = new Map<string, OverviewEntry[]>();
  for (const entry of [...entries].sort(byNews)) {
    const list = days.get(dayOf(entry)) ?? [];
    days.set(dayOf(entry), list);
    list.push(entry);
  }
  return [...days].map(([day, list]) => ({
    id: day === '' ? 'undated' : `d${day}`,
    day: day === '' ? 'Without a date' : fullDate(day, 'en'),
    briefings: list.map(briefingView),
  }));
}

function briefingView({ name, state, record, changes, files }: OverviewEntry) {
  const told = changes && toldChanges(changes);
  return {
    name,
    title: record?.title ?? name,
    href: hrefOf(name, [...files].sort(pageFirst)[0]),
    edition: record && editionOf(record),
    trouble: state === 'failed' ? troubleOf(record) : null,
    counts: record ? figuresOf(record) : [],
    news:
      changes && told && told.length > 0
        ? `New since edition ${changes.since.number}: ${countsOf(told)}`
        : null,
    formats: files.map((made) => ({
      label: labelOf(made),
      href: hrefOf(name, made),
      size: sizeOf(made),
    })),
  };
}

const editionOf = ({ number, generated }: EditionRecord): string =>
  [`Edition ${number}`, ...(generated ? [fullDate(generated, 'en')] : [])].join(' · ');

function troubleOf(record: EditionRecord | null): string {
  if (!record) return 'No edition yet; the last build failed';
  const of = record.generated ? ` of ${fullDate(record.generated, 'en')}` : '';
  return `Edition ${record.number}${of}; the last build failed`;
}

function figuresOf({ facts, reports }: EditionRecord) {
  const disputed = facts.filter(({ standing }) => standing === 'disputed').length;
  return [
    `${facts.length} ${plural(facts.length, 'fact', 'facts')}`,
    `${reports.length} ${plural(reports.length, 'report', 'reports')}`,
    `${disputed} disputed`,
  ];
}

/** The page is what a title leads to; where there is none, the first file of the edition. */
const pageFirst = (a: EditionFile, b: EditionFile): number =>
  Number(b.file === FORMAT_TABLE.html.file) - Number(a.file === FORMAT_TABLE.html.file);

/** The way to a file of the edition that is shown: it stays good for the next. */
const hrefOf = (name: string, made: EditionFile | undefined): string | null =>
  made ? [name, made.file].map(encodeURIComponent).join('/') : null;

/** The name of its format; of a format of the user's own, that of its file. */
function labelOf({ file }: EditionFile): string {
  const format = FORMATS.find((name) => FORMAT_TABLE[name].file === file);
  return format ? LABELS[format] : file;
}

const LABELS: Readonly<Record<keyof typeof FORMAT_TABLE, string>> = {
  html: 'Page',
  pdf: 'PDF',
  epub: 'E-book',
  docx: 'Word',
  markdown: 'Markdown',
  text: 'Text',
  json: 'Data',
  annotations: 'Annotations',
  csl: 'Sources (CSL)',
  bibtex: 'Sources (BibTeX)',
  dot: 'Origins (Graphviz)',
};

const sizeOf = ({ bytes }: EditionFile): string => `${Math.max(1, Math.ceil(bytes / 1000))} kB`;
