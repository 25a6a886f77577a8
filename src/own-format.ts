import type { VFileMessage } from 'vfile-message';
import { z } from 'zod';
import type { Citation } from './citing.ts';
import { RECORD } from './edition-record.ts';
import { CURRENT, EDITIONS, FEEDS, MANIFEST } from './editions.ts';
import { ALL_FORMATS, FORMAT_TABLE, type Format, isFormat } from './formats.ts';
import { BuildFailure, message } from './messages.ts';
import type { Browser, System } from './system/index.ts';
import type { Briefing } from './types.ts';

/** A format of the user's own: what it has to be, and what is said of one that is not. */

/** Turns a briefing into one file of a format that Synoptic does not have. */
export interface OwnRenderer {
  /** Small letters, figures and strokes; not the name of another format. */
  readonly name: string;
  /** Name of the file in the output folder: not a path, and not that of another format. */
  readonly file: string;
  /** Whether it will ask for a page of the browser, which is then started ahead. */
  readonly needsBrowser: boolean;
  /**
   * Make the file.
   *
   * @param briefing A copy, with `publish: public` without what may not be published.
   * @returns Its bytes, or its text.
   */
  readonly render: (
    briefing: Briefing,
    tools: RenderTools,
  ) => Promise<Uint8Array | string> | Uint8Array | string;
}

/** What a renderer of the user's own may use beside the briefing. */
export interface RenderTools {
  /** Version of Synoptic. */
  readonly version: string;
  /** How each report is cited in the style of the briefing, by the report's id. */
  readonly citations: () => Promise<ReadonlyMap<string, Pick<Citation, 'text' | 'csl' | 'bibtex'>>>;
  /**
   * Fill a Handlebars template with what templates get, and sanitize it.
   *
   * @param template Its text. It may ask for the partials of the web page.
   * @returns HTML for the body of a page.
   */
  readonly fill: (template: string) => Promise<string>;
  /** Open a page in the run's one browser, cut off from every network, and close it afterwards. */
  readonly withPage: Browser['withPage'];
}

/** Formats as they are asked for: those of Synoptic by name, others by the path of their module. */
export interface AskedFormats {
  readonly known: readonly Format[];
  readonly modules: readonly string[];
}

/** What no format may take the place of: how editions lie in the folder, and what is said of them. */
const TAKEN = [MANIFEST, RECORD, EDITIONS, CURRENT, ...FEEDS] as const;

const NAME = 'a name of small letters, figures and strokes';
const FILE = 'the name of a file, such as briefing.wiki, without a folder';

const FIELDS = 'name, file, needsBrowser and render';

const rendererSchema = z.strictObject(
  {
    name: z.string(NAME).regex(/^[a-z][a-z0-9-]{0,40}$/, NAME),
    file: z.string(FILE).regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,80}(?<!\.)$/, FILE),
    needsBrowser: z.boolean('true or false'),
    render: z.custom((value) => typeof value === 'function', 'a function'),
  },
  {
    error: ({ code }) => `an object with ${FIELDS}${code === 'unrecognized_keys' ? ' alone' : ''}`,
  },
);

/**
 * The formats that a command line asks for, those of the user's own loaded.
 *
 * @throws BuildFailure when one cannot be used.
 */
export async function loadFormats(
  { known, modules }: AskedFormats,
  system: System,
): Promise<readonly (Format | OwnRenderer)[]> {
  const own = await Promise.all(modules.map((file) => loadFormat(file, system)));
  return [...known, ...own];
}

/**
 * Load a format from a module that the user himself named.
 *
 * @param file Its path.
 * @throws BuildFailure when there is none, or it cannot be used.
 */
async function loadFormat(file: string, system: System): Promise<OwnRenderer> {
  const loaded = await system.importModule(file).catch((error: unknown) => {
    throw new BuildFailure([notLoaded(file, error)]);
  });
  const value = z.object({ default: z.unknown().optional() }).parse(loaded).default;
  if (value === undefined) {
    throw new BuildFailure([
      unusable(file, 'module without a default export', 'a renderer as its default export'),
    ]);
  }
  const faults = faultsOf(value, file);
  if (faults.length > 0) throw new BuildFailure(faults);
  return value as OwnRenderer;
}

/** What forbids to use formats of the user's own beside those of Synoptic, and beside each other. */
export function ownFormatFaults(own: readonly OwnRenderer[]): readonly VFileMessage[] {
  return own.flatMap((renderer, at) => {
    const faults = faultsOf(renderer, nameOf(renderer));
    if (faults.length > 0) return faults;
    const before = own.slice(0, at);
    const twin = before.find(
      ({ name, file }) => name === renderer.name || same(file, renderer.file),
    );
    if (!twin) return [];
    const found = `name "${renderer.name}" with the file "${renderer.file}"`;
    return [unusable(renderer.name, found, `others than those of ${twin.name} (${twin.file})`)];
  });
}

const nameOf = (renderer: unknown): string =>
  z.object({ name: z.string() }).safeParse(renderer).data?.name ?? 'formats';

/** File names that differ in capitals alone are one file on many disks. */
const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

function faultsOf(value: unknown, from: string): readonly VFileMessage[] {
  const checked = rendererSchema.safeParse(value);
  if (!checked.success) {
    return checked.error.issues.map((issue) => {
      const field = issue.path.join('.');
      const strange = issue.code === 'unrecognized_keys' ? issue.keys.join(', ') : null;
      const found = strange ? `field ${strange}` : `value${field ? ` of "${field}"` : ''}`;
      return unusable(from, found, issue.message);
    });
  }
  const { name, file } = checked.data;
  const others = [...Object.values(FORMAT_TABLE).map((row) => row.file), ...TAKEN];
  const taken = others.find((other) => same(other, file));
  return [
    ...(isFormat(name) || name === ALL_FORMATS
      ? [unusable(from, `name "${name}"`, 'a name that Synoptic has not taken')]
      : []),
    ...(taken ? [unusable(from, `file "${file}"`, `another than Synoptic's ${taken}`)] : []),
  ];
}

/** Say that a format cannot be used. */
function unusable(file: string, found: string, expected: string): VFileMessage {
  const advice = 'nothing was published; docs/formats.md says what a format has to be';
  return message({ rule: 'format-unusable', file, found, expected, advice });
}

function notLoaded(file: string, error: unknown): VFileMessage {
  return message({
    rule: 'format-unusable',
    file,
    found: `module that cannot be loaded (${reasonOf(error)})`,
    expected: 'a JavaScript module that exports a renderer',
    advice: 'nothing was published; correct the path, or the module',
    cause: error,
  });
}

/** Say that a renderer of the user's own failed. */
export function renderFailed({ name, file }: OwnRenderer, error: unknown): BuildFailure {
  return new BuildFailure([
    message({
      rule: 'format-unusable',
      file,
      found: `error "${reasonOf(error)}"`,
      expected: `a file made by the format "${name}"`,
      advice: 'nothing was published; correct the format, or leave it out',
      cause: error,
    }),
  ]);
}

const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
