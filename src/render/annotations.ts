import { claimsById } from '../facts.ts';
import type { Briefing, Claim, Fact, Report } from '../types.ts';
import type { Renderer } from './renderer.ts';

const FILE = 'annotations.jsonld';

/**
 * Every passage as an annotation of its report, in the Web Annotation Data Model of the W3C: one
 * collection with one page. Nothing is fetched to write it, its context least of all.
 */
export const annotations: Renderer = {
  file: FILE,
  needsBrowser: false,
  reads: [],
  render: async (briefing, { version }) => ({
    bytes: new TextEncoder().encode(
      `${JSON.stringify(collectionOf(briefing, version), null, 2)}\n`,
    ),
    missing: [],
  }),
};

function collectionOf(briefing: Briefing, version: string) {
  const { facts, reports } = briefing;
  const items = [...claimsById(facts).values()].flatMap((claim) => {
    const report = reports.find(({ id }) => id === claim.report);
    return report ? [annotationOf(claim, report, briefing)] : [];
  });
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: FILE,
    type: 'AnnotationCollection',
    label: briefing.title.text,
    ...(briefing.generated ? { created: briefing.generated } : {}),
    generator: { type: 'Software', name: 'Synoptic', 'schema:softwareVersion': version },
    total: items.length,
    first: { id: `${FILE}#page`, type: 'AnnotationPage', partOf: FILE, startIndex: 0, items },
  };
}

function annotationOf(claim: Claim, report: Report, { facts, language }: Briefing) {
  const bodies = facts
    .filter(({ claims }) => claims.some(({ id }) => id === claim.id))
    .flatMap((fact) => bodiesOf(claim, fact, language));
  return {
    id: `${FILE}#${claim.id}`,
    type: 'Annotation',
    motivation: 'linking',
    body: bodies,
    target: targetsOf(claim, report),
  };
}

/** The fact's statement, where the passage counts as stating it, and the fact's place on the page. */
function bodiesOf(claim: Claim, fact: Fact, language: string): readonly object[] {
  const link = { type: 'SpecificResource', source: `index.html#${fact.id}`, purpose: 'linking' };
  if (fact.uncertain.includes(claim.id)) return [link];
  const statement = {
    type: 'TextualBody',
    value: fact.statement.text,
    format: 'text/plain',
    language,
    purpose: 'describing',
  };
  return [statement, link];
}

/**
 * The passage where the outlet published it, by its words alone, and in the file that was read, also
 * by its place there. The file's hash says which bytes the place is good for.
 */
function targetsOf(claim: Claim, report: Report): readonly object[] {
  const { file, sha256, part, metadata } = report;
  const { exact, prefix, suffix } = claim;
  const quote = {
    type: 'TextQuoteSelector',
    exact,
    ...(prefix ? { prefix } : {}),
    ...(suffix ? { suffix } : {}),
  };
  const url = metadata.url.value;
  return [
    ...(url ? [{ type: 'SpecificResource', source: url, selector: quote }] : []),
    {
      type: 'SpecificResource',
      source: { id: encodeURIComponent(file), 'schema:sha256': sha256 },
      // Places in a part of a file, such as the text of a PDF, are none of the file's.
      selector: part === null ? [quote, placeOf(claim, report)] : quote,
    },
  ];
}

/** The standard counts characters (code points), not the code units of a program. */
function placeOf({ start, end }: Claim, { wide }: Report) {
  const counted = (at: number) => at - wide.filter((place) => place < at).length;
  return { type: 'TextPositionSelector', start: counted(start), end: counted(end) };
}
