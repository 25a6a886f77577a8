import { BuildFailure, type ExitName, exitOf } from '../messages.ts';
import type { WarmSystem } from '../warm.ts';
import type { Printer } from './printer.ts';

/** What came of one of many builds. */
export interface Rebuilt {
  readonly exit: ExitName;
  /** Whether the folder of the reports is not there. */
  readonly folderMissing: boolean;
}

/** Builds once more, and says what came of it. Throws nothing. */
export type Rebuild = (warm: WarmSystem) => Promise<Rebuilt>;

/** Say why a build failed. What is no failure of a build is a bug, and told as one. */
export function tellFailure(error: unknown, print: Printer): Rebuilt {
  if (error instanceof BuildFailure) {
    print.messages(error.messages);
    const folderMissing = error.messages.some(({ ruleId }) => ruleId === 'folder-missing');
    return { exit: exitOf(error.messages), folderMissing };
  }
  const { message: reason, stack = reason } =
    error instanceof Error ? error : new Error(String(error));
  const text = `This is a bug of Synoptic. Please report it.\n${stack}`;
  print.event({ event: 'bug', reason, stack }, text);
  return { exit: 'internal', folderMissing: false };
}

/** Say that nothing was built, and why: what is published stays. */
export function tellUnbuilt(
  error: unknown,
  { folder, ms, print }: { readonly folder: string; readonly ms: number; readonly print: Printer },
): Rebuilt {
  const rebuilt = tellFailure(error, print);
  print.event(
    { event: 'unbuilt', folder, exit: rebuilt.exit, ms },
    `not built, after ${secondsIn(ms)}; what is published stays`,
  );
  return rebuilt;
}

/** How long something took, for people. */
export const secondsIn = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;
