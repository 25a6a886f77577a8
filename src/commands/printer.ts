import type { VFileMessage } from 'vfile-message';
import type { LogEvent } from '../log-lines.ts';
import type { Surroundings } from './surroundings.ts';

/** How much is said. */
export interface Loudness {
  readonly verbose?: true;
  readonly quiet?: true;
}

/** Where it is said. */
export type Streams = Pick<Surroundings, 'stdout' | 'stderr'>;

/** Says what a command has to say: to people, or to machines. */
export interface Printer {
  /** Print a line of what was asked for: a list, data. Not when quiet. */
  readonly line: (text: string) => void;
  /**
   * Say what happened.
   *
   * @param text What people are told. Default: nothing, it goes without saying.
   */
  readonly event: (event: LogEvent, text?: string) => void;
  /** Say what is wrong, or should be looked at. */
  readonly messages: (messages: readonly VFileMessage[]) => void;
  /** Show what is at work, and how long it took. */
  readonly progress: () => Promise<Progress>;
}

export interface Progress {
  readonly step: (name: string) => void;
  /** Show how much of the step is done, 0–1. */
  readonly share: (done: number) => void;
  readonly stop: () => void;
}

/** Makes what says how a command goes. @param streams Where it prints to. */
export type PrinterMaker = (loudness: Loudness, streams: Streams) => Printer;
