import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  GUARDS,
  objectionsTo,
  type Profile,
  profilesOf,
  sameUtterance,
} from '../../../src/alike/index.ts';
import { isSpoken } from '../../../src/facts.ts';
import { words } from '../../../src/language/words.ts';
import { valueAt } from '../../../src/merge/matrix.ts';
import { WEIGHTS } from '../../../src/merge/weights.ts';
import type { Mention } from '../../../src/types.ts';
import { claimsIn } from '../../support.ts';
import { casesOf, crossValidate, type Scored } from '../groups.ts';
import { loadEvents, pairKey } from '../same-fact.ts';
import { shared } from '../shared.ts';

/**
 * Measure what guards do: of the pairs of sentences that come together or count by their score
 * alone, how many wrong ones each stops, and how many right ones it loses. Scores are those of
 * models that never saw the event.
 *
 *     npx tsx tests/eval/merge/guards.ts
 *
 * A guard is worth having where the share of wrong pairs among those it stops lies well above that
 * among all.
 */

type Against = (a: Profile, b: Profile) => boolean;

/** What was thought of as a guard, and is none, since it says little of whether a pair is wrong. */
const NOT_TAKEN: Readonly<Record<string, Against>> = {
  '(modality)': ({ claim: a }, { claim: b }) => a.modality !== b.modality,
  '(subject)': ({ claim: a }, { claim: b }) =>
    apart(a.mentions.filter(isFirst), b.mentions.filter(isFirst)),
  '(place)': ({ claim: a }, { claim: b }) =>
    apart(a.mentions.filter(isLocated), b.mentions.filter(isLocated)),
  '(quoted or told)': ({ claim: a }, { claim: b }) => isSpoken(a) !== isSpoken(b),
};

/** A name among the first words is mostly that of the subject. */
const isFirst = ({ start }: Mention) => start <= 12;
const isLocated = ({ located }: Mention) => located;

/** Whether both have names, and no word of them in common. */
function apart(a: readonly Mention[], b: readonly Mention[]): boolean {
  const [left, right] = [a, b].map((list) => list.flatMap(({ name }) => words(name)));
  if (!left?.length || !right?.length) return false;
  return !left.some((word) => right.includes(word));
}

const CANDIDATES: Readonly<Record<string, Against>> = {
  '(all)': () => true,
  ...Object.fromEntries(
    GUARDS.map(({ name }) => [
      name,
      (a: Profile, b: Profile) => objectionsTo(a, b).some(({ guard }) => guard === name),
    ]),
  ),
  ...NOT_TAKEN,
};

/** A pair of sentences of an event. */
interface Judged {
  readonly a: Profile;
  readonly b: Profile;
  readonly score: number;
  readonly right: boolean;
  readonly nearMiss: boolean;
  readonly differs: boolean;
}

async function measureEvents(folder: string): Promise<void> {
  const cases = await casesOf(loadEvents(folder));
  const pairs = crossValidate(cases).scored.flatMap(pairsOf);
  const { threshold, certain } = WEIGHTS;
  for (const [what, from] of Object.entries({ 'come together': threshold, count: certain })) {
    console.log(`\nPairs that ${what} by their score (${from.toFixed(2)} or more)`);
    const high = pairs.filter(({ score }) => score >= from);
    console.table(Object.fromEntries(Object.entries(CANDIDATES).map(rowOf(high))));
  }
}

/** The pairs that guards are asked about: versions of one utterance are not among them. */
function pairsOf({ left: { event, units, profiles, pairs }, matrix }: Scored): Judged[] {
  return pairs.flatMap(({ a, b, label }) => {
    const [one, other] = [profiles[a], profiles[b]];
    if (label < 0 || !one || !other || sameUtterance(one, other)) return [];
    const key = pairKey(units[a]?.id ?? '', units[b]?.id ?? '');
    return [
      {
        a: one,
        b: other,
        score: valueAt(matrix, a, b) ?? 0,
        right: label === 1,
        nearMiss: label === 0 && event.nearMisses.has(key),
        differs: event.differing.has(key),
      },
    ];
  });
}

const rowOf =
  (pairs: readonly Judged[]) =>
  ([name, against]: readonly [string, Against]) => {
    const stopped = pairs.filter(({ a, b }) => against(a, b));
    const lost = stopped.filter(({ right }) => right);
    const wrong = stopped.length - lost.length;
    const row = {
      'wrong ones stopped': wrong,
      'near misses among them': stopped.filter(({ nearMiss }) => nearMiss).length,
      'right ones lost': lost.length,
      'reports differ there': lost.filter(({ differs }) => differs).length,
      'share wrong': Number((wrong / (stopped.length || 1)).toFixed(2)),
    };
    return [name, row] as const;
  };

interface Inference {
  readonly premise: string;
  readonly hypothesis: string;
  readonly label: 'entailment' | 'neutral' | 'contradiction';
}

/** Sentences that follow from, or contradict, others of nearly the same words: opposites are rare
 * in reports of one event. */
function measureInference(folder: string): void {
  const lines = readFileSync(path.join(folder, 'mnli-dev-sample.jsonl'), 'utf8').trim().split('\n');
  const pairs = lines.flatMap((line) => {
    const { premise, hypothesis, label } = JSON.parse(line) as Inference;
    const claims =
      label === 'neutral' || !alike(premise, hypothesis) ? [] : claimsIn(premise, hypothesis);
    const [a, b, ...more] = profilesOf(
      claims,
      claims.map(() => 0),
    );
    return a && b && a.claim.report !== b.claim.report && more.length === 0
      ? [{ a, b, label }]
      : [];
  });
  console.log('\nMultiNLI, pairs that have three quarters of their words in common');
  const rows = Object.entries(CANDIDATES).map(([name, against]) => {
    const stopped = pairs.filter(({ a, b }) => against(a, b));
    const count = (label: string) => stopped.filter((pair) => pair.label === label).length;
    return [name, { contradict: count('contradiction'), follow: count('entailment') }] as const;
  });
  console.table(Object.fromEntries(rows));
}

/** Whether the shorter of two texts has three quarters of its words in the longer. */
function alike(a: string, b: string): boolean {
  const [short = new Set<string>(), long = new Set<string>()] = [a, b]
    .map((text) => new Set(words(text)))
    .sort((x, y) => x.size - y.size);
  return [...short].filter((word) => long.has(word)).length >= 0.75 * short.size;
}

const events = shared('data/same-fact');
if (events) await measureEvents(events);
const inference = shared('data/nli');
if (inference) measureInference(inference);
