import path from 'node:path';
import { INVISIBLE } from '../characters.ts';
import type { AllBuilt, BriefingOutcome, BuildAllOptions } from '../index.ts';
import { BuildFailure, type ExitName, exitOf } from '../messages.ts';
import { VERSION } from '../version.ts';
import { plural } from '../wording.ts';
import type { BuildFlags } from './build.ts';
import { pollFeeds } from './poll.ts';
import type { Around } from './surroundings.ts';

export interface BuildAllFlags extends BuildFlags {
  /** So many are built side by side. Default: as many as the machine does soonest. */
  readonly jobs?: number;
}

/** Tell whether a folder holds many briefings. */
export async function holdsMany(
  folder: string,
  { out }: Pick<BuildFlags, 'out'>,
  { environment }: Pick<Around, 'environment'>,
): Promise<boolean> {
  // All else is loaded only where there is something to build.
  const [{ briefingsIn }, { nodeSystem }] = await Promise.all([
    import('../briefings.ts'),
    import('../system/index.ts'),
  ]);
  return (await briefingsIn(folder, nodeSystem(environment).files, out)) !== null;
}

/** Build the briefings of a folder that holds many, and say what became of each. */
export async function runBuildAll(
  folder: string,
  { format, jobs, poll, ...flags }: BuildAllFlags,
  around: Around,
): Promise<ExitName> {
  const { print, environment } = around;
  const { briefingsIn, buildAll, nodeSystem } = await import('../index.ts');
  const system = nodeSystem(environment);
  const progress = await print.progress();
  const options: BuildAllOptions = {
    ...flags,
    folder,
    formats: format,
    jobs,
    version: VERSION,
    onBriefing: (name, done, all) => progress.step(`${name}  ${done} of ${all}`),
  };
  try {
    const names = (await briefingsIn(folder, system.files, flags.out))?.names ?? [];
    for (const name of poll ? names : []) {
      progress.step(`${name}  polled`);
      await pollFeeds(path.join(folder, name), system, around);
    }
    const { briefings, messages } = await buildAll(options, system);
    progress.stop();
    print.messages(messages);
    for (const line of summaryOf(briefings)) print.line(line);
    print.line(totalOf(briefings, flags.out));
    return exitOf(messages);
  } catch (error) {
    progress.stop();
    if (!(error instanceof BuildFailure)) throw error;
    print.messages(error.messages);
    return exitOf(error.messages);
  }
}

function summaryOf(briefings: AllBuilt['briefings']): readonly string[] {
  const names = briefings.map(({ name }) => name.replace(INVISIBLE, ''));
  const width = Math.max(0, ...names.map((name) => name.length));
  return briefings.map((outcome, at) => `${(names[at] ?? '').padEnd(width)}  ${said(outcome)}`);
}

function said({ built, shown }: BriefingOutcome): string {
  if (!built) return shown === null ? 'failed' : `failed, edition ${shown} stays`;
  const facts = `${built.facts} ${plural(built.facts, 'fact', 'facts')}`;
  const reports = `${built.reports} ${plural(built.reports, 'report', 'reports')}`;
  const edition = built.isNew ? `edition ${built.edition}` : `edition ${built.edition} stays`;
  return `${edition}  ${facts} from ${reports}`;
}

function totalOf(briefings: AllBuilt['briefings'], out: string): string {
  const failed = briefings.filter(({ built }) => !built).length;
  const count = `${briefings.length} ${plural(briefings.length, 'briefing', 'briefings')}`;
  const rest = failed > 0 ? `, ${failed} failed` : '';
  return `${count}${rest}  ${out}/index.html`;
}
