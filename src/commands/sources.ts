import { markdownTable } from 'markdown-table';
import { INVISIBLE } from '../characters.ts';
import { type ExitName, exitOf } from '../messages.ts';
import type { SourceEntry } from '../sources.ts';
import type { Field } from '../types.ts';
import type { Around } from './surroundings.ts';

/** Read the reports of a folder, and print what was read of each. */
export async function runSources(
  folder: string,
  { json }: { readonly json?: true },
  { print, environment }: Around,
): Promise<ExitName> {
  const { listSources, nodeSystem } = await import('../index.ts');
  const { reports, messages } = await listSources(folder, nodeSystem(environment));
  print.messages(messages);
  if (json) print.line(JSON.stringify({ folder, reports }, null, 2));
  else if (reports.length > 0) print.line(tableOf(reports));
  return exitOf(messages);
}

interface Column {
  readonly name: string;
  readonly align: 'l' | 'r';
  readonly cell: (report: SourceEntry) => string;
}

const COLUMNS: readonly Column[] = [
  { name: '#', align: 'r', cell: ({ number }) => String(number) },
  { name: 'File', align: 'l', cell: ({ file }) => file },
  { name: 'Outlet', align: 'l', cell: ({ metadata }) => shown(metadata.outlet) },
  { name: 'Published', align: 'l', cell: ({ metadata }) => shown(metadata.published) },
  { name: 'Words', align: 'r', cell: ({ words }) => String(words) },
  { name: 'Left out', align: 'l', cell: (report) => leftOutOf(report) },
  { name: 'Warnings', align: 'r', cell: ({ warnings }) => String(warnings || '') },
];

/** Set behind what no text states. */
const INFERRED = '*';

function tableOf(reports: readonly SourceEntry[]): string {
  const rows = reports.map((report) => COLUMNS.map(({ cell }) => inTable(cell(report))));
  const table = markdownTable([COLUMNS.map(({ name }) => name), ...rows], {
    align: COLUMNS.map(({ align }) => align),
  });
  const isMarked = reports.some(({ metadata: { outlet, published } }) =>
    [outlet, published].some(({ basis }) => basis === 'inferred'),
  );
  return isMarked ? `${table}\n\n${INFERRED} inferred; --json says why` : table;
}

const shown = ({ value, basis }: Field<string>): string =>
  value === null ? 'unknown' : `${value}${basis === 'inferred' ? INFERRED : ''}`;

const leftOutOf = ({ leftOut, used }: SourceEntry): string =>
  used
    ? Object.entries(leftOut)
        .map(([reason, count]) => `${count} ${reason}`)
        .join(', ')
    : 'all: another event';

/** Text of a report on a terminal: in one line, in one cell, and without what steers terminals. */
const inTable = (text: string): string =>
  text.replace(INVISIBLE, '').replace(/\s+/gu, ' ').replaceAll('|', '\\|');
