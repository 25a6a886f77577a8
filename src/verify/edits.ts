import { NEGATION } from '../language/negations.ts';
import { sourceSpan } from '../mapped-text.ts';
import { respelled } from '../respelled.ts';
import type { Claim, House, MappedText, Piece } from '../types.ts';
import type { Check, Evidence, Objection } from './evidence.ts';

/**
 * A statement is its claim's words in their order, edited only where its pieces say so and only
 * in the ways that the tables below allow. What it leaves out is an aside of the claim, and never
 * holds a negation: "nobody said that …" says the opposite of what would be left.
 */
export const edits: Check = (evidence) => [
  ...wholeness(evidence),
  ...evidence.statement.pieces.flatMap((piece, index, pieces) =>
    isAllowed(piece, evidence, pieces[index + 1])
      ? []
      : [{ found: `${piece.kind} words "${piece.text}"`, expected: 'an edit that is allowed' }],
  ),
];

type Reported = Exclude<Piece, { kind: 'added' }>;
type Added = Extract<Piece, { kind: 'added' }>;
type Omitted = Extract<Piece, { kind: 'omitted' }>;

const isReported = (piece: Piece): piece is Reported => piece.kind !== 'added';

/** That the pieces make the text, and that those of the report make the passage, in place. */
function wholeness({ statement, claim }: Evidence): Objection[] {
  const { text, pieces } = statement;
  const made = pieces.map((piece) => (piece.kind === 'omitted' ? '' : piece.text)).join('');
  const reported = pieces.filter(isReported);
  const passage = `${claim.lead?.exact ?? ''}${claim.exact}`;
  if (made !== text) return [{ found: 'text that is not its pieces', expected: `"${made}"` }];
  if (reported.map((piece) => piece.text).join('') !== passage)
    return [{ found: 'pieces that are not the passage', expected: `"${passage}"` }];
  return misplaced(reported, claim).map(({ text: words }) => ({
    found: `words "${words}" at another place`,
    expected: 'the place in the file that they stand at',
  }));
}

/** Pieces whose place in the file is not that of their words. */
function misplaced(pieces: readonly Reported[], claim: Claim): readonly Reported[] {
  let at = -(claim.lead?.exact.length ?? 0);
  return pieces.filter(({ text, start, end }) => {
    const from = at;
    at += text.length;
    const place =
      claim.lead && from < 0
        ? placeIn(claim.lead, from + claim.lead.exact.length, text.length)
        : placeIn(claim, from, text.length);
    return place.start !== start || place.end !== end;
  });
}

function placeIn(
  passage: { exact: string } & Pick<MappedText, 'runs'>,
  at: number,
  length: number,
) {
  return sourceSpan({ text: passage.exact, runs: passage.runs }, at, at + length);
}

function isAllowed(piece: Piece, evidence: Evidence, next: Piece | undefined): boolean {
  if (piece.kind === 'passage') return true;
  return piece.kind === 'added'
    ? ADDITIONS[piece.reason].test(piece.text)
    : OMISSIONS[piece.reason](piece, evidence.claim, next, evidence.house);
}

/** What may be added, by its reason. Dates and speakers are proved as additions. */
const ADDITIONS: Readonly<Record<Added['reason'], RegExp>> = {
  capital: /^\p{Lu}\p{M}*$/u,
  'full-stop': /^\.$/u,
  'quotation-mark': /^[“”]$/u,
  space: /^ $/u,
  // What these must be, checks of their own prove.
  spelling: /^[^[\]“”]+$/u,
  unit: /^ \[[^[\]]+\]$/u,
  date: /^ \[[^[\]]+\]$/u,
  speaker: /^\[[^[\]]+:\] $/u,
  name: /^\[[^[\]]+\]$/u,
  // What else these must be, the check of rewordings proves.
  editor: /^[^[\]]+$/u,
  context: /^ ?\[[^[\]]+\]$/u,
  'editor-mark': /^ \[[^[\]]+\]$/u,
};

type Allows = (piece: Omitted, claim: Claim, next: Piece | undefined, house: House) => boolean;

const isAside: Allows = ({ text, reason }, { asides, exact }) =>
  asides.some((aside) => aside.reason === reason && exact.slice(aside.start, aside.end) === text);

/** What may be left out, by its reason. */
const OMISSIONS: Readonly<Record<Omitted['reason'], Allows>> = {
  attribution: (piece, claim, ...more) =>
    isAside(piece, claim, ...more) && !NEGATION.test(piece.text),
  connective: (piece, claim, ...more) =>
    isAside(piece, claim, ...more) && !NEGATION.test(piece.text),
  'other-claim': isAside,
  capital: ({ text }, _, next) => next?.kind === 'added' && next.text === text.toUpperCase(),
  pronoun: ({ text }, { pronouns, quotations }, next, { spelling }) =>
    next?.kind === 'added' &&
    next.reason === 'name' &&
    pronouns.some(
      (one) =>
        one.text === text &&
        [one.name, respelled(one.name, spelling)].some((name) =>
          next.text.startsWith(`[${name}`),
        ) &&
        !quotations.some(({ start, end }) => one.start >= start && one.end <= end),
    ),
  punctuation: ({ text }) => /^[,.:;]$/u.test(text),
  spelling: (_, __, next) => next?.kind === 'added' && next.reason === 'spelling',
  editor: () => true,
};
