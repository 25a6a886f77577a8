import type { VFileMessage } from 'vfile-message';

/** What the shell around the page shows: sent to it as JSON whenever it changes. */
export interface PreviewState {
  readonly phase: 'building' | 'built' | 'failed';
  /** Changes exactly when the page's bytes do; null before the first edition. */
  readonly edition: string | null;
  readonly title: string | null;
  /** Names of the edition's files. */
  readonly files: readonly string[];
  /** How long the last build took; null before its end. */
  readonly milliseconds: number | null;
  /** Of the last build. */
  readonly messages: readonly ShownMessage[];
}

export interface ShownMessage {
  readonly grade: 'failure' | 'warning' | 'note';
  readonly rule: string;
  readonly file: string;
  readonly line: number | null;
  readonly column: number | null;
  readonly text: string;
}

export const NOTHING_YET: PreviewState = {
  phase: 'building',
  edition: null,
  title: null,
  files: [],
  milliseconds: null,
  messages: [],
};

/** A message as the shell shows it. */
export function shownMessage(made: VFileMessage): ShownMessage {
  return {
    grade: made.fatal ? 'failure' : made.fatal === false ? 'warning' : 'note',
    rule: made.ruleId ?? '',
    file: made.file ?? '',
    line: made.line ?? null,
    column: made.column ?? null,
    text: made.reason,
  };
}
