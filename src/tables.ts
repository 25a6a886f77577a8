/**
 * A table that has its own rows alone. What is looked up in it may be a word of a report, and an
 * object has something under “constructor”.
 */
export const tableOf = <T>(rows: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
  Object.assign(Object.create(null), rows);
