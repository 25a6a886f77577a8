import type { Element } from 'hast';
import { h } from 'hastscript';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { policyOf, styleBlock, stylesOf } from '../page/index.ts';
import type { ToldGroup } from '../told-changes.ts';
import { type Compared, extentOf, headlineOf, summaryOf } from './compared.ts';
import { groupsTree } from './tree.ts';

/** What the page is made with. */
export interface ChangesPageTools {
  /** Path in the templates' folder → text; `styles/theme.css` is the theme. */
  readonly templates: ReadonlyMap<string, string>;
  /** What made it, with its version. */
  readonly generator: string;
}

/** Style sheets of the page, in order. */
const SHEETS = ['theme', 'changes'];

/**
 * Changes as a page: one file that asks for nothing and runs nothing, in the colors of the theme, by day
 * and by night. Words that differ are marked in the statement of either edition.
 */
export function changesPage(compared: Compared, tools: ChangesPageTools): string {
  const css = styleBlock(stylesOf(tools.templates, SHEETS));
  const title = `${compared.after.title}: what changed`;
  const tree = h(null, [
    { type: 'doctype' as const },
    h('html', { lang: 'en' }, [
      h('head', [
        h('meta', { charSet: 'utf-8' }),
        h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
        h('meta', { httpEquiv: 'Content-Security-Policy', content: policyOf([], css) }),
        h('meta', { name: 'color-scheme', content: 'light dark' }),
        h('meta', { name: 'referrer', content: 'no-referrer' }),
        h('meta', { name: 'generator', content: tools.generator }),
        h('title', title),
        h('style', css),
      ]),
      h('body', [
        h('header', [
          h('p', { className: ['label'] }, headlineOf(compared)),
          h('h1', compared.after.title),
          h('p', { className: ['deck'] }, deckOf(compared)),
          ...contentsOf(compared.groups),
        ]),
        h(
          'main',
          compared.groups.map((group) =>
            h('section', [...groupsTree([group], { rank: 'h2', styled: true })]),
          ),
        ),
        h('footer', [h('p', `Made by ${tools.generator}.`)]),
      ]),
    ]),
  ]);
  return `${unified().use(rehypeStringify, { upperDoctype: true }).stringify(tree)}\n`;
}

/** What the contents do not say. */
const deckOf = (compared: Compared): string =>
  compared.groups.length > 1 ? `${extentOf(compared.after)} now` : summaryOf(compared);

/** Ways to the groups, with how much is in each; none where there is but one. */
const contentsOf = (groups: readonly ToldGroup[]): readonly Element[] =>
  groups.length < 2
    ? []
    : [
        h('nav', { ariaLabel: 'Contents' }, [
          h(
            'ul',
            groups.map(({ kind, heading, items }) =>
              h('li', [h('a', { href: `#${kind}` }, heading), ` ${items.length}`]),
            ),
          ),
        ]),
      ];
