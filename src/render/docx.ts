import { viewOf } from '../page/index.ts';
import { plainTree } from '../plain/index.ts';
import type { Renderer } from './renderer.ts';

/** The briefing for Word: to be corrected, and sent on. */
export const docx: Renderer = {
  file: 'briefing.docx',
  needsBrowser: false,
  async render(briefing, tools) {
    // Loaded on first use: a build without it does not pay for the library.
    const { docxOf } = await import('../docx/index.ts');
    const view = viewOf(briefing, tools.version, await tools.citations());
    const bytes = await docxOf(plainTree(view, tools), {
      title: view.title,
      subject: view.description,
      keywords: [],
      creator: view.generator,
      language: view.language,
      date: briefing.generated,
    });
    return { bytes, missing: [] };
  },
};
