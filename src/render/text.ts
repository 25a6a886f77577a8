import { PLAIN } from '../template-folders.ts';
import type { Renderer } from './renderer.ts';

/** The briefing as text, for the body of a mail. */
export const text: Renderer = {
  file: 'briefing.txt',
  needsBrowser: false,
  reads: PLAIN,
  async render(_, tools) {
    // Loaded on first use: a build without it does not pay for it.
    const { toText } = await import('../plain/index.ts');
    const bytes = new TextEncoder().encode(toText(await tools.plain()));
    return { bytes, missing: [] };
  },
};
