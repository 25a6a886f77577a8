import { strFromU8, unzipSync } from 'fflate';
import type { Element, Nodes } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { render } from '../../src/render/index.ts';
import { nodeSystem } from '../../src/system/index.ts';
import type { Briefing } from '../../src/types.ts';
import { briefingOf, found, type Setting, type Texts } from '../support.ts';

const system = nodeSystem();

/** What a book is made with: the templates that come with Synoptic, and those given in their place. */
export const tools = async (own: Texts = {}) => ({
  templates: new Map([...(await system.templates()), ...Object.entries(own)]),
  packageFile: system.packageFile,
  browser: () => Promise.reject(new Error('Unexpected question for a browser')),
  version: '0.0.0',
  theme: 'broadsheet',
  document: '',
  paper: 'a4' as const,
  own: [],
});

/** The bytes of a briefing's book. */
export async function bookOf(briefing: Briefing, own: Texts = {}): Promise<Uint8Array> {
  const { files } = await render(briefing, ['epub'], await tools(own));
  return found(files.find(({ name }) => name === 'briefing.epub')).bytes;
}

/** A book of texts, and what it is made from. */
export async function made(texts: Texts, setting: Setting = {}, own: Texts = {}) {
  const { briefing } = await briefingOf(texts, setting);
  const bytes = await bookOf(briefing, own);
  return { briefing, bytes, ...opened(bytes) };
}

/** The files of a book: their names in order, and in the order in which they are read. */
export function opened(bytes: Uint8Array) {
  const files = new Map(
    Object.entries(unzipSync(bytes)).map(([name, content]) => [
      name.replace(/^EPUB\//u, ''),
      strFromU8(content),
    ]),
  );
  const opf = found(files.get('package.opf'));
  const hrefs = new Map(
    Array.from(opf.matchAll(/<item id="([^"]+)" href="([^"]+)"/gu), ([, id, href]) => [id, href]),
  );
  const spine = Array.from(opf.matchAll(/<itemref idref="([^"]+)"/gu), ([, id]) =>
    found(hrefs.get(id)),
  );
  const trees = new Map(spine.map((name) => [name, tree(found(files.get(name)))]));
  return { files, opf, spine, trees };
}

export const tree = (page: string): Nodes => unified().use(rehypeParse).parse(page);

/** The elements within a node that a test asks for, in their order. */
export function all(node: Nodes, isWanted: (element: Element) => boolean): readonly Element[] {
  const elements: Element[] = [];
  visit(node, 'element', (element) => {
    if (isWanted(element)) elements.push(element);
  });
  return elements;
}

export const ofClass =
  (name: string) =>
  ({ properties }: Element): boolean =>
    Array.isArray(properties['className']) && properties['className'].includes(name);
