import { VFileMessage } from 'vfile-message';

/**
 * Every message of Synoptic has one grammar: what was found, what was expected, what to do.
 * This table is the policy: how grave each rule is, and which exit code it ends the run with.
 */

/** Exit codes of the command. Documented in the README; a code never changes its meaning. */
export const EXIT = {
  published: 0,
  input: 1,
  usage: 2,
  unverified: 3,
  rendering: 4,
  output: 5,
  network: 6,
  serving: 7,
  // Of `synoptic check`, one a gate.
  'gate-unverified': 20,
  'gate-new-divergence': 21,
  'gate-lost-support': 22,
  'gate-single-source-bottom-line': 23,
  'gate-bottom-line-changed': 24,
  'gate-stale': 25,
  'gate-warnings': 26,
  internal: 70,
} as const;

export type ExitName = keyof typeof EXIT;

type Severity = 'fail' | 'warn' | 'info';

interface Rule {
  readonly severity: Severity;
  /** What the run ends with when the rule fails. */
  readonly exit: ExitName;
}

const fail = (exit: ExitName): Rule => ({ severity: 'fail', exit });
const warn: Rule = { severity: 'warn', exit: 'published' };
const info: Rule = { severity: 'info', exit: 'published' };

export const RULES = {
  // The folder
  'folder-missing': fail('input'),
  'no-reports': fail('input'),
  // One report cannot be compared with anything; its editor would be blamed for "corroborated".
  'one-report': fail('input'),
  'not-a-file': fail('input'),
  // A link may lead to what the folder's owner may not show.
  'outside-folder': fail('input'),
  'unreadable-file': fail('input'),
  'no-reader': warn,
  'skipped-folder': warn,

  // Folders of many briefings
  // Which of them is meant, only the user knows.
  'many-briefings': fail('input'),
  'briefing-name': fail('input'),

  // A report
  'empty-report': fail('input'),
  'too-large': fail('input'),
  'not-utf8': fail('input'),
  'not-text': fail('input'),
  // What a browser, too, would read so; the marks of a guess may be wrong.
  'encoding-other': info,
  'encoding-guessed': warn,
  'content-other': warn,
  undecodable: warn,
  'no-article': fail('input'),
  'no-text': fail('input'),
  'broken-file': fail('input'),
  'encrypted-file': fail('input'),
  // Such a page may be a picture only.
  'page-without-text': warn,
  'too-deep': fail('input'),
  'metadata-conflict': warn,
  'language-other': warn,
  // The same bytes twice would make one report look like two that agree.
  'duplicate-report': fail('input'),
  'no-claims': fail('input'),
  'published-unknown': info,

  // Reports of several events
  // Said aloud: its editor may have meant it to be used.
  'other-event': warn,
  // What is the event, and what is not, cannot be told by counting.
  'several-events': fail('input'),
  'no-shared-fact': warn,
  // What was asked for by name and is not there.
  'report-unknown': fail('input'),
  'fact-unknown': fail('input'),
  'fact-ambiguous': fail('input'),

  // A field of a report
  // Tools write many things under such names; the report can be used without.
  'date-unread': warn,
  'front-matter': fail('input'),

  // briefing.yaml
  'config-syntax': fail('input'),
  'config-value': fail('input'),
  'config-report-missing': fail('input'),
  'citation-style': fail('input'),

  // Decisions of the editor
  // What was to be suppressed, taken apart or said otherwise would be printed as it is.
  'decision-unmatched': fail('input'),
  'decision-ambiguous': fail('input'),
  // Which of the two is meant, only the editor knows.
  'decision-conflict': fail('input'),
  // A merge or pin that fits nothing: facts are told apart, or in another place. Nothing is untrue.
  'decision-unapplied': warn,
  'decision-needless': warn,
  'still-printed': warn,

  // What compares passages
  // The words alone tell as well which passages are one fact, only worse.
  'model-unusable': warn,
  'scorer-unasked': warn,
  // What was asked for by name cannot be done, and the briefing would say less than it seems to.
  'scorer-failed': fail('input'),
  'scorer-unknown': fail('input'),

  // Where the reports have it from
  // Each such fact bears it in the briefing, too.
  'one-origin': info,
  'plural-of-one': info,
  // What looks like confirmation is none, and nothing else on the page says so.
  'circular-reports': warn,

  // What is added
  'address-refused': fail('network'),
  // A page must not lead the program to what only this machine can reach.
  'private-address': fail('network'),
  'robots-refused': fail('network'),
  redirects: fail('network'),
  'not-fetched': fail('network'),
  'page-refused': fail('network'),
  'content-type': fail('network'),
  'feed-unusable': fail('network'),
  'already-there': fail('input'),
  // Nothing is lost by it: both versions lie side by side.
  'file-edited': warn,
  'record-unusable': warn,

  // Builds on schedule
  // A run may be made twice by that, or missed; the editions are none the worse.
  'run-unrecorded': warn,

  // Proof
  'citation-mismatch': fail('unverified'),
  'report-changed': fail('unverified'),
  'edit-unproved': fail('unverified'),
  'quotation-unproved': fail('unverified'),
  'number-unproved': fail('unverified'),
  'name-unproved': fail('unverified'),
  'word-unproved': fail('unverified'),
  'addition-unproved': fail('unverified'),
  'sentence-lost': fail('unverified'),
  'change-unproved': fail('unverified'),

  // House style: the words are the reports' or the editor's, and stay as they are
  'likelihood-word': info,
  'likelihood-confidence': info,
  // Whoever publishes it answers for it.
  'accusation-unattributed': warn,
  'superlative-unreported': warn,

  // Templates and themes
  'template-missing': fail('input'),
  // A name that takes no place would change nothing, and its writer would not know why.
  'template-unknown': fail('input'),
  'template-unusable': fail('input'),
  // What stands outside of what is sanitized could run or fetch.
  'template-untrusted': fail('input'),
  'theme-unknown': fail('input'),
  'theme-unusable': fail('input'),
  // It can be read by many, and its maker may have no say in the colors.
  'theme-contrast': warn,

  // Rendering and publishing
  'no-browser': fail('rendering'),
  'browser-failed': fail('rendering'),
  'browser-unsandboxed': warn,
  'pdf-incomplete': fail('rendering'),
  'template-failed': fail('rendering'),
  // What the user asked for by name would be missing from the edition.
  'format-unusable': fail('rendering'),
  'no-glyph': warn,
  'output-unwritable': fail('output'),
  'no-edition': fail('output'),
  'edition-damaged': fail('output'),
  'edition-taken': fail('output'),
  'edition-unknown': fail('input'),
  'edition-unusable': fail('input'),
  'edition-withdrawn': warn,
  // Editions stand in order all the same.
  'clock-back': warn,
  'output-locked': fail('output'),
  'output-unlocked': warn,
  // Whole all the same; only not exchanged at once.
  'output-without-links': info,

  // One of many briefings
  'out-of-memory': fail('rendering'),
  'build-crashed': fail('internal'),

  // The preview
  'port-taken': fail('serving'),
  'address-unusable': fail('serving'),
  // Who can reach this machine can read the reports.
  'served-to-others': warn,
} as const satisfies Record<string, Rule>;

export type RuleName = keyof typeof RULES;

/** A place in a file, 1-based as editors count. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface Trouble {
  readonly rule: RuleName;
  /** File or folder that the message is about, as the user named it. */
  readonly file: string;
  readonly place?: Place | undefined;
  readonly found: string;
  readonly expected: string;
  /** What the reader of the message can do now. */
  readonly advice: string;
  readonly cause?: unknown;
}

/** Make a message of a rule in the one grammar. */
export function message(trouble: Trouble): VFileMessage {
  const { rule, found, expected, advice } = trouble;
  const made = new VFileMessage(`Unexpected ${found}, expected ${expected}: ${advice}`, {
    ruleId: rule,
    source: 'synoptic',
    ...(trouble.place && {
      place: { line: trouble.place.line, column: trouble.place.column },
    }),
    ...(trouble.cause instanceof Error && { cause: trouble.cause }),
  });
  made.file = trouble.file;
  made.actual = found;
  made.expected = [expected];
  const fatal = { fail: true, warn: false, info: undefined } satisfies Record<Severity, unknown>;
  made.fatal = fatal[RULES[rule].severity];
  return made;
}

/** Whether a message forbids publishing. */
export const isFatal = (made: VFileMessage): boolean => made.fatal === true;

/** The same messages, where what they tell of must not hold the run up. */
export function asWarnings(messages: readonly VFileMessage[]): readonly VFileMessage[] {
  for (const made of messages) if (isFatal(made)) made.fatal = false;
  return messages;
}

/** What tells a message from others: what it says, and of which place. */
export const messageKey = ({ file, ruleId, reason, line, column }: VFileMessage): string =>
  JSON.stringify([file, ruleId, reason, line, column]);

/** The exit code that a run with these messages ends with: that of the first failure. */
export function exitOf(messages: readonly VFileMessage[]): ExitName {
  const first = messages.find(isFatal);
  return first && isRule(first.ruleId) ? RULES[first.ruleId].exit : 'published';
}

/** Failure that carries messages through a stage that cannot go on. */
export class BuildFailure extends Error {
  override readonly name = 'BuildFailure';
  readonly messages: readonly VFileMessage[];

  constructor(messages: readonly VFileMessage[]) {
    super(messages.map((made) => made.reason).join('\n'));
    this.messages = messages;
  }
}

/**
 * Keep messages; stop when one of them forbids going on.
 *
 * @throws BuildFailure with all that were kept.
 */
export const gatherInto = (messages: VFileMessage[]) => (more: readonly VFileMessage[]) => {
  messages.push(...more);
  if (messages.some(isFatal)) throw new BuildFailure(messages);
};

function isRule(name: string | undefined): name is RuleName {
  return name !== undefined && Object.hasOwn(RULES, name);
}
