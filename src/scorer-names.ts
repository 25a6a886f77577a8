/** What tells which passages state one fact: their words; the model; a model of the user's own. */
export const SCORERS = ['lexical', 'model', 'own'] as const;

export type ScorerName = (typeof SCORERS)[number];

/** The scorer that is taken where none is asked for. */
export const DEFAULT_SCORER: ScorerName = 'lexical';
