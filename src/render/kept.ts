import { remembered } from '../remembered.ts';
import type { Briefing } from '../types.ts';
import type { Rendered, Renderer, Shared } from './renderer.ts';

/** A file, and the browser that it was made with. */
export interface Kept extends Rendered {
  readonly browser: { readonly version: string; readonly sandboxed: boolean } | null;
}

/**
 * Make a file, or take it from an earlier build where all that it depends on was the same: the
 * briefing, the templates that its format reads, the paper and the browser.
 */
export async function kept(renderer: Renderer, briefing: Briefing, shared: Shared): Promise<Kept> {
  const { file, reads, needsBrowser, onPaper, render } = renderer;
  const tools = reads ? handing(shared, reads) : shared;
  const make = async () => {
    const { bytes, missing } = await render(briefing, tools);
    const browser = needsBrowser ? await shared.browser() : null;
    const used = browser && { version: browser.version, sandboxed: browser.sandboxed };
    return { value: { bytes, missing, browser: used }, messages: [] };
  };
  const { memory, browserName, version } = shared;
  const paper = onPaper ? shared.paper : null;
  const browser = memory && needsBrowser ? ((await browserName?.()) ?? null) : null;
  if (!memory || !reads || (needsBrowser && browser === null)) return (await make()).value;
  const { templates } = tools;
  const design = { templates, paper, version, browser };
  const parts = { stage: 'render', file, briefing: shared.key(), design };
  return (await remembered<Kept>(memory, parts, make)).value;
}

/** Tools with those templates alone that are under one of the paths. */
export function handing<T extends { readonly templates: Shared['templates'] }>(
  tools: T,
  paths: readonly string[],
): T {
  const named = [...tools.templates].filter(([name]) => paths.some((path) => isUnder(name, path)));
  return { ...tools, templates: new Map(named) };
}

const isUnder = (name: string, path: string): boolean =>
  path.endsWith('/') ? name.startsWith(path) : name === path;
