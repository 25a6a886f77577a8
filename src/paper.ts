/** The papers that a briefing may be printed on, by the names that CSS has for them. */
export const PAPERS = ['a4', 'letter'] as const;

export type Paper = (typeof PAPERS)[number];
