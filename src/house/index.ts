import type { Config } from '../config/index.ts';
import { edited, printedSpans, sourceOf } from '../edited.ts';
import { claimsById } from '../facts.ts';
import { respelled } from '../respelled.ts';
import { isEditors } from '../rewording.ts';
import { isBetweenMarks, isQuoted, isWithin } from '../spans.ts';
import type {
  Analysis,
  Claim,
  Entity,
  Fact,
  House,
  NonEmpty,
  Report,
  Span,
  Statement,
} from '../types.ts';
import { days } from './days.ts';
import { months } from './months.ts';
import { respellingsOf } from './respellings.ts';
import type { HouseRule, HouseSetting, Seen } from './rule.ts';
import { spelling } from './spelling.ts';
import { units } from './units.ts';
import { weeks } from './weeks.ts';
import { years } from './years.ts';

export type { HouseRule } from './rule.ts';

/** Rules of house style. A new one is a file and a line here. */
export const HOUSE_RULES: readonly HouseRule[] = [spelling, days, weeks, months, years, units];

/** What the house style is applied to. */
interface Told {
  readonly reports: readonly Report[];
  readonly facts: readonly Fact[];
  readonly entities: readonly Entity[];
  readonly analysis: Analysis;
}

/**
 * Write in one way what reports write in several: names, days, units. Each change is a piece of its
 * statement, so that the report's own words are still there; what is said, and which passages state it,
 * does not change. The editor's own words stay as he wrote them.
 */
export function inHouseStyle<T extends Told>(
  told: T,
  config: Pick<Config, 'locale' | 'units' | 'spelling'>,
): T & { readonly house: House } {
  const { reports, facts, entities, analysis } = told;
  const order = reports.map(({ id }) => id);
  const house: House = {
    locale: config.locale,
    units: config.units,
    spelling: respellingsOf(entities, { table: config.spelling, order }),
  };
  const setting = settingOf(house, reports);
  const named = (text: string) => respelled(text, house.spelling);
  const claims = claimsById(facts);
  const statements = new Map(
    facts.map((fact) => [fact.id, styled(fact.statement, claims, setting)]),
  );
  const moved = (id: string) => statements.get(id)?.moved;
  return {
    ...told,
    house,
    facts: facts.map((fact) => ({
      ...fact,
      statement: statements.get(fact.id)?.statement ?? fact.statement,
      claims: mapped(fact.claims, (claim) => withNames(claim, named)),
    })),
    entities: entities.map((entity) => ({ ...entity, name: named(entity.name) })),
    analysis: {
      ...analysis,
      ...namedIn(analysis, named),
      ...toldIn(analysis, (statement) => styled(statement, claims, setting), moved),
    },
  };
}

/** The stretches and statements of an analysis, by what became of the statements. */
function toldIn(
  { details, timeline, gaps }: Analysis,
  give: (statement: Statement) => Styled,
  moved: (fact: string) => Styled['moved'],
): Pick<Analysis, 'details' | 'timeline' | 'gaps'> {
  return {
    details: mapValues(details, (own, fact) =>
      own.map((detail) => ({ ...detail, ...movedSpan(detail, moved(fact)) })),
    ),
    timeline: timeline.map((entry) => {
      const { statement, moved: to } = give(entry.statement);
      const [words, dated] = [movedSpan(entry.words, to), movedSpan(entry.dated, to)];
      return { ...entry, statement, words, dated };
    }),
    gaps: gaps.map((gap) => ({
      ...gap,
      statement: gap.statement && give(gap.statement).statement,
    })),
  };
}

function settingOf(house: House, reports: readonly Report[]): HouseSetting {
  const published = new Map(
    reports.flatMap(({ id, metadata }) =>
      metadata.published.value === null ? [] : [[id, metadata.published.value] as const],
    ),
  );
  return { house, published, last: [...published.values()].sort().at(-1) };
}

// ---------------------------------------------------------------------------------------------
// Statements

/** A statement by all rules, and where places of its former text are now. */
interface Styled {
  readonly statement: Statement;
  /** Absent where nothing moved. */
  readonly moved?: (at: number) => number;
}

/** Apply all rules to a statement; the editor's own words stay. */
function styled(
  statement: Statement,
  claims: ReadonlyMap<string, Claim>,
  setting: HouseSetting,
): Styled {
  const claim = claims.get(statement.claim);
  if (!claim || isEditors(statement)) return { statement };
  const seen = seenIn(statement, claim, setting);
  return edited(statement, claim, {
    changes: HOUSE_RULES.flatMap(({ changes }) => changes(seen)),
    named: (speaker) => respelled(speaker, setting.house.spelling),
  });
}

function seenIn(statement: Statement, claim: Claim, setting: HouseSetting): Seen {
  const printed = printedSpans(statement);
  const own = claim.lead?.exact.length ?? 0;
  const source = sourceOf(claim);
  const isFree = (span: Span) =>
    printed.some((stretch) => isWithin(span, stretch)) &&
    !isQuoted(claim, { start: span.start - own, end: span.end - own }) &&
    !isBetweenMarks(source, span.start);
  const published = setting.published.get(claim.report) ?? null;
  return { statement, claim, source, own, isFree, published, setting };
}

function movedSpan({ start, end }: Span, moved: ((at: number) => number) | undefined): Span {
  return moved ? { start: moved(start), end: moved(end) } : { start, end };
}

// ---------------------------------------------------------------------------------------------
// Names outside statements

/** A claim whose sources are named in the spelling of the briefing; the report's is kept beside it. */
function withNames(claim: Claim, named: (text: string) => string): Claim {
  if (claim.attribution.every(({ name }) => named(name) === name)) return claim;
  return {
    ...claim,
    attribution: claim.attribution.map((link) => ({
      ...link,
      name: named(link.name),
      ...(named(link.name) === link.name ? {} : { written: link.written ?? link.name }),
    })),
  };
}

/** Names of origins, and of whom reports rely on. */
function namedIn(
  { origins, reliance }: Analysis,
  named: (text: string) => string,
): Pick<Analysis, 'origins' | 'reliance'> {
  return {
    origins: mapValues(origins, (own) =>
      own.map((origin) => ({
        ...origin,
        name: named(origin.name),
        because: named(origin.because),
      })),
    ),
    reliance: {
      ...reliance,
      nodes: reliance.nodes.map((node) => ({ ...node, name: named(node.name) })),
    },
  };
}

const mapped = <T>([first, ...rest]: NonEmpty<T>, give: (item: T) => T): NonEmpty<T> => [
  give(first),
  ...rest.map(give),
];

const mapValues = <V>(
  fields: Readonly<Record<string, V>>,
  give: (value: V, key: string) => V,
): Record<string, V> =>
  Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, give(value, key)]));
