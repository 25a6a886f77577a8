import { type ChildProcess, spawn } from 'node:child_process';
import { chown, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';
import puppeteer, { type HTTPRequest, type Page } from 'puppeteer-core';
import { BuildFailure, message } from '../messages.ts';
import { type Environment, type Executable, findExecutable } from './executable.ts';
import { pipeTransport } from './pipe.ts';

/** A page to be opened: its whole HTML, and whether its scripts may run. */
export interface PageSource {
  readonly html: string;
  readonly scripts: boolean;
}

/** A running browser. */
export interface Browser {
  /** Product and version: `HeadlessChrome/147.0.7727.0`. */
  readonly version: string;
  /** Whether the browser's own sandbox is on. */
  readonly sandboxed: boolean;
  /** Open a page cut off from every network, hand it over, and close it whatever happens. */
  withPage<T>(source: PageSource, use: (page: Page) => Promise<T>): Promise<T>;
  /** End the browser and remove its profile. */
  close(): Promise<void>;
}

/** Longest that a start may take before it counts as failed, in milliseconds. */
const START_LIMIT_MS = 30_000;

/** The user `nobody`, by its number on every Linux: root hands the browser over to it. */
const NOBODY = 65534;

/**
 * Start a browser: the one that PUPPETEER_EXECUTABLE_PATH names, else the embedded one, else one
 * of the system.
 *
 * @throws BuildFailure when none is found or it does not start.
 */
export async function openBrowser(environment: Environment): Promise<Browser> {
  const executable = await findExecutable(environment);
  const sandboxed = environment['SYNOPTIC_NO_SANDBOX'] !== '1';
  const profile = await makeProfile(executable);
  const process = start(executable, profile, sandboxed, environment);
  const end = async () => {
    process.kill('SIGKILL');
    await rm(profile, { recursive: true, force: true, maxRetries: 3 });
  };
  try {
    const connected = await connect(process);
    return {
      version: await connected.version(),
      sandboxed,
      withPage: (source, use) => withPage(connected, source, use),
      async close() {
        await connected.close().catch(() => undefined);
        await end();
      },
    };
  } catch (error) {
    await end();
    throw failedToStart(executable.file, error);
  }
}

async function withPage<T>(
  browser: Awaited<ReturnType<typeof puppeteer.connect>>,
  source: PageSource,
  use: (page: Page) => Promise<T>,
): Promise<T> {
  const page = await browser.newPage();
  try {
    await page.setJavaScriptEnabled(source.scripts);
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      const answer = request.url() === ADDRESS ? respond(request, source.html) : request.abort();
      // The page may be closed before it is answered.
      answer.catch(() => undefined);
    });
    await page.goto(ADDRESS, { waitUntil: 'load' });
    return await use(page);
  } finally {
    await page.close().catch(() => undefined);
  }
}

/**
 * Where the page believes to be. Nothing is asked of the network: the page is answered here, and
 * whatever else it asks for is refused. (Writing it into an empty page instead makes the fonts
 * inside it fail now and then, as does Puppeteer's offline mode.)
 */
const ADDRESS = 'http://briefing.invalid/';

function respond(request: HTTPRequest, body: string): Promise<void> {
  return request.respond({ status: 200, contentType: 'text/html; charset=utf-8', body });
}

// ---------------------------------------------------------------------------------------------
// Starting

/**
 * A profile of its own. With the embedded browser it has a font configuration of its own, so that
 * the same page prints alike on every machine. It names a font, though pages bring theirs along:
 * with none at all, Chromium now and then fails to load those too, and prints blank pages.
 */
async function makeProfile({ fonts }: Executable): Promise<string> {
  const profile = await mkdtemp(path.join(tmpdir(), 'synoptic-'));
  const configuration = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${fonts ?? ''}</dir><cachedir>${profile}/fontconfig</cachedir></fontconfig>`;
  await writeFile(fontConfiguration(profile), configuration);
  if (runsAsRoot()) await chown(profile, NOBODY, NOBODY);
  return profile;
}

const fontConfiguration = (profile: string) => path.join(profile, 'fonts.conf');

function start(
  executable: Executable,
  profile: string,
  sandboxed: boolean,
  environment: Environment,
): ChildProcess {
  return spawn(executable.file, flags(profile, sandboxed), {
    // Root keeps the sandbox by not running the browser as root.
    ...(runsAsRoot() && { uid: NOBODY, gid: NOBODY }),
    env: {
      PATH: environment['PATH'],
      HOME: profile,
      TMPDIR: profile,
      TZ: 'UTC',
      LANG: 'en_US.UTF-8',
      ...(executable.libraries && { LD_LIBRARY_PATH: executable.libraries }),
      ...(executable.fonts && { FONTCONFIG_FILE: fontConfiguration(profile) }),
    },
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
  });
}

function flags(profile: string, sandboxed: boolean): string[] {
  return [
    '--headless',
    '--remote-debugging-pipe',
    `--user-data-dir=${profile}`,
    ...(sandboxed ? [] : ['--no-sandbox']),
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-gpu',
    // Shared memory in /dev/shm is 64 MB in many containers.
    '--disable-dev-shm-usage',
    // No network: every name is unknown, and every address is behind a proxy that is not there.
    '--host-resolver-rules=MAP * ~NOTFOUND',
    '--proxy-server=http://127.0.0.1:1',
    '--proxy-bypass-list=<-loopback>',
    // Nothing may be fetched behind the page's back.
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-default-apps',
    '--disable-domain-reliability',
    '--disable-extensions',
    '--disable-sync',
    '--metrics-recording-only',
    '--no-pings',
    // The same glyph positions on every machine.
    '--font-render-hinting=none',
    '--force-color-profile=srgb',
    '--hide-scrollbars',
    '--lang=en-US',
  ];
}

const runsAsRoot = () => process.platform === 'linux' && process.getuid?.() === 0;

async function connect(process: ChildProcess) {
  const complaints: string[] = [];
  process.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    if (complaints.length < 50) complaints.push(chunk);
  });
  const [, , , input, output] = process.stdio as unknown as [
    unknown,
    unknown,
    unknown,
    Writable,
    Readable,
  ];
  const ended = new Promise<never>((_, reject) => {
    process.once('error', reject);
    process.once('exit', (code, signal) => {
      reject(
        new Error(`it ended with ${code ?? signal}: ${complaints.join('').trim().slice(-800)}`),
      );
    });
  });
  const late = new Promise<never>((_, reject) => {
    setTimeout(
      () => reject(new Error(`no answer in ${START_LIMIT_MS} ms`)),
      START_LIMIT_MS,
    ).unref();
  });
  const connecting = puppeteer.connect({
    transport: pipeTransport(input, output),
    defaultViewport: null,
  });
  // Once connected, an end of the process shows in the connection; these must not go unhandled.
  ended.catch(() => undefined);
  late.catch(() => undefined);
  connecting.catch(() => undefined);
  return Promise.race([connecting, ended, late]);
}

// ---------------------------------------------------------------------------------------------
// Failing

function failedToStart(file: string, error: unknown): BuildFailure {
  const reason = error instanceof Error ? error.message : String(error);
  const sandbox = /sandbox/i.test(reason);
  return new BuildFailure([
    message({
      rule: 'browser-failed',
      file: 'briefing.pdf',
      found: `failure of ${file} (${reason})`,
      expected: 'a browser that starts',
      advice: sandbox
        ? 'allow unprivileged user namespaces on this machine, or, where the reports are trusted, run without the sandbox by SYNOPTIC_NO_SANDBOX=1'
        : 'set PUPPETEER_EXECUTABLE_PATH to another browser, or leave the PDF out with --format html,json',
      cause: error,
    }),
  ]);
}
