import type { VFileMessage } from 'vfile-message';
import type { Config } from '../config/index.ts';
import { statingReports } from '../facts.ts';
import { message } from '../messages.ts';
import type { Fact, Report, Stranger } from '../types.ts';
import { bagOf, groupsOf, KIN, likeness } from './kinship.ts';

/** The reports of a folder, parted by whether they are about its event. */
export interface Selection {
  /** Those to be used, numbered anew, in their order. */
  readonly reports: readonly Report[];
  readonly strangers: readonly Stranger[];
  readonly messages: readonly VFileMessage[];
}

/**
 * Find the event that most reports are about, and set apart those about another. What the editor
 * included stays, whatever it is about. Where no event has most of the reports, nothing can be
 * told, and the run ends.
 *
 * @param folder Name of the folder, for messages about it as a whole.
 */
export function select(reports: readonly Report[], config: Config, folder: string): Selection {
  const bags = new Map(reports.map((report) => [report, bagOf(report)]));
  const like = (a: Report, b: Report): number => {
    const [one, other] = [bags.get(a), bags.get(b)];
    return one && other ? likeness(one, other) : 0;
  };
  const isJudged = (report: Report) => !isIncluded(report, config);
  const groups = groupsOf(reports, (a, b) => like(a, b) >= KIN);
  const main = mainOf(groups, isJudged);
  if (!main) return { reports, strangers: [], messages: [severalEvents(groups, folder)] };
  const outside = new Set(
    groups.flatMap((group) => (group === main ? [] : group.filter(isJudged))),
  );
  const used = reports.filter((report) => !outside.has(report));
  const strangers = [...outside].map((report) => strangerOf(report, used, like));
  return {
    reports: used.map((report, index) => ({ ...report, number: index + 1 })),
    strangers,
    messages: strangers.map(otherEvent),
  };
}

/**
 * The reports about the folder's event: most of them, or of as many those that the editor included.
 * Where all are included, or none is left out, any will do.
 */
function mainOf(
  groups: readonly (readonly Report[])[],
  isJudged: (report: Report) => boolean,
): readonly Report[] | undefined {
  const [first = []] = groups;
  const largest = groups.filter((group) => group.length === first.length);
  const included = largest.filter((group) => !group.every(isJudged));
  if (largest.length === 1 || !groups.flat().some(isJudged)) return first;
  return included.length === 1 ? included[0] : undefined;
}

/**
 * Reports that state nothing for certain that another states too. They may be about another day
 * of the event, or about another event with the same people in it.
 */
export function unshared(
  reports: readonly Report[],
  facts: readonly Fact[],
  config: Config,
): VFileMessage[] {
  const sharing = new Set(facts.map(statingReports).filter(isSeveral).flat());
  return reports
    .filter((report) => !sharing.has(report.id) && !isIncluded(report, config))
    .map(({ file }) =>
      message({
        rule: 'no-shared-fact',
        file,
        found: 'report that shares no fact with the others',
        expected: 'one about the same event',
        advice:
          'look whether it is; in briefing.yaml list it under "ignore" if it is not, or say "include: true" under its name if it is',
      }),
    );
}

const isSeveral = (reports: readonly unknown[]): boolean => reports.length > 1;

const isIncluded = ({ file }: Report, { reports }: Config): boolean =>
  reports[file]?.include === true;

function strangerOf(
  report: Report,
  others: readonly Report[],
  like: (a: Report, b: Report) => number,
): Stranger {
  const [nearest] = others
    .map(({ file }, index) => ({ file, likeness: like(report, others[index] ?? report) }))
    .sort((a, b) => b.likeness - a.likeness);
  return { report, nearest: nearest?.file ?? '', likeness: nearest?.likeness ?? 0 };
}

function otherEvent({ report, nearest, likeness: found }: Stranger): VFileMessage {
  return message({
    rule: 'other-event',
    file: report.file,
    found: `report about another event (likeness of its words to the nearest, ${nearest}: ${percent(found)})`,
    expected: `one about the same event as the others (likeness of ${percent(KIN)} or more)`,
    advice: 'it was left out; say "include: true" under its name in briefing.yaml if it belongs',
  });
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;

function severalEvents(groups: readonly (readonly Report[])[], folder: string): VFileMessage {
  const named = groups.map((group) => group.map(({ file }) => file).join(', '));
  return message({
    rule: 'several-events',
    file: folder,
    found: `reports of ${groups.length} events (${named.join(' | ')})`,
    expected: 'reports of one event',
    advice:
      'put each event into a folder of its own, or say "include: true" in briefing.yaml under the names of those to be used',
  });
}
