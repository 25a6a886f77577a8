import type { System } from '../system/index.ts';
import type { Unchanged } from '../unchanged.ts';
import type { BuildFlags } from './build.ts';

/** The last edition, where a build would make it again; null where it may make another. */
export async function lastIfUnchanged(
  folder: string,
  { format, fresh, ...flags }: BuildFlags,
  system: System,
): Promise<Unchanged | null> {
  // What a format of the user's own makes, only it knows.
  if (fresh || (format && format.modules.length > 0)) return null;
  // Loaded by itself: to load what builds takes longer than to see that there is nothing to build.
  const { unchanged } = await import('../unchanged.ts');
  return unchanged({ ...flags, folder, formats: format?.known }, system);
}

/** Say that it stays. */
export function saying({ edition, generated, files }: Unchanged, out: string): string {
  const day = generated ? ` of ${generated.slice(0, 10)}` : '';
  return `unchanged: edition ${edition}${day}, ${out}/${files[0] ?? ''}`;
}
