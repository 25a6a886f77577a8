import { expect, test } from 'vitest';
import { withArtifacts } from '../../src/pdf/operators.ts';

/** Operators as a browser writes them, and what they are told to be. */

const told = (lines: readonly string[], pictures: readonly number[] = []) => {
  const { content, dropped } = withArtifacts(lines.join('\n'), (at) => pictures.includes(at));
  return { lines: content.split('\n'), dropped: [...dropped] };
};

const TEXT = ['BT', '<0001> Tj', 'ET'];
const BOX = ['1 2 3 4 re', 'f'];
const marked = (number: number, lines: readonly string[]) => [
  `/P <</MCID ${number} >>BDC`,
  ...lines,
  'EMC',
];

test('text in no stretch is an artifact', () => {
  expect(told(['q', ...TEXT, 'Q', ...marked(0, TEXT)])).toEqual({
    lines: ['/Artifact BMC', 'q', ...TEXT, 'Q', 'EMC', ...marked(0, TEXT)],
    dropped: [],
  });
});

test('boxes in no stretch are of the layout', () => {
  expect(told([...marked(0, TEXT), ...BOX]).lines).toEqual([
    ...marked(0, TEXT),
    '/Artifact <</Type /Layout>> BDC',
    ...BOX,
    'EMC',
  ]);
});

test('what draws nothing stays as it is', () => {
  const lines = ['q', '1 2 3 4 re', 'W* n', '/G3 gs', 'Q', ''];
  expect(told(lines).lines).toEqual(lines);
});

test('a stretch of boxes is no content, unless it is of a picture', () => {
  const lines = [...marked(0, BOX), ...marked(1, BOX)];
  expect(told(lines, [1])).toEqual({
    lines: ['/Artifact <</Type /Layout>> BDC', ...BOX, 'EMC', ...marked(1, BOX)],
    dropped: [0],
  });
});

test('a stretch within a stretch ends with its own end', () => {
  const inner = ['/Span<</ActualText <FEFF2019> >> BDC', ...TEXT, 'EMC'];
  expect(told(marked(0, [...inner, ...BOX])).lines).toEqual(marked(0, [...inner, ...BOX]));
});

test('a stretch that only says how it is read is told like all else', () => {
  const stray = ['/Span<</ActualText <FEFF2060> >> BDC', ...TEXT, 'EMC'];
  expect(told(stray).lines).toEqual(['/Artifact BMC', ...stray, 'EMC']);
});
