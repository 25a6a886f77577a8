import { type CslName, cslItem } from '../csl.ts';
import { dataBlock } from '../data-block.ts';
import type { Briefing, Report } from '../types.ts';

/**
 * What the briefing is and which reports it rests on, in the vocabulary of schema.org, for programs
 * that read pages. What is not known is left out.
 */
export function jsonLd(briefing: Briefing, version: string): string {
  const { title, language, generated, period, edition, reports } = briefing;
  return dataBlock({
    '@context': 'https://schema.org',
    '@type': 'Report',
    name: title.text,
    inLanguage: language,
    ...(generated ? { datePublished: generated } : {}),
    ...(period ? { temporalCoverage: `${period.from}/${period.to}` } : {}),
    version: edition,
    creator: { '@type': 'SoftwareApplication', name: 'Synoptic', softwareVersion: version },
    isBasedOn: reports.map(articleOf),
    citation: reports.map((report) => ({ '@id': nameOf(report) })),
  });
}

/** Its entry among the sources stands for it. */
const nameOf = ({ number }: Report): string => `#source-${number}`;

function articleOf(report: Report) {
  const item = cslItem(report);
  const { published, updated } = report.metadata;
  const outlet = item['container-title'];
  return {
    '@id': nameOf(report),
    '@type': 'NewsArticle',
    position: report.number,
    ...(item.title ? { headline: item.title } : {}),
    ...(outlet ? { publisher: { '@type': 'Organization', name: outlet } } : {}),
    ...(item.author ? { author: item.author.map(authorOf) } : {}),
    ...(published.value ? { datePublished: published.value } : {}),
    ...(updated.value ? { dateModified: updated.value } : {}),
    ...(item.URL ? { url: item.URL } : {}),
    ...(item.language ? { inLanguage: item.language } : {}),
    ...(item.section ? { articleSection: item.section } : {}),
  };
}

/** Whether a byline names a person or a desk is told only where its given name is known as one. */
const authorOf = (name: CslName) =>
  'literal' in name
    ? { name: name.literal }
    : {
        '@type': 'Person',
        name: `${name.given} ${name.family}`,
        givenName: name.given,
        familyName: name.family,
      };
