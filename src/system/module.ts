import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** Load a module, which may do all that the user may do. Only for one that he named himself. */
export const importModule = (file: string): Promise<unknown> =>
  import(pathToFileURL(path.resolve(file)).href);
