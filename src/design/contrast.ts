import type { VFileMessage } from 'vfile-message';
import { message } from '../messages.ts';
import type { Theme, Values } from './theme.ts';
import type { TokenName } from './tokens.ts';

/** Contrast that WCAG 2.2 asks of words (1.4.3), and of what else tells something (1.4.11). */
const WORDS = 4.5;
const SHAPES = 3;

/** Which color stands on which, and how far apart they must be. */
const PAIRS: readonly (readonly [on: TokenName, ground: TokenName, least: number])[] = [
  ...(['paper', 'mark', 'wash'] as const).flatMap((ground) =>
    (['ink', 'soft', 'accent', 'warn'] as const).map((on) => [on, ground, WORDS] as const),
  ),
  ['edge', 'paper', SHAPES],
  ['bar', 'paper', SHAPES],
];

/** Say which colors of a theme stand on others that they can hardly be told from. */
export function contrastMessages(base: Theme, theme: Theme, file: string): readonly VFileMessage[] {
  const schemes = {
    light: { ...base.light, ...theme.light },
    dark: { ...base.light, ...theme.light, ...base.dark, ...theme.dark },
    print: { ...base.light, ...theme.light, ...base.print, ...theme.print },
  };
  const told = Object.entries(schemes).flatMap(([scheme, values]) =>
    tooNear(values).map((pair) => ({ ...pair, scheme })),
  );
  // What print has from light is told once.
  const isFirst = ({ on, ground, ratio }: (typeof told)[number], at: number) =>
    told.findIndex((one) => one.on === on && one.ground === ground && one.ratio === ratio) === at;
  return told.filter(isFirst).map(({ on, ground, least, ratio, scheme }) =>
    message({
      rule: 'theme-contrast',
      file,
      found: `contrast of ${ratio.toFixed(2)} between --${on} and --${ground} (${scheme})`,
      expected: `${least} or more`,
      advice: 'make one darker or lighter; many readers cannot tell them apart',
    }),
  );
}

/** Pairs of colors that are too near each other. */
export function tooNear(values: Values) {
  return PAIRS.map(([on, ground, least]) => ({
    on,
    ground,
    least,
    ratio: contrast(values[on] ?? '#000', values[ground] ?? '#fff'),
  })).filter(({ ratio, least }) => ratio < least);
}

/** Contrast of two colors, 1 to 21 (WCAG 2.2, "contrast ratio"). */
function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = channels(color).map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** "#1b1b19" and "#fff" as shares of red, green and blue. */
function channels(color: string): readonly number[] {
  const digits = color.slice(1);
  const pairs = digits.length === 3 ? Array.from(digits, (one) => one + one) : digits.match(/../gu);
  return (pairs ?? []).map((pair) => Number.parseInt(pair, 16) / 255);
}
