import { describe, expect, test } from 'vitest';
import {
  bagsOf,
  cosine,
  haveCommonTerm,
  rareTerms,
  sharedPlaces,
  type Terms,
  unitTerms,
} from '../src/terms.ts';
import { found, randomFrom } from './support.ts';

const WORDS = 'bridge ferry mayor river town crack pillar'.split(' ');

const listed = (...texts: readonly string[]) => bagsOf(texts.map((text) => text.split(' ')));

/** Term → weight, of the terms that other passages have too. */
const shown = ({ numbers, weights, spelling }: Terms) =>
  new Map(Array.from(numbers, (number, at) => [found(spelling[number]), found(weights[at])]));

const TEXTS = ['town bridge bridge ferry', 'bridge crack town', 'mayor bridge ferry ferry', ''];

/** Of a term that so many of the four passages have, a hundred more imagined. */
const rarity = (having: number): number => Math.log(1 + 104 / having);

describe('rareTerms', () => {
  const [first] = rareTerms(listed(...TEXTS));

  test('a term weighs the more, the fewer passages have it', () => {
    expect(shown(found(first))).toEqual(
      new Map([
        ['ferry', rarity(2)],
        ['town', rarity(2)],
        ['bridge', rarity(3)],
      ]),
    );
  });

  test('terms stand from the rarest to the commonest, those of one rarity by their letters', () => {
    expect([...shown(found(first)).keys()]).toEqual(['ferry', 'town', 'bridge']);
  });

  test('what no other passage has is no term, and counts in the total', () => {
    const [, second] = rareTerms(listed(...TEXTS));
    expect([...shown(found(second)).keys()]).toEqual(['town', 'bridge']);
    expect(found(second).total).toBeCloseTo(rarity(1) + rarity(2) + rarity(3), 12);
  });

  test('of nothing there is nothing', () => {
    expect(rareTerms(bagsOf([]))).toEqual([]);
    const [empty] = rareTerms(bagsOf([[], ['a']]));
    expect(found(empty).numbers).toHaveLength(0);
    expect(found(empty).total).toBe(0);
  });
});

describe('unitTerms', () => {
  test('are of unit length where other passages have all of them', () => {
    const [one] = unitTerms(listed('a a b c', 'a b c'));
    const squares = found(one).weights.map((weight) => weight * weight);
    expect(Math.sqrt(squares.reduce((a, b) => a + b, 0))).toBeCloseTo(1, 12);
  });

  test('more often weighs more, but less than in proportion', () => {
    const [one] = unitTerms(listed('a a a a b', 'a b'));
    const weights = shown(found(one));
    expect(found(weights.get('a')) / found(weights.get('b'))).toBeCloseTo(1 + Math.log(4), 12);
  });
});

describe('cosine', () => {
  test('is 1 for the same and 0 for what has nothing in common', () => {
    const [a, same, b, none] = unitTerms(listed('a b b', 'a b b', 'c d', ''));
    expect(cosine(found(a), found(same))).toBeCloseTo(1, 12);
    expect(cosine(found(a), found(b))).toBe(0);
    expect(cosine(found(a), found(none))).toBe(0);
  });

  test('is what a dense product gives, the same bits both ways, in any order of passages', () => {
    const random = randomFrom(11);
    const texts = Array.from({ length: 30 }, () => some(random));
    const terms = unitTerms(listed(...texts));
    const turned = [...unitTerms(listed(...[...texts].reverse()))].reverse();
    for (const [i, a] of terms.entries()) {
      for (const [j, b] of terms.entries()) {
        const dense = [...shown(a)].reduce(
          (sum, [term, w]) => sum + w * (shown(b).get(term) ?? 0),
          0,
        );
        expect(cosine(a, b)).toBeCloseTo(dense, 12);
        expect(cosine(b, a)).toBe(cosine(a, b));
        expect(cosine(found(turned[i]), found(turned[j]))).toBe(cosine(a, b));
      }
    }
  });
});

test('shared terms are found rarest first', () => {
  const [a, b, , d] = rareTerms(listed(...TEXTS));
  const [one, other] = [found(a), found(b)];
  const places = sharedPlaces(one, other);
  expect(places.map((place) => one.spelling[one.numbers[place] ?? -1])).toEqual(['town', 'bridge']);
  expect(haveCommonTerm(one, other)).toBe(true);
  expect(haveCommonTerm(one, found(d))).toBe(false);
});

function some(random: () => number): string {
  const length = 1 + Math.floor(random() * 8);
  return Array.from({ length }, () => WORDS[Math.floor(random() * WORDS.length)]).join(' ');
}
