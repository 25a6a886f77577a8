/** One line of the table that the eval of extraction prints. */
export interface Row {
  readonly measure: string;
  readonly value: string;
  readonly aim: string;
}
