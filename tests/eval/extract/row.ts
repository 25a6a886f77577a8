/** One line of what an evaluation measured. */
export interface Row {
  /** What was measured, and on what. */
  readonly measure: string;
  readonly value: string;
  /** What it should be; empty where it is only told. */
  readonly aim: string;
}
