import { dateRange, fullDate } from '../dates.ts';
import { statingReports } from '../facts.ts';
import type { Briefing } from '../types.ts';
import { plural } from '../wording.ts';

/** The line under the title: what the briefing covers, and how far its dates can be trusted. */
export function deckOf({ period, reports, generated, house: { locale } }: Briefing): string {
  if (!period) return 'The reports give no publication date.';
  const inferred = reports.filter(({ metadata }) => metadata.published.basis === 'inferred').length;
  const which = inferred === reports.length ? 'dates' : `dates of ${inferred}`;
  return [
    `Reports of ${dateRange(period.from, period.to, locale)}`,
    generated && `as of ${fullDate(generated, locale)}`,
    inferred > 0 && `publication ${which} inferred from the texts`,
  ]
    .filter(Boolean)
    .join(' · ');
}

/** The figures of the briefing at a glance. */
export function figuresOf({ facts, analysis }: Briefing) {
  const shared = facts.filter((fact) => statingReports(fact).length > 1);
  const corroborated = shared.filter(({ id }) => (analysis.origins[id]?.length ?? 0) > 1);
  const open = analysis.divergences.filter(({ status }) => status !== 'wording');
  return [
    { value: facts.length, label: plural(facts.length, 'fact', 'facts') },
    { value: shared.length, label: 'in two reports or more' },
    { value: corroborated.length, label: 'from two origins or more' },
    { value: open.length, label: plural(open.length, 'difference', 'differences') },
  ];
}

/** "Edition 2 · 31 May 2024"; without a day where no report is dated. */
export function editionOf({ edition, generated, house: { locale } }: Briefing): string {
  const day = generated && fullDate(generated, locale);
  return [`Edition ${edition}`, day].filter(Boolean).join(' · ');
}
