import type { KeyedFact } from '../edition-facts.ts';
import type { RecordedFact } from '../types.ts';

type Fact = KeyedFact<RecordedFact>;

/** What two editions have in common: what every question about them is answered with. */
export interface Comparison {
  readonly before: readonly Fact[];
  readonly after: readonly Fact[];
  /** A fact of the earlier edition → the one of the later that continues it. */
  readonly continued: ReadonlyMap<Fact, Fact>;
  /** A fact of the earlier edition → the one of the later that it is told with now. */
  readonly joined: ReadonlyMap<Fact, Fact>;
  /** A fact of the later edition that continues none → those of the earlier that it was told with. */
  readonly parted: ReadonlyMap<Fact, readonly Fact[]>;
  /** Keys of the reports that were corrected. */
  readonly corrected: ReadonlySet<string>;
  /** Keys of the reports that were corrected, or were not there before. */
  readonly fresh: ReadonlySet<string>;
  /** Key of a report → its file, as it is called now, else as it was. */
  readonly files: ReadonlyMap<string, string>;
  /** Keys of all claims of the earlier edition. */
  readonly known: ReadonlySet<string>;
  /** Keys of all claims of the later edition. */
  readonly kept: ReadonlySet<string>;
}
