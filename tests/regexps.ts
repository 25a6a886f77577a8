import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import ts from 'typescript';

/** A regular expression of the sources, and the file that it stands in. */
export interface Found {
  readonly file: string;
  readonly source: string;
  readonly flags: string;
}

const SRC = fileURLToPath(new URL('../src/', import.meta.url));

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map((file) => file.split(path.sep).join('/'))
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
  .sort();

const read = (file: string) => readFileSync(path.join(SRC, file), 'utf8');

/** Find every regular expression that is written as a literal. */
export function literals(): readonly Found[] {
  return files.flatMap((file) => {
    const found: Found[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node)) {
        const end = node.text.lastIndexOf('/');
        found.push({ file, source: node.text.slice(1, end), flags: node.text.slice(end + 1) });
      }
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true));
    return found;
  });
}

/**
 * Find every regular expression that is built of tables when its file is loaded: what the files
 * hand to the constructor is written down while they are.
 */
export async function built(): Promise<readonly Found[]> {
  const found: Found[] = [];
  const native = globalThis.RegExp;
  try {
    for (const file of files.filter((each) => read(each).includes('new RegExp('))) {
      globalThis.RegExp = new Proxy(native, {
        construct(target, values: [string, string?]) {
          const made = new target(...values);
          const caller = new Error().stack?.split('\n')[2] ?? '';
          if (caller.includes(`/src/${file}`)) {
            found.push({ file, source: made.source, flags: made.flags });
          }
          return made;
        },
      });
      await import(pathToFileURL(path.join(SRC, file)).href);
    }
  } finally {
    globalThis.RegExp = native;
  }
  return found;
}

/** Patterns that are slow on long texts and meet none, by file, and why. */
export const BOUNDED: readonly {
  readonly file: string;
  readonly source: string;
  readonly because: string;
}[] = [
  {
    file: 'compose/method.ts',
    source: 'links P (',
    because: 'Reads the line that the weights were published with, which is our own.',
  },
  {
    file: 'documents/decode.ts',
    source: '<(?:meta\\b',
    because: 'Reads the first 4096 bytes of a page at most (DECLARED_WITHIN).',
  },
  {
    file: 'html/index.ts',
    source: '^by:?',
    because: 'Reads lines of 120 characters at most (MAX_BYLINE).',
  },
  {
    file: 'html/index.ts',
    source: '\\s*[|;•·]\\s*',
    because: 'Reads lines of 120 characters at most (MAX_BYLINE).',
  },
  {
    file: 'html/metadata.ts',
    source: '\\s+(?:[|–—•·:»-]',
    because: 'Reads statements of 400 characters at most (MAX_LENGTH), spaces squeezed.',
  },
  {
    file: 'html/metadata.ts',
    source: '\\s*\\|.*$',
    because: 'Reads statements of 400 characters at most (MAX_LENGTH), spaces squeezed.',
  },
  {
    file: 'html/metadata.ts',
    source: '\\s*;\\s*|',
    because: 'Reads statements of 400 characters at most (MAX_LENGTH), spaces squeezed.',
  },
  {
    file: 'pdf/glyphs.ts',
    source: '<[0-9A-Fa-f]+>(?=',
    because: 'Reads what the browser printed, which writes each line of a page on one of its own.',
  },
  {
    file: 'normalize/hyphenation.ts',
    source: '[\\p{L}\\p{M}\\p{N}]+$',
    because: 'Reads the 80 characters before a hyphen at most (MAX_WORD).',
  },
  {
    file: 'render/pdf.ts',
    source: '<[^>]*>|&[^;]*;',
    because: 'Reads the page that our templates wrote, where each < and & is closed.',
  },
];

/** Whether a pattern meets no long text. */
export const isBounded = ({ file, source }: Found) =>
  BOUNDED.some((row) => row.file === file && source.startsWith(row.source));

export const show = ({ file, source, flags }: Found) => `${file} /${source.slice(0, 200)}/${flags}`;

/** Each pattern once. */
export async function patterns(): Promise<readonly Found[]> {
  const all = [...literals(), ...(await built())];
  return [...new Map(all.map((each) => [show(each), each])).values()];
}
