import type { Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { docxOf } from '../../src/docx/index.ts';
import { opened, type Word } from './reading.ts';

/** What the file of a test says of itself. */
export const PROPERTIES = {
  title: 'The quay',
  subject: 'A briefing from 2 reports',
  keywords: ['Harlow', 'Ann Field'],
  creator: 'Synoptic 0.0.0',
  language: 'en-GB',
  date: '2031-05-03T00:00:00.000Z',
} as const;

/** A piece of HTML as a tree, as it is: nothing is taken out. */
export const treeOf = (html: string): Root =>
  unified().use(rehypeParse, { fragment: true }).parse(html);

/** A piece of HTML as a Word file, read back. */
export const wordOf = async (html: string): Promise<Word> =>
  opened(await docxOf(treeOf(html), PROPERTIES));
