import type { Finding } from '../findings.ts';
import type { ExitName } from '../messages.ts';
import { bottomLineChanged } from './bottom-line-changed.ts';
import type { Evidence, Gate, Untold } from './gate.ts';
import { lostSupport } from './lost-support.ts';
import { newDivergence } from './new-divergence.ts';
import { singleSourceBottomLine } from './single-source-bottom-line.ts';
import { stale } from './stale.ts';
import { unverified } from './unverified.ts';
import { warnings } from './warnings.ts';

export type { Evidence, Gate } from './gate.ts';

/** The gates. Of those that fail, the first says what a check ends with. */
export const GATES: readonly Gate[] = [
  unverified,
  newDivergence,
  lostSupport,
  singleSourceBottomLine,
  bottomLineChanged,
  stale,
  warnings,
];

export const GATE_NAMES: readonly string[] = GATES.map(({ name }) => name);

/**
 * The gate that is asked whether or not it is named: without a briefing that is proved, no other can
 * tell.
 */
export const ALWAYS_ASKED = unverified.name;

/** How a gate came out: open, shut, shut for nobody, or not to be told. */
export type GateStatus = 'ok' | 'failed' | 'not-asked' | 'unknown';

/** What a gate found. */
export interface GateResult extends Pick<Gate, 'name' | 'finds' | 'exit'> {
  readonly asked: boolean;
  /** `not-asked`: it found something, and nobody asked to fail for that. */
  readonly status: GateStatus;
  /** Why it could not look, in words; null where it could. */
  readonly because: string | null;
  readonly findings: readonly Finding[];
}

const BECAUSE: Readonly<Record<Untold, string>> = {
  'no-briefing': 'there is no briefing to look at',
  'no-edition': 'there is nothing to compare with',
};

/** What is found without an earlier edition is nothing new; without a briefing nobody knows. */
const UNTOLD_STATUS: Readonly<Record<Untold, GateStatus>> = {
  'no-briefing': 'unknown',
  'no-edition': 'ok',
};

/**
 * Hold evidence against each gate.
 *
 * @param failOn Names of the gates that are asked.
 */
export function passGates(evidence: Evidence, failOn: readonly string[]): readonly GateResult[] {
  return GATES.map(({ name, finds, exit, check }) => {
    const asked = name === ALWAYS_ASKED || failOn.includes(name);
    const found = check(evidence);
    if (typeof found === 'string') {
      const because = BECAUSE[found];
      return { name, finds, exit, asked, status: UNTOLD_STATUS[found], because, findings: [] };
    }
    const shut = asked ? 'failed' : 'not-asked';
    const status = found.length > 0 ? shut : 'ok';
    return { name, finds, exit, asked, status, because: null, findings: found };
  });
}

/** What a check ends with: the exit of the first gate that fails. */
export const exitOfGates = (results: readonly GateResult[]): ExitName =>
  results.find(({ status }) => status === 'failed')?.exit ?? 'published';
