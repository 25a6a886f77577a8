import path from 'node:path';
import { decodeHTML } from 'entities';
import { decodeString } from 'micromark-util-decode-string';
import { location } from 'vfile-location';
import type { VFileMessage } from 'vfile-message';
import { foldStyle } from '../characters.ts';
import { type Content, type Form, openDocument } from '../documents/index.ts';
import { RECORD } from '../edition-record.ts';
import { certainClaims } from '../facts.ts';
import { message, type Place, type RuleName } from '../messages.ts';
import { isEditors } from '../rewording.ts';
import { sha256 } from '../sha256.ts';
import { isBracketed } from '../statement.ts';
import type { Files } from '../system/index.ts';
import type {
  Applied,
  Briefing,
  Claim,
  EditionRecord,
  Fact,
  Passage,
  Report,
  Span,
  Statement,
} from '../types.ts';
import { additions } from './additions.ts';
import { changes } from './changes.ts';
import { dates } from './dates.ts';
import { editorsNames } from './editors-names.ts';
import { editorsNumbers } from './editors-numbers.ts';
import { edits } from './edits.ts';
import type { Check, Evidence } from './evidence.ts';
import { lostStretches } from './ledger.ts';
import { names } from './names.ts';
import { numbers } from './numbers.ts';
import { quotations } from './quotations.ts';
import { quotes, reserves, rewording } from './rewording.ts';
import { spellings } from './spellings.ts';
import { units } from './units.ts';
import { words } from './words.ts';

interface Proof {
  readonly rule: RuleName;
  readonly check: Check;
}

/** What is proved of every statement. */
const OF_ALL: readonly Proof[] = [
  { rule: 'edit-unproved', check: edits },
  { rule: 'edit-unproved', check: rewording },
  { rule: 'addition-unproved', check: additions },
  { rule: 'addition-unproved', check: dates },
  { rule: 'addition-unproved', check: spellings },
  { rule: 'addition-unproved', check: units },
];

/** What is proved of words that are a passage's. */
const OF_PASSAGES: readonly Proof[] = [
  ...OF_ALL,
  { rule: 'quotation-unproved', check: quotations },
  { rule: 'number-unproved', check: numbers },
  { rule: 'name-unproved', check: names },
  { rule: 'word-unproved', check: words },
];

/** What is proved of words that are the editor's: he may choose them, not what they are about. */
const OF_EDITORS: readonly Proof[] = [
  ...OF_ALL,
  { rule: 'quotation-unproved', check: quotes },
  { rule: 'number-unproved', check: editorsNumbers },
  { rule: 'name-unproved', check: editorsNames },
  { rule: 'word-unproved', check: reserves },
];

/**
 * Reopen the reports and prove the briefing against their bytes: that no file has changed, that
 * every citation says what it is cited for, that every statement says no more than its passages,
 * that no sentence was lost, and that what is told of the last edition stands in its record.
 *
 * @param folder The folder that the reports were read from.
 * @param last The record of the last edition. Default: null, there is none.
 * @returns What could not be proved. A briefing with any failure must not be published.
 */
export async function verify(
  briefing: Briefing,
  folder: string,
  files: Files,
  { last = null }: { readonly last?: EditionRecord | null } = {},
): Promise<readonly VFileMessage[]> {
  const opened = await Promise.all(briefing.reports.map((report) => reopen(report, folder, files)));
  const sources = new Map(
    opened.flatMap(({ source }) => (source ? [[source.report.id, source]] : [])),
  );
  const claims = briefing.facts.flatMap((fact) => fact.claims);
  const common = {
    house: briefing.house,
    entities: briefing.entities,
    everywhere: [...sources.values()].map(({ words: own }) => own).join(' '),
    published: new Map(
      briefing.reports.map(({ id, metadata }) => [id, metadata.published.value] as const),
    ),
  };
  return [
    ...opened.flatMap(({ messages }) => messages),
    ...strayMessages(briefing),
    ...claims.flatMap((claim) => citationMessages(claim, sources.get(claim.report))),
    ...statementsOf(briefing).flatMap((printed) => statementMessages(printed, sources, common)),
    ...[...sources.values()].flatMap((source) => ledgerMessages(source, claims)),
    ...changes(briefing, last).map((objection) =>
      message({ rule: 'change-unproved', file: RECORD, ...objection, advice: REPORT_BUG }),
    ),
  ];
}

// ---------------------------------------------------------------------------------------------
// Files

/** A report's file as it is now. */
interface Source {
  readonly report: Report;
  readonly text: string;
  readonly form: Form;
  /** Folded words of the report, without what else the file holds. */
  readonly words: string;
  readonly placeAt: (offset: number) => Place;
}

async function reopen(
  report: Report,
  folder: string,
  files: Files,
): Promise<{ readonly source: Source | null; readonly messages: readonly VFileMessage[] }> {
  const { file } = report;
  try {
    const bytes = await files.read(path.join(folder, file));
    if (sha256(bytes) !== report.sha256) {
      return { source: null, messages: [changed(file, 'file with other bytes than were read')] };
    }
    const { content } = await openDocument({ name: file, bytes });
    if (!content) return { source: null, messages: [changed(file, 'file without its text')] };
    const text = content.source;
    const places = location(text);
    const placeAt = (offset: number) => {
      const { line, column } = places.toPoint(offset) ?? { line: 1, column: 1 };
      return { line, column };
    };
    return {
      source: { report, text, form: content.form, words: wordsOf(report, content), placeAt },
      messages: [],
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { source: null, messages: [changed(file, `file that is gone (${reason})`)] };
  }
}

function changed(file: string, found: string): VFileMessage {
  return message({
    rule: 'report-changed',
    file,
    found,
    expected: 'the report as it was read a moment ago',
    advice: 'build again once the file is in place',
  });
}

/** What a file says where the report's words stand; stretches that touch are one. */
function wordsOf({ textSpans }: Report, { source, form }: Content): string {
  const joined: Span[] = [];
  for (const { start, end } of textSpans) {
    const last = joined.at(-1);
    if (last?.end === start) joined[joined.length - 1] = { start: last.start, end };
    else joined.push({ start, end });
  }
  return foldStyle(
    joined.map(({ start, end }) => UNESCAPED[form](source.slice(start, end))).join(' '),
  );
}

// ---------------------------------------------------------------------------------------------
// Citations

/** What a file says at a passage, folded. */
function wordsAt(source: Source, { runs, exact, start, end: last }: Passage): string {
  if (!runs.every((run) => run.start >= start && run.end <= last)) return '';
  const read = runs.map((run, index) => {
    const raw = source.text.slice(run.start, run.end);
    const end = runs[index + 1]?.at ?? exact.length;
    // White space says nothing; were there words in its place, they would be missed as lost.
    if (exact.slice(run.at, end).trim() === '') return ' ';
    const length = end - run.at;
    // Where text and file differ in length, the file has an escape or a broken line.
    return length === raw.length ? raw : UNESCAPED[source.form](raw);
  });
  return foldStyle(read.join(''));
}

const inMarkdown = (raw: string): string => decodeString(raw.replace(/\s+[>\s]*/gu, ' '));

/** What a stretch of a file stands for that is written otherwise than it is read. */
const UNESCAPED: Readonly<Record<Form, (raw: string) => string>> = {
  text: inMarkdown,
  markdown: inMarkdown,
  page: decodeHTML,
  rich: decodeHTML,
  stretches: (raw) => raw.replace(/\s+/gu, ' '),
};

function citationMessages(claim: Claim, source: Source | undefined): readonly VFileMessage[] {
  if (!source) return [];
  return [claim, claim.context, ...(claim.lead ? [claim.lead] : [])]
    .filter((passage) => wordsAt(source, passage) !== foldStyle(passage.exact))
    .map((passage) =>
      message({
        rule: 'citation-mismatch',
        file: source.report.file,
        place: source.placeAt(passage.start),
        found: `words "${source.text.slice(passage.start, passage.end)}"`,
        expected: `the passage that is cited, "${passage.exact}"`,
        advice: REPORT_BUG,
      }),
    );
}

// ---------------------------------------------------------------------------------------------
// Statements

/** A statement that the briefing prints, and the claim whose words it takes. */
interface Printed {
  readonly fact: Fact;
  readonly statement: Statement;
  readonly claim: Claim;
  /** The editor's decision to reword the fact, if there is one. */
  readonly decision: Applied | undefined;
}

/** Every statement of the briefing: those of the facts, of the timeline, and of what is not known. */
function statementsOf({ facts, analysis, decisions }: Briefing): readonly Printed[] {
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  const rewordings = decisions.filter(({ kind }) => kind === 'reword');
  const printed = (fact: Fact, statement: Statement): Printed => ({
    fact,
    statement,
    // A statement of a claim that the fact has not is held against the first one, and fails.
    claim: fact.claims.find(({ id }) => id === statement.claim) ?? fact.claims[0],
    decision: rewordings.find(({ facts: [id] }) => id === fact.id),
  });
  const more = [...analysis.timeline, ...analysis.gaps].flatMap(({ fact: id, statement }) => {
    const fact = byId.get(id);
    return fact && statement ? [printed(fact, statement)] : [];
  });
  return [...facts.map((fact) => printed(fact, fact.statement)), ...more];
}

/** Entries of the timeline, and passages that something is not known, that no fact stands behind. */
function strayMessages({ facts, analysis }: Briefing): readonly VFileMessage[] {
  const known = new Set(facts.map(({ id }) => id));
  return [...analysis.timeline, ...analysis.gaps]
    .filter(({ fact }) => !known.has(fact))
    .map(({ statement }) =>
      message({
        rule: 'edit-unproved',
        file: 'briefing.json',
        found: `entry "${statement?.text ?? ''}" of no fact`,
        expected: 'a statement of a fact',
        advice: REPORT_BUG,
      }),
    );
}

function statementMessages(
  { fact, statement, claim, decision }: Printed,
  sources: ReadonlyMap<string, Source>,
  common: Pick<Evidence, 'house' | 'entities' | 'everywhere' | 'published'>,
): readonly VFileMessage[] {
  const source = sources.get(claim.report);
  if (!source) return [];
  const editors = isEditors(statement);
  const claims = editors ? certainClaims(fact) : [claim];
  const evidence: Evidence = {
    ...common,
    fact,
    statement,
    reported: reportedText(statement),
    claim,
    claims,
    decided: decision !== undefined,
    passages: claims.flatMap((each) => passagesOf(each, sources)).join(' '),
    report: [...new Set(claims.map((each) => sources.get(each.report)?.words ?? ''))].join(' '),
    file: editors && decision ? decision.said.file : source.report.file,
    place: editors && decision ? decision.said : source.placeAt(claim.start),
  };
  return (editors ? OF_EDITORS : OF_PASSAGES).flatMap(({ rule, check }) =>
    check(evidence).map(({ found, expected }) =>
      message({
        rule,
        file: evidence.file,
        place: evidence.place,
        found: `${found} in the statement "${statement.text}" (${fact.id})`,
        expected,
        advice: editors ? CHOOSE_OTHERS : REPORT_BUG,
      }),
    ),
  );
}

/** What the files say at a claim and at its subject, where that stands apart. */
function passagesOf(claim: Claim, sources: ReadonlyMap<string, Source>): readonly string[] {
  const source = sources.get(claim.report);
  if (!source) return [];
  return [claim, ...(claim.lead ? [claim.lead] : [])].map((passage) => wordsAt(source, passage));
}

/**
 * The statement's text without what stands in brackets that the briefing added, names in the report's
 * spelling.
 */
function reportedText({ pieces }: Statement): string {
  return pieces
    .map((piece) => {
      if (piece.kind !== 'passage' && piece.reason === 'spelling')
        return piece.kind === 'omitted' ? piece.text : '';
      if (piece.kind === 'omitted') return '';
      return isBracketed(piece) ? ' ' : piece.text;
    })
    .join('');
}

const CHOOSE_OTHERS =
  'nothing was published; take words that the passages bear out, or name a passage with "from"';

const REPORT_BUG = 'nothing was published; report this as a bug of Synoptic, with the passage';

// ---------------------------------------------------------------------------------------------
// Ledger

function ledgerMessages(source: Source, claims: readonly Claim[]): readonly VFileMessage[] {
  const { report, text, placeAt } = source;
  const own = claims.filter((claim) => claim.report === report.id);
  return lostStretches(report, own, text).map(({ start, end }) =>
    message({
      rule: 'sentence-lost',
      file: report.file,
      place: placeAt(start),
      found: `words "${text.slice(start, end)}" in no fact`,
      expected: 'every sentence in a fact, or left out with a reason',
      advice: REPORT_BUG,
    }),
  );
}
