import type { VFileMessage } from 'vfile-message';
import { z } from 'zod';
import { fromPlain, toPlain } from './plain-messages.ts';

export const keptMessageSchema = z.strictObject({
  reason: z.string(),
  file: z.string().optional(),
  place: z.strictObject({ line: z.int(), column: z.int() }).optional(),
  rule: z.string().optional(),
  fatal: z.boolean().optional(),
  found: z.string().optional(),
  expected: z.array(z.string()).optional(),
  // A cause is an error, which says where in the program it was noticed: it is not kept.
  cause: z.undefined().optional(),
});

/** What is kept of a message with what it was told of. */
export type KeptMessage = z.output<typeof keptMessageSchema>;

/**
 * What is kept of messages; null where one cannot be kept whole. One that forbids publishing is told
 * by who finds it.
 */
export function keptMessages(messages: readonly VFileMessage[]): readonly KeptMessage[] | null {
  const kept = messages.flatMap((made) => {
    const { data } = keptMessageSchema.safeParse(toPlain(made));
    return data && data.fatal !== true ? [data] : [];
  });
  return kept.length === messages.length ? kept : null;
}

/** The message that was kept. */
export function messageFrom(kept: KeptMessage): VFileMessage {
  const { file, place, rule, fatal, found, expected } = kept;
  return fromPlain({
    reason: kept.reason,
    file,
    place,
    rule,
    fatal,
    found,
    expected,
    cause: undefined,
  });
}
