import { h } from 'hastscript';
import rehypeRemark from 'rehype-remark';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { MARKDOWN_FORM } from '../markdown-form.ts';
import { type Compared, headlineOf, summaryOf } from './compared.ts';
import { groupsTree } from './tree.ts';

/** Changes as Markdown, whose marks no word of a report can make. */
export function changesMarkdown(compared: Compared): string {
  const writer = unified()
    .use(rehypeRemark, { document: true })
    .use(remarkGfm)
    .use(remarkStringify, MARKDOWN_FORM);
  const tree = h(null, [
    h('h1', compared.after.title),
    h('p', `${headlineOf(compared)}.`),
    h('p', summaryOf(compared)),
    ...groupsTree(compared.groups, { rank: 'h2', styled: false }),
  ]);
  return writer.stringify(writer.runSync(tree));
}
