import { analyze } from '../../src/analyze/index.ts';
import { merge } from '../../src/merge/index.ts';
import type { Divergence, DivergenceKind, Fact } from '../../src/types.ts';
import { KIND_WORDS } from '../../src/wording.ts';
import { type Difference, type Event, loadEvents, pairKey } from './same-fact.ts';
import { shared } from './shared.ts';

/**
 * Measure which differences between reports are found, on annotated events: of the annotated ones
 * how many, of what is found how much is annotated.
 *
 *     npx tsx tests/eval/divergences.ts [--verbose] [kind …]
 *
 * A difference counts as found where sentences of it stand on two sides of one of ours. What is
 * found beside the annotation may be real all the same: whoever annotated had no list to go by.
 */

/** A difference that we report, with the sentences of each side. */
interface Reported {
  readonly event: Event;
  readonly divergence: Divergence;
  readonly sides: readonly (readonly string[])[];
}

const KINDS = Object.keys(KIND_WORDS) as DivergenceKind[];

const [, , ...words] = process.argv;
const asked = KINDS.filter((kind) => words.includes(kind));
const folder = shared('data/same-fact');
if (folder) await measure(folder);

async function measure(from: string): Promise<void> {
  const events = loadEvents(from);
  const reported = (await Promise.all(events.map(differencesIn))).flat();
  const annotated = events.flatMap((event) =>
    event.differences
      .filter(({ ids }) => new Set(ids.map((id) => id.charAt(0))).size > 1)
      .map((difference) => ({ event, difference })),
  );
  const rows = KINDS.map((kind) => {
    const wanted = annotated.filter(({ difference }) => difference.kind === kind);
    const ours = reported.filter(({ divergence }) => divergence.kind === kind);
    const hits = (one: (typeof wanted)[number], all: readonly Reported[]) =>
      all.some((found) => found.event === one.event && meets(found, one.difference));
    const verdicts = ours.map(verdictOn);
    const count = (verdict: Verdict) => verdicts.filter((each) => each === verdict).length;
    const row = {
      annotated: wanted.length,
      found: wanted.filter((one) => hits(one, reported)).length,
      'of that kind': wanted.filter((one) => hits(one, ours)).length,
      reported: ours.length,
      'annotated so': count('so'),
      'as another kind': count('other'),
      'one fact, no difference': count('fact'),
      'no common fact': count('none'),
    };
    return [kind, row] as const;
  });
  console.table(Object.fromEntries(rows));
  if (!words.includes('--verbose')) return;
  tell(reported.filter(({ divergence }) => isAsked(divergence.kind)));
  tellMissed(
    annotated.filter(({ difference }) => isAsked(difference.kind)),
    reported,
  );
}

function isAsked(kind: DivergenceKind): boolean {
  return asked.length === 0 || asked.includes(kind);
}

async function differencesIn(event: Event): Promise<readonly Reported[]> {
  const sentences = new Map(event.reports.map((report) => [report.id, report.sentences]));
  const facts = await merge(sentences);
  const idOf = sentenceIds(event, facts);
  const reports = event.reports.map(({ report }) => report);
  return analyze(facts, reports, sentences).divergences.map((divergence) => ({
    event,
    divergence,
    sides: divergence.sides.map(({ claims }) => claims.flatMap((claim) => idOf.get(claim) ?? [])),
  }));
}

/** A claim's id → id of the annotated sentence that it stands in. */
function sentenceIds({ reports }: Event, facts: readonly Fact[]): ReadonlyMap<string, string> {
  const ids = new Map(reports.map((report) => [report.id, report.ids]));
  return new Map(
    facts.flatMap(({ claims }) =>
      claims.map(({ id, report, sentence }) => [id, ids.get(report)?.[sentence] ?? ''] as const),
    ),
  );
}

/** Whether two sentences of an annotated difference stand on two sides of one of ours. */
function meets({ sides }: Reported, { ids }: Difference): boolean {
  const met = sides.map((side) => side.filter((id) => ids.includes(id)));
  return met.some((side, i) =>
    met.some(
      (other, j) => i < j && side.some((a) => other.some((b) => a.charAt(0) !== b.charAt(0))),
    ),
  );
}

type Verdict = 'so' | 'other' | 'fact' | 'none';

/** What the annotation says of a difference that we report. */
function verdictOn(found: Reported): Verdict {
  const { event, divergence, sides } = found;
  const met = event.differences.filter((difference) => meets(found, difference));
  if (met.some(({ kind }) => kind === divergence.kind)) return 'so';
  if (met.length > 0) return 'other';
  const linked = sides.some((side, i) =>
    sides.some(
      (other, j) => i < j && side.some((a) => other.some((b) => event.links.has(pairKey(a, b)))),
    ),
  );
  return linked ? 'fact' : 'none';
}

function tell(reported: readonly Reported[]): void {
  for (const found of reported) {
    const { event, divergence, sides } = found;
    console.log(
      `\n${verdictOn(found)} · ${divergence.kind} · ${divergence.status} · ${event.name}`,
    );
    for (const [index, { value }] of divergence.sides.entries()) {
      const id = sides[index]?.[0] ?? '';
      console.log(`   ${sides[index]?.join(' ')} [${value}] ${textOf(event, id)}`);
    }
  }
}

function tellMissed(
  annotated: readonly { readonly event: Event; readonly difference: Difference }[],
  reported: readonly Reported[],
): void {
  for (const { event, difference } of annotated) {
    const ours = reported.filter((found) => found.event === event);
    if (ours.some((found) => meets(found, difference))) continue;
    console.log(`\nmissed · ${difference.kind} · ${event.name}: ${difference.note ?? ''}`);
    for (const id of difference.ids) console.log(`   ${id} ${textOf(event, id)}`);
  }
}

function textOf({ reports }: Event, id: string): string {
  const report = reports.find((each) => each.id === id.charAt(0));
  return (report?.sentences ?? [])
    .filter((_, at) => report?.ids[at] === id)
    .map(({ whole }) => whole.exact)
    .join(' ')
    .slice(0, 260);
}
