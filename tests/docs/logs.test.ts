import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { EVENTS } from '../../src/log-lines.ts';

/** The documentation of the log, held against the table of events. */

const docs = readFileSync(new URL('../../docs/logs.md', import.meta.url), 'utf8');

const rows = docs.split('\n').filter((line) => /^\| `/u.test(line));

describe('docs/logs.md', () => {
  test('has a row for every event, and for nothing else', () => {
    const names = rows.map((row) => /^\| `(\w+)`/u.exec(row)?.[1]);
    expect(names).toEqual(Object.keys(EVENTS));
  });

  test.each(Object.entries(EVENTS).filter(([name]) => !['unchanged', 'bug'].includes(name)))(
    'names the fields of %s',
    (name, { fields }) => {
      const row = rows.find((line) => line.startsWith(`| \`${name}\``)) ?? '';
      for (const field of Object.keys(fields)) expect(row).toContain(`\`${field}\``);
    },
  );
});
