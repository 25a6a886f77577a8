import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseConfig } from '../../src/config/index.ts';
import { type Decided, decide } from '../../src/decide/index.ts';
import { factId, inOrder } from '../../src/facts.ts';
import { statementOf } from '../../src/statement.ts';
import type { Claim, Fact } from '../../src/types.ts';
import { briefingOf, type Made, nonEmpty, type Texts } from '../support.ts';

export const FIXTURES = fileURLToPath(new URL('../fixtures/decisions/', import.meta.url));

const REPORTS = path.join(FIXTURES, 'reports');

/** The reports of the fixtures. */
export const TEXTS: Texts = Object.fromEntries(
  readdirSync(REPORTS)
    .sort()
    .map((name) => [name, readFileSync(path.join(REPORTS, name), 'utf8')]),
);

/** A fact by the beginnings of its claims: "01: The tunnel". */
export interface Grouping {
  readonly claims: readonly string[];
  readonly uncertain?: readonly string[];
  /** Claims that state another fact first. */
  readonly elsewhere?: readonly string[];
}

/** The reports taken apart, and facts made of them as a list says, whatever merging would make. */
export interface Undecided {
  readonly made: Made;
  readonly facts: readonly Fact[];
}

/** Make facts of claims as groupings say. What stands in none is a fact of its own. */
export async function undecided(
  texts: Texts = TEXTS,
  groupings: readonly Grouping[] = GROUPINGS,
): Promise<Undecided> {
  const made = await briefingOf(texts);
  const all = [...made.sentences.values()].flatMap((own) =>
    own.flatMap(({ whole, parts }) => (parts.length > 0 ? parts : [whole])),
  );
  const claimOf = (name: string) => {
    const [report, words] = [name.slice(0, name.indexOf(':')), name.slice(name.indexOf(':') + 2)];
    const found = all.filter((claim) => claim.report === report && claim.exact.includes(words));
    const [shortest] = found.sort((a, b) => a.exact.length - b.exact.length);
    if (!shortest) throw new Error(`Unexpected "${name}", expected words of a claim`);
    return shortest;
  };
  const grouped = groupings.map((grouping) => factOf(grouping, claimOf, all));
  const met = new Set(
    grouped.flatMap(({ claims, elsewhere }) => claims.filter(({ id }) => !elsewhere.includes(id))),
  );
  const lone = all
    .filter((claim) => !met.has(claim))
    .map((claim) => factOf({ claims: [] }, claimOf, [claim]));
  return { made, facts: [...grouped, ...lone].sort(inOrder([...made.sentences.keys()])) };
}

const GROUPINGS = JSON.parse(
  readFileSync(path.join(FIXTURES, 'facts.json'), 'utf8'),
) as readonly Grouping[];

function factOf(
  { claims: names, uncertain = [], elsewhere = [] }: Grouping,
  claimOf: (name: string) => Claim,
  all: readonly Claim[],
): Fact {
  const own = nonEmpty(names.length > 0 ? names.map(claimOf) : all);
  const guests = elsewhere.map(claimOf);
  const claims = [...own, ...guests].sort((a, b) => all.indexOf(a) - all.indexOf(b));
  const open = new Set(uncertain.map(claimOf));
  return {
    id: factId(own),
    statement: statementOf(own[0]),
    claims: nonEmpty(claims),
    uncertain: claims.filter((claim) => open.has(claim)).map(({ id }) => id),
    elsewhere: guests.map(({ id }) => id),
    // As if a guard had kept each from counting.
    guarded: claims.flatMap((claim) =>
      open.has(claim) ? [{ claim: claim.id, guard: 'number', values: ['12', '14'] }] : [],
    ),
    merged: claims.flatMap((a, index) =>
      claims.slice(index + 1).map((b) => ({
        a: a.id,
        b: b.id,
        score: open.has(a) || open.has(b) ? 0.5 : 0.9,
        reasons: ['made up'],
      })),
    ),
  };
}

/** Apply the decisions of a configuration. */
export function decided({ made, facts }: Undecided, config: string): Decided {
  const said = parseConfig(config, 'briefing.yaml');
  if (said.messages.length > 0) throw new Error(said.messages.join('\n'));
  return decide(facts, { reports: made.reports, sentences: made.sentences }, said);
}
