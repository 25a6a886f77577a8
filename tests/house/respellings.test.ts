import { describe, expect, test } from 'vitest';
import { respellingsOf } from '../../src/house/respellings.ts';
import type { Entity, EntityKind } from '../../src/types.ts';
import { nonEmpty } from '../support.ts';

const ORDER = ['a', 'b', 'c', 'd'];

/** An entity of forms, each with the letters of the reports that have it. */
function entity(kind: EntityKind, forms: Readonly<Record<string, string>>): Entity {
  const list = Object.entries(forms).map(([text, reports]) => ({
    text,
    reports: nonEmpty([...reports]),
  }));
  return { id: 'e', name: list[0]?.text ?? '', kind, forms: nonEmpty(list), roles: [] };
}

const rows = (
  kind: EntityKind,
  forms: Readonly<Record<string, string>>,
  table: Readonly<Record<string, string>> = {},
) =>
  respellingsOf([entity(kind, forms)], { table, order: ORDER }).map(
    ({ form, printed, by }) => `${form} → ${printed} (${by})`,
  );

describe('one spelling is chosen', () => {
  test.each<[string, EntityKind, Record<string, string>, readonly string[]]>([
    [
      'by word, where reports agree on another word each',
      'person',
      { 'Volodar Zelenko': 'ab', 'Volodra Zelenko': 'c', 'Volodar Zelenkoo': 'd' },
      [
        'Volodar Zelenkoo → Volodar Zelenko (reports)',
        'Volodra Zelenko → Volodar Zelenko (reports)',
      ],
    ],
    [
      'of a last name alone, too',
      'person',
      { Zelenkoo: 'a', 'Ann Zelenkoo': 'a', 'Ann Zelenko': 'bc', Zelenko: 'bc' },
      ['Ann Zelenkoo → Ann Zelenko (reports)', 'Zelenkoo → Zelenko (reports)'],
    ],
    ['of points', 'organization', { 'F.X.I.': 'ab', FXI: 'c' }, ['FXI → F.X.I. (reports)']],
    ['of capitals', 'unknown', { MapTube: 'ab', Maptube: 'c' }, ['Maptube → MapTube (reports)']],
    ['of marks', 'place', { Côte: 'a', Cote: 'b' }, ['Cote → Côte (reports)']],
  ])('%s', (_, kind, forms, expected) => {
    expect(rows(kind, forms)).toEqual(expected);
  });
});

describe('none is chosen', () => {
  test.each<[string, EntityKind, Record<string, string>]>([
    ['for a short form', 'person', { 'Bob Sample': 'a', 'Robert Sample': 'bc' }],
    ['for initials', 'person', { 'C. Q. Sample': 'a', 'Charles Q. Sample': 'bc' }],
    ['for the last name alone', 'person', { Sample: 'a', 'Ann Sample': 'bc' }],
    ['where one report has both', 'person', { 'Anna Maria': 'ab', 'Anna Marina': 'b' }],
    ['for who is of a place', 'person', { Torvale: 'a', Torvalian: 'b', 'Ann Torvale': 'a' }],
    ['for capitals alone', 'unknown', { Scandal: 'a', SCANDAL: 'bc' }],
    ['for another name', 'place', { Burma: 'a', Myanmar: 'bc' }],
  ])('%s', (_, kind, forms) => {
    expect(rows(kind, forms)).toEqual([]);
  });

  test('where a form stands for two', () => {
    const two = [
      entity('person', { 'Ann Zelenko': 'a', Zelenkoo: 'b', 'Ann Zelenkoo': 'b' }),
      entity('person', { 'Tom Zelenkoo': 'cd', Zelenkoo: 'cd', 'Tom Zelenko': 'a' }),
    ];
    const found = respellingsOf(two, { table: {}, order: ORDER });
    expect(found.map(({ form }) => form)).not.toContain('Zelenkoo');
  });
});

describe('the editor’s table', () => {
  test('comes first, whatever most reports have', () => {
    expect(rows('place', { Kiev: 'a', Kyiv: 'bcd' }, { Kiev: 'Kiev' })).toEqual([
      'Kiev → Kiev (editor)',
      'Kyiv → Kiev (reports)',
    ]);
  });

  test('has apostrophes of either kind', () => {
    expect(rows('place', { Lisk: 'a' }, { "L'Isk": "L'Isck" })).toEqual([
      'L’Isk → L’Isck (editor)',
    ]);
  });
});
