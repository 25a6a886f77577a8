import { LATER_SHEETS, renderPage } from '../page/index.ts';
import { BODY } from '../template-folders.ts';
import type { Renderer } from './renderer.ts';

const SHEETS = ['theme', 'common', 'screen', 'controls'];

/** The page: one file that asks for nothing, and has all there is to read without its script, too. */
export const html: Renderer = {
  file: 'index.html',
  needsBrowser: false,
  reads: [
    'html/',
    'script/',
    ...[...SHEETS, ...LATER_SHEETS].map((name) => `styles/${name}.css`),
    ...BODY,
  ],
  async render(_, tools) {
    const kind = { folder: 'html', sheets: SHEETS } as const;
    const view = await tools.view();
    const page = await renderPage(view, kind, tools);
    return { bytes: new TextEncoder().encode(page.html), missing: page.missing };
  },
};
