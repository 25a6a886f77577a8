import type { Section } from '../types.ts';
import type { Material } from './section.ts';

/** What the briefing says of how it was made: generated, with figures that were measured. */
export function method(material: Material, provenance: string, version: string): Section {
  const { reports, facts } = material;
  const claims = facts.reduce((sum, fact) => sum + fact.claims.length, 0);
  return {
    kind: 'method',
    heading: 'Method and limits',
    paragraphs: [
      `Synoptic ${version} took ${reports.length} reports apart into ${claims} claims and brought those that state the same thing together, by the words they share; no language model wrote any of this text. Every statement is a report’s own words: what was left out is marked in the data, what was added stands in brackets. Before publication each citation was checked against the bytes of its file, and each quotation, number and name against the passages cited.`,
      `Statements are joined when they are likely to be one fact, and may be joined wrongly or missed. ${measured(provenance)} What is close but perhaps not the same is shown apart, and not counted. Unnamed sources of one fact are counted as one origin, since they cannot be told apart. Speakers, dates and figures are read by rules and can be misread: the passages are there to be checked.`,
    ],
  };
}

/** The error rates that the weights were published with, in words. */
function measured(provenance: string): string {
  const figures = /links P ([\d.]+), R ([\d.]+).*stating a fact P ([\d.]+)/u.exec(provenance);
  if (!figures) return '';
  const [, precision, recall, certainPrecision] = figures.map(
    (figure) => `${Math.round(Number(figure) * 100)} %`,
  );
  return `On annotated events that the weights never saw, ${precision} of the pairs of sentences brought together state a common fact, and ${recall} of those that do were found; of the reports counted as stating a fact, ${certainPrecision} do.`;
}
