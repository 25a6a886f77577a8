import { VFileMessage } from 'vfile-message';

/** A message as plain data, which can go from one thread to another. */
export interface PlainMessage {
  readonly reason: string;
  readonly file: string | undefined;
  readonly place: { readonly line: number; readonly column: number } | undefined;
  readonly rule: string | undefined;
  readonly fatal: boolean | undefined;
  readonly found: string | undefined;
  readonly expected: readonly string[] | undefined;
  /** What it was noticed by; shown only to who asks for more. */
  readonly cause: { readonly message: string; readonly stack: string | undefined } | undefined;
}

/** A message as plain data. */
export function toPlain(made: VFileMessage): PlainMessage {
  const { reason, file, line, column, ruleId, fatal, actual, expected, cause } = made;
  return {
    reason,
    file,
    place: line === undefined ? undefined : { line, column: column ?? 1 },
    rule: ruleId,
    fatal: fatal ?? undefined,
    found: actual,
    expected,
    cause:
      cause instanceof Error ? { message: cause.message, stack: cause.stack ?? '' } : undefined,
  };
}

/** The message that plain data was made of. */
export function fromPlain(plain: PlainMessage): VFileMessage {
  const { reason, file, place, rule, fatal, found, expected, cause } = plain;
  const made = new VFileMessage(reason, {
    source: 'synoptic',
    ...(rule !== undefined && { ruleId: rule }),
    ...(place && { place }),
    ...(cause && { cause: Object.assign(new Error(cause.message), { stack: cause.stack }) }),
  });
  if (file !== undefined) made.file = file;
  made.fatal = fatal;
  made.actual = found;
  made.expected = expected && [...expected];
  return made;
}
