import { z } from 'zod';
import { DIVERGENCE_KINDS, DIVERGENCE_STATUSES, STANDINGS } from './closed-lists.ts';
import type { Changes } from './types.ts';

/** What is new in an edition, field by field, as `briefing.json` has it. */

const standing = z.enum(STANDINGS);

const files = (what: string) => z.array(z.string()).describe(`Files of reports that ${what}.`);

const reportChange = z.strictObject({
  kind: z
    .enum(['added', 'removed', 'corrected', 'renamed'])
    .describe('`corrected`: its bytes are others; `renamed`: they are the same.'),
  file: z.string(),
  was: z.string().nullable().describe('The name that it had; null unless it was renamed.'),
  outlet: z.string().nullable(),
});

const factChange = z.strictObject({
  kind: z.enum(['added', 'gone', 'changed']),
  fact: z.string().describe('Id of a fact; where it is gone, of one of the last edition.'),
  statement: z.string().describe('Its words; empty where it is gone and the briefing is public.'),
  restated: z
    .string()
    .nullable()
    .describe('What was printed before; null: the same. Empty where the briefing is public.'),
  gained: files('state it now, and did not'),
  lost: files('stated it, and do not any more'),
  withdrawn: files('are among those lost, are still there, and were corrected'),
  corrected: files('were corrected, and state it still, in other words'),
  reworded: z
    .array(z.strictObject({ file: z.string(), before: z.string(), after: z.string() }))
    .describe('What these said, and say instead. Empty where the briefing is public.'),
  close: z
    .array(z.strictObject({ file: z.string(), exact: z.string() }))
    .describe(
      'What reports that came or were corrected say close to it, and that states no fact. Empty where the briefing is public.',
    ),
  standing: z
    .strictObject({ before: standing, after: standing })
    .nullable()
    .describe('Null: the same as before.'),
  joined: z
    .array(z.string())
    .describe('Ids of facts of the last edition that are told with it now.'),
  parted: z
    .array(z.string())
    .describe('Where it was added: ids of facts of the last edition that it was told with.'),
});

const divergenceChange = z.strictObject({
  kind: z
    .enum(['opened', 'settled', 'gone', 'changed'])
    .describe('`settled`: a later report settles it; `gone`: nothing differs there any more.'),
  divergence: z.string().describe('Id of a divergence; where it is gone, of the last edition.'),
  about: z.enum(DIVERGENCE_KINDS).describe('Its kind.'),
  what: z.string().describe('What has the values: what is counted; else empty.'),
  statement: z.string().describe('What the fact says that it is told with.'),
  status: z.enum(DIVERGENCE_STATUSES),
  note: z.string(),
  values: z.array(z.string()).describe('Of its sides.'),
  was: z.array(z.string()).nullable().describe('Those that it had; null: the same.'),
  facts: z.array(z.string()).describe('Ids of its facts, in the edition that it is of.'),
});

export const changesSchema = z.strictObject({
  since: z
    .strictObject({
      number: z.int().min(1),
      made: z.string().describe('When it was published, ISO 8601 in UTC.'),
      generated: z.string().nullable().describe('The moment that it speaks for.'),
    })
    .describe('The edition that this one is held against.'),
  reports: z.array(reportChange),
  facts: z.array(factChange),
  divergences: z.array(divergenceChange),
}) satisfies z.ZodType<Changes>;
