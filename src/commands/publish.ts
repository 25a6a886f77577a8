import type { ExitName } from '../messages.ts';
import { exitFor } from './failing.ts';
import { runPublishAll } from './publish-all.ts';
import type { Around } from './surroundings.ts';

export interface PublishFlags {
  readonly to?: string;
  readonly edition?: number;
  readonly back?: true;
  readonly copies?: true;
}

/** Copy an edition to a folder and show it there, or go back to an earlier one; or copy those of many. */
export async function runPublish(
  out: string,
  flags: PublishFlags,
  around: Around,
): Promise<ExitName> {
  const { nodeSystem, publishTo } = await import('../index.ts');
  const { print, environment } = around;
  const system = nodeSystem(environment);
  const ended = await runPublishAll({ out, flags }, system, around);
  if (ended !== null) return ended;
  const { to = out, edition, back, copies } = flags;
  const progress = await print.progress();
  const onWait = () => progress.step(`another is at work in ${to}: waiting for it`);
  const links = copies ? false : undefined;
  try {
    const options = { out, to, number: edition, back, links, onWait };
    const { number, messages } = await publishTo(options, system);
    progress.stop();
    print.messages(messages);
    print.event({ event: 'shown', out: to, edition: number }, `${to} shows edition ${number}`);
    return 'published';
  } catch (error) {
    progress.stop();
    return exitFor(error, print);
  }
}
