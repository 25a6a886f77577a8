/** Words of which only one can hold of the same thing. */
const PAIRS: readonly string[] =
  'man/woman men/women boy/girl boys/girls husband/wife father/mother son/daughter brother/sister north/south east/west northern/southern eastern/western left/right before/after above/below inside/outside dead/alive open/closed opened/closed guilty/innocent accepted/rejected approved/rejected accept/reject won/lost win/lose rose/fell rises/falls increased/decreased more/fewer more/less first/last morning/evening am/pm a.m/p.m guilty/acquitted convicted/acquitted allowed/banned confirmed/denied'.split(
    ' ',
  );

const OPPOSITES: ReadonlySet<string> = new Set(
  PAIRS.flatMap((pair) => {
    const [a = '', b = ''] = pair.split('/');
    return [`${a}/${b}`, `${b}/${a}`];
  }),
);

/** Beginnings that turn a word round: "safe", "unsafe". */
const REVERSING = ['un', 'in', 'im', 'il', 'ir', 'dis', 'non', 'non-'];
/** "Form" and "inform" are no opposites; short words are too often such pairs. */
const MIN_STEM = 4;
/** Longer words that begin as if turned round, and are not. */
const NOT_REVERSED: ReadonlySet<string> = new Set(
  'inform intend invest insure imprison improve impress import impart impose display discover dispatch discharge inside increase incline induce inflame invaluable'.split(
    ' ',
  ),
);

/** Whether only one of two words, in lower case, can hold. */
export function areOpposites(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  const reversed =
    short.length >= MIN_STEM &&
    REVERSING.some((beginning) => long === beginning + short) &&
    ![...NOT_REVERSED].some((word) => long.startsWith(word));
  return OPPOSITES.has(`${a}/${b}`) || reversed;
}

/** Whether a word, in lower case, denies what it stands in. */
export const isNegation = (word: string): boolean =>
  /^(?:not|never|no|none|nobody|neither|cannot)$|n't$/u.test(word);

/** Whether a word, in lower case, leaves open what it stands with. */
export const isReserve = (word: string): boolean => /^(?:may|might|could)$/u.test(word);
