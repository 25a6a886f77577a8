import type { VFileMessage } from 'vfile-message';
import { LineCounter, type Node, type ParsedNode, parseDocument } from 'yaml';
import { z } from 'zod';
import { message, type Place } from '../messages.ts';
import { type Config, configSchema } from './schema.ts';

export type { Config, ReportConfig } from './schema.ts';

export interface ConfigResult {
  readonly config: Config;
  /** Name of the file, and where in it each report is listed, for messages of later stages. */
  readonly file: string;
  readonly places: ReadonlyMap<string, Place>;
  readonly messages: readonly VFileMessage[];
}

/**
 * Read `briefing.yaml`.
 *
 * @param source The file's text; an empty one gives the defaults.
 * @param file Name for messages.
 * @returns The configuration, and a message for each fault with its line and column. Where there
 *   are faults the configuration is the default.
 */
export function parseConfig(source: string, file: string): ConfigResult {
  const lines = new LineCounter();
  const document = parseDocument(source, {
    lineCounter: lines,
    prettyErrors: false,
  });
  const syntax = [...document.errors, ...document.warnings].map((error) => {
    const { line, col } = lines.linePos(error.pos[0]);
    return message({
      rule: 'config-syntax',
      file,
      place: { line, column: col },
      found: `YAML (${lowerFirst(error.message)})`,
      expected: 'one mapping of fields to values',
      advice: 'correct the line; text with ": " or "#" in it needs quotation marks',
      cause: error,
    });
  });
  const nowhere = {
    config: defaults(),
    file,
    places: new Map<string, Place>(),
  };
  if (syntax.length > 0) return { ...nowhere, messages: syntax };

  const checked = configSchema.safeParse(document.toJS({ maxAliasCount: 100 }) ?? {});
  if (checked.success) {
    const places = Object.keys(checked.data.reports).map(
      (name) => [name, place(document.contents, ['reports', name], lines)] as const,
    );
    return {
      config: checked.data,
      file,
      places: new Map(places),
      messages: [],
    };
  }
  const messages = checked.error.issues.map((issue) => {
    const at = place(document.contents, pathOf(issue), lines);
    const [found, expected] = describe(issue, document.getIn(issue.path));
    return message({
      rule: 'config-value',
      file,
      place: at,
      found: `${found} at ${issue.path.map(String).join(' → ') || 'the top'}`,
      expected,
      advice: 'see "Configuration" in the README',
    });
  });
  return { ...nowhere, messages };
}

/** The JSON Schema (draft 2020-12) of `briefing.yaml`. */
export function configJsonSchema(): unknown {
  return z.toJSONSchema(configSchema, { io: 'input' });
}

const defaults = (): Config => configSchema.parse({});

/** The value's place; for a field that should not be there, the field's own. */
function pathOf(issue: z.core.$ZodIssue): readonly PropertyKey[] {
  const [key] = issue.code === 'unrecognized_keys' ? issue.keys : [];
  return key === undefined ? issue.path : [...issue.path, key];
}

/** What stands there, and what should. */
function describe(issue: z.core.$ZodIssue, found: unknown): [string, string] {
  if (issue.code === 'unrecognized_keys') {
    return [
      `field ${issue.keys.map((key) => `"${key}"`).join(', ')}`,
      'a field that is documented',
    ];
  }
  return [found === undefined ? 'nothing' : quote(found), issue.message];
}

function quote(value: unknown): string {
  const shown = JSON.stringify(value) ?? String(value);
  return shown.length > 60 ? `${shown.slice(0, 57)}…` : shown;
}

/** Where the value at a path stands, or the nearest thing around it that is written down. */
function place(
  contents: ParsedNode | null,
  path: readonly PropertyKey[],
  lines: LineCounter,
): Place {
  for (let depth = path.length; depth >= 0; depth--) {
    const node = depth === 0 ? contents : nodeAt(contents, path.slice(0, depth));
    const offset = node?.range?.[0];
    if (offset !== undefined) {
      const { line, col } = lines.linePos(offset);
      return { line, column: col };
    }
  }
  return { line: 1, column: 1 };
}

function nodeAt(contents: ParsedNode | null, path: readonly PropertyKey[]): Node | undefined {
  if (!contents || !('getIn' in contents)) return undefined;
  const node = contents.getIn(path, true);
  return typeof node === 'object' && node !== null && 'range' in node ? (node as Node) : undefined;
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
