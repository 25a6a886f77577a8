import type { VFileMessage } from 'vfile-message';
import { cautionsOf } from './analyze/index.ts';
import { compose, withChanges } from './compose/index.ts';
import type { Config } from './config/index.ts';
import { type Design, designOf } from './design/index.ts';
import { diff } from './diff/index.ts';
import { documentKey } from './document-key.ts';
import { recordOf } from './edition-record.ts';
import { type Before, NOTHING_BEFORE } from './editions.ts';
import { DEFAULT_FORMATS, formatsNamed } from './formats.ts';
import { inHouseStyle } from './house/index.ts';
import { type Intake, takeIn } from './intake.ts';
import { shownFirst } from './leading.ts';
import { whileLocked } from './locked.ts';
import { BuildFailure, gatherInto, isFatal, message } from './messages.ts';
import { ownFormatFaults } from './own-format.ts';
import { HELPERS } from './page/index.ts';
import { openStore } from './publish/index.ts';
import { publishEdition } from './publish-edition.ts';
import { mixedUp } from './read/index.ts';
import { memoryOf } from './remembered.ts';
import { type AnyFormat, needBrowser, ownFormatsIn, render } from './render/index.ts';
import type { ScorerName } from './scorer-names.ts';
import { styleOf } from './style/index.ts';
import { type Substance, substanceOf } from './substance.ts';
import type { Browser, Progress, System } from './system/index.ts';
import type { Briefing, EditionRecord, OutputFile } from './types.ts';
import { watchInputs } from './unchanged.ts';
import { verify } from './verify/index.ts';

export interface BuildOptions {
  /** The folder of the reports. */
  readonly folder: string;
  /** The folder that the edition is published to; null: it is handed over, and written nowhere. */
  readonly out: string | null;
  /**
   * Where nothing is published: the edition that it would follow, and the folder of that, which is none
   * of the reports' all the same. Default: none.
   */
  readonly follows?: { readonly out: string; readonly last: EditionRecord | null } | undefined;
  /** Default: what `briefing.yaml` says, else `DEFAULT_FORMATS`. */
  readonly formats?: readonly AnyFormat[] | undefined;
  /** The moment the briefing speaks for, ISO 8601. Default: the last publication date. */
  readonly generated?: string | undefined;
  /** What tells which passages state one fact. Default: as `DEFAULT_SCORER` says. */
  readonly scorer?: ScorerName | undefined;
  /** A folder with templates of your own, each in the place of that of its name. Default: none. */
  readonly templates?: string | undefined;
  /** Name of a theme, or a file that ends with `.css`. Default: what `briefing.yaml` says. */
  readonly theme?: string | undefined;
  /** Version of the program, for the method and the manifest. */
  readonly version: string;
  /** Whether nothing is used that earlier builds made. Default: what did not change is. */
  readonly fresh?: boolean | undefined;
  /** Told each stage as it begins: not those whose work an earlier build has done. */
  readonly onStage?: (stage: Stage) => void;
  /** Told how much of the passages a model has read, 0–1. */
  readonly onRead?: Progress;
  /** Told where another build is at work in the output folder, and waited for. */
  readonly onWait?: () => void;
}

export const STAGES = [
  'read',
  'normalize',
  'select',
  'extract',
  'merge',
  'decide',
  'analyze',
  'compose',
  'verify',
  'render',
  'publish',
] as const;

export type Stage = (typeof STAGES)[number];

/** One published build. */
export interface Edition {
  /** From 1; one more than the last of its output folder. */
  readonly number: number;
  /** Whether it is new; else the last edition says the same, and stays. */
  readonly isNew: boolean;
  readonly briefing: Briefing;
  /** None where the last edition stays. */
  readonly files: readonly OutputFile[];
  /** Name of a report's file → the text that places in it count in. */
  readonly texts: ReadonlyMap<string, string>;
  /** Warnings and notes; a failure is thrown. */
  readonly messages: readonly VFileMessage[];
}

/**
 * Build the briefing of a folder and publish it.
 *
 * @throws BuildFailure with every message of the run when anything forbids publishing; what the
 *   output folder shows is then as it was.
 */
export async function build(options: BuildOptions, system: System): Promise<Edition> {
  const { out, folder, formats = [] } = options;
  const faults = [
    ...ownFormatFaults(ownFormatsIn(formats)),
    ...(out === null ? [] : mixedUp(folder, out)),
  ];
  if (faults.some(isFatal)) throw new BuildFailure(faults);
  if (out === null) return (await make(options, following(options), system)).edition;
  return whileLocked(out, system, options, async (messages) => {
    const keepState = await watchInputs({ ...options, out }, system);
    const before = await openStore(out, system.files, system.now());
    const made = await make(options, before, system);
    const all = [...messages, ...made.edition.messages];
    if (made.edition.isNew) {
      options.onStage?.('publish');
      all.push(...(await publishEdition(made, { ...options, out, last: before.last }, system)));
      if (all.some(isFatal)) throw new BuildFailure(all);
    }
    await keepState(made.edition.number, all);
    return { ...made.edition, messages: all };
  });
}

/** What an edition that is not published is held against. */
const following = ({ follows }: BuildOptions): Before =>
  follows?.last
    ? { ...NOTHING_BEFORE, last: follows.last, next: follows.last.number + 1 }
    : NOTHING_BEFORE;

/** An edition that lies nowhere yet. */
interface Made {
  readonly edition: Edition;
  readonly config: Config;
}

/** Make an edition, stage by stage. @throws BuildFailure */
async function make(options: BuildOptions, before: Before, system: System): Promise<Made> {
  const messages: VFileMessage[] = [];
  const stage = (name: Stage) => options.onStage?.(name);
  const gather = gatherInto(messages);
  const browser = browserOnDemand(system);
  const memory = await memoryOf(system, options.fresh);
  try {
    const intake = await takeIn(options.folder, {
      // Nothing in a folder is the folder itself: where nothing is published, nothing is passed over.
      out: options.out ?? options.follows?.out ?? options.folder,
      files: system.files,
      design: [options.templates, options.theme],
      onStage: options.onStage,
      memory,
    });
    const { config, said } = intake;
    const design = await designFor(options, config, said, system);
    gather([...intake.messages, ...design.messages]);
    const formats = options.formats ?? formatsNamed(config.formats ?? DEFAULT_FORMATS);
    const { last } = before;
    const found = await substanceOf(
      intake,
      { ...options, last },
      {
        system,
        memory,
        // It starts while the reports are worked on.
        onWork: () => needBrowser(formats) && browser.start(),
      },
    );
    gather(found.messages);
    stage('compose');
    const briefing = composed(found.value, { intake, design, options, before });
    const { facts, reports, analysis } = found.value;
    gather(cautionsOf({ facts, reports, analysis, leading: leadingOf(briefing) }));
    gather(styleOf(briefing));
    stage('verify');
    gather(await verify(briefing, options.folder, system.files, { last }));
    const texts = new Map(intake.documents.map(({ name, source }) => [name, source]));
    const { paper } = config;
    const program = `${options.version} ${memory?.program ?? ''}`;
    const document = documentKey(briefing, formats, { ...design, paper, program });
    const same = saidBefore(document, before, options.out ?? '');
    if (same) {
      gather(same.messages);
      const { number } = same;
      const unmade = { number, isNew: false, briefing, files: [], texts, messages };
      return { edition: unmade, config };
    }
    stage('render');
    const rendered = await render(briefing, formats, {
      ...design,
      paper,
      packageFile: system.packageFile,
      browser: browser.get,
      browserName: system.browserName,
      memory,
      version: options.version,
      document,
    });
    gather(rendered.messages);
    const { files } = rendered;
    const number = briefing.edition;
    return { edition: { number, isNew: true, briefing, files, texts, messages }, config };
  } catch (error) {
    if (!(error instanceof BuildFailure)) throw error;
    throw new BuildFailure([...new Set([...messages, ...error.messages])]);
  } finally {
    await browser.close();
  }
}

interface Composing {
  readonly intake: Intake;
  readonly design: Pick<Design, 'own'>;
  readonly options: BuildOptions;
  readonly before: Before;
}

/** Arrange what reports say as a document, with what is new in it. */
function composed(
  { facts, reports, entities, analysis, decisions, method }: Substance,
  { intake, design, options, before: { last, next } }: Composing,
): Briefing {
  const { config, citationStyle, selected } = intake;
  const briefing = compose(
    {
      ...inHouseStyle({ reports, facts, entities, analysis }, config),
      strangers: selected.strangers,
      decisions,
    },
    {
      config,
      citationStyle,
      generated: options.generated ?? null,
      edition: next,
      method,
      version: options.version,
      ownTemplates: design.own.some((file) => file.endsWith('.hbs')),
    },
  );
  // When this one will be published makes no difference to what changed.
  const changes = last && diff(last, recordOf(briefing, last.made));
  return withChanges(briefing, changes, config.sections);
}

/** The edition that says the same and stays: the last one; or one that was withdrawn, which stays so. */
function saidBefore(document: string, { last, document: shown, withdrawn }: Before, out: string) {
  if (last && document === shown) return { number: last.number, messages: [] };
  const taken = withdrawn.find((one) => one.document === document);
  if (!last || !taken) return undefined;
  return { number: last.number, messages: [withdrawnBefore(taken.number, last.number, out)] };
}

const withdrawnBefore = (taken: number, shown: number, file: string): VFileMessage =>
  message({
    rule: 'edition-withdrawn',
    file,
    found: `what edition ${taken} says, which was withdrawn`,
    expected: 'something else',
    advice: `edition ${shown} stays; correct the reports or briefing.yaml, or show it again with publish --edition ${taken}`,
  });

/** What its pages are made with. */
async function designFor(
  { folder, templates, theme }: BuildOptions,
  config: Intake['config'],
  { file, placeOf }: Intake['said'],
  system: System,
) {
  const wishes = { folder, said: config, file, placeOf, templates, theme };
  const helpers = Object.keys(HELPERS);
  return designOf(wishes, { files: system.files, shipped: await system.templates(), helpers });
}

/** Ids of the facts that a reader meets first: those of the bottom line, else that of the title. */
function leadingOf(briefing: Briefing): readonly string[] {
  const shown = shownFirst(briefing);
  const { fact } = briefing.title;
  return shown.length > 0 || fact === null ? shown : [fact];
}

/** The run's one browser: started once, closed whatever happens. */
function browserOnDemand(system: System) {
  let starting: Promise<Browser> | undefined;
  const get = () => {
    starting ??= system.openBrowser();
    return starting;
  };
  return {
    get,
    /** Start ahead. A failure is told when the browser is asked for. */
    start: () => void get().catch(() => undefined),
    close: async () => (await starting?.catch(() => undefined))?.close(),
  };
}
