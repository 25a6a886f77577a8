import { type ToldKind, toldChanges } from '../told-changes.ts';
import type { Changes, FactChange } from '../types.ts';

/** What is said at a fact of what became of it since the last edition. */
export interface NewsMark {
  readonly kind: 'new' | 'changed' | 'lost';
  readonly text: string;
  /** What goes on from it, for those who do not see what it stands beside: " since edition 2". */
  readonly since: string;
}

/**
 * Groups whose facts bear a mark. Of those that are only told elsewhere none does, and of those that
 * gained support only what has other words now.
 */
const MARKED: Readonly<Partial<Record<ToldKind, NewsMark['kind']>>> = {
  added: 'new',
  corrected: 'changed',
  restated: 'changed',
  lost: 'lost',
};

/** Id of a fact → what is said at it. */
export function newsMarks(changes: Changes | null): ReadonlyMap<string, NewsMark> {
  if (!changes) return new Map();
  const since = ` since edition ${changes.since.number}`;
  return new Map(
    toldChanges(changes).flatMap((group) => {
      return group.items.flatMap(({ id, before }) => {
        const isReworded = group.kind === 'gained' && before !== null;
        const kind = isReworded ? 'changed' : MARKED[group.kind];
        if (!kind || id === null) return [];
        return [[id, { kind, text: textOf(kind, id, changes), since }] as const];
      });
    }),
  );
}

function textOf(kind: NewsMark['kind'], id: string, changes: Changes): string {
  if (kind !== 'lost') return kind;
  const change = changes.facts.find((one) => one.fact === id && one.kind === 'changed');
  const many = change ? lostIn(change, changes) : 0;
  return many > 1 ? `lost ${many} reports` : 'lost a report';
}

/** How many reports that went or were corrected state it no more. */
const lostIn = ({ lost }: FactChange, { reports }: Changes): number =>
  lost.filter((file) =>
    reports.some((one) => one.file === file && ['removed', 'corrected'].includes(one.kind)),
  ).length;
