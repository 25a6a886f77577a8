import { EVENTS, type LogEvent, logLine } from '../log-lines.ts';
import { isTold, messageData } from '../message-data.ts';
import type { PrinterMaker } from './printer.ts';

/**
 * Says things to machines: what was asked for on the one stream, as ever, and a line of JSON on the
 * other for everything that happens.
 */
export const jsonPrinter: PrinterMaker = (loudness, { stdout, stderr }) => {
  const log = (event: LogEvent) => {
    const level = event.level ?? EVENTS[event.event].level;
    if (loudness.quiet && level !== 'error') return;
    stderr.write(`${logLine(event, new Date())}\n`);
  };
  return {
    line: (text) => {
      if (!loudness.quiet) stdout.write(`${text}\n`);
    },
    event: log,
    messages: (messages) => {
      for (const made of messages.filter((one) => isTold(one, loudness))) {
        log({ event: 'message', ...messageData(made) });
      }
    },
    progress: async () => {
      let last: { readonly stage: string; readonly since: number } | undefined;
      const stop = () => {
        if (last) log({ event: 'stage', stage: last.stage, ms: tookSince(last.since) });
        last = undefined;
      };
      const step = (stage: string) => {
        stop();
        last = { stage, since: performance.now() };
      };
      return { step, share: () => undefined, stop };
    },
  };
};

/** In milliseconds, to a tenth. */
const tookSince = (since: number): number => Math.round((performance.now() - since) * 10) / 10;
