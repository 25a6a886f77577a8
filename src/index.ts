/** The public interface of the library. */

export { type Addition, type Additions, type AddOptions, add, type Wanted } from './add.ts';
export { briefingsIn, type Collection } from './briefings.ts';
export {
  type AllBuilt,
  type BriefingOutcome,
  type BuildAllOptions,
  buildAll,
} from './build-all.ts';
export { type CheckOptions, check } from './check.ts';
export { type CheckAllOptions, checkAll } from './check-all.ts';
export { type ClaimList, type ClaimOptions, listClaims, type ReportClaims } from './claims.ts';
export { type Compared, type CompareOptions, type Comparison, compareEditions } from './compare.ts';
export { configJsonSchema } from './config/index.ts';
export {
  type Explained,
  type ExplainOptions,
  type Explanation,
  explain,
  type Located,
  type Member,
  type Nearby,
} from './explain.ts';
export { DEFAULT_FORMATS, FORMATS, type Format } from './formats.ts';
export { logJsonSchema } from './log-lines.ts';
export { BuildFailure, EXIT, exitOf } from './messages.ts';
export {
  type AskedFormats,
  loadFormats,
  type OwnRenderer as Renderer,
  type RenderTools,
} from './own-format.ts';
export { type BuildOptions, build, type Edition, STAGES, type Stage } from './pipeline.ts';
export { type PollOptions, poll } from './poll.ts';
export { type AllPublished, type PublishAllOptions, publishAllTo } from './publish-all.ts';
export { type Published, type PublishToOptions, publishTo } from './publish-to.ts';
export { type AnyFormat, briefingJsonSchema, claimJson } from './render/index.ts';
export { listSources, type SourceEntry, type Sources } from './sources.ts';
export {
  type AllStatus,
  type BriefingStatus,
  type EditionStatus,
  type Status,
  statusOf,
  statusOfAll,
} from './status.ts';
export { nodeSystem, type System } from './system/index.ts';
export type * from './types.ts';
export {
  type Verdict,
  type Verdicts,
  verdictJsonSchema as checkJsonSchema,
} from './verdict/index.ts';
export { VERSION } from './version.ts';
