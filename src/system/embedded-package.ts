import { createRequire } from 'node:module';
import path from 'node:path';

/** The folder of the npm package `@sparticuz/chromium`; nothing where it is not installed, or not made for this machine. */
export function embeddedPackage(): string | undefined {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  try {
    const require = createRequire(import.meta.url);
    // The package exports no file but its entry: build/cjs/index.cjs or build/esm/index.js.
    const entry = require.resolve('@sparticuz/chromium');
    return entry.slice(0, entry.lastIndexOf(`${path.sep}build${path.sep}`));
  } catch {
    return undefined;
  }
}
