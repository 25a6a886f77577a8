import type { VFileMessage } from 'vfile-message';
import type { Config } from './config/index.ts';
import { dateOf } from './edition-date.ts';
import { RECORD, recordOf } from './edition-record.ts';
import { feedsWith } from './feeds.ts';
import { publish } from './publish/index.ts';
import type { System } from './system/index.ts';
import type { Briefing, EditionRecord, OutputFile } from './types.ts';

/** An edition that lies nowhere yet. */
export interface Unpublished {
  readonly edition: { readonly briefing: Briefing; readonly files: readonly OutputFile[] };
  readonly config: Pick<Config, 'address' | 'editions'>;
}

export interface PublishEditionOptions {
  readonly out: string;
  /** The moment that the user says it is, ISO 8601. Default: that of the clock. */
  readonly generated?: string | undefined;
  /** The edition that is shown. */
  readonly last: EditionRecord | null;
  /** Version of the program. */
  readonly version: string;
}

/**
 * Put an edition among those of the output folder and show it, with the record that later ones are
 * held against, and the feeds as they stand with it.
 *
 * @returns A failure among the messages where it cannot be shown.
 */
export async function publishEdition(
  { edition: { briefing, files: shown }, config }: Unpublished,
  { out, generated, last, version }: PublishEditionOptions,
  { files, now }: Pick<System, 'files' | 'now'>,
): Promise<readonly VFileMessage[]> {
  const { made, messages } = dateOf({ generated, now: now(), last, out });
  const record = recordOf(briefing, made);
  const { address, editions: retention } = config;
  const setting = { out, address, language: briefing.language, version };
  const feeds = await feedsWith({ record, names: shown.map(({ name }) => name) }, setting, files);
  const bytes = new TextEncoder().encode(`${JSON.stringify(record)}\n`);
  const edition = {
    number: briefing.edition,
    files: shown,
    kept: [{ name: RECORD, bytes }, ...feeds],
  };
  return [...messages, ...(await publish(edition, out, files, { now: now(), retention }))];
}
