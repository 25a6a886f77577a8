import { dayAndMonth } from './dates.ts';
import { sourceSpan } from './mapped-text.ts';
import type { Claim, Piece, Statement, Time } from './types.ts';

/**
 * Make the words that the briefing prints for a fact: a claim's own, with what the citation
 * carries left out and what the reader needs added. Every edit is recorded, and no word is added
 * but dates and speakers, in brackets.
 *
 * @param claim The claim whose words are taken.
 */
export function statementOf(claim: Claim): Statement {
  const pieces = finish(
    balance(
      claim,
      introduceSpeaker(claim, capitalize(claim, [...leadPieces(claim), ...body(claim)])),
    ),
  );
  const text = pieces.map((piece) => (piece.kind === 'omitted' ? '' : piece.text)).join('');
  return { text, claim: claim.id, pieces };
}

/** The subject that the clause lacks, from where it stands in the sentence. */
function leadPieces({ lead }: Claim): Piece[] {
  if (!lead) return [];
  return [
    { kind: 'passage', text: lead.exact, start: lead.start, end: lead.end },
    { kind: 'added', text: ' ', reason: 'space' },
  ];
}

/** The claim's words without its asides, with dates made absolute. */
function body(claim: Claim): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const aside of claim.asides) {
    if (aside.start < at) continue;
    pieces.push(...dated(claim, at, aside.start));
    pieces.push(omitted(claim, aside.start, aside.end, aside.reason));
    at = aside.end;
  }
  return [...pieces, ...dated(claim, at, claim.exact.length)];
}

/** A stretch of a claim's words, a date in brackets behind each relative one. */
function dated(claim: Claim, from: number, to: number): Piece[] {
  const pieces: Piece[] = [];
  let at = from;
  for (const time of claim.times) {
    const label =
      time.start >= at && time.end <= to && !isQuoted(claim, time) ? dayLabel(time) : undefined;
    if (!label) continue;
    pieces.push(...kept(claim, at, time.end), {
      kind: 'added',
      text: ` [${label}]`,
      reason: 'date',
    });
    at = time.end;
  }
  return [...pieces, ...kept(claim, at, to)];
}

/** Quotations are never edited. */
function isQuoted({ quotations }: Claim, { start, end }: Time): boolean {
  return quotations.some((quotation) => start >= quotation.start && end <= quotation.end);
}

/** "30 May" for a day that the report gives relative to its own; nothing for other times. */
function dayLabel({ relative, value, text }: Time): string | undefined {
  // "May 13" names its day; "Monday" and "yesterday" do not.
  return relative && /^\d{4}-\d{2}-\d{2}$/u.test(value) && !/\d/u.test(text)
    ? dayAndMonth(value)
    : undefined;
}

function kept(claim: Claim, from: number, to: number): Piece[] {
  const text = claim.exact.slice(from, to);
  if (text === '') return [];
  return [{ kind: 'passage', text, ...placeOf(claim, from, to) }];
}

type OmittedReason = Extract<Piece, { kind: 'omitted' }>['reason'];

function omitted(claim: Claim, from: number, to: number, reason: OmittedReason): Piece {
  return {
    kind: 'omitted',
    text: claim.exact.slice(from, to),
    reason,
    ...placeOf(claim, from, to),
  };
}

function placeOf(claim: Claim, from: number, to: number) {
  return sourceSpan({ text: claim.exact, runs: claim.runs }, from, to);
}

/** A statement begins with a capital, also where its clause stood in the middle of a sentence. */
function capitalize({ lead, quotations }: Claim, pieces: readonly Piece[]): readonly Piece[] {
  const quoted = !lead && quotations[0]?.start === 0;
  if (quoted) return pieces;
  const at = pieces.findIndex(({ kind }) => kind === 'passage');
  const first = pieces[at];
  if (first?.kind !== 'passage' || !/^\p{Ll}/u.test(first.text)) return pieces;
  const [letter = ''] = first.text;
  const capital = letter.toUpperCase();
  // A ligature has no capital of its own.
  if (capital.length !== letter.length) return pieces;
  const end = first.start + letter.length;
  return [
    ...pieces.slice(0, at),
    { kind: 'omitted', text: letter, reason: 'capital', start: first.start, end },
    { kind: 'added', text: capital, reason: 'capital' },
    { ...first, text: first.text.slice(letter.length), start: end },
    ...pieces.slice(at + 1),
  ];
}

/** Who speaks, where the sentence is nothing but speech and its speaker stands elsewhere. */
function introduceSpeaker(claim: Claim, pieces: readonly Piece[]): readonly Piece[] {
  const [speaker] = claim.attribution;
  const spoken = claim.quotations.reduce((sum, { start, end }) => sum + end - start, 0);
  const onlySpeech = claim.exact.length - spoken < MIN_OUTSIDE;
  if (!speaker || !onlySpeech) return pieces;
  const name = speaker.name.charAt(0).toUpperCase() + speaker.name.slice(1);
  return [{ kind: 'added', text: `[${name}:] `, reason: 'speaker' }, ...pieces];
}

/** With fewer characters than this outside its quotations, a sentence names no speaker. */
const MIN_OUTSIDE = 4;

/** Close and open quotation marks whose other half, or both, stand in another sentence. */
function balance(claim: Claim, pieces: readonly Piece[]): readonly Piece[] {
  const text = pieces.map((piece) => (piece.kind === 'omitted' ? '' : piece.text)).join('');
  const inside = isInsideQuotation(claim);
  const missing = inside || unbalanced(text).missing;
  const open = inside || unbalanced(text).open;
  const before: Piece[] = missing ? [{ kind: 'added', text: '“', reason: 'quotation-mark' }] : [];
  const after: Piece[] = open ? [{ kind: 'added', text: '”', reason: 'quotation-mark' }] : [];
  const intro = pieces.findIndex((piece) => piece.kind !== 'added' || piece.reason !== 'speaker');
  return [...pieces.slice(0, intro), ...before, ...pieces.slice(intro), ...after];
}

/** Whether a claim is the middle of a quotation, whose marks stand before and behind it. */
function isInsideQuotation({ exact, quotations }: Claim): boolean {
  return (
    !/[“”]/u.test(exact) &&
    quotations.some(({ start, end }) => start === 0 && end === exact.length)
  );
}

function unbalanced(text: string): { missing: boolean; open: boolean } {
  let open = false;
  let missing = false;
  for (const [mark] of text.matchAll(/[“”]/gu)) {
    if (mark === '”' && !open) missing = true;
    open = mark === '“';
  }
  return { missing, open };
}

/** End with a stop, inside a closing mark where the comma before it ended the quotation. */
function finish(pieces: readonly Piece[]): readonly Piece[] {
  const at = pieces.findLastIndex(({ kind, text }) => kind === 'passage' && text.trim() !== '');
  const last = pieces[at];
  if (last?.kind !== 'passage') return pieces;
  const rest = pieces.slice(at + 1);
  const tail = rest.map((piece) => (piece.kind === 'omitted' ? '' : piece.text)).join('');
  const quoted = /^(.*),(”)(\.?)\s*$/su.exec(last.text + tail);
  if (quoted && tail === '') return commaToStop(pieces, at, last);
  if (/[.!?…][”’)\]]*\s*$/u.test(last.text + tail)) return pieces;
  return [...pieces, { kind: 'added', text: '.', reason: 'full-stop' }];
}

type PassagePiece = Extract<Piece, { kind: 'passage' }>;

function commaToStop(pieces: readonly Piece[], at: number, last: PassagePiece): readonly Piece[] {
  const comma = last.text.lastIndexOf(',');
  const behind = last.text.slice(comma + 1).replace(/\.\s*$/u, '');
  const end = last.end - (last.text.length - comma);
  return [
    ...pieces.slice(0, at),
    { ...last, text: last.text.slice(0, comma), end },
    { kind: 'omitted', text: ',', reason: 'punctuation', start: end, end: end + 1 },
    { kind: 'added', text: '.', reason: 'full-stop' },
    { kind: 'passage', text: behind, start: end + 1, end: last.end },
    ...pieces.slice(at + 1),
  ];
}
