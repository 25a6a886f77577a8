import { areSameWords } from './near-words.ts';
import type { ToldItem, ToldKind } from './told-changes.ts';
import type { FactChange, Reworded, Standing } from './types.ts';
import { plural } from './wording.ts';
import { apart } from './wordings-apart.ts';

/** What happened to the reports themselves. */
export interface News {
  /** Files of reports that say now what they did not say, or were not there. */
  readonly fresh: ReadonlySet<string>;
  /** Files of reports that do not say any more what they said. */
  readonly stale: ReadonlySet<string>;
  readonly named: (files: readonly string[]) => string;
}

/**
 * What is told of a fact, the gravest first. A report that did not change said it before as well, and
 * says it still: where its passages are only counted elsewhere, nothing is new or gone.
 */
const GRAVEST: readonly (readonly [
  kind: ToldKind,
  holds: (change: FactChange, news: News) => boolean,
])[] = [
  ['added', ({ kind, parted }) => kind === 'added' && parted.length === 0],
  ['gone', ({ kind, lost }, { stale }) => kind === 'gone' && lost.some((file) => stale.has(file))],
  ['corrected', ({ corrected }) => corrected.length > 0],
  ['lost', ({ lost, kind }, { stale }) => kind !== 'gone' && lost.some((file) => stale.has(file))],
  ['close', ({ close }) => close.length > 0],
  ['gained', ({ gained }, { fresh }) => gained.some((file) => fresh.has(file))],
  ['restated', ({ restated }) => restated !== null],
  [
    'regrouped',
    ({ kind, gained, lost, joined }) =>
      kind !== 'changed' || [gained, lost, joined].some((some) => some.length > 0),
  ],
];

/** The group that a fact is told in. */
export const factKind = (change: FactChange, news: News): ToldKind =>
  GRAVEST.find(([, holds]) => holds(change, news))?.[0] ?? 'standing';

const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  corroborated: 'two origins or more',
  'one-origin': 'one origin',
  'single-source': 'one report alone',
  disputed: 'the reports differ',
  superseded: 'updated by a later report',
};

/** How a fact stands now, and stood before: "one origin; before: two origins or more". */
export const standingNote = ({ before, after }: NonNullable<FactChange['standing']>): string =>
  `${STANDING_WORDS[after]}; before: ${STANDING_WORDS[before]}`;

export function factItem(change: FactChange, news: News): ToldItem {
  const { fact, statement, restated, gained, lost, corrected, close } = change;
  return {
    of: 'fact',
    id: fact,
    facts: [fact],
    text: statement,
    before: restated,
    values: [],
    reports: [...new Set([...gained, ...lost, ...corrected, ...close.map(({ file }) => file)])],
    notes: NOTES.flatMap((note) => note(change, news) ?? []),
  };
}

/** What may have happened to a fact, each in a few words; nothing where it did not. */
const NOTES: readonly ((change: FactChange, news: News) => string | null)[] = [
  ({ close }, { named }) =>
    close
      .map(({ file, exact }) => `${named([file])}, close to it and not counted: “${exact}”`)
      .join('; ') || null,
  ({ kind, gained, parted }, { fresh, named }) => {
    const files = kind === 'added' ? gained : gained.filter((file) => fresh.has(file));
    const lead = kind === 'added' && parted.length === 0 ? 'in' : 'now also in';
    return telling(
      lead,
      parted.length > 0 ? files.filter((file) => fresh.has(file)) : files,
      named,
    );
  },
  ({ kind, lost, withdrawn }, { stale, named }) => {
    const files = lost.filter((file) => !withdrawn.includes(file));
    const lead = kind === 'gone' ? 'was in' : 'no longer in';
    return telling(lead, kind === 'gone' ? files : files.filter((file) => stale.has(file)), named);
  },
  ({ withdrawn }, { named }) => telling('no longer in the corrected', withdrawn, named),
  ({ reworded, restated }, { named }) =>
    reworded
      .filter((one) => !isShown(one, restated))
      .map((one) => {
        const { before, after } = apart(one.before, one.after);
        return `${named([one.file])}: “${before}” is “${after}” now`;
      })
      .join('; ') || null,
  ({ corrected, reworded, restated }, { named }) => {
    const told = reworded.flatMap((one) => (isShown(one, restated) ? [] : one.file));
    const files = corrected.filter((file) => !told.includes(file));
    return telling('changed by a correction of', files, named);
  },
  ({ kind, gained }, { fresh, named }) =>
    kind === 'changed'
      ? telling(
          'counted with it now:',
          gained.filter((file) => !fresh.has(file)),
          named,
        )
      : null,
  ({ kind, lost }, { stale, named }) =>
    kind === 'changed'
      ? telling(
          'counted elsewhere now:',
          lost.filter((file) => !stale.has(file)),
          named,
        )
      : null,
  ({ kind, lost }, { stale }) =>
    kind === 'gone' && !lost.some((file) => stale.has(file))
      ? 'not told any more; its reports are as they were'
      : null,
  ({ joined }) =>
    joined.length > 0
      ? `one with ${joined.length} other ${plural(joined.length, 'fact', 'facts')} of the last edition`
      : null,
  ({ parted }) => (parted.length > 0 ? 'told by itself now' : null),
  ({ standing }) => standing && standingNote(standing),
];

/** Whether what a report said is what was printed: then both statements show what changed. */
const isShown = ({ before }: Reworded, restated: string | null): boolean =>
  restated !== null && areSameWords(before, restated);

const telling = (lead: string, files: readonly string[], named: News['named']): string | null =>
  files.length > 0 ? `${lead} ${named(files)}` : null;
