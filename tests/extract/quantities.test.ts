import { describe, expect, test } from 'vitest';
import { quantitiesOf } from '../../src/extract/quantities.ts';
import { tokenize } from '../../src/extract/tokens.ts';

const quantities = (text: string) => quantitiesOf(tokenize(text), text);

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
    ['A 6.1-magnitude quake struck.', '6.1-magnitude', 6.1, 'magnitude'],
    ['A magnitude 6.1 quake struck.', 'magnitude 6.1', 6.1, 'magnitude'],
    ['It had a magnitude of 6.1.', 'magnitude of 6.1', 6.1, 'magnitude'],
    ['They closed a 20-kilometre stretch.', '20-kilometre', 20, 'km'],
    ['They sold 1,300 tonnes of steel.', '1,300 tonnes', 1300, 't'],
    ['It took six months to build.', 'six months', 6, 'mo'],
    ['It grew by 12 percent.', '12 percent', 12, '%'],
    ['It grew by 12% in May.', '12%', 12, '%'],
    ['They met a 16-year-old boy.', '16-year-old', 16, 'year-old'],
    ['Inspectors found three cracks.', 'three cracks', 3, 'crack'],
    ['They sold 3 million barrels of oil.', '3 million barrels', 3e6, 'barrel'],
    ['They met 26 old fishermen.', '26 old fishermen', 26, 'fisherman'],
    ['They sent ten Harlow firefighters.', 'ten Harlow firefighters', 10, 'firefighter'],
    ['They saw 50 000 ships.', '50 000 ships', 50000, 'ship'],
    ['They saw twenty-five ships.', 'twenty-five ships', 25, 'ship'],
    ['They saw a hundred and fifty ships.', 'a hundred and fifty ships', 150, 'ship'],
    ['They saw two hundred thousand ships.', 'two hundred thousand ships', 2e5, 'ship'],
    ['The town paid $300-million for it.', '$300-million', 3e8, 'USD'],
    ['The town paid US$5 million for it.', 'US$5 million', 5e6, 'USD'],
    ['The town paid 5 million pounds for it.', '5 million pounds', 5e6, 'pound'],
    ['It is 1½ miles long.', '1½ miles', 1.5, 'mi'],
    ['It grew by 12 per cent in May.', '12 per cent', 12, '%'],
    ['It drove at 5 miles an hour.', '5 miles an hour', 5, 'mi/h'],
    ['They closed 3 square kilometres.', '3 square kilometres', 3, 'km²'],
    ['They were joined by a crowd of 2000 people.', '2000 people', 2000, 'people'],
    ['They spoke to 12 people.', '12 people', 12, 'people'],
    ['They saw 12 aircraft.', '12 aircraft', 12, 'aircraft'],
    ['They saw sixty ships.', 'sixty ships', 60, 'ship'],
    ['They saw four hundred ships.', 'four hundred ships', 400, 'ship'],
  ])('%s', (sentence, text, value, unit) => {
    const start = sentence.indexOf(text);
    expect(quantities(sentence)).toEqual([
      { start, end: start + text.length, text, value, upTo: null, unit, bound: 'exact' },
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

  test.each([
    ['about 40 ships', 40, 'about'],
    ['around 40 ships', 40, 'about'],
    ['nearly 40 ships', 40, 'about'],
    ['almost 40 ships', 40, 'about'],
    ['some 40 ships', 40, 'about'],
    ['two dozen ships', 24, 'about'],
    ['a dozen ships', 12, 'about'],
    ['at least 40 ships', 40, 'at-least'],
    ['more than 40 ships', 40, 'at-least'],
    ['over 40 ships', 40, 'at-least'],
    ['no fewer than 40 ships', 40, 'at-least'],
    ['40 or more ships', 40, 'at-least'],
    ['40+ ships', 40, 'at-least'],
    ['up to 40 ships', 40, 'at-most'],
    ['fewer than 40 ships', 40, 'at-most'],
    ['no more than 40 ships', 40, 'at-most'],
    ['as many as 40 ships', 40, 'at-most'],
  ])('may be hedged: %s', (text, value, bound) => {
    const [found, ...others] = quantities(`They saw ${text}.`);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ text, value, unit: 'ship', bound });
  });

  test('of time may be hedged, too', () => {
    expect(quantities('It took up to 5 hours.')).toMatchObject([
      { text: 'up to 5 hours', value: 5, unit: 'h', bound: 'at-most' },
    ]);
  });

  test('money may be hedged, too', () => {
    expect(quantities('It cost about $4 million.')).toMatchObject([
      { text: 'about $4 million', bound: 'about' },
    ]);
  });
});

/** Value, unit and text of each quantity. */
const counts = (text: string) =>
  quantities(text).map(({ value, unit, text: words }) => [value, unit, words]);

describe('what happened to people', () => {
  test.each([
    ['12 people were killed.', '12 people'],
    ['The fire killed 12 people.', '12 people'],
    ['The fire left 12 dead.', '12 dead'],
    ['There were 12 deaths.', '12 deaths'],
    ['The death toll rose to 12.', 'death toll rose to 12'],
    ['It has a death toll of 12.', 'death toll of 12'],
    ['Twelve people have died.', 'Twelve people'],
    ['Fire kills 12.', 'kills 12'],
    ['At least 12 people, including a child, were killed.', 'At least 12 people'],
    ['12 people who were killed lived there.', '12 people'],
    ['The number of people killed rose to 12.', 'number of people killed rose to 12'],
    ['A total of 12 people were killed.', '12 people'],
    ['12 were confirmed dead.', '12 were confirmed dead'],
    ['12 people in the old mill were killed.', '12 people'],
    ['12 people on the bus died.', '12 people'],
  ])('is one thing in many words: %s', (sentence, text) => {
    expect(counts(sentence)).toEqual([[12, 'people killed', text]]);
  });

  test.each([
    ['12 people were wounded.', 'people injured'],
    ['The fire injured 12 people.', 'people injured'],
    ['12 people are missing.', 'people missing'],
    ['Police arrested 12 people.', 'people arrested'],
    ['Crews rescued 12 people.', 'people rescued'],
    ['12 drivers were killed.', 'driver killed'],
    ['12 residents of Canal Street were evacuated.', 'resident evacuated'],
    ['12 people in the old mill were asleep.', 'people'],
    ['Two officials were killed.', 'official killed'],
  ])('is told apart: %s', (sentence, unit) => {
    expect(counts(sentence)).toMatchObject([[expect.any(Number), unit, expect.any(String)]]);
  });

  test('is not what happened to others behind them', () => {
    expect(counts('12 people of the village where two died were asleep.')).toEqual([
      [12, 'people', '12 people'],
      [2, 'people killed', 'two died'],
    ]);
  });

  test('may be two things, each with its number', () => {
    expect(counts('The fire killed at least 12 and left 30 wounded and 3 missing.')).toEqual([
      [12, 'people killed', 'killed at least 12'],
      [30, 'people injured', '30 wounded'],
      [3, 'people missing', '3 missing'],
    ]);
  });

  test.each([
    ['a part', 'Two of the 12 people were arrested.', [[12, 'people', '12 people']]],
    ['a sum', '12 people were killed or injured.', [[12, 'people', '12 people']]],
    ['a fear', '12 people are feared dead.', [[12, 'people', '12 people']]],
    ['a threat', 'It could have killed 12 people.', [[12, 'people', '12 people']]],
    ['an addition', '12 more people were killed.', []],
    ['another addition', 'It killed another 12 people.', []],
    ['a time', 'He was killed 12 days later.', [[12, 'd', '12 days']]],
    ['the killers', '12 gunmen killed the guard.', [[12, 'gunman', '12 gunmen']]],
    ['nobody said how', 'Two people told us so.', [[2, 'people', 'Two people']]],
  ])('is not read where the number counts others: %s', (_, sentence, expected) => {
    expect(counts(sentence)).toEqual(expected);
  });
});

describe('a range', () => {
  test.each([
    ['They saw 5 to 7 ships.', '5 to 7 ships', 5, 7, 'ship'],
    ['They saw 5-7 ships.', '5-7 ships', 5, 7, 'ship'],
    ['They saw 5–7 ships.', '5–7 ships', 5, 7, 'ship'],
    ['It cost $5 to $7 million.', '$5 to $7 million', 5e6, 7e6, 'USD'],
    ['It cost 900,000 to 1.2 million euros.', '900,000 to 1.2 million euros', 9e5, 1.2e6, 'EUR'],
    ['They saw between five and seven ships.', 'five and seven ships', 5, 7, 'ship'],
    ['They saw five or six ships.', 'five or six ships', 5, 6, 'ship'],
    ['They saw dozens of ships.', 'dozens of ships', 24, 120, 'ship'],
    ['It injured dozens and broke a mill.', 'injured dozens', 24, 120, 'people injured'],
    ['They saw hundreds of old ships.', 'hundreds of old ships', 200, 1200, 'ship'],
    ['It has tens of thousands of files.', 'tens of thousands of files', 2e4, 1.2e5, 'file'],
    ['It cost hundreds of millions of euros.', 'hundreds of millions of euros', 2e8, 1.2e9, 'EUR'],
    ['It is 10 to 12 kilometres long.', '10 to 12 kilometres', 10, 12, 'km'],
  ])('%s', (sentence, text, value, upTo, unit) => {
    expect(quantities(sentence)).toMatchObject([{ text, value, upTo, unit }]);
  });
});

describe('a figure in two units is one', () => {
  test.each([
    ['It is 12 miles (20 km) away.', '12 miles (20 km)', 12, 'mi'],
    ['It is 20 kilometres (about 12 miles) away.', '20 kilometres (about 12 miles)', 20, 'km'],
    ['They closed a 20-kilometre (12-mile) stretch.', '20-kilometre (12-mile)', 20, 'km'],
  ])('%s', (sentence, text, value, unit) => {
    expect(quantities(sentence)).toMatchObject([{ text, value, unit }]);
  });

  test('two figures are two, though one stands in brackets', () => {
    const found = quantities('It is 12 miles (30 km) away, for 5 miles (2 hours).');
    expect(found.map(({ text }) => text)).toEqual(['12 miles', '30 km', '5 miles', '2 hours']);
  });
});

describe('no quantity', () => {
  test.each([
    ['a step', 'It rose from 5 to 7 percent.'],
    ['a range of years', 'It was built in 2019-2021 for ships.'],
    ['a range of days', 'It was closed May 5 to 7.'],
    ['a share', 'One in five drivers stayed.'],
    ['a fraction', 'Two-thirds of them stayed.'],
    ['a year before a subject', 'In 2030 engineers came.'],
    ['a year of a noun', 'It lost the 2030 elections.'],
    ['four digits that may be a year', 'It was seen in 2000 towns.'],
    ['a day of a month', 'On March 12 engineers came.'],
    ['a name', 'They built F-16 jets.'],
    ['a name in two words', 'They flew Harlow 737 planes.'],
    ['metres, or millions', 'They saw 5 m ships.'],
    ['a time of day', 'At 5 p.m. ships sailed.'],
  ])('%s', (_, sentence) => {
    expect(quantities(sentence)).toEqual([]);
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
