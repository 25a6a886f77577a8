import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { htmlBlocks } from '../../src/html/blocks.ts';
import { randomFrom } from '../support.ts';

const blocksIn = (source: string) =>
  htmlBlocks(unified().use(rehypeParse).parse(source), source, ({ properties }) =>
    Boolean(properties['hidden'] ?? false),
  );

const textsIn = (source: string) => blocksIn(source).map(({ content }) => content.text);

/** What the file has for each stretch of a block. */
const rawOf = (source: string) =>
  blocksIn(source).map(({ content }) =>
    content.runs.map(({ start, end }) => source.slice(start, end)),
  );

describe('blocks of mark-up', () => {
  test.each([
    ['paragraphs', '<p>One.</p><p>Two.</p>', ['One.', 'Two.']],
    ['paragraphs that are not closed', '<p>One.<p>Two.', ['One.', 'Two.']],
    ['text between elements', '<div>One.<p>Two.</p>Three.</div>', ['One.', 'Two.', 'Three.']],
    ['elements within a line', '<p>A <b>bold</b> <a href="#">move</a>.</p>', ['A bold move.']],
    ['a line break', '<p>One<br>two.</p>', ['One two.']],
    ['two line breaks', '<p>One.<br> <br>Two.</p>', ['One.', 'Two.']],
    ['cells of a table', '<table><tr><td>One<td>Two</table>', ['One', 'Two']],
    [
      'scripts, styles, drawings',
      '<p>One<script>x</script><style>y</style><svg><text>z</text></svg></p>',
      ['One'],
    ],
    ['comments', '<p>One<!-- two -->three</p>', ['Onethree']],
    [
      'what is set apart',
      '<p>Mayor <i hidden>Ruth Amsel, 62</i>Amsel came.</p>',
      ['Mayor Amsel came.', 'Ruth Amsel, 62'],
    ],
    ['nothing', '<p> </p><div>\n</div>', []],
  ])('%s', (_, source, texts) => {
    expect(textsIn(source)).toEqual(texts);
  });

  test('how much of a block is a link', () => {
    const [block] = blocksIn('<p>See <a href="#">the map</a> now.</p>');
    expect(block?.linked).toBe('the map'.length);
  });

  test('the elements around a block, outermost first', () => {
    const [block] = blocksIn('<article><p><b>One.</b></p></article>');
    expect(block?.within.map(({ tagName }) => tagName)).toEqual([
      'html',
      'body',
      'article',
      'p',
      'b',
    ]);
  });
});

describe('places in the file', () => {
  test.each([
    ['plain text', '<p>One.</p>', [['One.']]],
    [
      'a character reference stands as a whole',
      '<p>A&amp;B&nbsp;C</p>',
      [['A', '&amp;', 'B', '&nbsp;', 'C']],
    ],
    ['one without its semicolon', '<p>A&ampB</p>', [['A', '&ampB']]],
    [
      'one that stands for two letters',
      '<p>a&NotEqualTilde;b</p>',
      [['a', '&NotEqualTilde;', 'b']],
    ],
    ['one in Windows-1252', '<p>a&#146;b</p>', [['a', '&#146;', 'b']]],
    ['what is none', '<p>AT&T, R&D &c</p>', [['AT&T, R&D &c']]],
    ['line ends of Windows', '<p>One\r\ntwo</p>', [['One', '\r\n', 'two']]],
    ['one that opens the page', '&amp;B', [['&amp;', 'B']]],
    ['text that was moved out of a table', '<table>One<tr><td>Two</table>', [['One'], ['Two']]],
  ])('%s', (_, source, raw) => {
    expect(rawOf(source)).toEqual(raw);
  });

  test('whatever is written, no letter is lost and each is where it is said to be', () => {
    const random = randomFrom(7);
    const pieces =
      'word &amp; &lt <p> </p> <b> </b> <i> <table> <td> </table> <br> &eacute; \r\n < > <!--x--> & é 👍 <div> </div> <a> </a>'.split(
        ' ',
      );
    for (let round = 0; round < 300; round++) {
      const source = Array.from(
        { length: 30 },
        () => pieces[Math.floor(random() * pieces.length)],
      ).join(' ');
      for (const { content } of blocksIn(source)) {
        for (const [index, { at, start, end }] of content.runs.entries()) {
          const text = content.text.slice(at, content.runs[index + 1]?.at);
          const raw = source.slice(start, end);
          if (text.length === raw.length) expect([text, text.replace('\n', '\r')]).toContain(raw);
          else expect(raw).toMatch(/^(?:&\w+;?|\r\n|<br>)$/u);
        }
      }
      const count = (text: string) => text.match(/word/gu)?.length ?? 0;
      expect(count(textsIn(source).join(' '))).toBe(count(source));
    }
  });
});
