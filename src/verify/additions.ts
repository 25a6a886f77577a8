import { foldStyle } from '../characters.ts';
import { NEGATION } from '../language/negations.ts';
import { STOP_STEMS } from '../language/stop-words.ts';
import type { House, Piece } from '../types.ts';
import type { Check, Evidence, Objection } from './evidence.ts';

type Added = Extract<Piece, { kind: 'added' }>;

/**
 * What the briefing added in brackets is proved too: a speaker and whoever a pronoun means are named
 * in the report, and what the editor adds so is said in a report that is cited.
 */
export const additions: Check = (evidence) =>
  evidence.statement.pieces.flatMap((piece) =>
    piece.kind === 'added' ? (PROOFS[piece.reason]?.(piece.text, evidence) ?? []) : [],
  );

type Proof = (text: string, evidence: Evidence) => readonly Objection[];

const PROOFS: Readonly<Partial<Record<Added['reason'], Proof>>> = {
  speaker: (text, { report, house }) =>
    // "unnamed" is ours: it says that the report gives no name.
    strangeWords(text, withSpellings(report, house), (word) => word === 'unnamed').map((word) => ({
      found: `speaker "${word}"`,
      expected: 'a name of the report',
    })),
  name: (text, { report, house }) =>
    strangeWords(text.replace(/’s\]$/u, ']'), withSpellings(report, house), () => false).map(
      (word) => ({
        found: `name "${word}"`,
        expected: 'a name of the report',
      }),
    ),
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

/** A report, and how the briefing spells the names in it. */
const withSpellings = (report: string, { spelling }: House): string =>
  [
    report,
    ...spelling
      .filter(({ form }) => report.includes(foldStyle(form)))
      .map(({ printed }) => printed),
  ].join(' ');
