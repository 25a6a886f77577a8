import { VERSION } from '../version.ts';
import type { BuildFlags } from './build.ts';
import { lastIfUnchanged, saying } from './last-edition.ts';
import { pollFeeds } from './poll.ts';
import { type Rebuild, secondsIn, tellFailure } from './rebuilt.ts';
import type { Around } from './surroundings.ts';

/**
 * Make what builds the briefing of a folder again and again.
 *
 * @throws BuildFailure where a format of the user's own cannot be loaded.
 */
export async function rebuildingOne(
  folder: string,
  flags: BuildFlags,
  around: Around,
): Promise<Rebuild> {
  const { build, loadFormats, nodeSystem } = await import('../index.ts');
  const formats = flags.format && (await loadFormats(flags.format, nodeSystem(around.environment)));
  const { out, scorer, templates, theme, generated, fresh } = flags;
  const wishes = { scorer, templates, theme, generated, fresh };
  const asked = { folder, out, formats, ...wishes, version: VERSION };
  const { print } = around;
  return async ({ system }) => {
    const since = system.now();
    const seconds = () => secondsIn(system.now() - since);
    const progress = await print.progress();
    try {
      if (flags.poll) await pollFeeds(folder, system, around);
      const same = await lastIfUnchanged(folder, flags, system);
      if (same) {
        progress.stop();
        print.messages(same.messages);
        const text = `${saying(same, out)}, in ${seconds()}`;
        print.event({ event: 'unchanged', folder, out, edition: same.edition }, text);
        return { exit: 'published', folderMissing: false };
      }
      const onWait = () => progress.step(`another build is at work in ${out}: waiting for it`);
      const told = { onStage: progress.step, onRead: progress.share, onWait };
      const { number, isNew, briefing, files, messages } = await build(
        { ...asked, ...told },
        system,
      );
      progress.stop();
      print.messages(messages);
      const [facts, reports] = [briefing.facts.length, briefing.reports.length];
      const outcome = isNew ? `edition ${number}` : `unchanged: edition ${number} stays`;
      const made = { folder, out, edition: number, facts, reports };
      const sizes = files.map(({ name, bytes }) => ({ name, bytes: bytes.length }));
      print.event(
        isNew ? { event: 'published', ...made, files: sizes } : { event: 'unchanged', ...made },
        `${facts} facts from ${reports} reports, ${outcome}, in ${seconds()}`,
      );
      return { exit: 'published', folderMissing: false };
    } catch (error) {
      progress.stop();
      const rebuilt = tellFailure(error, print);
      print.event(
        { event: 'unbuilt', folder, exit: rebuilt.exit, ms: system.now() - since },
        `not built, after ${seconds()}; what is published stays`,
      );
      return rebuilt;
    }
  };
}
