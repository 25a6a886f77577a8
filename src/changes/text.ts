import { inPlain } from '../characters.ts';
import type { ToldItem } from '../told-changes.ts';
import { type Compared, headlineOf, summaryOf } from './compared.ts';

/** Changes for a terminal: a heading a line, below it what changed, each with what happened to it. */
export function changesText(compared: Compared): string {
  const groups = compared.groups.map(({ heading, items }) =>
    [heading, ...items.map(itemText)].join('\n'),
  );
  return [`${headlineOf(compared)}\n${summaryOf(compared)}`, ...groups].join('\n\n');
}

const INDENT = '    ';

/** What reports say must not steer a terminal, nor pass for a line of ours. */
function itemText({ text, before, values, notes }: ToldItem): string {
  return [
    `  - ${inPlain(text)}`,
    ...(values.length > 0 ? [`${INDENT}${inPlain(values.join(' / '))}`] : []),
    ...(before === null ? [] : [`${INDENT}before: ${inPlain(before)}`]),
    ...(notes.length > 0 ? [`${INDENT}(${inPlain(notes.join('; '))})`] : []),
  ].join('\n');
}
