/** How a check's verdict is told: to people, as data, and to the services that run checks. */

export { verdictJson, verdictJsonSchema, verdictsJson } from './json.ts';
export { verdictJunit, verdictsJunit } from './junit.ts';
export { verdictSarif, verdictsSarif } from './sarif.ts';
export { verdictText } from './text.ts';
export type { Verdict, Verdicts } from './verdict.ts';
