import type { VFileMessage } from 'vfile-message';
import { BuildFailure, message } from './messages.ts';
import { type AskedFormats, loadFormats } from './own-format.ts';
import { type BuildOptions, build } from './pipeline.ts';
import { type PlainMessage, toPlain } from './plain-messages.ts';
import type { System } from './system/index.ts';

/** One briefing of many, to be built in a thread of its own: plain data. */
export interface BriefingTask
  extends Omit<BuildOptions, 'out' | 'formats' | 'onStage' | 'onRead' | 'onWait'> {
  readonly out: string;
  /** Default: what `briefing.yaml` says, else as with one briefing. */
  readonly formats: AskedFormats | undefined;
}

/** What became of it: plain data. */
export interface BriefingResult {
  /** Null where it failed: nothing was published. */
  readonly built: {
    readonly edition: number;
    /** Whether it is new; else the last edition says the same, and stays. */
    readonly isNew: boolean;
    readonly facts: number;
    readonly reports: number;
    /** What was published; nothing where the last edition stays. */
    readonly files: readonly { readonly name: string; readonly bytes: number }[];
  } | null;
  readonly messages: readonly PlainMessage[];
}

/** Build one briefing of many. Whatever goes wrong is a message: the others are to be built, too. */
export async function buildOne(task: BriefingTask, system: System): Promise<BriefingResult> {
  const { formats: asked, ...options } = task;
  try {
    const formats = asked && (await loadFormats(asked, system));
    const { number, isNew, briefing, files, messages } = await build(
      { ...options, formats },
      system,
    );
    const counts = { facts: briefing.facts.length, reports: briefing.reports.length };
    const sizes = files.map(({ name, bytes }) => ({ name, bytes: bytes.length }));
    return {
      built: { edition: number, isNew, ...counts, files: isNew ? sizes : [] },
      messages: messages.map(toPlain),
    };
  } catch (error) {
    const messages = error instanceof BuildFailure ? error.messages : [crashed(task, error)];
    return { built: null, messages: messages.map(toPlain) };
  }
}

/** Say that a build ended by what it should never end by. */
export function crashed({ folder }: Pick<BriefingTask, 'folder'>, error: unknown): VFileMessage {
  const reason = error instanceof Error ? error.message : String(error);
  return message({
    rule: 'build-crashed',
    file: folder,
    found: `end of the build (${reason})`,
    expected: 'an edition, or the reason why there is none',
    advice: 'the others were built; report this as a bug of Synoptic, or mend your own format',
    cause: error,
  });
}
