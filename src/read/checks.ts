import path from 'node:path';
import { location } from 'vfile-location';
import type { VFileMessage } from 'vfile-message';
import type { ConfigResult } from '../config/index.ts';
import type { Document } from '../documents/index.ts';
import { sourceSpan } from '../mapped-text.ts';
import { message } from '../messages.ts';
import { nearest, withHint } from '../nearest.ts';
import type { Block, Metadata, Report } from '../types.ts';

/** Fewer reports than this have nothing to be compared with. */
const MIN_REPORTS = 2;

/** Reports that are copies of others, byte for byte. */
export function duplicates(documents: readonly Document[]): VFileMessage[] {
  const seen = new Map<string, string>();
  return documents.flatMap(({ name, sha256 }) => {
    const first = seen.get(sha256);
    seen.set(sha256, first ?? name);
    if (first === undefined) return [];
    return message({
      rule: 'duplicate-report',
      file: name,
      found: `copy of ${first}, byte for byte`,
      expected: 'each report once',
      advice: 'remove one of the two, or list it under "ignore" in briefing.yaml',
    });
  });
}

/**
 * Reports that `briefing.yaml` lists and that are not among the files.
 *
 * @param names Names of the files, those that could not be read included.
 */
export function missing(
  names: readonly string[],
  { config, file, places }: ConfigResult,
): VFileMessage[] {
  const unlisted = names.filter((name) => !places.has(name));
  /** The ending alone makes no two names alike. */
  const stem = (name: string) => path.parse(name).name;
  const meant = (name: string) => {
    const near = nearest(stem(name), unlisted.map(stem));
    return unlisted.find((other) => stem(other) === near);
  };
  return [...places]
    .filter(([name]) => !names.includes(name))
    .map(([name, place]) => {
      const ignored = config.ignore.includes(name);
      return message({
        rule: 'config-report-missing',
        file,
        place,
        found: `report "${name}" that is ${ignored ? 'also under "ignore"' : 'not in the folder'}`,
        expected: 'the name of a report of the folder',
        advice: ignored
          ? 'take it out of one of the two'
          : withHint(meant(name), 'put the file back, correct the name, or remove the entry'),
      });
    });
}

/**
 * Fewer reports than can be compared.
 *
 * @param folder Name of the folder.
 * @param extensions Endings of the files that can be read.
 */
export function tooFew(
  count: number,
  folder: string,
  extensions: ReadonlySet<string>,
): VFileMessage[] {
  if (count >= MIN_REPORTS) return [];
  return [
    message({
      rule: count === 0 ? 'no-reports' : 'one-report',
      file: folder,
      found: count === 0 ? 'folder without a report' : 'single report',
      expected: `at least ${MIN_REPORTS} reports (${[...extensions].join(', ')})`,
      advice: count === 0 ? 'put the reports into the folder' : 'add another report of the event',
    }),
  ];
}

/** No word is longer, nor any address; what is comes from data that was embedded in the text. */
const MAX_WORD = 10_000;
const NO_WORD = new RegExp(String.raw`(?<!\S)\S{${MAX_WORD + 1},}`, 'u');

/** Words that are none: they would stop whatever reads words. */
export function endlessWords(
  blocks: readonly Block[],
  source: string,
  file: string,
): VFileMessage[] {
  return blocks.flatMap(({ kind, content }) => {
    const word = kind === 'code' || kind === 'markup' ? null : NO_WORD.exec(content.text);
    if (!word) return [];
    return message({
      rule: 'not-text',
      file,
      place: location(source).toPoint(sourceSpan(content, word.index, word.index + 1).start),
      found: `word of ${word[0].length} letters`,
      expected: `a text, with words of at most ${MAX_WORD}`,
      advice: 'remove data that is embedded in the text',
    });
  });
}

/** As many letters as the longest text file that is read has bytes. */
const MAX_LETTERS = 500_000;

/** A report that is longer than any: a dump, or a page that holds many reports. */
export function tooLong(blocks: readonly Block[], file: string): VFileMessage[] {
  const letters = blocks.reduce(
    (sum, { kind, content }) => (kind === 'furniture' ? sum : sum + content.text.length),
    0,
  );
  if (letters <= MAX_LETTERS) return [];
  return [
    message({
      rule: 'too-large',
      file,
      found: `text of ${letters} letters`,
      expected: `at most ${MAX_LETTERS}`,
      advice: 'keep the text of the one report, and leave the rest out',
    }),
  ];
}

/** Sentences are taken apart by the grammar of this language. */
const LANGUAGE = 'en';

/** A report that says that it is in another language. */
export function foreign({ language }: Metadata, file: string): VFileMessage[] {
  const { value, because } = language;
  if (value === null || new Intl.Locale(value).language === LANGUAGE) return [];
  return [
    message({
      rule: 'language-other',
      file,
      found: `language "${value}" (${because})`,
      expected: 'a report in English',
      advice: 'it is read as English, and little of it will be understood; use a translation',
    }),
  ];
}

/**
 * Reports whose days of the week cannot be told.
 *
 * @param reports Normalized: the line that a report begins with may have told its date.
 * @param said What was said of them already: a date that could not be read is not missed again.
 */
export function undated(reports: readonly Report[], said: readonly VFileMessage[]): VFileMessage[] {
  const unread = said.filter(({ ruleId }) => ruleId === 'date-unread').map(({ file }) => file);
  return reports
    .filter(({ file, metadata }) => metadata.published.value === null && !unread.includes(file))
    .map(({ file }) =>
      message({
        rule: 'published-unknown',
        file,
        found: 'report without a publication date',
        expected: 'one, to tell what "Tuesday" means',
        advice: 'give "published" in briefing.yaml, with "inferred" if you worked it out',
      }),
    );
}
