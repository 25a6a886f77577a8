import type { Place } from '../messages.ts';
import type { DecisionKind, NonEmpty } from '../types.ts';
import type { DecisionConfig, ReferenceConfig } from './schema.ts';

/** How the editor names a fact or a passage. */
export interface Reference {
  /** Id or file of the report that has the words; null where the editor names none. */
  readonly report: string | null;
  /** Id of a fact or claim, or words of a report. */
  readonly text: string;
  readonly place: Place;
}

/** One thing that the editor decides about facts. */
export interface Decision {
  readonly kind: DecisionKind;
  /** The facts that it is about: several where they are merged. */
  readonly facts: NonEmpty<Reference>;
  /** Passages of the fact: those that leave it, or the one whose words it takes. */
  readonly passages: readonly Reference[];
  /** The editor's words for the fact; null where none are given. */
  readonly words: string | null;
  /** Place among the pinned facts, from 1; null where the editor gives none. */
  readonly order: number | null;
  readonly because: string | null;
  readonly place: Place;
}

type PlaceOf = (path: readonly PropertyKey[]) => Place;

/** Give the decisions of the file their places, for messages of later stages. */
export function decisionsOf(
  list: readonly DecisionConfig[],
  placeOf: PlaceOf,
): readonly Decision[] {
  return list.flatMap((fields, index) => {
    const at = (...path: readonly PropertyKey[]) => placeOf(['decisions', index, ...path]);
    const kind = KINDS.find((name) => fields[name] !== undefined);
    const [first, ...more] = kind ? referencesIn(fields, kind, at) : [];
    if (!kind || !first) return [];
    const from = fields.from === undefined ? [] : [referenceOf(fields.from, at('from'))];
    const apart = (fields.apart ?? []).map((each, item) => referenceOf(each, at('apart', item)));
    return {
      kind,
      facts: [first, ...more],
      passages: [...apart, ...from],
      words: fields.words ?? null,
      order: fields.order ?? null,
      because: fields.because ?? null,
      place: at(),
    };
  });
}

const KINDS: readonly DecisionKind[] = ['merge', 'split', 'reword', 'pin', 'suppress'];

/** The facts that a decision is about: its own field names them. */
function referencesIn(
  fields: DecisionConfig,
  kind: DecisionKind,
  at: (...path: readonly PropertyKey[]) => Place,
): readonly Reference[] {
  if (kind === 'merge') {
    return (fields.merge ?? []).map((each, item) => referenceOf(each, at(kind, item)));
  }
  const named = fields[kind];
  return named === undefined ? [] : [referenceOf(named, at(kind))];
}

function referenceOf(given: ReferenceConfig, place: Place): Reference {
  if (typeof given === 'string') return { report: null, text: given, place };
  const [[report, text] = ['', '']] = Object.entries(given);
  return { report, text, place };
}
