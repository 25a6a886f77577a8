import type { Element } from 'xast';
import { findingLines } from '../findings.ts';
import type { GateResult, GateStatus } from '../gates/index.ts';
import { element, xmlDocument } from '../xml.ts';
import type { Verdict, Verdicts } from './verdict.ts';

/**
 * A verdict as JUnit XML, for services that show tests: one test case a gate. Only what the schema of
 * Jenkins (junit-10.xsd) knows is used, and no times, so that the same verdict gives the same bytes.
 */
export const verdictJunit = (verdict: Verdict): string => suites([verdict]);

/** The same of many: one test suite a briefing. */
export const verdictsJunit = ({ briefings }: Verdicts): string => suites(briefings);

function suites(verdicts: readonly Verdict[]): string {
  const all = countsOf(verdicts.flatMap(({ gates }) => gates));
  return xmlDocument({
    type: 'root',
    children: [element('testsuites', { name: 'synoptic check', ...all }, verdicts.map(suiteOf))],
  });
}

function suiteOf({ folder, gates, messages }: Verdict): Element {
  const failed = messages
    .filter(({ fatal }) => fatal)
    .map(({ file, reason }) => `${file}: ${reason}`);
  return element(
    'testsuite',
    { name: folder, ...countsOf(gates), skipped: countOf(gates, 'not-asked') },
    gates.map((gate) => caseOf(gate, failed)),
  );
}

const countsOf = (gates: readonly GateResult[]) => ({
  tests: String(gates.length),
  failures: countOf(gates, 'failed'),
  errors: countOf(gates, 'unknown'),
});

const countOf = (gates: readonly GateResult[], wanted: GateStatus): string =>
  String(gates.filter(({ status }) => status === wanted).length);

/** @param failed What kept the briefing from being made. */
function caseOf(gate: GateResult, failed: readonly string[]): Element {
  const children = OUTCOMES[gate.status](gate, failed);
  return element('testcase', { classname: 'synoptic.check', name: gate.name }, children);
}

type Outcome = (gate: GateResult, failed: readonly string[]) => readonly Element[];

const OUTCOMES: Readonly<Record<GateStatus, Outcome>> = {
  ok: ({ because }) => (because === null ? [] : [element('system-out', {}, [because])]),
  failed: (gate) => [
    element('failure', { type: gate.name, message: messageOf(gate) }, [textOf(gate)]),
  ],
  'not-asked': (gate) => [
    element('skipped', { message: `not asked: ${messageOf(gate)}` }),
    element('system-out', {}, [textOf(gate)]),
  ],
  unknown: ({ name, because }, failed) => [
    element('error', { type: name, message: because }, [failed.join('\n')]),
  ],
};

const messageOf = ({ findings, finds }: GateResult): string => `${findings.length} × ${finds}`;

const textOf = ({ findings }: GateResult): string => findings.flatMap(findingLines).join('\n');
