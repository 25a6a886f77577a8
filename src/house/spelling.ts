import { respellingsIn } from '../respelled.ts';
import { isWithin, overlap } from '../spans.ts';
import type { Mention, Respelling, Span } from '../types.ts';
import type { HouseRule, Seen } from './rule.ts';

/** Names in the one spelling of the briefing. */
export const spelling: HouseRule = {
  id: 'spelling',
  because:
    'Two spellings of one name look like two people, and who searches for one does not find the other. What the report has is told where the name stands.',
  examples: [
    ['spelling: { Lisck: Lisk }', 'Lisck’s bridge fell.', 'Lisk’s bridge fell.'],
    ['spelling: { Lisck: Lisk }', 'A Lisck-based firm built it.', 'A Lisk-based firm built it.'],
    ['spelling: { Lisck: Lisk }', 'The Lisckers built it.', 'The Lisckers built it.'],
    [
      'spelling: { Lisck: Lisk }',
      'He called it “the pride of Lisck” there.',
      'He called it “the pride of Lisck” there.',
    ],
    [
      'spelling: { Lisck: Lisk, Lisck Post: Lisck Post }',
      'The Lisck Post is old.',
      'The Lisck Post is old.',
    ],
    ['spelling: { US: U.S. }', 'It was built in the US.', 'It was built in the U.S.'],
    ['spelling: { U.S.: US }', 'It was built in the U.S.', 'It was built in the US.'],
    ['spelling: as-reported', 'Lisck’s bridge fell.', 'Lisck’s bridge fell.'],
  ],
  changes: (seen) =>
    respellingsIn(seen.source, seen.setting.house.spelling)
      .filter(({ start, end }) => seen.isFree({ start, end }))
      .filter(
        (place) =>
          isName(place, seen) && seen.source.slice(place.start, place.end) !== place.printed,
      )
      .map(({ start, end, printed }) => ({
        kind: 'instead',
        start,
        end,
        text: printed,
        reason: 'spelling',
      })),
};

/**
 * Whether a form stands for its bearer: a rule takes it for no part of another name ("the Kiev Post").
 * What the editor lists, he has thought of.
 */
function isName(place: Span, { source, own, claim, setting }: Seen): boolean {
  const words = source.slice(place.start, place.end);
  const row = setting.house.spelling.find(({ form }) => form === words || form === `${words}.`);
  if (row?.by === 'editor') return true;
  const around = claim.mentions
    .map((mention) => ({ ...mention, start: own + mention.start, end: own + mention.end }))
    .filter((mention) => overlap(mention, place));
  return around.every((mention) => isWithin(mention, place) || isPossessive(mention, place, row));
}

/** "Kiev’s" where the mention takes the ending in. */
const isPossessive = ({ name, start, end }: Mention, place: Span, row: Respelling | undefined) =>
  start === place.start && end - place.end <= 2 && name.startsWith(row?.form ?? name);
