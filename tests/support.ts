import { createHash } from 'node:crypto';
import path from 'node:path';
import { analyze } from '../src/analyze/index.ts';
import { compose } from '../src/compose/index.ts';
import { parseConfig } from '../src/config/index.ts';
import { decide, stillTold } from '../src/decide/index.ts';
import { type Document, type Form, openDocuments } from '../src/documents/index.ts';
import { entitiesOf, extract } from '../src/extract/index.ts';
import { inHouseStyle } from '../src/house/index.ts';
import { decidedWithLastIds, withLastIds } from '../src/lasting-ids.ts';
import { LEXICAL, leaveOutHeadlines, merge, methodOf, type Scorer } from '../src/merge/index.ts';
import { isFatal } from '../src/messages.ts';
import { normalize } from '../src/normalize/index.ts';
import { openFolder, read, readFolder } from '../src/read/index.ts';
import { select } from '../src/select/index.ts';
import type { Cache, Entry, Files, PassageModel } from '../src/system/index.ts';
import type {
  Analysis,
  Briefing,
  Claim,
  EditionRecord,
  Fact,
  Metadata,
  NonEmpty,
  Report,
  Section,
  Sentence,
} from '../src/types.ts';

/** File name of a report → its text. */
export type Texts = Readonly<Record<string, string>>;

export interface Setting {
  /** Text of `briefing.yaml`. Default: none. */
  readonly config?: string;
  /** Default: the one that the program uses. */
  readonly score?: Scorer;
  /** Text of the editor's own style of citation. Default: none. */
  readonly citationStyle?: string;
  /** The moment the briefing speaks for. Default: the last publication date. */
  readonly generated?: string;
  /** The last edition. Default: none. */
  readonly last?: EditionRecord;
}

/** A briefing with everything that it was made from. */
export interface Made {
  readonly reports: readonly Report[];
  readonly sentences: ReadonlyMap<string, readonly Sentence[]>;
  readonly facts: readonly Fact[];
  readonly analysis: Analysis;
  readonly briefing: Briefing;
  /** The disk with the reports, for stages that read them again. */
  readonly files: MemoryFiles;
}

/** Name of the folder that the reports of a test lie in. */
export const FOLDER = 'reports';

/**
 * Run the pure stages on texts in memory, from reading to composing.
 *
 * @throws Error when a text cannot be read: the test's own fault.
 */
export async function briefingOf(texts: Texts, setting: Setting = {}): Promise<Made> {
  const files = memoryFiles(
    Object.fromEntries(Object.entries(texts).map(([name, text]) => [`${FOLDER}/${name}`, text])),
  );
  const folder = await openFolder(FOLDER, files, 'output');
  const config = parseConfig(setting.config ?? '', 'briefing.yaml');
  const loaded = await readFolder(folder, config.config.ignore, files);
  const { documents } = await openDocuments(loaded.files);
  const raw = read(documents, config, FOLDER);
  const {
    reports: normalized,
    strangers,
    messages,
  } = select(raw.reports.map(normalize), config.config, FOLDER);
  const faults = [...config.messages, ...raw.messages, ...messages].filter(isFatal);
  if (faults.length > 0) throw new Error(faults.join('\n'));
  const sentences = extract(normalized);
  const merged = await (setting.score
    ? merge(sentences, { score: setting.score })
    : merge(sentences));
  const last = setting.last ?? null;
  const lasting = withLastIds(merged, last, normalized);
  const decided = decidedWithLastIds(
    decide(lasting, { reports: normalized, sentences }, config),
    last,
    normalized,
  );
  const failed = decided.messages.filter(isFatal);
  if (failed.length > 0) throw new Error(failed.join('\n'));
  const { facts, reports } = leaveOutHeadlines(decided.facts, decided.reports);
  const analysis = analyze(facts, reports, sentences, config.config);
  const entities = entitiesOf(stillTold(sentences, reports, facts));
  const briefing = compose(
    {
      ...inHouseStyle({ reports, facts, entities, analysis }, config.config),
      strangers,
      decisions: decided.decisions,
    },
    {
      config: config.config,
      citationStyle: setting.citationStyle ?? null,
      generated: setting.generated ?? null,
      method: methodOf(LEXICAL),
      version: '0.0.0',
    },
  );
  return { reports, sentences, facts, analysis, briefing, files };
}

/**
 * A model that gives pairs, in the order in which they are asked, their probabilities; behind the
 * last of the list all get the last.
 */
export function modelSaying(...list: readonly number[]): PassageModel {
  const logOdds = (chance: number) => Math.log(chance / (1 - chance));
  return {
    name: 'test',
    read: async ({ a }) => ({
      same: Float64Array.from(a, (_, at) => logOdds(list[at] ?? list.at(-1) ?? 0)),
      differs: new Float64Array(a.length),
    }),
    close: async () => undefined,
  };
}

/** Read, normalize and extract texts. The order of the names is the order of the reports. */
export function sentencesOf(texts: Texts, config = ''): ReadonlyMap<string, readonly Sentence[]> {
  const documents = Object.entries(texts).map(([name, text]) => documentOf(name, text));
  const { reports } = read(documents, parseConfig(config, 'briefing.yaml'), FOLDER);
  return extract(reports.map(normalize));
}

/** A text as the document that its file would be opened as. Its name tells how it is read. */
export function documentOf(name: string, source: string, fields: Partial<Document> = {}): Document {
  return {
    name,
    sha256: createHash('sha256').update(source).digest('hex'),
    source,
    form: FORMS[path.extname(name).toLowerCase()] ?? 'text',
    encoding: 'utf-8',
    part: null,
    found: [],
    ...fields,
  };
}

const FORMS: Readonly<Record<string, Form>> = {
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.html': 'page',
};

const UNKNOWN = { value: null, basis: 'unknown', because: null } as const;

/** What is known of a report that says nothing about itself. */
export const NO_METADATA: Metadata = {
  outlet: UNKNOWN,
  headline: UNKNOWN,
  authors: UNKNOWN,
  url: UNKNOWN,
  published: UNKNOWN,
  updated: UNKNOWN,
  language: UNKNOWN,
  section: UNKNOWN,
  place: UNKNOWN,
  agency: UNKNOWN,
};

/** The day on which the reports of `claimsIn` were published: a Wednesday. */
export const PUBLISHED = '2031-03-12';

/**
 * The claims that reports make, one report a text: the parts of sentences that are taken apart,
 * else whole sentences. Each report was published on `PUBLISHED`.
 */
export function claimsIn(...texts: readonly string[]): readonly Claim[] {
  return sentencesIn(...texts).flatMap(({ whole, parts }) => (parts.length > 0 ? parts : [whole]));
}

/** The sentences of reports, one report a text, in order; each published on `PUBLISHED`. */
export function sentencesIn(...texts: readonly string[]): readonly Sentence[] {
  const named = texts.map((text, index) => [`r${index + 1}.txt`, text] as const);
  const config = named.map(([name]) => `  ${name}: { published: ${PUBLISHED} }`).join('\n');
  return [...sentencesOf(Object.fromEntries(named), `reports:\n${config}`).values()].flat();
}

/** The one element of a list. @throws Error when there are none or more. */
export function only<T>(items: readonly T[]): T {
  const [first, ...rest] = items;
  if (first === undefined || rest.length > 0) {
    throw new Error(`Unexpected ${items.length} elements, expected one`);
  }
  return first;
}

/** A list as one that has an element. @throws Error when it has none. */
export function nonEmpty<T>(items: readonly T[]): NonEmpty<T> {
  const [first, ...rest] = items;
  if (first === undefined) throw new Error('Unexpected empty list, expected an element');
  return [first, ...rest];
}

/** What is there. @throws Error when nothing is. */
export function found<T>(value: T | null | undefined): T {
  if (value === null || value === undefined)
    throw new Error('Unexpected nothing, expected a value');
  return value;
}

/** A fact of claims, stated in the words of the first. */
export function factOf(claims: readonly Claim[], fields: Partial<Fact> = {}): Fact {
  const [first, ...rest] = nonEmpty(claims);
  return {
    id: `f-${first.id}`,
    statement: {
      text: first.exact,
      claim: first.id,
      pieces: [{ kind: 'passage', text: first.exact, start: first.start, end: first.end }],
    },
    claims: [first, ...rest],
    uncertain: [],
    elsewhere: [],
    merged: [],
    guarded: [],
    ...fields,
  };
}

/** The section of a kind. @throws Error when the briefing has none. */
export function sectionOf<K extends Section['kind']>(
  briefing: Briefing,
  kind: K,
): Extract<Section, { kind: K }> {
  return found(
    briefing.sections.find(
      (section): section is Extract<Section, { kind: K }> => section.kind === kind,
    ),
  );
}

/** A repeatable source of numbers from 0 up to 1 (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Three reports of one invented event: Markdown with emphasis, a link and a character reference,
 * and plain text. They agree, differ in a figure, quote one utterance in two wordings, and each
 * says something alone, so that their briefing has every section.
 */
export const BRIDGE = {
  'a.md': `---
publisher: Brennick Courier
author: Ilsa Korr
date: 2031-03-12
url: https://courier.example/bridge
---

# Old bridge at Brennick closed after inspectors find cracks

The town of Brennick closed its *old bridge* on Tuesday after inspectors found cracks in two of its pillars.

Some **9,000 cars** cross the bridge each day. The town will run a [free ferry](https://town.example/ferry) until the bridge is repaired.

“Nobody will drive over this bridge until I can promise that it holds,” Mayor Ruth Amsel told the Brennick Courier.

The repair of the bridge will cost 4 million dollars &amp; take six months.

Mayor Ruth Amsel, who has so far refused to resign, opened a new ferry line on Monday.
`,
  'b.txt': `BRENNICK BRIDGE SHUT OVER CRACKS
March 12, 2031

Brennick's old bridge was closed to all traffic on Tuesday after inspectors found cracks in two pillars, officials said.

About 9,000 vehicles cross the bridge every day, according to the transport ministry.

"Nobody will drive over this bridge until I can promise it holds," Mayor Ruth Amsel said.

The repair of the bridge will cost 6 million dollars. The shop owners of the old town do not expect the repair to end this year.

Mayor Ruth Amsel has so far refused to resign over the cracks.

(Reporting by Tom Lane; Editing by Eva Berg)
`,
  'c.txt': `The old bridge over the river Wend at Brennick was closed on Tuesday after inspectors found cracks in its pillars.

The repair of the bridge will cost 4 million dollars, engineers said.

The bridge was built in 1911. "I have crossed it on every day of my life, and I shall miss it," Jon Vale said.

Subscribe to our newsletter.
`,
} as const satisfies Texts;

/** A cache in memory. What is taken out is a copy, as from a disk. */
export function memoryCache() {
  const entries = new Map<string, unknown>();
  const hits: string[] = [];
  const cache: Cache = {
    async get(key) {
      if (!entries.has(key)) return undefined;
      hits.push(key);
      return structuredClone(entries.get(key));
    },
    async put(key, value) {
      entries.set(key, structuredClone(value));
    },
  };
  return { ...cache, entries, hits };
}

// ---------------------------------------------------------------------------------------------
// A disk in memory

type Operation = 'write' | 'rename' | 'link' | 'remove' | 'makeFolder' | 'list' | 'read';

/** When the disk fails, and how. */
export interface Failure {
  /** Which operations are counted. */
  readonly on: readonly Operation[];
  /** The one that fails, counted from 1. */
  readonly nth: number;
  /** Default: `ENOSPC`. */
  readonly code?: string;
  /** Whether the program was killed: then every later operation fails too. Default: no. */
  readonly killed?: boolean;
}

export interface MemoryFiles extends Files {
  /** Path → text of every file, in order of the paths. */
  contents(): Readonly<Record<string, string>>;
  /** Path of every link → where it leads, in order of the paths. */
  links(): Readonly<Record<string, string>>;
  /** Fail at a later operation; operations until now do not count. */
  failAt(failure: Failure): void;
  /** Fail no more. */
  recover(): void;
  /** How often an operation was asked for since the last `failAt` or `recover`. */
  calls(...operations: readonly Operation[]): number;
}

/**
 * A disk in memory with the promises of `Files`. A write that fails leaves half of the file, as
 * a full disk does, and a removal that fails leaves half of the folder.
 *
 * @param initial Path → text. Folders are made for them.
 */
export function memoryFiles(initial: Texts = {}): MemoryFiles {
  const disk = new Map<string, Content>();
  const counts = new Map<Operation, number>();
  let failure: Failure | undefined;

  const calls = (...operations: readonly Operation[]) =>
    operations.reduce((sum, operation) => sum + (counts.get(operation) ?? 0), 0);
  const begin = (operation: Operation) => {
    counts.set(operation, calls(operation) + 1);
    if (failure && isDue(failure, operation, calls(...failure.on))) {
      throw failed(failure.code ?? 'ENOSPC', operation);
    }
  };
  const reset = (next: Failure | undefined) => {
    failure = next;
    counts.clear();
  };
  /** Where a name leads, links on the way and at its end followed. */
  const followed = (name: string, depth = 0): string => {
    if (depth > 8) throw failed('ELOOP', 'read');
    const parts = name.split('/');
    for (const at of parts.keys()) {
      const content = disk.get(parts.slice(0, at + 1).join('/'));
      if (!isLink(content)) continue;
      const above = parts.slice(0, at).join('/');
      return followed(
        plain(path.posix.join(above, content.link, ...parts.slice(at + 1))),
        depth + 1,
      );
    }
    return name;
  };
  /** The same, save that a link at the end is meant itself. */
  const placed = (name: string) =>
    plain(path.posix.join(followed(path.posix.dirname(plain(name))), path.posix.basename(name)));
  const contentOf = (name: string) => disk.get(followed(plain(name)));
  const kindOf = (name: string) => {
    const content = disk.get(name);
    if (content === undefined) return name === '.' ? 'folder' : undefined;
    if (isLink(content)) return 'link';
    return content === IS_FOLDER ? 'folder' : 'file';
  };
  const makeFolder = (folder: string) => {
    for (let name = folder; path.posix.dirname(name) !== name; name = path.posix.dirname(name)) {
      disk.set(name, IS_FOLDER);
    }
  };

  for (const [name, text] of Object.entries(initial)) {
    makeFolder(path.posix.dirname(plain(name)));
    disk.set(plain(name), new TextEncoder().encode(text));
  }

  return {
    contents: () =>
      Object.fromEntries(
        [...disk]
          .sort(([a], [b]) => byCodeUnit(a, b))
          .flatMap(([name, content]) =>
            content instanceof Uint8Array ? [[name, new TextDecoder().decode(content)]] : [],
          ),
      ),
    links: () =>
      Object.fromEntries(
        [...disk]
          .sort(([a], [b]) => byCodeUnit(a, b))
          .flatMap(([name, content]) => (isLink(content) ? [[name, content.link]] : [])),
      ),
    failAt: reset,
    recover: () => reset(undefined),
    calls,
    async list(folder) {
      begin('list');
      const root = followed(plain(folder));
      if (kindOf(root) !== 'folder') throw failed(kindOf(root) ? 'ENOTDIR' : 'ENOENT', 'list');
      return [...disk]
        .filter(([name]) => path.posix.dirname(name) === root)
        .map(([name, content]) => entry(name, isLink(content) ? contentOf(name) : content, content))
        .sort((a, b) => byCodeUnit(a.name, b.name));
    },
    async read(file) {
      begin('read');
      const content = contentOf(file);
      if (content === IS_FOLDER) throw failed('EISDIR', 'read');
      if (!(content instanceof Uint8Array)) throw failed('ENOENT', 'read');
      return content;
    },
    async write(file, bytes) {
      const name = followed(plain(file));
      if (kindOf(path.posix.dirname(name)) !== 'folder') throw failed('ENOENT', 'write');
      if (kindOf(name) === 'folder') throw failed('EISDIR', 'write');
      disk.set(name, bytes.slice(0, bytes.length / 2));
      begin('write');
      disk.set(name, bytes.slice());
    },
    async makeFolder(folder) {
      begin('makeFolder');
      makeFolder(followed(plain(folder)));
    },
    async link(target, name) {
      begin('link');
      const place = placed(name);
      if (kindOf(path.posix.dirname(place)) !== 'folder') throw failed('ENOENT', 'link');
      if (disk.has(place)) throw failed('EEXIST', 'link');
      disk.set(place, { link: target.split(path.sep).join('/') });
    },
    async rename(from, to) {
      begin('rename');
      const [source, target] = [placed(from), placed(to)];
      const [moved, replaced] = [kindOf(source), kindOf(target)];
      if (!moved) throw failed('ENOENT', 'rename');
      if (replaced && (replaced === 'folder') !== (moved === 'folder')) {
        throw failed('ENOTEMPTY', 'rename');
      }
      if ([...disk.keys()].some((name) => isInside(name, target))) {
        throw failed('ENOTEMPTY', 'rename');
      }
      const before = [...disk].filter(([name]) => name !== target);
      disk.clear();
      for (const [name, content] of before) {
        const goes = name === source || isInside(name, source);
        disk.set(goes ? target + name.slice(source.length) : name, content);
      }
    },
    async remove(target) {
      const names = [...disk.keys()]
        .filter((name) => name === placed(target) || isInside(name, placed(target)))
        .reverse();
      const half = Math.floor(names.length / 2);
      for (const name of names.slice(0, half)) disk.delete(name);
      begin('remove');
      for (const name of names.slice(half)) disk.delete(name);
    },
  };
}

/** What the disk holds under the name of a folder. */
const IS_FOLDER = Symbol('folder');

type Content = Uint8Array | typeof IS_FOLDER | { readonly link: string };

const isLink = (content: Content | undefined): content is { readonly link: string } =>
  typeof content === 'object' && !(content instanceof Uint8Array);

const plain = (name: string) => path.posix.normalize(name.split(path.sep).join('/'));

const isInside = (name: string, folder: string) => name.startsWith(`${folder}/`);

/** Whether an operation is the one that fails, or comes after the program was killed. */
function isDue({ on, nth, killed }: Failure, operation: Operation, count: number): boolean {
  return killed === true ? count >= nth : on.includes(operation) && count === nth;
}

/** @param written What stands there; `content`, where that is a link, is what it leads to. */
function entry(name: string, content: Content | undefined, written: Content): Entry {
  const size = content instanceof Uint8Array ? content.length : 0;
  const kind = content === IS_FOLDER ? 'folder' : 'file';
  const found = {
    name: path.posix.basename(name),
    kind: content ? kind : 'outside',
    size,
  } as const;
  return isLink(written) ? { ...found, link: written.link } : found;
}

function byCodeUnit(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** An error as the file system gives it. */
function failed(code: string, operation: Operation): Error {
  return Object.assign(new Error(`${code}: ${operation}`), { code });
}
