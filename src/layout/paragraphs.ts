import { ENDED, isSize, type Line, lineOf, type Paragraph, type Row, SPACE } from './lines.ts';

/** What a column is like where nothing is special. */
interface Measure {
  readonly left: number;
  readonly right: number;
  /** From line to line. */
  readonly leading: number;
  /** The size of the text, in all columns. */
  readonly body: number;
}

function measureOf(lines: readonly Line[]): Omit<Measure, 'body'> {
  const sorted = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b);
  const at = (numbers: readonly number[], share: number) =>
    sorted(numbers)[Math.floor(share * (numbers.length - 1))] ?? 0;
  const steps = lines.slice(1).map(({ y }, index) => (lines[index]?.y ?? 0) - y);
  return {
    left: at(
      lines.map(({ left }) => left),
      0.2,
    ),
    // The longest line may stand out of the measure.
    right: at(
      lines.map(({ right }) => right),
      0.9,
    ),
    leading: at(steps, 0.3),
  };
}

/** The paragraphs of a column. @param body The size of the text, in all columns. */
export function paragraphsIn(column: readonly Row[], body: number): Paragraph[] {
  const lines = column.map(lineOf);
  const measure = { ...measureOf(lines), body };
  const paragraphs: [Line, ...Line[]][] = [];
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    if (!before || begins(line, before, measure)) paragraphs.push([line]);
    else paragraphs.at(-1)?.push(line);
  }
  return paragraphs;
}

/** A gap between lines that parts paragraphs, in parts of the usual one. */
const GAP = 1.3;
/** An indentation, in parts of the size. */
const INDENT = 0.7;
/** Whether a line begins a paragraph, after the line before it. */
function begins(line: Line, before: Line, measure: Measure): boolean {
  const { left, right, leading, body } = measure;
  if (!isSize(line.size, before.size) || BULLET.test(line.text)) return true;
  if (before.y - line.y > GAP * Math.max(leading, line.size)) return true;
  const isIndented = (one: Line) => one.left - left > INDENT * one.size;
  // Two indented lines in a row are two paragraphs, or lines of a block that is set in.
  if (isIndented(line) && (!isIndented(before) || ENDED.test(before.text))) return true;
  // Headlines are broken where it looks well; names and dates stand in lines of their own.
  const isShort = isSize(line.size, body) && right - before.right > SHORT * (right - left);
  return (isShort || ENDED.test(before.text)) && hasRoom(before, line, right);
}

/** A line that leaves more of its column empty was ended on purpose. */
const SHORT = 0.5;

const BULLET = /^[•▪◦‣●■]\s*/u;

/** Whether the first word of a line would have found room in the line before. */
const hasRoom = (before: Line, { firstWidth, size }: Line, right: number): boolean =>
  right - before.right > firstWidth + SPACE * size + size;

/** Join what the end of a column or a page parts. */
export function joined(paragraphs: readonly Paragraph[]): readonly Paragraph[] {
  const whole: [Line, ...Line[]][] = [];
  for (const paragraph of paragraphs) {
    const before = whole.at(-1);
    if (before && goesOn(paragraph, before)) before.push(...paragraph);
    else whole.push([...paragraph]);
  }
  return whole;
}

function goesOn([first]: Paragraph, before: Paragraph): boolean {
  const last = before.at(-1) ?? before[0];
  const isBelow = first.page === last.page && first.y <= last.y;
  if (
    isBelow ||
    !isSize(first.size, last.size) ||
    BULLET.test(first.text) ||
    ENDED.test(last.text)
  ) {
    return false;
  }
  const right = Math.max(...before.map((line) => line.right));
  const isFilled = before.length > 1 && !hasRoom(last, first, right);
  return isFilled || /^\p{Ll}/u.test(first.text);
}
