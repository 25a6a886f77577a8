import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Log, ReportingDescriptor, Result } from 'sarif';
import { inPlain } from '../characters.ts';
import { type Finding, type FindingPlace, messageFinding } from '../findings.ts';
import type { GateResult, GateStatus } from '../gates/index.ts';
import { type Level, levelOf } from '../message-data.ts';
import { sha256 } from '../sha256.ts';
import type { Verdict, Verdicts } from './verdict.ts';

/**
 * A verdict as SARIF 2.1.0, for services that show findings beside the files: what gates found, and
 * the failures and warnings of the build, each where it stands in a report. Paths count from the
 * folder that the command runs in, which is the repository's where a service is to show them.
 *
 * @param version Of the program.
 */
export const verdictSarif = (verdict: Verdict, version: string): Log => logOf([verdict], version);

/** The same of many briefings, in one run: each file stands in the folder of its briefing. */
export const verdictsSarif = (
  { briefings, folder, out, exit, messages }: Verdicts,
  version: string,
): Log => {
  const over = { name: null, folder, out, exit, messages, there: [], since: null, gates: [] };
  return logOf([...briefings, over], version);
};

function logOf(verdicts: readonly Verdict[], version: string): Log {
  const found = verdicts.flatMap(foundIn);
  const rules = rulesOf(verdicts, found);
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  return {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: 'Synoptic', version, semanticVersion: version, rules: [...rules] },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [BASE]: { description: { text: 'Where the command runs.' } } },
        results: found.map((one) => resultOf(one, indexes)),
      },
    ],
  };
}

/** What gates found, then the failures and warnings. */
function foundIn(verdict: Verdict): readonly Found[] {
  const told = verdict.messages.filter(({ fatal }) => fatal !== undefined && fatal !== null);
  const messages = told.map(
    (made): Found => ({
      verdict,
      isGate: false,
      rule: made.ruleId ?? 'message',
      level: LEVELS[levelOf(made)],
      finding: messageFinding(made),
    }),
  );
  // What is a message already stands under the rule of that.
  const found = verdict.gates.flatMap(({ name, status, findings }) =>
    findings
      .filter(({ rule }) => rule === null)
      .map(
        (finding): Found => ({
          ...{ verdict, isGate: true, rule: name },
          level: GATE_LEVELS[status],
          finding,
        }),
      ),
  );
  return [...found, ...messages];
}

const SCHEMA =
  'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** The name that services know for the folder of a repository. */
const BASE = '%SRCROOT%';

/** Something found, under the rule that it is shown by. */
interface Found {
  readonly verdict: Verdict;
  readonly isGate: boolean;
  readonly rule: string;
  readonly level: Result.level;
  readonly finding: Finding;
}

const LEVELS: Readonly<Record<Level, Result.level>> = {
  error: 'error',
  warn: 'warning',
  info: 'note',
};

const GATE_LEVELS: Readonly<Record<GateStatus, Result.level>> = {
  ok: 'none',
  failed: 'error',
  'not-asked': 'warning',
  unknown: 'none',
};

// ---------------------------------------------------------------------------------------------
// Rules

const HELP = {
  gate: 'A gate of synoptic check: see docs/checking.md of Synoptic.',
  message: 'A message of Synoptic: see “Messages and exit codes” in its README.',
} as const;

/** Those of the gates, the same for all, and those of the messages. */
function rulesOf(
  verdicts: readonly Verdict[],
  found: readonly Found[],
): readonly ReportingDescriptor[] {
  const gates = verdicts.flatMap((verdict) => verdict.gates.map(gateRule));
  const rules = [...gates, ...messageRules(found.filter(({ isGate }) => !isGate))];
  return [...new Map(rules.map((rule) => [rule.id, rule])).values()];
}

const gateRule = ({ name, finds }: GateResult): ReportingDescriptor =>
  ruleOf(name, `Finds ${finds}.`, HELP.gate);

/** The rules of the messages that there are, each once. */
function messageRules(messages: readonly Found[]): readonly ReportingDescriptor[] {
  const names = [...new Set(messages.map(({ rule }) => rule))];
  return names.map((name) => ruleOf(name, `${name.replaceAll('-', ' ')}.`, HELP.message));
}

const ruleOf = (id: string, about: string, help: string): ReportingDescriptor => ({
  id,
  shortDescription: { text: about },
  fullDescription: { text: about },
  help: { text: help },
});

// ---------------------------------------------------------------------------------------------
// Results

function resultOf(
  { verdict, rule, level, finding }: Found,
  indexes: ReadonlyMap<string, number>,
): Result {
  const [first, ...others] = finding.places;
  const related = others.map((place, index) => ({
    id: index + 1,
    ...locationOf(place, verdict),
    message: { text: unlinked(place.exact ?? place.file) },
  }));
  return {
    ruleId: rule,
    ruleIndex: indexes.get(rule) ?? -1,
    level,
    message: { text: sentenceOf(finding) },
    // A service shows only what has a place: where there is none, at the folder.
    locations: [locationOf(first ?? WHOLE_FOLDER, verdict)],
    ...(related.length > 0 && { relatedLocations: related }),
    partialFingerprints: fingerprintsOf(
      [...(verdict.name === null ? [] : [verdict.name]), rule],
      finding,
    ),
  };
}

const WHOLE_FOLDER: FindingPlace = { file: '', start: null, end: null, exact: null };

/** What is stated, and below it what is the matter. */
const sentenceOf = ({ says, statement }: Finding): string =>
  [...(statement === null ? [] : [statement]), says].map(unlinked).join('\n');

/** Words of a report must not become a link: SARIF reads “[words](address)” as one. */
const unlinked = (text: string): string => inPlain(text).replaceAll('](', '] (');

function locationOf({ file, start, end }: FindingPlace, verdict: Verdict) {
  const region = start
    ? { startLine: start.line, startColumn: start.column, ...(end && endOf(end)) }
    : // Services want a line; what has none is shown at the first.
      { startLine: 1 };
  return { physicalLocation: { artifactLocation: artifactOf(pathOf(file, verdict)), region } };
}

const endOf = ({ line, column }: { readonly line: number; readonly column: number }) => ({
  endLine: line,
  endColumn: column,
});

/** Path of a file that is named as messages do; what is of no folder is shown at that of the reports. */
function pathOf(file: string, { folder, out, there }: Verdict): string {
  if (there.includes(file)) return path.join(folder, file);
  return [folder, out].some((root) => file.startsWith(root + path.sep)) ? file : folder;
}

/** Where a file lies, as a URI: below the folder that the command runs in, or wherever it is. */
function artifactOf(file: string) {
  const from = path.relative('', file);
  const isBelow = !path.isAbsolute(from) && from.split(path.sep)[0] !== '..';
  return isBelow
    ? { uri: uriOf(from === '' ? '.' : from), uriBaseId: BASE }
    : { uri: pathToFileURL(file).href };
}

const uriOf = (name: string): string => name.split(path.sep).map(encodeURIComponent).join('/');

/**
 * What makes a finding the same one as in an earlier check, wherever it stands now: the fact or
 * difference that it is about; else where and what it is. Of many briefings, each has its own. GitHub knows the first name alone.
 */
function fingerprintsOf(scope: readonly string[], { fact, divergence, says, places }: Finding) {
  const about = divergence ?? fact;
  const mark = hash([...scope, ...(about === null ? [places[0]?.file ?? '', says] : [about])]);
  return {
    ...(about !== null && { primaryLocationLineHash: `${mark}:1` }),
    'synoptic/v1': mark,
  };
}

const hash = (parts: readonly string[]): string => sha256(JSON.stringify(parts)).slice(0, 16);
