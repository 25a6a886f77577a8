import { fold, foldStyle } from '../characters.ts';
import { HEARSAY } from '../language/hearsay.ts';
import { NEGATION } from '../language/negations.ts';
import { words } from '../language/words.ts';
import { EDITORS_CUT, EDITORS_WORDS, isBalanced, isEditors } from '../rewording.ts';
import type { Claim, Piece } from '../types.ts';
import type { Check, Evidence, Objection } from './evidence.ts';

/**
 * What the editor changed is changed by a decision, and marked. A passage may be shortened by what
 * neither denies what stays nor opens a quotation; the editor's own words replace all of it.
 */
export const rewording: Check = (evidence) => {
  const { statement, decided } = evidence;
  const touched = statement.pieces.filter(isOfEditor);
  if (touched.length === 0) return [];
  const last = statement.pieces.at(-1);
  const mark = isEditors(statement) ? EDITORS_WORDS : EDITORS_CUT;
  const marks = touched.filter(({ kind, reason }) => kind === 'added' && reason === 'editor-mark');
  return [
    ...(decided ? [] : [{ found: 'words of the editor', expected: 'a decision to reword' }]),
    ...(last?.kind === 'added' && last.text === mark && marks.length === 1
      ? []
      : [{ found: 'no mark of the editor', expected: `"${mark.trim()}" behind the words` }]),
    ...(isEditors(statement) ? whole(evidence) : cuts(touched)),
  ];
};

type Reasoned = Exclude<Piece, { kind: 'passage' }>;

const isOfEditor = (piece: Piece): piece is Reasoned =>
  piece.kind !== 'passage' && (piece.reason === 'editor' || piece.reason === 'editor-mark');

/** Words of the editor that stand between words of the passage would pass for its own. */
const whole = ({ statement }: Evidence): readonly Objection[] =>
  statement.pieces
    .filter(({ kind }) => kind === 'passage')
    .map(({ text }) => ({ found: `words "${text}" among the editor’s`, expected: 'those alone' }));

const cuts = (pieces: readonly Reasoned[]): readonly Objection[] =>
  pieces
    .filter(({ kind, text }) => kind === 'omitted' && (NEGATION.test(text) || !isBalanced(text)))
    .map(({ text }) => ({
      found: `omitted words "${text}"`,
      expected: 'no "not", and no half of a quotation',
    }));

/** With what reserve a claim states a thing, and the words that keep it. */
const RESERVES: readonly {
  readonly name: string;
  readonly of: (claim: Claim) => boolean;
  readonly words: RegExp;
}[] = [
  { name: 'not', of: ({ polarity }) => polarity === 'negated', words: NEGATION },
  {
    name: 'allegedly',
    of: ({ strength, exact }) =>
      strength === 'alleged' || words(exact).some((word) => HEARSAY.has(word)),
    words:
      /\b(?:alleg|reportedly|purported|supposed|suspect|accus|claim|say|said|according|unproven|unconfirmed)/iu,
  },
  {
    name: 'may',
    of: ({ modality }) => modality === 'possible',
    words:
      /\b(?:may|might|could|can|possib|perhaps|likely|probabl|potential|fear|expect|risk|threat)/iu,
  },
];

/**
 * The editor's words deny nothing that all passages affirm, and keep the reserve that all passages
 * have: of all that a rewording may do wrong the worst, and what of it can be told.
 */
export const reserves: Check = ({ reported, passages, claims }) => [
  ...(NEGATION.test(reported) && !NEGATION.test(passages)
    ? [{ found: `word "${NEGATION.exec(reported)?.[0]}"`, expected: 'a word of a passage' }]
    : []),
  ...RESERVES.filter((reserve) => claims.every(reserve.of) && !reserve.words.test(reported)).map(
    ({ name }) => ({ found: `no "${name}"`, expected: 'one, or the like, as in every passage' }),
  ),
];

/** Every quotation in the editor's words, in marks of whatever kind, stands in a passage. */
export const quotes: Check = ({ reported, passages }) => {
  const doubles = fold(reported).split('"').map(foldStyle);
  const quoted = [
    ...doubles.filter((_, index) => index % 2 === 1),
    ...Array.from(reported.matchAll(SINGLE), ([, words = '']) => foldStyle(words)),
  ];
  return [
    ...(doubles.length % 2 === 0
      ? [{ found: 'half of a quotation', expected: 'both of its marks' }]
      : []),
    ...quoted
      .filter((words) => !passages.includes(words.trim().replace(/[.,!?]$/u, '')))
      .map((words) => ({ found: `quotation “${words}”`, expected: 'the words of a passage' })),
  ];
};

/** A quotation in single marks: an apostrophe has a letter before it. */
const SINGLE = /(?<![\p{L}\p{N}])['‘]((?:[^'‘’]|['’](?=\p{L}))+)['’](?!\p{L})/gu;
