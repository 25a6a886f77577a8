import { VFileMessage } from 'vfile-message';
import { z } from 'zod';

export const keptMessageSchema = z.strictObject({
  reason: z.string(),
  rule: z.string().optional(),
  source: z.string().optional(),
  file: z.string().optional(),
  place: z.strictObject({ line: z.int(), column: z.int() }).optional(),
  found: z.string().optional(),
  expected: z.array(z.string()).optional(),
  fatal: z.boolean().optional(),
});

/** What is kept of a message with what it was told of. */
export type KeptMessage = z.output<typeof keptMessageSchema>;

/** A message as plain data, of which JSON keeps everything. */
const asKept = (made: VFileMessage) =>
  keptMessageSchema.safeParse({
    reason: made.reason,
    rule: made.ruleId,
    source: made.source,
    file: made.file,
    place: made.place,
    found: made.actual,
    expected: made.expected,
    fatal: made.fatal,
  });

/**
 * What is kept of messages; null where one cannot be kept whole. One that forbids publishing is told
 * by who finds it, and a cause is an error, which says where in the program it was noticed.
 */
export function keptMessages(messages: readonly VFileMessage[]): readonly KeptMessage[] | null {
  const kept = messages.flatMap((made) => {
    const { data } = asKept(made);
    return data && made.fatal !== true && made.cause === undefined ? [data] : [];
  });
  return kept.length === messages.length ? kept : null;
}

/** The message that was kept. */
export function messageFrom({ reason, rule, file, found, ...kept }: KeptMessage): VFileMessage {
  const made = new VFileMessage(reason, {
    ...(rule !== undefined && { ruleId: rule }),
    ...(kept.source !== undefined && { source: kept.source }),
    ...(kept.place && { place: kept.place }),
  });
  if (file !== undefined) made.file = file;
  made.actual = found;
  made.expected = kept.expected;
  made.fatal = kept.fatal;
  return made;
}
