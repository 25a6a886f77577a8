import { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { reporter } from 'vfile-reporter';
import { INVISIBLE } from '../characters.ts';
import { isFatal } from '../messages.ts';
import type { Surroundings } from './surroundings.ts';

/** How much is said. */
export interface Loudness {
  readonly verbose?: true;
  readonly quiet?: true;
}

type Streams = Pick<Surroundings, 'stdout' | 'stderr'>;

/** Says what a command has to say. */
export interface Printer {
  /** Print a line of what was asked for; not when quiet. */
  readonly line: (text: string) => void;
  /** Print messages by file, in the grammar of the unified ecosystem. */
  readonly messages: (messages: readonly VFileMessage[]) => void;
  /** Show what is at work on a terminal; where there is none, only when asked to say more. */
  readonly progress: () => Promise<Progress>;
}

export interface Progress {
  readonly step: (name: string) => void;
  /** Show how much of the step is done, 0–1. */
  readonly share: (done: number) => void;
  readonly stop: () => void;
}

/** @param streams Where it prints to. */
export function printer(loudness: Loudness, streams: Streams): Printer {
  return {
    line: (text) => {
      if (!loudness.quiet) streams.stdout.write(`${text}\n`);
    },
    messages: (messages) => printMessages(messages, loudness, streams),
    progress: () => startProgress(loudness, streams),
  };
}

function printMessages(
  messages: readonly VFileMessage[],
  { verbose, quiet }: Loudness,
  { stderr }: Streams,
): void {
  const shown = messages.filter(
    (made) => isFatal(made) || (!quiet && made.fatal === false) || verbose,
  );
  const files = [...new Set(shown.map(({ file }) => file ?? ''))].map((path) => {
    // Names of files and words of reports may steer a terminal.
    const file = new VFile({ path: path.replace(INVISIBLE, '') });
    file.messages.push(...shown.filter((made) => (made.file ?? '') === path));
    // Where in the program it was noticed helps only who mends the program.
    for (const made of file.messages) {
      made.reason = made.reason.replace(INVISIBLE, '');
      if (!verbose) made.cause = undefined;
    }
    return file;
  });
  if (files.length > 0) stderr.write(`${reporter(files)}\n`);
}

async function startProgress({ verbose, quiet }: Loudness, { stderr }: Streams): Promise<Progress> {
  if (verbose) {
    let last: { name: string; since: number } | undefined;
    const end = () => {
      if (last) stderr.write(`${last.name}  ${Math.round(performance.now() - last.since)} ms\n`);
    };
    const step = (name: string) => {
      end();
      last = { name, since: performance.now() };
    };
    return { step, share: () => undefined, stop: end };
  }
  if (quiet || !stderr.isTTY) {
    return { step: () => undefined, share: () => undefined, stop: () => undefined };
  }
  const { default: ora } = await import('ora');
  const spinner = ora({ stream: stderr }).start();
  let current = '';
  const step = (name: string) => {
    current = name;
    spinner.text = name;
  };
  const share = (done: number) => {
    spinner.text = `${current} ${Math.round(done * 100)} %`;
  };
  return { step, share, stop: () => spinner.stop() };
}
