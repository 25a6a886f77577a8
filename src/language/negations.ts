/** Words that deny what they stand with, or nearly so. */
export const NEGATION =
  /\b(?:no|not|none|nobody|nothing|never|neither|nor|hardly|scarcely|barely|rarely|seldom|few|little|without)\b|n['’]t\b|\bno[ -]one\b/iu;
