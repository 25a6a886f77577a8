import { cp, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BuildFailure, type BuildOptions, build, nodeSystem, VERSION } from '../../src/index.ts';
import { isFatal } from '../../src/messages.ts';
import type { Browser } from '../../src/system/index.ts';
import { found } from '../support.ts';
import { ARTICLES, command, temporaryFolder } from './support.ts';

/** Templates, parts and themes of the user's own, on a real disk and in a real browser. */

const REPORTS = fileURLToPath(new URL('../fixtures/briefings/bridge/reports', import.meta.url));
const docs = await readFile(new URL('../../docs/templates.md', import.meta.url), 'utf8');
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let root: string;
let browser: Browser;

beforeAll(async () => {
  root = await temporaryFolder();
  browser = await nodeSystem().openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await rm(root, { recursive: true, force: true });
});

/** A folder of its own with the reports of the bridge, and files beside them. */
async function folderWith(name: string, files: Readonly<Record<string, string>>): Promise<string> {
  const folder = path.join(root, name);
  await cp(REPORTS, folder, { recursive: true });
  for (const [file, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), text);
  }
  return folder;
}

/** Build, and give the page without its fonts, which would fill the screen where a test fails. */
async function pageOf(folder: string, options: Partial<BuildOptions> = {}): Promise<string> {
  const out = options.out ?? `${folder}-out`;
  await build({ folder, formats: ['html'], version: VERSION, ...options, out }, nodeSystem());
  const html = await readFile(path.join(out, 'index.html'), 'utf8');
  return html.replace(/base64,[\w+/=]*/gu, 'base64,');
}

/** Every failure, as file and rule. */
async function faultsOf(folder: string, options: Partial<BuildOptions> = {}) {
  const failure = await pageOf(folder, options).catch((error: unknown) => error);
  if (!(failure instanceof BuildFailure)) throw new Error('it was built', { cause: failure });
  return failure.messages
    .filter(isFatal)
    .map(({ file, ruleId }) => `${path.basename(file ?? '')}: ${ruleId}`);
}

/** The examples of the documentation, by the words that announce them. */
const exampleAfter = (words: string) =>
  found(/```\w+\n(.*?)```/su.exec(docs.slice(docs.indexOf(words)))?.[1]);

describe('the examples of the documentation', () => {
  test('a part of one’s own', async () => {
    const folder = await folderWith('part', {
      'briefing.yaml': exampleAfter('## Parts'),
      'background.hbs': exampleAfter('### A part of your own'),
    });
    const html = await pageOf(folder);
    const own = found(
      /<section class="editors" id="part-background".*?<\/section>/su.exec(html)?.[0],
    );
    expect(own).toContain('Background for readers');
    expect(own).toContain('Added by the editor; not checked against the reports.');
    expect(own).toContain('Most was said by those who decide.');
    expect(own.match(/<p class="statement">/gu)?.length).toBeGreaterThan(2);
    expect(own).toContain('popovertarget="p-c-');
    expect(html).toContain('Words that stand in those were not held against the reports.');
    expect(html).toContain('>Chronology</h2>');
  });

  test('one file replaced', async () => {
    const folder = await folderWith('house-style', {});
    const house = path.join(root, 'house');
    await mkdir(path.join(house, 'partials'), { recursive: true });
    await writeFile(
      path.join(house, 'partials/masthead.hbs'),
      exampleAfter('write `house/partials'),
    );
    const html = await pageOf(folder, { templates: house });
    expect(html).toContain('<p class="label">Ministry of Bridges · Briefing · from 3 reports</p>');
    expect(html).not.toContain('<dl class="figures">');
  });

  test('a theme', async () => {
    const folder = await folderWith('claret', { 'claret.css': exampleAfter('## A theme') });
    const theme = path.join(folder, 'claret.css');
    const html = await pageOf(await folderWith('claret-reports', {}), { theme });
    expect(html).toContain('--accent:#6b1f3a');
    const said = await folderWith('claret-said', {
      'claret.css': exampleAfter('## A theme'),
      'briefing.yaml': 'theme: claret.css\n',
    });
    expect(await pageOf(said)).toBe(html);
  });

  test('that lie among the reports are not taken for reports', async () => {
    const folder = await folderWith('among', {
      'claret.css': exampleAfter('## A theme'),
      'house/partials/masthead.hbs': '<h1>{{title}}</h1>',
    });
    const [theme, templates] = [path.join(folder, 'claret.css'), path.join(folder, 'house')];
    const options = { folder, out: `${folder}-out`, formats: ['html'] as const, version: VERSION };
    const rules = async (given: Partial<BuildOptions>) =>
      (await build({ ...options, ...given }, nodeSystem())).messages.map(({ ruleId }) => ruleId);
    expect(await rules({})).toEqual(expect.arrayContaining(['no-reader', 'skipped-folder']));
    const told = await rules({ theme, templates });
    expect(told.filter((rule) => rule === 'no-reader' || rule === 'skipped-folder')).toEqual([]);
  });
});

describe('a folder that came by mail', () => {
  const mailed = (name: string) =>
    folderWith(name, {
      'briefing.yaml':
        'templates: design\nsections: [{template: own.hbs, heading: "<b>Own</b>"}, key-facts]\n',
      'own.hbs':
        '<script>alert(1)</script><p onclick="x()">own {{{title}}}</p><a href="javascript:x">a</a><img src="https://evil.example/x">{{constructor.constructor "return 1"}}{{__proto__}}',
      'design/partials/method.hbs':
        '<iframe src="https://evil.example"></iframe><form></form>method',
      'design/styles/screen.css': 'body{background:u\\72l(https://evil.example/x)}',
    });

  test('runs nothing, and asks for nothing', async () => {
    await expect(pageOf(await mailed('mailed'))).rejects.toThrow(
      'helper "constructor.constructor"',
    );
    const folder = await mailed('mailed-again');
    const own = await readFile(path.join(folder, 'own.hbs'), 'utf8');
    await writeFile(path.join(folder, 'own.hbs'), own.replace(/\{\{constructor.*/u, ''));
    await rm(path.join(folder, 'design/styles'), { recursive: true });
    const html = await pageOf(folder);
    expect(html).toContain('<p>own ');
    const body = html.slice(html.indexOf('<body>'));
    expect(body).not.toMatch(
      /<script(?! type="application\/json" id="citation-data">)|onclick|javascript:|<iframe|<img|<form|evil\.example/u,
    );
    const asked = await browser.withPage({ html, scripts: false }, (page) =>
      page.evaluate('performance.getEntriesByType("resource").map(({ name }) => name)'),
    );
    expect((asked as string[]).filter((name) => !name.startsWith('data:'))).toEqual([]);
  });

  test('leads out of itself by no link', async () => {
    const elsewhere = await folderWith('elsewhere', {
      'own.hbs': 'x',
      't.css': ':root { --ink: #000 }',
      'design/partials/gaps.hbs': 'x',
    });
    const linking = async (name: string, config: string, links: Record<string, string>) => {
      const folder = await folderWith(name, { 'briefing.yaml': config });
      for (const [file, target] of Object.entries(links)) {
        await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
        await symlink(path.join(elsewhere, target), path.join(folder, file));
      }
      return faultsOf(folder);
    };
    const own = 'sections: [{template: own.hbs, heading: X}]\n';
    expect(await linking('link-own', own, { 'own.hbs': 'own.hbs' })).toEqual([
      'own.hbs: outside-folder',
    ]);
    expect(await linking('link-theme', 'theme: t.css\n', { 't.css': 't.css' })).toEqual([
      't.css: outside-folder',
    ]);
    expect(await linking('link-folder', 'templates: design\n', { design: 'design' })).toEqual([
      'design: outside-folder',
    ]);
    const deep = { 'design/partials/gaps.hbs': 'own.hbs' };
    expect(await linking('link-file', 'templates: design\n', deep)).toEqual([
      'gaps.hbs: outside-folder',
    ]);
    const below = { 'design/partials': 'design/partials' };
    expect(await linking('link-below', 'templates: design\n', below)).toEqual([
      'partials: outside-folder',
    ]);
    const step = await linking('link-step', 'templates: a/design\n', { a: '.' });
    expect(step).toEqual(['a: outside-folder']);
  });
});

describe('a mistake', () => {
  test('is told with its file and line, and the last edition stays', async () => {
    const folder = await folderWith('mistake', {});
    const before = await pageOf(folder);
    await writeFile(path.join(folder, 'own.hbs'), 'a\n{{> fakt}}\n');
    await writeFile(
      path.join(folder, 'briefing.yaml'),
      'sections: [{template: own.hbs, heading: X}]',
    );
    const run = await command(['build', folder, '--out', `${folder}-out`, '--format', 'html']);
    expect(run.code).toBe(1);
    expect(run.stderr).toContain('own.hbs');
    expect(run.stderr).toMatch(
      /2:1\s.*Unexpected partial "fakt", expected a partial that there is/u,
    );
    const after = await readFile(path.join(`${folder}-out`, 'index.html'), 'utf8');
    expect(after.replace(/base64,[\w+/=]*/gu, 'base64,')).toBe(before);
  });

  test('that shows only when it is filled names the template', async () => {
    const folder = await folderWith('late', {
      'own.hbs': 'a\n{{#with (factOf "f-000000000000")}}{{id}}{{/with}}',
      'briefing.yaml': 'sections: [{template: own.hbs, heading: X}]',
    });
    const failure = await pageOf(folder).catch((error: unknown) => error);
    expect(String(failure)).toContain('fact "f-000000000000" is none of the briefing');
    expect(String(failure)).toContain('(line 2 of the template)');
    expect(String(failure)).toContain('own.hbs');
  });

  test('in an option is told', async () => {
    const run = await command([
      'build',
      REPORTS,
      '--theme',
      'nope',
      '--out',
      path.join(root, 'no'),
    ]);
    expect(run.code).toBe(1);
    expect(run.stderr).toContain('Unexpected theme "nope", expected broadsheet, white-paper');
  });
});

describe.each(['broadsheet', 'white-paper'])('%s', (theme) => {
  let html: string;
  beforeAll(async () => {
    const out = path.join(root, `looks-${theme}`);
    await pageOf(ARTICLES, { theme, out });
    // With its fonts: without them the styles are not those that the page's policy lets in.
    html = await readFile(path.join(out, 'index.html'), 'utf8');
  });

  test.each([
    { width: 1440, dark: false },
    { width: 1440, dark: true },
    { width: 390, dark: false },
    { width: 390, dark: true },
  ])('axe finds nothing ($width px, dark: $dark)', async ({ width, dark }) => {
    const violations = await browser.withPage({ html, scripts: true }, async (page) => {
      await page.setViewport({ width, height: 900 });
      const value = dark ? 'dark' : 'light';
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
      await page.evaluate(
        'for (const fold of document.querySelectorAll("details")) fold.open = true',
      );
      await page.evaluate(axe);
      return page.evaluate(
        `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html))`,
      );
    });
    expect(violations).toEqual([]);
  });

  test('brings the typefaces that it names, and no others', () => {
    const faces = new Set(Array.from(html.matchAll(/font-family:"([^"]+)"/gu), ([, face]) => face));
    expect([...faces].sort()).toEqual(
      theme === 'broadsheet' ? ['Inter', 'Source Serif 4'] : ['Inter'],
    );
  });

  test('is printed, with a part of the editor’s own', async () => {
    const folder = await folderWith(`print-${theme}`, {
      'own.hbs': '<p class="prose">Own words.</p>{{#each (take facts 1)}}{{> fact}}{{/each}}',
      'briefing.yaml': 'sections: [{template: own.hbs, heading: Own}, bottom-line]',
    });
    const out = `${folder}-out`;
    const options = { folder, out, theme, formats: ['pdf'] as const, version: VERSION };
    const { files } = await build(options, nodeSystem());
    expect(files.map(({ name }) => name)).toEqual(['briefing.pdf', 'manifest.json']);
    expect(JSON.parse(new TextDecoder().decode(files[1]?.bytes))).toMatchObject({ theme });
  });
});
