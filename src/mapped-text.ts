import type { MappedText, NonEmpty, Run, Span } from './types.ts';

/**
 * Text whose every character can be traced to the file it was read from.
 *
 * Normalization shortens, joins and replaces characters; citations must still point into the
 * file. So text is never edited as a bare string but through these functions, which carry the
 * places along.
 */

/** Text as it stands in the file from `start` to `end`. */
export function fromSource(source: string, start: number, end: number): MappedText {
  const text = source.slice(start, end);
  return { text, runs: text === '' ? [] : [{ at: 0, start, end }] };
}

/** Text that stands for a stretch of the file as a whole, such as a decoded character reference. */
export function fromDecoded(text: string, start: number, end: number): MappedText {
  return { text, runs: text === '' ? [] : [{ at: 0, start, end }] };
}

/** Join texts that follow one another in the file. */
export function concat(parts: readonly MappedText[]): MappedText {
  const builder = new Builder();
  for (const part of parts) builder.add(part, 0, part.text.length);
  return builder.done();
}

/**
 * Take a part of a text.
 *
 * @param from Index into the text of the first character.
 * @param to Index behind the last character; the end of the text when left out.
 */
export function slice(mapped: MappedText, from: number, to = mapped.text.length): MappedText {
  const builder = new Builder();
  builder.add(mapped, from, to);
  return builder.done();
}

/** Remove white space at both ends. */
export function trim(mapped: MappedText): MappedText {
  const from = mapped.text.length - mapped.text.trimStart().length;
  return slice(mapped, from, Math.max(from, mapped.text.trimEnd().length));
}

/**
 * Replace every match of a pattern.
 *
 * @param pattern Must have the flag `g`.
 * @param replacement Gives the new text for a match. What it replaces stays traceable: character
 *   by character where both have the same length, else as a whole.
 */
export function replace(
  mapped: MappedText,
  pattern: RegExp,
  replacement: (match: RegExpMatchArray) => string,
): MappedText {
  const builder = new Builder();
  let last = 0;
  for (const match of mapped.text.matchAll(pattern)) {
    const from = match.index;
    const to = from + match[0].length;
    const text = replacement(match);
    // What stays as it was stays as closely traceable.
    if (text === match[0]) continue;
    builder.add(mapped, last, from);
    builder.substitute(mapped, from, to, text);
    last = to;
  }
  if (last === 0) return mapped;
  builder.add(mapped, last, mapped.text.length);
  return builder.done();
}

/**
 * Give the range of the file that a part of the text was read from, from its first character to
 * its last.
 *
 * @throws RangeError when the part is empty: nothing stands for it in the file.
 */
export function sourceSpan(mapped: MappedText, from: number, to: number): Span {
  const ranges = sourceRanges(mapped, from, to);
  return { start: ranges[0].start, end: (ranges.at(-1) ?? ranges[0]).end };
}

/**
 * Give the stretches of the file that hold a part of the text, in order, without what lies
 * between them.
 *
 * @throws RangeError when the part is empty.
 */
export function sourceRanges(mapped: MappedText, from: number, to: number): NonEmpty<Span> {
  const ranges: Span[] = [];
  for (let index = runIndex(mapped.runs, from); index < mapped.runs.length; index++) {
    const piece = clip(mapped, index, from, to);
    if (!piece) break;
    const last = ranges.at(-1);
    if (last && last.end === piece.start) ranges[ranges.length - 1] = { ...last, end: piece.end };
    else ranges.push({ start: piece.start, end: piece.end });
  }
  const [first, ...rest] = ranges;
  if (!first) throw new RangeError(`Unexpected empty range ${from}–${to}, expected text`);
  return [first, ...rest];
}

/** Index of the run that holds a character of the text, by halving. */
function runIndex(runs: readonly Run[], at: number): number {
  let low = 0;
  let high = runs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((runs[middle]?.at ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The part of one run that lies between two indices of the text, or nothing. */
function clip(mapped: MappedText, index: number, from: number, to: number) {
  const run = mapped.runs[index];
  if (!run || run.at >= to) return undefined;
  const runEnd = mapped.runs[index + 1]?.at ?? mapped.text.length;
  const low = Math.max(from, run.at);
  const high = Math.min(to, runEnd);
  if (low >= high) return undefined;
  const linear = runEnd - run.at === run.end - run.start;
  return {
    at: low,
    length: high - low,
    linear,
    start: linear ? run.start + (low - run.at) : run.start,
    end: linear ? run.start + (high - run.at) : run.end,
  };
}

/** Collects text and runs, joining runs that go on where the last one ended. */
class Builder {
  private readonly chunks: string[] = [];
  private readonly runs: Run[] = [];
  private length = 0;
  private linear = false;

  add(mapped: MappedText, from: number, to: number): void {
    for (let index = runIndex(mapped.runs, from); index < mapped.runs.length; index++) {
      const piece = clip(mapped, index, from, to);
      if (!piece) break;
      this.push(piece.start, piece.end, piece.length, piece.linear);
    }
    this.chunks.push(mapped.text.slice(from, to));
  }

  substitute(mapped: MappedText, from: number, to: number, text: string): void {
    if (text === '' || from === to) return;
    // A space stands for the first of those it replaces, not for mark-up between them.
    const blank = text.trim() === '';
    const { start, end } = blank ? sourceRanges(mapped, from, to)[0] : sourceSpan(mapped, from, to);
    this.push(start, end, text.length, end - start === text.length);
    this.chunks.push(text);
  }

  done(): MappedText {
    return { text: this.chunks.join(''), runs: this.runs };
  }

  private push(start: number, end: number, length: number, linear: boolean): void {
    const last = this.runs.at(-1);
    if (last && linear && this.linear && last.end === start) {
      this.runs[this.runs.length - 1] = { ...last, end };
    } else {
      this.runs.push({ at: this.length, start, end });
      this.linear = linear;
    }
    this.length += length;
  }
}
