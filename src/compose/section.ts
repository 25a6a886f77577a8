import type {
  Analysis,
  Applied,
  Entity,
  Fact,
  House,
  Report,
  Section,
  Stranger,
} from '../types.ts';

/** What the parts of a briefing are made from. */
export interface Material {
  readonly reports: readonly Report[];
  readonly strangers: readonly Stranger[];
  /** What the editor pinned first; then in order of how many reports state it. */
  readonly facts: readonly Fact[];
  /** What the editor decided about them. */
  readonly decisions: readonly Applied[];
  /** Those that most reports name first. */
  readonly entities: readonly Entity[];
  readonly analysis: Analysis;
  readonly house: House;
}

/** Makes one part of the briefing; nothing where it would be empty. */
export type SectionMaker = (material: Material) => Section | undefined;
