import { BuildFailure, type ExitName, exitOf } from '../messages.ts';
import type { Around } from './surroundings.ts';

export interface PublishFlags {
  readonly to?: string;
  readonly edition?: number;
  readonly back?: true;
  readonly copies?: true;
}

/** Copy an edition to a folder and show it there, or go back to an earlier one. */
export async function runPublish(
  out: string,
  { to = out, edition, back, copies }: PublishFlags,
  { print, environment }: Around,
): Promise<ExitName> {
  const { nodeSystem, publishTo } = await import('../index.ts');
  const progress = await print.progress();
  const onWait = () => progress.step(`another is at work in ${to}: waiting for it`);
  const links = copies ? false : undefined;
  try {
    const options = { out, to, number: edition, back, links, onWait };
    const { number, messages } = await publishTo(options, nodeSystem(environment));
    progress.stop();
    print.messages(messages);
    print.event({ event: 'shown', out: to, edition: number }, `${to} shows edition ${number}`);
    return 'published';
  } catch (error) {
    progress.stop();
    if (!(error instanceof BuildFailure)) throw error;
    print.messages(error.messages);
    return exitOf(error.messages);
  }
}
