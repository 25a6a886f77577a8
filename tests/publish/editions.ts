import { createHash } from 'node:crypto';
import { editionName, MANIFEST } from '../../src/editions.ts';
import { type NewEdition, publish } from '../../src/publish/index.ts';
import { type MemoryFiles, memoryFiles, type Texts } from '../support.ts';

export const OUT = 'out';
export const HOUR = 60 * 60 * 1000;
export const NOW = Date.UTC(2031, 2, 12);

const bytes = (text: string) => new TextEncoder().encode(text);

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** A manifest that lists files. */
export const manifestOf = (texts: Texts): string =>
  JSON.stringify({
    document: sha256(JSON.stringify(texts)),
    outputs: Object.entries(texts).map(([file, text]) => ({ file, sha256: sha256(text) })),
  });

/** An edition with a manifest, and something that is kept beside it. */
export function edition(number: number, texts: Texts): NewEdition {
  const files = Object.entries(texts).map(([name, text]) => ({ name, bytes: bytes(text) }));
  return {
    number,
    files: [...files, { name: MANIFEST, bytes: bytes(manifestOf(texts)) }],
    kept: [{ name: 'kept.json', bytes: bytes(`kept ${number}`) }],
  };
}

/** What the output folder shows while an edition is current, beside a file of someone else. */
export const shown = ({ files }: Pick<NewEdition, 'files'>): Texts =>
  sorted([
    ...files.map((file) => [file.name, new TextDecoder().decode(file.bytes)] as const),
    ['notes.txt', 'mine'] as const,
  ]);

export const sorted = (entries: readonly (readonly [string, string])[]): Texts =>
  Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));

/** What lies in the folders of editions. */
export const filed = (...editions: readonly NewEdition[]): Texts =>
  sorted(
    editions.flatMap(({ number, files, kept }) =>
      [...files, ...kept].map(
        (file) =>
          [
            `${OUT}/editions/${editionName(number)}/${file.name}`,
            new TextDecoder().decode(file.bytes),
          ] as const,
      ),
    ),
  );

/** What a reader of the folder sees: files, by way of links or not, that are not hidden. */
export async function seen(files: MemoryFiles): Promise<Texts> {
  const entries = await files.list(OUT);
  const visible = entries.filter(({ name, kind }) => kind === 'file' && !name.startsWith('.'));
  const read = visible.map(
    async ({ name }) =>
      [name, new TextDecoder().decode(await files.read(`${OUT}/${name}`))] as const,
  );
  return sorted(await Promise.all(read));
}

export const OLD = edition(1, {
  'index.html': 'old page',
  'briefing.json': 'old data',
  'briefing.pdf': 'old',
});
export const NEW = edition(2, { 'index.html': 'new page', 'briefing.json': 'new data' });
export const NEXT = edition(3, { 'index.html': 'next page', 'briefing.epub': 'next book' });

/** A disk on which the old edition was published beside a file of someone else. */
export async function withOld(): Promise<MemoryFiles> {
  const files = memoryFiles({ [`${OUT}/notes.txt`]: 'mine' });
  await publish(OLD, OUT, files, { now: NOW - HOUR });
  files.recover();
  return files;
}

/** A disk without links. */
export const withoutLinks = (files: MemoryFiles): MemoryFiles => ({
  ...files,
  link: () =>
    Promise.reject(Object.assign(new Error('EPERM'), { code: 'EPERM', syscall: 'symlink' })),
});
