import { describe, expect, test } from 'vitest';
import { documentXml, docx, opened, p, refusal, zipOf } from './support.ts';

const LONG =
  'The bridge was closed on Monday, and nobody may cross it until the inspectors are done. ';

/** The parts that tell what a file says about itself. */
const core = (properties: string) => ({
  'docProps/core.xml': `<?xml version="1.0"?><cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t">${properties}</cp:coreProperties>`,
});

describe('a Word file', () => {
  test('gives its paragraphs as HTML', async () => {
    const { content, messages } = await opened(
      'a.docx',
      docx(p('Cracks &amp; rust.') + p('Shut.')),
    );
    expect(messages).toEqual([]);
    expect(content).toMatchObject({
      source: '<p>Cracks &amp; rust.</p><p>Shut.</p>',
      form: 'rich',
      encoding: 'utf-8',
      part: 'text of the Word file',
      found: [],
    });
  });

  test('is known by its content, whatever it is called', async () => {
    const { content, messages } = await opened('a.txt', docx(p('Shut.')));
    expect(content?.source).toBe('<p>Shut.</p>');
    expect(messages.map(({ ruleId }) => ruleId)).toEqual(['content-other']);
  });

  test('has its title as a heading, its tables, lists and notes', async () => {
    const styles =
      '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style></w:styles>';
    const table = `<w:tbl><w:tr><w:tc>${p('Closed')}</w:tc><w:tc>${p('Monday')}</w:tc></w:tr></w:tbl>`;
    const { content } = await opened(
      'a.docx',
      docx(p('Bridge shut', 'T') + table, { 'word/styles.xml': styles }),
    );
    expect(content?.source).toBe(
      '<h1>Bridge shut</h1><table><tr><td><p>Closed</p></td><td><p>Monday</p></td></tr></table>',
    );
  });

  test('has what a revision put in, not what it struck out', async () => {
    const body =
      '<w:p><w:r><w:t>The bridge </w:t></w:r><w:del><w:r><w:delText>was</w:delText></w:r></w:del><w:ins><w:r><w:t>is</w:t></w:r></w:ins><w:r><w:t> shut.</w:t></w:r></w:p>';
    expect((await opened('a.docx', docx(body))).content?.source).toBe('<p>The bridge is shut.</p>');
  });

  test('counts as said by its text what its properties say, and no more', async () => {
    const properties =
      '<dc:title>Bridge shut for good</dc:title><dc:creator>Ann Field</dc:creator><dcterms:created>2031-03-12T08:00:00Z</dcterms:created>';
    const without = await opened('a.docx', docx(p(LONG), core(properties)));
    expect(without.content?.found).toEqual([]);
    const said = p('Bridge shut for good') + p('By Ann Field, 12 March 2031') + p(LONG);
    const { content } = await opened('a.docx', docx(said, core(properties)));
    expect(content?.found.map(({ field, value, basis }) => [field, value, basis])).toEqual([
      ['headline', 'Bridge shut for good', 'inferred'],
      ['authors', ['Ann Field'], 'inferred'],
      ['published', '2031-03-12', 'inferred'],
    ]);
  });

  test('does not unpack pictures', async () => {
    const picture = { 'word/media/a.png': { content: Buffer.alloc(60_000_000) } };
    expect((await opened('a.docx', docx(p('Shut.'), picture))).messages).toEqual([]);
  });
});

describe('a Word file that is not what it should be', () => {
  const whole = docx(p(LONG));
  const big = { content: Buffer.alloc(60_000_000, ' ') };

  test.each([
    [
      'cut off',
      whole.subarray(0, whole.length - 40),
      'broken-file',
      'file that is cut off or damaged',
    ],
    ['without its beginning', whole.subarray(50), 'broken-file', 'file that is cut off or damaged'],
    [
      'a zip of something else',
      zipOf({ '[Content_Types].xml': '<a/>', 'xl/workbook.xml': '<a/>' }),
      'broken-file',
      'zip file without word/document.xml',
    ],
    [
      'of the old kind',
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      'broken-file',
      'Word file of the old kind (.doc)',
    ],
    [
      'with a password',
      Buffer.concat([Buffer.from('d0cf11e0', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
      'encrypted-file',
      'Word file with a password',
    ],
    [
      'far larger once unpacked',
      docx(p(LONG), { 'word/comments.xml': big }),
      'too-large',
      'mark-up of 60001 kB once unpacked',
    ],
    [
      'far larger than it says',
      docx('', { 'word/document.xml': { ...big, claimed: 1000 } }),
      'broken-file',
      'part that is damaged or of another size',
    ],
    [
      'asking for a file of the computer',
      docx('', {
        'word/document.xml': `<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>${documentXml(p('&x;'))}`,
      }),
      'broken-file',
      'document type declaration',
    ],
    [
      'nested too deep',
      docx(`${'<w:tbl><w:tr><w:tc>'.repeat(20_000)}${'</w:tc></w:tr></w:tbl>'.repeat(20_000)}`),
      'too-deep',
      'tables or fields nested too deep',
    ],
    ['without text', docx(p(' ')), 'no-text', 'Word file without text'],
    ['a book', docx(p(LONG).repeat(6000)), 'too-large', 'text of 527999 letters'],
  ])('%s is refused', async (_, file, rule, found) => {
    expect(await refusal('a.docx', file)).toEqual([[rule, found]]);
  });

  test('that is a web page is read as one', async () => {
    const { content, messages } = await opened('a.docx', `<html><p>${LONG}</p></html>`);
    expect(content?.form).toBe('page');
    expect(messages.map(({ ruleId }) => ruleId)).toEqual(['content-other']);
  });

  test('with mark-up that is none of Word’s says so', async () => {
    const [message] = await refusal('a.docx', docx('', { 'word/document.xml': 'no mark-up' }));
    expect(message?.[0]).toBe('broken-file');
  });
});
