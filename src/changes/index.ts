/** Changes from one edition to another, for those who read them: on a terminal, as text, as a page, in feeds. */

export { type Compared, extentOf } from './compared.ts';
export { changesMarkdown } from './markdown.ts';
export { type ChangesPageTools, changesPage } from './page.ts';
export { changesText } from './text.ts';
export { groupsTree } from './tree.ts';
