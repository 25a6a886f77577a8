import type { Files } from '../system/index.ts';

/** Where an edition is published, and by what means. */
export interface Place {
  readonly out: string;
  /** A name in the folder of the editions that is nobody's: what is written, is written there first. */
  readonly draft: string;
  readonly files: Files;
}

/** What names of drafts begin with. */
export const DRAFT = '.draft-';

/** Take a draft away, if it is there. What stays is rubbish, and harmless: a later run removes it. */
export async function discard(draft: string, { files }: Pick<Place, 'files'>): Promise<void> {
  await files.remove(draft).catch(() => undefined);
}
