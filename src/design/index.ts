import path from 'node:path';
import { VFileMessage } from 'vfile-message';
import { message, type Place } from '../messages.ts';
import { nearest, withHint } from '../nearest.ts';
import type { Files } from '../system/index.ts';
import { checkTemplate } from './check-template.ts';
import { contrastMessages } from './contrast.ts';
import { entryAt, type Found, readInside, readTemplates } from './folder.ts';
import { checkLayer, type Layer, partialsFor, type Templates } from './overrides.ts';
import { parseTheme, type Theme, themeSheet } from './theme.ts';

export { lightColors } from './theme.ts';
export { TOKENS } from './tokens.ts';

/** How a briefing looks: what its pages are made with. */
export interface Design {
  /** Path in the templates' folder → text, the user's in the place of those that come with Synoptic. */
  readonly templates: Templates;
  /** Name of the theme, or its file. */
  readonly theme: string;
  /** The user's own files, as he names them. */
  readonly own: readonly string[];
  readonly messages: readonly VFileMessage[];
}

/** What is asked for, by whom. */
export interface Wishes {
  /** The folder of the reports. */
  readonly folder: string;
  /** What `briefing.yaml` says, and where. */
  readonly said: {
    readonly sections?: readonly { readonly template?: string | undefined }[] | undefined;
    readonly templates?: string | undefined;
    readonly theme?: string | undefined;
  };
  readonly file: string;
  readonly placeOf: (path: readonly PropertyKey[]) => Place;
  /** A folder of templates that the user names himself. */
  readonly templates?: string | undefined;
  /** The theme that he names himself: it goes before that of `briefing.yaml`. */
  readonly theme?: string | undefined;
}

export interface DesignTools {
  readonly files: Files;
  /** The templates that come with Synoptic. */
  readonly shipped: Templates;
  /** Names of the helpers that templates may ask for. */
  readonly helpers: readonly string[];
}

const DEFAULT_THEME = 'broadsheet';

/**
 * Put together what a briefing's pages are made with: the templates that come with Synoptic, over them
 * those of the briefing's folder, over these those that the user names; the editor's own parts; and
 * a theme. Everything is checked before it is used, so that a mistake is told with its file and line.
 */
export async function designOf(wishes: Wishes, tools: DesignTools): Promise<Design> {
  const layered = await layers(wishes, tools);
  const parts = await ownParts(wishes, layered.templates, tools);
  const themed = await themeOf(wishes, layered, tools);
  return {
    templates: new Map([
      ...layered.templates,
      ...parts.files,
      ['styles/theme.css', themed.sheet] as const,
    ]),
    theme: themed.name,
    own: [...layered.own, ...parts.own, ...themed.own],
    messages: [layered, parts, themed].flatMap(({ messages }) => messages),
  };
}

/** Names in a briefing's folder that hold its design, and no report. */
export function filesOfDesign({ sections, templates, theme }: Wishes['said']): readonly string[] {
  const named = [templates, theme, ...(sections ?? []).map(({ template }) => template)];
  return named.flatMap((name) => name?.split('/')[0] ?? []);
}

// ---------------------------------------------------------------------------------------------
// Templates

async function layers({ folder, said, templates }: Wishes, tools: DesignTools) {
  const isSame =
    said.templates &&
    templates &&
    path.relative(path.join(folder, said.templates), templates) === '';
  const asked = [
    ...(said.templates && !isSame
      ? [{ root: folder, name: said.templates, isTrusted: false }]
      : []),
    ...(templates ? [{ root: templates, name: '', isTrusted: true }] : []),
  ];
  let merged = tools.shipped;
  const own: string[] = [];
  const messages: VFileMessage[] = [];
  for (const { root, name, isTrusted } of asked) {
    const layer = path.join(root, name);
    const found = await folderInside(root, name, tools.files);
    const given: Layer = { folder: layer, files: found.files, isTrusted };
    messages.push(...found.messages, ...checkLayer(given, merged, tools.helpers));
    own.push(...Array.from(found.files.keys(), (file) => path.join(layer, file)));
    merged = new Map([...merged, ...found.files]);
  }
  return { templates: merged, own, messages };
}

/** Read a folder of templates that lies in another; an empty name is that folder itself. */
async function folderInside(root: string, name: string, files: Files): Promise<Found> {
  const entry = name === '' ? undefined : await entryAt(root, name, files);
  if (entry instanceof VFileMessage) return { files: new Map(), messages: [entry] };
  return readTemplates(path.join(root, name), files);
}

/** The templates of the editor's own parts, which lie beside `briefing.yaml`. */
async function ownParts({ folder, said }: Wishes, templates: Templates, tools: DesignTools) {
  const names = (said.sections ?? []).flatMap(({ template }) => template ?? []);
  const found = await Promise.all(names.map((name) => readInside(folder, name, tools.files)));
  const files = found.flatMap((one) => [...one.files]);
  const partials = partialsFor('', templates);
  return {
    files: files.map(([name, text]) => [`own/${name}`, text] as const),
    own: files.map(([name]) => path.join(folder, name)),
    messages: [
      ...found.flatMap(({ messages }) => messages),
      ...files.flatMap(([name, text]) =>
        checkTemplate(text, path.join(folder, name), { partials, helpers: tools.helpers }),
      ),
    ],
  };
}

// ---------------------------------------------------------------------------------------------
// Themes

interface Themed {
  readonly name: string;
  readonly sheet: string;
  readonly own: readonly string[];
  readonly messages: readonly VFileMessage[];
}

/** The theme that is asked for, as a style sheet. What it does not say, the default says. */
async function themeOf(
  wishes: Wishes,
  { templates, own }: { readonly templates: Templates; readonly own: readonly string[] },
  tools: DesignTools,
): Promise<Themed> {
  const asked = wishes.theme ?? wishes.said.theme ?? DEFAULT_THEME;
  const base = namedTheme(DEFAULT_THEME, templates);
  const isFile = asked.endsWith('.css') || (wishes.theme !== undefined && /[/\\]/u.test(asked));
  if (!isFile) {
    const sheet = templates.get(`themes/${asked}.css`);
    if (sheet === undefined) {
      return {
        name: asked,
        sheet: '',
        own: [],
        messages: [unknownTheme(asked, wishes, templates)],
      };
    }
    const name = path.join('themes', `${asked}.css`);
    return themed(asked, sheet, base, own.find((file) => file.endsWith(name)) ?? name);
  }
  const [root, name] =
    wishes.theme === undefined
      ? [wishes.folder, asked]
      : [path.dirname(asked), path.basename(asked)];
  const { files, messages } = await readInside(root, name, tools.files);
  const sheet = files.get(name);
  if (sheet === undefined) return { name: asked, sheet: '', own: [], messages };
  const file = path.join(root, name);
  return { ...themed(path.basename(asked), sheet, base, file), own: [file] };
}

const namedTheme = (name: string, templates: Templates): Theme =>
  parseTheme(templates.get(`themes/${name}.css`) ?? '', `themes/${name}.css`).theme;

function themed(name: string, css: string, base: Theme, file: string): Themed {
  const { theme, messages } = parseTheme(css, file);
  return {
    name,
    sheet: themeSheet(base, theme),
    own: [],
    messages: [...messages, ...contrastMessages(base, theme, file)],
  };
}

function unknownTheme(asked: string, { theme, file, placeOf }: Wishes, templates: Templates) {
  const names = [...templates.keys()].flatMap(
    (name) => /^themes\/(.+)\.css$/u.exec(name)?.[1] ?? [],
  );
  const isSaid = theme === undefined;
  return message({
    rule: 'theme-unknown',
    file: isSaid ? file : '--theme',
    place: isSaid ? placeOf(['theme']) : undefined,
    found: `theme "${asked}"`,
    expected: names.sort().join(', '),
    advice: withHint(nearest(asked, names), 'name one of these, or a file that ends with .css'),
  });
}
