import { describe, expect, test } from 'vitest';
import { quantitiesOf } from '../../src/extract/quantities.ts';
import { tokenize } from '../../src/extract/tokens.ts';

const quantities = (text: string) => quantitiesOf(tokenize(text).flat(), text);

describe('a quantity', () => {
  test.each([
    ['The repair will cost 4 million dollars.', '4 million dollars', 4e6, 'USD'],
    ['The repair will cost $4 million.', '$4 million', 4e6, 'USD'],
    ['The town paid $4,000 for it.', '$4,000', 4000, 'USD'],
    ['The town paid €40bn for it.', '€40bn', 40e9, 'EUR'],
    ['The town paid £5m for it.', '£5m', 5e6, 'GBP'],
    ['The town paid two trillion yen.', 'two trillion yen', 2e12, 'JPY'],
    ['The bridge is 6.1 miles long.', '6.1 miles', 6.1, 'mi'],
    ['The bridge is 1,300.5 meters long.', '1,300.5 meters', 1300.5, 'm'],
    ['They closed a 20-kilometre stretch.', '20-kilometre', 20, 'km'],
    ['They sold 1,300 tonnes of steel.', '1,300 tonnes', 1300, 't'],
    ['It took six months to build.', 'six months', 6, 'mo'],
    ['It grew by 12 percent.', '12 percent', 12, '%'],
    ['It grew by 12% in May.', '12%', 12, '%'],
    ['They met a 16-year-old boy.', '16-year', 16, 'y'],
    ['Inspectors found three cracks.', 'three cracks', 3, 'crack'],
    ['They sold 3 million barrels of oil.', '3 million barrels', 3e6, 'barrel'],
    ['They met 26 old fishermen.', '26 old fishermen', 26, 'fisherman'],
    ['They sent ten Harlow firefighters.', 'ten Harlow firefighters', 10, 'firefighter'],
    ['They saw sixty ships.', 'sixty ships', 60, 'ship'],
    ['They saw four hundred ships.', 'four hundred ships', 400, 'ship'],
  ])('%s', (sentence, text, value, unit) => {
    const start = sentence.indexOf(text);
    expect(quantities(sentence)).toEqual([
      { start, end: start + text.length, text, value, unit, approximate: false },
    ]);
  });

  test('there may be several', () => {
    const found = quantities('They sold 40 ships and 3 ferries for $5 million in six weeks.');
    expect(found.map(({ text }) => text)).toEqual([
      '40 ships',
      '3 ferries',
      '$5 million',
      'six weeks',
    ]);
  });

  test.each(['about', 'around', 'nearly', 'almost', 'some', 'at least', 'more than', 'over'])(
    'may be hedged: %s',
    (hedge) => {
      const [found, ...others] = quantities(`They saw ${hedge} 40 ships.`);
      expect(others).toEqual([]);
      expect(found).toMatchObject({ text: '40 ships', value: 40, approximate: true });
    },
  );

  test('money may be hedged, too', () => {
    expect(quantities('It cost about $4 million.')).toMatchObject([
      { text: '$4 million', approximate: true },
    ]);
  });
});

describe('a bare number says nothing that could be compared', () => {
  test.each([
    'It stands on page 5.',
    'It was closed in 2031.',
    'It was closed on March 12, 2031.',
    'One of them left.',
    'The score was 3.',
    'The bridge was closed.',
  ])('%s', (sentence) => {
    expect(quantities(sentence)).toEqual([]);
  });
});
