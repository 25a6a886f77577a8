import type { VFileMessage } from 'vfile-message';
import type { Block, Field, Found } from '../types.ts';

/** What a reader makes of a document's text. */
export interface Reading {
  readonly blocks: readonly Block[];
  readonly headline: Field<string> | null;
  /** Calendar date that the text itself gives for its publication. */
  readonly published: Field<string> | null;
  /** YAML between fences at the head of the file. */
  readonly frontMatter: string | null;
  /** What the text says about the report where readers of it do not look, best first. */
  readonly found?: readonly Found[];
  readonly messages?: readonly VFileMessage[];
}
