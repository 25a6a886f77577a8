import type { CslItem, CslName } from './csl.ts';

/**
 * Write an item in BibTeX.
 *
 * @returns An entry that any program for BibTeX reads, without a line break at its end. Letters of
 *   all scripts stay as they are; what TeX would take for a command is written as its character.
 */
export function bibtexOf(item: CslItem): string {
  const { id, title, author, note, URL: url, 'container-title': journal } = item;
  const [year, month, day] = item.issued?.['date-parts'][0] ?? [];
  const fields: readonly (readonly [string, string | undefined])[] = [
    ['author', author && braced(author.map(nameOf).join(' and '))],
    // Braces within: styles would else lower the capitals of names.
    ['title', title && braced(braced(plain(title)))],
    ['journal', journal && braced(plain(journal))],
    ['year', year === undefined ? undefined : braced(String(year))],
    ['month', month === undefined ? undefined : MONTHS[month - 1]],
    ['day', day === undefined ? undefined : braced(String(day))],
    ['note', note && braced(plain(note))],
    // Not escaped: programs take it as it stands.
    ['url', url && braced(url)],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = ${value},\n`] : []));
  return `@${journal ? 'article' : 'misc'}{${id},\n${lines.join('')}}`;
}

/** BibTeX has macros for them. */
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

const braced = (text: string): string => `{${text}}`;

/** In braces of its own a name is not taken apart. */
const nameOf = (name: CslName): string =>
  'literal' in name ? braced(plain(name.literal)) : `${plain(name.family)}, ${plain(name.given)}`;

/** Characters as commands. Braces, too: BibTeX counts them even behind a backslash. */
const COMMANDS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '&': '\\&',
  '%': '\\%',
  $: '\\$',
  '#': '\\#',
  _: '\\_',
};

/** Two of them TeX sets as one: a dash, a quotation mark. */
const JOINING = /([-`'])(?=\1)/gu;

const plain = (text: string): string =>
  text
    .replace(/\s+/gu, ' ')
    .replace(/[\\{}~^<>&%$#_]/gu, (mark) => COMMANDS[mark] ?? '')
    .replace(JOINING, '$1{}');
