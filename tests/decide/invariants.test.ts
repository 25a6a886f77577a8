import { describe, expect, test } from 'vitest';
import type { Decided } from '../../src/decide/index.ts';
import { factId, ownClaims } from '../../src/facts.ts';
import type { Claim } from '../../src/types.ts';
import { verify } from '../../src/verify/index.ts';
import { FOLDER, nonEmpty, randomFrom } from '../support.ts';
import { decided, undecided } from './support.ts';

/** Whatever an editor decides, no sentence is lost, and nothing depends on the order of lines. */

const before = await undecided();
const ROUNDS = Array.from({ length: 40 }, (_, seed) => seed);

/** Some decisions at random, each in the words of a passage, or by the id of a fact. */
function decisionsBy(seed: number): readonly string[] {
  const random = randomFrom(seed);
  const pick = <T>(items: readonly T[]): T =>
    nonEmpty(items.slice(Math.floor(random() * items.length)))[0];
  const claims = before.facts.flatMap(ownClaims);
  const passage = () => passageOf(pick(claims));
  const fact = () => (random() < 0.3 ? pick(before.facts).id : passage());
  const kinds: readonly (() => string)[] = [
    () => `merge: [${fact()}, ${fact()}]`,
    () => `split: ${fact()}, apart: [${passage()}]`,
    () => {
      const claim = passage();
      return `split: ${claim}, apart: [${claim}]`;
    },
    () => `reword: ${fact()}, from: ${passage()}`,
    () => `reword: ${fact()}, words: The tunnel is shut`,
    () => `pin: ${fact()}`,
    () => `suppress: ${fact()}`,
  ];
  return Array.from({ length: 6 }, () => `  - {${pick(kinds)()}}`);
}

const passageOf = ({ report, exact }: Claim): string => `{"${report}": ${JSON.stringify(exact)}}`;

const config = (lines: readonly string[]) => ['decisions:', ...lines].join('\n');

/** What comes of decisions, without the lines that they stand in. */
const outcomeOf = ({ facts, reports, decisions }: Decided) => ({
  facts,
  leftOut: reports.map(({ leftOut }) => leftOut),
  decisions: decisions.map(({ said: _, ...decision }) => decision),
});

describe('whatever is decided', () => {
  test.each(ROUNDS)('every claim is one fact’s own, or left out (%i)', (seed) => {
    const { facts, reports } = decided(before, config(decisionsBy(seed)));
    const own = facts.flatMap(ownClaims).map(({ id }) => id);
    const gone = before.facts
      .flatMap(ownClaims)
      .filter(({ report, start, end }) =>
        reports.some(({ id, leftOut }) =>
          leftOut.some(
            (each) =>
              id === report && each.reason === 'editor' && each.start === start && each.end === end,
          ),
        ),
      )
      .map(({ id }) => id);
    const all = before.facts.flatMap(ownClaims).map(({ id }) => id);
    expect([...own, ...gone].sort()).toEqual([...all].sort());
  });

  test.each(ROUNDS)('facts hold together (%i)', (seed) => {
    const { facts } = decided(before, config(decisionsBy(seed)));
    expect(new Set(facts.map(({ id }) => id)).size).toBe(facts.length);
    for (const fact of facts) {
      const ids = fact.claims.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(fact.id).toBe(factId(nonEmpty(ownClaims(fact))));
      expect(ids).toContain(fact.statement.claim);
      expect(fact.uncertain).not.toContain(fact.statement.claim);
      const named = [
        ...fact.uncertain,
        ...fact.elsewhere,
        ...fact.merged.flatMap(({ a, b }) => [a, b]),
      ];
      expect(named.filter((id) => !ids.includes(id))).toEqual([]);
      const guarded = fact.guarded.map(({ claim }) => claim);
      expect(guarded.filter((id) => !fact.uncertain.includes(id))).toEqual([]);
      for (const id of fact.elsewhere) {
        expect(facts.some((other) => ownClaims(other).some((claim) => claim.id === id))).toBe(true);
      }
    }
  });

  test.each(ROUNDS)('the order of the lines is all one (%i)', (seed) => {
    const lines = decisionsBy(seed);
    const random = randomFrom(seed + 1000);
    const shuffled = lines
      .map((line) => ({ line, rank: random() }))
      .sort((a, b) => a.rank - b.rank)
      .map(({ line }) => line);
    const [one, other] = [decided(before, config(lines)), decided(before, config(shuffled))];
    expect(outcomeOf(other)).toEqual(outcomeOf(one));
    const rules = ({ messages }: Decided) => messages.map(({ ruleId }) => ruleId).sort();
    expect(rules(other)).toEqual(rules(one));
  });

  test.each(ROUNDS)(
    'no sentence is lost, and passages state what is not the editor’s (%i)',
    async (seed) => {
      const { briefing, files } = before.made;
      const result = decided(before, config(decisionsBy(seed)));
      const messages = await verify(
        { ...briefing, ...result, analysis: { ...briefing.analysis, timeline: [] } },
        FOLDER,
        files,
      );
      const own = messages.filter(({ file }) => file !== 'briefing.yaml');
      expect(own.map(({ reason }) => reason)).toEqual([]);
    },
  );
});
