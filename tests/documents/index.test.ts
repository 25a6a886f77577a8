import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { EXTENSIONS, maxBytesOf, openDocument, openDocuments } from '../../src/documents/index.ts';

const file = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });

describe('a document', () => {
  test.each([
    ['a.txt', 'The bridge is shut.', 'text'],
    ['a.TXT', 'The bridge is shut.', 'text'],
    ['a.md', '# Bridge', 'markdown'],
    ['a.markdown', '# Bridge', 'markdown'],
    ['a.html', '<p>The bridge is shut.', 'page'],
    ['a.htm', '<p>The bridge is shut.', 'page'],
    ['a.xhtml', '<p>The bridge is shut.</p>', 'page'],
  ])('%s is read by its name', async (name, text, form) => {
    const { content, messages } = await openDocument(file(name, text));
    expect(content).toMatchObject({ name, source: text, form, encoding: 'utf-8', part: null });
    expect(messages).toEqual([]);
  });

  test.each([
    '<!DOCTYPE html><p>The bridge is shut.',
    '\n<html lang="en"><p>The bridge is shut.',
    '<?xml version="1.0"?>\n<!DOCTYPE html><p>The bridge is shut.</p>',
    '<!-- saved --><!doctype html><p>The bridge is shut.',
  ])('is read as what it is: %s', async (text) => {
    const { content, messages } = await openDocument(file('a.txt', text));
    expect(content?.form).toBe('page');
    expect(messages).toMatchObject([
      { ruleId: 'content-other', actual: 'web page under the ending ".txt"' },
    ]);
  });

  test('is told by the hash of its bytes, and its text has no byte order mark', async () => {
    const { bytes } = file('a.txt', '\u{feff}The bridge');
    const { content } = await openDocument({ name: 'a.txt', bytes });
    expect(content?.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(content?.source).toBe('The bridge');
  });

  test.each([
    [
      'a guess is said aloud',
      [0x93, ...new TextEncoder().encode('Go on and on'), 0x94],
      'encoding-guessed',
      false,
    ],
    [
      'another encoding that its mark tells is a note',
      [0xff, 0xfe, 0x47, 0],
      'encoding-other',
      undefined,
    ],
  ])('%s', async (_, bytes, ruleId, fatal) => {
    const { content, messages } = await openDocument({
      name: 'a.txt',
      bytes: Uint8Array.from(bytes),
    });
    expect(content).not.toBeNull();
    expect(messages).toMatchObject([{ ruleId, fatal }]);
  });

  test('one that cannot be opened hides none of the others', async () => {
    const { documents, unopened, messages } = await openDocuments([
      file('a.txt', 'One.'),
      file('b.txt', ''),
      { name: 'c.txt', bytes: Uint8Array.of(0xe9, 0x81) },
      file('d.md', 'Two.'),
    ]);
    expect(documents.map(({ name }) => name)).toEqual(['a.txt', 'd.md']);
    expect(unopened).toEqual(['b.txt', 'c.txt']);
    expect(messages.map(({ file: name, ruleId }) => [name, ruleId])).toEqual([
      ['b.txt', 'empty-report'],
      ['c.txt', 'not-utf8'],
    ]);
  });
});

test('pages may be larger than texts: their pictures may be in them', () => {
  expect(maxBytesOf('a.txt')).toBe(500_000);
  expect(maxBytesOf('a.HTML')).toBeGreaterThan(10_000_000);
});

test('text, Markdown and pages can be read', () => {
  expect([...EXTENSIONS]).toEqual(expect.arrayContaining(['.txt', '.md', '.html']));
});
