import path from 'node:path';
import { manyBriefings, publishedIn } from '../briefings.ts';
import { type ExitName, exitOf } from '../messages.ts';
import type { System } from '../system/index.ts';
import { exitFor } from './failing.ts';
import type { PublishFlags } from './publish.ts';
import type { Around } from './surroundings.ts';

interface Publishing {
  readonly out: string;
  readonly flags: PublishFlags;
}

/**
 * Copy what many briefings show to another folder; or say that one has to be named, where that is asked
 * which is of one alone.
 *
 * @returns Null where neither folder is one of many briefings.
 */
export async function runPublishAll(
  { out, flags: { to, edition, back, copies } }: Publishing,
  system: System,
  { print }: Around,
): Promise<ExitName | null> {
  const names = await publishedIn(out, system.files);
  const shown = names || to === undefined ? names : await publishedIn(to, system.files);
  if (!shown) return null;
  if (!names || to === undefined || edition !== undefined || back) {
    const messages = [manyBriefings(names ? out : (to ?? out), { names: shown, refused: [] })];
    print.messages(messages);
    return exitOf(messages);
  }
  const { publishAllTo } = await import('../index.ts');
  const progress = await print.progress();
  const onWait = (folder: string) =>
    progress.step(`another is at work in ${folder}: waiting for it`);
  try {
    const options = { out, to, links: copies ? false : undefined, onWait };
    const { briefings, messages } = await publishAllTo(options, system);
    progress.stop();
    print.messages(messages);
    for (const { name, number } of briefings) {
      const place = path.join(to, name);
      if (number === null) continue;
      print.event(
        { event: 'shown', out: place, edition: number },
        `${place} shows edition ${number}`,
      );
    }
    return exitOf(messages);
  } catch (error) {
    progress.stop();
    return exitFor(error, print);
  }
}
