import { parseConfig } from '../../../src/config/index.ts';
import { normalize } from '../../../src/normalize/index.ts';
import { read } from '../../../src/read/index.ts';
import type { Report } from '../../../src/types.ts';
import { documentOf } from '../../support.ts';

/** Read texts, by the names of their files, up to their normalized blocks. */
export function reportsOf(files: Readonly<Record<string, string>>): readonly Report[] {
  const documents = Object.entries(files).map(([name, text]) => documentOf(name, text));
  return read(documents, parseConfig('', 'briefing.yaml'), 'reports').reports.map(normalize);
}
