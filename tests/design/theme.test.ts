import { describe, expect, test } from 'vitest';
import { contrastMessages, tooNear } from '../../src/design/contrast.ts';
import { parseTheme, themeSheet } from '../../src/design/theme.ts';
import { TOKEN_NAMES } from '../../src/design/tokens.ts';
import { nodeSystem } from '../../src/system/index.ts';
import { found } from '../support.ts';

const shipped = await nodeSystem().templates();
const themeNamed = (name: string) =>
  parseTheme(found(shipped.get(`themes/${name}.css`)), `${name}.css`);
const NAMES = [...shipped.keys()].flatMap((file) => /^themes\/(.+)\.css$/u.exec(file)?.[1] ?? []);
const base = themeNamed('broadsheet').theme;

const faults = (css: string) =>
  parseTheme(css, 'mine.css').messages.map(
    ({ ruleId, line, column, reason }) => `${line}:${column} ${ruleId} ${reason}`,
  );

describe('the themes that come with Synoptic', () => {
  test('are several', () => {
    expect(NAMES.length).toBeGreaterThan(1);
  });

  test('the default says everything', () => {
    expect(Object.keys(base.light).sort()).toEqual([...TOKEN_NAMES].sort());
  });

  test.each(NAMES)('%s: is one, and differs from the others in light and dark', (name) => {
    const { theme, messages } = themeNamed(name);
    expect(messages).toEqual([]);
    const others = NAMES.filter((other) => other !== name).map((other) => themeNamed(other).theme);
    for (const other of others) {
      expect(theme.light.accent).not.toBe(other.light.accent);
      expect(theme.dark.paper).not.toBe(other.dark.paper);
    }
  });

  test.each(NAMES)('%s: every pair of colors can be told apart', (name) => {
    expect(contrastMessages(base, themeNamed(name).theme, name)).toEqual([]);
  });
});

describe('a theme of the user’s own', () => {
  test('goes over the default, for each scheme', () => {
    const css =
      ':root { --ink: #000 }\n/* dark */ @media (prefers-color-scheme:dark) { :root { --ink: #fff } } @media print { :root { --thick: 1px } }';
    const { theme, messages } = parseTheme(css, 'mine.css');
    expect(messages).toEqual([]);
    expect(theme).toEqual({
      light: { ink: '#000' },
      dark: { ink: '#fff' },
      print: { thick: '1px' },
    });
    const [light = '', dark = '', print = ''] = themeSheet(base, theme).split('\n');
    expect(light).toContain('--ink:#000;');
    expect(light).toContain(`--paper:${base.light.paper};`);
    expect(dark).toMatch(/^@media screen and \(prefers-color-scheme: dark\)\{:root\{.*--ink:#fff/u);
    expect(print).toBe('@media print{:root{--thick:1px}}');
  });

  test.each([
    ['body { color: red }', '1:1', '"body { color: red }", expected :root'],
    [':root { color: red }', '1:9', 'property "color", expected a custom property of themes'],
    [':root {\n  --acent: #123456;\n}', '2:3', 'did you mean "--accent"?'],
    [':root {\n  --ink: red;\n}', '2:3', 'value "red" of --ink, expected a color such as #1b1b19'],
    [':root { --ink: #12345 }', '1:9', 'expected a color'],
    [':root { --ink: #123456 !important }', '1:9', 'expected a value without !important'],
    [':root { --paper: url(https://evil.example/x) }', '1:9', 'expected a color'],
    [':root { --serif: url(https://evil.example/x) }', '1:9', 'expected typefaces'],
    [':root { --serif: "a</style><script>" }', '1:9', 'expected typefaces'],
    [':root { --gap: calc(1px + 2px) }', '1:9', 'expected a length'],
    [':root { --figures: normal }', '1:9', 'expected "onum"'],
    ['@import "https://evil.example/x.css";', '1:1', 'expected :root'],
    ['@media print { body { display: none } }', '1:16', 'expected :root'],
    ['@media (min-width: 1px) { :root { --ink: #000 } }', '1:1', 'expected :root'],
    ['@font-face { src: url(x) }', '1:1', 'expected :root'],
    [':root { .cites { display: none } }', '1:9', 'expected a custom property'],
    [':root {\n  --ink: #000', '1:1', 'style sheet (unclosed block)'],
    ['</style><script>alert(1)</script>', '1:1', 'style sheet'],
  ])('takes nothing but custom properties: %s', (css, place, words) => {
    const [first = '', ...more] = faults(css);
    expect(first.startsWith(`${place} theme-unusable Unexpected `)).toBe(true);
    expect(first).toContain(words);
    expect(more).toEqual([]);
    expect(parseTheme(css, 'mine.css').theme).toEqual({ light: {}, dark: {}, print: {} });
  });

  test('is told of colors that can hardly be told apart', () => {
    const { theme } = parseTheme(':root { --soft: #bbb; }', 'mine.css');
    const told = contrastMessages(base, theme, 'mine.css').map(({ reason }) => reason);
    expect(told[0]).toContain('between --soft and --paper (light), expected 4.5 or more');
    // Neither the dark, which says otherwise, nor print, which says the same.
    expect(told.filter((reason) => !reason.includes('(light)'))).toEqual([]);
  });

  test('contrast is as WCAG has it', () => {
    const [{ ratio } = { ratio: 0 }] = tooNear({ ink: '#777', paper: '#fff' });
    expect(ratio).toBeCloseTo(4.48, 2);
  });
});
