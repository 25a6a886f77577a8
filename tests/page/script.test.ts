import { createHash } from 'node:crypto';
import { Script } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { renderPage, viewOf } from '../../src/page/index.ts';
import { nodeSystem } from '../../src/system/index.ts';
import { BRIDGE, briefingOf } from '../support.ts';

/** The page's script as it is put together, and the policy that lets it run. */

const templates = await nodeSystem().templates();
const tools = { templates, packageFile: async () => new TextEncoder().encode('{}') };
const kind = { folder: 'html', sheets: ['common', 'screen', 'controls'] } as const;

async function pageOf(texts = BRIDGE): Promise<string> {
  const { briefing } = await briefingOf(texts);
  return (await renderPage(viewOf(briefing, '0.0.0'), kind, tools)).html;
}

const html = await pageOf();
const script = within(/<script type="module">(.*?)<\/script>/su);
const early = within(/<script>(.*?)<\/script>/su);
const css = within(/<style>(.*?)<\/style>/su);
const policy = within(/http-equiv="Content-Security-Policy" content="([^"]*)"/u);

function within(pattern: RegExp): string {
  return pattern.exec(html)?.[1] ?? '';
}

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const modules = [...templates.keys()].filter((file) => file.startsWith('script/'));

describe('the script', () => {
  test('has the fonts loaded before anything is shown', () => {
    expect(early).toMatch(/document\.fonts/u);
    expect(html.indexOf(early)).toBeLessThan(html.indexOf('<body>'));
  });

  test('holds every module, without what only their source needs', () => {
    for (const file of modules) {
      const names =
        templates.get(file)?.match(/(?<=^(?:export )?(?:async )?function )\w+/gmu) ?? [];
      for (const name of names) expect(script).toContain(`function ${name}(`);
    }
    expect(script).not.toMatch(/^(?:import|export)\b|^\s*(?:\/\/|\/\*\*|\*)/mu);
  });

  test('is small', () => {
    expect(Buffer.byteLength(script)).toBeLessThan(26_000);
  });

  test('is one program: no name stands for two things', () => {
    expect(() => new Script(`'use strict';{${script}}`)).not.toThrow();
    const names = script.match(/(?<=^(?:async )?function )\w+|(?<=^const )\w+(?= =)/gmu) ?? [];
    expect(names.length).toBeGreaterThan(40);
  });

  test('uses nothing that makes markup or code of a text, and asks for nothing', () => {
    expect(script).not.toMatch(
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|fetch\(|XMLHttpRequest|import\(/u,
    );
  });

  test('has all its words in one table', () => {
    const others = modules.filter((file) => file !== 'script/texts.js');
    const words = others.flatMap((file) => templates.get(file)?.match(/'[A-Z][^'\n]*'/gu) ?? []);
    // Names of keys, and of a form of Unicode.
    expect([...new Set(words)].sort()).toEqual(["'Enter'", "'Escape'", "'NFD'"]);
  });
});

describe('the policy', () => {
  test('lets in this script and these styles, and nothing else', () => {
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      `script-src ${hash(early)} ${hash(script)}`,
      `style-src ${hash(css)}`,
      'font-src data:',
      'img-src data:',
      "base-uri 'none'",
      "form-action 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ]);
  });

  test('is not asked to let in styles of elements: there are none', () => {
    expect(html).not.toMatch(/<[^>]+\sstyle=/u);
  });
});

describe('the data of the page', () => {
  test('say of each fact who states it, and which passages it has', async () => {
    const { briefing } = await briefingOf(BRIDGE);
    const data = JSON.parse(within(/id="facts-data">(.*?)<\/script>/su)) as {
      reports: Record<string, string>;
      facts: Record<string, { reports: number[]; origins: number; passages: string[] }>;
    };
    expect(Object.keys(data.reports)).toHaveLength(briefing.reports.length);
    expect(Object.keys(data.facts).sort()).toEqual(briefing.facts.map(({ id }) => id).sort());
    for (const fact of briefing.facts) {
      const claims = fact.claims.filter(({ id }) => !fact.uncertain.includes(id));
      const numbers = claims.map(
        ({ report }) => briefing.reports.find(({ id }) => id === report)?.number,
      );
      expect(data.facts[fact.id]?.passages).toEqual(claims.map(({ id }) => id));
      expect(data.facts[fact.id]?.reports).toEqual([...new Set(numbers)]);
    }
  });

  test('cannot be ended by what a report is called', async () => {
    const outlet = '</script><script>alert(1)</script>';
    const config = `reports: { a.md: { outlet: "${outlet}" } }`;
    const { briefing } = await briefingOf(BRIDGE, { config });
    const page = (await renderPage(viewOf(briefing, '0.0.0'), kind, tools)).html;
    const [, block = ''] = /id="facts-data">(.*?)<\/script>/su.exec(page) ?? [];
    expect(JSON.parse(block)).toMatchObject({ reports: { 1: outlet } });
  });
});
