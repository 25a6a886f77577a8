import { sourceSpan } from '../mapped-text.ts';
import type {
  Analysis,
  Briefing,
  Changes,
  Claim,
  Fact,
  Metadata,
  NameForm,
  Report,
  Span,
  Utterance,
} from '../types.ts';
import type { BriefingJson } from './json-schema.ts';

/** Give the briefing as plain data, with offsets into the files. */
export function toJson(briefing: Briefing): BriefingJson {
  const { analysis, reports } = briefing;
  return {
    schemaVersion: 1,
    title: briefing.title.text,
    language: briefing.language,
    generated: briefing.generated,
    edition: briefing.edition,
    ...(briefing.changes ? { changes: changesJson(briefing.changes) } : {}),
    publish: briefing.publish,
    method: { ...briefing.method },
    ...(analysis.grading ? { grading: analysis.grading.scale } : {}),
    house: {
      ...briefing.house,
      spelling: briefing.house.spelling.map((row) => ({ ...row })),
    },
    reports: reports.map((report) => ({ ...reportJson(report), ...reliability(report, briefing) })),
    strangers: briefing.strangers.map(({ report, nearest, likeness }) => ({
      file: report.file,
      sha256: report.sha256,
      headline: report.metadata.headline.value,
      nearest,
      likeness: rounded(likeness),
    })),
    facts: briefing.facts.map((fact) => factJson(fact, briefing)),
    decisions: briefing.decisions.map(({ kind, facts, because }) => ({
      kind,
      facts: [...facts],
      because,
    })),
    entities: briefing.entities.map(({ id, name, kind, forms, roles }) => ({
      id,
      name,
      kind,
      forms: forms.map(nameForm),
      roles: roles.map(nameForm),
    })),
    divergences: analysis.divergences.map((divergence) => ({
      ...divergence,
      facts: [...divergence.facts],
      sides: divergence.sides.map(({ value, claims }) => ({ value, claims: [...claims] })),
    })),
    utterances: briefing.utterances.map(utteranceJson),
    timeline: analysis.timeline.map(({ words, dated, statement: { text }, ...entry }) => ({
      ...entry,
      statement: text.slice(words.start, words.end),
      words: text.slice(dated.start, dated.end),
      claims: [...entry.claims],
    })),
    coverage: {
      reports: Object.entries(analysis.coverage.reports).map(([report, counts]) => ({
        report,
        ...counts,
        missing: [...counts.missing],
      })),
      facts: analysis.coverage.facts.map(({ fact, states, differs, close }) => ({
        fact,
        states: [...states],
        differs: [...differs],
        close: [...close],
      })),
    },
    gaps: analysis.gaps.map(({ question, fact, statement, claims }) => ({
      question,
      fact,
      statement: statement?.text ?? null,
      claims: [...claims],
    })),
    copies: analysis.copies.map(({ a, b, ofA, ofB }) => ({
      a,
      b,
      ofA: rounded(ofA),
      ofB: rounded(ofB),
    })),
    reliance: {
      nodes: analysis.reliance.nodes.map((node) => ({ ...node })),
      edges: analysis.reliance.edges.map((edge) => ({ ...edge, facts: [...edge.facts] })),
    },
    sections: briefing.sections.map((section) => ({
      part: section.kind,
      heading: section.heading,
      ...(section.kind === 'editors' ? { template: section.template } : {}),
    })),
    leftOut: reports.flatMap(({ leftOut }) => leftOut.map((passage) => ({ ...passage }))),
  };
}

/** What is new, as it is. */
const changesJson = ({ since, reports: files, facts, divergences }: Changes) => ({
  since: { ...since },
  reports: files.map((change) => ({ ...change })),
  facts: facts.map((change) => ({
    ...change,
    gained: [...change.gained],
    lost: [...change.lost],
    withdrawn: [...change.withdrawn],
    corrected: [...change.corrected],
    reworded: change.reworded.map((one) => ({ ...one })),
    close: change.close.map((one) => ({ ...one })),
    joined: [...change.joined],
    parted: [...change.parted],
  })),
  divergences: divergences.map((change) => ({
    ...change,
    values: [...change.values],
    was: change.was && [...change.was],
    facts: [...change.facts],
  })),
});

const nameForm = ({ text, reports }: NameForm) => ({ text, reports: [...reports] });

/** More digits would say more than was measured. */
const rounded = (value: number): number => Math.round(value * 1000) / 1000;

type ReportJson = BriefingJson['reports'][number];
type ClaimJson = BriefingJson['facts'][number]['claims'][number];

function reportJson({ id, file, sha256, encoding, part, notes, metadata }: Report): ReportJson {
  const { authors, ...lines } = metadata;
  const values = mapValues(lines, ({ value }) => value);
  return {
    id,
    file,
    sha256,
    ...values,
    authors: [...(authors.value ?? [])],
    encoding,
    part,
    notes: notes.map((note) => ({ ...note })),
    metadata: mapValues(metadata, ({ basis }) => basis),
    because: reasons(metadata),
  };
}

function mapValues<K extends string, V, T>(
  fields: Readonly<Record<K, V>>,
  give: (value: V) => T,
): Record<K, T> {
  const entries = Object.entries<V>(fields).map(([key, value]) => [key, give(value)]);
  return Object.fromEntries(entries) as Record<K, T>;
}

function reasons(metadata: Metadata): Record<string, string> {
  return Object.fromEntries(
    Object.entries(metadata).flatMap(([field, { because }]) => (because ? [[field, because]] : [])),
  );
}

const utteranceJson = ({ days, ...utterance }: Utterance) => ({
  ...utterance,
  days: days.map(({ date, claims }) => ({ date, claims: [...claims] })),
});

/** Nothing where no grades are asked for. */
const reliability = ({ id }: Report, { analysis: { grading } }: Briefing) =>
  grading ? { reliability: grading.reliability[id] ?? null } : {};

function credibility({ id }: Fact, { grading }: Analysis) {
  const found = grading?.credibility[id];
  return found ? { credibility: { ...found } } : {};
}

function factJson(fact: Fact, { analysis }: Briefing): BriefingJson['facts'][number] {
  return {
    id: fact.id,
    statement: fact.statement.text,
    words: fact.statement.claim,
    edits: fact.statement.pieces.map((piece) => ({ ...piece })),
    details: (analysis.details[fact.id] ?? []).map(({ start, end, claims }) => ({
      start,
      end,
      claims: [...claims],
    })),
    standing: analysis.standing[fact.id] ?? 'single-source',
    ...credibility(fact, analysis),
    origins: (analysis.origins[fact.id] ?? []).map(({ name }) => name),
    originsBecause: (analysis.origins[fact.id] ?? []).map(({ claims, ...origin }) => ({
      ...origin,
      claims: [...claims],
    })),
    pinned: fact.pinned ?? null,
    claims: fact.claims.map((claim) => ({
      ...claimJson(claim),
      certain: !fact.uncertain.includes(claim.id),
    })),
    merged: fact.merged.map(({ a, b, score, reasons: why }) => ({
      a,
      b,
      score: rounded(score),
      reasons: [...why],
    })),
    guarded: fact.guarded.map(({ claim, guard, values: [words, own] }) => ({
      claim,
      guard,
      values: [words, own],
    })),
  };
}

/** A claim as plain data, with offsets into its file. */
export function claimJson(claim: Claim): Omit<ClaimJson, 'certain'> {
  const { id, report, start, end, exact, prefix, suffix, lead } = claim;
  const inFile = ({ start: from, end: to }: Span) =>
    sourceSpan({ text: exact, runs: claim.runs }, from, to);
  return {
    id,
    report,
    start,
    end,
    exact,
    prefix,
    suffix,
    subject: lead && { start: lead.start, end: lead.end, exact: lead.exact },
    attribution: claim.attribution.map((link) => ({ ...link })),
    strength: claim.strength,
    polarity: claim.polarity,
    modality: claim.modality,
    quotation: claim.quotations.some(({ speech }) => speech),
    times: claim.times
      .filter((time) => time.certain)
      .map((time) => ({
        ...inFile(time),
        text: time.text,
        value: time.value,
        type: time.type,
      })),
    quantities: claim.quantities.map((quantity) => ({
      ...inFile(quantity),
      text: quantity.text,
      value: quantity.value,
      upTo: quantity.upTo,
      unit: quantity.unit,
      bound: quantity.bound,
    })),
    names: [...claim.names],
  };
}
