import { renderPage, viewOf } from '../page/index.ts';
import type { Renderer } from './renderer.ts';

/** The page: one file that asks for nothing, and has all there is to read without its script, too. */
export const html: Renderer = {
  file: 'index.html',
  needsBrowser: false,
  async render(briefing, tools) {
    const kind = { folder: 'html', sheets: ['theme', 'common', 'screen', 'controls'] } as const;
    const view = viewOf(briefing, tools.version, await tools.citations());
    const page = await renderPage(view, kind, tools);
    return { bytes: new TextEncoder().encode(page.html), missing: page.missing };
  },
};
