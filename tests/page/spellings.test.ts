import { expect, test } from 'vitest';
import { lookupOf } from '../../src/page/lookup.ts';
import { spellingsOf } from '../../src/page/spellings.ts';
import type { Entity, EntityKind } from '../../src/types.ts';
import { BRIDGE, briefingOf, nonEmpty } from '../support.ts';

const { briefing } = await briefingOf(BRIDGE);

const spellings = (kind: EntityKind, ...texts: readonly string[]) => {
  const forms = texts.map((text) => ({ text, reports: nonEmpty(['a']) }));
  const entity: Entity = { id: 'e', name: texts[0] ?? '', kind, forms: nonEmpty(forms), roles: [] };
  return spellingsOf(lookupOf({ ...briefing, entities: [entity] })).map((found) =>
    found.forms.map(({ text }) => text),
  );
};

test.each<[string, EntityKind, readonly string[]]>([
  ['two spellings', 'person', ['Ann Sample', 'Anne Sample']],
  ['a short first name', 'person', ['Bob Sample', 'Robert W. Sample']],
  ['two spellings of a place', 'place', ['Harlow', 'Harlowe']],
])('shows %s', (_, kind, texts) => {
  expect(spellings(kind, ...texts)).toEqual([texts]);
});

test.each<[string, EntityKind, readonly string[]]>([
  ['one form', 'person', ['Ann Sample']],
  ['the last name alone', 'person', ['Ann Sample', 'Sample']],
  ['an initial more', 'person', ['Ann Sample', 'Ann B. Sample']],
  ['a name and its letters', 'place', ['United Towns', 'U.T.', 'UT']],
])('leaves out %s', (_, kind, texts) => {
  expect(spellings(kind, ...texts)).toEqual([]);
});

test('tells which reports have which', () => {
  const [one = '', two = '', three = ''] = briefing.reports.map(({ id }) => id);
  expect(
    spellingsOf(
      lookupOf({
        ...briefing,
        entities: [
          {
            id: 'e',
            name: 'Ann Sample',
            kind: 'person',
            forms: [
              { text: 'Ann Sample', reports: [one, three] },
              { text: 'Anne Sample', reports: [two] },
            ],
            roles: [],
          },
        ],
      }),
    ),
  ).toEqual([
    {
      printed: null,
      forms: [
        { text: 'Ann Sample', numbers: [1, 3] },
        { text: 'Anne Sample', numbers: [2] },
      ],
    },
  ]);
});
