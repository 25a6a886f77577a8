import type { VFileMessage } from 'vfile-message';
import { z } from 'zod';
import { message, type Place } from '../messages.ts';
import { nearest, withHint } from '../nearest.ts';
import { readYaml, type Yaml, type YamlFault } from '../yaml.ts';
import { type Decision, decisionsOf } from './decisions.ts';
import { type Config, configSchema, fieldsAt } from './schema.ts';

export type { Decision, Reference } from './decisions.ts';
export { type Config, configJsonSchema, type ReportConfig } from './schema.ts';

export interface ConfigResult {
  readonly config: Config;
  /** Name of the file, and where in it each report is listed, for messages of later stages. */
  readonly file: string;
  readonly places: ReadonlyMap<string, Place>;
  /** Where in it the value at a path stands. */
  readonly placeOf: (path: readonly PropertyKey[]) => Place;
  /** What the editor decides about facts, each with its place in the file. */
  readonly decisions: readonly Decision[];
  readonly messages: readonly VFileMessage[];
}

/**
 * Read `briefing.yaml`.
 *
 * @param source The file's text; an empty one gives the defaults.
 * @param file Name for messages.
 * @returns The configuration, and a message for each fault with its line and column. Where there
 *   are faults the configuration is the default, save for the list of files to be ignored: what
 *   the editor took out must not be complained about beside them.
 */
export function parseConfig(source: string, file: string): ConfigResult {
  const yaml = readYaml(source);
  const { placeOf } = yaml;
  const places = new Map<string, Place>();
  const nowhere = { config: defaults(), file, places, placeOf, decisions: [] };
  const syntax = [...yaml.faults, ...yaml.warnings].map((fault) => syntaxMessage(fault, file));
  if (syntax.length > 0) return { ...nowhere, messages: syntax };

  const checked = configSchema.safeParse(yaml.value ?? {});
  if (checked.success) {
    const config = checked.data;
    const names = Object.keys(config.reports);
    const listed = names.map((name) => [name, yaml.placeOfKey(['reports', name])] as const);
    const decisions = decisionsOf(config.decisions, yaml.placeOf);
    return { config, file, places: new Map(listed), placeOf, decisions, messages: [] };
  }
  return {
    ...nowhere,
    config: { ...defaults(), ignore: ignoredBy(yaml.value) },
    messages: checked.error.issues.flatMap((issue) => valueMessages(issue, yaml, file)),
  };
}

const defaults = (): Config => configSchema.parse({});

/** The list of files to be ignored, where that can be read; else none. */
function ignoredBy(value: unknown): Config['ignore'] {
  const { ignore } = configSchema.shape;
  return z.object({ ignore }).catch({ ignore: [] }).parse(value).ignore;
}

// ---------------------------------------------------------------------------------------------
// Messages

function syntaxMessage({ place, reason, cause }: YamlFault, file: string): VFileMessage {
  return message({
    rule: 'config-syntax',
    file,
    place,
    found: `YAML (${reason})`,
    expected: 'one mapping of fields to values',
    advice: 'correct the line; text with ": " or "#" in it needs quotation marks',
    cause,
  });
}

/** A message for each field that should not be there, else the one for the value. */
function valueMessages(issue: z.core.$ZodIssue, yaml: Yaml, file: string): VFileMessage[] {
  const at = issue.path.map(String).join(' → ') || 'the top';
  const advice = 'see "What it reads" in the README, or run: synoptic schema config';
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) =>
      message({
        rule: 'config-value',
        file,
        place: yaml.placeOfKey([...issue.path, key]),
        found: `field "${key}" at ${at}`,
        expected: 'a field that is documented',
        advice: withHint(nearest(key, fieldsAt(issue.path)), advice),
      }),
    );
  }
  const value = valueAt(yaml.value, issue.path);
  const names = issue.code === 'invalid_value' ? issue.values.map(String) : [];
  const meant = typeof value === 'string' ? nearest(value, names) : undefined;
  return [
    message({
      rule: 'config-value',
      file,
      place: yaml.placeOf(issue.path),
      found: `${quote(value)} at ${at}`,
      expected: issue.message,
      advice: withHint(meant, advice),
    }),
  ];
}

/** The value at a path. A name that is short for a mapping stands for what would be inside. */
function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((inner, key) => {
    if (typeof inner === 'string') return inner;
    return typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined;
  }, value);
}

function quote(value: unknown): string {
  if (value === undefined || value === null) return 'empty value';
  const shown = JSON.stringify(value) ?? String(value);
  return shown.length > 60 ? `${shown.slice(0, 57)}…` : shown;
}
