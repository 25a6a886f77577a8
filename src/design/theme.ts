import postcss, { type ChildNode, CssSyntaxError, type Declaration, type Rule } from 'postcss';
import type { VFileMessage } from 'vfile-message';
import { message, type Place } from '../messages.ts';
import { nearest, withHint } from '../nearest.ts';
import { isToken, objectTo, TOKEN_NAMES, type TokenName } from './tokens.ts';

/** Values of custom properties, those that are given. */
export type Values = Readonly<Partial<Record<TokenName, string>>>;

/** What a theme says: for light, and what is otherwise in the dark and in print. */
export interface Theme {
  readonly light: Values;
  readonly dark: Values;
  readonly print: Values;
}

/** Where a block of properties counts, by the `@media` around it. */
const MEDIA: Readonly<Record<string, keyof Theme>> = {
  '(prefers-color-scheme: dark)': 'dark',
  print: 'print',
};

const BLOCKS = `:root { … }, alone or in ${Object.keys(MEDIA)
  .map((media) => `@media ${media}`)
  .join(' or ')}`;

/**
 * Read a theme: custom properties of `:root`, and nothing else. So no theme can hide a citation, put
 * words on a page or ask for anything.
 *
 * @param file Name for messages.
 */
export function parseTheme(
  css: string,
  file: string,
): { readonly theme: Theme; readonly messages: readonly VFileMessage[] } {
  const theme = { light: {}, dark: {}, print: {} } satisfies Theme;
  const parsed = parsedOr(css, file);
  if ('objection' in parsed) return { theme, messages: [parsed.objection] };
  const messages = parsed.nodes.flatMap((node) => {
    if (node.type === 'comment') return [];
    if (node.type === 'rule') return fillFrom(node, theme.light, file);
    const media =
      node.type === 'atrule' && node.name === 'media' ? MEDIA[mediaOf(node)] : undefined;
    if (node.type !== 'atrule' || !media) return [stray(node, BLOCKS, file)];
    return (node.nodes ?? []).flatMap((inner) => {
      if (inner.type === 'comment') return [];
      return inner.type === 'rule'
        ? fillFrom(inner, theme[media], file)
        : [stray(inner, ':root { … }', file)];
    });
  });
  return { theme, messages };
}

/** A theme as a style sheet, over what it does not say. A page that is printed is never dark. */
export function themeSheet(base: Theme, { light, dark, print }: Theme): string {
  return [
    block({ ...base.light, ...light }),
    `@media screen and (prefers-color-scheme: dark){${block({ ...base.dark, ...dark })}}`,
    `@media print{${block({ ...base.print, ...print })}}`,
  ].join('\n');
}

/** The colors of a theme by day, for what is drawn without a browser. @param templates As a design has them. */
export function lightColors(templates: ReadonlyMap<string, string>) {
  const sheet = templates.get('styles/theme.css') ?? templates.get('themes/broadsheet.css') ?? '';
  const { paper = '#ffffff', ink = '#000000', bar = '#000000' } = parseTheme(sheet, '').theme.light;
  return { paper, ink, bar };
}

const block = (values: Values): string =>
  `:root{${TOKEN_NAMES.flatMap((name) => {
    const value = values[name];
    return value === undefined ? [] : [`--${name}:${value}`];
  }).join(';')}}`;

const mediaOf = ({ params }: { readonly params: string }): string =>
  params
    .split(':')
    .map((part) => part.trim())
    .join(': ');

// ---------------------------------------------------------------------------------------------
// Reading

function parsedOr(css: string, file: string) {
  try {
    return postcss.parse(css);
  } catch (error) {
    if (!(error instanceof CssSyntaxError)) throw error;
    const { line = 1, column = 1, reason } = error;
    const found = `style sheet (${reason.charAt(0).toLowerCase()}${reason.slice(1)})`;
    return { objection: unusable(file, { line, column }, found, BLOCKS) };
  }
}

/** Take a block's properties over. @returns What is none, or has no value that it may have. */
function fillFrom(
  rule: Rule,
  values: Partial<Record<TokenName, string>>,
  file: string,
): readonly VFileMessage[] {
  if (rule.selector !== ':root') return [stray(rule, BLOCKS, file)];
  return rule.nodes.flatMap((node) => {
    if (node.type === 'comment') return [];
    if (node.type !== 'decl') return [stray(node, 'a custom property', file)];
    const name = node.prop.replace(/^--/u, '');
    if (!node.prop.startsWith('--') || !isToken(name)) return [unknown(node, file)];
    const value = node.value.replace(/\/\*.*?\*\//gsu, ' ').trim();
    const expected = node.important ? 'a value without !important' : objectTo(name, value);
    if (expected !== undefined) {
      const found = `value "${value}" of ${node.prop}`;
      return [unusable(file, placeOf(node), found, expected)];
    }
    values[name] = value;
    return [];
  });
}

// ---------------------------------------------------------------------------------------------
// Messages

const placeOf = ({ source }: ChildNode): Place => ({
  line: source?.start?.line ?? 1,
  column: source?.start?.column ?? 1,
});

const stray = (node: ChildNode, expected: string, file: string): VFileMessage =>
  unusable(file, placeOf(node), `"${node.toString().split('\n')[0]?.slice(0, 60)}"`, expected);

function unknown(node: Declaration, file: string): VFileMessage {
  const meant = nearest(
    node.prop,
    TOKEN_NAMES.map((name) => `--${name}`),
  );
  return unusable(
    file,
    placeOf(node),
    `property "${node.prop}"`,
    'a custom property of themes',
    meant,
  );
}

function unusable(
  file: string,
  place: Place,
  found: string,
  expected: string,
  meant?: string,
): VFileMessage {
  const advice =
    'docs/templates.md lists what a theme may say; all else belongs into a style sheet of --templates';
  return message({
    rule: 'theme-unusable',
    file,
    place,
    found,
    expected,
    advice: withHint(meant, advice),
  });
}
