import type { VFileMessage } from 'vfile-message';
import { type Citations, cite } from '../citing.ts';
import { keyOf } from '../fingerprint.ts';
import { FORMATS, type Format } from '../formats.ts';
import { BuildFailure, message } from '../messages.ts';
import { byCodeUnits } from '../order.ts';
import type { OwnRenderer } from '../own-format.ts';
import { viewOf } from '../page/index.ts';
import { publicEdition } from '../public-edition.ts';
import { sha256 } from '../sha256.ts';
import { CITED_WITH, PLAIN } from '../template-folders.ts';
import type { Briefing, OutputFile } from '../types.ts';
import { annotations } from './annotations.ts';
import { bibtex } from './bibtex.ts';
import { csl } from './csl.ts';
import { docx } from './docx.ts';
import { dot } from './dot.ts';
import { epub } from './epub.ts';
import { html } from './html.ts';
import { briefingSchema } from './json-schema.ts';
import { handing, kept } from './kept.ts';
import { markdown } from './markdown.ts';
import { asRenderer } from './own.ts';
import { pdf } from './pdf.ts';
import { toJson } from './plain.ts';
import type { Renderer, Shared, Tools } from './renderer.ts';
import { text } from './text.ts';

export { briefingJsonSchema } from './json-schema.ts';
export { claimJson } from './plain.ts';

const json: Renderer = {
  file: 'briefing.json',
  needsBrowser: false,
  reads: [],
  render: async (_, tools) => ({ bytes: tools.data(), missing: [] }),
};

/** What makes the formats of `FORMAT_TABLE`. */
export const RENDERERS = {
  html,
  pdf,
  epub,
  docx,
  markdown,
  text,
  json,
  annotations,
  csl,
  bibtex,
  dot,
} as const satisfies Record<Format, Renderer>;

/** A format by its name, or one of the user's own. */
export type AnyFormat = Format | OwnRenderer;

/** The renderers of formats, each once: those of Synoptic in their order, then the user's by name. */
function renderersOf(formats: readonly AnyFormat[]): readonly Renderer[] {
  const own = ownFormatsIn(formats);
  const known = FORMATS.filter((format) => formats.includes(format));
  const names = [...own].sort((a, b) => byCodeUnits(a.name, b.name));
  return [...known.map((format) => RENDERERS[format]), ...names.map(asRenderer)];
}

/** The formats of the user's own among others, each once. */
export const ownFormatsIn = (formats: readonly AnyFormat[]): readonly OwnRenderer[] => [
  ...new Set(formats.filter((format) => typeof format !== 'string')),
];

/** Whether any of the formats will ask for a browser. */
export const needBrowser = (formats: readonly AnyFormat[]): boolean =>
  renderersOf(formats).some(({ needsBrowser }) => needsBrowser);

/**
 * Make the files of a briefing, side by side.
 *
 * @returns The files with a manifest of what went in and what came out, and warnings.
 * @throws BuildFailure when a file cannot be made.
 */
export async function render(
  whole: Briefing,
  formats: readonly AnyFormat[],
  tools: Tools,
): Promise<{ readonly files: readonly OutputFile[]; readonly messages: readonly VFileMessage[] }> {
  const briefing = whole.publish === 'public' ? publicEdition(whole) : whole;
  const shared = sharedBy(briefing, tools);
  const made = await Promise.all(
    renderersOf(formats).map(async (renderer) => {
      const { file, unshown } = renderer;
      const one = await kept(renderer, briefing, shared).catch(failure(file, tools.own));
      return { name: file, ...one, unshown };
    }),
  );
  const files = made.map(({ name, bytes }) => ({ name, bytes }));
  const browser = made.find((one) => one.browser)?.browser ?? null;
  const messages = made.flatMap(({ name, missing, unshown }) =>
    missing.length > 0 ? [noGlyph(name, missing, unshown)] : [],
  );
  if (browser && !browser.sandboxed) messages.push(unsandboxed());
  const list = manifest(briefing, files, tools, browser?.version ?? null);
  return { files: [...files, list], messages };
}

function sharedBy(briefing: Briefing, tools: Tools): Shared {
  const citations = once(() => citationsFor(briefing, handing(tools, CITED_WITH)));
  const view = once(async () => viewOf(briefing, tools.version, await citations()));
  const plain = once(async () => {
    // Loaded on first use: a build without such a format does not pay for it.
    const { plainTree } = await import('../plain/index.ts');
    return plainTree(await view(), handing(tools, PLAIN));
  });
  const key = once(() => keyOf({ briefing }));
  return { ...tools, citations, view, plain, data: once(() => dataOf(briefing)), key };
}

/** Make a thing when it is first asked for, and the same one from then on. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function citationsFor({ reports, citing }: Briefing, { templates }: Tools): Promise<Citations> {
  return cite(reports, citing, templates).catch((error: unknown) => {
    if (citing.source === null) throw error;
    throw new BuildFailure([styleUnusable(citing.style, error)]);
  });
}

/** What is written is what the published schema promises, or nothing is written. */
const dataOf = (briefing: Briefing): Uint8Array =>
  new TextEncoder().encode(`${JSON.stringify(briefingSchema.parse(toJson(briefing)), null, 2)}\n`);

function styleUnusable(file: string, error: unknown): VFileMessage {
  return message({
    rule: 'citation-style',
    file,
    found: `error "${error instanceof Error ? error.message : String(error)}"`,
    expected: 'a style in CSL 1.0',
    advice: 'nothing was published; correct the style, or name another in briefing.yaml',
    cause: error,
  });
}

/** Everything that the edition depends on, and what it is. */
function manifest(
  briefing: Briefing,
  files: readonly OutputFile[],
  { version, theme, document }: Pick<Tools, 'version' | 'theme' | 'document'>,
  browser: string | null,
): OutputFile {
  const data = {
    edition: briefing.edition,
    document,
    synoptic: version,
    weights: briefing.method.provenance,
    browser,
    theme,
    generated: briefing.generated,
    inputs: [...briefing.reports, ...briefing.strangers.map(({ report }) => report)].map(
      ({ file, sha256 }) => ({ file, sha256 }),
    ),
    outputs: files.map(({ name, bytes }) => ({
      file: name,
      bytes: bytes.length,
      sha256: sha256(bytes),
    })),
  };
  return {
    name: 'manifest.json',
    bytes: new TextEncoder().encode(`${JSON.stringify(data, null, 2)}\n`),
  };
}

/** @param own Templates of the user's own: the fault is likely to be theirs. */
function failure(file: string, own: readonly string[]): (error: unknown) => never {
  return (error) => {
    if (error instanceof BuildFailure) throw error;
    throw new BuildFailure([
      message({
        rule: 'template-failed',
        file,
        found: `error "${error instanceof Error ? error.message : String(error)}"`,
        expected: 'a file that can be made from the templates',
        advice:
          own.length > 0
            ? `nothing was published; look at ${own.join(', ')}`
            : 'nothing was published; report this as a bug of Synoptic',
        cause: error,
      }),
    ]);
  };
}

function noGlyph(file: string, missing: readonly string[], unshown = LEFT): VFileMessage {
  const shown = missing.slice(0, 20).join(' ');
  return message({
    rule: 'no-glyph',
    file,
    found: `characters that the shipped fonts lack (${shown}${missing.length > 20 ? ' …' : ''})`,
    expected: 'Latin, Greek or Cyrillic letters',
    advice: unshown,
  });
}

const LEFT = 'the page leaves them to the reader’s fonts';

function unsandboxed(): VFileMessage {
  return message({
    rule: 'browser-unsandboxed',
    file: 'briefing.pdf',
    found: 'SYNOPTIC_NO_SANDBOX=1',
    expected: 'the browser’s sandbox',
    advice:
      'the PDF was printed without it, with scripts off and the network cut; unset it where you can',
  });
}
