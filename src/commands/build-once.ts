import type { LogEvent } from '../log-lines.ts';
import type { AnyFormat } from '../render/index.ts';
import type { System } from '../system/index.ts';
import { VERSION } from '../version.ts';
import type { BuildFlags } from './build.ts';
import { lastIfUnchanged, saying } from './last-edition.ts';
import { pollFeeds } from './poll.ts';
import type { Printer, Progress } from './printer.ts';

/** What a build came to. */
export interface Outcome {
  readonly event: LogEvent;
  /** The same in a line for people. */
  readonly text: string;
  /** What was published; nothing where the last edition stays. */
  readonly files: readonly { readonly name: string; readonly bytes: number }[];
}

interface Means {
  readonly system: System;
  readonly print: Printer;
  /** Is stopped once there is something to say. */
  readonly progress: Progress;
  /** Formats that are loaded already. Default: they are loaded where there is something to build. */
  readonly formats?: readonly AnyFormat[] | undefined;
}

/**
 * Build a briefing once, after its feeds were polled where that is asked for, and print what is to be
 * said of it.
 *
 * @throws BuildFailure
 */
export async function buildOnce(
  folder: string,
  flags: BuildFlags,
  { system, print, progress, ...means }: Means,
): Promise<Outcome> {
  const { out, format, scorer, templates, theme, generated, fresh, poll } = flags;
  if (poll) await pollFeeds(folder, system, { print });
  const same = await lastIfUnchanged(folder, flags, system);
  if (same) {
    progress.stop();
    print.messages(same.messages);
    const event = { event: 'unchanged', folder, out, edition: same.edition } as const;
    return { event, text: saying(same, out), files: [] };
  }
  // Loaded only where there is something to build: it takes longer than to see that there is not.
  const { build, loadFormats } = await import('../index.ts');
  const formats = means.formats ?? (format && (await loadFormats(format, system)));
  const onWait = () => progress.step(`another build is at work in ${out}: waiting for it`);
  const told = { onStage: progress.step, onRead: progress.share, onWait };
  const asked = { folder, out, formats, scorer, templates, theme, generated, fresh };
  const { number, isNew, briefing, files, messages } = await build(
    { ...asked, version: VERSION, ...told },
    system,
  );
  progress.stop();
  print.messages(messages);
  const [facts, reports] = [briefing.facts.length, briefing.reports.length];
  const made = { folder, out, edition: number, facts, reports };
  const counts = `${facts} facts from ${reports} reports`;
  if (!isNew) {
    const text = `${counts}, unchanged: edition ${number} stays`;
    return { event: { event: 'unchanged', ...made }, text, files: [] };
  }
  const sizes = files.map(({ name, bytes }) => ({ name, bytes: bytes.length }));
  const event = { event: 'published', ...made, files: sizes } as const;
  return { event, text: `${counts}, edition ${number}`, files: sizes };
}
