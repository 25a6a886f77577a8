/** What a theme may say: which custom properties, and what each may be. */

/** How a value is written, and how that is put to who writes it otherwise. */
interface Form {
  readonly pattern: RegExp;
  readonly expected: string;
}

const FACE = String.raw`(?:"[\p{L}\p{N} .-]+"|[a-z][a-z-]*)`;

/**
 * Colors are hexadecimal alone: so the contrast of each pair can be measured before anything is
 * published. Nothing that is written like these can fetch, or end the style sheet.
 */
const FORMS = {
  color: { pattern: /^#(?:[\da-f]{3}|[\da-f]{6})$/iu, expected: 'a color such as #1b1b19' },
  face: {
    pattern: new RegExp(`^${FACE}(?:\\s*,\\s*${FACE})*$`, 'iu'),
    expected: 'typefaces such as "Inter", Arial, sans-serif',
  },
  length: {
    pattern: /^(?:\d{1,4}(?:\.\d{1,4})?|\.\d{1,4})(?:rem|em|ch|px|pt|mm)$/u,
    expected: 'a length such as 1.5rem',
  },
  figures: { pattern: /^"[ol]num"$/u, expected: '"onum" (old-style figures) or "lnum" (lining)' },
} as const satisfies Record<string, Form>;

/** A custom property: what it may be, and what it is for. */
interface Token {
  readonly form: keyof typeof FORMS;
  readonly about: string;
}

/** The custom properties of a theme. `docs/templates.md` lists them; a test holds both together. */
export const TOKENS = {
  paper: { form: 'color', about: 'The page.' },
  ink: { form: 'color', about: 'Words.' },
  soft: { form: 'color', about: 'Words of less weight: labels, notes, what the briefing added.' },
  rule: { form: 'color', about: 'Thin lines; empty cells of the strips.' },
  edge: { form: 'color', about: 'Lines that tell something apart: boxes of tags, the drawings.' },
  accent: { form: 'color', about: 'Citations, and cells of the reports that state a fact.' },
  warn: { form: 'color', about: 'What the reports differ on.' },
  wash: { form: 'color', about: 'Ground of what the pointer is on.' },
  mark: { form: 'color', about: 'Ground of words that differ, and of what a link led to.' },
  bar: { form: 'color', about: 'The line above each part.' },
  serif: { form: 'face', about: 'To read: statements, passages. It need not have serifs.' },
  sans: { form: 'face', about: 'Labels, tables’ heads, figures of citations.' },
  display: { form: 'face', about: 'The title and the headings of parts.' },
  figures: { form: 'figures', about: 'Figures within words that are read.' },
  size: { form: 'length', about: 'Size of what is read, on a screen; all other sizes follow it.' },
  strip: { form: 'length', about: 'Width of the strips at the left, on a screen.' },
  measure: { form: 'length', about: 'Longest line of a statement, on a screen.' },
  gap: { form: 'length', about: 'Space between strip, words and margin, on a screen.' },
  thick: { form: 'length', about: 'Thickness of the line above each part.' },
  corner: { form: 'length', about: 'How round the cells of the strips are.' },
  pill: { form: 'length', about: 'How round the tags are.' },
} as const satisfies Record<string, Token>;

export type TokenName = keyof typeof TOKENS;

export const TOKEN_NAMES = Object.keys(TOKENS) as readonly TokenName[];

export const isToken = (name: string): name is TokenName => Object.hasOwn(TOKENS, name);

/** What a property should be, where its value is not; nothing where it is. */
export function objectTo(name: TokenName, value: string): string | undefined {
  const { pattern, expected } = FORMS[TOKENS[name].form];
  return pattern.test(value) ? undefined : expected;
}
