import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseConfig } from '../../src/config/index.ts';
import { openDocuments } from '../../src/documents/index.ts';
import { normalize } from '../../src/normalize/index.ts';
import { openFolder, read, readFolder } from '../../src/read/index.ts';
import { nodeSystem } from '../../src/system/index.ts';
import type { Report } from '../../src/types.ts';
import { documentOf } from '../support.ts';
import { shared } from './shared.ts';

/** Normalized reports of one real event. */
export interface RealEvent {
  readonly name: string;
  readonly reports: readonly Report[];
}

/**
 * Load every real event that there is: the folders of `clusters` as they are read, and the events
 * of `same-fact` that are no such folder, each report in one paragraph below its headline.
 *
 * @returns Events in order of their names; none, and a line that says so, where there is no data.
 */
export async function loadRealEvents(): Promise<readonly RealEvent[]> {
  const [clusters, sameFact] = [shared('clusters'), shared('data/same-fact')];
  if (!clusters || !sameFact) return [];
  const folders = readdirSync(clusters).sort();
  const events = folders.map((name) => inFolder(name, path.join(clusters, name)));
  const others = readdirSync(sameFact)
    .filter((name) => name.endsWith('.json') && !folders.includes(path.basename(name, '.json')))
    .sort()
    .map((name) => inAnnotation(path.basename(name, '.json'), path.join(sameFact, name)));
  return [...(await Promise.all(events)), ...others].sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function inFolder(name: string, at: string): Promise<RealEvent> {
  const { files } = nodeSystem();
  const folder = await openFolder(at, files, 'output');
  const config = parseConfig(folder.config.source, folder.config.name);
  const loaded = await readFolder(folder, config.config.ignore, files);
  const { documents } = await openDocuments(loaded.files);
  return { name, reports: read(documents, config, at).reports.map(normalize) };
}

function inAnnotation(name: string, file: string): RealEvent {
  const { sentences } = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly sentences: Readonly<Record<string, string>>;
  };
  const letters = [...new Set(Object.keys(sentences).map((id) => id.charAt(0)))];
  const documents = letters.map((letter) => {
    const own = Object.entries(sentences).filter(([id]) => id.startsWith(letter));
    const [headline = '', ...body] = own.map(([, text]) => text.replaceAll('\n', ' '));
    return documentOf(`${letter}.txt`, `${headline.replace(/\.$/u, '')}\n\n${body.join(' ')}\n`);
  });
  const { reports } = read(documents, parseConfig('', 'briefing.yaml'), name);
  return { name, reports: reports.map(normalize) };
}
