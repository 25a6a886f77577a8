import { viewOf } from '../page/index.ts';
import type { Renderer } from './renderer.ts';

/** The briefing as Markdown, with its notes as footnotes. */
export const markdown: Renderer = {
  file: 'briefing.md',
  needsBrowser: false,
  async render(briefing, tools) {
    // Loaded on first use: a build without it does not pay for it.
    const { plainTree, toMarkdown } = await import('../plain/index.ts');
    const view = viewOf(briefing, tools.version, await tools.citations());
    const bytes = new TextEncoder().encode(toMarkdown(plainTree(view, tools)));
    return { bytes, missing: [] };
  },
};
