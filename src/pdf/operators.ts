/** Operators that draw something: paths, shadings, pictures, text. */
const PAINTING = new Set('f F f* B B* b b* S s sh Do Tj TJ \' "'.split(' '));

/** Those that draw what may say something. */
const SAYING = new Set('Do Tj TJ \' "'.split(' '));

/** What a page draws once each operator says whether it is content. */
export interface Told {
  readonly content: string;
  /** Numbers of the stretches that no longer are content. */
  readonly dropped: ReadonlySet<number>;
}

/**
 * Mark what stands outside of every marked stretch, if it draws anything, as an artifact, and so the
 * stretches in which nothing but lines and boxes is drawn, if they are of no picture. Nothing is
 * moved: the page looks as it did.
 *
 * @param isPicture Whether a stretch, by its number, is of a picture, whose lines are content.
 */
export function withArtifacts(content: string, isPicture: (number: number) => boolean): Told {
  const dropped = new Set<number>();
  const said: string[] = [];
  let lines: string[] = [];
  let depth = 0;
  const flush = (then: readonly string[]) => {
    said.push(...then);
    lines = [];
  };
  for (const line of content.split('\n')) {
    const opens = /BDC$|BMC$/u.test(line);
    const isMarked = depth > 0 || (opens && MARKED.test(line));
    if (depth === 0 && isMarked) flush(outside(lines));
    lines.push(line);
    if (!isMarked) continue;
    const closes = line === 'EMC';
    depth += Number(opens) - Number(closes);
    if (depth > 0) continue;
    const number = numberOf(lines[0]);
    const isContent = number === undefined || draws(lines, SAYING) || isPicture(number);
    if (!isContent) dropped.add(number);
    flush(isContent ? lines : [LAYOUT, ...lines.slice(1)]);
  }
  flush(outside(lines));
  return { content: said.join('\n'), dropped };
}

/** A stretch that tells what it is. Of others, only how they are read is told. */
const MARKED = /\/MCID |^\/Artifact/u;

/** Lines outside of every marked stretch. */
const outside = (lines: readonly string[]): readonly string[] =>
  draws(lines, PAINTING) ? [draws(lines, SAYING) ? ARTIFACT : LAYOUT, ...lines, 'EMC'] : lines;

/** ISO 32000-1, 14.8.2.2. What is no content and yet in words may be a head, or a legend of signs. */
const ARTIFACT = '/Artifact BMC';
const LAYOUT = '/Artifact <</Type /Layout>> BDC';

const draws = (lines: readonly string[], operators: ReadonlySet<string>): boolean =>
  lines.some((line) => operators.has(line.slice(line.lastIndexOf(' ') + 1)));

function numberOf(opening: string | undefined): number | undefined {
  const digits = opening && /\/MCID (\d+)/u.exec(opening)?.[1];
  return digits ? Number(digits) : undefined;
}
