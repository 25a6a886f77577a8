import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { outlineOf } from './reading.ts';
import { wordOf } from './support.ts';

/** What each kind of element becomes, as lines of styles and words. */

const FIXTURES = fileURLToPath(new URL('../fixtures/docx/', import.meta.url));

const fileOf = (name: string, file: string): string =>
  readFileSync(path.join(FIXTURES, name, file), 'utf8');

describe.each(readdirSync(FIXTURES).sort())('%s', (name) => {
  test('becomes what is expected', async () => {
    const word = await wordOf(fileOf(name, 'input.html'));
    expect(`${outlineOf(word).join('\n')}\n`).toBe(fileOf(name, 'expected.txt'));
  });
});
