import type { VFileMessage } from 'vfile-message';
import { z } from 'zod';

/** A message as data: in a check's result, and in the log. */

export const LEVELS = ['error', 'warn', 'info'] as const;

/** How grave something is: it ends the run, it should be looked at, or it is only told. */
export type Level = (typeof LEVELS)[number];

export const messageFields = {
  rule: z.string().describe('Name of the rule, as the README lists it.'),
  file: z.string().describe('File or folder that it is about.'),
  line: z.int().min(1).nullable().describe('1-based; null where it is about the whole file.'),
  column: z.int().min(1).nullable().describe('1-based, in UTF-16 code units.'),
  reason: z.string().describe('The whole message.'),
  actual: z.string().nullable().describe('What was found.'),
  expected: z.array(z.string()).describe('What was expected.'),
};

export const messageSchema = z.strictObject({
  level: z.enum(LEVELS).describe('`error`: nothing can be published.'),
  ...messageFields,
});

/** How grave a message is. */
export const levelOf = ({ fatal }: VFileMessage): Level =>
  fatal ? 'error' : fatal === false ? 'warn' : 'info';

/** A message as data. */
export const messageData = (made: VFileMessage): z.output<typeof messageSchema> => ({
  level: levelOf(made),
  rule: made.ruleId ?? '',
  file: made.file ?? '',
  line: made.line ?? null,
  column: made.column ?? null,
  reason: made.reason,
  actual: made.actual ?? null,
  expected: made.expected ?? [],
});

/** Whether a message is to be told: failures always, notes only where more is asked for. */
export const isTold = (
  { fatal }: VFileMessage,
  { verbose, quiet }: { readonly verbose?: true; readonly quiet?: true },
): boolean => fatal === true || (!quiet && fatal === false) || verbose === true;
