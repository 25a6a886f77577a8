import { VFile } from 'vfile';
import { VFileMessage } from 'vfile-message';
import { reporter } from 'vfile-reporter';
import { INVISIBLE } from '../characters.ts';
import { EVENTS } from '../log-lines.ts';
import { isTold } from '../message-data.ts';
import type { Loudness, PrinterMaker, Progress, Streams } from './printer.ts';

/** Says things to people: what was asked for on the one stream, what is wrong on the other. */
export const textPrinter: PrinterMaker = (loudness, streams) => {
  const line = (text: string) => {
    if (!loudness.quiet) streams.stdout.write(`${text}\n`);
  };
  return {
    line,
    event({ event, level }, text) {
      if (text === undefined) return;
      const isFailure = EVENTS[event].level === 'error' || (loudness.quiet && level === 'error');
      if (isFailure) streams.stderr.write(`${text}\n`);
      else line(text);
    },
    messages: (messages) => printMessages(messages, loudness, streams),
    progress: () => startProgress(loudness, streams),
  };
};

/** Print messages by file, in the grammar of the unified ecosystem. */
function printMessages(
  messages: readonly VFileMessage[],
  loudness: Loudness,
  { stderr }: Streams,
): void {
  const shown = messages.filter((made) => isTold(made, loudness));
  const files = [...new Set(shown.map(({ file }) => file ?? ''))].map((path) => {
    // Names of files and words of reports may steer a terminal.
    const file = new VFile({ path: path.replace(INVISIBLE, '') });
    const own = shown.filter((made) => (made.file ?? '') === path);
    file.messages.push(...own.map((made) => forTerminal(made, loudness)));
    return file;
  });
  if (files.length > 0) stderr.write(`${reporter(files)}\n`);
}

/** A message without what steers terminals; where in the program it was noticed helps only who mends that. */
function forTerminal(made: VFileMessage, { verbose }: Loudness): VFileMessage {
  const { place, ruleId, source, cause, fatal } = made;
  const shown = new VFileMessage(made.reason.replace(INVISIBLE, ''), {
    ...(place && { place }),
    ...(ruleId && { ruleId }),
    ...(source && { source }),
    ...(verbose && cause instanceof Error && { cause }),
  });
  return Object.assign(shown, { fatal });
}

/** Show what is at work on a terminal; where there is none, only when asked to say more. */
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
