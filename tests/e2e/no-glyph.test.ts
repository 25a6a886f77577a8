import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FORMAT_TABLE, FORMATS } from '../../src/formats.ts';
import { type Browser, nodeSystem } from '../../src/system/index.ts';
import { type MadeFiles, madeFiles } from '../made-files.ts';
import { pageText, pdfPages } from '../pdf-pages.ts';
import { textIn } from '../read-back.ts';
import { briefingOf } from '../support.ts';

/** Words of scripts that no shipped font has, among others in one sentence: in every format they are there, or named. */

const SENTENCE =
  'The minister الوزير الجديد told 北京日报 reporters that the bridge was shut 🌉 🚒 on Tuesday, and Ελλάδα heard.';

const TEXTS = {
  'a.md': `---
title: الجسر 桥梁 🎉 closed
publisher: 北京日报
author: محمود درويش
date: 2031-03-12
url: https://daily.example/
---

${SENTENCE}
`,
  'b.txt': `${SENTENCE.replace('told', 'has told')} Nobody was hurt.\n`,
};

let browser: Browser;
let files: MadeFiles;

beforeAll(async () => {
  browser = await nodeSystem().openBrowser();
  files = await madeFiles((await briefingOf(TEXTS)).briefing, FORMATS, { browser });
});

afterAll(() => browser?.close());

const closed = (text: string) => text.replace(/\s+/gu, '');

/** Formats that say what reports are called, and no statements. */
const OF_SOURCES: readonly string[] = ['csl', 'bibtex', 'dot'];

describe.each(FORMATS.filter((format) => format !== 'pdf'))('%s', (format) => {
  test('has the words themselves', async () => {
    const text = closed(await textIn(files.of(format)));
    expect(text).toContain('北京日报');
    if (OF_SOURCES.includes(format)) return;
    for (const words of ['الوزير الجديد', '🌉', '🚒', 'Ελλάδα']) {
      expect(text).toContain(closed(words));
    }
    expect(text).not.toContain('\u{fffd}');
    // What is left to the reader’s fonts is not named in their place.
    expect(text).not.toMatch(/\[(?:Arabic|Han|U\+)/u);
  });
});

test('on paper what stands there is said, and nothing is blank', async () => {
  const { pages } = await pdfPages(files.of('pdf').bytes);
  const text = closed(pages.map(pageText).join(' '));
  expect(text).toContain(
    closed(
      'The minister [Arabic: 12 characters] has told [Han: 4 characters] reporters that the bridge was shut [U+1F309 U+1F692] on Tuesday, and Ελλάδα heard.',
    ),
  );
  // In a drawing, whose boxes have no room for more.
  expect(text).toContain(closed('[Han] Report 2'));
  // Headline, outlet and author, among the sources.
  expect(text).toContain(closed('[Arabic: 5 characters] [Han: 2 characters] [U+1F389] closed'));
  expect(text).toContain(closed('[Arabic: 10 characters]'));
  expect(text).not.toMatch(/[\p{Script=Arabic}\p{Script=Han}\u{fffd}🌉🚒🎉]/u);
});

test('each file that lacks a glyph is told of once', () => {
  const told = files.messages.map(({ ruleId, file }) => [ruleId, file]);
  expect(told).toEqual([
    ['no-glyph', FORMAT_TABLE.html.file],
    ['no-glyph', FORMAT_TABLE.pdf.file],
  ]);
  for (const { reason } of files.messages) {
    expect(reason).toMatch(/ا.*北.*🌉/u);
    expect(reason).not.toContain('Ε');
  }
});
