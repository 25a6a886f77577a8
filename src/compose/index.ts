import type { Config } from '../config/index.ts';
import { mainFact } from '../leading.ts';
import { LASTING, PARTS, type Part } from '../parts.ts';
import type { Briefing, Changes, Fact, Method, Report, Section } from '../types.ts';
import { bottomLine } from './bottom-line.ts';
import { coverage } from './coverage.ts';
import { divergences } from './divergences.ts';
import { gaps } from './gaps.ts';
import { keyFacts } from './key-facts.ts';
import { method } from './method.ts';
import { reliance } from './reliance.ts';
import type { Material } from './section.ts';
import { singleReport } from './single-report.ts';
import { sources } from './sources.ts';
import { speakers } from './speakers.ts';
import { timeline } from './timeline.ts';
import { titleOf } from './title.ts';
import { whatIsNew } from './what-is-new.ts';

/** What makes each part. A new one is a file and a line here, behind its name in `src/parts.ts`. */
const MAKERS: Readonly<
  Record<Part, (material: Material, setting: Setting) => Section | undefined>
> = {
  'bottom-line': bottomLine,
  // Two editions are held against each other once this one is whole: see `withChanges`.
  'what-is-new': () => undefined,
  'key-facts': keyFacts,
  divergences,
  speakers,
  timeline,
  'single-report': singleReport,
  gaps,
  coverage,
  reliance,
  sources,
  method: (material, setting) =>
    withTemplates(method(material, setting.method, setting.version), setting),
};

/** Say it where words may stand on the page that are no report's, and that nobody proved. */
function withTemplates(section: Section, { ownTemplates }: Setting): Section {
  if (section.kind !== 'method' || !ownTemplates) return section;
  return { ...section, paragraphs: [...section.paragraphs, OWN_TEMPLATES] };
}

const OWN_TEMPLATES =
  'Pages are laid out by templates of the editor’s own. Words that stand in those were not held against the reports.';

/** What a briefing is made from, beside the facts. */
export interface Setting {
  readonly config: Config;
  /** What stands in the editor's own style of citation; null where he names one of ours. */
  readonly citationStyle: string | null;
  /** The moment it speaks for, ISO 8601; null to take the last publication date. */
  readonly generated: string | null;
  /** One more than the number of the last edition. Default: 1. The editor may give a greater one. */
  readonly edition?: number;
  /** How it was told which claims state one fact. */
  readonly method: Method;
  /** Version of the program. */
  readonly version: string;
  /** Whether any template is the user's own. Default: none is. */
  readonly ownTemplates?: boolean;
}

/** Arrange facts and what was found about them as a document. An empty part is left out. */
export function compose(material: Material, setting: Setting): Briefing {
  const { config } = setting;
  // Each once, listed or not: the title and the data need some that are not shown.
  const made = new Map(PARTS.map((part) => [part, MAKERS[part](material, setting)]));
  const period = periodOf(material.reports);
  return {
    title: titleOf(config.title, mainFact(leadingOf(made, material.facts), material.facts)),
    language: config.language,
    generated: setting.generated ?? (period ? `${period.to}T00:00:00Z` : null),
    edition: Math.max(setting.edition ?? 1, config.edition ?? 1),
    changes: null,
    publish: config.publish,
    citing: {
      style: config.citations.style,
      locale: config.citations.locale ?? (config.locale === 'en' ? null : config.locale),
      house: config.locale,
      source: setting.citationStyle,
    },
    method: setting.method,
    period,
    ...material,
    utterances: utterancesOf(made),
    sections: listed(config.sections).flatMap((entry) => sectionOf(entry, made)),
  };
}

/**
 * Tell in a briefing what changed since the last edition, in a part of its own where anything did and
 * the editor has not switched that off.
 *
 * @param changes Null: there is no earlier edition, and the briefing stays as it is.
 * @param sections The parts that the editor lists, as in `briefing.yaml`. Default: all.
 */
export function withChanges(
  briefing: Briefing,
  changes: Changes | null,
  sections?: Config['sections'],
): Briefing {
  if (!changes) return briefing;
  const entries = listed(sections);
  const at = entries.findIndex(({ part }) => part === 'what-is-new');
  const [entry] = entries.slice(at);
  if (at < 0 || !entry) return { ...briefing, changes };
  const kinds = new Set(briefing.sections.map(({ kind }) => kind));
  const isThere = ({ part }: Listed) => part === undefined || kinds.has(part);
  const before = entries.slice(0, at).filter(isThere).length;
  return {
    ...briefing,
    changes,
    sections: [
      ...briefing.sections.slice(0, before),
      ...[sectionOf(entry, new Map([['what-is-new', whatIsNew(changes)]]))].flat(),
      ...briefing.sections.slice(before),
    ],
  };
}

/** Every part by its name; nothing where it would be empty. */
type MadeParts = ReadonlyMap<Part, Section | undefined>;

type Listed = NonNullable<Config['sections']>[number];

/** The parts that the editor lists, all where he lists none; behind them those that must be there. */
function listed(sections: Config['sections']): readonly Listed[] {
  const chosen: readonly Listed[] = sections ?? PARTS.map((part) => ({ part }));
  const missing = LASTING.filter((name) => chosen.every(({ part }) => part !== name));
  return [...chosen, ...missing.map((part) => ({ part }))];
}

/** A part, under the editor's heading where he gives one; nothing where it would be empty. */
function sectionOf({ part, template, heading }: Listed, made: MadeParts) {
  if (template !== undefined) return { kind: 'editors', heading: heading ?? '', template } as const;
  const section = part && made.get(part);
  if (!section) return [];
  return heading === undefined ? section : { ...section, heading };
}

/** The facts of the bottom line, whether or not it is shown: the title comes from them. */
function leadingOf(made: MadeParts, facts: readonly Fact[]): readonly Fact[] {
  const section = made.get('bottom-line');
  const ids = section?.kind === 'bottom-line' ? section.facts : [];
  return ids.flatMap((id) => facts.find((fact) => fact.id === id) ?? []);
}

/** Who said what, whether or not it is shown. */
function utterancesOf(made: MadeParts): Briefing['utterances'] {
  const section = made.get('speakers');
  return section?.kind === 'speakers' ? section.utterances : [];
}

function periodOf(reports: readonly Report[]): Briefing['period'] {
  const dates = reports.flatMap(({ metadata }) => metadata.published.value ?? []).sort();
  const [from] = dates;
  const to = dates.at(-1);
  return from && to ? { from, to } : null;
}
