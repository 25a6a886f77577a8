import path from 'node:path';
import type { VFileMessage } from 'vfile-message';
import { briefingsIn, manyBriefings } from './briefings.ts';
import { isStyleFile } from './citation-styles.ts';
import { type ConfigResult, parseConfig } from './config/index.ts';
import { filesOfDesign } from './design/index.ts';
import { type Document, openDocuments } from './documents/index.ts';
import { BuildFailure, isFatal } from './messages.ts';
import { normalize } from './normalize/index.ts';
import { openFolder, read, readFolder, readStyle, undated } from './read/index.ts';
import { type Selection, select } from './select/index.ts';
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
}

/**
 * Read the reports of a folder, normalize them, and select those about its event.
 *
 * @throws BuildFailure when there is no such folder, or it holds many briefings.
 */
export async function takeIn(
  folderName: string,
  { out, files, design = [], onStage }: IntakeOptions,
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
  const opened = await openDocuments(loaded.files);
  const unread = [...loaded.unread, ...opened.unopened];
  const raw = read(opened.documents, result, folderName, unread);
  const told = [folder, result, ...styles, loaded, opened, raw].flatMap(({ messages }) => messages);
  onStage?.('normalize');
  const reports = raw.reports.map(normalize);
  const messages = [...told, ...undated(reports, told)];
  const { documents } = opened;
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
