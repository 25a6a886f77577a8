import { z } from 'zod';

/**
 * What an editor may say in `briefing.yaml`. Validation, defaults and the JSON Schema that
 * editors' tools complete from all come from here.
 */

/** Calendar date, ISO 8601. */
const date = z.iso.date('a date such as 2024-05-31');

const text = z.string('text').trim().min(1, 'text that is not empty');

const language = z
  .string('a BCP 47 language tag such as en')
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'a BCP 47 language tag such as en');

/** The fields whose value an editor may mark as worked out, not read. */
const inferable = [
  'outlet',
  'headline',
  'authors',
  'url',
  'published',
  'updated',
  'language',
  'section',
  'place',
  'agency',
] as const;

const report = z
  .strictObject(
    {
      outlet: text.optional().describe('Who published the report.'),
      headline: text.optional().describe('The headline under which it was published.'),
      authors: z.array(text, 'a list of names').optional().describe('Who wrote it.'),
      url: z
        .url({
          protocol: /^https?$/,
          error: 'an address that begins with http:// or https://',
        })
        .optional()
        .describe('Where it was published.'),
      published: date.optional().describe('The day on which it was published.'),
      updated: date.optional().describe('The day on which it was last changed.'),
      language: language.optional().describe('Its language, as a BCP 47 tag.'),
      section: text.optional().describe('The part of the outlet that it stood in.'),
      place: text.optional().describe('Where it was written.'),
      agency: text.optional().describe('The agency whose copy it is.'),
      include: z
        .literal(true, 'true; a report that is not to be used belongs under "ignore"')
        .optional()
        .describe('Use it although it seems to be about another event.'),
      inferred: z
        .partialRecord(z.enum(inferable), text, 'a mapping of fields to reasons')
        .optional()
        .describe('Fields that no text states, each with the reason why it may be inferred.'),
    },
    'a mapping of fields to values',
  )
  .describe('What the editor knows of one report. It wins over what the file says of itself.');

export const configSchema = z
  .strictObject(
    {
      title: text.optional().describe('Title of the briefing. Default: made from its main fact.'),
      language: language.default('en').describe('Language of the reports, as a BCP 47 tag.'),
      edition: z
        .int('a whole number')
        .min(1, 'a whole number from 1 on')
        .default(1)
        .describe('Number of this edition.'),
      reports: z
        .record(z.string(), report, 'a mapping of file names to what is known of them')
        .default({})
        .describe('File name of a report → what the editor knows of it.'),
      ignore: z
        .array(text, 'a list of file names')
        .default([])
        .describe('Files of the folder that are not reports.'),
    },
    'a mapping of fields to values',
  )
  .describe('briefing.yaml: what the editor of a briefing decides.');

/** The fields that there are, by how many others they stand in: a report's in two. */
export const FIELDS: Readonly<Record<number, readonly string[]>> = {
  0: Object.keys(configSchema.shape),
  2: Object.keys(report.shape),
  3: inferable,
};

export type Config = z.output<typeof configSchema>;

export type ReportConfig = Config['reports'][string];
