import { z } from 'zod';
import { inPlain } from '../characters.ts';
import { CITATION_LOCALES, CITATION_STYLES, isStyleFile } from '../citation-styles.ts';
import { ALL_FORMATS, EXPECTED_FORMATS, FORMATS } from '../formats.ts';
import { PAPERS } from '../paper.ts';
import { PARTS } from '../parts.ts';
import { DEFAULT_RETENTION } from '../retention.ts';
import { tableOf } from '../tables.ts';

/**
 * What an editor may say in `briefing.yaml`. Validation, defaults and the JSON Schema that
 * editors' tools complete from all come from here.
 */

/** Calendar date, ISO 8601. */
const date = z.iso.date('a date such as 2024-05-31');

const text = z.string('text').overwrite(inPlain).min(1, 'text that is not empty');

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
      reliability: z
        .enum(['A', 'B', 'C', 'D', 'E', 'F'], 'a letter from A (reliable) to F (cannot be judged)')
        .optional()
        .describe('How reliable its outlet is, A–F; shown only with "grading".'),
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

/** The kinds of decisions, by the field that makes one, each with the fields that go with it. */
const DECISIONS = {
  merge: ['because'],
  split: ['apart', 'because'],
  reword: ['words', 'from', 'because'],
  pin: ['order', 'because'],
  suppress: ['because'],
} as const satisfies Record<string, readonly string[]>;

const KINDS = Object.keys(DECISIONS) as readonly (keyof typeof DECISIONS)[];

const REFERENCE =
  'a fact (f-0123456789ab), words of a report, or a report with its words (01-courier.md: words)';

const reference = z
  .union(
    [
      z.string().trim().min(1),
      z
        .record(z.string(), z.string().trim().min(1))
        .refine((named) => Object.keys(named).length === 1, REFERENCE)
        .meta({ minProperties: 1, maxProperties: 1 }),
    ],
    REFERENCE,
  )
  .describe('A fact or claim by its id, or a passage by its words, after its report if need be.');

const decision = z
  .strictObject(
    {
      merge: z
        .array(reference, 'a list of facts')
        // Not `min`, which counts the letters of a text too.
        .refine(({ length }) => length > 1, 'two facts or more')
        .meta({ minItems: 2 })
        .optional()
        .describe('Facts that say the same: they become one, and all that state it count.'),
      split: reference.optional().describe('A fact that says two things.'),
      apart: z
        .array(reference, 'a list of passages')
        .min(1, 'one passage or more')
        .optional()
        .describe('Passages of the fact that is split: together they become a fact of their own.'),
      reword: reference.optional().describe('A fact that is better told in other words.'),
      words: text
        .optional()
        .describe('The words: those of a passage, shortened, or the editor’s own, marked as such.'),
      from: reference.optional().describe('The passage of the fact whose words are taken.'),
      pin: reference.optional().describe('A fact that stands first.'),
      order: z
        .int('a whole number')
        .min(1, 'a whole number from 1 on')
        .optional()
        .describe('Place among the pinned facts. Default: behind those that have one.'),
      suppress: reference.optional().describe('A fact that is not printed.'),
      because: text.optional().describe('Why; the briefing says it with the decision.'),
    },
    'a mapping of fields to values',
  )
  .superRefine((fields, context) => {
    for (const { path, message } of misfits(fields)) {
      context.addIssue({ code: 'custom', path: [...path], message });
    }
  })
  .meta({ oneOf: KINDS.map((kind) => ({ required: [kind] })) })
  .describe('What the editor decides about a fact. Applied again at each build.');

interface Misfit {
  readonly path: readonly string[];
  readonly message: string;
}

/** What is wrong with the fields of a decision taken together. */
function misfits(fields: Readonly<Record<string, unknown>>): readonly Misfit[] {
  const given = Object.keys(fields).filter((name) => fields[name] !== undefined);
  const [kind, ...more] = KINDS.filter((name) => given.includes(name));
  if (!kind || more.length > 0) {
    return [{ path: [], message: `one of ${KINDS.slice(0, -1).join(', ')} or ${KINDS.at(-1)}` }];
  }
  const allowed: readonly string[] = [kind, ...DECISIONS[kind]];
  const stray = given
    .filter((name) => !allowed.includes(name))
    .map((name) => ({
      path: [name],
      message: `nothing here: "${name}" does not go with "${kind}"`,
    }));
  if (kind === 'split' && !fields['apart']) {
    return [...stray, { path: [], message: '"apart" with the passages that leave the fact' }];
  }
  if (kind === 'reword' && (fields['words'] === undefined) === (fields['from'] === undefined)) {
    return [...stray, { path: [], message: 'either "words" or "from"' }];
  }
  return stray;
}

/** Letters, and what else stands in names; with a capital, since no other word may be changed so. */
const name = z
  .string('a name')
  .trim()
  .regex(/^(?=.*\p{Lu})[\p{L}\p{M}\p{N}.'’ -]+$/u, 'a name');

/** A form of a name → the form that is printed for it. */
const spelling = z
  .union(
    [z.literal('as-reported'), z.record(name, name)],
    'as-reported, or a mapping of forms of names to those that are printed',
  )
  .superRefine((table, context) => {
    if (table === 'as-reported') return;
    for (const [form, printed] of Object.entries(table)) {
      if (table[printed] === undefined || table[printed] === printed) continue;
      const message = `the form that is printed: "${printed}" is itself printed as "${table[printed]}"`;
      context.addIssue({ code: 'custom', path: [form], message });
    }
  })
  .default({})
  .describe(
    'Form of a name → the form that is printed for it. Spellings that are not listed follow those of most reports; as-reported: all stay.',
  );

const scorer = z
  .union(
    [
      z.strictObject({
        command: z
          .tuple([text], text)
          .describe('A program and its arguments; no shell takes them apart.'),
      }),
      z.strictObject({
        url: z.url({ protocol: /^https?$/ }).describe('Address of a server.'),
      }),
    ],
    'either "command", a list of a program and its arguments, or "url"',
  )
  .describe(
    'A model of your own that tells which passages state one fact. Used only with --scorer own.',
  );

/** A file in the briefing's folder, or in a folder of it: no way leads out, and none is hidden. */
const INSIDE = /^[^./\\:][^/\\:]*(?:\/[^./\\:][^/\\:]*)*$/u;

const inside = (what: string) => z.string(what).trim().regex(INSIDE, what);

const PART = `a part: ${PARTS.slice(0, -1).join(', ')} or ${PARTS.at(-1)}`;

/** A template's name makes the id of its part: letters, figures and strokes, no folder. */
const TEMPLATE = 'the name of a template beside briefing.yaml, such as background.hbs';

const section = z
  .strictObject(
    {
      part: z.enum(PARTS, PART).optional().describe('A part that Synoptic makes.'),
      template: z
        .string(TEMPLATE)
        .regex(/^[A-Za-z0-9][A-Za-z0-9_-]*\.hbs$/, TEMPLATE)
        .optional()
        .describe('A part of the editor’s own: file with its template, beside briefing.yaml.'),
      heading: text.optional().describe('Its heading. Default: the part’s usual one.'),
    },
    `${PART}; or a mapping with "part" or "template"`,
  )
  .superRefine(({ part, template, heading }, context) => {
    const object = (message: string) => context.addIssue({ code: 'custom', message });
    if ((part === undefined) === (template === undefined)) object('either "part" or "template"');
    else if (template !== undefined && heading === undefined) object('"heading" beside "template"');
  });

/** The name of a part is short for a mapping with nothing but that. */
const listedPart = z.preprocess(
  (entry) => (typeof entry === 'string' ? { part: entry } : entry),
  section,
);

const sections = z
  .array(listedPart, 'a list of parts')
  .superRefine((entries, context) => {
    if (entries.length === 0) context.addIssue({ code: 'custom', message: 'one part or more' });
    const names = entries.map(({ part, template }) => part ?? template);
    for (const [at, name] of names.entries()) {
      if (names.indexOf(name) === at) continue;
      context.addIssue({ code: 'custom', path: [at], message: 'each part once' });
    }
  })
  .describe('The parts of the briefing, in order. Default: all, in the usual order.');

const count = z.int('a whole number').min(0, 'a whole number from 0 on');

const editions = z
  .strictObject(
    {
      last: z
        .int('a whole number')
        .min(1, 'a whole number from 1 on')
        .default(DEFAULT_RETENTION.last)
        .describe('How many of the last editions are kept.'),
      daily: count
        .default(DEFAULT_RETENTION.daily)
        .describe('Of how many days that have editions the last one is kept.'),
      weekly: count.default(DEFAULT_RETENTION.weekly).describe('The same by weeks.'),
      monthly: count.default(DEFAULT_RETENTION.monthly).describe('The same by months.'),
    },
    'a mapping of fields to values',
  )
  .default(DEFAULT_RETENTION)
  .describe('Which editions are kept under output/editions: what any of the rules keeps.');

const FORMAT = `a format: ${EXPECTED_FORMATS}`;

/** By their names alone: a folder that came by mail must not bring a program that makes one. */
const formats = z
  .array(z.enum([...FORMATS, ALL_FORMATS], FORMAT), 'a list of formats')
  .refine(({ length }) => length > 0, FORMAT)
  .meta({ minItems: 1 })
  .describe('The formats of the briefing. Default: html, pdf and json. The command line wins.');

const templates = inside(
  'the name of a folder beside briefing.yaml, such as templates; others are named with --templates',
).describe('Folder beside briefing.yaml with templates that take the place of Synoptic’s.');

const theme = inside(
  'the name of a theme, or of a file beside briefing.yaml that ends with .css',
).describe('How the briefing looks: a theme by its name, or a file of custom properties.');
const STYLE = `one of ${CITATION_STYLES.join(', ')}, or a .csl file beside briefing.yaml`;

const citations = z
  .strictObject(
    {
      style: z
        .string(STYLE)
        .refine((name) => CITATION_STYLES.some((known) => known === name) || isFile(name), STYLE)
        .default('chicago-notes')
        .describe(`Style of the entries under "Sources": ${STYLE}.`),
      locale: z
        .enum(CITATION_LOCALES, CITATION_LOCALES.join(' or '))
        .optional()
        .describe('Its dates and quotation marks. Default: those of the style, else of the page.'),
    },
    'a mapping of fields to values',
  )
  .default({ style: 'chicago-notes' })
  .describe('How reports are cited.');

/** A style in a file of the folder, not elsewhere. */
const isFile = (name: string): boolean => isStyleFile(name) && !/[/\\]/u.test(name);

const FEED = 'the address of a feed, or a mapping with "url" and "limit"';

const feed = z.strictObject(
  {
    url: z
      .url({ protocol: /^https?$/, error: 'an address that begins with http:// or https://' })
      .describe('Its address: RSS, Atom or JSON Feed.'),
    limit: z
      .int('a whole number')
      .min(1, 'a whole number from 1 on')
      .max(1000, 'a whole number up to 1000')
      .optional()
      .describe('How many of its newest entries are added. Default: 10.'),
  },
  FEED,
);

/** An address is short for a mapping with nothing but that. */
const listedFeed = z.preprocess(
  (entry) => (typeof entry === 'string' ? { url: entry } : entry),
  feed,
);

const feeds = z
  .array(listedFeed, 'a list of feeds')
  .describe('Feeds whose new entries become reports: on schedule, and with --poll.');

export const configSchema = z
  .strictObject(
    {
      title: text.optional().describe('Title of the briefing. Default: made from its main fact.'),
      language: language.default('en').describe('Language of the reports, as a BCP 47 tag.'),
      edition: z
        .int('a whole number')
        .min(1, 'a whole number from 1 on')
        .optional()
        .describe('The least number of the next edition. Default: one more than the last.'),
      editions,
      address: z
        .url({ protocol: /^https?$/, error: 'an address that begins with http:// or https://' })
        .optional()
        .describe('Where the output folder is published: feeds name it in their links.'),
      reports: z
        .record(z.string(), report, 'a mapping of file names to what is known of them')
        .default({})
        .describe('File name of a report → what the editor knows of it.'),
      ignore: z
        .array(text, 'a list of file names')
        .default([])
        .describe('Files of the folder that are not reports.'),
      grading: z
        .literal('admiralty', 'admiralty, or nothing')
        .optional()
        .describe('Grade the credibility of facts from 1 to 6. Default: no grades.'),
      locale: z
        .enum(['en', 'en-GB', 'en-US'], 'en, en-GB or en-US')
        .default('en')
        .describe(
          'How dates and quotation marks are written: “30 May 2024”, ‘30 May 2024’, “May 30, 2024”.',
        ),
      units: z
        .enum(['as-reported', 'metric', 'imperial'], 'as-reported, metric or imperial')
        .default('as-reported')
        .describe('Give figures in these units, too, in brackets behind the report’s.'),
      spelling,
      scorer: scorer.optional(),
      citations,
      publish: z
        .enum(['internal', 'public'], 'internal or public')
        .default('internal')
        .describe('Who will read it: "public" gives of each report only the sentences cited.'),
      decisions: z
        .array(decision, 'a list of decisions')
        .default([])
        .describe('What the editor decides about facts, in any order.'),
      feeds: feeds.optional(),
      sections: sections.optional(),
      formats: formats.optional(),
      templates: templates.optional(),
      theme: theme.optional(),
      paper: z
        .enum(PAPERS, PAPERS.join(' or '))
        .default('a4')
        .describe('What the PDF is printed on, and the Word file will be: a4 or letter.'),
    },
    'a mapping of fields to values',
  )
  .describe('briefing.yaml: what the editor of a briefing decides.');

/** The JSON Schema (draft 2020-12) of `briefing.yaml`. */
export function configJsonSchema(): unknown {
  return z.toJSONSchema(configSchema, {
    io: 'input',
    override({ zodSchema, jsonSchema }) {
      const short = SHORT_FORMS.get(zodSchema);
      if (!short) return;
      const mapping = { ...jsonSchema };
      for (const key of Object.keys(jsonSchema)) delete jsonSchema[key];
      jsonSchema.anyOf = [short, mapping];
    },
  });
}

/** What may stand in the place of a mapping. */
const SHORT_FORMS: ReadonlyMap<unknown, z.core.JSONSchema.BaseSchema> = new Map<
  unknown,
  z.core.JSONSchema.BaseSchema
>([
  [listedPart, { enum: [...PARTS] }],
  [listedFeed, { type: 'string', format: 'uri', pattern: '^https?://' }],
]);

/** The fields that there are at a place of the file. */
export function fieldsAt([part, ...below]: readonly PropertyKey[]): readonly string[] {
  if (part === undefined) return Object.keys(configSchema.shape);
  return FIELDS[String(part)]?.[below.length] ?? [];
}

/** A part of the file → the fields that it has, by how far below it they stand. */
const FIELDS: Readonly<Record<string, Readonly<Record<number, readonly string[]>>>> = tableOf({
  reports: { 1: Object.keys(report.shape), 2: inferable },
  decisions: { 1: Object.keys(decision.shape) },
  sections: { 1: Object.keys(section.shape) },
  citations: { 0: ['style', 'locale'] },
  editions: { 0: ['last', 'daily', 'weekly', 'monthly'] },
  feeds: { 1: Object.keys(feed.shape) },
});

export type Config = z.output<typeof configSchema>;

export type ReportConfig = Config['reports'][string];

export type DecisionConfig = Config['decisions'][number];

export type ReferenceConfig = z.output<typeof reference>;
