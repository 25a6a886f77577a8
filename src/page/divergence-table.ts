import type Handlebars from 'handlebars';
import { dayAndMonth, daysOfOneYear } from '../dates.ts';
import { html } from '../markup.ts';
import { excerptTree, inSpelling, statementTree, versionTree } from '../trees.ts';
import type { Divergence, Side } from '../types.ts';
import { capitalized, KIND_WORDS } from '../wording.ts';
import type { Lookup } from './lookup.ts';

/** A difference as a row: what it is about, who says which, kind and status. */
export function divergenceRow(divergence: Divergence, lookup: Lookup) {
  const { id, kind, status, sides } = divergence;
  return {
    id,
    what: whatOf(divergence, lookup),
    fact: divergence.facts[0],
    facts: divergence.facts.join(' '),
    kind: KIND_WORDS[kind],
    status: STATUS_WORDS[status],
    sides: sides.map((side) => ({
      words: html(wordsOf(side, divergence, lookup)),
      // Of what a later report settles, the reader asks when.
      told: status === 'superseded' ? toldOn(side, lookup) : null,
      cites: lookup.cites(
        side.claims.flatMap((claim) => lookup.claim(claim) ?? []),
        undefined,
      ),
    })),
  };
}

const STATUS_WORDS: Readonly<Record<Divergence['status'], string>> = {
  open: 'open',
  superseded: 'a later report says more',
  wording: 'no contradiction',
};

/** What happened to people names itself: "people killed". All else is told by the fact. */
function whatOf({ about, facts }: Divergence, lookup: Lookup): string | Handlebars.SafeString {
  if (about.startsWith('people ')) return capitalized(about);
  const fact = lookup.fact(facts[0]);
  return html(fact ? statementTree(fact.statement) : []);
}

/** A side's value in the words around it; of quotations, what differs from the first is marked. */
function wordsOf({ value, claims }: Side, { kind, sides }: Divergence, lookup: Lookup) {
  const { spelling } = lookup.briefing.house;
  if (kind === 'quote-wording') return versionTree(value, sides[0].value, spelling);
  const texts = claims.flatMap((id) => lookup.claim(id)?.exact ?? []);
  const excerpt = excerptTree(texts.find((text) => text.includes(value)) ?? '', value);
  return kind === 'name' ? excerpt : inSpelling(excerpt, spelling);
}

/** Days on which the reports of a side were published: "2 July". Nothing where none is dated. */
function toldOn({ claims }: Side, { briefing, claim, report }: Lookup): string | null {
  const { locale } = briefing.house;
  const days = claims.flatMap((id) => {
    const found = claim(id);
    return (found && report(found.report)?.metadata.published.value) ?? [];
  });
  const [first, last] = [[...days].sort()[0], [...days].sort().at(-1)];
  if (first === undefined || last === undefined) return null;
  return first === last ? dayAndMonth(first, locale) : daysOfOneYear(first, last, locale);
}
