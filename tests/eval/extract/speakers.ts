import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { extract } from '../../../src/extract/index.ts';
import type { Claim, Span } from '../../../src/types.ts';
import { shared } from '../shared.ts';
import { reportsOf } from './reports.ts';
import type { Row } from './row.ts';

/** Measure whether claims name the speakers that were marked in the five reports of the sample. */

interface Speaker extends Span {
  readonly report: string;
  readonly speaker: string;
  readonly as_written: string;
  readonly mode: string;
  readonly text: string;
}

/** How many of the marked speakers a claim that meets their words names. */
export function measureSpeakers(): readonly Row[] {
  const found = speakersFound();
  if (found.length === 0) return [];
  return ['direct', 'mixed', 'indirect', ''].map((mode) => {
    const part = found.filter(({ speaker }) => speaker.mode.startsWith(mode));
    const right = part.filter(({ names }) => names).length;
    return {
      measure: mode === '' ? 'speakers of the sample' : `speakers of the sample, ${mode}`,
      value: `${right} of ${part.length}`,
      aim: mode === '' ? '.75' : '',
    };
  });
}

export interface Looked {
  readonly speaker: Speaker;
  readonly names: boolean;
}

export function speakersFound(): readonly Looked[] {
  const file = shared('gold/five-reports.json');
  if (!file) return [];
  const gold = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly reports: readonly string[];
    readonly speakers: readonly Speaker[];
  };
  const files = Object.fromEntries(
    gold.reports.map((name) => [name, readFileSync(path.join(ARTICLES, name), 'utf8')]),
  );
  const claims = claimsByFile(files);
  return gold.speakers.map((speaker) => {
    const name = gold.reports.find((each) => each.startsWith(speaker.report)) ?? '';
    return { speaker, names: isNamed(speaker, claims.get(name) ?? []) };
  });
}

const ARTICLES = fileURLToPath(new URL('../../../articles/', import.meta.url));

function claimsByFile(
  files: Readonly<Record<string, string>>,
): ReadonlyMap<string, readonly Claim[]> {
  const reports = reportsOf(files);
  const sentences = extract(reports);
  return new Map(
    reports.map(({ id, file }) => [
      file,
      (sentences.get(id) ?? []).flatMap(({ whole, parts }) => [whole, ...parts]),
    ]),
  );
}

/** Whether a claim that meets the words of a speaker names them, by a word that says something. */
function isNamed(speaker: Speaker, claims: readonly Claim[]): boolean {
  const wanted = contentWords(`${speaker.speaker} ${speaker.as_written}`);
  return claims
    .filter(({ start, end }) => start < speaker.end && speaker.start < end)
    .some(({ attribution }) =>
      attribution.some(({ name }) => [...contentWords(name)].some((word) => wanted.has(word))),
    );
}

const contentWords = (text: string): ReadonlySet<string> =>
  new Set((text.toLowerCase().match(/\p{L}{2,}/gu) ?? []).filter((word) => !SMALL.has(word)));

const SMALL: ReadonlySet<string> = new Set(
  'the of and for in to he she it was unnamed said'.split(' '),
);
