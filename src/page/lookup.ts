import type { Citations } from '../citing.ts';
import { claimsById } from '../facts.ts';
import { labelOf } from '../labels.ts';
import { notedPassages, paragraphsOf } from '../paragraphs.ts';
import { atPassage } from '../text-fragments.ts';
import type { Analysis, Briefing, Claim, Fact, Passage, Report } from '../types.ts';

/** A small figure behind a statement: the report's number, and where its passage is. */
export interface Cite {
  readonly number: number;
  /** Id of the passage's card. */
  readonly card: string;
  readonly claim: string;
  /** Id of the passage in the notes; null where it has none there. */
  readonly note: string | null;
  /** Whether the statement's words are this passage's, where there are others. */
  readonly own: boolean;
  readonly label: string;
}

/** Finds things of a briefing by their ids, and names them for the reader. */
export interface Lookup {
  readonly briefing: Briefing;
  readonly analysis: Analysis;
  readonly citations: Citations;
  readonly fact: (id: string) => Fact | undefined;
  readonly claim: (id: string) => Claim | undefined;
  readonly report: (id: string) => Report | undefined;
  /** Number of the paragraph that tells a fact in full; null where none does. */
  readonly paragraph: (fact: string) => number | null;
  /** Id of a claim's passage in the notes; null where it has none there. */
  readonly note: (claim: string) => string | null;
  /** A claim of the sentence before another claim's in its report, where that states a fact. */
  readonly sentenceBefore: (claim: Claim) => Claim | undefined;
  /**
   * Cite claims: one figure a report; where a report has several, for the passage that the words
   * are from.
   */
  readonly cites: (claims: readonly Claim[], words: Claim | undefined) => readonly Cite[];
}

export function lookupOf(briefing: Briefing, citations: Citations = new Map()): Lookup {
  const facts = new Map(briefing.facts.map((fact) => [fact.id, fact]));
  const claims = claimsById(briefing.facts);
  const reports = new Map(briefing.reports.map((report) => [report.id, report]));
  const paragraphs = paragraphsOf(briefing);
  const notes = notedPassages(briefing);
  const note = (claim: string) => notes.get(claim) ?? null;
  const bySentence = new Map(
    [...claims.values()].map((claim) => [`${claim.report} ${claim.sentence}`, claim]),
  );
  return {
    briefing,
    analysis: briefing.analysis,
    citations,
    fact: (id) => facts.get(id),
    claim: (id) => claims.get(id),
    report: (id) => reports.get(id),
    paragraph: (fact) => paragraphs.get(fact) ?? null,
    note,
    sentenceBefore: ({ report, sentence }) =>
      FAR.map((back) => bySentence.get(`${report} ${sentence - back}`)).find(
        (claim) => claim !== undefined,
      ),
    cites: (cited, words) => citesOf(cited, words, { report: (id) => reports.get(id), note }),
  };
}

/** How many sentences back one may stand: of several that are one utterance only the first is a claim. */
const FAR = [1, 2, 3] as const;

function citesOf(
  claims: readonly Claim[],
  words: Claim | undefined,
  { report: reportOf, note }: Pick<Lookup, 'report' | 'note'>,
): readonly Cite[] {
  const byReport = new Map<string, Claim>();
  for (const claim of claims) {
    if (!byReport.has(claim.report) || claim.id === words?.id) byReport.set(claim.report, claim);
  }
  return [...byReport.values()].flatMap((claim) => {
    const report = reportOf(claim.report);
    if (!report) return [];
    return [
      {
        number: report.number,
        card: cardId(claim),
        claim: claim.id,
        note: note(claim.id),
        own: claim.id === words?.id && claims.length > 1,
        // The figure is part of the name: who speaks to the machine says what he sees.
        label: `${report.number}: passage in ${labelOf(report)}`,
      },
    ];
  });
}

/** Id of the card that shows a claim's passage. */
export const cardId = ({ id }: Claim): string => `p-${id}`;

/** Id of the sentence that a claim stands in, in the report's text. */
export const sentenceId = (report: Report, { context }: Claim): string =>
  `r${report.number}-${context.start}`;

/** Id of the place where stands what a report alone has. */
export const aloneId = ({ number }: Report): string => `alone-${number}`;

/**
 * Address that opens the report's page at a passage, where browsers can; null where none is known.
 */
export function sourceOf({ metadata, blocks, leftOut }: Report, { exact }: Passage): string | null {
  const { value } = metadata.url;
  const text = [...blocks.map(({ content }) => content.text), ...leftOut.map((part) => part.text)];
  return value && atPassage(value, exact, text.join('\n'));
}
