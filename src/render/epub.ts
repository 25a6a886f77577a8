import { inPlain } from '../characters.ts';
import { lightColors } from '../design/index.ts';
import { epubOf } from '../epub/index.ts';
import { bodyTree, laterSheets, stylesOf } from '../page/index.ts';
import { BODY } from '../template-folders.ts';
import type { Renderer } from './renderer.ts';

/** The briefing to read on a telephone or on e-ink: typefaces, sizes and colors are the reader's. */
export const epub: Renderer = {
  file: 'briefing.epub',
  needsBrowser: false,
  reads: ['epub/', 'styles/epub.css', 'styles/epub-news.css', 'styles/theme.css', ...BODY],
  async render(briefing, tools) {
    const view = await tools.view();
    const { language, generator, kicker, deck, figures } = view;
    const title = inPlain(view.title);
    const bytes = epubOf({
      title,
      language,
      description: inPlain(view.description),
      creator: generator,
      sources: briefing.reports.flatMap(({ metadata }) => metadata.url.value ?? []),
      date: briefing.generated,
      body: bodyTree(view, 'epub', tools),
      cover: { kicker, title, deck, figures, colors: lightColors(tools.templates) },
      css: stylesOf(tools.templates, ['epub', ...laterSheets(view).map((name) => `epub-${name}`)]),
    });
    // Letters that no font here has are for the reader's own.
    return { bytes, missing: [] };
  },
};
