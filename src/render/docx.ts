import { inPlain } from '../characters.ts';
import { keywordsOf } from '../keywords.ts';
import type { View } from '../page/index.ts';
import { PLAIN } from '../template-folders.ts';
import type { Renderer } from './renderer.ts';

/** The briefing for Word: to be corrected, and sent on. */
export const docx: Renderer = {
  file: 'briefing.docx',
  needsBrowser: false,
  onPaper: true,
  reads: PLAIN,
  async render(briefing, tools) {
    // Loaded on first use: a build without it does not pay for the library.
    const { docxOf } = await import('../docx/index.ts');
    const view = await tools.view();
    const properties = {
      title: inPlain(view.title),
      subject: inPlain(view.description),
      keywords: keywordsOf(briefing),
      creator: view.generator,
      language: languageOf(view),
      date: briefing.generated,
    };
    const bytes = await docxOf(await tools.plain(), properties, tools.paper);
    return { bytes, missing: [] };
  },
};

/** The language with the country whose spelling and dates it has: Word checks none without. */
const languageOf = ({ language, locale }: View): string =>
  locale.startsWith(`${language}-`) ? locale : language;
