import { certainDay } from './certain-dates.ts';
import { dayAndMonth } from './dates.ts';
import { sourceSpan } from './mapped-text.ts';
import { isQuoted } from './spans.ts';
import type { Claim, Passage, Piece, Pronoun, Span, Statement, Time } from './types.ts';
import { capitalized } from './wording.ts';

/** A piece whose place in the file is not yet worked out. */
export type Edit = WithoutPlace<Piece>;
type WithoutPlace<Kind> = Kind extends unknown ? Omit<Kind, keyof Span> : never;
type PassageEdit = Extract<Edit, { kind: 'passage' }>;
type OmittedReason = Extract<Piece, { kind: 'omitted' }>['reason'];

/**
 * Make the words that the briefing prints for a fact: a claim's own, with what the citation
 * carries left out and what the reader needs added. Every edit is recorded, and no word is added
 * but dates and speakers, in brackets.
 *
 * @param claim The claim whose words are taken.
 */
export function statementOf(claim: Claim): Statement {
  const edits = finish(
    balance(
      claim,
      introduceSpeaker(claim, capitalize(claim, [...leadPieces(claim), ...body(claim)])),
    ),
  );
  return { text: textOf(edits), claim: claim.id, pieces: placed(claim, edits) };
}

/** Whether a piece stands in brackets that the briefing added, or says whose words stand before it. */
export const isBracketed = (piece: Pick<Piece, 'kind'> & { readonly reason?: string }): boolean =>
  piece.kind === 'added' && BRACKETED.has(piece.reason ?? '');

const BRACKETED: ReadonlySet<string> = new Set([
  'date',
  'unit',
  'speaker',
  'name',
  'context',
  'editor-mark',
]);

/** What is printed of some pieces. */
export const textOf = (edits: readonly Edit[]): string =>
  edits.map((edit) => (edit.kind === 'omitted' ? '' : edit.text)).join('');

/** Give each piece of the report its place: in order, they are the lead and the claim. */
export function placed(claim: Claim, edits: readonly Edit[]): readonly Piece[] {
  const { lead } = claim;
  let at = -(lead?.exact.length ?? 0);
  return edits.flatMap((edit): Piece[] => {
    if (edit.kind === 'added') return [edit];
    if (edit.text === '') return [];
    const from = at;
    at += edit.text.length;
    const place =
      lead && from < 0
        ? placeIn(lead, from + lead.exact.length, edit.text.length)
        : placeIn(claim, from, edit.text.length);
    return [{ ...edit, ...place }];
  });
}

const placeIn = ({ exact, runs }: Passage, at: number, length: number): Span =>
  sourceSpan({ text: exact, runs }, at, at + length);

/** The subject that the clause lacks, from where it stands in the sentence. */
function leadPieces({ lead }: Claim): Edit[] {
  if (!lead) return [];
  return [
    { kind: 'passage', text: lead.exact },
    { kind: 'added', text: ' ', reason: 'space' },
  ];
}

/** The claim's words without its asides, with dates made absolute. */
function body(claim: Claim): Edit[] {
  const edits: Edit[] = [];
  let at = 0;
  const cut = isCutOff(claim.exact);
  for (const aside of claim.asides) {
    // What a quotation begins with is its speaker's.
    if (aside.start < at || (cut && aside.reason === 'connective')) continue;
    edits.push(...explained(claim, at, aside.start));
    edits.push(omitted(claim, aside.start, aside.end, aside.reason));
    at = aside.end;
  }
  return [...edits, ...explained(claim, at, claim.exact.length)];
}

/** A stretch of a claim's words with its dates made absolute, and a name in place of its pronoun. */
function explained(claim: Claim, from: number, to: number): Edit[] {
  const pronoun = claim.pronouns.find(({ start, end }) => start >= from && end <= to);
  if (!pronoun || isQuoted(claim, pronoun)) return dated(claim, from, to);
  return [
    ...dated(claim, from, pronoun.start),
    omitted(claim, pronoun.start, pronoun.end, 'pronoun'),
    { kind: 'added', text: `[${inPlaceOf(pronoun)}]`, reason: 'name' },
    ...dated(claim, pronoun.end, to),
  ];
}

/** A name as it stands in a pronoun's place: "his" → "Ann Example’s". */
const inPlaceOf = ({ text, name }: Pronoun): string =>
  /^(?:his|her)$/iu.test(text) ? `${name}’s` : name;

/** A stretch of a claim's words, a date in brackets behind each relative one. */
export function dated(claim: Claim, from: number, to: number): Edit[] {
  const edits: Edit[] = [];
  let at = from;
  for (const time of claim.times) {
    // Quotations are never edited.
    const label =
      time.start >= at && time.end <= to && !isQuoted(claim, time) ? dayLabel(time) : undefined;
    if (!label) continue;
    edits.push(...kept(claim, at, time.end), {
      kind: 'added',
      text: ` [${label}]`,
      reason: 'date',
    });
    at = time.end;
  }
  return [...edits, ...kept(claim, at, to)];
}

/** "30 May" for a day that the report gives relative to its own; nothing for other times. */
function dayLabel(time: Time): string | undefined {
  const day = time.relative ? certainDay(time) : undefined;
  const label = day && dayAndMonth(day);
  return label && !namesDay(time.text, label) ? label : undefined;
}

/** "May 13" names its day; "Monday", "3 days ago" and "9 a.m. Tuesday" do not. */
function namesDay(text: string, label: string): boolean {
  const [day = '', month = ''] = label.split(' ');
  const numbers = text.match(/\d+/gu)?.map(Number) ?? [];
  return numbers.includes(Number(day)) && text.includes(month.slice(0, 3));
}

function kept(claim: Claim, from: number, to: number): Edit[] {
  return from < to ? [{ kind: 'passage', text: claim.exact.slice(from, to) }] : [];
}

const omitted = (claim: Claim, from: number, to: number, reason: OmittedReason): Edit => ({
  kind: 'omitted',
  text: claim.exact.slice(from, to),
  reason,
});

/** A statement begins with a capital, also where its clause stood in the middle of a sentence. */
export function capitalize(
  { lead, quotations, exact }: Claim,
  edits: readonly Edit[],
): readonly Edit[] {
  const quoted = !lead && (quotations[0]?.start === 0 || isCutOff(exact));
  if (quoted) return edits;
  const at = edits.findIndex(({ kind }) => kind === 'passage');
  const first = edits[at];
  if (first?.kind !== 'passage' || !/^\p{Ll}/u.test(first.text)) return edits;
  const [letter = ''] = first.text;
  const capital = letter.toUpperCase();
  // A ligature has no capital of its own.
  if (capital.length !== letter.length) return edits;
  return [
    ...edits.slice(0, at),
    { kind: 'omitted', text: letter, reason: 'capital' },
    { kind: 'added', text: capital, reason: 'capital' },
    { ...first, text: first.text.slice(letter.length) },
    ...edits.slice(at + 1),
  ];
}

/** Who speaks, where the sentence is nothing but speech and its speaker stands elsewhere. */
function introduceSpeaker(claim: Claim, edits: readonly Edit[]): readonly Edit[] {
  const [speaker] = claim.attribution;
  const spoken = claim.quotations.reduce((sum, { start, end }) => sum + end - start, 0);
  const onlySpeech = claim.exact.length - spoken < MIN_OUTSIDE;
  if (!speaker || !onlySpeech) return edits;
  // Of the report's own words: a statement is proved against that report.
  const own = speaker.written ?? speaker.name;
  return [{ kind: 'added', text: `[${capitalized(own)}:] `, reason: 'speaker' }, ...edits];
}

/** With fewer characters than this outside its quotations, a sentence names no speaker. */
const MIN_OUTSIDE = 4;

/** Close and open quotation marks whose other half, or both, stand in another sentence. */
function balance(claim: Claim, edits: readonly Edit[]): readonly Edit[] {
  const text = textOf(edits);
  const inside = isInsideQuotation(claim);
  const missing = inside || unbalanced(text).missing;
  const open = inside || unbalanced(text).open;
  const before: Edit[] = missing ? [{ kind: 'added', text: '“', reason: 'quotation-mark' }] : [];
  const after: Edit[] = open ? [{ kind: 'added', text: '”', reason: 'quotation-mark' }] : [];
  const intro = edits.findIndex((edit) => edit.kind !== 'added' || edit.reason !== 'speaker');
  return [...edits.slice(0, intro), ...before, ...edits.slice(intro), ...after];
}

/** Whether a claim is the middle of a quotation, whose marks stand before and behind it. */
function isInsideQuotation({ exact, quotations }: Claim): boolean {
  return (
    !/[“”]/u.test(exact) && quotations.some(({ start, end }) => start === 0 && end === exact.length)
  );
}

/** Whether words are the end of a quotation, whose opening mark stands in another sentence or nowhere. */
const isCutOff = (text: string): boolean => unbalanced(text).missing;

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
export function finish(edits: readonly Edit[]): readonly Edit[] {
  const at = edits.findLastIndex(({ kind, text }) => kind === 'passage' && text.trim() !== '');
  const last = edits[at];
  if (last?.kind !== 'passage') return edits;
  const rest = edits.slice(at + 1);
  const tail = textOf(rest);
  if (tail === '' && /,”\.?$/u.test(last.text)) return commaToStop(edits, at, last);
  if (/[.!?…][”’)\]]*\s*$/u.test(last.text + tail)) return edits;
  if (tail === '' && /[:;,]$/u.test(last.text)) return markToStop(edits, at, last);
  return [...edits, { kind: 'added', text: '.', reason: 'full-stop' }];
}

/** "… in a statement:" goes on with words that are another claim's. */
function markToStop(edits: readonly Edit[], at: number, last: PassageEdit): readonly Edit[] {
  return [
    ...edits.slice(0, at),
    { ...last, text: last.text.slice(0, -1) },
    omittedMark(last.text.slice(-1)),
    { kind: 'added', text: '.', reason: 'full-stop' },
    ...edits.slice(at + 1),
  ];
}

function commaToStop(edits: readonly Edit[], at: number, last: PassageEdit): readonly Edit[] {
  const comma = last.text.lastIndexOf(',');
  return [
    ...edits.slice(0, at),
    { ...last, text: last.text.slice(0, comma) },
    omittedMark(','),
    { kind: 'added', text: '.', reason: 'full-stop' },
    { kind: 'passage', text: '”' },
    // Outside the mark it has become one too many.
    ...(/\.\s*$/u.test(last.text) ? [omittedMark('.')] : []),
    ...edits.slice(at + 1),
  ];
}

const omittedMark = (text: string): Edit => ({ kind: 'omitted', text, reason: 'punctuation' });

/** What the claim states: with its subject, without who says so and what other claims say. */
export function statedText(claim: Claim): string {
  const kept = claim.asides.reduceRight(
    (text, { start, end, reason }) =>
      reason === 'connective' ? text : `${text.slice(0, start)} ${text.slice(end)}`,
    claim.exact,
  );
  return claim.lead ? `${claim.lead.exact} ${kept}` : kept;
}
