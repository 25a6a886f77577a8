import { labelOf } from '../labels.ts';
import { byCodeUnits } from '../order.ts';
import type { Report, SharedText } from '../types.ts';

/** What a report goes by when it names no source. */
export interface Voice {
  /** What the reader calls the report. */
  readonly name: string;
  /** The agency that its dateline names; null where none is. */
  readonly agency: string | null;
  /** Ids of the other reports that are largely one text with it. */
  readonly copies: readonly string[];
}

/** A report's id → its voice; reports in order of publication, those without a date last. */
export type Voices = ReadonlyMap<string, Voice>;

/**
 * Give each report its voice.
 *
 * @param copies Reports that are one text.
 */
export function voicesOf(reports: readonly Report[], copies: readonly SharedText[]): Voices {
  return new Map(
    [...reports].sort(byDay).map((report): readonly [string, Voice] => {
      const { id, metadata } = report;
      const others = copies.flatMap(({ a, b }) => (a === id ? b : b === id ? a : []));
      return [id, { name: labelOf(report), agency: metadata.agency.value, copies: others }];
    }),
  );
}

function byDay(a: Report, b: Report): number {
  const [one = '', other = ''] = [a, b].map(({ metadata }) => metadata.published.value ?? '9999');
  return byCodeUnits(one, other);
}
