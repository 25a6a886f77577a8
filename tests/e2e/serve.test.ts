import { spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import path from 'node:path';
import puppeteer, { type Browser as Chrome, type Page } from 'puppeteer-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PreviewState } from '../../src/serve/index.ts';
import { findExecutable } from '../../src/system/executable.ts';
import { BRIDGE } from '../support.ts';
import { command, ROOT, temporaryFolder } from './support.ts';

/** The preview, run as its users run it. */

let folder: string;
let running: Serving[];

beforeEach(async () => {
  running = [];
  folder = await temporaryFolder();
  await Promise.all(Object.entries(BRIDGE).map(([name, text]) => save(name, text)));
});

afterEach(async () => {
  await Promise.all(running.map(({ end }) => end('SIGTERM')));
  await rm(folder, { recursive: true, force: true });
});

const save = (name: string, text: string) => writeFile(path.join(folder, name), text);

const change = async (name: keyof typeof BRIDGE, from: string, to: string) =>
  save(name, BRIDGE[name].replace(from, to));

interface Serving {
  readonly address: string;
  /** Send a signal, and wait for the end. */
  readonly end: (signal: NodeJS.Signals) => Promise<number | null>;
}

/** Start it within this process, and wait until it says where it is. */
function serving(...flags: readonly string[]): Promise<Serving> {
  const signals = new EventEmitter();
  let output = '';
  return new Promise((resolve, reject) => {
    const ended = command(['serve', folder, '--port', '0', ...flags], {
      signals,
      onOutput: (text) => {
        output += text;
        const served = servedAt(output, (signal) => {
          signals.emit(signal);
          return ended.then(({ code }) => code);
        });
        if (served) resolve(served);
      },
    });
    ended.then(({ code }) => reject(new Error(`it ended with ${code}: ${output}`)), reject);
  });
}

/** The same in a process of its own, which signals reach, and which has loaded nothing yet. */
function servingProcess(...flags: readonly string[]): Promise<Serving> {
  const args = ['--import', 'tsx', 'src/cli.ts', 'serve', folder, '--port', '0', ...flags];
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', (code) => resolve(code));
  });
  return new Promise((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      output += String(chunk);
      const served = servedAt(output, (signal) => {
        child.kill(signal);
        return ended;
      });
      if (served) resolve(served);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    void ended.then((code) => reject(new Error(`it ended with ${code}: ${output}`)));
  });
}

/** The preview that says where it is, noted as one that is to be ended; nothing before it does. */
function servedAt(output: string, end: Serving['end']): Serving | undefined {
  const [address] = /http:\S+/u.exec(output) ?? [];
  if (!address) return undefined;
  const served = { address, end };
  if (running.at(-1)?.address !== address) running.push(served);
  return served;
}

/** What the preview tells, from now on. The caller closes it. */
async function events(address: string) {
  const states: PreviewState[] = [];
  let wake: () => void = () => undefined;
  const asked = request(`${address}events`, (response) => {
    let text = '';
    response.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      const whole = text.split('\n\n');
      text = whole.pop() ?? '';
      for (const event of whole) {
        states.push(JSON.parse(event.slice(event.indexOf('data: ') + 6)) as PreviewState);
      }
      wake();
    });
    response.on('error', () => undefined);
  });
  asked.on('error', () => undefined);
  asked.end();
  return {
    states,
    close: () => asked.destroy(),
    /** Wait for a state. States before the last one that was waited for do not count. */
    async until(wanted: (state: PreviewState) => boolean): Promise<PreviewState> {
      for (;;) {
        const at = states.findIndex(wanted);
        const [state] = at < 0 ? [] : states.splice(0, at + 1).slice(-1);
        if (state) return state;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
  };
}

const isBuilt = ({ phase }: PreviewState) => phase === 'built';

const pageAt = async (address: string) => (await fetch(`${address}edition/index.html`)).text();

describe('synoptic serve', () => {
  test('shows the edition, and the new one once a report changes', async () => {
    const { address } = await serving();
    const { until, close } = await events(address);
    const first = await until(isBuilt);
    expect(first.title).not.toBeNull();
    expect(await pageAt(address)).toContain('9,000');
    await change('a.md', '9,000', '9,500');
    const second = await until((state) => isBuilt(state) && state.edition !== first.edition);
    expect(second.edition).not.toBe(first.edition);
    expect(await pageAt(address)).toContain('9,500');
    close();
  });

  test('serves the bytes that a build publishes, and writes none of its own', async () => {
    const { address } = await serving();
    const { until, close } = await events(address);
    await until(isBuilt);
    const before = await readdir(folder);
    const out = path.join(folder, '.out');
    await command(['build', folder, '--out', out, '--format', 'html', '--quiet']);
    expect(await pageAt(address)).toBe(await readFile(path.join(out, 'index.html'), 'utf8'));
    expect(before.sort()).toEqual(Object.keys(BRIDGE).sort());
    close();
  });

  test('keeps the last good edition while a build fails, and says why, with its place', async () => {
    const { address } = await serving();
    const { until, close } = await events(address);
    const good = await until(isBuilt);
    await save('briefing.yaml', 'title: Old bridge\nreports:\n  a.md: { outlet: [<b>x</b>] }\n');
    const failed = await until(({ phase }) => phase === 'failed');
    expect(failed.edition).toBe(good.edition);
    expect(failed.messages[0]).toMatchObject({
      grade: 'failure',
      file: 'briefing.yaml',
      line: 3,
      rule: 'config-value',
    });
    expect(await pageAt(address)).toContain('9,000');
    await save('briefing.yaml', 'title: Old bridge\n');
    expect((await until(isBuilt)).title).toBe('Old bridge');
    close();
  });

  test('takes an editor’s way of saving, by another file renamed, for one change', async () => {
    const { address } = await serving();
    const { until, states, close } = await events(address);
    const first = await until(isBuilt);
    await save('.a.md.swp', BRIDGE['a.md'].replace('9,000', '9,500'));
    await rename(path.join(folder, '.a.md.swp'), path.join(folder, 'a.md'));
    await until((state) => isBuilt(state) && state.edition !== first.edition);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(states).toEqual([]);
    close();
  });

  test('answers none but its own names, reads none but its own files', async () => {
    const { address } = await serving();
    const { until, close } = await events(address);
    await until(isBuilt);
    const statusOf = (asked: string, headers: Record<string, string> = {}, method = 'GET') =>
      new Promise<number | undefined>((resolve, reject) => {
        const { hostname, port } = new URL(address);
        request({ hostname, port, path: asked, headers, method }, (response) => {
          response.resume();
          resolve(response.statusCode);
        })
          .once('error', reject)
          .end();
      });
    expect(await statusOf('/')).toBe(200);
    expect(await statusOf('/', { host: 'evil.example' })).toBe(403);
    expect(await statusOf('/events', { host: 'evil.example' })).toBe(403);
    for (const asked of ['/../package.json', '/edition/../../package.json', '/edition/']) {
      expect(await statusOf(asked)).toBe(404);
    }
    expect(await statusOf('/', {}, 'POST')).toBe(405);
    close();
  });

  test.each(['SIGINT', 'SIGTERM'] as const)(
    '%s ends it cleanly, with a page open',
    async (signal) => {
      const { address, end } = await servingProcess();
      const { until } = await events(address);
      await until(isBuilt);
      expect(await end(signal)).toBe(0);
      await expect(fetch(address)).rejects.toThrow();
    },
  );

  test('a port that is taken is told, with what to do', async () => {
    const { address } = await serving();
    const { port } = new URL(address);
    const { code, stderr } = await command(['serve', folder, '--port', port]);
    expect(code).toBe(7);
    expect(stderr).toContain('port-taken');
    expect(stderr).toContain('--port 0');
  });

  test('a folder that is not there ends it', async () => {
    const { code, stderr } = await command(['serve', path.join(folder, 'none'), '--port', '0']);
    expect(code).toBe(1);
    expect(stderr).toContain('folder-missing');
  });

  test('formats without the page, and ports that are none, are not understood', async () => {
    expect((await command(['serve', folder, '--format', 'json'])).code).toBe(2);
    expect((await command(['serve', folder, '--port', '65536'])).code).toBe(2);
  });

  test('misses nothing that changes during a build', async () => {
    const { address } = await servingProcess();
    const { until, close } = await events(address);
    await until(isBuilt);
    await change('a.md', '9,000', '9,500');
    await until(({ phase }) => phase === 'building');
    await save('c.txt', 'The old bridge is closed. Nobody was hurt.\n');
    await save('d.txt', 'The old bridge is closed. Geese were seen.\n');
    const words = ['9,500', 'Nobody was hurt', 'Geese were seen'];
    // A build may be of some of it, or fail on a file half written: the last one is of all.
    let page = '';
    while (!words.every((each) => page.includes(each))) {
      await until(isBuilt);
      page = await pageAt(address);
    }
    close();
  });

  test('watches a theme and templates that lie elsewhere', async () => {
    const design = await temporaryFolder();
    const theme = path.join(design, 'house.css');
    const templates = path.join(design, 'templates');
    const method = path.join(templates, 'partials/method.hbs');
    await mkdir(path.dirname(method), { recursive: true });
    await writeFile(theme, ':root { --accent: #123456; }\n');
    await writeFile(method, '<p class="prose">By hand.</p>\n');
    const { address } = await serving('--theme', theme, '--templates', templates);
    const { until, close } = await events(address);
    let last = await until(isBuilt);
    expect(await pageAt(address)).toContain('#123456');
    const next = async () => {
      last = await until((state) => isBuilt(state) && state.edition !== last.edition);
    };
    await writeFile(theme, ':root { --accent: #654321; }\n');
    await next();
    expect(await pageAt(address)).toContain('#654321');
    await writeFile(method, '<p class="prose">By two hands.</p>\n');
    await next();
    expect(await pageAt(address)).toContain('By two hands.');
    close();
    await rm(design, { recursive: true, force: true });
  });

  test('has the PDF where that is asked for, by one browser for all builds', async () => {
    const { address } = await servingProcess('--format', 'html,pdf,json');
    const { until, close } = await events(address);
    const first = await until(isBuilt);
    expect(first.files).toEqual(
      expect.arrayContaining(['index.html', 'briefing.pdf', 'briefing.json']),
    );
    await change('a.md', '9,000', '9,500');
    const second = await until((state) => isBuilt(state) && state.edition !== first.edition);
    // Neither the browser nor the models of the language are started anew.
    expect(second.milliseconds ?? 0).toBeLessThan(first.milliseconds ?? 0);
    const pdf = await fetch(`${address}edition/briefing.pdf`);
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    expect((await pdf.text()).startsWith('%PDF-')).toBe(true);
    close();
  });
});

describe('the shell, in a browser', () => {
  let chrome: Chrome;
  let profile: string;

  beforeEach(async () => {
    const { file, libraries } = await findExecutable(process.env);
    profile = await temporaryFolder();
    chrome = await puppeteer.launch({
      executablePath: file,
      userDataDir: profile,
      // What it opens is of this test. Root cannot have the sandbox, in a container nobody may.
      args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
      env: { ...process.env, ...(libraries && { LD_LIBRARY_PATH: libraries }) },
    });
  });

  afterEach(async () => {
    await chrome?.close();
    await rm(profile, { recursive: true, force: true });
  });

  const inFrame = (page: Page, expression: string) =>
    page.evaluate(`(() => {
      const frame = document.querySelector('iframe:not(.next)');
      const window = frame.contentWindow, document_ = frame.contentDocument;
      return ${expression};
    })()`);

  const shows = (page: Page, words: string) =>
    page.waitForFunction(
      `document.querySelector('iframe:not(.next)')?.contentDocument?.body?.textContent.includes(${JSON.stringify(words)})`,
    );

  test('shows the new words without being asked, at the same place, folds open', async () => {
    const { address } = await serving();
    const page = await chrome.newPage();
    const complaints: string[] = [];
    page.on('console', (entry) => complaints.push(`${entry.type()}: ${entry.text()}`));
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.setViewport({ width: 1200, height: 800 });
    await page.goto(address);
    await shows(page, '9,000 cars');
    await inFrame(
      page,
      `(document_.querySelector('details').open = true, document_.querySelector('#sources').scrollIntoView(), 1)`,
    );
    const edge = `document_.querySelector('#sources').getBoundingClientRect().top`;
    const before = await inFrame(page, edge);
    await change('a.md', '9,000', 'As of this week, some 9,500');
    await shows(page, '9,500');
    expect(Math.abs(Number(await inFrame(page, edge)) - Number(before))).toBeLessThan(80);
    expect(await inFrame(page, 'window.scrollY')).toBeGreaterThan(800);
    expect(await inFrame(page, `document_.querySelector('details').open`)).toBe(true);
    expect(complaints).toEqual([]);
  });

  test('shows a failure above the last good edition, as text', async () => {
    const { address } = await serving();
    const page = await chrome.newPage();
    await page.goto(address);
    await shows(page, '9,000 cars');
    await save('briefing.yaml', 'reports:\n  "<img src=x onerror=alert(1)>.md": { outlet: x }\n');
    await page.waitForSelector('#failures li');
    const told = await page.$eval('#failures', (element) => element.textContent ?? '');
    expect(told).toContain('<img src=x onerror=alert(1)>.md');
    expect(await page.$$('#failures img')).toEqual([]);
    expect(await page.$eval('#state', (element) => element.textContent)).toBe(
      'The build failed: this is the last good edition',
    );
    await shows(page, '9,000 cars');
    await rm(path.join(folder, 'briefing.yaml'));
    await page.waitForFunction(`document.querySelectorAll('#failures li').length === 0`);
  });
});
