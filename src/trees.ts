import { diffWords } from 'diff';
import type { ElementContent, Nodes } from 'hast';
import { h } from 'hastscript';
import { respellingsIn, type Spelled, standsAlone } from './respelled.ts';
import { isBetweenMarks } from './spans.ts';
import { isBracketed } from './statement.ts';
import type { Claim, Passage, Piece, Respelling, Span, Statement, TimelineEntry } from './types.ts';

/*
 * The marked-up words of a briefing as hast, so that no mark-up is pasted from strings.
 */

/**
 * A statement: what the briefing added is marked, what it left out is not shown.
 *
 * @param span Into the statement's text. Default: all of it.
 */
export function statementTree({ text, pieces }: Statement, span?: Span): ElementContent[] {
  const { start, end } = span ?? { start: 0, end: text.length };
  const tree: ElementContent[] = [];
  let at = 0;
  for (const [index, piece] of pieces.entries()) {
    if (piece.kind === 'omitted') continue;
    const value = piece.text.slice(Math.max(0, start - at), Math.max(0, end - at));
    at += piece.text.length;
    if (value === '') continue;
    tree.push(...pieceTree(piece, value, pieces[index - 1]));
  }
  return tree;
}

/** What is printed of a piece; a title says what stands in the report, or what was added. */
function pieceTree(piece: Piece, value: string, before: Piece | undefined): ElementContent[] {
  if (piece.kind === 'added' && piece.reason === 'spelling' && before) {
    return [spelledTree(value, before.text)];
  }
  if (!isBracketed(piece)) return [{ type: 'text', value }];
  const title = piece.kind === 'added' ? ADDED[piece.reason] : undefined;
  if (title === undefined) return [h('span.added', value)];
  // A line may end before the bracket, and not within.
  const words = value.trimStart();
  const space = value.slice(0, value.length - words.length);
  return [
    ...(space === '' ? [] : [{ type: 'text' as const, value: space }]),
    ...(words === '' ? [] : [h('span.added', { title }, words)]),
  ];
}

/** What stands in brackets, for who asks why. */
const ADDED: Readonly<Partial<Record<Extract<Piece, { kind: 'added' }>['reason'], string>>> = {
  date: 'added: the date that is meant',
  unit: 'added: the same in other units',
};

/** A name in the spelling of the briefing. Points alone are not worth a mark. */
function spelledTree(printed: string, written: string): ElementContent {
  const title = `in the report: ${written}`;
  return lettersOf(printed) === lettersOf(written)
    ? { type: 'text', value: printed }
    : h('span.respelled', { title }, printed);
}

const lettersOf = (name: string): string => name.replace(/[^\p{L}\p{N}]/gu, '');

/**
 * A tree with its names in the spelling of the briefing, each with the report's own in a title; not in
 * quotations.
 */
export function inSpelling(
  tree: readonly ElementContent[],
  spelling: readonly Respelling[],
): ElementContent[] {
  const text = textOf(tree);
  const places = respellingsIn(text, spelling).filter(
    (place) => standsAlone(text, place) && !isBetweenMarks(text, place.start),
  );
  return places.length === 0 ? [...tree] : respelledTree(tree, 0, places);
}

function respelledTree(
  tree: readonly ElementContent[],
  from: number,
  places: readonly Spelled[],
): ElementContent[] {
  let at = from;
  return tree.flatMap((node): ElementContent[] => {
    const start = at;
    at += textOf([node]).length;
    if (node.type === 'element') {
      return [{ ...node, children: respelledTree(node.children, start, places) }];
    }
    return node.type === 'text' ? spelledText(node.value, start, places) : [node];
  });
}

function spelledText(text: string, from: number, places: readonly Spelled[]): ElementContent[] {
  const parts: ElementContent[] = [];
  let at = 0;
  for (const { start, end, printed } of places) {
    if (start < from + at || end > from + text.length) continue;
    parts.push({ type: 'text', value: text.slice(at, start - from) });
    parts.push(spelledTree(printed, text.slice(start - from, end - from)));
    at = end - from;
  }
  return [...parts, { type: 'text', value: text.slice(at) }];
}

/** The text of a tree, without what is no text. */
export const textOf = (tree: readonly Nodes[]): string =>
  tree
    .map((node) => {
      if (node.type === 'text') return node.value;
      return 'children' in node ? textOf(node.children) : '';
    })
    .join('');

/**
 * What an entry of the timeline says happened, the words that give its date marked. Dots stand where
 * the passage goes on.
 */
export function datedTree({ statement, words, dated }: TimelineEntry): ElementContent[] {
  const { text } = statement;
  const trimmed = text.slice(words.start, words.end);
  const start = words.start + trimmed.length - trimmed.trimStart().length;
  const end = words.start + trimmed.trimEnd().length;
  const tree = (from: number, to: number) => statementTree(statement, { start: from, end: to });
  const marked =
    dated.start >= start && dated.end <= end && dated.start < dated.end
      ? [
          ...tree(start, dated.start),
          h('b.when', tree(dated.start, dated.end)),
          ...tree(dated.end, end),
        ]
      : tree(start, end);
  const dots = (value: string): ElementContent => ({ type: 'text', value });
  return [
    ...(words.start > 0 ? [dots('… ')] : []),
    ...marked,
    ...(words.end < text.length ? [dots(' …')] : []),
  ];
}

/** The words of a statement without what stands in brackets there; pronouns as the report has them. */
export const bareText = ({ pieces }: Statement): string =>
  pieces.map((piece) => (isGone(piece) || isBracketed(piece) ? '' : piece.text)).join('');

/** Whether a piece is left out; a pronoun only gave way to a name, which stands in brackets. */
const isGone = (piece: Piece): boolean => piece.kind === 'omitted' && piece.reason !== 'pronoun';

/** A passage in the sentence that it stands in, the passage and its subject marked. */
export function contextTree(claim: Claim): ElementContent[] {
  const marks = [...(claim.lead ? [claim.lead] : []), claim]
    .map((passage) => placeIn(claim.context, passage))
    .filter(({ start }) => start >= 0);
  const { exact } = claim.context;
  const whole = marks.some(({ start, end }) => start === 0 && end === exact.length);
  if (whole) return [{ type: 'text', value: exact }];
  const tree: ElementContent[] = [];
  let at = 0;
  for (const { start, end } of marks) {
    if (start < at) continue;
    tree.push({ type: 'text', value: exact.slice(at, start) }, h('mark', exact.slice(start, end)));
    at = end;
  }
  return [...tree, { type: 'text', value: exact.slice(at) }];
}

function placeIn(context: Passage, passage: Passage): { start: number; end: number } {
  const start = context.exact.indexOf(passage.exact);
  return { start, end: start + passage.exact.length };
}

/** With fewer words in common than this share, marking differences would mark everything. */
const ALIKE = 0.4;

/**
 * Mark in a version how it differs from the statement, word by word: what it says in place of other
 * words, what it adds, and where it leaves words out. The passage's own words alone are shown; what
 * stands in the statement instead is told in a title.
 *
 * @param version The words of one report.
 * @param statement The words that the briefing prints.
 * @param spelling Names that differ so are no other words. Default: none.
 */
export function versionTree(
  version: string,
  statement: string,
  spelling: readonly Respelling[] = [],
): ElementContent[] {
  const changes = diffWords(statement, version);
  const kept = changes
    .filter(({ added, removed }) => !added && !removed)
    .reduce((sum, { value }) => sum + value.length, 0);
  if (kept < ALIKE * version.length) return [{ type: 'text', value: version }];
  return changes.flatMap(({ added, removed, value }, at): ElementContent[] => {
    const instead = changes[at - 1]?.removed ? changes[at - 1]?.value.trim() : undefined;
    if (removed) return changes[at + 1]?.added ? [] : omission(value);
    if (!added || !hasWords(value) || isSpelling(value, instead, spelling)) {
      return [{ type: 'text', value }];
    }
    const words = value.trim();
    const [before, behind] = value.split(words);
    return [
      { type: 'text', value: before ?? '' },
      instead === undefined || !hasWords(instead)
        ? h('ins', words)
        : h('ins.replaced', { title: `in the statement: ${instead}` }, words),
      { type: 'text', value: behind ?? '' },
    ];
  });
}

/** Whether words of a version are names of the statement, as the report spells them. */
function isSpelling(
  value: string,
  instead: string | undefined,
  spelling: readonly Respelling[],
): boolean {
  if (instead === undefined) return false;
  const [written, printed] = [lettersOf(value), lettersOf(instead)];
  const wordsOf = (name: string) => [name, ...name.split(' ')].map(lettersOf);
  const isOne = (row: Respelling) =>
    wordsOf(row.form).some((form, at) => form === written && wordsOf(row.printed)[at] === printed);
  return written === printed || spelling.some(isOne);
}

/** Marks and spaces alone make no difference that a reader looks for. */
const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/** Where a version leaves out words of the statement. */
function omission(value: string): ElementContent[] {
  if (!hasWords(value)) return [];
  const label = `leaves out: ${value.trim()}`;
  return [h('span.omitted', { title: label, role: 'img', ariaLabel: label }, '[…]')];
}

/** So many words to either side of a value tell what it is of. */
const AROUND = 10;

/**
 * A value in the words around it, the value marked; what is cut off is shown by three points.
 *
 * @param text The passage. Where the value does not stand in it, the value alone is given.
 */
export function excerptTree(text: string, value: string): ElementContent[] {
  const at = text.indexOf(value);
  if (at < 0) return [h('strong', value)];
  const before = text.slice(0, at).split(/(?<=\s)/u);
  const behind = text.slice(at + value.length).split(/(?<=\s)/u);
  const [head, tail] = [before.slice(-AROUND).join(''), behind.slice(0, AROUND + 1).join('')];
  return [
    ...(before.length > AROUND ? [{ type: 'text' as const, value: '… ' }] : []),
    { type: 'text', value: head },
    h('strong', value),
    { type: 'text', value: tail.trimEnd() },
    ...(behind.length > AROUND + 1 ? [{ type: 'text' as const, value: ' …' }] : []),
  ];
}
