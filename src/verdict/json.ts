import { z } from 'zod';
import type { Finding } from '../findings.ts';
import { messageData, messageSchema } from '../message-data.ts';
import { EXIT } from '../messages.ts';
import type { Verdict, Verdicts } from './verdict.ts';

/** A verdict as data, field by field: what is written, its check and its JSON Schema come from here. */

const point = z
  .strictObject({ line: z.int().min(1), column: z.int().min(1) })
  .nullable()
  .describe('1-based, columns in UTF-16 code units; null where there is no line to show.');

const placeSchema = z.strictObject({
  file: z.string().describe('Name of the file in the folder.'),
  start: point,
  end: point.describe('Behind the last character.'),
  exact: z.string().nullable().describe('The report’s words there; null where none are meant.'),
});

const findingSchema = z.strictObject({
  fact: z.string().nullable().describe('Id of the fact, in the last edition where it is gone.'),
  divergence: z.string().nullable().describe('Id of the difference.'),
  rule: z.string().nullable().describe('Rule of the message; null where the gate found it itself.'),
  statement: z.string().nullable().describe('What the fact says.'),
  says: z.string().describe('What is the matter with it.'),
  reports: z.array(z.string()).describe('Files of the reports that it has to do with.'),
  places: z.array(placeSchema),
});

const gateSchema = z.strictObject({
  name: z.string(),
  finds: z.string().describe('What it looks for.'),
  code: z.int().describe('What a check ends with where it is the first that fails.'),
  asked: z.boolean().describe('Whether the check fails for it.'),
  status: z
    .enum(['ok', 'failed', 'not-asked', 'unknown'])
    .describe('`not-asked`: it found something, and the check does not fail for it.'),
  because: z.string().nullable().describe('Why it could not look; null where it could.'),
  findings: z.array(findingSchema),
});

const verdictSchema = z.strictObject({
  folder: z.string().describe('The folder of the reports, as it was named.'),
  out: z.string().describe('The folder of the editions, as it was named.'),
  since: z
    .strictObject({ number: z.int().min(1), made: z.iso.datetime() })
    .nullable()
    .describe('The edition that it was held against; null where there is none.'),
  exit: z.strictObject({ name: z.string(), code: z.int() }).describe('What the command ends with.'),
  gates: z
    .array(gateSchema)
    .describe('In the order in which they decide what the command ends with.'),
  messages: z.array(messageSchema).describe('All that the build said, notes too.'),
});

export type VerdictData = z.output<typeof verdictSchema>;

/** A verdict as data. */
export function verdictJson({ folder, out, since, gates, messages, exit }: Verdict): VerdictData {
  return verdictSchema.parse({
    folder,
    out,
    since,
    exit: { name: exit, code: EXIT[exit] },
    gates: gates.map(({ exit: ends, findings, ...gate }) => ({
      ...gate,
      code: EXIT[ends],
      findings: findings.map(copyOf),
    })),
    messages: messages.map(messageData),
  });
}

const copyOf = ({ reports, places, ...rest }: Finding) => ({
  ...rest,
  reports: [...reports],
  places: [...places],
});

/** Verdicts on many briefings as data: each as that on one alone, under its name. */
export const verdictsJson = ({ folder, out, exit, briefings, messages }: Verdicts) => ({
  folder,
  out,
  exit: { name: exit, code: EXIT[exit] },
  briefings: briefings.map((verdict) => ({ name: verdict.name, ...verdictJson(verdict) })),
  messages: messages.map(messageData),
});

/** The JSON Schema of a verdict. */
export function verdictJsonSchema(): unknown {
  return z.toJSONSchema(verdictSchema);
}
