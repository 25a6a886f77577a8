import type { Applied, DecisionKind, Method, Section } from '../types.ts';
import { plural } from '../wording.ts';
import type { Material } from './section.ts';

/** What the briefing says of how it was made: generated, with figures that were measured. */
export function method(material: Material, { by, provenance }: Method, version: string): Section {
  const { reports, facts, decisions } = material;
  const isReworded = decisions.some(({ kind }) => kind === 'reword');
  const own = isReworded
    ? 'Every statement is a report’s own words, save those marked as the editor’s'
    : 'Every statement is a report’s own words';
  const claims = facts.reduce((sum, fact) => sum + fact.claims.length, 0);
  return {
    kind: 'method',
    heading: 'Method and limits',
    paragraphs: [
      `Synoptic ${version} took ${reports.length} reports apart into ${claims} claims and brought those that state the same thing together, ${MEANS[by]}; no language model wrote any of this text. ${own}: what was left out is marked in the data, what was added stands in brackets${spellings(facts)}. Before publication each citation was checked against the bytes of its file, and each quotation, number and name against the passages cited.`,
      `Statements are joined when they are likely to be one fact, and may be joined wrongly or missed. ${measured(provenance)} What is close but perhaps not the same is shown apart, and not counted. Unnamed sources of one fact are counted as one origin, since they cannot be told apart. Speakers, dates and figures are read by rules and can be misread: the passages are there to be checked.`,
      ...(material.analysis.grading ? [GRADES] : []),
      ...editorial(decisions),
    ],
  };
}

/** That names are in one spelling, where some are. */
function spellings(facts: Material['facts']): string {
  const isSpelled = facts.some(({ statement: { pieces } }) =>
    pieces.some((piece) => piece.kind === 'added' && piece.reason === 'spelling'),
  );
  return isSpelled ? ', and names that reports spell differently are in one spelling' : '';
}

/** What the grades mean, and what they do not. */
const GRADES =
  'Credibility is graded from 1 to 6 on the scale of NATO STANAG 2511 by how the reports stand to one another, never by how reliable an outlet is: 1, confirmed by other independent sources: reports have it from two or more sources that they name; 2, probably true: from two or more origins, but whether they are independent is not certain; 3, possibly true: several reports, one origin; 4, doubtful: reports give different values, or one hands on that it is not so; 6, cannot be judged: one report alone has it, none has it as so, or a later report changed it. Whether a thing is logical in itself, which the scale also asks, no program can tell; 5, improbable, is therefore never given. Reliability, A to F, is the editor’s alone.';

/** How it was told that they do. */
const MEANS: Readonly<Record<Method['by'], string>> = {
  words: 'by the words they share',
  model: 'by the words they share and by a small model that compares passages two at a time',
  own: 'by a model of the editor’s own that compares passages two at a time',
};

/** What the editor decided, and why, by kind. */
function editorial(decisions: readonly Applied[]): readonly string[] {
  const told = (Object.keys(TOLD) as DecisionKind[]).flatMap((kind) => {
    const own = decisions.filter((decision) => decision.kind === kind);
    if (own.length === 0) return [];
    const reasons = [...new Set(own.flatMap(({ because }) => because ?? []))];
    const why = reasons.length > 0 ? ` (${reasons.join('; ')})` : '';
    return [`${own.length} ${plural(own.length, ...TOLD[kind])}${why}`];
  });
  return told.length === 0
    ? []
    : [`The editor decided on facts, each time by hand: ${told.join('; ')}.`];
}

/** What became of one fact by a kind of decision, and of several. */
const TOLD: Readonly<Record<DecisionKind, readonly [one: string, many: string]>> = {
  merge: ['time facts were merged', 'times facts were merged'],
  split: ['time passages were taken out of a fact', 'times passages were taken out of a fact'],
  reword: [
    'fact is stated in words that the editor chose',
    'facts are stated in words that the editor chose',
  ],
  pin: ['fact was put first', 'facts were put first'],
  suppress: ['fact is not printed', 'facts are not printed'],
};

/** The error rates that the weights were published with, in words. */
function measured(provenance: string): string {
  const figures = /links P ([\d.]+), R ([\d.]+).*stating a fact P ([\d.]+)/u.exec(provenance);
  if (!figures) return '';
  const [, precision, recall, certainPrecision] = figures.map(
    (figure) => `${Math.round(Number(figure) * 100)} %`,
  );
  return `On annotated events that the weights never saw, ${precision} of the pairs of sentences brought together state a common fact, and ${recall} of those that do were found; of the reports counted as stating a fact, ${certainPrecision} do.`;
}
