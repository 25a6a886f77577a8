import { respellingsIn, type Spelled, standsAlone } from '../respelled.ts';
import { isWithin, overlap } from '../spans.ts';
import type { Mention } from '../types.ts';
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
 * What the editor lists, he has thought of. Names in the subject that stands apart are not known.
 */
function isName(place: Spelled, { source, own, claim }: Seen): boolean {
  if (place.row.by === 'editor') return true;
  if (place.start < own) return standsAlone(source, place);
  return claim.mentions
    .map((mention) => ({ ...mention, start: own + mention.start, end: own + mention.end }))
    .filter((mention) => overlap(mention, place))
    .every((mention) => isWithin(mention, place) || isPossessive(mention, place));
}

/** "Kiev’s" where the mention takes the ending in. */
const isPossessive = ({ name, start, end }: Mention, place: Spelled): boolean =>
  start === place.start && end - place.end <= 2 && name.startsWith(place.row.form);
