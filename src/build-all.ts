import path from 'node:path';
import type { VFileMessage } from 'vfile-message';
import { briefingsIn, type Collection, heldByOne, noBriefings } from './briefings.ts';
import type { BriefingResult, BriefingTask } from './build-one.ts';
import { designOf } from './design/index.ts';
import { diff } from './diff/index.ts';
import { FEED_TABLE, readRecord, shownNumbers } from './editions.ts';
import { feedsOver } from './feeds.ts';
import { BuildFailure, type ExitName, exitOf, isFatal, messageKey } from './messages.ts';
import { type BriefingState, entriesIn, overviewPage } from './overview/index.ts';
import { type AskedFormats, loadFormats } from './own-format.ts';
import { HELPERS } from './page/index.ts';
import type { BuildOptions } from './pipeline.ts';
import { fromPlain, type PlainMessage, toPlain } from './plain-messages.ts';
import { putBeside } from './publish/index.ts';
import { mixedUp, openFolder } from './read/index.ts';
import { buildSideBySide } from './side-by-side.ts';
import type { System } from './system/index.ts';
import { unchanged } from './unchanged.ts';
import type { WarmSystem } from './warm.ts';

export interface BuildAllOptions
  extends Omit<BuildOptions, 'out' | 'formats' | 'onStage' | 'onRead' | 'onWait'> {
  /** Each briefing is published to a folder in it that has the name of its own. */
  readonly out: string;
  /** Default: what the `briefing.yaml` of each says, else as with one briefing. */
  readonly formats?: AskedFormats | undefined;
  /** So many are built side by side. Default: as many as processors and memory allow. */
  readonly jobs?: number | undefined;
  /** What is open already, and stays so, for those that are built one by one. Default: nothing. */
  readonly warm?: WarmSystem | undefined;
  /** Told after each that was tried. */
  readonly onBriefing?: (name: string, done: number, all: number) => void;
}

/** What became of one briefing. */
export interface BriefingOutcome {
  /** Name of its folder, and of the folder that it is published to. */
  readonly name: string;
  /** Null where it failed. */
  readonly built: BriefingResult['built'];
  /** Number of the edition that is shown; null where there is none. */
  readonly shown: number | null;
  /** What a build of it alone would end with. */
  readonly exit: ExitName;
}

/** What became of all. */
export interface AllBuilt {
  /** In the order of their names. */
  readonly briefings: readonly BriefingOutcome[];
  /** Failures too, in the same order: one briefing hides none of the others. */
  readonly messages: readonly VFileMessage[];
}

/**
 * Build every briefing of a folder that holds many, side by side, and the page over all.
 *
 * @throws BuildFailure when none can be tried; the output folder is then as it was.
 */
export async function buildAll(options: BuildAllOptions, system: System): Promise<AllBuilt> {
  const { folder, out, formats } = options;
  const collection = await briefingsIn(folder, system.files, out);
  if (!collection) {
    // One that is not there is another matter.
    await openFolder(folder, system.files, out);
    throw new BuildFailure([noBriefings(folder)]);
  }
  const objections = [
    ...objectionsTo(collection, options),
    ...(await heldByOne(out, '--out', system.files)),
  ];
  if (objections.length > 0) throw new BuildFailure(objections);
  // Said once, not by each of them.
  if (formats) await loadFormats(formats, system);
  const results = await allResults(collection.names, options, system);
  const briefings = await Promise.all(
    results.map(async ({ name, built, messages }): Promise<BriefingOutcome> => {
      const shown = await shownNumbers(path.join(out, name), system.files).catch(() => []);
      const exit = exitOf(messages.map(fromPlain));
      return { name, built, shown: shown.at(-1) ?? null, exit };
    }),
  );
  const states = new Map<string, Exclude<BriefingState, 'gone'>>([
    ...collection.refused.map((name) => [name, 'failed'] as const),
    ...results.map(({ name, built }) => [name, built ? 'built' : 'failed'] as const),
  ]);
  const own = results.flatMap(({ name, messages }) => messages.map(placedIn(name, options)));
  const over = await publishOverview(states, options, system);
  return { briefings, messages: eachOnce([...collection.messages, ...own, ...over]) };
}

/** Where all would be published to lies none of the briefings, nor the folder of all. */
function objectionsTo({ names }: Collection, { folder, out }: BuildAllOptions) {
  return [
    ...mixedUp(folder, out),
    ...names.flatMap((name) => [
      ...mixedUp(path.join(folder, name), out),
      ...mixedUp(folder, path.join(out, name)),
    ]),
  ];
}

async function allResults(
  names: readonly string[],
  { jobs, warm, onBriefing, ...options }: BuildAllOptions,
  system: System,
) {
  const stayed = await Promise.all(names.map((name) => lastResult(name, options, system)));
  const rest = names.filter((_, at) => !stayed[at]);
  const tasks = rest.map((name) => taskFor(name, options));
  const before = names.length - rest.length;
  const onDone = ({ folder }: BriefingTask, done: number) =>
    onBriefing?.(path.basename(folder), before + done, names.length);
  const results = await buildSideBySide(tasks, { jobs, warm, onDone }, system);
  return names.flatMap((name, at) => {
    const result = stayed[at] ?? results[rest.indexOf(name)];
    return result ? [{ ...result, name }] : [];
  });
}

/** What became of a briefing that a build would make as it is: no thread is asked to see that. */
async function lastResult(
  name: string,
  options: BuildAllOptions,
  system: System,
): Promise<BriefingResult | null> {
  const { formats, fresh, ...asked } = taskFor(name, options);
  if (fresh || (formats && formats.modules.length > 0)) return null;
  const last = await unchanged({ ...asked, formats: formats?.known }, system);
  const record = last && (await readRecord(asked.out, last.edition, system.files));
  if (!record) return null;
  const { number: edition, facts, reports } = record;
  return {
    built: { edition, isNew: false, facts: facts.length, reports: reports.length, files: [] },
    messages: last.messages.map(toPlain),
  };
}

/** Plain data, for threads. */
function taskFor(name: string, options: BuildAllOptions): BriefingTask {
  const { folder, out, formats, generated, scorer, templates, theme, fresh, version } = options;
  const places = { folder: path.join(folder, name), out: path.join(out, name) };
  return { ...places, formats, generated, scorer, templates, theme, fresh, version };
}

// ---------------------------------------------------------------------------------------------
// The page over all

async function publishOverview(
  states: ReadonlyMap<string, Exclude<BriefingState, 'gone'>>,
  { folder, out, templates, theme, version }: BuildAllOptions,
  system: System,
): Promise<readonly VFileMessage[]> {
  const { files } = system;
  const wishes = { folder, said: {}, file: '', placeOf: () => START, templates, theme };
  const helpers = Object.keys(HELPERS);
  const design = await designOf(wishes, { files, shipped: await system.templates(), helpers });
  if (design.messages.some(isFatal)) return design.messages;
  const entries = await entriesIn(out, states, { files, compare: diff });
  const names = entries.map(({ name }) => name);
  const setting = { out, address: undefined, language: 'en', version, title: 'Briefings' };
  const feeds = await feedsOver(names, setting, files);
  const page = await overviewPage(entries, {
    templates: design.templates,
    packageFile: system.packageFile,
    version,
    feeds: feeds.length > 0 ? Object.values(FEED_TABLE) : [],
  });
  return [...design.messages, ...(await putBeside([...feeds, page], out, files, system.now()))];
}

const START = { line: 1, column: 1 };

// ---------------------------------------------------------------------------------------------
// Messages

/** Puts the folder of a briefing in front of the file that a message names, where it names one there. */
function placedIn(name: string, { folder, out, templates, theme, formats }: BuildAllOptions) {
  const own = path.join(folder, name);
  const elsewhere = [own, path.join(out, name), templates, theme, ...(formats?.modules ?? [])];
  return (plain: PlainMessage): VFileMessage => {
    const { file = '' } = plain;
    const isElsewhere = elsewhere.some((other) => other !== undefined && isIn(other, file));
    return fromPlain({ ...plain, file: isElsewhere ? file : path.join(own, file) });
  };
}

const isIn = (folder: string, file: string): boolean =>
  !path.relative(folder, file).split(path.sep).includes('..');

/** What each of them would say of what they share is said once. */
function eachOnce(messages: readonly VFileMessage[]): readonly VFileMessage[] {
  return [...new Map(messages.map((made) => [messageKey(made), made])).values()];
}
