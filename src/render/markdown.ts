import { PLAIN } from '../template-folders.ts';
import type { Renderer } from './renderer.ts';

/** The briefing as Markdown, with its notes as footnotes. */
export const markdown: Renderer = {
  file: 'briefing.md',
  needsBrowser: false,
  reads: PLAIN,
  async render(_, tools) {
    // Loaded on first use: a build without it does not pay for it.
    const { toMarkdown } = await import('../plain/index.ts');
    const bytes = new TextEncoder().encode(toMarkdown(await tools.plain()));
    return { bytes, missing: [] };
  },
};
