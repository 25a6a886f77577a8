import type { Config } from '../config/index.ts';
import { mainFact } from '../leading.ts';
import type { Briefing, Fact, Method, Report, Section } from '../types.ts';
import { bottomLine } from './bottom-line.ts';
import { coverage } from './coverage.ts';
import { divergences } from './divergences.ts';
import { gaps } from './gaps.ts';
import { keyFacts } from './key-facts.ts';
import { method } from './method.ts';
import { reliance } from './reliance.ts';
import type { Material, SectionMaker } from './section.ts';
import { singleReport } from './single-report.ts';
import { sources } from './sources.ts';
import { speakers } from './speakers.ts';
import { timeline } from './timeline.ts';
import { titleOf } from './title.ts';

/** The parts in their order. A new part is a file and a line here. */
const SECTIONS: readonly SectionMaker[] = [
  bottomLine,
  keyFacts,
  divergences,
  speakers,
  timeline,
  singleReport,
  gaps,
  coverage,
  reliance,
  sources,
];

/** What a briefing is made from, beside the facts. */
export interface Setting {
  readonly config: Config;
  /** What stands in the editor's own style of citation; null where he names one of ours. */
  readonly citationStyle: string | null;
  /** The moment it speaks for, ISO 8601; null to take the last publication date. */
  readonly generated: string | null;
  /** How it was told which claims state one fact. */
  readonly method: Method;
  /** Version of the program. */
  readonly version: string;
}

/** Arrange facts and what was found about them as a document. An empty part is left out. */
export function compose(material: Material, setting: Setting): Briefing {
  const { config, version } = setting;
  const sections = SECTIONS.flatMap((make): Section[] => {
    const section = make(material);
    return section ? [section] : [];
  });
  const period = periodOf(material.reports);
  return {
    title: titleOf(config.title, mainFact(leadingIn(sections, material.facts), material.facts)),
    language: config.language,
    generated: setting.generated ?? (period ? `${period.to}T00:00:00Z` : null),
    edition: config.edition,
    publish: config.publish,
    citing: {
      style: config.citations.style,
      locale: config.citations.locale ?? null,
      source: setting.citationStyle,
    },
    method: setting.method,
    period,
    ...material,
    sections: [...sections, method(material, setting.method, version)],
  };
}

/** The facts of the bottom line. */
function leadingIn(sections: readonly Section[], facts: readonly Fact[]): readonly Fact[] {
  const ids = sections.flatMap((part) => (part.kind === 'bottom-line' ? part.facts : []));
  return ids.flatMap((id) => facts.find((fact) => fact.id === id) ?? []);
}

function periodOf(reports: readonly Report[]): Briefing['period'] {
  const dates = reports.flatMap(({ metadata }) => metadata.published.value ?? []).sort();
  const [from] = dates;
  const to = dates.at(-1);
  return from && to ? { from, to } : null;
}
