import { factItem, factKind, type News } from './told-facts.ts';
import type { Changes, DivergenceChange, NonEmpty, ReportChange } from './types.ts';
import { capitalized, KIND_WORDS, list, plural } from './wording.ts';

/** What a group of changes is about, in the order in which they are told. */
export type ToldKind =
  | 'reports'
  | 'added'
  | 'close'
  | 'gone'
  | 'corrected'
  | 'lost'
  | 'gained'
  | 'restated'
  | 'standing'
  | 'opened'
  | 'settled'
  | 'closed'
  | 'differing'
  | 'wordings'
  | 'regrouped';

/** One thing that changed, in words. */
export interface ToldItem {
  /** What it is of: a fact or a difference has an id, a report has none. */
  readonly of: 'report' | 'fact' | 'divergence';
  /** Id of the fact or difference; in the earlier edition where it is gone. Null for a report. */
  readonly id: string | null;
  /** Ids of the facts that it is about, in the edition that it is of; none for a report. */
  readonly facts: readonly string[];
  /** What is stated; of a report, its name; of a difference, what has the values. */
  readonly text: string;
  /** What was stated before, where that was something else; of a difference, its values then. */
  readonly before: string | null;
  /** The values of a difference's sides; none elsewhere. */
  readonly values: readonly string[];
  /** Files of the reports that it has to do with: those gained, lost and corrected. */
  readonly reports: readonly string[];
  /** What happened, each in a few words: "now also in b.md". */
  readonly notes: readonly string[];
}

/** Changes of one kind under a heading. */
export interface ToldGroup {
  readonly kind: ToldKind;
  readonly heading: string;
  /** How many, in words: "3 new facts". */
  readonly count: string;
  readonly items: NonEmpty<ToldItem>;
}

/** How changes are told. */
export interface Telling {
  /** What a report is called, by its file. Default: the file. */
  readonly nameOf?: (file: string) => string;
}

interface GroupForm {
  readonly kind: ToldKind;
  readonly heading: string;
  readonly one: string;
  readonly many: string;
}

const GROUPS: readonly GroupForm[] = [
  { kind: 'reports', heading: 'Reports', one: 'report', many: 'reports' },
  { kind: 'added', heading: 'New', one: 'new fact', many: 'new facts' },
  {
    kind: 'close',
    heading: 'Close to what is stated, and perhaps new',
    one: 'fact with something close to it',
    many: 'facts with something close to them',
  },
  {
    kind: 'gone',
    heading: 'No longer stated',
    one: 'fact no longer stated',
    many: 'facts no longer stated',
  },
  { kind: 'corrected', heading: 'Corrected', one: 'fact corrected', many: 'facts corrected' },
  { kind: 'lost', heading: 'Lost support', one: 'fact lost support', many: 'facts lost support' },
  {
    kind: 'gained',
    heading: 'Gained support',
    one: 'fact gained support',
    many: 'facts gained support',
  },
  {
    kind: 'restated',
    heading: 'Said otherwise',
    one: 'fact said otherwise',
    many: 'facts said otherwise',
  },
  {
    kind: 'standing',
    heading: 'Standing changed',
    one: 'fact stands otherwise',
    many: 'facts stand otherwise',
  },
  {
    kind: 'opened',
    heading: 'Differences opened',
    one: 'difference opened',
    many: 'differences opened',
  },
  {
    kind: 'settled',
    heading: 'Differences settled by a later report',
    one: 'difference settled',
    many: 'differences settled',
  },
  { kind: 'closed', heading: 'Differences gone', one: 'difference gone', many: 'differences gone' },
  {
    kind: 'differing',
    heading: 'Differences with other values',
    one: 'difference with other values',
    many: 'differences with other values',
  },
  // No contradiction, and nothing that a report changed: told last, and by those who have room.
  {
    kind: 'wordings',
    heading: 'Wordings that differ otherwise',
    one: 'wording differs otherwise',
    many: 'wordings differ otherwise',
  },
  {
    kind: 'regrouped',
    heading: 'Grouped otherwise, by no change of a report',
    one: 'fact grouped otherwise',
    many: 'facts grouped otherwise',
  },
];

/**
 * Put the changes from one edition to the next into groups that a reader asks for one after the other.
 * Each change is told once, in the group that matters most for it, with all that happened to it.
 *
 * @returns Groups that have something to tell, in order; none where nothing changed.
 */
export function toldChanges(changes: Changes, telling: Telling = {}): readonly ToldGroup[] {
  const { nameOf = (file: string) => file } = telling;
  const filesOf = (...kinds: readonly ReportChange['kind'][]) =>
    new Set(changes.reports.flatMap(({ kind, file }) => (kinds.includes(kind) ? [file] : [])));
  const news: News = {
    fresh: filesOf('added', 'corrected'),
    stale: filesOf('removed', 'corrected'),
    named: (files) => list(files.map(nameOf)),
  };
  const told: readonly (readonly [ToldKind, ToldItem])[] = [
    ...changes.reports.map((change) => ['reports', reportItem(change, nameOf)] as const),
    ...changes.facts.map((change) => [factKind(change, news), factItem(change, news)] as const),
    ...changes.divergences.map((one) => [divergenceKind(one), divergenceItem(one)] as const),
  ];
  return GROUPS.flatMap(({ kind, heading, one, many }): readonly ToldGroup[] => {
    const [first, ...rest] = told.flatMap(([of, item]) => (of === kind ? [item] : []));
    if (!first) return [];
    const count =
      kind === 'reports'
        ? reportCounts(changes.reports)
        : `${rest.length + 1} ${plural(rest.length + 1, one, many)}`;
    return [{ kind, heading, count, items: [first, ...rest] }];
  });
}

/** All that changed, in one line: "1 report added, 3 new facts, 1 difference opened". */
export const countsOf = (groups: readonly ToldGroup[]): string =>
  groups.length === 0 ? 'nothing changed' : groups.map(({ count }) => count).join(', ');

// ---------------------------------------------------------------------------------------------
// Reports

type Named = (file: string) => string;

const REPORT_NOTES: Readonly<Record<ReportChange['kind'], string>> = {
  added: 'added',
  removed: 'removed',
  corrected: 'corrected',
  renamed: 'renamed',
};

/** "2 reports added, 1 corrected". */
function reportCounts(changes: readonly ReportChange[]): string {
  const kinds = [...new Set(changes.map(({ kind }) => kind))];
  return kinds
    .map((kind, index) => {
      const count = changes.filter((change) => change.kind === kind).length;
      return `${count} ${index === 0 ? `${plural(count, 'report', 'reports')} ` : ''}${kind}`;
    })
    .join(', ');
}

function reportItem({ kind, file, was, outlet }: ReportChange, nameOf: Named): ToldItem {
  const name = nameOf(file);
  return {
    of: 'report',
    id: null,
    facts: [],
    text: outlet === null || name === outlet ? name : `${outlet} (${name})`,
    before: null,
    values: [],
    reports: [file],
    notes: [was === null ? REPORT_NOTES[kind] : `${REPORT_NOTES[kind]}, was ${was}`],
  };
}

// ---------------------------------------------------------------------------------------------
// Differences

const DIVERGENCE_KINDS: Readonly<Record<DivergenceChange['kind'], ToldKind>> = {
  opened: 'opened',
  settled: 'settled',
  gone: 'closed',
  changed: 'differing',
};

const divergenceKind = ({ kind, status }: DivergenceChange): ToldKind =>
  status === 'wording' ? 'wordings' : DIVERGENCE_KINDS[kind];

const WORDING_NOTES: Readonly<Record<DivergenceChange['kind'], readonly string[]>> = {
  opened: ['new'],
  settled: [],
  gone: ['no longer'],
  changed: [],
};

function divergenceItem(change: DivergenceChange): ToldItem {
  const { kind, divergence, facts, about, what, statement, status, values, was } = change;
  // What happened to people names itself, as on the page; all else is told by its fact.
  const text = what.startsWith('people ') ? capitalized(what) : statement;
  return {
    of: 'divergence',
    id: divergence,
    facts,
    text,
    before: was === null ? null : was.join(' / '),
    values,
    reports: [],
    notes: [KIND_WORDS[about], ...(status === 'wording' ? WORDING_NOTES[kind] : [])],
  };
}
