import { location } from 'vfile-location';
import type { VFileMessage } from 'vfile-message';
import { diff } from './diff/index.ts';
import { describeDiskError } from './disk-errors.ts';
import { recordOf } from './edition-record.ts';
import { editionFolder, readRecord, shownNumbers } from './editions.ts';
import type { Placing } from './findings.ts';
import { type Evidence, exitOfGates, passGates } from './gates/index.ts';
import { BuildFailure, exitOf, message } from './messages.ts';
import { type BuildOptions, build, type Edition, type Stage } from './pipeline.ts';
import type { System } from './system/index.ts';
import type { EditionRecord } from './types.ts';
import type { Verdict } from './verdict/index.ts';

export interface CheckOptions
  extends Pick<
    BuildOptions,
    'folder' | 'generated' | 'scorer' | 'templates' | 'theme' | 'version' | 'onRead'
  > {
  /** The folder whose last edition the briefing is held against. Nothing is written to it. */
  readonly out: string;
  /** Names of the gates that the check fails for. */
  readonly failOn: readonly string[];
  /** How old the last edition may be, in milliseconds; null: however old. */
  readonly maxAge: number | null;
  /** Told each stage as it begins. */
  readonly onStage?: (stage: Stage | 'compare') => void;
}

/**
 * Build the briefing of a folder in memory, hold it against the last edition, and say what every gate
 * finds. Nothing is published, and no browser is started.
 */
export async function check(options: CheckOptions, system: System): Promise<Verdict> {
  const { folder, out, failOn, maxAge } = options;
  const { last, messages: unread } = await lastEdition(out, system);
  const made = await briefingOf(options, last, system);
  options.onStage?.('compare');
  const messages = [...made.messages, ...unread];
  const now = system.now();
  const evidence: Evidence = {
    messages,
    made: made.edition && evidenceOf(made.edition, last, now),
    last,
    now,
    maxAge,
  };
  const gates = passGates(evidence, failOn);
  const ended = exitOf(messages);
  const passed = ended === 'published' || ended === 'unverified';
  const since = last && { number: last.number, made: last.made };
  const exit = passed ? exitOfGates(gates) : ended;
  const there = await namesIn(folder, system);
  return { name: null, folder, out, there, since, exit, gates, messages };
}

/** Names of what lies in a folder; none where it cannot be listed, which the build has told. */
async function namesIn(folder: string, { files }: System): Promise<readonly string[]> {
  const entries = await files.list(folder).catch(() => []);
  return entries.map(({ name }) => name);
}

interface Made {
  /** Null where it could not be built: the messages say why. */
  readonly edition: Edition | null;
  readonly messages: readonly VFileMessage[];
}

async function briefingOf(
  { folder, out, generated, scorer, templates, theme, version, onStage, onRead }: CheckOptions,
  last: EditionRecord | null,
  system: System,
): Promise<Made> {
  const follows = { out, last };
  const asked = { folder, out: null, follows, formats: [], generated, scorer, templates, theme };
  const told = { ...(onStage && { onStage }), ...(onRead && { onRead }) };
  try {
    const edition = await build({ ...asked, version, ...told }, system);
    return { edition, messages: edition.messages };
  } catch (error) {
    if (!(error instanceof BuildFailure)) throw error;
    return { edition: null, messages: error.messages };
  }
}

/** The edition that is shown; null where there is none, or where it cannot be read. */
async function lastEdition(
  out: string,
  { files }: System,
): Promise<{ readonly last: EditionRecord | null; readonly messages: readonly VFileMessage[] }> {
  try {
    const number = (await shownNumbers(out, files)).at(-1);
    if (number === undefined) return { last: null, messages: [] };
    const last = await readRecord(out, number, files);
    if (last) return { last, messages: [] };
    const found = 'edition whose edition.json is missing, or is not as it was written';
    return { last, messages: [unreadable(editionFolder(out, number), found)] };
  } catch (error) {
    return { last: null, messages: [unreadable(out, describeDiskError(error))] };
  }
}

function evidenceOf(
  { briefing, texts }: Edition,
  last: EditionRecord | null,
  now: number,
): NonNullable<Evidence['made']> {
  const record = recordOf(briefing, new Date(now).toISOString());
  const changes = last && diff(last, record);
  return { briefing, changes, placeOf: placingIn(briefing.reports, texts) };
}

function placingIn(reports: Edition['briefing']['reports'], texts: Edition['texts']): Placing {
  const known = new Map(reports.map((report) => [report.id, report]));
  const points = new Map(Array.from(texts, ([file, text]) => [file, location(text)]));
  return ({ report: id, start, end, exact }) => {
    const report = known.get(id);
    const file = report?.file ?? id;
    // The text that was got at in a PDF has lines of its own; the file has none.
    const point = report?.part === null ? points.get(file) : undefined;
    return { file, exact, start: placeAt(point, start), end: placeAt(point, end) };
  };
}

function placeAt(points: ReturnType<typeof location> | undefined, offset: number) {
  const point = points?.toPoint(offset);
  return point ? { line: point.line, column: point.column } : null;
}

/** Whatever is new would be held against nothing, and would pass. */
const unreadable = (file: string, found: string) =>
  message({
    rule: 'edition-damaged',
    file,
    found,
    expected: 'an edition that the briefing can be held against',
    advice: 'restore it, or name another folder with --out',
  });
