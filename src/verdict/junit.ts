import type { Element } from 'xast';
import { findingLines } from '../findings.ts';
import type { GateResult, GateStatus } from '../gates/index.ts';
import { element, xmlDocument } from '../xml.ts';
import type { Verdict } from './verdict.ts';

/**
 * A verdict as JUnit XML, for services that show tests: one test case a gate. Only what the schema of
 * Jenkins (junit-10.xsd) knows is used, and no times, so that the same verdict gives the same bytes.
 */
export function verdictJunit({ folder, gates, messages }: Verdict): string {
  const tests = String(gates.length);
  const failures = countOf(gates, 'failed');
  const errors = countOf(gates, 'unknown');
  const counts = { tests, failures, errors };
  const failed = messages
    .filter(({ fatal }) => fatal)
    .map(({ file, reason }) => `${file}: ${reason}`);
  const suite = element(
    'testsuite',
    { name: folder, ...counts, skipped: countOf(gates, 'not-asked') },
    gates.map((gate) => caseOf(gate, failed)),
  );
  return xmlDocument({
    type: 'root',
    children: [element('testsuites', { name: 'synoptic check', ...counts }, [suite])],
  });
}

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
