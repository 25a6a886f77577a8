import type { EventEmitter } from 'node:events';
import type { Printer } from './printer.ts';

/** What the command line is run in: a process, or what a test puts in its place. */
export interface Surroundings {
  readonly environment: NodeJS.ProcessEnv;
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream & { readonly isTTY?: boolean };
  /** Emits the signals of the system by their names. */
  readonly signals: Pick<EventEmitter, 'on' | 'off'>;
  /** End the program at once. */
  readonly exit: (code: number) => void;
}

/** What a command has around it. */
export interface Around extends Surroundings {
  readonly print: Printer;
}
