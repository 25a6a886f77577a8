import path from 'node:path';
import type { VFileMessage } from 'vfile-message';
import { message } from '../messages.ts';
import { nearest, withHint } from '../nearest.ts';
import { OVERVIEW_FOLDER, TEMPLATE_FOLDERS } from '../template-folders.ts';
import { checkStyles } from './check-styles.ts';
import { checkTemplate, partialsIn } from './check-template.ts';

/** Path in the templates' folder → text. */
export type Templates = ReadonlyMap<string, string>;

/** Templates of the user's own. */
export interface Layer {
  /** Folder that they lie in, for messages. */
  readonly folder: string;
  readonly files: Templates;
  /** Whether the user named the folder himself; what a briefing's folder brings may be anybody's. */
  readonly isTrusted: boolean;
}

/**
 * What a briefing's own folder may replace: what passes the sanitizer, and style sheets. Around that
 * stands what says which scripts and styles run, and the scripts: only who builds may replace those.
 */
const ANYBODYS = new RegExp(
  `^(?:${TEMPLATE_FOLDERS.join('|')}|partials)/(?!page\\.hbs$)[^/]+\\.hbs$|^(?:styles|themes)/[^/]+\\.css$`,
  'u',
);

/** Files that may be there under any name: they are asked for by it. */
const NAMED_FREELY = /^themes\/[\w-]+\.css$/u;

/** Folders whose templates may ask for one another. */
const FOLDERS: readonly string[] = [...TEMPLATE_FOLDERS, OVERVIEW_FOLDER];

/** A file that other templates may ask for: its folder, and the name that they ask by. */
const PARTIAL = new RegExp(`^(partials|${FOLDERS.join('|')})/([^/]+)\\.hbs$`, 'u');

/**
 * Check that each file of a layer takes a place, may take it, and can be used there.
 *
 * @param below The templates that the layer lies over.
 * @param helpers Names of the helpers that templates may ask for.
 */
export function checkLayer(
  { folder, files, isTrusted }: Layer,
  below: Templates,
  helpers: readonly string[],
): readonly VFileMessage[] {
  const merged = new Map([...below, ...files]);
  const asked = new Set([...files.values()].flatMap(partialsIn));
  return [...files].flatMap(([name, text]) => {
    const file = path.join(folder, name);
    const [, , partial = ''] = PARTIAL.exec(name) ?? [];
    if (!below.has(name) && !NAMED_FREELY.test(name) && !asked.has(partial)) {
      return [takesNoPlace(file, name, [...below.keys()])];
    }
    if (!isTrusted && !ANYBODYS.test(name)) return [untrusted(file)];
    if (name.endsWith('.css')) return name.startsWith('themes/') ? [] : checkStyles(text, file);
    if (!name.endsWith('.hbs')) return [];
    return checkTemplate(text, file, { partials: partialsFor(name, merged), helpers });
  });
}

/** Names of the partials that a template may ask for: those that every page it is part of has. */
export function partialsFor(name: string, templates: Templates): readonly string[] {
  const by = (folder: string) =>
    [...templates.keys()].flatMap((file) => {
      const [, of, partial] = PARTIAL.exec(file) ?? [];
      return of === folder && partial !== undefined ? [partial] : [];
    });
  const [, folder = ''] = PARTIAL.exec(name) ?? [];
  if (FOLDERS.includes(folder)) return [...by('partials'), ...by(folder)];
  // A partial of the other folders serves a document of each kind: what it asks for, each must have.
  const kinds = TEMPLATE_FOLDERS.map(by).filter((names) => names.length > 0);
  const [first = [], ...others] = kinds;
  const shared = first.filter((partial) => others.every((names) => names.includes(partial)));
  return [...new Set([...by('partials'), ...shared])];
}

const takesNoPlace = (file: string, name: string, names: readonly string[]): VFileMessage =>
  message({
    rule: 'template-unknown',
    file,
    found: 'file that takes the place of no template, and that none asks for',
    expected: 'the path of a template that comes with Synoptic',
    advice: withHint(
      nearest(name, names),
      'see docs/templates.md for their names; take it out, or ask for it with {{> name}}',
    ),
  });

const untrusted = (file: string): VFileMessage =>
  message({
    rule: 'template-untrusted',
    file,
    found: 'file that decides what a page may run, in the folder of a briefing',
    expected: 'templates of a page’s body, style sheets and themes alone',
    advice: 'take it out, or name a folder that holds it with --templates',
  });
