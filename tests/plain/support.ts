import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Root } from 'hast';
import { cite } from '../../src/citing.ts';
import { type View, viewOf } from '../../src/page/index.ts';
import { plainTree } from '../../src/plain/index.ts';
import { nodeSystem } from '../../src/system/index.ts';
import { briefingOf, type Texts } from '../support.ts';

/** A briefing as what templates are filled with, and the plain document that is made of it. */
export interface Plain {
  readonly view: View;
  readonly tree: Root;
}

/**
 * Make the plain document of reports.
 *
 * @param config Text of `briefing.yaml`. Default: none.
 * @param own Templates of the editor's own parts, by their names. Default: none.
 */
export async function plainOf(texts: Texts, config = '', own: Texts = {}): Promise<Plain> {
  const { briefing } = await briefingOf(texts, { config });
  const templates = new Map([
    ...(await nodeSystem().templates()),
    ...Object.entries(own).map(([name, text]) => [`own/${name}`, text] as const),
  ]);
  const view = viewOf(briefing, '0.0.0', await cite(briefing.reports, briefing.citing, templates));
  const packageFile = () => Promise.reject(new Error('a plain document has no typefaces'));
  return { view, tree: plainTree(view, { templates, packageFile }) };
}

const FIXTURES = fileURLToPath(new URL('../fixtures/plain/', import.meta.url));

/** Folders of reports with what is to become of them. */
export const CASES = readdirSync(FIXTURES).sort();

/** The text of a file of a case. @throws Error when it is missing. */
export const fileOf = (name: string, file: string): string =>
  readFileSync(path.join(FIXTURES, name, file), 'utf8');

/** The plain document of a case. */
export function plainOfCase(name: string): Promise<Plain> {
  const textsOf = (folder: string, ends: RegExp): Texts =>
    Object.fromEntries(
      readdirSync(path.join(FIXTURES, folder))
        .filter((file) => ends.test(file))
        .map((file) => [file, readFileSync(path.join(FIXTURES, folder, file), 'utf8')]),
    );
  const { 'briefing.yaml': config } = textsOf(name, /^briefing\.yaml$/u);
  return plainOf(textsOf(`${name}/reports`, /\./u), config, textsOf(name, /\.hbs$/u));
}
