import path from 'node:path';
import { briefingsIn, noBriefings } from './briefings.ts';
import { type CheckOptions, check } from './check.ts';
import { EXIT, type ExitName, exitOf } from './messages.ts';
import type { System } from './system/index.ts';
import type { Verdict, Verdicts } from './verdict/index.ts';

export interface CheckAllOptions extends Omit<CheckOptions, 'onStage' | 'onRead'> {
  /** The folder that all are published to, each to a folder that has the name of its own. */
  readonly out: string;
  /** Told after each. */
  readonly onBriefing?: (name: string, done: number, all: number) => void;
}

/**
 * Check every briefing of a folder that holds many, each against its own last edition. Nothing is
 * published, and no browser is started.
 */
export async function checkAll(
  { onBriefing, ...options }: CheckAllOptions,
  system: System,
): Promise<Verdicts> {
  const { folder, out } = options;
  const collection = await briefingsIn(folder, system.files, out);
  const { names = [], messages = [noBriefings(folder)] } = collection ?? {};
  const briefings: Verdict[] = [];
  for (const name of names) {
    const places = { folder: path.join(folder, name), out: path.join(out, name) };
    briefings.push({ ...(await check({ ...options, ...places }, system)), name });
    onBriefing?.(name, briefings.length, names.length);
  }
  const exit = firstOf([exitOf(messages), ...briefings.map((verdict) => verdict.exit)]);
  return { folder, out, exit, briefings, messages };
}

/** What a check of many ends with: of what fails, what comes first in the table of exit codes. */
function firstOf(exits: readonly ExitName[]): ExitName {
  const failing = exits.filter((exit) => exit !== 'published');
  return failing.sort((a, b) => EXIT[a] - EXIT[b])[0] ?? 'published';
}
