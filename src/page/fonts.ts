import { z } from 'zod';

/** Gives the bytes of a file of an installed package. */
type PackageFile = (name: string, file: string) => Promise<Uint8Array>;

/** A typeface that every page brings along, and the cuts that the styles use. */
interface Face {
  readonly family: string;
  readonly package: string;
  readonly prefix: string;
  readonly cuts: readonly { readonly weight: number; readonly style: 'normal' | 'italic' }[];
}

/** One serif to read, one sans for labels; both under the SIL Open Font License. */
const FACES: readonly Face[] = [
  {
    family: 'Source Serif 4',
    package: '@fontsource/source-serif-4',
    prefix: 'source-serif-4',
    cuts: [
      { weight: 400, style: 'normal' },
      { weight: 600, style: 'normal' },
      { weight: 400, style: 'italic' },
    ],
  },
  {
    family: 'Inter',
    package: '@fontsource/inter',
    prefix: 'inter',
    cuts: [
      { weight: 400, style: 'normal' },
      { weight: 600, style: 'normal' },
    ],
  },
];

export interface EmbeddedFonts {
  /** `@font-face` rules with the fonts inside. */
  readonly css: string;
  /** Characters of the text that no font has: they would show as boxes, or not at all. */
  readonly missing: readonly string[];
}

/**
 * Give the fonts that a text needs as CSS: faces that its styles name, and of those only the subsets
 * that have any of its characters.
 */
export async function embedFonts(
  text: string,
  styles: string,
  packageFile: PackageFile,
): Promise<EmbeddedFonts> {
  const points = new Set(Array.from(text, (character) => character.codePointAt(0) ?? 0));
  const named = FACES.filter(({ family }) => styles.includes(`"${family}"`));
  const faces = await Promise.all(named.map((face) => embedFace(face, points, packageFile)));
  const missing = [...points]
    .filter((point) => point > 0x20 && !faces.some(({ covers }) => covers(point)))
    .map((point) => String.fromCodePoint(point));
  return { css: faces.flatMap(({ rules }) => rules).join('\n'), missing };
}

const subsets = z.record(z.string(), z.string());

async function embedFace(face: Face, points: ReadonlySet<number>, packageFile: PackageFile) {
  const bytes = await packageFile(face.package, 'unicode.json');
  const ranges = Object.entries(subsets.parse(JSON.parse(new TextDecoder().decode(bytes)))).map(
    ([subset, range]) => ({ subset, range, spans: parseRange(range) }),
  );
  const needed = ranges.filter(({ spans }) => [...points].some((point) => inSpans(point, spans)));
  const rules = needed.flatMap(({ subset, range }) =>
    face.cuts.map(async ({ weight, style }) => {
      const file = `files/${face.prefix}-${subset}-${weight}-${style}.woff2`;
      const data = Buffer.from(await packageFile(face.package, file)).toString('base64');
      return `@font-face{font-family:"${face.family}";font-weight:${weight};font-style:${style};font-display:block;src:url(data:font/woff2;base64,${data}) format("woff2");unicode-range:${range}}`;
    }),
  );
  const covers = (point: number) => ranges.some(({ spans }) => inSpans(point, spans));
  return { rules: await Promise.all(rules), covers };
}

type Range = readonly [from: number, to: number];

/** `U+0000-00FF,U+0131` as pairs of numbers. */
function parseRange(range: string): readonly Range[] {
  return range.split(',').map((part) => {
    const [from = 0, to = from] = part
      .trim()
      .replace('U+', '')
      .split('-')
      .map((hex) => Number.parseInt(hex, 16));
    return [from, to];
  });
}

const inSpans = (point: number, spans: readonly Range[]) =>
  spans.some(([from, to]) => point >= from && point <= to);
