import { MONTHS } from './dates.ts';
import { type Edit, placed } from './statement.ts';
import type { Claim, Piece, Span, Statement } from './types.ts';

/**
 * A change to the words that a statement takes from its claim. The span counts in the words of the
 * subject and of the claim, one behind the other.
 */
export type Change =
  | ({ readonly kind: 'instead'; readonly text: string; readonly reason: 'spelling' } & Span)
  | {
      readonly kind: 'behind';
      readonly end: number;
      readonly text: string;
      readonly reason: 'date' | 'unit';
    };

/** A statement, and where places of its former text are in it. */
export interface Edited {
  readonly statement: Statement;
  /** What was added at a place stands before it. */
  readonly moved: (at: number) => number;
}

/** The words that changes count in. */
export const sourceOf = ({ lead, exact }: Claim): string => `${lead?.exact ?? ''}${exact}`;

/** The stretches of those words that a statement prints. */
export function printedSpans({ pieces }: Statement): readonly Span[] {
  const spans: { start: number; end: number }[] = [];
  let at = 0;
  for (const piece of pieces) {
    if (piece.kind === 'added') continue;
    const start = at;
    at += piece.text.length;
    // A letter that was raised is printed all the same.
    if (piece.kind === 'omitted' && piece.reason !== 'capital') continue;
    const last = spans.at(-1);
    if (last?.end === start) last.end = at;
    else spans.push({ start, end: at });
  }
  return spans;
}

/** A text without the dates and figures that stand in brackets behind those of the report. */
export const withoutGlosses = (text: string): string => text.replace(GLOSSES, '');

const GLOSSES = new RegExp(
  ` \\[(?:−?\\d[^[\\]]*|(?:${MONTHS.join('|')})(?: \\d[^[\\]]*)?)\\]`,
  'gu',
);

/**
 * Change a statement where it prints its claim's words. Days that it has in brackets give way to
 * those of the changes.
 *
 * @param changes In any order; of two in one place the first is made. What lies in words that are
 *   not printed is passed over.
 * @param named Gives what is printed for whom the statement names in brackets.
 */
export function edited(
  statement: Statement,
  claim: Claim,
  { changes, named }: { changes: readonly Change[]; named: (words: string) => string },
): Edited {
  const ordered = apart(changes);
  const edits: Edit[] = [];
  const places: Place[] = [{ old: 0, now: 0 }];
  let source = 0;
  let [old, now] = [0, 0];
  const put = (made: readonly Edit[], length: number) => {
    edits.push(...made);
    old += length;
    now += made.reduce((sum, { kind, text }) => sum + (kind === 'omitted' ? 0 : text.length), 0);
    places.push({ old, now });
  };
  for (const piece of statement.pieces) {
    if (piece.kind === 'added') {
      put(readded(piece, named), piece.text.length);
      continue;
    }
    const from = source;
    source += piece.text.length;
    if (piece.kind === 'omitted') put([piece], 0);
    else for (const { made, length } of cut(piece.text, from, ordered)) put(made, length);
  }
  const whole = withoutPlaces(edits);
  const text = whole.map((edit) => (edit.kind === 'omitted' ? '' : edit.text)).join('');
  return {
    statement: { text, claim: statement.claim, pieces: placed(claim, whole) },
    moved: (at) => placeNow(places, at),
  };
}

interface Place {
  readonly old: number;
  readonly now: number;
}

function readded(
  piece: Extract<Piece, { kind: 'added' }>,
  named: (words: string) => string,
): readonly Edit[] {
  if (piece.reason === 'date') return [];
  return [NAMING.has(piece.reason) ? { ...piece, text: named(piece.text) } : piece];
}

/** What is added that names somebody, in brackets. */
const NAMING: ReadonlySet<string> = new Set(['speaker', 'name']);

const startOf = (change: Change): number => (change.kind === 'instead' ? change.start : change.end);

/** Changes in order, those left out that meet an earlier one. */
function apart(changes: readonly Change[]): readonly Change[] {
  const kept: Change[] = [];
  for (const change of changes) {
    if (kept.every((other) => areApart(change, other))) kept.push(change);
  }
  return kept.sort((a, b) => a.end - b.end || startOf(a) - startOf(b));
}

const areApart = (a: Change, b: Change): boolean =>
  (a.kind !== 'behind' || b.kind !== 'behind' || a.end !== b.end) &&
  (a.end <= startOf(b) || b.end <= startOf(a));

/** Words of a passage that begin at a place of the source, cut where changes are made. */
function cut(text: string, from: number, changes: readonly Change[]) {
  const to = from + text.length;
  const parts: { made: readonly Edit[]; length: number }[] = [];
  let at = from;
  const keep = (end: number) => {
    if (at >= end) return;
    const kept = text.slice(at - from, end - from);
    parts.push({ made: [{ kind: 'passage', text: kept }], length: kept.length });
    at = end;
  };
  for (const change of changes) {
    if (change.end <= from || change.end > to || startOf(change) < from) continue;
    keep(startOf(change));
    const added: Edit = { kind: 'added', text: change.text, reason: change.reason };
    const words = text.slice(startOf(change) - from, change.end - from);
    const omitted: readonly Edit[] =
      change.kind === 'instead' ? [{ kind: 'omitted', text: words, reason: 'spelling' }] : [];
    parts.push({ made: [...omitted, added], length: words.length });
    at = change.end;
  }
  keep(to);
  return parts;
}

/** Pieces with those places left out that they had; `placed` gives each its own. */
const withoutPlaces = (edits: readonly Edit[]): readonly Edit[] =>
  edits.map((edit) => {
    if (edit.kind === 'added') return edit;
    return edit.kind === 'passage'
      ? { kind: 'passage', text: edit.text }
      : { kind: 'omitted', text: edit.text, reason: edit.reason };
  });

function placeNow(places: readonly Place[], at: number): number {
  const index = places.findLastIndex(({ old }) => old <= at);
  const { old, now } = places[index] ?? { old: 0, now: 0 };
  // Inside of what was replaced there is no place of its own.
  return Math.min(now + at - old, places[index + 1]?.now ?? Number.POSITIVE_INFINITY);
}
