import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { chown, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';
import puppeteer, { type HTTPRequest, type Page } from 'puppeteer-core';
import { describeDiskError } from '../disk-errors.ts';
import { BuildFailure, message } from '../messages.ts';
import { BrowserFault } from './browser-fault.ts';
import { type Environment, type Executable, findExecutable } from './executable.ts';
import { pipeTransport } from './pipe.ts';
import { isFull, refuseIfFull, whenFull } from './room.ts';

/** A page to be opened: its whole HTML, and whether its scripts may run. */
export interface PageSource {
  readonly html: string;
  readonly scripts: boolean;
  /** Longest that it may take, in milliseconds. Default: two minutes. */
  readonly limitMs?: number;
}

/** A running browser. */
export interface Browser {
  /** Product and version: `HeadlessChrome/147.0.7727.0`. */
  readonly version: string;
  /** Whether the browser's own sandbox is on. */
  readonly sandboxed: boolean;
  /**
   * Open a page cut off from every network, hand it over, and close it whatever happens.
   *
   * @throws BrowserFault when the browser ends meanwhile, the page is not done in time, or the disk fills.
   */
  withPage<T>(source: PageSource, use: (page: Page) => Promise<T>): Promise<T>;
  /** End the browser and remove its profile. */
  close(): Promise<void>;
}

/** Longest that a start may take before it counts as failed, in milliseconds. */
const START_LIMIT_MS = 30_000;

/** Longest that a page may take, in milliseconds. */
const PAGE_LIMIT_MS = 120_000;

/** Longest that is waited for a page to close: one that is stuck never does. */
const CLOSE_LIMIT_MS = 2_000;

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
  const profile = await makeProfile(executable).catch((error: unknown) => {
    throw noProfile(error);
  });
  const child = start(executable, profile, sandboxed, environment);
  const release = endWithProgram(() => {
    child.kill('SIGKILL');
    rmSync(profile, REMOVAL);
  });
  const end = async () => {
    release();
    child.kill('SIGKILL');
    await rm(profile, REMOVAL);
  };
  try {
    const connected = await connect(child);
    return {
      version: await connected.version(),
      sandboxed,
      withPage: (source, use) => withPage({ browser: connected, profile }, source, use),
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

type Connected = Awaited<ReturnType<typeof puppeteer.connect>>;

/** A running browser, and where it writes. */
interface Running {
  readonly browser: Connected;
  readonly profile: string;
}

async function withPage<T>(
  { browser, profile }: Running,
  source: PageSource,
  use: (page: Page) => Promise<T>,
): Promise<T> {
  const limit = source.limitMs ?? PAGE_LIMIT_MS;
  const late = after(limit, () => new BrowserFault('late', `${limit / 1000} s`));
  const noRoom = () => new BrowserFault('full', tmpdir());
  const full = whenFull(profile, noRoom);
  const opening = browser.newPage();
  try {
    const page = await Promise.race([opening, late.passed, full.passed]);
    const crashed = new Promise<never>((_, reject) => page.once('error', reject));
    crashed.catch(() => undefined);
    const done = show(page, source, use);
    return await Promise.race([done, crashed.catch(died), late.passed, full.passed]);
  } catch (error) {
    // What it could not write, it dies of.
    if (await isFull(profile)) throw noRoom();
    throw error instanceof BrowserFault || browser.connected ? error : toFault(error);
  } finally {
    late.stop();
    full.stop();
    await close(opening);
  }
}

async function show<T>(
  page: Page,
  source: PageSource,
  use: (page: Page) => Promise<T>,
): Promise<T> {
  await page.setJavaScriptEnabled(source.scripts);
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const answer = request.url() === ADDRESS ? respond(request, source.html) : request.abort();
    // The page may be closed before it is answered.
    answer.catch(() => undefined);
  });
  // The page's own limit ends it.
  await page.goto(ADDRESS, { waitUntil: 'load', timeout: 0 });
  return use(page);
}

const toFault = (error: unknown): BrowserFault =>
  new BrowserFault('died', error instanceof Error ? error.message : String(error), error);

function died(error: unknown): never {
  throw toFault(error);
}

/** Fail once so much time has passed, unless stopped. */
function after(milliseconds: number, fault: () => Error) {
  let timer: NodeJS.Timeout | undefined;
  const passed = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(fault()), milliseconds);
  });
  passed.catch(() => undefined);
  return { passed, stop: () => clearTimeout(timer) };
}

/** Close a page; one that is stuck is left behind, and ends with its browser. */
async function close(opening: Promise<Page>): Promise<void> {
  const stuck = after(CLOSE_LIMIT_MS, () => new Error('stuck'));
  const closing = opening.then((page) => page.close());
  await Promise.race([closing, stuck.passed]).catch(() => undefined);
  closing.catch(() => undefined);
  stuck.stop();
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
  await refuseIfFull(tmpdir());
  const profile = await mkdtemp(path.join(tmpdir(), 'synoptic-'));
  try {
    await fillProfile(profile, fonts);
  } catch (error) {
    await rm(profile, REMOVAL);
    throw error;
  }
  return profile;
}

async function fillProfile(profile: string, fonts: string | undefined): Promise<void> {
  const configuration = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${fonts ?? ''}</dir><cachedir>${profile}/fontconfig</cachedir></fontconfig>`;
  await writeFile(fontConfiguration(profile), configuration);
  if (runsAsRoot()) await chown(profile, NOBODY, NOBODY);
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

const REMOVAL = { recursive: true, force: true, maxRetries: 3 } as const;

/** Signals that end the program. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Have something done when the program ends early, by a signal too. Where the program is killed
 * outright, the browser hears that its pipe is closed, and ends; its profile stays.
 *
 * @returns Ends the watch.
 */
function endWithProgram(act: () => void): () => void {
  const endOfBrowser = (signal: NodeJS.Signals) => {
    // Whoever else listens than browsers decides whether the program ends.
    if (process.listeners(signal).some(({ name }) => name !== endOfBrowser.name)) return;
    release();
    act();
    if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
  };
  const release = () => {
    process.off('exit', act);
    for (const signal of SIGNALS) process.off(signal, endOfBrowser);
  };
  process.on('exit', act);
  for (const signal of SIGNALS) process.on(signal, endOfBrowser);
  return release;
}

const runsAsRoot = () => process.platform === 'linux' && process.getuid?.() === 0;

async function connect(child: ChildProcess) {
  const complaints: string[] = [];
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    if (complaints.length < 50) complaints.push(chunk);
  });
  const [, , , input, output] = child.stdio as unknown as [
    unknown,
    unknown,
    unknown,
    Writable,
    Readable,
  ];
  const ended = new Promise<never>((_, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
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

function noProfile(error: unknown): BuildFailure {
  return new BuildFailure([
    message({
      rule: 'browser-failed',
      file: 'briefing.pdf',
      found: `${describeDiskError(error)} at ${tmpdir()}`,
      expected: 'a folder in which a browser can write',
      advice:
        'nothing was published; free some room there, name another folder by TMPDIR, or leave the PDF out with --format html,json',
      cause: error,
    }),
  ]);
}

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
