import type { Paper } from '../paper.ts';
import { shortened } from '../wording.ts';

/** What stands at the edges of pages. */
interface Edges {
  readonly paper: Paper;
  readonly title: string;
  readonly edition: string;
}

/** A part as the contents name it. */
interface Entry {
  readonly id: string;
  readonly heading: string;
}

/** So many letters of the title leave room for a heading on the same line. */
const LONGEST = 64;

/**
 * The styles that depend on the briefing: the size of its paper, and what runs along the edges of
 * its pages. The first has its title anyway.
 *
 * Browsers know no `string-set`, which would give the heading of each page. They know counters, in
 * styles of one's own, and the page is one: in this style the number of each page is the heading of
 * the part that it shows. Which, is known only once it is printed: `runningHeads` says it.
 */
export const paperSheet = ({ paper, title, edition }: Edges): string => `
@page{size:${paper};
@top-left{content:${quoted(shortened(title, LONGEST))}}
@top-right{content:counter(page,running)}
@bottom-left{content:${quoted(edition)}}}
@page :first{@top-left{content:none}@top-right{content:none}}
${RUNNING}"";fallback:rest}
@counter-style rest{system:cyclic;symbols:""}`;

const RUNNING = '@counter-style running{system:fixed;symbols:';

/**
 * Put the headings where `paperSheet` left room for them: at the head of a page stands the part that
 * begins on it first, else the one that goes on.
 *
 * @param html The page with that sheet in its styles.
 * @param pages Id of a part → number of the page on which it begins.
 */
export function runningHeads(
  html: string,
  contents: readonly Entry[],
  pages: ReadonlyMap<string, number>,
): string {
  const begun = contents.flatMap(({ id, heading }) => {
    const page = pages.get(id);
    return page === undefined ? [] : [{ heading, page }];
  });
  const last = begun.at(-1);
  if (!last) return html;
  const heads = Array.from({ length: last.page }, (_, index) => {
    const first = begun.find(({ page }) => page === index + 1);
    return (first ?? begun.findLast(({ page }) => page <= index))?.heading ?? '';
  });
  return html
    .replace(`${RUNNING}""`, () => `${RUNNING}${heads.map(quoted).join(' ')}`)
    .replace('@counter-style rest{system:cyclic;symbols:""', (rule) =>
      rule.replace('""', () => quoted(last.heading)),
    );
}

/** A text as a string of CSS: whatever stands in it, it ends nothing. */
const quoted = (text: string): string =>
  `"${text.replace(/[^A-Za-z0-9 ]/gu, (sign) => `\\${sign.codePointAt(0)?.toString(16)} `)}"`;
