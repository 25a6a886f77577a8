import { deflateSync } from 'node:zlib';
import { PDFName, PDFString } from '@cantoo/pdf-lib';
import { describe, expect, test } from 'vitest';
import { type Column, newPdf, opened, refusal, set, wrapped } from './support.ts';

const SENTENCE = 'The old bridge over the Lenn was closed to all traffic on Monday.';

/** A PDF of one page with these lines. */
async function pdfOf(...lines: readonly string[]) {
  const { pdf, plain } = await newPdf();
  set(pdf.addPage([595, 842]), lines, 700, { x: 60, width: 0, size: 11, font: plain });
  return pdf;
}

/** What the pages of a PDF are made of, with their kinds. */
async function partsOf(bytes: Uint8Array) {
  const { content } = await opened('a.pdf', bytes);
  return content?.stretches?.map(({ kind, start, end }) => [
    kind,
    content.source.slice(start, end),
  ]);
}

describe('a PDF', () => {
  test('gives its text layer', async () => {
    const { content, messages } = await opened('a.pdf', await (await pdfOf(SENTENCE)).save());
    expect(messages).toEqual([]);
    expect(content).toMatchObject({
      source: SENTENCE,
      form: 'stretches',
      part: 'text layer of the PDF',
      found: [],
      stretches: [{ kind: 'paragraph', start: 0, end: SENTENCE.length }],
    });
  });

  test('is known by its content, whatever it is called', async () => {
    const { messages } = await opened('a.txt', await (await pdfOf(SENTENCE)).save());
    expect(messages.map(({ ruleId }) => ruleId)).toEqual(['content-other']);
  });

  test('gives the same text every time', async () => {
    const bytes = await (await pdfOf(SENTENCE, 'By Ann Field')).save();
    expect(await opened('a.pdf', bytes)).toEqual(await opened('a.pdf', bytes));
  });

  test('is read as it is seen, where its pages are turned', async () => {
    const { pdf, plain } = await newPdf();
    const page = pdf.addPage([842, 595]);
    page.node.set(PDFName.of('Rotate'), pdf.context.obj(90));
    for (const [index, line] of ['The bridge was closed', 'on Monday.'].entries()) {
      page.drawText(line, {
        x: 100 + 14 * index,
        y: 60,
        size: 11,
        font: plain,
        rotate: { type: 'degrees', angle: 90 } as never,
      });
    }
    expect(await partsOf(await pdf.save())).toEqual([
      ['paragraph', 'The bridge was closed\non Monday.'],
    ]);
  });

  test('is read column by column, over the ends of columns and pages', async () => {
    const { pdf, plain, bold } = await newPdf();
    const paragraphs = Array.from(
      { length: 60 },
      (_, index) =>
        `In the year ${1900 + index} the keeper of the bridge over the Lenn counted the carts that crossed it on a Monday in May and wrote their number into the great book of the town.`,
    );
    const columns: readonly Column[] = [60, 305].map((x) => ({
      x,
      width: 230,
      size: 10,
      font: plain,
    }));
    const lines = paragraphs.flatMap((text) =>
      columns.slice(0, 1).flatMap((column) => wrapped(text, column)),
    );
    for (let at = 0, number = 1; at < lines.length; number++) {
      const page = pdf.addPage([595, 842]);
      set(page, ['The Book of the Bridge'], 800, { x: 60, width: 0, size: 8, font: plain });
      set(page, [`${number}`], 30, { x: 290, width: 0, size: 8, font: plain });
      const top = number === 1 ? 700 : 760;
      if (number === 1) {
        set(page, ['What the keeper of the bridge', 'wrote down'], 760, {
          x: 60,
          width: 0,
          size: 20,
          font: bold,
        });
      }
      for (const column of columns) {
        const count = Math.floor((top - 60) / 12.5);
        set(page, lines.slice(at, at + count), top, column);
        at += count;
      }
    }
    const parts = (await partsOf(await pdf.save())) ?? [];
    const of = (kind: string) =>
      parts.filter(([is]) => is === kind).map(([, text]) => text?.replace(/\n/gu, ' '));
    expect(pdf.getPageCount()).toBe(2);
    expect(of('headline')).toEqual(['What the keeper of the bridge wrote down']);
    expect(of('paragraph')).toEqual(paragraphs);
    expect(of('furniture')).toEqual(['The Book of the Bridge', '1', 'The Book of the Bridge', '2']);
  });

  test('tells the address that a browser printed below it', async () => {
    const pdf = await pdfOf(SENTENCE);
    const { plain } = await newPdf();
    void plain;
    const [page] = pdf.getPages();
    page?.drawText('https://courier.example/bridge 1/1', { x: 20, y: 20, size: 8 });
    const { content } = await opened('a.pdf', await pdf.save());
    expect(content?.found).toEqual([
      {
        field: 'url',
        value: 'https://courier.example/bridge',
        basis: 'inferred',
        because: 'address at the edge of a page',
      },
    ]);
  });

  test('counts as said by its text what its properties say, and no more', async () => {
    const pdf = await pdfOf('Bridge over the Lenn shut', 'By Ann Field, 12 March 2031.', SENTENCE);
    pdf.setTitle('Microsoft Word - doc1');
    pdf.setAuthor('pressoffice');
    pdf.setCreationDate(new Date('2031-03-13T12:00:00Z'));
    const before = await opened('a.pdf', await pdf.save());
    expect(before.content?.found).toEqual([]);
    pdf.setTitle('Bridge over the Lenn shut | Harlow Courier');
    pdf.setAuthor('Ann Field');
    pdf.setCreationDate(new Date('2031-03-12T12:00:00Z'));
    const { content } = await opened('a.pdf', await pdf.save());
    expect(content?.found.map(({ field, value, basis }) => [field, value, basis])).toEqual([
      ['headline', 'Bridge over the Lenn shut', 'inferred'],
      ['authors', ['Ann Field'], 'inferred'],
      ['published', '2031-03-12', 'inferred'],
    ]);
  });

  test('says which of its pages have no text', async () => {
    const pdf = await pdfOf(SENTENCE);
    pdf.addPage();
    const { content, messages } = await opened('a.pdf', await pdf.save());
    expect(content?.source).toBe(SENTENCE);
    expect(messages.map(({ ruleId, actual }) => [ruleId, actual])).toEqual([
      ['page-without-text', '1 of 2 pages without text (2)'],
    ]);
  });
});

describe('a PDF that cannot be read', () => {
  test('without a text layer is refused', async () => {
    const { pdf } = await newPdf();
    pdf.addPage();
    const { content, messages } = await opened('a.pdf', await pdf.save());
    expect(content).toBeNull();
    expect(messages.map(({ ruleId, reason }) => [ruleId, reason])).toEqual([
      [
        'no-text',
        'Unexpected PDF without a text layer, expected one that words can be copied from: run OCR first',
      ],
    ]);
  });

  test('with a password is refused', async () => {
    const pdf = await pdfOf(SENTENCE);
    pdf.encrypt({ userPassword: 'secret', ownerPassword: 'owner' });
    expect(await refusal('a.pdf', await pdf.save())).toEqual([
      ['encrypted-file', 'PDF with a password'],
    ]);
  });

  test('that forbids copying, and needs no password to be read, is read', async () => {
    const pdf = await pdfOf(SENTENCE);
    pdf.encrypt({ userPassword: '', ownerPassword: 'owner', permissions: { copying: false } });
    expect((await opened('a.pdf', await pdf.save())).content?.source).toBe(SENTENCE);
  });

  test.each([
    ['cut off', 400],
    ['all but its beginning', 9],
  ])('that is %s is refused', async (_, length) => {
    const whole = await (await pdfOf(SENTENCE)).save();
    const [message] = await refusal('a.pdf', whole.subarray(0, length));
    expect(message?.[0]).toBe('broken-file');
    expect(message?.[1]).toMatch(/^PDF that is cut off or damaged/u);
  });

  test('that is of 5000 pages is refused', async () => {
    const { pdf } = await newPdf();
    for (let page = 0; page < 5000; page++) pdf.addPage();
    expect(await refusal('a.pdf', await pdf.save())).toEqual([['too-large', '5000 pages']]);
  });

  test('of a book is refused', async () => {
    const { pdf, plain } = await newPdf();
    const lines = Array.from({ length: 60 }, () => SENTENCE.repeat(3));
    for (let page = 0; page < 50; page++) {
      set(pdf.addPage([2000, 842]), lines, 800, { x: 20, width: 0, size: 10, font: plain });
    }
    expect(await refusal('a.pdf', await pdf.save())).toEqual([
      ['too-large', 'more than 500000 letters'],
    ]);
  });

  test.each([
    ['once', 'FlateDecode', (bytes: Buffer) => deflateSync(bytes)],
    ['twice', ['FlateDecode', 'FlateDecode'], (bytes: Buffer) => deflateSync(deflateSync(bytes))],
  ])('that unpacks without end is refused, packed %s', async (_, filter, pack) => {
    const pdf = await pdfOf(SENTENCE);
    const packed = pack(Buffer.alloc(250_000_000, ' '));
    const stream = pdf.context.stream(packed, { Filter: filter });
    pdf.getPages()[0]?.node.set(PDFName.of('Contents'), pdf.context.register(stream));
    expect(await refusal('a.pdf', await pdf.save())).toEqual([
      ['too-large', 'streams that unpack to more than 200 MB'],
    ]);
  });

  test('whose letters nobody knows is refused', async () => {
    const { pdf, plain } = await newPdf();
    const page = pdf.addPage();
    page.drawText(SENTENCE, { font: plain, size: 11 });
    // A table that gives each letter a meaning of its own.
    const table = `/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfrange <00> <FF> <E000> endbfrange endcmap end`;
    await pdf.flush();
    const font = pdf.context.lookup(plain.ref) as unknown as {
      set: (name: PDFName, value: unknown) => void;
    };
    font.set(PDFName.of('ToUnicode'), pdf.context.register(pdf.context.stream(table)));
    expect(await refusal('a.pdf', await pdf.save())).toEqual([
      ['no-text', 'PDF without a text layer'],
    ]);
  });
});

test('what a PDF wants to be run is not run, and nothing is fetched', async () => {
  const pdf = await pdfOf(SENTENCE);
  pdf.addJavaScript('start', 'globalThis.ran = true; app.launchURL("http://127.0.0.1:9/x");');
  pdf.catalog.set(
    PDFName.of('OpenAction'),
    pdf.context.obj({ S: 'JavaScript', JS: PDFString.of('globalThis.ran = true') }),
  );
  const fetched: unknown[] = [];
  const { fetch } = globalThis;
  globalThis.fetch = async (address) => {
    fetched.push(address);
    throw new Error('no network');
  };
  const { content } = await opened('a.pdf', await pdf.save());
  globalThis.fetch = fetch;
  expect(content?.source).toBe(SENTENCE);
  expect('ran' in globalThis).toBe(false);
  expect(fetched).toEqual([]);
});
