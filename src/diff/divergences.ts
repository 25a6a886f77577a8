import { DIFFERENCE_SORTS } from '../difference-sorts.ts';
import type { KeyedFact } from '../edition-facts.ts';
import { oneToOne } from '../one-to-one.ts';
import { byCodeUnits } from '../order.ts';
import type {
  DivergenceChange,
  EditionRecord,
  RecordedDivergence,
  RecordedFact,
} from '../types.ts';
import type { Comparison } from './comparison.ts';

/** A difference of an edition, with what can be found in the other one. */
interface Keyed {
  readonly divergence: RecordedDivergence;
  /** Keys of the claims of each side. */
  readonly sides: readonly ReadonlySet<string>[];
  readonly values: ReadonlySet<string>;
  /** Its facts, as those of the later edition where they go on there. */
  readonly facts: ReadonlySet<KeyedFact>;
}

/** Records of the two editions. */
interface Records {
  readonly before: EditionRecord;
  readonly after: EditionRecord;
}

/** What happened to the differences: those of the later edition in its order, then what is gone. */
export function changedDivergences(
  records: Records,
  comparison: Comparison,
): readonly DivergenceChange[] {
  const { continued, joined } = comparison;
  const lasting = (fact: KeyedFact<RecordedFact>) =>
    continued.get(fact) ?? joined.get(fact) ?? fact;
  const before = keyed(records.before.divergences, comparison.before, lasting);
  const after = keyed(records.after.divergences, comparison.after, (fact) => fact);
  const matched = match(before, after);
  const statements = {
    before: statementsOf(records.before),
    after: statementsOf(records.after),
  };
  const came = new Map([...matched].map(([earlier, later]) => [later, earlier]));
  return [
    ...after.flatMap((later) => changeOf(came.get(later), later, statements)),
    ...before
      .filter((earlier) => !matched.has(earlier))
      .map(({ divergence }) => told('gone', divergence, statements.before)),
  ];
}

type Statements = ReadonlyMap<string, string>;

const statementsOf = ({ facts }: EditionRecord): Statements =>
  new Map(facts.map(({ id, statement }) => [id, statement]));

function changeOf(
  earlier: Keyed | undefined,
  { divergence, sides }: Keyed,
  statements: { readonly before: Statements; readonly after: Statements },
): readonly DivergenceChange[] {
  const kind = transition(earlier?.divergence.status, divergence.status);
  // What contradicts no more is told as it was: there is nothing to be told of it now.
  if (earlier && kind === 'gone') return [told('gone', earlier.divergence, statements.before)];
  const isOther = earlier !== undefined && hasOtherValues(earlier, { divergence, sides });
  const was = isOther ? valuesOf(earlier.divergence) : null;
  if (kind === null && was === null) return [];
  return [{ ...told(kind ?? 'changed', divergence, statements.after), was }];
}

type Status = RecordedDivergence['status'];

/** What a step from one status to another means; null where both are the same. */
function transition(before: Status | undefined, after: Status): DivergenceChange['kind'] | null {
  if (before === after) return null;
  if (after === 'superseded') return 'settled';
  return after === 'wording' && before !== undefined ? 'gone' : 'opened';
}

const valuesOf = ({ sides }: RecordedDivergence): readonly string[] =>
  sides.map(({ value }) => value);

/** Whether a side came or went: one that the other has neither the claims nor the value of. */
const hasOtherValues = (a: KeyedSides, b: KeyedSides): boolean =>
  lacksSideOf(a, b) || lacksSideOf(b, a);

type KeyedSides = Pick<Keyed, 'divergence' | 'sides'>;

const lacksSideOf = ({ divergence, sides }: KeyedSides, other: KeyedSides): boolean =>
  other.sides.some((side, at) => {
    const value = other.divergence.sides[at]?.value ?? '';
    return !valuesOf(divergence).includes(value) && !sides.some((own) => common(own, side) > 0);
  });

const told = (
  kind: DivergenceChange['kind'],
  divergence: RecordedDivergence,
  statements: Statements,
): DivergenceChange => ({
  kind,
  divergence: divergence.id,
  about: divergence.kind,
  what: divergence.about,
  statement: statements.get(divergence.facts[0]) ?? '',
  status: divergence.status,
  note: divergence.note,
  values: valuesOf(divergence),
  was: null,
  facts: divergence.facts,
});

// ---------------------------------------------------------------------------------------------
// Which difference is which

function keyed(
  divergences: readonly RecordedDivergence[],
  facts: readonly KeyedFact<RecordedFact>[],
  lasting: (fact: KeyedFact<RecordedFact>) => KeyedFact,
): readonly Keyed[] {
  const byId = new Map(facts.map((fact) => [fact.fact.id, fact]));
  const keys = new Map(
    facts.flatMap(({ fact, claims }) =>
      fact.claims.flatMap(({ id }, at) => {
        const key = claims[at]?.key;
        return key === undefined ? [] : [[id, key] as const];
      }),
    ),
  );
  return divergences.map((divergence) => ({
    divergence,
    sides: divergence.sides.map(
      ({ claims }) => new Set(claims.flatMap((id) => keys.get(id) ?? [])),
    ),
    values: new Set(valuesOf(divergence)),
    facts: new Set(divergence.facts.flatMap((id) => byId.get(id) ?? []).map(lasting)),
  }));
}

/** @returns A difference of the earlier edition → the one of the later that goes on from it. */
const match = (before: readonly Keyed[], after: readonly Keyed[]): ReadonlyMap<Keyed, Keyed> =>
  oneToOne(
    before.flatMap((earlier) =>
      after.flatMap((later) => {
        const likeness = likenessOf(earlier, later);
        return likeness ? [{ before: earlier, after: later, likeness }] : [];
      }),
    ),
    ({ values, sides }) => [...values, ...unionOf(sides)].sort(byCodeUnits).join('\n'),
  );

/**
 * How much two differences have in common, in the order in which it counts: claims, values, what has the
 * values, kind, id. Nothing where they are of different things, or have in common neither a fact that
 * differs in a claim or value of both, nor claims of two sides.
 */
function likenessOf(a: Keyed, b: Keyed): readonly number[] | undefined {
  const [one, other] = [a.divergence, b.divergence];
  if (DIFFERENCE_SORTS[one.kind] !== DIFFERENCE_SORTS[other.kind]) return undefined;
  const isOther = one.about !== other.about && one.about !== '' && other.about !== '';
  if (isOther) return undefined;
  const claims = common(unionOf(a.sides), unionOf(b.sides));
  const values = common(a.values, b.values);
  const ofOneFact = common(a.facts, b.facts) > 0 && claims + values > 0;
  if (!ofOneFact && sidesMet(a, b) < 2) return undefined;
  return [
    claims,
    values,
    Number(one.about === other.about),
    Number(one.kind === other.kind),
    Number(one.id === other.id),
  ];
}

/** How many sides of either have claims in common with a side of the other, whichever has fewer. */
const sidesMet = (a: Keyed, b: Keyed): number =>
  Math.min(met(a.sides, b.sides), met(b.sides, a.sides));

const met = (sides: Keyed['sides'], others: Keyed['sides']): number =>
  sides.filter((side) => others.some((other) => common(side, other) > 0)).length;

const unionOf = (sides: Keyed['sides']): ReadonlySet<string> =>
  new Set(sides.flatMap((side) => [...side]));

function common<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  return [...a].filter((one) => b.has(one)).length;
}
