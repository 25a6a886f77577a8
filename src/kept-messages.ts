import { VFileMessage } from 'vfile-message';
import type { Place } from './messages.ts';

/** What is kept of a message with what it was told of. */
export interface KeptMessage {
  readonly reason: string;
  readonly rule: string | undefined;
  readonly source: string | undefined;
  readonly file: string | undefined;
  readonly place: VFileMessage['place'];
  readonly found: string | undefined;
  readonly expected: readonly string[] | undefined;
  readonly fatal: boolean | null | undefined;
}

/**
 * Whether a message can be kept whole. One that forbids publishing is told by who finds it, and a
 * cause is an error, which says where in the program it was noticed.
 */
export const canBeKept = ({ fatal, cause }: VFileMessage): boolean =>
  fatal !== true && cause === undefined;

/** A message as plain data. */
export const keptMessage = (made: VFileMessage): KeptMessage => ({
  reason: made.reason,
  rule: made.ruleId,
  source: made.source,
  file: made.file,
  place: made.place,
  found: made.actual,
  expected: made.expected,
  fatal: made.fatal,
});

/** The message that was kept. */
export function messageFrom(kept: KeptMessage): VFileMessage {
  const { place } = kept;
  const made = new VFileMessage(kept.reason, {
    ...(kept.rule !== undefined && { ruleId: kept.rule }),
    ...(kept.source !== undefined && { source: kept.source }),
    ...(place && { place: place as Place }),
  });
  if (kept.file !== undefined) made.file = kept.file;
  if (kept.found !== undefined) made.actual = kept.found;
  if (kept.expected !== undefined) made.expected = [...kept.expected];
  made.fatal = kept.fatal;
  return made;
}
