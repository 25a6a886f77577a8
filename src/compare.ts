import path from 'node:path';
import type { VFileMessage } from 'vfile-message';
import { type Compared, changesMarkdown, changesPage } from './changes/index.ts';
import { designOf } from './design/index.ts';
import { diff } from './diff/index.ts';
import { type Asked, editionNamed, isObjection, namesOfTwo, tooFew } from './edition-named.ts';
import { outputUnwritable } from './output-unwritable.ts';
import type { System } from './system/index.ts';
import { toldChanges } from './told-changes.ts';
import type { OutputFile } from './types.ts';

export type { Compared } from './changes/index.ts';

export interface CompareOptions {
  /**
   * The earlier edition and the later one: numbers, or folders that hold the record of one. Default: the
   * last two; where one is given, it and the last.
   */
  readonly editions: readonly string[];
  /** The folder that editions are published to. */
  readonly out: string;
  /** Folder that the changes are written to, as data, Markdown and a page. Default: none. */
  readonly to?: string | undefined;
  /** Version of the program. */
  readonly version: string;
}

/** What changed between two editions. */
export interface Comparison {
  /** Null where an edition cannot be read. */
  readonly compared: Compared | null;
  /** The files that were written. */
  readonly files: readonly OutputFile[];
  readonly messages: readonly VFileMessage[];
}

/** Compare two editions that were published, and write what changed where that is asked for. */
export async function compareEditions(
  { editions, out, to, version }: CompareOptions,
  system: Pick<System, 'files' | 'templates'>,
): Promise<Comparison> {
  const { files } = system;
  const [first, second] = await namesOfTwo(editions, { out, files });
  if (first === undefined || second === undefined) {
    return failed([tooFew(out, first === undefined ? 0 : 1)]);
  }
  const [before, after] = [
    await editionNamed(first, { out, files }),
    await editionNamed(second, { out, files }),
  ];
  if (isObjection(before) || isObjection(after)) return failed(objections(before, after));
  const changes = diff(before.record, after.record);
  const compared: Compared = {
    before: before.record,
    after: after.record,
    changes,
    groups: toldChanges(changes),
  };
  if (to === undefined) return { compared, files: [], messages: [] };
  const made = await filesOf(compared, version, system);
  const messages = await write(made, to, system);
  return { compared, files: messages.length > 0 ? [] : made, messages };
}

const failed = (messages: readonly VFileMessage[]): Comparison => ({
  compared: null,
  files: [],
  messages,
});

const objections = (...asked: readonly Asked[]): readonly VFileMessage[] =>
  asked.flatMap((one) => (isObjection(one) ? one.objection : []));

async function filesOf(
  compared: Compared,
  version: string,
  { files, templates }: Pick<System, 'files' | 'templates'>,
): Promise<readonly OutputFile[]> {
  const plain = { folder: '.', said: {}, file: '', placeOf: () => ({ line: 1, column: 1 }) };
  const design = await designOf(plain, { files, shipped: await templates(), helpers: [] });
  const page = changesPage(compared, {
    templates: design.templates,
    generator: `Synoptic ${version}`,
  });
  const texts = {
    'changes.json': `${JSON.stringify(compared.changes, null, 2)}\n`,
    'changes.md': changesMarkdown(compared),
    'changes.html': page,
  };
  return Object.entries(texts).map(([name, text]) => ({
    name,
    bytes: new TextEncoder().encode(text),
  }));
}

async function write(
  made: readonly OutputFile[],
  to: string,
  { files }: Pick<System, 'files'>,
): Promise<readonly VFileMessage[]> {
  try {
    await files.makeFolder(to);
    for (const { name, bytes } of made) await files.write(path.join(to, name), bytes);
    return [];
  } catch (cause) {
    return [outputUnwritable(to, cause)];
  }
}
