import { describe, expect, test } from 'vitest';
import { sanitize } from '../../src/markup.ts';
import { inMarks, turnMarks } from '../../src/page/quotation-marks.ts';

describe('British marks', () => {
  test.each([
    ['“It is shut,” she said.', '‘It is shut,’ she said.'],
    [
      '“He told us, ‘Go home,’ and left,” she said.',
      '‘He told us, “Go home,” and left,’ she said.',
    ],
    [
      '“The workers’ union isn’t in the ’90s,” he said.',
      '‘The workers’ union isn’t in the ’90s,’ he said.',
    ],
    [
      '“It is the workers’ ‘safe’ bridge,” he said.',
      '‘It is the workers’ “safe” bridge,’ he said.',
    ],
    ['“An ‘old’ and a ‘new’ bridge”', '‘An “old” and a “new” bridge’'],
    ['The officials’ view of the ’90s.', 'The officials’ view of the ’90s.'],
    ['“It goes on in the next paragraph.', '‘It goes on in the next paragraph.'],
    ['and so it ended,” she said. “It is shut.”', 'and so it ended,’ she said. ‘It is shut.’'],
    ['A so-called ‘safe’ bridge.', 'A so-called ‘safe’ bridge.'],
  ])('%s → %s', (text, turned) => {
    expect(inMarks(text, 'en-GB')).toBe(turned);
    expect(inMarks(text, 'en-US')).toBe(text);
    expect(inMarks(text, 'en')).toBe(text);
  });
});

describe('on a page', () => {
  const turned = (page: string) => sanitize(page, turnMarks('en-GB'));

  test('a quotation runs over marked words', () => {
    expect(turned('<p>“It is <ins>‘shut’</ins>,” <b>she</b> said.</p>')).toBe(
      '<p>‘It is <ins>“shut”</ins>,’ <b>she</b> said.</p>',
    );
  });

  test('and over no paragraph', () => {
    expect(turned('<p>“It is ‘shut.</p><p>It’s open’ now.”</p>')).toBe(
      '<p>‘It is ‘shut.</p><p>It’s open’ now.’</p>',
    );
  });
});

describe('an element q', () => {
  const quoted = (words: string, locale: 'en' | 'en-GB') =>
    sanitize(`<p><q>${words}</q></p>`, turnMarks(locale)).replace(/<[^>]*>/gu, '');

  test.each([
    ['“It is shut,” she said.', '“‘It is shut,’ she said.”', '‘“It is shut,” she said.’'],
    ['“An ‘old’ bridge”', '“‘An “old” bridge’”', '‘“An ‘old’ bridge”’'],
    ['The ‘old’ bridge isn’t.', '“The ‘old’ bridge isn’t.”', '‘The “old” bridge isn’t.’'],
    [
      'and so it ended,” she said.',
      '“and so it ended,’ she said.”',
      '‘and so it ended,” she said.’',
    ],
  ])('gets marks, and has the other ones within: %s', (words, en, british) => {
    expect(quoted(words, 'en')).toBe(en);
    expect(quoted(words, 'en-GB')).toBe(british);
  });

  test('is no part of a quotation that begins before it', () => {
    expect(sanitize('<p>“a <q>b “c”</q> d”</p>', turnMarks('en-GB')).replace(/<[^>]*>/gu, '')).toBe(
      '‘a ‘b “c”’ d’',
    );
  });
});
