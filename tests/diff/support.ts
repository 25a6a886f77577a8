import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { recordOf } from '../../src/edition-record.ts';
import type { Changes, EditionRecord } from '../../src/types.ts';
import { briefingOf, type Setting, type Texts } from '../support.ts';

const CASES = fileURLToPath(new URL('../fixtures/editions/', import.meta.url));

/** Names of the cases: each has the reports of two editions. */
export const cases: readonly string[] = readdirSync(CASES).sort();

/** The reports of an edition of a case. */
export function reportsOf(name: string, side: 'before' | 'after'): Texts {
  const { [CONFIG]: _, ...reports } = filesOf(name, side);
  return reports;
}

/** What its editor says; nothing in most cases. */
export const configOf = (name: string, side: 'before' | 'after'): string =>
  filesOf(name, side)[CONFIG] ?? '';

const CONFIG = 'briefing.yaml';

function filesOf(name: string, side: 'before' | 'after'): Texts {
  const folder = path.join(CASES, name, side);
  const files = readdirSync(folder).sort();
  return Object.fromEntries(
    files.map((file) => [file, readFileSync(path.join(folder, file), 'utf8')]),
  );
}

/** What a case is expected to give. */
export const expectedOf = (name: string): unknown =>
  JSON.parse(readFileSync(path.join(CASES, name, 'expected.json'), 'utf8'));

/** The record of an edition of some reports. */
export async function recordFor(texts: Texts, setting: Setting = {}): Promise<EditionRecord> {
  const { briefing } = await briefingOf(texts, setting);
  const number = (setting.last?.number ?? 0) + 1;
  return recordOf({ ...briefing, edition: number }, `2031-05-0${number}T08:00:00Z`);
}

/** The two editions of a case, the later made after the earlier. */
export async function editionsOf(name: string) {
  const before = await recordFor(reportsOf(name, 'before'), { config: configOf(name, 'before') });
  const after = await recordFor(reportsOf(name, 'after'), {
    config: configOf(name, 'after'),
    last: before,
  });
  return { before, after };
}

/** Changes as a case tells them: without ids, which say nothing to who reads it. */
export function readable({ reports, facts, divergences }: Changes) {
  return {
    reports: reports.map(({ kind, file, was }) => [kind, file, was].filter(Boolean).join(' ')),
    facts: facts.map(({ fact: _, joined, parted, standing, ...rest }) => ({
      ...withoutEmpty(rest),
      ...(joined.length > 0 && { joined: joined.length }),
      ...(parted.length > 0 && { parted: parted.length }),
      ...(standing && { standing: `${standing.before} → ${standing.after}` }),
    })),
    divergences: divergences.map(({ kind, about, what, status, values, was }) =>
      withoutEmpty({ kind, about, what, status, values, was }),
    ),
  };
}

const withoutEmpty = (fields: object): object =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && value.length > 0),
  );
