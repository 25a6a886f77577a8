/** What the commands of the command line do, once their arguments are taken apart. */

export { type AddFlags, runAdd } from './add.ts';
export {
  count,
  duration,
  formats,
  gates,
  LOGS,
  type LogName,
  milliseconds,
  named,
  port,
  Refusal,
  refuse,
  SCHEMA_NAMES,
  type SchemaName,
  schemaName,
  seconds,
  sourceDate,
} from './arguments.ts';
export { type BuildFlags, runBuild } from './build.ts';
export { holdsMany, runBuildAll } from './build-all.ts';
export { type CheckFlags, runCheck } from './check.ts';
export { runCheckAll } from './check-all.ts';
export { type ClaimFlags, runClaims } from './claims.ts';
export { type DiffFlags, runDiff } from './diff.ts';
export { type ExplainFlags, runExplain } from './explain.ts';
export { jsonPrinter } from './json-printer.ts';
export type { Loudness, Printer, PrinterMaker } from './printer.ts';
export { type PublishFlags, runPublish } from './publish.ts';
export { runSchedule, type ScheduleFlags } from './schedule.ts';
export { runSchema } from './schema.ts';
export { runServe, type ServeFlags } from './serve.ts';
export { runSources } from './sources.ts';
export { runStatus, type StatusFlags } from './status.ts';
export type { Around, Surroundings } from './surroundings.ts';
export { textPrinter } from './text-printer.ts';
export { runWatch, type WatchFlags } from './watch.ts';
