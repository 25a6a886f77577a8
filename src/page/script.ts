import { createHash } from 'node:crypto';

/**
 * The modules of the page's script, in the order in which they are joined: what is used first. Each is
 * a file of `templates/script/`.
 */
const MODULES = [
  'texts',
  'dom',
  'data',
  'news',
  'reveal',
  'filter',
  'search',
  'copy',
  'place',
  'cards',
  'versions',
  'keyboard',
  'start',
];

/** What only pages need that tell what is new. */
const OF_LATER_EDITIONS = ['news'];

/** Lines by which modules know of one another, which one script does not need. */
const IMPORT = /^import\s[^;]*;\n/gmu;
const EXPORT = /^export (?=const|function|async function|let)/gmu;

/** Without empty lines and indents, which only readers of the source need. */
const bare = (text: string) => text.replace(/^\s+/gmu, '').trim();

/** Comments that have lines of their own: for those who read the source. */
const COMMENT = /^[ \t]*(?:\/\*(?:[^*]|\*(?!\/))*\*\/|\/\/.*)\n/gmu;

/** The script that runs before the page is shown. @param templates As below. */
export const earlyScriptOf = (templates: ReadonlyMap<string, string>): string =>
  bare((templates.get('script/early.js') ?? '').replaceAll('\r\n', '\n').replace(COMMENT, ''));

/**
 * Join the modules of the page's script to one. Nothing is compiled: their lines are put one after
 * another, without imports, exports, comments and indents.
 *
 * @param templates Path in the templates' folder (`script/cards.js`) → the file's text.
 * @param isLater Whether it is the page of a second edition, or a later one.
 */
export function scriptOf(templates: ReadonlyMap<string, string>, isLater: boolean): string {
  return MODULES.filter((name) => isLater || !OF_LATER_EDITIONS.includes(name))
    .map((name) => (templates.get(`script/${name}.js`) ?? '').replaceAll('\r\n', '\n'))
    .map((text) => bare(text.replace(IMPORT, '').replace(EXPORT, '').replace(COMMENT, '')))
    .join('\n');
}

/** Styles for a style element, without comments: no text in them can end it. */
export const styleBlock = (css: string): string =>
  bare(css.replaceAll('\r\n', '\n').replace(/^[ \t]*\/\*[^*]*\*\/\n/gmu, '')).replaceAll(
    /<(?=\/style)/giu,
    '\\3c ',
  );

/**
 * The Content Security Policy of a page: its own scripts and styles, told by their hashes, its own
 * fonts and pictures within its styles, and nothing else from anywhere. What would turn a text into a script is refused, too.
 */
export function policyOf(scripts: readonly string[], css: string): string {
  return [
    "default-src 'none'",
    `script-src ${scripts.length > 0 ? scripts.map(hashOf).join(' ') : "'none'"}`,
    `style-src ${hashOf(css)}`,
    'font-src data:',
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
