import { inPlain } from '../characters.ts';
import { findingLines } from '../findings.ts';
import type { GateResult, GateStatus } from '../gates/index.ts';
import type { Verdict } from './verdict.ts';

const STATUS_WORDS: Readonly<Record<GateStatus, string>> = {
  ok: 'ok',
  failed: 'failed',
  'not-asked': 'not asked',
  unknown: 'unknown',
};

const WIDEST = Math.max(...Object.values(STATUS_WORDS).map(({ length }) => length));

/** A verdict for people. Nothing in it steers a terminal, whatever the reports hold. */
export interface VerdictText {
  /** What the briefing was held against. */
  readonly against: string;
  /** Each gate in a line, with its findings below; in order. */
  readonly gates: readonly string[];
}

/** Tell a verdict to people. */
export function verdictText({ out, since, gates }: Verdict): VerdictText {
  const widest = Math.max(...gates.map(({ name }) => name.length));
  return {
    against: since
      ? `Held against edition ${since.number} of ${since.made}`
      : `No edition in ${inPlain(out)} to compare with`,
    gates: gates.map((gate) => gateLines(gate, widest).join('\n')),
  };
}

function gateLines(gate: GateResult, widest: number): readonly string[] {
  const { name, status, findings } = gate;
  const head = `${name.padEnd(widest)}  ${STATUS_WORDS[status].padEnd(WIDEST)}  ${aboutOf(gate)}`;
  const below = findings.flatMap(findingLines).map((line) => `  ${line}`);
  return [head.trimEnd(), ...below];
}

/** How many it found, and what that is. */
function aboutOf({ finds, findings, because }: GateResult): string {
  if (because !== null) return because;
  return findings.length === 0 ? '' : `${findings.length} × ${finds}`;
}
