import { loadTemplates, MODEL, packageFile } from './assets.ts';
import type { Browser } from './browser.ts';
import { isOurs } from './cache.ts';
import { type Files, nodeFiles } from './files.ts';
import type { Listener, ListenOptions } from './listener.ts';
import { type Lock, lock } from './lock.ts';
import { sideBySide } from './memory.ts';
import type { PassageModel } from './model.ts';
import { importModule } from './module.ts';
import type { Network } from './network.ts';
import type { OwnModel } from './own-model.ts';
import type { Pool, PoolOptions } from './pool.ts';
import { programHash } from './program.ts';
import { sleep } from './sleep.ts';
import { type Cache, stageCache, stagesFolder } from './stage-cache.ts';
import type { Watched, Watcher } from './watcher.ts';

export type { Browser, PageSource } from './browser.ts';
export type { Entry, Files } from './files.ts';
export type { Asked, Listener, ListenOptions, Reply } from './listener.ts';
export type { Lock } from './lock.ts';
export { MODEL_BYTES } from './memory.ts';
export {
  ModelFault,
  type ModelFaultKind,
  type PairQuestion,
  type PassageModel,
  type Progress,
  type Readings,
} from './model.ts';
export {
  type Answer,
  type FaultKind,
  type Network,
  NetworkFault,
  type Question,
} from './network.ts';
export type { OwnModel } from './own-model.ts';
export type { Pool, PoolOptions } from './pool.ts';
export type { Cache } from './stage-cache.ts';
export { atEndOfPool, ThreadFault, type ThreadFaultKind } from './thread.ts';
export type { Watched, Watcher } from './watcher.ts';

/**
 * Everything outside the program: disk, clock, network, browser, and the files that come with it. Tests
 * replace it. Stages receive of it what they need; most need nothing.
 */
export interface System {
  readonly files: Files;
  /** What earlier builds made. */
  readonly cache: Cache;
  /** What the program itself is, as a hash; null where that cannot be told, or nothing is to be kept. */
  program(): Promise<string | null>;
  /** Which browser `openBrowser` would start; null where there is none, or it cannot be told. */
  browserName(): Promise<string | null>;
  /** Whether a file or folder is this user's, and no other may write it. */
  isOurs(name: string): Promise<boolean>;
  /** Milliseconds since 1970. */
  now(): number;
  /** Wait, in milliseconds in which the machine is awake, or until a signal is given. */
  sleep(duration: number, signal?: AbortSignal): Promise<void>;
  /**
   * Lock a file that nobody else has locked; no lock outlives its process. The caller releases it.
   *
   * @returns `held` where another holds it, `none` where there are no locks.
   */
  lock(file: string): Promise<Lock | 'held' | 'none'>;
  /** Any number from 0 up to 1. */
  random(): number;
  /** Path in the templates' folder → text. */
  templates(): Promise<ReadonlyMap<string, string>>;
  /** Bytes of a file of an installed package. */
  packageFile(name: string, file: string): Promise<Uint8Array>;
  /**
   * Start a browser. The caller closes it.
   *
   * @throws BuildFailure when none is found or none will start.
   */
  openBrowser(): Promise<Browser>;
  /** Load a module that the user himself named. @throws whatever it throws */
  importModule(file: string): Promise<unknown>;
  /** Connect to the network. The caller closes it. */
  openNetwork(settings: NetworkAccess): Promise<Network>;
  /**
   * Load the model that comes with the program. The caller closes it.
   *
   * @throws ModelFault where its files are not as published, or it cannot run here.
   */
  openModel(): Promise<PassageModel>;
  /** Connect to a model that the user runs. The caller closes it. */
  openOwnModel(own: OwnModel): Promise<PassageModel>;
  /** Serve on a port of this machine. The caller closes it. @throws BuildFailure */
  listen(options: ListenOptions): Promise<Listener>;
  /**
   * How many pieces of work are done soonest side by side on this machine.
   *
   * @param each What one takes, in bytes.
   */
  sideBySide(each: number): number;
  /** Start threads that do pieces of work side by side. The caller closes them. */
  openPool<Task, Result>(options: PoolOptions): Promise<Pool<Task, Result>>;
  /**
   * Tell when anything in folders changes. The caller closes it.
   *
   * @param settled Milliseconds without a change after which a burst of them is told. Default: 80.
   */
  watch(places: readonly Watched[], onChange: () => void, settled?: number): Promise<Watcher>;
}

/** How the network may be used. */
export interface NetworkAccess {
  /** The name under which the program presents itself to servers. */
  readonly userAgent: string;
  /** Whether it may connect to this machine and the networks it stands in. */
  readonly allowPrivate: boolean;
}

/** The machine that the program runs on. */
export function nodeSystem(environment: NodeJS.ProcessEnv = process.env): System {
  return {
    files: nodeFiles,
    cache: stageCache(stagesFolder(environment)),
    program: async () => (environment['SYNOPTIC_NO_CACHE'] === '1' ? null : programHash()),
    async browserName() {
      const { browserName } = await import('./browser-name.ts');
      return browserName(environment);
    },
    isOurs,
    now: () => Date.now(),
    sleep,
    lock,
    random: () => Math.random(),
    templates: loadTemplates,
    packageFile,
    importModule,
    // Loaded on first use: a build without a PDF does not pay for it.
    async openBrowser() {
      const [{ openBrowser }, { renewedBrowser }] = await Promise.all([
        import('./browser.ts'),
        import('./renewed-browser.ts'),
      ]);
      return renewedBrowser(() => openBrowser(environment));
    },
    async openNetwork({ userAgent, allowPrivate }) {
      const { openNetwork } = await import('./connection.ts');
      return openNetwork({ userAgent, ...(allowPrivate && { mayConnect: () => true }) });
    },
    async openModel() {
      const [{ openOnnxModel }, { keepingReadings, readingsFolder }] = await Promise.all([
        import('./onnx.ts'),
        import('./kept-readings.ts'),
      ]);
      return keepingReadings(
        await openOnnxModel(MODEL, { environment }),
        readingsFolder(environment),
      );
    },
    async openOwnModel(own) {
      const { openOwnModel } = await import('./own-model.ts');
      return openOwnModel(own);
    },
    async listen(options) {
      const { listen } = await import('./listener.ts');
      return listen(options);
    },
    sideBySide,
    async openPool<Task, Result>(options: PoolOptions) {
      const { openPool } = await import('./pool.ts');
      return openPool<Task, Result>(options, environment);
    },
    async watch(places, onChange, settled) {
      const { watch } = await import('./watcher.ts');
      return watch(places, onChange, settled);
    },
  };
}
