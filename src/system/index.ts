import { type Browser, openBrowser } from './browser.ts';
import { type Files, nodeFiles } from './files.ts';

export type { Browser, PageSource } from './browser.ts';
export type { Entry, Files } from './files.ts';

/**
 * Everything outside the program: disk, environment, browser. Tests replace it.
 *
 * Only `read`, `verify`, `render/pdf` and `publish` receive it; every other stage is a pure
 * function of its arguments.
 */
export interface System {
  readonly files: Files;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /**
   * Start a browser. The caller closes it.
   *
   * @throws BuildFailure when none is found or none will start.
   */
  openBrowser(): Promise<Browser>;
}

/** The machine that the program runs on. */
export function nodeSystem(): System {
  return {
    files: nodeFiles,
    environment: process.env,
    openBrowser: () => openBrowser(process.env),
  };
}
