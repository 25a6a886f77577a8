import type { VFileMessage } from 'vfile-message';
import { message } from './messages.ts';
import type { EditionRecord } from './types.ts';

export interface DateOptions {
  /** The moment that the user says it is, ISO 8601. Default: none. */
  readonly generated?: string | undefined;
  /** The clock, in milliseconds since 1970. */
  readonly now: number;
  /** The edition before; null where there is none. */
  readonly last: EditionRecord | null;
  /** The output folder, for messages. */
  readonly out: string;
}

/**
 * Tell when an edition is made: no sooner than the one before it, whatever the clock says.
 *
 * @returns ISO 8601 in UTC.
 */
export function dateOf({ generated, now, last, out }: DateOptions): {
  readonly made: string;
  readonly messages: readonly VFileMessage[];
} {
  const clock = generated ?? new Date(now).toISOString();
  if (!last || Date.parse(clock) >= Date.parse(last.made)) return { made: clock, messages: [] };
  return { made: last.made, messages: generated ? [] : [setBack(clock, last, out)] };
}

const setBack = (clock: string, last: EditionRecord, file: string): VFileMessage =>
  message({
    rule: 'clock-back',
    file,
    found: `clock at ${clock}, before edition ${last.number} of ${last.made}`,
    expected: 'a clock that goes forward',
    advice: 'the edition bears the time of the one before; set the clock right',
  });
