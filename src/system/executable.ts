import { access, constants } from 'node:fs/promises';
import path from 'node:path';
import puppeteer from 'puppeteer-core';
import { BuildFailure, message } from '../messages.ts';
import { embeddedBrowser } from './embedded.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** A browser's program. */
export interface Executable {
  readonly file: string;
  /** What the embedded browser brings along; the system's has the system's. */
  readonly libraries?: string;
  readonly fonts?: string;
}

/**
 * Find a browser: the one that PUPPETEER_EXECUTABLE_PATH names, else the embedded one, else one of
 * the system.
 *
 * @throws BuildFailure when none is found.
 */
export async function findExecutable(environment: Environment): Promise<Executable> {
  const named = environment['PUPPETEER_EXECUTABLE_PATH'];
  if (named) {
    if (await isExecutable(named)) return { file: named };
    throw notFound(named, 'PUPPETEER_EXECUTABLE_PATH to name a browser that can be run');
  }
  const embedded = await embeddedBrowser(environment).catch((error: unknown) => {
    throw cacheRefused(error);
  });
  if (embedded) {
    const { executable, ...rest } = embedded;
    return { file: executable, ...rest };
  }
  for (const candidate of systemBrowsers(environment)) {
    if (await isExecutable(candidate)) return { file: candidate };
  }
  throw notFound('browser', 'Chrome or Chromium on this machine');
}

/** Where Chrome's installer puts it, then what the search path has under Chromium's names. */
function* systemBrowsers(environment: Environment): Generator<string> {
  try {
    yield puppeteer.executablePath('chrome');
  } catch {
    // Not installed; the names below may still be found.
  }
  const folders = (environment['PATH'] ?? '').split(path.delimiter).filter(Boolean);
  for (const name of ['google-chrome', 'chromium', 'chromium-browser']) {
    for (const folder of folders) yield path.join(folder, name);
  }
}

async function isExecutable(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
}

function notFound(found: string, expected: string): BuildFailure {
  return new BuildFailure([
    message({
      rule: 'no-browser',
      file: 'briefing.pdf',
      found: found === 'browser' ? 'machine without a browser' : `path ${found}`,
      expected,
      advice:
        'install Chrome or Chromium, or set PUPPETEER_EXECUTABLE_PATH to one, or leave the PDF out with --format html,json',
    }),
  ]);
}

function cacheRefused(error: unknown): BuildFailure {
  return new BuildFailure([
    message({
      rule: 'no-browser',
      file: 'briefing.pdf',
      found: `browser cache (${error instanceof Error ? error.message : String(error)})`,
      expected: 'a folder that this user alone can write',
      advice: 'set SYNOPTIC_CACHE to such a folder, or PUPPETEER_EXECUTABLE_PATH to a browser',
      cause: error,
    }),
  ]);
}
