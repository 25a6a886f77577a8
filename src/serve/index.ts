import type { VFileMessage } from 'vfile-message';
import { BuildFailure } from '../messages.ts';
import { oneAtATime } from '../queue.ts';
import { sha256 } from '../sha256.ts';
import type { Listener, System, Watched } from '../system/index.ts';
import type { Briefing, OutputFile } from '../types.ts';
import { keptWarm } from '../warm.ts';
import { answerTo } from './answers.ts';
import { inHeader, isOurs } from './hosts.ts';
import { NOTHING_YET, type PreviewState, shownMessage } from './state.ts';

export { isLoopback } from './hosts.ts';
export type { PreviewState, ShownMessage } from './state.ts';

/** What a build gives. */
export interface Built {
  readonly briefing: Briefing;
  readonly files: readonly OutputFile[];
  readonly messages: readonly VFileMessage[];
}

export interface PreviewOptions {
  /** Build the edition, and write it nowhere. @throws BuildFailure */
  readonly build: (system: System) => Promise<Built>;
  /** The folders whose changes are waited for. */
  readonly watched: readonly Watched[];
  /** The address or name to listen to. */
  readonly host: string;
  /** 0: one that is free. */
  readonly port: number;
  /** Told after each build. */
  readonly onBuilt: (result: Built | Error, milliseconds: number) => void;
}

/** A preview that runs. */
export interface Preview {
  /** Where to look at it. */
  readonly address: string;
  /** Stop watching, building and serving, and end the browser. */
  readonly close: () => Promise<void>;
}

/** Name of the page among the files of an edition. */
const PAGE = 'index.html';

/**
 * Build an edition in memory, serve it, and build it anew whenever something changes. The page is
 * served as it would be published, in the frame of a shell that says how the last build went: while
 * that failed, the last good edition stays.
 *
 * @throws BuildFailure when the port cannot be had.
 */
export async function preview(options: PreviewOptions, system: System): Promise<Preview> {
  const warm = keptWarm(system);
  const templates = await system.templates();
  let state: PreviewState = NOTHING_YET;
  let files: ReadonlyMap<string, Uint8Array> = new Map();
  let listener: Listener | undefined;
  const tell = (next: PreviewState) => {
    state = next;
    listener?.tell(JSON.stringify(state));
  };
  const queue = oneAtATime(async () => {
    tell({ ...state, phase: 'building' });
    const since = system.now();
    const built = await options.build(warm.system).catch(asError);
    const milliseconds = system.now() - since;
    if (built instanceof Error) {
      // A browser that hangs must not spoil the next build, too.
      await warm.drop();
      tell({ ...state, phase: 'failed', milliseconds, messages: troublesOf(built) });
    } else {
      files = new Map(built.files.map(({ name, bytes }) => [name, bytes]));
      tell(stateOf(built, milliseconds));
    }
    options.onBuilt(built, milliseconds);
  });

  listener = await system.listen({
    host: options.host,
    port: options.port,
    answer: (asked) =>
      answerTo(asked, {
        templates,
        files,
        isOurs: (header) => isOurs(header, options.host),
      }),
    greeting: () => JSON.stringify(state),
  });
  const watcher = await system.watch(options.watched, queue.ask);
  queue.ask();
  return {
    address: `http://${shownHost(options.host)}:${listener.port}/`,
    async close() {
      await watcher.close();
      await listener.close();
      await queue.close();
      await warm.drop();
    },
  };
}

/** A server that listens to any address is to be found here under this one. */
const shownHost = (host: string): string =>
  ['0.0.0.0', '::'].includes(host) ? 'localhost' : inHeader(host);

function stateOf({ briefing, files, messages }: Built, milliseconds: number): PreviewState {
  const page = files.find(({ name }) => name === PAGE)?.bytes;
  return {
    phase: 'built',
    edition: page ? sha256(page).slice(0, 16) : null,
    title: briefing.title.text,
    files: files.map(({ name }) => name),
    milliseconds,
    messages: messages.map(shownMessage),
  };
}

/** What a failed build says. What is no such failure is a bug, and told as one. */
function troublesOf(error: Error): PreviewState['messages'] {
  if (error instanceof BuildFailure) return error.messages.map(shownMessage);
  const nowhere = { file: '', line: null, column: null };
  const text = `This is a bug of Synoptic: ${error.message}`;
  return [{ grade: 'failure', rule: 'internal', ...nowhere, text }];
}

const asError = (error: unknown): Error =>
  error instanceof Error ? error : new Error(String(error));
