import { z } from 'zod';
import { changesSchema } from '../changes-schema.ts';
import { DIVERGENCE_KINDS, DIVERGENCE_STATUSES, STANDINGS } from '../closed-lists.ts';
import { PARTS } from '../parts.ts';

/**
 * `briefing.json`, field by field. The types that the writer fills, the check of what it wrote,
 * and the published JSON Schema all come from here.
 */

const offset = z.int().min(0);

/** UTF-16 offsets into the text of the report's file, without its byte order mark. */
const span = { start: offset, end: offset };

const hash = z.string().regex(/^[0-9a-f]{64}$/);

const share = z.number().min(0).max(1);

const basis = z.enum(['stated', 'inferred', 'unknown']);

const report = z.strictObject({
  id: z.string().describe('Unique in the briefing; claims refer to it.'),
  file: z.string().describe('File name in the folder of the briefing.'),
  sha256: hash.describe('Of the file’s bytes.'),
  outlet: z.string().nullable(),
  headline: z.string().nullable(),
  authors: z.array(z.string()),
  url: z.string().nullable(),
  published: z.string().nullable().describe('Calendar date, ISO 8601.'),
  updated: z.string().nullable().describe('Calendar date of the last change, ISO 8601.'),
  language: z.string().nullable().describe('BCP 47 tag.'),
  section: z.string().nullable().describe('The part of the outlet that it stood in.'),
  place: z.string().nullable().describe('Where it was written, as its dateline says.'),
  agency: z.string().nullable().describe('The agency whose copy it is, as its dateline says.'),
  encoding: z.string().describe('Encoding of its text, as the WHATWG names it.'),
  part: z.string().nullable().describe('What of the file offsets count in; null: the file itself.'),
  notes: z
    .array(z.strictObject({ kind: z.enum(['correction', 'update', 'editor']), text: z.string() }))
    .describe('What it says about its own text; no words where the briefing is public.'),
  reliability: z
    .enum(['A', 'B', 'C', 'D', 'E', 'F'])
    .nullable()
    .optional()
    .describe('Of its outlet, given by the editor; null: not given. Absent without `grading`.'),
  metadata: z
    .strictObject({
      outlet: basis,
      headline: basis,
      authors: basis,
      url: basis,
      published: basis,
      updated: basis,
      language: basis,
      section: basis,
      place: basis,
      agency: basis,
    })
    .describe('Whether each field was stated, inferred, or is unknown.'),
  because: z
    .record(z.string(), z.string())
    .describe('Field → where it was read, or why it may be inferred.'),
});

const nameForms = z.array(
  z.strictObject({ text: z.string(), reports: z.array(z.string()).min(1) }),
);

const entity = z.strictObject({
  id: z.string(),
  name: z.string().describe('The fullest form, in the spelling that most reports have.'),
  kind: z.enum(['person', 'organization', 'place', 'unknown']),
  forms: nameForms.min(1).describe('Every form that stands for it, with the reports that have it.'),
  roles: nameForms.describe('What reports call it.'),
});

const SOURCE_KINDS = [
  'person',
  'organization',
  'document',
  'occasion',
  'outlet',
  'agency',
  'unnamed',
] as const;

const ORIGIN_KINDS = ['report', ...SOURCE_KINDS] as const;

const attribution = z.strictObject({
  name: z.string().describe('The source, spelled in one way in all reports.'),
  kind: z.enum(SOURCE_KINDS),
  written: z.string().optional().describe('The report’s own words for it, where they are others.'),
  number: z.string().optional().describe('The report’s word for how many they are: “two”.'),
});

/** How `exact` and the file go together. */
const EXACT =
  'The words in normalized characters: quotation marks, dashes, spaces, ligatures, words broken ' +
  'at the ends of lines, Unicode NFC, without mark-up. The offsets point into the file as it is, ' +
  'so that the two may differ there; the proof folds both alike before it compares them.';

const passage = z.strictObject({ ...span, exact: z.string().describe(EXACT) });

const claim = z.strictObject({
  id: z.string(),
  report: z.string().describe('Id of a report.'),
  ...span,
  exact: z.string().describe(`W3C TextQuoteSelector. ${EXACT}`),
  prefix: z.string(),
  suffix: z.string(),
  certain: z.boolean().describe('False: close to the statement, but perhaps not the same.'),
  subject: passage
    .nullable()
    .describe('The subject, where the passage shares that of an earlier clause.'),
  attribution: z
    .array(attribution)
    .describe('Who says so, nearest first; empty: the report itself.'),
  strength: z
    .enum(['stated', 'attributed', 'alleged', 'denied', 'hoped', 'planned'])
    .describe('How far the report stands behind it.'),
  polarity: z
    .enum(['affirmed', 'negated'])
    .describe('Whether it says, without who says so, that something is so or is not.'),
  modality: z
    .enum(['fact', 'possible', 'necessary', 'intended', 'conditional', 'asked'])
    .describe('How what it says holds.'),
  quotation: z.boolean().describe('Whether the passage holds direct speech.'),
  times: z
    .array(
      z.strictObject({
        ...span,
        text: z.string(),
        value: z.string().describe('TIMEX3 value.'),
        type: z.enum(['date', 'time', 'duration', 'set']),
      }),
    )
    .describe('Times whose value is certain.'),
  quantities: z.array(
    z.strictObject({
      ...span,
      text: z.string(),
      value: z.number().describe('The lesser end of a range.'),
      upTo: z.number().nullable().describe('The greater end of a range; null where it is none.'),
      unit: z.string().describe('Symbol, currency code, or what is counted.'),
      bound: z
        .enum(['exact', 'about', 'at-least', 'at-most'])
        .describe('How the report hedges the number.'),
    }),
  ),
  names: z.array(z.string()),
});

const piece = z.union([
  z.strictObject({ kind: z.literal('passage'), text: z.string(), ...span }),
  z.strictObject({ kind: z.literal('added'), text: z.string(), reason: z.string() }),
  z.strictObject({ kind: z.literal('omitted'), text: z.string(), reason: z.string(), ...span }),
]);

const fact = z.strictObject({
  id: z.string(),
  statement: z.string().describe('What the briefing prints.'),
  words: z.string().describe('Id of the claim whose words the statement takes.'),
  edits: z
    .array(piece)
    .describe(
      'The statement piece by piece: kept, added, left out. A name in another spelling is left out, and added behind.',
    ),
  details: z
    .array(
      z.strictObject({
        start: offset.describe('Into the statement.'),
        end: offset.describe('Into the statement.'),
        claims: z.array(z.string()).min(1).describe('Ids of the claims that have it.'),
      }),
    )
    .describe('Stretches of the statement that not all who state the fact have.'),
  standing: z.enum(STANDINGS),
  credibility: z
    .strictObject({
      grade: z.int().min(1).max(6),
      words: z.string().describe('The grade in words: “probably true”.'),
      because: z.string().describe('The rule that gave it.'),
    })
    .optional()
    .describe('Of the fact, 1 (confirmed) to 6 (cannot be judged). Absent without `grading`.'),
  origins: z.array(z.string()).describe('Independent origins, after the chains are followed.'),
  originsBecause: z
    .array(
      z.strictObject({
        name: z.string(),
        kind: z.enum(ORIGIN_KINDS),
        claims: z.array(z.string()).min(1).describe('Ids of the claims that come from it.'),
        because: z
          .string()
          .describe('Which reports have it from there, by which way, and why they count as one.'),
      }),
    )
    .describe('The origins in the same order, each with the reason why it is one.'),
  pinned: z
    .int()
    .min(1)
    .nullable()
    .describe('Place among the facts that the editor put first; null: none of them.'),
  claims: z.array(claim).min(1),
  merged: z.array(
    z.strictObject({
      a: z.string(),
      b: z.string(),
      score: z.number().min(0).max(1).describe('Estimated probability that both state one fact.'),
      reasons: z.array(z.string()),
    }),
  ),
  guarded: z
    .array(
      z.strictObject({
        claim: z.string(),
        guard: z
          .enum(['polarity', 'contrast', 'number', 'day', 'speaker'])
          .describe('What the two do not have in common.'),
        values: z
          .tuple([z.string(), z.string()])
          .describe('What the statement’s claim has there, and what this one has.'),
      }),
    )
    .describe('Claims that are likely enough to count as stating it, and why they do not.'),
});

const divergence = z.strictObject({
  id: z.string(),
  kind: z.enum(DIVERGENCE_KINDS),
  about: z
    .string()
    .describe('What has the values: what is counted, the verb that is dated; else empty.'),
  status: z.enum(DIVERGENCE_STATUSES),
  facts: z
    .array(z.string())
    .min(1)
    .describe('Facts between whose claims it lies, the one that it is told with first.'),
  note: z.string(),
  sides: z.array(z.strictObject({ value: z.string(), claims: z.array(z.string()).min(1) })).min(2),
});

export const briefingSchema = z
  .strictObject({
    schemaVersion: z.literal(1),
    title: z.string(),
    language: z.string().describe('BCP 47 tag.'),
    generated: z
      .string()
      .nullable()
      .describe(
        'The moment the briefing speaks for: SOURCE_DATE_EPOCH, else the last publication date.',
      ),
    edition: z.int().min(1),
    changes: changesSchema
      .optional()
      .describe('What changed since the last edition. Absent in a first one.'),
    publish: z
      .enum(['internal', 'public'])
      .describe('`public`: no words of a report but the sentences that facts cite.'),
    method: z
      .strictObject({
        by: z
          .enum(['words', 'model', 'own'])
          .describe('Words alone; a small model beside them; a model of the user’s own.'),
        provenance: z.string().describe('Where weights come from, and figures on events left out.'),
      })
      .describe('How it was told which passages state one fact.'),
    grading: z
      .literal('admiralty')
      .optional()
      .describe('The scale of the grades (STANAG 2511); absent where the editor asks for none.'),
    house: z
      .strictObject({
        locale: z.enum(['en', 'en-GB', 'en-US']).describe('How pages write dates and marks.'),
        units: z
          .enum(['as-reported', 'metric', 'imperial'])
          .describe('Into which figures are converted, in brackets.'),
        spelling: z
          .array(
            z.strictObject({
              form: z.string().describe('As reports have it.'),
              printed: z.string().describe('As statements have it.'),
              by: z
                .enum(['editor', 'reports'])
                .describe('The editor’s table, or what most reports have.'),
            }),
          )
          .describe('Names that statements spell in one way.'),
      })
      .describe('House style: quotation marks in these data are double, whatever the locale.'),
    reports: z.array(report),
    strangers: z
      .array(
        z.strictObject({
          file: z.string().describe('File name in the folder of the briefing.'),
          sha256: hash.describe('Of the file’s bytes.'),
          headline: z.string().nullable(),
          nearest: z.string().describe('File of the report that its words are most like.'),
          likeness: share.describe('How like they are.'),
        }),
      )
      .describe('Reports of the folder that are not used: they are about another event.'),
    facts: z.array(fact),
    decisions: z
      .array(
        z.strictObject({
          kind: z.enum(['merge', 'split', 'reword', 'pin', 'suppress']),
          facts: z
            .array(z.string())
            .min(1)
            .describe('Ids of the facts that it made or changed; of the one that is not printed.'),
          because: z.string().nullable().describe('The editor’s reason.'),
        }),
      )
      .describe('What the editor decided about facts.'),
    entities: z.array(entity).describe('Whom and what the reports name.'),
    divergences: z.array(divergence),
    utterances: z
      .array(
        z.strictObject({
          speaker: z.string().nullable().describe('Null: no report says whose words they are.'),
          role: z.string().nullable().describe('What most reports call the speaker.'),
          fact: z.string().describe('Id of the fact that is these words.'),
          days: z
            .array(z.strictObject({ date: z.string(), claims: z.array(z.string()).min(1) }))
            .describe('Days on which it was said, with the claims that name them.'),
        }),
      )
      .describe('Who said what, in their own words, in the order of the page.'),
    timeline: z.array(
      z.strictObject({
        date: z.string().describe('ISO 8601: a day, month or year; the first of several days.'),
        until: z
          .string()
          .nullable()
          .describe('The last day, where it happened on one of several: “last week”.'),
        precision: z.enum(['day', 'month', 'year']),
        about: z.boolean().describe('Whether the words blur the date: “two weeks ago”.'),
        fact: z.string(),
        statement: z.string().describe('The words of a claim that say what happened then.'),
        words: z
          .string()
          .describe('Those that give the date; empty where the editor’s words stand.'),
        claims: z.array(z.string()).min(1),
      }),
    ),
    coverage: z
      .strictObject({
        reports: z.array(
          z.strictObject({
            report: z.string(),
            sentences: z.int().min(0),
            shared: z.int().min(0).describe('Facts that it states and others state too.'),
            alone: z.int().min(0).describe('Facts that it alone states.'),
            missing: z
              .array(z.string())
              .describe('Ids of facts that more than half of the reports state, and it does not.'),
          }),
        ),
        facts: z
          .array(
            z.strictObject({
              fact: z.string(),
              states: z.array(z.string()).describe('Ids of reports that state it.'),
              differs: z.array(z.string()).describe('Of those that give another value.'),
              close: z.array(z.string()).describe('Of those that say something close.'),
            }),
          )
          .describe('Facts that two reports or more state; reports not named are silent.'),
      })
      .describe('What the reports have in common, and what they have not.'),
    gaps: z
      .array(
        z.strictObject({
          question: z
            .enum([
              'who',
              'what',
              'where',
              'when',
              'why',
              'how many',
              'whether',
              'who says so',
              'comment',
            ])
            .describe('What is asked; `comment`: somebody was asked, and did not say.'),
          fact: z.string().describe('Id of the fact that says so, or of the main fact.'),
          statement: z
            .string()
            .nullable()
            .describe('What says that it is not known; null: it is asked about the main fact.'),
          claims: z.array(z.string()),
        }),
      )
      .describe('Questions that no report answers.'),
    copies: z
      .array(
        z.strictObject({
          a: z.string(),
          b: z.string(),
          ofA: share.describe('Share of the words of `a`, quotations aside, in runs that `b` has.'),
          ofB: share.describe('Share of the words of `b`, quotations aside, in runs that `a` has.'),
        }),
      )
      .describe(
        'Reports that are largely one text: what both say in their own voice has one origin.',
      ),
    reliance: z
      .strictObject({
        nodes: z.array(
          z.strictObject({
            id: z.string(),
            name: z.string(),
            kind: z.enum(ORIGIN_KINDS),
            report: z.string().nullable().describe('Id of the report that it is; null: none.'),
          }),
        ),
        edges: z.array(
          z.strictObject({
            from: z.string().describe('Id of a node.'),
            to: z.string().describe('Id of the node that it has it from.'),
            how: z
              .enum(['cites', 'copy-of', 'shares-text'])
              .describe('It says so; its dateline does; both are largely one text.'),
            claims: z.int().min(1).describe('How many claims that are.'),
            facts: z.array(z.string()).min(1),
          }),
        ),
      })
      .describe('Who has what from whom.'),
    sections: z
      .array(
        z.strictObject({
          part: z.enum([...PARTS, 'editors']).describe('`editors`: the editor’s own.'),
          heading: z.string(),
          template: z.string().optional().describe('File of the editor’s own part.'),
        }),
      )
      .describe('The parts of the page and the PDF, in order; the data is whole without them.'),
    leftOut: z
      .array(z.strictObject({ report: z.string(), ...span, reason: z.string(), text: z.string() }))
      .describe('Passages in no fact. `text` is empty where it may not be printed.'),
  })
  .describe('A briefing: facts, and where they come from.');

export type BriefingJson = z.output<typeof briefingSchema>;

/** The published JSON Schema, draft 2020-12. */
export function briefingJsonSchema(): unknown {
  return z.toJSONSchema(briefingSchema);
}
