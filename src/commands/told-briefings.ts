import path from 'node:path';
import { INVISIBLE } from '../characters.ts';
import type { BriefingOutcome } from '../index.ts';
import type { LogEvent } from '../log-lines.ts';
import { plural } from '../wording.ts';

/** How it is told what came of many briefings: to people, and as events. */

interface Places {
  /** The folder of the briefings. */
  readonly folder: string;
  readonly out: string;
}

/** How many of many came to what. */
export interface Counts {
  readonly published: number;
  readonly unchanged: number;
  readonly unbuilt: number;
}

export function countsOf(briefings: readonly BriefingOutcome[]): Counts {
  const built = briefings.flatMap(({ built }) => built ?? []);
  const published = built.filter(({ isNew }) => isNew).length;
  return {
    published,
    unchanged: built.length - published,
    unbuilt: briefings.length - built.length,
  };
}

/** What came of one, as an event. */
export function builtEvent(
  { name, built, exit }: BriefingOutcome,
  { folder, out }: Places,
): LogEvent {
  const places = { folder: path.join(folder, name), out: path.join(out, name) };
  if (!built) return { event: 'unbuilt', folder: places.folder, exit };
  const { edition, facts, reports, files, isNew } = built;
  const made = { ...places, edition, facts, reports };
  return isNew ? { event: 'published', ...made, files } : { event: 'unchanged', ...made };
}

/** What came of all, as an event. */
export const totalEvent = (counts: Counts, places: Places & { readonly ms: number }): LogEvent => ({
  event: 'briefings',
  ...places,
  ...counts,
});

/**
 * What came of one, in a line.
 *
 * @param width That names are set to. Default: their own.
 */
export function outcomeText({ name, built, shown }: BriefingOutcome, width = 0): string {
  const head = plainName(name).padEnd(width);
  if (!built) return `${head}  ${shown === null ? 'failed' : `failed, edition ${shown} stays`}`;
  const facts = `${built.facts} ${plural(built.facts, 'fact', 'facts')}`;
  const reports = `${built.reports} ${plural(built.reports, 'report', 'reports')}`;
  const edition = built.isNew ? `edition ${built.edition}` : `edition ${built.edition} stays`;
  return `${head}  ${edition}  ${facts} from ${reports}`;
}

/** Width of the widest name. */
export const widthOf = (briefings: readonly { readonly name: string }[]): number =>
  Math.max(0, ...briefings.map(({ name }) => plainName(name).length));

/** A name of a folder, which may hold what steers terminals. */
export const plainName = (name: string): string => name.replace(INVISIBLE, '');

/** What came of all, in a line. */
export function totalText({ published, unchanged, unbuilt }: Counts): string {
  const all = published + unchanged + unbuilt;
  const parts = [
    ...(published > 0 ? [`${published} new ${plural(published, 'edition', 'editions')}`] : []),
    ...(unbuilt > 0 ? [`${unbuilt} failed`] : []),
    ...(unchanged > 0 ? [`${unchanged} unchanged`] : []),
  ];
  return [`${all} ${plural(all, 'briefing', 'briefings')}`, ...parts].join(', ');
}
