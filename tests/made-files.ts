import type { VFileMessage } from 'vfile-message';
import { FORMAT_TABLE, type Format } from '../src/formats.ts';
import { render } from '../src/render/index.ts';
import { type Browser, nodeSystem } from '../src/system/index.ts';
import type { Briefing, OutputFile } from '../src/types.ts';
import { found, type Texts } from './support.ts';

/** The files of a briefing, as a build in the default theme makes them. */
export interface MadeFiles {
  /** The file of a format. @throws Error when it was not asked for. */
  readonly of: (format: Format) => OutputFile;
  /** Its bytes as text. */
  readonly textOf: (format: Format) => string;
  readonly messages: readonly VFileMessage[];
}

interface Making {
  /** For a PDF. Default: who asks for a browser fails. */
  readonly browser?: Browser | undefined;
  /** Templates in the place of those of their names. Default: none. */
  readonly own?: Texts;
}

/** Make the files of a briefing. */
export async function madeFiles(
  briefing: Briefing,
  formats: readonly Format[],
  { browser, own = {} }: Making = {},
): Promise<MadeFiles> {
  const system = nodeSystem();
  const shipped = await system.templates();
  const theme = found(shipped.get('themes/broadsheet.css'));
  const { files, messages } = await render(briefing, formats, {
    templates: new Map([...shipped, ['styles/theme.css', theme], ...Object.entries(own)]),
    packageFile: system.packageFile,
    paper: 'a4',
    theme: 'broadsheet',
    document: '',
    own: [],
    browser: async () => found(browser),
    version: '0.0.0',
  });
  const of = (format: Format) =>
    found(files.find(({ name }) => name === FORMAT_TABLE[format].file));
  return { of, textOf: (format) => new TextDecoder().decode(of(format).bytes), messages };
}
