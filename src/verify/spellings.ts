import { foldStyle } from '../characters.ts';
import { NEGATION } from '../language/negations.ts';
import { isRespelling } from '../respelled.ts';
import type { Piece, Respelling } from '../types.ts';
import type { Check, Evidence } from './evidence.ts';

/**
 * A name in another spelling stands for the one that the passage has, which is left out just before
 * it: by the editor's table; else both are forms of one name, and each word of it stands in a report.
 */
export const spellings: Check = (evidence) =>
  evidence.statement.pieces.flatMap((piece, index, pieces) => {
    if (piece.kind !== 'added' || piece.reason !== 'spelling') return [];
    const before = pieces[index - 1];
    return before && stands(before, piece.text, evidence)
      ? []
      : [{ found: `spelling "${piece.text}"`, expected: 'one of a name that the passage has' }];
  });

function stands(before: Piece, printed: string, { house, ...evidence }: Evidence): boolean {
  if (before.kind !== 'omitted' || before.reason !== 'spelling') return false;
  const row = house.spelling.find((each) => isRespelling(each, before.text, printed));
  if (!row || NEGATION.test(printed)) return false;
  return row.by === 'editor' || isReported(row, evidence);
}

/** Whether reports give a name so: some entity has the form, and the words of what is printed. */
function isReported(
  { form, printed }: Respelling,
  { entities, everywhere }: Pick<Evidence, 'entities' | 'everywhere'>,
): boolean {
  const words = printed.split(' ');
  const isOne = entities.some(({ forms }) => {
    const known = new Set(forms.flatMap(({ text }) => [text, ...text.split(' ')]));
    return forms.some(({ text }) => text === form) && words.every((word) => known.has(word));
  });
  return isOne && words.every((word) => everywhere.includes(foldStyle(word)));
}
