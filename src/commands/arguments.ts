import { ALL_FORMATS, EXPECTED_FORMATS, formatMeant, formatsNamed, isFormat } from '../formats.ts';
import { GATE_NAMES } from '../gates/index.ts';
import { nearest } from '../nearest.ts';
import type { AskedFormats } from '../own-format.ts';

/** What the arguments of commands may be. */

/** A command that was not understood. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

/**
 * End the run for a command that was not understood.
 *
 * @param meant What was probably meant.
 */
export function refuse(complaint: string, meant?: string): never {
  throw new Refusal(
    `error: ${complaint}${meant === undefined ? '' : `\n(Did you mean ${meant}?)`}`,
  );
}

/** A name. A variable that is not set gives an empty one: it names nothing. */
export function named(value: string): string {
  return value.trim() === '' ? refuse('Unexpected empty name, expected a folder or file') : value;
}

export function count(value: string): number {
  if (/^[1-9]\d{0,5}$/u.test(value)) return Number(value);
  return refuse(`Unexpected count "${value}", expected a whole number from 1 on`);
}

export function port(value: string): number {
  if (/^\d{1,5}$/u.test(value) && Number(value) < 65_536) return Number(value);
  return refuse(`Unexpected port "${value}", expected a number from 0 to 65535`);
}

/** A day: later runs would be of another. */
const MAX_SECONDS = 86_400;

export function seconds(value: string): number {
  if (/^\d{1,5}$/u.test(value) && Number(value) <= MAX_SECONDS) return Number(value);
  return refuse(`Unexpected time "${value}", expected whole seconds, from 0 to ${MAX_SECONDS}`);
}

const MAX_MILLISECONDS = 600_000;

export function milliseconds(value: string): number {
  if (/^\d{1,6}$/u.test(value) && Number(value) <= MAX_MILLISECONDS) return Number(value);
  return refuse(
    `Unexpected time "${value}", expected whole milliseconds, from 0 to ${MAX_MILLISECONDS}`,
  );
}

export const SCHEMA_NAMES = ['briefing', 'config', 'check', 'log'] as const;

export type SchemaName = (typeof SCHEMA_NAMES)[number];

export function schemaName(value: string): SchemaName {
  const known = SCHEMA_NAMES.find((name) => name === value);
  if (known) return known;
  const expected = `${SCHEMA_NAMES.slice(0, -1).join(', ')} or ${SCHEMA_NAMES.at(-1)}`;
  return refuse(`unknown schema "${value}", expected ${expected}`, nearest(value, SCHEMA_NAMES));
}

/** A format of the user's own is named by the path of its module. */
const MODULE = /[/\\]|\.[cm]?js$/u;

export function formats(value: string): AskedFormats {
  const names = value.split(',').map((name) => name.trim());
  const modules = names.filter((name) => MODULE.test(name));
  const known = names.filter((name) => !MODULE.test(name));
  const strange = known.find((name) => !isFormat(name) && name !== ALL_FORMATS);
  if (strange === undefined) return { known: formatsNamed(known), modules: [...new Set(modules)] };
  return refuse(
    `unknown format "${strange}", expected ${EXPECTED_FORMATS}, or the path of a module`,
    formatMeant(strange),
  );
}

/** Every gate; no gate but the one that is always asked. */
const ALL = 'all';
const NONE = 'none';

/** Names of gates, parted by commas. */
export function gates(value: string): readonly string[] {
  const names = value.split(',').map((name) => name.trim());
  const known = [...GATE_NAMES, ALL, NONE];
  const strange = names.find((name) => !known.includes(name));
  if (strange !== undefined) {
    const expected = `${GATE_NAMES.join(', ')}, ${ALL} or ${NONE}`;
    refuse(`unknown gate "${strange}", expected ${expected}`, nearest(strange, known));
  }
  if (names.includes(NONE) && names.length > 1)
    refuse(`Unexpected "${value}", expected ${NONE} alone, or names of gates`);
  return names.includes(ALL) ? GATE_NAMES : names.filter((name) => name !== NONE);
}

const UNITS_MS: Readonly<Record<string, number>> = {
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

/** A length of time in milliseconds: `90m`, `24h`, `7d`, `2w`. */
export function duration(value: string): number {
  const [, count, unit = ''] = /^([1-9]\d{0,5})([mhdw])$/u.exec(value.trim()) ?? [];
  const milliseconds = UNITS_MS[unit];
  if (count !== undefined && milliseconds !== undefined) return Number(count) * milliseconds;
  return refuse(
    `Unexpected length of time "${value}", expected a number with m, h, d or w: 90m, 24h, 7d, 2w`,
  );
}

export const LOGS = ['text', 'json'] as const;

export type LogName = (typeof LOGS)[number];

/** The moment that SOURCE_DATE_EPOCH names (seconds since 1970), for reproducible builds. */
export function sourceDate(environment: NodeJS.ProcessEnv): string | undefined {
  const epoch = environment['SOURCE_DATE_EPOCH'];
  if (epoch === undefined || epoch === '') return undefined;
  const date = new Date(Number(epoch) * 1000);
  if (/^\d+$/u.test(epoch) && !Number.isNaN(date.getTime()))
    return date.toISOString().replace('.000Z', 'Z');
  return refuse(`Unexpected SOURCE_DATE_EPOCH "${epoch}", expected seconds since 1970`);
}
