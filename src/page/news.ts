import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { changedWords } from '../changed-words.ts';
import { fullDate } from '../dates.ts';
import { labelOf } from '../labels.ts';
import { html } from '../markup.ts';
import { placeOf, withNames, withoutPlaces } from '../named-places.ts';
import { type ToldGroup, type ToldItem, type ToldKind, toldChanges } from '../told-changes.ts';
import { standingNote } from '../told-facts.ts';
import { statementTree } from '../trees.ts';
import type { Changes, FactChange, Locale, ReportChange } from '../types.ts';
import type { FactRow } from './fact-row.ts';
import type { Lookup } from './lookup.ts';

/** With this many more than are shown, the rest of a group is folded where a form can fold. */
const SHOWN = 6;
const SPARED = 2;

/**
 * What changed since the last edition: a line of counts, the reports, then group by group what became
 * of facts and differences. What is stated now leads to where it is told; what was is marked as such.
 *
 * @param rowOf Gives the row of a fact.
 */
export function newsOf(
  changes: Changes,
  lookup: Lookup,
  rowOf: (id: string) => FactRow | undefined,
) {
  const telling = { changes, lookup, rowOf };
  const groups = toldChanges(quotable(changes), { nameOf: placeFor(telling) });
  return {
    since: sinceOf(changes, lookup.briefing.house.locale),
    counts: groups.map(({ kind, count }) => ({ id: idOf(kind), words: count })),
    reports: changes.reports.map((change) => reportOf(change, lookup)),
    groups: groups.filter(({ kind }) => kind !== 'reports').map((group) => groupOf(group, telling)),
  };
}

interface Telling {
  readonly changes: Changes;
  readonly lookup: Lookup;
  readonly rowOf: (id: string) => FactRow | undefined;
}

/** "edition 2 of 31 May 2024"; without a day where its record has none that can be read. */
export function sinceOf({ since: { number, generated, made } }: Changes, locale: Locale): string {
  const day = [generated, made].find((date) => date !== null && !Number.isNaN(Date.parse(date)));
  const date = day && /^\d{4}-\d{2}-\d{2}/u.exec(day)?.[0];
  return `edition ${number}${date ? ` of ${fullDate(date, locale)}` : ''}`;
}

const idOf = (kind: string): string => `new-${kind}`;

/** A report that came, went or was corrected; those that are there lead to their entries. */
function reportOf({ kind, file, was, outlet }: ReportChange, { briefing }: Lookup) {
  const report = briefing.reports.find((one) => one.file === file);
  const label = report ? labelOf(report) : (outlet ?? file);
  return {
    what: kind,
    label,
    source: report ? sourceId(report.number) : null,
    file: file === label ? null : file,
    was,
  };
}

const sourceId = (number: number): string => `source-${number}`;

// ---------------------------------------------------------------------------------------------
// Groups

function groupOf({ kind, heading, items }: ToldGroup, telling: Telling) {
  const made = items.map((item) => itemOf(item, kind, telling));
  // No contradiction, and nothing that a report changed: worth a look where anybody asks.
  const shown = kind === 'wordings' || kind === 'regrouped' ? 0 : SHOWN;
  const at = made.length > shown + SPARED || shown === 0 ? shown : made.length;
  return { id: idOf(kind), heading, kind, items: made.slice(0, at), more: made.slice(at) };
}

const itemOf = (item: ToldItem, kind: ToldKind, telling: Telling) => ({
  ...BARE,
  /** What words of the last edition are labelled with. */
  edition: `Edition ${telling.changes.since.number}`,
  ...(item.of === 'fact' ? factItem(item, kind, telling) : differenceItem(item, telling)),
});

/** A thing that changed, as templates place it. */
interface Item {
  /** Id of what it leads to; nothing where that is gone. */
  readonly to: string | null;
  /** The fact that tells it, for the number of its paragraph. */
  readonly fact: string | null;
  /** Ids of its facts that are there, parted by spaces. */
  readonly facts: string;
  readonly words: ReturnType<typeof html>;
  /** Whether its words are the last edition's, and no fact's of this one. */
  readonly isFormer: boolean;
  /** What stood in its place before. */
  readonly before: ReturnType<typeof html> | null;
  /** Whether what stood before may be folded: something else matters more. */
  readonly folded: boolean;
  readonly strip: FactRow['strip'] | null;
  readonly cites: Cites;
  /** The sides of a difference. */
  readonly values: readonly {
    readonly value: string;
    readonly isNew: boolean;
    readonly cites: Cites;
  }[];
  readonly tag: { readonly text: string; readonly warn: boolean } | null;
  readonly notes: readonly ReturnType<typeof html>[];
}

type Cites = FactRow['said'][number]['cites'];

const BARE: Omit<Item, 'words'> = {
  to: null,
  fact: null,
  facts: '',
  isFormer: false,
  before: null,
  folded: false,
  strip: null,
  cites: [],
  values: [],
  tag: null,
  notes: [],
};

/** Words of the last edition. Empty ones may not be printed: the briefing is public. */
const formerly = (words: string) => [plain(words === '' ? 'not reprinted here' : words)];

const plain = (value: string): ElementContent => ({ type: 'text', value });

// ---------------------------------------------------------------------------------------------
// Facts

function factItem(item: ToldItem, kind: ToldKind, telling: Telling): Partial<Item> & Worded {
  const { id, text, before } = item;
  // One id may be that of a fact that is gone, and of another one now.
  const change = telling.changes.facts.find(
    ({ fact, statement }) => fact === id && statement === text,
  );
  const notes = notesOf(item, change, telling);
  const row = change?.kind === 'gone' || id === null ? undefined : telling.rowOf(id);
  if (!row) return { words: html(formerly(text)), isFormer: true, notes };
  // Where more reports state it, their words may be better: that they do is what matters.
  const folded = kind === 'gained';
  const changed = before ? changedWords(before, text) : null;
  const fact = telling.lookup.fact(row.id);
  const now = changed && !folded ? changed.after : statementTree(fact?.statement ?? NO_WORDS);
  return {
    to: row.id,
    fact: row.id,
    facts: row.id,
    words: html(now),
    before: before === null ? null : html(changed?.before ?? formerly(before)),
    folded,
    strip: row.strip,
    cites: citesOf(row),
    tag: change?.standing ? { text: standingNote(change.standing), warn: isWeaker(change) } : null,
    // Where all is new, its citations say by whom.
    notes: kind === 'added' && change?.close.length === 0 ? [] : notes,
  };
}

type Worded = Pick<Item, 'words'>;

const NO_WORDS = { text: '', claim: '', pieces: [] };

/** Whether fewer stand behind it than did, or it is disputed or overtaken now. */
const isWeaker = ({ lost, standing }: FactChange): boolean =>
  lost.length > 0 || standing?.after === 'disputed' || standing?.after === 'superseded';

/** What else happened to it, with the reports that had to do with that. */
function notesOf({ notes }: ToldItem, change: FactChange | undefined, telling: Telling) {
  const tagged = change?.standing ? standingNote(change.standing) : null;
  return notes
    .filter((note) => note !== tagged)
    .map((note) => html(withNames(note, (number) => nameAt(number, telling))));
}

/** One figure a report, for the statement as a whole. */
function citesOf({ said }: FactRow): Cites {
  const byReport = new Map(said.flatMap(({ cites }) => cites).map((cite) => [cite.number, cite]));
  return [...byReport.values()].sort((a, b) => a.number - b.number);
}

// ---------------------------------------------------------------------------------------------
// Differences

function differenceItem(
  { id, facts, text, before, values, notes: [kind = '', ...notes] }: ToldItem,
  { lookup, changes }: Telling,
): Partial<Item> & Worded {
  const was = changes.divergences.find((one) => one.divergence === id)?.was ?? null;
  const difference = lookup.analysis.divergences.find((one) => one.id === id);
  const known = facts.filter((fact) => lookup.fact(fact));
  const [fact = null] = known;
  const told = before ?? (difference ? null : values.join(' / '));
  return {
    to: difference ? id : fact,
    fact,
    facts: known.join(' '),
    words: html(formerly(text)),
    before: told === null ? null : html(formerly(told)),
    values: (difference?.sides ?? []).map(({ value, claims }) => ({
      value,
      isNew: was !== null && !was.includes(value),
      cites: lookup.cites(
        claims.flatMap((claim) => lookup.claim(claim) ?? []),
        undefined,
      ),
    })),
    tag: { text: kind, warn: false },
    notes: notes.map((note) => html([plain(note)])),
  };
}

// ---------------------------------------------------------------------------------------------
// Names of reports

/** Files of the reports that are there, and of those that were. */
const filesOf = ({ lookup, changes }: Pick<Telling, 'lookup' | 'changes'>): readonly string[] => [
  ...lookup.briefing.reports.map(({ file }) => file),
  ...changes.reports.filter(({ kind }) => kind === 'removed').map(({ file }) => file),
];

const placeFor =
  (telling: Telling) =>
  (file: string): string => {
    const at = filesOf(telling).indexOf(file);
    return at < 0 ? withoutPlaces(file) : placeOf(at);
  };

/** Changes whose passages, which notes may quote, hold nothing that stands for a name. */
const quotable = (changes: Changes): Changes => ({
  ...changes,
  facts: changes.facts.map((change) => ({
    ...change,
    reworded: change.reworded.map(({ file, before, after }) => ({
      file,
      before: withoutPlaces(before),
      after: withoutPlaces(after),
    })),
    close: change.close.map(({ file, exact }) => ({ file, exact: withoutPlaces(exact) })),
  })),
});

/** The name of a report: of one that is there, leading to its entry. */
function nameAt(number: number, { lookup, changes }: Telling): ElementContent {
  const file = filesOf({ lookup, changes })[number] ?? '';
  const report = lookup.briefing.reports.find((one) => one.file === file);
  if (report) return h('a', { href: `#${sourceId(report.number)}` }, labelOf(report));
  const outlet = changes.reports.find((one) => one.file === file)?.outlet;
  const edition = `edition ${changes.since.number}`;
  return plain(`${outlet ? `${outlet}, ` : ''}file ${file} of ${edition}`);
}
