import { html } from '../markup.ts';
import { statementTree } from '../trees.ts';
import type { Gap } from '../types.ts';
import type { Lookup } from './lookup.ts';

const LABELS: Readonly<Record<Gap['question'], string>> = {
  who: 'Who',
  what: 'What',
  where: 'Where',
  when: 'When',
  why: 'Why',
  'how many': 'How many',
  whether: 'Whether',
  'who says so': 'Who says so',
  comment: 'Asked, and did not say',
};

/** What is asked of the main fact, where no passage says that it is not known. */
const ASKED: Readonly<Partial<Record<Gap['question'], string>>> = {
  who: 'No report says who.',
  where: 'No report says where.',
  when: 'No report says when.',
  why: 'No report says why.',
  'how many': 'No report gives a figure.',
  'who says so': 'No report names a source.',
};

/** What no report answers, question by question. */
export function questionsOf(gaps: readonly Gap[], lookup: Lookup) {
  const questions = [...new Set(gaps.map(({ question }) => question))];
  return questions.map((question) => ({
    label: LABELS[question],
    rows: gaps.filter((gap) => gap.question === question).map((gap) => gapRow(gap, lookup)),
  }));
}

function gapRow({ question, fact, statement, claims }: Gap, lookup: Lookup) {
  const words = statement ?? lookup.fact(fact)?.statement;
  return {
    fact,
    asked: statement ? null : (ASKED[question] ?? null),
    words: html(words ? statementTree(words) : []),
    cites: lookup.cites(
      claims.flatMap((id) => lookup.claim(id) ?? []),
      words && lookup.claim(words.claim),
    ),
  };
}
