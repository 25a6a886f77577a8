import { BuildFailure, type ExitName, exitOf } from '../messages.ts';
import type { Printer } from './printer.ts';

/**
 * Say why a command cannot go on.
 *
 * @returns What it ends with.
 * @throws What is no failure but a bug.
 */
export function exitFor(error: unknown, print: Printer): ExitName {
  if (!(error instanceof BuildFailure)) throw error;
  print.messages(error.messages);
  return exitOf(error.messages);
}
