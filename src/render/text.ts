import { viewOf } from '../page/index.ts';
import type { Renderer } from './renderer.ts';

/** The briefing as text, for the body of a mail. */
export const text: Renderer = {
  file: 'briefing.txt',
  needsBrowser: false,
  async render(briefing, tools) {
    // Loaded on first use: a build without it does not pay for it.
    const { plainTree, toText } = await import('../plain/index.ts');
    const view = viewOf(briefing, tools.version, await tools.citations());
    const bytes = new TextEncoder().encode(toText(plainTree(view, tools)));
    return { bytes, missing: [] };
  },
};
