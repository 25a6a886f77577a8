import { certainDay } from '../certain-dates.ts';
import { fold } from '../characters.ts';
import type { Check } from './evidence.ts';

const MONTHS =
  'january february march april may june july august september october november december'.split(
    ' ',
  );

/**
 * What the briefing added in brackets is proved too: a date is the value of a time expression in
 * the passage, a speaker is named in the report.
 */
export const additions: Check = ({ statement, claims, report }) =>
  statement.pieces.flatMap((piece) => {
    if (piece.kind !== 'added') return [];
    if (
      piece.reason === 'date' &&
      !claims.some(({ times }) => times.some((time) => saysDay(piece.text, certainDay(time) ?? '')))
    ) {
      return [{ found: `date${piece.text}`, expected: 'the value of a date in the passage' }];
    }
    if (piece.reason === 'speaker') {
      const known = new Set([...wordsOf(report), ...wordsOf(report.replace(BROKEN_WORD, ''))]);
      // "unnamed" is ours: it says that the report gives no name.
      const strange = wordsOf(piece.text).filter((word) => word !== 'unnamed' && !known.has(word));
      return strange.map((word) => ({
        found: `speaker "${word}"`,
        expected: 'a name of the report',
      }));
    }
    return [];
  });

/** A hyphen at the end of a line, folded: what stands around it may be one word. */
const BROKEN_WORD = /(?<=\p{L})- (?=\p{L})/gu;

const wordsOf = (text: string): readonly string[] =>
  fold(text)
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** Whether "[30 May]" is the day of an ISO date. */
function saysDay(label: string, value: string): boolean {
  const [, month, day] = value.split('-').map(Number);
  const [, number, name] = /(?<!\d)(\d+) (\p{L}+)/u.exec(label) ?? [];
  return Number(number) === day && MONTHS.indexOf((name ?? '').toLowerCase()) + 1 === month;
}
