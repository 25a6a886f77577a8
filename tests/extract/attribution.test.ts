import { describe, expect, test } from 'vitest';
import { attributionOf } from '../../src/extract/attribution.ts';
import { castOf } from '../../src/extract/cast.ts';
import { quotationsOf } from '../../src/extract/quotations.ts';
import { sentencesOf } from '../../src/extract/sentences.ts';
import { sourceOf } from '../../src/extract/sources.ts';
import { tokenize } from '../../src/extract/tokens.ts';

/** Who says the first sentence of a text, and what of it may move into the citation. */
function read(text: string) {
  const sentences = sentencesOf(text, tokenize).map(({ tokens }) => tokens);
  const cast = castOf(sentences);
  const found = attributionOf(sentences[0] ?? [], quotationsOf(text), (phrase) =>
    sourceOf(phrase, cast),
  );
  return found.map(({ chain, aside }) => ({
    chain: chain.map(({ name, kind }) => `${name} (${kind})`),
    aside: aside && text.slice(aside.start, aside.end),
    rest: aside && text.slice(0, aside.start) + text.slice(aside.end),
  }));
}

/** A source, and what is left of the sentence when it moves into the citation. */
const moves = (text: string, chain: readonly string[], rest: string) =>
  expect(read(text)).toMatchObject([{ chain, rest }]);

const stays = (text: string, chain: readonly string[]) =>
  expect(read(text)).toMatchObject([{ chain, aside: null }]);

describe('according to', () => {
  test.each([
    ['According to officials, the bridge was closed.', 'the bridge was closed.'],
    ['The bridge was closed, according to officials.', 'The bridge was closed.'],
    ['The bridge was closed according to officials.', 'The bridge was closed.'],
    ['The bridge, according to officials, was closed.', 'The bridge was closed.'],
    ['The bridge, according to officials, fell.', 'The bridge fell.'],
    [
      'The bridge was shut, according to officials, and the ferry runs.',
      'The bridge was shut, and the ferry runs.',
    ],
  ])('%s', (text, rest) => {
    moves(text, ['unnamed officials (unnamed)'], rest);
  });

  test.each([
    ['a city official', 'unnamed city official (unnamed)'],
    ['the transport ministry', 'transport ministry (organization)'],
    ['a statement', 'statement (document)'],
    ['AFP', 'AFP (agency)'],
    ['the Wend Times', 'Wend Times (outlet)'],
  ])('%s', (phrase, source) => {
    moves(`The bridge was closed, according to ${phrase}.`, [source], 'The bridge was closed.');
  });
});

describe('a clause behind what was said', () => {
  test.each([
    ['The bridge was closed, officials said.', 'unnamed officials (unnamed)'],
    ['The bridge was closed, officials said on Monday.', 'unnamed officials (unnamed)'],
    ['The bridge was closed, said an official.', 'unnamed official (unnamed)'],
    ['The bridge was closed, witnesses said.', 'unnamed witnesses (unnamed)'],
    ['The bridge was closed, engineers said.', 'unnamed engineers (unnamed)'],
    ['The bridge was closed, one resident wrote.', 'unnamed resident (unnamed)'],
    [
      'The bridge was closed, a spokesman for the army said.',
      'unnamed spokesman for the army (unnamed)',
    ],
    ['The bridge was closed, Reuters reported.', 'Reuters (agency)'],
    ['The bridge was closed, the Associated Press reported.', 'Associated Press (agency)'],
    ['The bridge was closed, Agence France-Presse reported.', 'Agence France-Presse (agency)'],
    ['The bridge was closed, the Wend Times reported.', 'Wend Times (outlet)'],
  ])('%s', (text, source) => {
    moves(text, [source], 'The bridge was closed.');
  });

  test.each([
    [
      'Reuters reported, citing a city official',
      ['unnamed city official (unnamed)', 'Reuters (agency)'],
    ],
    [
      'the Associated Press reported, citing two officials',
      ['unnamed officials (unnamed)', 'Associated Press (agency)'],
    ],
    [
      'the Wend Times reported, citing officials',
      ['unnamed officials (unnamed)', 'Wend Times (outlet)'],
    ],
    ['an official told Reuters', ['unnamed official (unnamed)', 'Reuters (agency)']],
    ['an official told AFP', ['unnamed official (unnamed)', 'AFP (agency)']],
    ['an official told the Wend Times', ['unnamed official (unnamed)', 'Wend Times (outlet)']],
    [
      'two people familiar with the matter told Reuters',
      ['unnamed people familiar with the matter (unnamed)', 'Reuters (agency)'],
    ],
  ])('whom it cites and who was told: %s', (clause, chain) => {
    moves(`The bridge was closed, ${clause}.`, chain, 'The bridge was closed.');
  });

  test.each([
    [
      'it goes on with more that was said',
      'The bridge was shut, officials said, adding it was old.',
    ],
    ['it goes on with a contrast', 'The bridge was shut, officials said, but it opened.'],
    ['how it was said is news', 'The bridge was shut, officials warned.'],
    ['that it was claimed is news', 'The bridge was shut, officials claimed.'],
    ['a quotation would lose its speaker', '“The bridge is shut,” officials said.'],
    ['a quotation would lose its speaker, verb first', '“The bridge is shut,” said officials.'],
    ['a quotation goes on behind it', '“The bridge,” officials said, “is shut.”'],
  ])('stays where %s', (_, text) => {
    stays(text, ['unnamed officials (unnamed)']);
  });
});

describe('a clause before what was said', () => {
  test.each([
    ['Two officials said that the bridge was closed.', 'unnamed officials (unnamed)'],
    ['City officials said that the bridge was closed.', 'unnamed City officials (unnamed)'],
    ['An official said that the bridge was closed.', 'unnamed official (unnamed)'],
    ['An official said on Monday that the bridge was closed.', 'unnamed official (unnamed)'],
    ['The official said the bridge was closed.', 'unnamed official (unnamed)'],
    ['Reuters reported that the bridge was closed.', 'Reuters (agency)'],
    ['The Wend Times reported that the bridge was closed.', 'Wend Times (outlet)'],
    [
      'A spokesman for the ministry said that the bridge was closed.',
      'unnamed spokesman for the ministry (unnamed)',
    ],
  ])('%s', (text, source) => {
    const [found, ...others] = read(text);
    expect(others).toEqual([]);
    expect(found?.chain).toEqual([source]);
    expect(found?.rest).toBe('the bridge was closed.');
  });

  test.each([
    ['An official told Reuters that', ['unnamed official (unnamed)', 'Reuters (agency)']],
    ['An official told the Wend Times that', ['unnamed official (unnamed)', 'Wend Times (outlet)']],
    ['An official told residents that', ['unnamed official (unnamed)']],
  ])('who was told belongs to it where it is a medium: %s', (clause, chain) => {
    moves(`${clause} the bridge was closed.`, chain, 'the bridge was closed.');
  });

  test.each([
    ['a quotation would lose its speaker', 'Two officials said “the bridge is closed”.'],
    ['a quotation would lose its speaker, colon', 'Two officials said: “The bridge is closed.”'],
    ['how it was said is news', 'Two officials warned that the bridge was closed.'],
    ['that it was denied is news', 'Two officials denied that the bridge was closed.'],
  ])('stays where %s', (_, text) => {
    stays(text, ['unnamed officials (unnamed)']);
  });
});

describe('a person who is named is never moved into an aside', () => {
  test.each([
    'According to Ruth Amsel, the bridge was closed.',
    'The bridge was closed, according to Mayor Ruth Amsel.',
    'The bridge was closed, Ruth Amsel said.',
    'The bridge was closed, said Ruth Amsel, the mayor of Harlow.',
    'The bridge was closed, Ruth Amsel wrote on Monday.',
    '“The bridge is closed,” Mayor Ruth Amsel said.',
    'Ruth Amsel said that the bridge was closed.',
    'Ministry spokeswoman Ruth Amsel said that the bridge was closed.',
    'The bridge was closed, Amsel said. Ruth Amsel left.',
    'Amsel said that the bridge was closed. Ruth Amsel left.',
  ])('%s', (text) => {
    stays(text, ['Ruth Amsel (person)']);
  });

  test.each([
    'Ruth Amsel told Reuters that the bridge was closed.',
    'The bridge was closed, Ruth Amsel told Reuters.',
  ])('%s', (text) => {
    stays(text, ['Ruth Amsel (person)', 'Reuters (agency)']);
  });
});

describe('an office or body that speaks is part of the news', () => {
  test.each([
    ['The bridge was closed, the mayor said.', 'mayor (person)'],
    ['The bridge was closed, the army said.', 'army (organization)'],
    ['The council said that the bridge was closed.', 'council (organization)'],
    ['The bridge was closed, a statement said.', 'statement (document)'],
  ])('%s', (text, source) => {
    stays(text, [source]);
  });
});

describe('nobody is said to say so', () => {
  test.each([
    ['no word of reporting', 'The bridge was closed.'],
    ['a mere object', 'Reuters reported the decision.'],
    ['a clause of another kind', 'The bridge was closed, although the mayor said it was safe.'],
    ['a reason', 'The bridge was closed after officials said it was unsafe.'],
    ['a condition', 'If officials said that, they were wrong.'],
    ['nothing was said', 'The mayor said nothing.'],
    ['nobody said so', 'Nobody said that the bridge was closed.'],
    ['someone without a name or description', 'It said that the bridge was closed.'],
  ])('%s', (_, text) => {
    expect(read(text)).toEqual([]);
  });

  test('words inside a quotation are not the reporter’s', () => {
    const text = '“According to officials, it is shut,” Ruth Amsel said.';
    stays(text, ['Ruth Amsel (person)']);
  });
});

describe('what is denied, asked or only possible is said by nobody', () => {
  test.each([
    'No official said that the bridge is safe.',
    'None of the officials said that the bridge is safe.',
    'Neither the mayor nor officials said that the bridge is safe.',
    'Few officials said that the bridge is safe.',
    'Hardly any officials said that the bridge is safe.',
    'Officials never said that the bridge is safe.',
    'Officials did not say that the bridge is safe.',
    'Officials didn’t say that the bridge is safe.',
    'Officials would not say whether the bridge is safe.',
    'Officials refused to say that the bridge is safe.',
    'Officials may say that the bridge is safe.',
    'Officials could say that the bridge is safe.',
    'Officials are expected to say that the bridge is safe.',
    'Officials asked whether the bridge is safe.',
    'Officials said the bridge is safe?',
    'Did officials say that the bridge is safe?',
    'If officials say that the bridge is safe, it opens.',
    'While officials said that the bridge was safe, it fell.',
    'The bridge officials said was safe fell.',
    'The bridge is safe, no official said.',
    'The bridge is safe, said no official.',
    'The bridge is safe, officials never said.',
    'The bridge is safe, officials may say.',
    'The bridge is safe, but not according to officials.',
    'According to no official, the bridge is safe.',
  ])('%s', (text) => {
    expect(read(text)).toEqual([]);
  });

  test.each([
    'The town asked the council for money.',
    'The town asked the council for money, which it needs.',
    'The council called for a ban, which it needs.',
    'Officials pointed at the bridge, which was closed.',
  ])('nor by a verb with a mere object: %s', (text) => {
    expect(read(text)).toEqual([]);
  });
});

describe('in doubt nothing moves', () => {
  test.each([
    ['another says otherwise', 'One official said the bridge was safe, another said it was not.'],
    ['an objection follows', 'An official said the bridge was safe, but it fell.'],
    ['it objects to something', 'But an official said that the bridge was closed.'],
    ['a few say so', 'A few officials said that the bridge was closed.'],
    ['some say so', 'Some officials said that the bridge was closed.'],
    ['they alone say so', 'Only officials said that the bridge was closed.'],
    ['how they said it is told', 'An official allegedly said that the bridge was closed.'],
    ['it was said long ago', 'The bridge is safe, officials said in 2015.'],
    ['they speak of themselves', 'Officials said that they would close the bridge.'],
    ['they mean themselves', 'Officials said the bridge was closed after they found cracks.'],
    ['a second “that” would hang', 'Officials said that the bridge is shut and that it is old.'],
    ['a comma would begin it', 'Officials said that, although old, the bridge was safe.'],
    ['“that” is the subject', 'Officials said that was wrong.'],
    ['“that” belongs to a night', 'Officials said that night the bridge was closed.'],
    ['“that” belongs to a noun', 'Officials said the report that the bridge is safe was wrong.'],
    ['the day may be of either', 'Officials said on Monday the bridge was closed.'],
    ['a place stands before it', 'In Harlow officials said that the bridge was closed.'],
    [
      'a place and a comma stand before it',
      'In Harlow, officials said that the bridge was closed.',
    ],
    ['they are described', 'Two officials, both engineers, said that the bridge was closed.'],
    ['they are described behind', 'The bridge was closed, said officials, who left.'],
    ['some of them may be named', 'The bridge is shut, officials said, among them the mayor.'],
    ['a relative clause follows', 'According to officials, who asked to go, the bridge is safe.'],
    ['it is negative', 'The bridge is safe, according to officials, who did not go.'],
    ['a participle follows', 'The bridge is safe, according to officials hired by the mayor.'],
    ['an apposition may follow', 'The bridge, according to officials, a relic, is shut.'],
    [
      'whom it cites would hang',
      'Officials said the bridge was closed, citing a letter of Harlow.',
    ],
  ])('%s: %s', (_, text) => {
    expect(read(text).map(({ aside }) => aside)).toEqual([null]);
  });

  test('a relative clause behind an official at the end', () => {
    stays('The bridge is safe, according to two people, who asked not to be named.', [
      'unnamed people (unnamed)',
    ]);
    stays('According to two people, who asked not to be named, the bridge is safe.', [
      'unnamed people (unnamed)',
    ]);
  });

  test.each(['warned', 'denied', 'claimed', 'insisted'])('%s', (verb) => {
    stays(`An official ${verb} that the bridge was closed.`, ['unnamed official (unnamed)']);
    stays(`The bridge was closed, an official ${verb}.`, ['unnamed official (unnamed)']);
  });

  test.each(['critics', 'experts', 'lawyers', 'relatives'])(
    '%s have a view or a side',
    (people) => {
      stays(`The bridge was closed, ${people} say.`, [`unnamed ${people} (unnamed)`]);
    },
  );
});

describe('the whole chain', () => {
  test.each([
    ['Officials said that', ['unnamed officials (unnamed)']],
    ['Engineers said that', ['unnamed engineers (unnamed)']],
    ['Officials have said that', ['unnamed officials (unnamed)']],
    ['The official told Reuters', ['unnamed official (unnamed)', 'Reuters (agency)']],
    ['An official told AFP on Monday that', ['unnamed official (unnamed)', 'AFP (agency)']],
    [
      'Officials told the Harlow Courier that',
      ['unnamed officials (unnamed)', 'Harlow Courier (outlet)'],
    ],
    ['The Harlow Courier reported that', ['Harlow Courier (outlet)']],
    [
      'Reuters reported, citing officials, that',
      ['unnamed officials (unnamed)', 'Reuters (agency)'],
    ],
  ])('before what was said: %s', (clause, chain) => {
    moves(`${clause} the bridge was closed.`, chain, 'the bridge was closed.');
  });

  test.each([
    ['officials have said', ['unnamed officials (unnamed)']],
    ['US officials said', ['unnamed US officials (unnamed)']],
    ['officials said, speaking on condition of anonymity', ['unnamed officials (unnamed)']],
    [
      'officials told the Harlow Courier',
      ['unnamed officials (unnamed)', 'Harlow Courier (outlet)'],
    ],
  ])('behind what was said: %s', (clause, chain) => {
    moves(`The bridge was closed, ${clause}.`, chain, 'The bridge was closed.');
  });

  test.each([
    ['Ann Field told the Harlow Courier', ['Ann Field (person)', 'Harlow Courier (outlet)']],
    ['the captain told the Harlow Courier', ['captain (person)', 'Harlow Courier (outlet)']],
    ['said Mayor Ruth Amsel on Tuesday', ['Ruth Amsel (person)']],
    ['said Mayor Ruth Amsel at a news conference', ['Ruth Amsel (person)']],
    ['a lawyer for the port, Ruth Amsel, said', ['Ruth Amsel (person)']],
    ['according to Mayor Ann Amsel-Field', ['Ann Amsel-Field (person)']],
  ])('a person: %s', (clause, chain) => {
    stays(`The bridge was closed, ${clause}.`, chain);
  });

  test('who is quoted comes before who passes it on', () => {
    const text =
      '“The bridge is old,” Mayor Ruth Amsel said at a hearing in Wend, the AP reported.';
    expect(read(text)).toMatchObject([
      {
        chain: ['Ruth Amsel (person)', 'AP (agency)'],
        rest: '“The bridge is old,” Mayor Ruth Amsel said at a hearing in Wend.',
      },
    ]);
  });

  test('who passes it on goes, who said it stays', () => {
    const text = 'Ruth Amsel said the bridge was closed, Reuters reported.';
    expect(read(text).map(({ chain, rest }) => ({ chain, rest }))).toEqual([
      { chain: ['Ruth Amsel (person)', 'Reuters (agency)'], rest: null },
      { chain: ['Reuters (agency)'], rest: 'Ruth Amsel said the bridge was closed.' },
    ]);
  });
});
