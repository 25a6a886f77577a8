import { MANIFEST, publish } from '../../src/publish/index.ts';
import type { OutputFile } from '../../src/types.ts';
import { type MemoryFiles, memoryFiles, type Texts } from '../support.ts';

export const OUT = 'out';
export const HOUR = 60 * 60 * 1000;
export const NOW = Date.UTC(2031, 2, 12);

const bytes = (text: string) => new TextEncoder().encode(text);

/** The files of an edition with their manifest. */
function edition(texts: Texts): readonly OutputFile[] {
  const names = Object.keys(texts);
  const manifest = JSON.stringify({ outputs: names.map((file) => ({ file })) });
  return [
    ...Object.entries(texts).map(([name, text]) => ({ name, bytes: bytes(text) })),
    { name: MANIFEST, bytes: bytes(manifest) },
  ];
}

/** What the output folder holds when an edition lies in it, beside a file of someone else. */
export const published = (files: readonly OutputFile[]): Texts =>
  Object.fromEntries(
    [
      ...files.map((file) => [file.name, file.bytes] as const),
      ['notes.txt', bytes('mine')] as const,
    ]
      .map(([name, content]) => [`${OUT}/${name}`, new TextDecoder().decode(content)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

export const OLD = edition({
  'index.html': 'old page',
  'briefing.json': 'old data',
  'briefing.pdf': 'old',
});
export const NEW = edition({ 'index.html': 'new page', 'briefing.json': 'new data' });
export const NEXT = edition({ 'index.html': 'next page', 'briefing.epub': 'next book' });

/** A disk on which the old edition was published beside a file of someone else. */
export async function withOld(): Promise<MemoryFiles> {
  const files = memoryFiles({ [`${OUT}/notes.txt`]: 'mine' });
  await publish(OLD, OUT, files, NOW - HOUR);
  files.recover();
  return files;
}
