import { labelOf } from '../labels.ts';
import { html } from '../markup.ts';
import { contextTree } from '../trees.ts';
import type { Claim, Field, Locale, Passage, Report } from '../types.ts';
import { via } from '../wording.ts';
import type { Lookup } from './lookup.ts';

/** Names that the card shares with other parts of the page. */
interface Naming {
  readonly cardId: (claim: Claim) => string;
  readonly sentenceId: (report: Report, claim: Claim) => string;
  readonly sourceOf: (report: Report, passage: Passage) => string | null;
  readonly published: (field: Field<string>, locale: Locale) => unknown;
}

/** A passage in its sentence, with its report and who says so. */
export function cardOf(
  claim: Claim,
  lookup: Lookup,
  { cardId, sentenceId, sourceOf, published }: Naming,
) {
  const report = lookup.report(claim.report);
  return {
    id: cardId(claim),
    label: report ? labelOf(report) : claim.report,
    number: report?.number,
    outlet: report?.metadata.outlet.value ?? null,
    published: report ? published(report.metadata.published, lookup.briefing.house.locale) : null,
    words: html(contextTree(claim)),
    via: via(claim.attribution),
    sentence: report ? sentenceId(report, claim) : null,
    isPublic: lookup.briefing.publish === 'public',
    source: report ? sourceOf(report, claim.context) : null,
  };
}
