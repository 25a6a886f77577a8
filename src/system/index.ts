import { loadTemplates, packageFile } from './assets.ts';
import type { Browser } from './browser.ts';
import { type Files, nodeFiles } from './files.ts';

export type { Browser, PageSource } from './browser.ts';
export type { Entry, Files } from './files.ts';

/**
 * Everything outside the program: disk, clock, browser, and the files that come with it. Tests
 * replace it. Stages receive of it what they need; most need nothing.
 */
export interface System {
  readonly files: Files;
  /** Milliseconds since 1970. */
  now(): number;
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
}

/** The machine that the program runs on. */
export function nodeSystem(environment: NodeJS.ProcessEnv = process.env): System {
  return {
    files: nodeFiles,
    now: () => Date.now(),
    templates: loadTemplates,
    packageFile,
    // Loaded on first use: a build without a PDF does not pay for it.
    async openBrowser() {
      const { openBrowser } = await import('./browser.ts');
      return openBrowser(environment);
    },
  };
}
