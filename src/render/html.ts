import { renderPage } from '../page/index.ts';
import type { Renderer } from './renderer.ts';

/** The page: one file that asks for nothing, and has all there is to read without its script, too. */
export const html: Renderer = {
  file: 'index.html',
  needsBrowser: false,
  async render(_, tools) {
    const kind = { folder: 'html', sheets: ['theme', 'common', 'screen', 'controls'] } as const;
    const view = await tools.view();
    const page = await renderPage(view, kind, tools);
    return { bytes: new TextEncoder().encode(page.html), missing: page.missing };
  },
};
