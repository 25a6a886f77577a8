import { type BriefingResult, type BriefingTask, buildOne } from './build-one.ts';
import { atEndOfPool, nodeSystem } from './system/index.ts';
import { keptWarm } from './warm.ts';

/** What each thread of a pool runs that builds many briefings: the browser stays open between them. */

const warm = keptWarm(nodeSystem());
atEndOfPool(warm.drop);

/** Build a briefing. */
export async function work(task: BriefingTask): Promise<BriefingResult> {
  const result = await buildOne(task, warm.system);
  // A browser that hangs must not spoil the next one, too.
  if (!result.built) await warm.drop();
  return result;
}
