import { diffArrays } from 'diff';
import { fold } from './characters.ts';
import { HEARSAY } from './language/hearsay.ts';
import { NEGATION } from './language/negations.ts';
import { capitalize, dated, type Edit, finish, placed, textOf } from './statement.ts';
import type { Claim, NonEmpty, Statement } from './types.ts';
import { capitalized } from './wording.ts';

/** Say behind a statement whose its words are, wherever it is printed. */
export const EDITORS_WORDS = ' [editor’s words]';
export const EDITORS_CUT = ' [shortened by the editor]';

/**
 * Make a statement of words that an editor gives for a fact. Where they are a passage of it with
 * something left out, the passage states it, and each word is proved as the report's own. Else they
 * are the editor's, and what can be checked of them is proved against all the passages. Either is
 * marked, since also a passage that is cut may come to say something else.
 *
 * @param claims Those that state the fact, the one whose words it has now first.
 */
export function statementInWords(claims: NonEmpty<Claim>, words: string): Statement {
  const given = typeset(words);
  for (const claim of claims) {
    const edits = cutOf(claim, given.replace(DAY, ''));
    if (edits && hasDays(edits, given)) return made(claim, edits, EDITORS_CUT);
  }
  return made(claims[0], [...leftOut(claims[0]), ...own(capitalized(given))], EDITORS_WORDS);
}

function made(claim: Claim, edits: readonly Edit[], mark: string): Statement {
  const marked: readonly Edit[] = [...edits, { kind: 'added', text: mark, reason: 'editor-mark' }];
  return { text: textOf(marked), claim: claim.id, pieces: placed(claim, marked) };
}

/** A day that a briefing adds to a passage: " [11 March]". */
const DAY = / \[\d{1,2} \p{Lu}\p{Ll}+\]/gu;

/** Whether days that the editor gives are those that the passage means. */
const hasDays = (edits: readonly Edit[], words: string): boolean =>
  Array.from(words.matchAll(DAY)).every(([day]) => edits.some(({ text }) => text === day));

/** Words in the characters of a briefing: typographic marks, one space between words. */
const typeset = (words: string): string =>
  words
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/(?<=^|[ ([–—])["„]/gu, '“')
    .replace(/"/gu, '”')
    .replace(/(?<=[\p{L}\p{N}])'/gu, '’');

// ---------------------------------------------------------------------------------------------
// The words of a passage

/** The edits that shorten a claim to some words; nothing where that takes more than leaving out. */
function cutOf(claim: Claim, words: string): readonly Edit[] | undefined {
  const lead = tokensIn(claim.lead?.exact ?? '');
  const joint = claim.lead ? [' '] : [];
  const there = [...lead, ...joint, ...tokensIn(claim.exact)];
  const wanted = tokensIn(words.replace(/\.$/u, ''));
  const changes = diffArrays(there, wanted, {
    comparator: (a, b) =>
      fold(a) === fold(b) || (b === wanted[0] && capitalized(a) === capitalized(b)),
  });
  if (wanted.length === 0 || changes.some(({ added }) => added)) return undefined;
  const kept = changes.flatMap(({ removed, value }) => value.map(() => removed !== true));
  const edits = [
    ...editsOfLead(claim, lead, kept),
    ...editsOf(claim, kept.slice(lead.length + joint.length)),
  ];
  return isHarmless(edits) ? finish(capitalize(claim, edits)) : undefined;
}

const tokensIn = (text: string): string[] =>
  text.match(/[\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}]/gu) ?? [];

function editsOfLead({ lead }: Claim, tokens: readonly string[], kept: readonly boolean[]): Edit[] {
  if (!lead) return [];
  const edits = stretches(tokens, kept).map(
    ({ text, keep }): Edit =>
      keep ? { kind: 'passage', text } : { kind: 'omitted', text, reason: 'editor' },
  );
  return kept[tokens.length] ? [...edits, { kind: 'added', text: ' ', reason: 'space' }] : edits;
}

/** The edits of a claim's own words, days made absolute where they stay. */
function editsOf(claim: Claim, kept: readonly boolean[]): Edit[] {
  let at = 0;
  return stretches(tokensIn(claim.exact), kept).flatMap(({ text, keep }): Edit[] => {
    const from = at;
    at += text.length;
    return keep ? dated(claim, from, at) : [{ kind: 'omitted', text, reason: 'editor' }];
  });
}

/** Tokens in a row that are all kept, or all left out. */
function stretches(tokens: readonly string[], kept: readonly boolean[]) {
  const found: { text: string; keep: boolean }[] = [];
  for (const [index, token] of tokens.entries()) {
    const keep = kept[index] ?? false;
    const last = found.at(-1);
    if (last?.keep === keep) last.text += token;
    else found.push({ text: token, keep });
  }
  return found;
}

/** Whether what is left out neither denies nor doubts what stays, nor opens a quotation. */
const isHarmless = (edits: readonly Edit[]): boolean =>
  edits.every(
    ({ kind, text }) =>
      kind !== 'omitted' ||
      (!NEGATION.test(text) &&
        !tokensIn(text.toLowerCase()).some((token) => HEARSAY.has(token)) &&
        isBalanced(text)),
  );

/** Whether no quotation in a text lacks one of its marks. */
export const isBalanced = (text: string): boolean => /^[^“”]*(?:“[^“”]*”[^“”]*)*$/u.test(text);

// ---------------------------------------------------------------------------------------------
// The editor's words

const leftOut = ({ lead, exact }: Claim): readonly Edit[] =>
  [...(lead ? [lead.exact] : []), exact].map((text) => ({
    kind: 'omitted',
    text,
    reason: 'editor',
  }));

/** What stands in brackets, a day or other words. */
const BRACKETS = / ?\[[^[\]]+\]/gu;

/**
 * The editor's words, with a stop. What stands in brackets is a piece of its own: a day of a passage,
 * or what the report says elsewhere ("the tunnel [under Mount Ostrel]").
 */
function own(words: string): readonly Edit[] {
  const inside = Array.from(words.matchAll(BRACKETS), ([text]) => text);
  const edits = words.split(BRACKETS).flatMap((text, index): Edit[] => {
    const added = inside[index];
    const reason = added?.replace(DAY, '') === '' ? 'date' : 'context';
    return [
      ...(text ? [{ kind: 'added', text, reason: 'editor' } as const] : []),
      ...(added ? [{ kind: 'added', text: added, reason } as const] : []),
    ];
  });
  return /[.!?…][”’)\]]*$/u.test(words)
    ? edits
    : [...edits, { kind: 'added', text: '.', reason: 'full-stop' }];
}

/** Whether a statement is in the editor's own words, not in those of a passage. */
export const isEditors = ({ pieces }: Statement): boolean =>
  pieces.some((piece) => piece.kind === 'added' && piece.reason === 'editor');

/** Whether a statement bears the editor's mark. */
export const isMarked = ({ pieces }: Statement): boolean =>
  pieces.some((piece) => piece.kind === 'added' && piece.reason === 'editor-mark');

/** A text without the mark that says whose its words are. */
export const unmarked = (text: string): string =>
  text.replace(EDITORS_WORDS, '').replace(EDITORS_CUT, '');
