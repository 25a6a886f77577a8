/** How a check's verdict is told: to people, as data, and to the services that run checks. */

export { verdictJson, verdictJsonSchema } from './json.ts';
export { verdictJunit } from './junit.ts';
export { verdictSarif } from './sarif.ts';
export { verdictText } from './text.ts';
export type { Verdict } from './verdict.ts';
