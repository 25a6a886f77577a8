import { describe, expect, test } from 'vitest';
import { parseConfig } from '../../src/config/index.ts';
import { extract } from '../../src/extract/index.ts';
import { normalize } from '../../src/normalize/index.ts';
import { read } from '../../src/read/index.ts';
import type { Sentence } from '../../src/types.ts';
import { documentOf } from '../support.ts';

function sentences(text: string): readonly Sentence[] {
  const { reports } = read(
    [documentOf('a.txt', text)],
    parseConfig('', 'briefing.yaml'),
    'reports',
  );
  return extract(reports.map(normalize)).get('a') ?? [];
}

/** Who says the last sentence of a text. */
const chain = (text: string) =>
  sentences(text)
    .at(-1)
    ?.whole.attribution.map(({ name, kind }) => `${name} (${kind})`);

describe('who says so by other words than saying', () => {
  test.each([
    ['Ruth Amsel called for calm in the town.', ['Ruth Amsel (person)']],
    ['Ruth Amsel urged the council to close the bridge.', ['Ruth Amsel (person)']],
    ['Ruth Amsel himself said the bridge was old.', ['Ruth Amsel (person)']],
    ['As Ruth Amsel put it, the bridge is a relic.', ['Ruth Amsel (person)']],
    ['The bridge, as engineers had warned, sank into the river.', ['unnamed engineers (unnamed)']],
    ['In the words of Ruth Amsel, the bridge is a relic.', ['Ruth Amsel (person)']],
    // Only the crowd is told of, and when it left.
    ['As officials said the bridge was safe, the crowd left the hall.', []],
    [
      'The bridge is old — a common allegation by the council — and the ferry is late on most days of the year.',
      [],
    ],
    [
      'Politics aside, the bridge is old — a common allegation by the council.',
      ['council (organization)'],
    ],
    [
      'Ruth Amsel was quoted by the Harlow Courier as saying it was shut.',
      ['Ruth Amsel (person)', 'Harlow Courier (outlet)'],
    ],
    ['The Harlow Courier first reported the decision.', ['Harlow Courier (outlet)']],
    ['The bridge was reportedly shut.', ['unnamed report (unnamed)']],
    ['Two people are also reported to have been hurt.', ['unnamed report (unnamed)']],
    [
      'Ruth Amsel told Agence-France Presse: “The bridge is old.”',
      ['Ruth Amsel (person)', 'Agence-France Presse (agency)'],
    ],
    ['And it is shut, I’m told.', []],
    [
      'Former officials who built the bridge said nothing in it was sound.',
      ['unnamed former officials (unnamed)'],
    ],
    [
      'The news agency quoted a council official as saying that it was shut.',
      ['unnamed council official (unnamed)', 'news agency (outlet)'],
    ],
    [
      '“It is shut,” Ruth Amsel was quoted as saying by the state news agency TASS.',
      ['Ruth Amsel (person)', 'TASS (agency)'],
    ],
    [
      'Citing an unnamed official, the Harlow Courier reported that it was shut.',
      ['unnamed official (unnamed)', 'Harlow Courier (outlet)'],
    ],
    [
      'The Harlow Courier, citing two officials, reported that it was shut.',
      ['unnamed officials (unnamed)', 'Harlow Courier (outlet)'],
    ],
    [
      'The bridge was shut, people briefed on the matter said.',
      ['unnamed people briefed on the matter (unnamed)'],
    ],
    [
      'Speaking to the Harlow Courier, Ruth Amsel said that it was shut.',
      ['Ruth Amsel (person)', 'Harlow Courier (outlet)'],
    ],
    [
      'In remarks to the BBC, Ruth Amsel said that it was shut.',
      ['Ruth Amsel (person)', 'BBC (outlet)'],
    ],
    ['Speaking to the crowd, Ruth Amsel said that it was shut.', ['Ruth Amsel (person)']],
    [
      '“It is shut,” Ruth Amsel told Bob Lane on “Harlow Tonight.”',
      ['Ruth Amsel (person)', 'Harlow Tonight (outlet)'],
    ],
    ['“It is shut,” Ruth Amsel told Bob Lane on “one bad day.”', ['Ruth Amsel (person)']],
    ['Local media reported that the bridge was shut.', ['unnamed local media (unnamed)']],
    ['The bridge was shut, a senior official said.', ['unnamed senior official (unnamed)']],
  ])('%s', (text, expected) => {
    expect(chain(`Nobody came.\n${text}`)).toEqual(expected);
  });

  test.each([
    ['what somebody does', 'Ruth Amsel closed the bridge.'],
    ['what somebody thinks', 'Ruth Amsel wants to close the bridge.'],
    ['what may be said', 'Ruth Amsel could urge the council to close the bridge.'],
    ['what was not said', 'Ruth Amsel did not urge the council to close it.'],
    [
      'a clause of another kind',
      'The bridge was shut after Ruth Amsel urged the council to close it.',
    ],
    [
      'what is only told of a name',
      'Ruth Amsel, who had urged the council to do so, closed the bridge on Monday.',
    ],
  ])('%s is the report’s own: %s', (_, text) => {
    expect(chain(`Nobody came.\n${text}`)).toEqual([]);
  });
});

describe('what can say nothing says nothing', () => {
  test.each([
    'One question asks what the mayor knew of the cracks.',
    'The new cuts demanded by engineers were made in the old plan.',
    'NEW: The old bridge was shut on Monday.',
    'Harlow: The old bridge was shut on Monday.',
    'Ruth Amsel added two engineers to her team.',
    'Steering failure blamed for ferry accident',
  ])('%s', (text) => {
    expect(chain(text)).toEqual([]);
  });
});

test.each(['harbor master', 'police chief', 'mayor'])(
  'a role in small letters belongs to the name behind it: %s',
  (role) => {
    expect(chain(`Nobody was hurt, according to ${role} Jonas Reel.`)).toEqual([
      'Jonas Reel (person)',
    ]);
  },
);

test('a part is said by the subject that it shares', () => {
  const text =
    'The decision was praised by the mayor, Ruth Amsel, who told the Harlow Courier that the bridge was old.';
  const [sentence] = sentences(text);
  expect(sentence?.parts.at(-1)?.attribution.map(({ name }) => name)).toEqual([
    'Ruth Amsel',
    'Harlow Courier',
  ]);
});

describe('where it was said', () => {
  test.each([
    ['“It is shut,” Ruth Amsel said in a written statement.', 'written statement (document)'],
    [
      'Ruth Amsel said at a news conference in Wend that it was shut.',
      'news conference (occasion)',
    ],
    [
      'At a council briefing on Tuesday, Ruth Amsel said that it was shut.',
      'council briefing (occasion)',
    ],
  ])('%s', (text, place) => {
    expect(chain(`Nobody came.\n${text}`)).toEqual(['Ruth Amsel (person)', place]);
  });

  test('an interview is with a medium', () => {
    const text =
      'Ruth Amsel said in an interview with the Harlow Courier newspaper that it was shut.';
    expect(chain(`Nobody came.\n${text}`)).toEqual([
      'Ruth Amsel (person)',
      'interview (occasion)',
      'Harlow Courier (outlet)',
    ]);
  });

  test('what is said of a meeting is no place of saying', () => {
    const text = 'Ruth Amsel said that nobody spoke at the meeting.';
    expect(chain(`Nobody came.\n${text}`)).toEqual(['Ruth Amsel (person)']);
  });
});

describe('what points back to a source', () => {
  test.each([
    [
      '“the report” to an agency',
      'The bridge is shut, the Associated Press reported. It is old, the report said.',
      ['Associated Press (agency)'],
    ],
    [
      '“the newspaper” to a medium',
      'The bridge is shut, the Harlow Courier reported. It is old, the newspaper said.',
      ['Harlow Courier (outlet)'],
    ],
    [
      '“the ministry” to one of that name',
      'The Transport Ministry said that the bridge was shut. It is old, the ministry said.',
      ['Transport Ministry (organization)'],
    ],
    [
      '“it” to the body that spoke last',
      'The Transport Ministry said that the bridge was shut. It said that the bridge was old.',
      ['Transport Ministry (organization)'],
    ],
    [
      '“the doctor” to the one who is one',
      'Ruth Amsel, a doctor at the clinic, said that two were hurt. They are well, the doctor said.',
      ['Ruth Amsel (person)'],
    ],
    [
      '“he” to whom the sentence told of',
      'Mayor Bob Lane was asked about the bridge, and he said that it was old.',
      ['Bob Lane (person)'],
    ],
  ])('%s', (_, text, expected) => {
    expect(chain(text)).toEqual(expected);
  });

  test.each([
    ['no body spoke', 'Nobody came. It said that the bridge was old.', []],
    [
      'the council is no ministry',
      'The council said that the bridge was shut. It is old, the ministry said.',
      ['ministry (organization)'],
    ],
    [
      'there are two doctors',
      'Ruth Amsel, a doctor, met Bob Lane, a doctor from Wend. All are well, the doctor said.',
      ['unnamed doctor (unnamed)'],
    ],
    [
      'other officials',
      'A port official said that the bridge was shut. It is old, the city official said.',
      ['unnamed city official (unnamed)'],
    ],
  ])('nothing where %s', (_, text, expected) => {
    expect(chain(text)).toEqual(expected);
  });
});

describe('how many unnamed sources there are', () => {
  test.each([
    ['Two officials said that the bridge was shut.', 'two'],
    ['Several officials said that the bridge was shut.', 'several'],
    ['Officials said that the bridge was shut.', undefined],
  ])('%s', (text, number) => {
    expect(sentences(`Nobody came.\n${text}`).at(-1)?.whole.attribution[0]?.number).toBe(number);
  });
});

describe('who says speech that does not tell it', () => {
  const LONG = 'Nobody will drive over this bridge until it is safe again';

  test.each([
    [
      'the one quoted last in the paragraph',
      `Officials said it was shut. “It is old and it is not safe,” Ruth Amsel said. “${LONG}.”`,
    ],
    ['the one quoted next in it', `“${LONG}.” “It is old and it is not safe,” Ruth Amsel said.`],
    [
      'a quotation that was never closed',
      `“The bridge is old and it is shut,” Ruth Amsel said. “It is shut for good now.\n\n“${LONG}.”`,
    ],
    ['a colon before it', `Ruth Amsel said this of the bridge:\n\n“${LONG}.”`],
    [
      'the one person quoted before',
      `“It is old and it is not safe,” Ruth Amsel said.\n\n“${LONG}.”`,
    ],
  ])('%s', (_, text) => {
    expect(chain(text)).toEqual(['Ruth Amsel (person)']);
  });

  test.each([
    [
      'two were quoted before',
      `“It is old and it is not safe,” Ruth Amsel said. “It was built badly in my time,” Bob Lane said.\n\n“${LONG}.”`,
    ],
    [
      'an official was quoted before',
      `“It is old and it is not safe,” an official said.\n\n“${LONG}.”`,
    ],
    ['only a report that nobody names is near', `The bridge was reportedly shut. “${LONG}.”`],
    ['nobody was quoted before', `Ruth Amsel said that the bridge was shut.\n\n“${LONG}.”`],
  ])('nobody certain where %s', (_, text) => {
    expect(chain(text)).toEqual([]);
  });
});
