import { z } from 'zod';
import { INVISIBLE } from './characters.ts';
import { LEVELS, type Level, messageFields } from './message-data.ts';

/** The log for machines: one JSON object a line, each of an event. */

const count = z.int().min(0);

const milliseconds = z.number().min(0);

/** An edition that is shown. */
const edition = {
  folder: z.string().describe('The folder of the reports.'),
  out: z.string().describe('The folder that it is published to.'),
  edition: z.int().min(1).describe('Its number.'),
  facts: count,
  reports: count,
};

interface EventKind {
  /** How grave it is, where the line does not say otherwise. */
  readonly level: Level;
  readonly fields: z.ZodRawShape;
}

/** What may happen, and what is told of it. A row here is all that a new event needs. */
export const EVENTS = {
  stage: {
    level: 'info',
    fields: {
      stage: z.string().describe('A stage of the build; of `add`, the address at work.'),
      ms: milliseconds.describe('How long it took.'),
    },
  },
  message: { level: 'info', fields: messageFields },
  published: {
    level: 'info',
    fields: {
      ...edition,
      files: z.array(z.strictObject({ name: z.string(), bytes: count })).readonly(),
    },
  },
  unchanged: {
    level: 'info',
    // Where nothing changed that it was made from, nobody counts.
    fields: { ...edition, facts: count.optional(), reports: count.optional() },
  },
  unbuilt: {
    level: 'warn',
    fields: {
      folder: z.string(),
      exit: z.string().describe('Why, as the table of exit codes names it.'),
      // Of one that was built side by side with others, nobody takes the time.
      ms: milliseconds.optional(),
    },
  },
  briefings: {
    level: 'info',
    fields: {
      folder: z.string().describe('The folder of the briefings.'),
      out: z.string(),
      published: count.describe('How many have a new edition.'),
      unchanged: count.describe('Of how many the last one stays, which says the same.'),
      unbuilt: count.describe('How many could not be built.'),
      ms: milliseconds,
    },
  },
  run: {
    level: 'info',
    fields: { at: z.iso.datetime().describe('The moment it is of.'), missed: z.boolean() },
  },
  waiting: { level: 'info', fields: { until: z.iso.datetime() } },
  shown: {
    level: 'info',
    fields: { out: z.string(), edition: z.int().min(1).describe('The one that is shown now.') },
  },
  added: {
    level: 'info',
    fields: {
      outcome: z.string().describe('As `add` prints it.'),
      address: z.string(),
      file: z.string().nullable().describe('Where the report lies; null where there is none.'),
    },
  },
  serving: { level: 'info', fields: { address: z.string() } },
  built: {
    level: 'info',
    fields: { folder: z.string(), facts: count, reports: count, ms: milliseconds },
  },
  compared: {
    level: 'info',
    fields: {
      out: z.string(),
      edition: z.int().min(1).nullable().describe('The last edition; null where there is none.'),
    },
  },
  gate: {
    level: 'info',
    fields: {
      folder: z.string().describe('The folder of the reports.'),
      gate: z.string(),
      status: z.enum(['ok', 'failed', 'not-asked', 'unknown']),
      findings: count,
    },
  },
  failed: {
    level: 'error',
    fields: {
      exit: z.string().describe('Why, as the table of exit codes names it.'),
      code: z.int().min(1).describe('The exit code.'),
    },
  },
  refused: { level: 'error', fields: { reason: z.string().describe('What was not understood.') } },
  bug: {
    level: 'error',
    fields: { reason: z.string(), stack: z.string().nullable() },
  },
} as const satisfies Readonly<Record<string, EventKind>>;

export type EventName = keyof typeof EVENTS;

/** Something that happened, with what is told of it. */
export type LogEvent = {
  readonly [Name in EventName]: {
    readonly event: Name;
    /** Default: as the table of events says. */
    readonly level?: Level;
  } & Readonly<z.input<z.ZodObject<(typeof EVENTS)[Name]['fields']>>>;
}[EventName];

const head = {
  time: z.iso.datetime().describe('When, in UTC.'),
  level: z.enum(LEVELS),
};

/** A line of the log, taken apart. */
export const logLineSchema = z.union(
  Object.entries(EVENTS).map(([event, { fields }]) =>
    z.strictObject({ ...head, event: z.literal(event), ...fields }),
  ),
);

/**
 * Write an event as a line.
 *
 * @param time When it happened.
 * @returns JSON, without the end of the line.
 */
export function logLine({ event, level, ...fields }: LogEvent, time: Date): string {
  const line = { time: time.toISOString(), level: level ?? EVENTS[event].level, event, ...fields };
  return plainJson(line);
}

/**
 * Write a value as JSON in which nothing steers a terminal, turns what stands around it or ends a line:
 * such characters are escaped, so that whoever parses it has them all.
 *
 * @param indent Spaces a level. Default: none, all in one line.
 */
export const plainJson = (value: unknown, indent = 0): string =>
  JSON.stringify(value, null, indent).replace(UNPLAIN, escaped);

/** Beside what is not seen, what programs take for the end of a line. */
const UNPLAIN = new RegExp(`${INVISIBLE.source}|[\\u{85}\\u{2028}\\u{2029}]`, 'gu');

const escaped = (sign: string): string =>
  Array.from({ length: sign.length }, (_, at) => sign.charCodeAt(at))
    .map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`)
    .join('');

/** The JSON Schema of a line of the log. */
export function logJsonSchema(): unknown {
  return { type: 'object', ...z.toJSONSchema(logLineSchema) };
}
