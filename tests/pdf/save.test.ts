import { PDFContext, PDFCrossRefStream, PDFDocument, PDFRef } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { save } from '../../src/pdf/save.ts';

test('gives the bytes that the library gives by itself', async () => {
  const made = async () => {
    const document = await PDFDocument.create({ updateMetadata: false });
    for (let at = 0; at < 60; at++) document.addPage([100 + at, 100]).drawText(`page ${at}`);
    return document;
  };
  const itself = await (await made()).save({ objectsPerTick: Number.POSITIVE_INFINITY });
  expect(Buffer.compare(await save(await made()), itself)).toBe(0);
});

test('entries stand in the order of their numbers, in whatever order they come', async () => {
  await save(await PDFDocument.create());
  const stream = PDFCrossRefStream.create(PDFContext.create().obj({}));
  for (const number of [3, 1, 7, 5, 9, 2]) stream.addUncompressedEntry(PDFRef.of(number), number);
  const entries: { ref: PDFRef }[] = Reflect.get(stream, 'entries');
  expect(entries.map(({ ref }) => ref.objectNumber)).toEqual([0, 1, 2, 3, 5, 7, 9]);
});
