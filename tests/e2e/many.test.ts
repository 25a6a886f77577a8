import { spawn } from 'node:child_process';
import { chmod, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { HtmlValidate } from 'html-validate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildAll, EXIT, nodeSystem, type System, VERSION } from '../../src/index.ts';
import { logLineSchema } from '../../src/log-lines.ts';
import { exitOf } from '../../src/messages.ts';
import { overviewPage } from '../../src/overview/index.ts';
import type { Browser } from '../../src/system/index.ts';
import { entriesOf } from '../overview/published.ts';
import { FERRY } from '../select/texts.ts';
import { BRIDGE, type Texts } from '../support.ts';
import { command, ROOT, temporaryFolder } from './support.ts';

/** Folders of many briefings, on a real disk, in real threads. */

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let root: string;

beforeAll(async () => {
  root = await temporaryFolder();
  // Root hands the browser, whose profile is in it, over to another user.
  await chmod(root, 0o755);
});

afterAll(() => rm(root, { recursive: true, force: true }));

async function folderOf(name: string, briefings: Readonly<Record<string, Texts>>): Promise<string> {
  for (const [briefing, texts] of Object.entries(briefings)) {
    const folder = path.join(root, name, briefing);
    await mkdir(folder, { recursive: true });
    for (const [file, text] of Object.entries(texts)) {
      await writeFile(path.join(folder, file), text);
    }
  }
  return path.join(root, name);
}

/** A format that does to its thread what the title of the briefing asks for. */
const FORMAT = `export default {
  name: 'wild', file: 'wild.txt', needsBrowser: false,
  async render({ title }) {
    if (title.text === 'ends') process.exit(3);
    const all = [];
    while (title.text === 'fills') all.push(Array.from({ length: 1e5 }, Math.random));
    return title.text;
  },
};
`;

const titled = (title: string): Texts => ({ ...FERRY, 'briefing.yaml': `title: ${title}` });

/** Path in a folder → text of every file. */
async function contentsOf(folder: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  return Object.fromEntries(
    await Promise.all(
      files.map(async (file) => [path.relative(folder, file), await readFile(file, 'utf8')]),
    ),
  );
}

/** A moment that builds of a test speak for. */
const EPOCH = 1931904000;

describe('synoptic build with a folder of many', () => {
  test('publishes the others where one is broken and two end their threads', async () => {
    const folder = await folderOf('wild', {
      bridge: BRIDGE,
      ends: titled('ends'),
      ferry: FERRY,
      fills: titled('fills'),
      pen: { ...FERRY, 'briefing.yaml': 'titel: pen' },
    });
    const module = path.join(root, 'wild.mjs');
    await writeFile(module, FORMAT);
    const real = nodeSystem();
    const system: System = {
      ...real,
      // A machine on which memory is soon full.
      openPool: (options) => real.openPool({ ...options, heap: 250e6 }),
    };
    const out = path.join(root, 'wild-out');
    const formats = { known: ['json'], modules: [module] } as const;
    const options = { folder, formats, out, jobs: 2, version: VERSION };
    const { briefings, messages } = await buildAll(options, system);
    expect(briefings.flatMap(({ name, built }) => (built ? [name] : []))).toEqual([
      'bridge',
      'ferry',
    ]);
    const failures = messages.filter(({ fatal }) => fatal);
    const told = failures.map(({ file = '', ruleId }) => [path.relative(folder, file), ruleId]);
    expect(told).toEqual([
      ['ends', 'build-crashed'],
      ['fills', 'out-of-memory'],
      ['pen/briefing.yaml', 'config-value'],
    ]);
    expect(exitOf(messages)).toBe('internal');

    // They took their locks with them.
    for (const name of ['ends', 'fills']) {
      await writeFile(path.join(folder, name, 'briefing.yaml'), 'title: tame');
    }
    const again = await buildAll({ ...options, jobs: 1 }, system);
    expect(again.briefings.flatMap(({ name, built }) => (built ? [] : [name]))).toEqual(['pen']);
  });

  test('makes the same bytes side by side as one by one, and says what it made', async () => {
    const folder = await folderOf('good', { bridge: BRIDGE, ferry: FERRY });
    const [one, two] = ['1', '2'].map((jobs) => path.join(root, `good-${jobs}`));
    const build = (out = '', jobs = '1') =>
      command(['build', folder, '--out', out, '--format', 'html,json', '--jobs', jobs], {
        environment: { SOURCE_DATE_EPOCH: String(EPOCH) },
      });
    const [alone, sideBySide] = [await build(one), await build(two, '2')];
    expect(sideBySide).toMatchObject({ code: EXIT.published, stderr: alone.stderr });
    expect(alone.stdout).toMatch(
      /^bridge {2}edition 1 {2}\d+ facts from 3 reports\nferry {3}edition 1 {2}\d+ facts from 3 reports\n2 briefings {2}.*index\.html\n$/u,
    );
    const contents = await contentsOf(one ?? '');
    expect(Object.keys(contents)).toContain('index.html');
    expect(Object.keys(contents)).toContain('ferry/editions/0001/briefing.json');
    expect(await contentsOf(two ?? '')).toEqual(contents);
  });

  test('says which edition stays where a build fails, in order of names', async () => {
    const folder = await folderOf('stays', { ferry: FERRY, 'old bridge': BRIDGE });
    const out = path.join(root, 'stays-out');
    const args = ['build', folder, '--out', out, '--format', 'json', '--jobs', '1'];
    expect((await command(args)).code).toBe(EXIT.published);
    await writeFile(path.join(folder, 'ferry', 'briefing.yaml'), 'titel: X');
    const { code, stdout, stderr } = await command(args);
    expect(code).toBe(EXIT.input);
    expect(stdout).toContain('ferry       failed, edition 1 stays\n');
    expect(stdout).toContain('2 briefings, 1 failed  ');
    expect(stderr).toContain(path.join(folder, 'ferry', 'briefing.yaml'));
    expect(await readFile(path.join(out, 'index.html'), 'utf8')).toContain('the last build failed');
  });

  test('is logged, published to a folder, and its state told', async () => {
    const folder = await folderOf('whole', { bridge: BRIDGE, ferry: FERRY });
    const [out, site] = [path.join(root, 'whole-out'), path.join(root, 'whole-site')];
    const build = ['build', folder, '--out', out, '--format', 'json', '--jobs', '1'];
    await writeFile(path.join(folder, 'ferry', 'briefing.yaml'), 'titel: X');
    const logged = await command([...build, '--log', 'json']);
    expect([logged.code, logged.stdout]).toEqual([EXIT.input, '']);
    const lines = logged.stderr.trimEnd().split('\n');
    const events = lines.map((line) => logLineSchema.parse(JSON.parse(line)));
    expect(events.slice(-4)).toMatchObject([
      { event: 'published', folder: path.join(folder, 'bridge'), edition: 1, reports: 3 },
      { event: 'unbuilt', folder: path.join(folder, 'ferry'), exit: 'input' },
      { event: 'briefings', folder, out, published: 1, unchanged: 0, unbuilt: 1 },
      { event: 'failed', code: EXIT.input },
    ]);
    await rm(path.join(folder, 'ferry', 'briefing.yaml'));
    await command(build);

    const copied = await command(['publish', out, '--to', site]);
    expect(copied).toMatchObject({ code: EXIT.published, stderr: '' });
    expect(copied.stdout).toBe(
      ['bridge', 'ferry'].map((name) => `${site}/${name} shows edition 1\n`).join(''),
    );
    expect(await readFile(path.join(site, 'index.html'))).toEqual(
      await readFile(path.join(out, 'index.html')),
    );
    for (const more of [['--back'], ['--edition', '1'], ['--to', site, '--back']]) {
      const { code, stderr } = await command(['publish', out, ...more]);
      expect(code).toBe(EXIT.input);
      expect(stderr).toContain(`${path.join(out, 'bridge')}, ${path.join(out, 'ferry')}`);
    }

    const sarif = path.join(root, 'whole.sarif');
    await rm(path.join(folder, 'ferry', Object.keys(FERRY)[0] ?? ''));
    const asked = ['--fail-on', 'stale', '--sarif', sarif];
    const checked = await command(['check', folder, '--out', out, ...asked]);
    expect(checked.code).toBe(EXIT['gate-stale']);
    expect(checked.stdout).toMatch(
      /^bridge {2}Held against edition 1 of .+\n(?:bridge: .+\n(?: .+\n)*)*ferry {2}Held against edition 1 of .+\n/u,
    );
    expect(checked.stdout).toMatch(/^ferry: stale +failed/mu);
    expect(await readFile(sarif, 'utf8')).toContain('"stale"');

    const whole = await command(['status', site]);
    expect(whole).toMatchObject({ code: EXIT.published, stderr: '' });
    expect(whole.stdout).toMatch(/^bridge {2}edition 1 {2}.+\nferry {3}edition 1 {2}.+\n$/u);
    await writeFile(path.join(site, 'ferry/editions/0001/briefing.json'), '{}');
    const damaged = await command(['status', site, '--json']);
    expect(damaged.code).toBe(EXIT.output);
    expect(damaged.stderr).toContain(path.join(site, 'ferry'));
    expect(JSON.parse(damaged.stdout)).toMatchObject({
      whole: false,
      briefings: [
        { name: 'bridge', shown: 1, whole: true },
        { name: 'ferry', shown: 1, whole: false },
      ],
    });
  });

  test.each([
    ['serve', '--port', '0'],
    ['sources'],
    ['claims'],
    ['explain', 'words'],
    ['add', 'a.txt', '--to'],
  ])('other commands say which to name: %s', async (...words) => {
    const folder = await folderOf('named', { bridge: BRIDGE, ferry: FERRY });
    const { code, stderr } = await command([...words, folder]);
    expect(code).toBe(EXIT.input);
    expect(stderr).toContain('many-briefings');
    expect(stderr).toContain(`${path.join(folder, 'bridge')}, ${path.join(folder, 'ferry')}`);
  });

  // What runs is read off /proc.
  test.skipIf(process.platform !== 'linux')(
    'leaves nothing running where a signal ends it',
    async () => {
      const folder = await folderOf('ended', { bridge: BRIDGE, ferry: FERRY });
      const place = path.join(root, 'temporary');
      await mkdir(place, { mode: 0o755 });
      const out = path.join(root, 'ended-out');
      const args = ['build', folder, '--out', out, '--format', 'pdf', '--jobs', '2'];
      const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli.ts', ...args], {
        cwd: ROOT,
        env: { ...process.env, TMPDIR: place },
        stdio: 'ignore',
      });
      const ended = new Promise((resolve) => child.once('close', (_, signal) => resolve(signal)));
      while ((await browsersIn(place)).length === 0 && child.exitCode === null) {
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      child.kill('SIGTERM');
      expect(await ended).toBe('SIGTERM');
      const left = await readdir(place);
      expect(left.filter((name) => name.startsWith('synoptic-'))).toEqual([]);
      expect(await browsersIn(place)).toEqual([]);
    },
  );
  test.skipIf(process.platform !== 'linux')(
    'a signal ends watching them once the builds at work have ended, and leaves nothing running',
    async () => {
      const folder = await folderOf('watched', { bridge: BRIDGE, ferry: FERRY });
      const place = path.join(root, 'temporary-watched');
      await mkdir(place, { mode: 0o755 });
      const out = path.join(root, 'watched-out');
      const args = ['watch', folder, '--out', out, '--format', 'pdf', '--jobs', '2'];
      const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli.ts', ...args], {
        cwd: ROOT,
        env: { ...process.env, TMPDIR: place, SYNOPTIC_NO_CACHE: '1' },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      let said = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        said += text;
      });
      const ended = new Promise((resolve) => child.once('close', resolve));
      while ((await browsersIn(place)).length === 0 && child.exitCode === null) {
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      child.kill('SIGTERM');
      expect(await ended).toBe(EXIT.published);
      expect(said).toMatch(/^2 briefings, 2 new editions, in [\d.]+ s\n$/u);
      const left = await readdir(place);
      expect(left.filter((name) => name.startsWith('synoptic-'))).toEqual([]);
      expect(await browsersIn(place)).toEqual([]);
    },
  );
});

/** Processes whose profile lies in a folder, by their ids. */
async function browsersIn(folder: string): Promise<readonly string[]> {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/u.test(name));
  const found = await Promise.all(
    ids.map(async (id) => {
      const line = await readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '');
      return line.includes(`--user-data-dir=${folder}`) ? [id] : [];
    }),
  );
  return found.flat();
}

describe('the page over all', () => {
  let browser: Browser;
  let html: string;

  beforeAll(async () => {
    const system = nodeSystem();
    browser = await system.openBrowser();
    const templates = await system.templates();
    const page = await overviewPage(await entriesOf(), {
      templates: new Map([
        ...templates,
        ['styles/theme.css', templates.get('themes/broadsheet.css') ?? ''] as const,
      ]),
      packageFile: system.packageFile,
      version: VERSION,
    });
    html = new TextDecoder().decode(page.bytes);
  });

  afterAll(() => browser?.close());

  test.each([
    { width: 1440, dark: false },
    { width: 1440, dark: true },
    { width: 390, dark: false },
    { width: 390, dark: true },
  ])('fits and has no fault that axe finds ($width px, dark: $dark)', async ({ width, dark }) => {
    const seen = await browser.withPage({ html, scripts: true }, async (page) => {
      await page.setViewport({ width, height: 900 });
      const value = dark ? 'dark' : 'light';
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
      await page.evaluate(axe);
      const faults = await page.evaluate(
        "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html))",
      );
      return { faults, width: await page.evaluate('document.documentElement.scrollWidth') };
    });
    expect(seen).toEqual({ faults: [], width });
  });

  test('is valid HTML', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:recommended'],
      rules: { 'long-title': 'off', 'no-trailing-whitespace': 'off', 'tel-non-breaking': 'off' },
    });
    const { results } = await validator.validateString(html);
    expect(results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([]);
  });
});
