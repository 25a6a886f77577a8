import { createHash } from 'node:crypto';
import type { VFileMessage } from 'vfile-message';
import type { ConfigResult, ReportConfig } from '../config/index.ts';
import { message } from '../messages.ts';
import type { Block, Field, Metadata, Report } from '../types.ts';
import { publicationDate } from './dateline.ts';
import { decode } from './decode.ts';
import { extensionOf, type RawFile } from './folder.ts';
import { type FrontMatter, readFrontMatter } from './front-matter.ts';
import { readMarkdown } from './markdown.ts';
import { readText } from './text.ts';

export { type Folder, openFolder } from './folder.ts';

/** What a reader makes of a file's text. */
export interface Reading {
  readonly blocks: readonly Block[];
  readonly headline: Field<string> | null;
  /** Calendar date that the text itself gives for its publication. */
  readonly published: Field<string> | null;
  /** YAML between fences at the head of the file. */
  readonly frontMatter: string | null;
}

/** A reader takes the decoded text of a file apart into blocks, each traceable to the file. */
type Reader = (source: string) => Reading;

const READERS: Readonly<Record<string, Reader>> = {
  '.txt': (source) => readText(source, publicationDate),
  '.md': readMarkdown,
  '.markdown': readMarkdown,
};

/** Endings of the files that can be read. */
export const EXTENSIONS: ReadonlySet<string> = new Set(Object.keys(READERS));

/** Fewer reports than this have nothing to be compared with. */
const MIN_REPORTS = 2;

/**
 * Read the reports of a briefing.
 *
 * @param files Files of the folder in order of their names.
 * @param folder Name of the folder, for messages about it as a whole.
 * @returns The reports that could be read, and every fault of every file.
 */
export function read(
  files: readonly RawFile[],
  { config, file: configFile, places }: ConfigResult,
  folder: string,
): {
  readonly reports: readonly Report[];
  readonly messages: readonly VFileMessage[];
} {
  const wanted = files.filter((file) => !config.ignore.includes(file.name));
  const ids = reportIds(wanted.map((file) => file.name));
  const messages: VFileMessage[] = [...duplicates(wanted), ...missing(wanted, configFile, places)];
  const reports: Report[] = [];
  for (const [index, file] of wanted.entries()) {
    const result = readOne(file, config.reports[file.name]);
    messages.push(...result.messages);
    if (!result.report) continue;
    const id = ids[index] ?? file.name;
    reports.push({ ...result.report, id, number: index + 1 });
  }
  if (wanted.length < MIN_REPORTS) messages.push(tooFew(wanted.length, folder));
  return { reports, messages };
}

interface ReadResult {
  readonly report: Omit<Report, 'id' | 'number'> | null;
  readonly messages: readonly VFileMessage[];
}

function readOne(file: RawFile, editor: ReportConfig = {}): ReadResult {
  const decoded = decode(file);
  if ('objection' in decoded) return { report: null, messages: [decoded.objection] };
  const reader = READERS[extensionOf(file.name)];
  if (!reader) return { report: null, messages: [] };
  const { blocks, frontMatter, ...shown } = reader(decoded.source);
  const { stated, messages } = readFrontMatter(frontMatter ?? '', file.name);
  const metadata = metadataOf(editor, stated, shown);
  return {
    report: {
      file: file.name,
      sha256: createHash('sha256').update(file.bytes).digest('hex'),
      length: decoded.source.length,
      metadata,
      blocks,
      leftOut: [],
      textSpans: blocks.flatMap(({ content }) =>
        content.runs.map(({ start, end }) => ({ start, end })),
      ),
    },
    messages: metadata.published.value === null ? [...messages, undated(file.name)] : messages,
  };
}

// ---------------------------------------------------------------------------------------------
// Metadata: the editor wins over the front matter, and that over what the text shows

function metadataOf(
  editor: ReportConfig,
  stated: FrontMatter,
  shown: Pick<Reading, 'headline' | 'published'>,
): Metadata {
  const field = <K extends keyof Metadata>(key: K): Metadata[K] =>
    choose<unknown>(editor[key], editor.inferred?.[key], stated[key]) as Metadata[K];
  const orShown = (key: 'headline' | 'published') => {
    const chosen = field(key);
    return chosen.value === null ? (shown[key] ?? chosen) : chosen;
  };
  return {
    outlet: field('outlet'),
    headline: orShown('headline'),
    authors: field('authors'),
    url: field('url'),
    published: orShown('published'),
  };
}

function choose<T>(given: T, inferredBecause: string | undefined, stated: T): Field<T> {
  if (given !== undefined) {
    if (inferredBecause) return { value: given, basis: 'inferred', because: inferredBecause };
    return { value: given, basis: 'stated', because: 'briefing.yaml' };
  }
  if (stated !== undefined) return { value: stated, basis: 'stated', because: 'front matter' };
  return { value: null, basis: 'unknown', because: null };
}

// ---------------------------------------------------------------------------------------------
// Names

/**
 * Give each file a short name: its leading letters and digits where no other file begins with
 * the same, else its name without the ending, else its whole name.
 */
function reportIds(names: readonly string[]): string[] {
  const forms = [
    (name: string) => /^[\p{L}\p{N}]+/u.exec(name)?.[0] ?? name,
    (name: string) => name.slice(0, name.length - extensionOf(name).length) || name,
    (name: string) => name,
  ];
  const form = forms.find((shorten) => new Set(names.map(shorten)).size === names.length);
  return names.map((name) => form?.(name) ?? name);
}

// ---------------------------------------------------------------------------------------------
// Messages

function duplicates(files: readonly RawFile[]): VFileMessage[] {
  const seen = new Map<string, string>();
  return files.flatMap((file) => {
    const hash = createHash('sha256').update(file.bytes).digest('hex');
    const first = seen.get(hash);
    seen.set(hash, first ?? file.name);
    if (first === undefined || file.bytes.length === 0) return [];
    return message({
      rule: 'duplicate-report',
      file: file.name,
      found: `copy of ${first}, byte for byte`,
      expected: 'each report once',
      advice: 'remove one of the two, or list it under "ignore" in briefing.yaml',
    });
  });
}

function missing(
  files: readonly RawFile[],
  configFile: string,
  places: ConfigResult['places'],
): VFileMessage[] {
  const names = new Set(files.map((file) => file.name));
  return [...places]
    .filter(([name]) => !names.has(name))
    .map(([name, place]) =>
      message({
        rule: 'config-report-missing',
        file: configFile,
        place,
        found: `report "${name}" that is not in the folder`,
        expected: 'the name of a file that is',
        advice: 'put the file back, correct the name, or remove the entry',
      }),
    );
}

function tooFew(count: number, folder: string): VFileMessage {
  return message({
    rule: count === 0 ? 'no-reports' : 'one-report',
    file: folder,
    found: count === 0 ? 'folder without a report' : 'one report',
    expected: `at least ${MIN_REPORTS} reports (${[...EXTENSIONS].join(', ')})`,
    advice: count === 0 ? 'put the reports into the folder' : 'add another report of the event',
  });
}

function undated(file: string): VFileMessage {
  return message({
    rule: 'published-unknown',
    file,
    found: 'report without a publication date',
    expected: 'one, to tell what "Tuesday" means',
    advice: 'give "published" in briefing.yaml, with "inferred" if you worked it out',
  });
}
