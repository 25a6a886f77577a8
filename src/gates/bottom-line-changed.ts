import { certainClaims } from '../facts.ts';
import { type Finding, factFinding, plainFinding } from '../findings.ts';
import { shownFirst } from '../leading.ts';
import type { EditionRecord, Fact, RecordedFact } from '../types.ts';
import type { Evidence, Gate } from './gate.ts';

/** What a reader meets first is not what it was: someone should look before it goes out. */
export const bottomLineChanged: Gate = {
  name: 'bottom-line-changed',
  finds: 'a bottom line that is not that of the last edition',
  exit: 'gate-bottom-line-changed',
  check({ made, last }) {
    if (!made) return 'no-briefing';
    if (!last) return 'no-edition';
    const now = shownFirst(made.briefing);
    const facts = made.briefing.facts.filter(({ id }) => now.includes(id));
    const before = last.facts.filter(({ id }) => last.bottomLine.includes(id));
    return [
      ...facts.flatMap((fact) => changeOf(fact, before, { made, last })),
      ...before.filter((old) => !facts.some((fact) => isSame(fact, old))).map(leftOf(made, last)),
    ];
  },
};

type Made = NonNullable<Evidence['made']>;

function changeOf(
  fact: Fact,
  before: readonly RecordedFact[],
  {
    made: { changes, placeOf },
    last: { number },
  }: { readonly made: Made; readonly last: EditionRecord },
): readonly Finding[] {
  if (!before.some((old) => isSame(fact, old)))
    return [factFinding(fact, `was not there in edition ${number}`, { placeOf })];
  const restated = changes?.facts.find((change) => change.fact === fact.id)?.restated;
  if (!restated) return [];
  return [factFinding(fact, `in edition ${number}: “${restated}”`, { placeOf })];
}

const leftOf =
  ({ briefing, placeOf }: Made, { number }: EditionRecord) =>
  (old: RecordedFact): Finding => {
    const says = `stood there in edition ${number}`;
    const fact = briefing.facts.find((one) => isSame(one, old));
    if (fact) return factFinding(fact, says, { placeOf });
    return plainFinding(says, { fact: old.id, statement: old.statement });
  };

/** Whether a fact is one of the last edition: by its name, or by a passage that states both. */
function isSame(fact: Fact, old: RecordedFact): boolean {
  const stating = new Set(old.claims.flatMap(({ id, certain }) => (certain ? [id] : [])));
  return fact.id === old.id || certainClaims(fact).some(({ id }) => stating.has(id));
}
