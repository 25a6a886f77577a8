import path from 'node:path';
import type { VFileMessage } from 'vfile-message';
import { briefingsIn, manyBriefings } from './briefings.ts';
import { isStyleFile } from './citation-styles.ts';
import { type ConfigResult, parseConfig, type ReportConfig } from './config/index.ts';
import { filesOfDesign } from './design/index.ts';
import { type Document, openDocument, type RawFile } from './documents/index.ts';
import { BuildFailure, isFatal } from './messages.ts';
import { normalize } from './normalize/index.ts';
import {
  openFolder,
  type ReadReport,
  readFolder,
  readReport,
  readStyle,
  together,
  undated,
} from './read/index.ts';
import { type Memory, remembered } from './remembered.ts';
import { type Selection, select } from './select/index.ts';
import { sha256 } from './sha256.ts';
import type { Files } from './system/index.ts';
import type { Report } from './types.ts';

/** What lies in a folder, ready to be taken apart. */
export interface Intake {
  readonly config: ConfigResult['config'];
  /** What the editor decides about facts, and the file that says so. */
  readonly said: Pick<ConfigResult, 'decisions' | 'file' | 'placeOf'>;
  /** The editor's own style of citation; null where he names one of ours. */
  readonly citationStyle: string | null;
  /** Every report that could be read, normalized, whatever event it is about. */
  readonly reports: readonly Report[];
  /** Those to be used. Where anything was at fault, all of them. */
  readonly selected: Pick<Selection, 'reports' | 'strangers'>;
  /** The texts that places in the reports count in, in order of their files. */
  readonly documents: readonly Document[];
  /** Failures too: one file hides none of the others. */
  readonly messages: readonly VFileMessage[];
}

export interface IntakeOptions {
  /** The folder that will be published to: where it lies among the reports it is none. */
  readonly out: string;
  readonly files: Files;
  /** Templates and themes that the user names: where they lie among the reports they are none. */
  readonly design?: readonly (string | undefined)[];
  /** Told each stage as it begins. */
  readonly onStage?: ((stage: 'read' | 'normalize' | 'select') => void) | undefined;
  /** What earlier builds read. Default: everything is read anew. */
  readonly memory?: Memory | null;
}

/**
 * Read the reports of a folder, normalize them, and select those about its event.
 *
 * @throws BuildFailure when there is no such folder, or it holds many briefings.
 */
export async function takeIn(
  folderName: string,
  { out, files, design = [], onStage, memory = null }: IntakeOptions,
): Promise<Intake> {
  onStage?.('read');
  const folder = await openFolder(folderName, files, out);
  const many = await briefingsIn(folderName, files, out);
  if (many) throw new BuildFailure([manyBriefings(folderName, many)]);
  const result = parseConfig(folder.config.source, folder.config.name);
  const { config } = result;
  const named = design.flatMap((file) => (file ? path.relative(folderName, file) : []));
  const ours = [...filesOfDesign(config), ...named.map((file) => file.split(path.sep)[0] ?? '')];
  const own = isStyleFile(config.citations.style) ? [config.citations.style] : [];
  const loaded = await readFolder(folder, [...config.ignore, ...ours, ...own], files);
  const styles = await Promise.all(own.map((name) => readStyle(folder, name, files)));
  const opened = await Promise.all(
    loaded.files.map((file) => openAndRead(file, config.reports[file.name], memory)),
  );
  const each = opened.flatMap(({ read }) => read ?? []);
  const unopened = opened.flatMap(({ name, read }) => (read ? [] : [name]));
  const unread = [...loaded.unread, ...unopened];
  const raw = together(each, result, { folder: folderName, unread });
  const told = [folder, result, ...styles, loaded, ...opened, raw].flatMap(
    ({ messages }) => messages,
  );
  onStage?.('normalize');
  const reports = await Promise.all(raw.reports.map((report) => normalized(report, memory)));
  const messages = [...told, ...undated(reports, told)];
  const documents = each.map(({ document }) => document);
  const citationStyle = styles[0]?.style ?? null;
  if (messages.some(isFatal)) {
    const selected = { reports, strangers: [] };
    return { config, said: result, citationStyle, reports, documents, selected, messages };
  }
  onStage?.('select');
  const selected = select(reports, config, folderName);
  return {
    config,
    said: result,
    citationStyle,
    reports,
    documents,
    selected,
    messages: [...messages, ...selected.messages],
  };
}

/** A file that was opened, and what was said of that; what it says as a report, if it is one. */
interface OpenedFile {
  readonly name: string;
  readonly read: ReadReport | null;
  readonly messages: readonly VFileMessage[];
}

async function openAndRead(
  file: RawFile,
  editor: ReportConfig | undefined,
  memory: Memory | null,
): Promise<OpenedFile> {
  const { name, bytes } = file;
  const parts = { stage: 'read', name, sha256: sha256(bytes), editor };
  const { value, messages } = await remembered(memory, parts, async () => {
    const opened = await openDocument(file);
    if (!opened.content) return { value: null, messages: opened.messages };
    const { messages: said, ...read } = readReport(opened.content, editor);
    const count = opened.messages.length;
    return { value: { ...read, count }, messages: [...opened.messages, ...said] };
  });
  if (!value) return { name, read: null, messages };
  const { count, ...read } = value;
  return {
    name,
    read: { ...read, messages: messages.slice(count) },
    messages: messages.slice(0, count),
  };
}

/** Its number depends on the others, and nothing of what is normalized on its number. */
async function normalized(report: Report, memory: Memory | null): Promise<Report> {
  const alone = { ...report, number: 0 };
  const parts = { stage: 'normalize', report: alone };
  const { value } = await remembered(memory, parts, () => ({
    value: normalize(alone),
    messages: [],
  }));
  return { ...value, number: report.number };
}
