import { certainDay } from '../certain-dates.ts';
import { foldStyle } from '../characters.ts';
import { NEGATION } from '../language/negations.ts';
import { STOP_STEMS } from '../language/stop-words.ts';
import type { Piece } from '../types.ts';
import type { Check, Evidence, Objection } from './evidence.ts';

type Added = Extract<Piece, { kind: 'added' }>;

const MONTHS =
  'january february march april may june july august september october november december'.split(
    ' ',
  );

/**
 * What the briefing added in brackets is proved too: a date is the value of a time expression in
 * the passage, a speaker and whoever a pronoun means are named in the report,
 * and what the editor adds so is said in a report that is cited.
 */
export const additions: Check = (evidence) =>
  evidence.statement.pieces.flatMap((piece) =>
    piece.kind === 'added' ? (PROOFS[piece.reason]?.(piece.text, evidence) ?? []) : [],
  );

type Proof = (text: string, evidence: Evidence) => readonly Objection[];

const PROOFS: Readonly<Partial<Record<Added['reason'], Proof>>> = {
  date: (text, { claims }) =>
    claims.some(({ times }) => times.some((time) => saysDay(text, certainDay(time) ?? '')))
      ? []
      : [{ found: `date${text}`, expected: 'the value of a date in the passage' }],
  speaker: (text, { report }) =>
    // "unnamed" is ours: it says that the report gives no name.
    strangeWords(text, report, (word) => word === 'unnamed').map((word) => ({
      found: `speaker "${word}"`,
      expected: 'a name of the report',
    })),
  name: (text, { report }) =>
    strangeWords(text.replace(/’s\]$/u, ']'), report, () => false).map((word) => ({
      found: `name "${word}"`,
      expected: 'a name of the report',
    })),
  context: (text, { report }) => [
    ...(NEGATION.test(text) ? [{ found: `denial${text}`, expected: 'one outside brackets' }] : []),
    ...strangeWords(text, report, (word) => STOP_STEMS.has(word)).map((word) => ({
      found: `word in brackets "${word}"`,
      expected: 'a word of a report that is cited',
    })),
  ],
};

/** Words that a report lacks, save those that need not stand there. */
function strangeWords(text: string, report: string, isOurs: (word: string) => boolean) {
  const known = new Set([...wordsOf(report), ...wordsOf(report.replace(BROKEN_WORD, ''))]);
  return wordsOf(text).filter((word) => !isOurs(word) && !known.has(word));
}

/** A hyphen at the end of a line, folded: what stands around it may be one word. */
const BROKEN_WORD = /(?<=\p{L})- (?=\p{L})/gu;

const wordsOf = (text: string): readonly string[] =>
  foldStyle(text)
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** Whether "[30 May]" is the day of an ISO date. */
function saysDay(label: string, value: string): boolean {
  const [, month, day] = value.split('-').map(Number);
  const [, number, name] = /(?<!\d)(\d+) (\p{L}+)/u.exec(label) ?? [];
  return Number(number) === day && MONTHS.indexOf((name ?? '').toLowerCase()) + 1 === month;
}
