import { z } from 'zod';
import { DIVERGENCE_KINDS, DIVERGENCE_STATUSES, STANDINGS } from './closed-lists.ts';
import { certainClaims } from './facts.ts';
import { shownFirst } from './leading.ts';
import type { Briefing, Claim, EditionRecord, Fact, RecordedClaim, RecordedFact } from './types.ts';

/** Name of the file in an edition's folder that a later edition is held against. */
export const RECORD = 'edition.json';

const SHA256 = /^[0-9a-f]{64}$/u;

const reportSchema = z.strictObject({
  id: z.string(),
  file: z.string(),
  sha256: z.string().regex(SHA256),
  outlet: z.string().nullable(),
  headline: z.string().nullable(),
});

const claimSchema = z.strictObject({
  id: z.string(),
  report: z.string(),
  exact: z.string(),
  certain: z.boolean(),
});

const factSchema = z.strictObject({
  id: z.string(),
  statement: z.string(),
  standing: z.enum(STANDINGS),
  merged: z.boolean(),
  claims: z.tuple([claimSchema], claimSchema),
});

const divergenceSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(DIVERGENCE_KINDS),
  about: z.string(),
  status: z.enum(DIVERGENCE_STATUSES),
  note: z.string(),
  sides: z.array(z.strictObject({ value: z.string(), claims: z.tuple([z.string()], z.string()) })),
  facts: z.tuple([z.string()], z.string()),
});

export const recordSchema = z.strictObject({
  number: z.int().min(1),
  made: z.iso.datetime(),
  title: z.string(),
  generated: z.string().nullable(),
  reports: z.array(reportSchema),
  facts: z.array(factSchema),
  bottomLine: z.array(z.string()),
  divergences: z.array(divergenceSchema),
}) satisfies z.ZodType<EditionRecord>;

/**
 * What is kept of a briefing, so that a later edition can be held against it.
 *
 * @param made When it is published, ISO 8601 in UTC.
 */
export function recordOf(briefing: Briefing, made: string): EditionRecord {
  const { reports, facts, analysis, sections, title, generated, edition, decisions } = briefing;
  const merged = new Set(decisions.flatMap((one) => (one.kind === 'merge' ? one.facts : [])));
  return {
    number: edition,
    made,
    title: title.text,
    generated,
    reports: reports.map(({ id, file, sha256, metadata: { outlet, headline } }) => ({
      id,
      file,
      sha256,
      outlet: outlet.value,
      headline: headline.value,
    })),
    facts: facts.map((fact) => ({
      id: fact.id,
      statement: fact.statement.text,
      standing: analysis.standing[fact.id] ?? 'single-source',
      merged: merged.has(fact.id),
      claims: recordedClaims(fact),
    })),
    bottomLine: shownFirst({ sections }),
    divergences: analysis.divergences.map(
      ({ id, kind, about, status, note, sides, facts: [first, ...rest] }) => ({
        id,
        kind,
        about,
        status,
        note,
        sides: sides.map(({ value, claims }) => ({ value, claims })),
        facts: [first, ...rest],
      }),
    ),
  };
}

function recordedClaims(fact: Fact): RecordedFact['claims'] {
  const certain = new Set(certainClaims(fact).map(({ id }) => id));
  const recorded = ({ id, report, exact }: Claim): RecordedClaim => ({
    id,
    report,
    exact,
    certain: certain.has(id),
  });
  const [first, ...rest] = fact.claims;
  return [recorded(first), ...rest.map(recorded)];
}
