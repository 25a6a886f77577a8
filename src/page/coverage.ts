import { cellOf } from '../cells.ts';
import { labelOf } from '../labels.ts';
import { html } from '../markup.ts';
import { areMany, stripDrawing } from '../strip-drawing.ts';
import { statementTree } from '../trees.ts';
import type { FactCoverage } from '../types.ts';
import type { Lookup } from './lookup.ts';

/** More rows than these are folded. */
const SHOWN = 25;

const CELL_WORDS = {
  states: 'states it',
  differs: 'gives another value',
  close: 'says something close',
  silent: 'not found in it',
};

/** The same before the numbers of reports, where they are too many for a column each. */
const TOLD = { states: '', differs: 'differently by ', close: 'something close in ' };

/** Facts against reports, those first that most reports state. */
export function matrixOf(lookup: Lookup) {
  const rows = lookup.analysis.coverage.facts.map((covered) => rowOf(covered, lookup));
  return { rows: rows.slice(0, SHOWN), more: rows.slice(SHOWN) };
}

function rowOf(covered: FactCoverage, lookup: Lookup) {
  const { reports } = lookup.briefing;
  const fact = { fact: covered.fact, words: wordsOf(covered.fact, lookup) };
  if (areMany(reports.length)) {
    const cells = reports.map(({ id }) => cellOf(covered, id));
    const told = Object.entries(TOLD).flatMap(([cell, words]) => {
      const numbers = reports.filter((_, at) => cells[at] === cell).map(({ number }) => number);
      return numbers.length > 0 ? [`${words}${numbers.join(', ')}`] : [];
    });
    return { ...fact, cells: [], drawn: html([stripDrawing(cells)]), stating: told.join('; ') };
  }
  return {
    ...fact,
    drawn: null,
    stating: null,
    cells: reports.map(({ id, number }) => {
      const cell = cellOf(covered, id);
      return { cell, number, says: CELL_WORDS[cell] };
    }),
  };
}

const wordsOf = (fact: string, lookup: Lookup) => {
  const found = lookup.fact(fact);
  return html(found ? statementTree(found.statement) : []);
};

/** What most reports state and one is silent on, report by report. */
export function missingOf(lookup: Lookup) {
  return lookup.briefing.reports.flatMap((report) => {
    const missing = lookup.analysis.coverage.reports[report.id]?.missing ?? [];
    if (missing.length === 0) return [];
    const facts = missing.map((fact) => ({ fact, words: wordsOf(fact, lookup) }));
    return [{ label: labelOf(report), facts }];
  });
}
