import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { ScorerName } from '../../../src/scorer-names.ts';

/** A table's title → a row's name → a column's name → the figure. */
export type Figures = Readonly<Record<string, Rows>>;
export type Rows = Readonly<Record<string, Row>>;
export type Row = Readonly<Record<string, number>>;

/** A run whose figures were kept. */
export interface Recording {
  /** Provenance of the weights that it measured. */
  readonly weights: string;
  readonly figures: Figures;
}

const fileOf = (scorer: ScorerName): URL => new URL(`recorded-${scorer}.json`, import.meta.url);

/** The last recorded run of a scorer; nothing where none is. */
export function recorded(scorer: ScorerName): Recording | undefined {
  const file = fileOf(scorer);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Recording) : undefined;
}

/** Keep a run, in place of the one before. */
export function record(scorer: ScorerName, run: Recording): void {
  const figures = mapped(run.figures, (rows) => mapped(rows, (row) => mapped(row, rounded)));
  writeFileSync(fileOf(scorer), `${JSON.stringify({ ...run, figures }, null, 2)}\n`);
}

/** Print the tables, each figure with its change against the last recorded run. */
export function printFigures(figures: Figures, before: Recording | undefined): void {
  for (const [title, rows] of Object.entries(figures)) {
    console.log(`\n${title}`);
    console.table(
      mapped(rows, (row, name) =>
        mapped(row, (figure, column) => told(figure, before?.figures[title]?.[name]?.[column])),
      ),
    );
  }
}

function told(figure: number, before: number | undefined): string {
  if (before === undefined) return `${written(figure)} (new)`;
  const change = rounded(rounded(figure) - before);
  if (change === 0) return `${written(figure)} (=)`;
  return `${written(figure)} (${change > 0 ? '+' : '−'}${written(Math.abs(change))})`;
}

/** Counts are whole, shares have three digits: more are noise. */
const rounded = (figure: number): number => Number(figure.toFixed(3));
const written = (figure: number): string =>
  Number.isInteger(figure) ? String(figure) : figure.toFixed(3);

const mapped = <T, U>(of: Readonly<Record<string, T>>, to: (value: T, key: string) => U) =>
  Object.fromEntries(Object.entries(of).map(([key, value]) => [key, to(value, key)] as const));
