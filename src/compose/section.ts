import type { Analysis, Entity, Fact, Report, Section, Stranger } from '../types.ts';

/** What the parts of a briefing are made from. */
export interface Material {
  readonly reports: readonly Report[];
  readonly strangers: readonly Stranger[];
  /** In order of how many reports state them. */
  readonly facts: readonly Fact[];
  /** Those that most reports name first. */
  readonly entities: readonly Entity[];
  readonly analysis: Analysis;
}

/** Makes one part of the briefing; nothing where it would be empty. */
export type SectionMaker = (material: Material) => Section | undefined;
