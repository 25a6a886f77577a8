/**
 * Nouns that name something that happened or is held on a day: "the assault on 10 May". A date behind
 * any other noun may belong to the verb.
 */
const NOUNS =
  'accident address agreement ambush announcement armistice arrest arrival assault assassination attack award battle blast blaze bombing boycott briefing burial call campaign ceasefire celebration ceremony clash collapse collision concert conference conflict coup crackdown crash debate deadline debut decision defeat demonstration departure derailment disaster disclosure earthquake election encounter eruption escape evacuation execution explosion fall festival fight filing fire flood funeral game hearing hijacking hurricane inauguration incident inspection interview invasion kidnapping killing landing landslide launch lawsuit letter march massacre match meeting merger mission murder negotiation offensive operation opening outbreak outage poll presentation protest quake raid rally referendum report rescue resignation retirement revolt revolution riot robbery ruling sale scandal seizure session shooting siege slaying speech spill stabbing statement storm strike summit surrender talk test theft tornado tour trial tsunami typhoon uprising verdict victory vigil violence visit vote walkout war wedding withdrawal wreck';

const plural = (noun: string) =>
  noun.endsWith('y') ? `${noun.slice(0, -1)}(?:y|ies)` : `${noun}(?:e?s)?`;

/** Source of a pattern that one of the nouns matches, in the singular or the plural. */
export const EVENT_NOUN = `(?:${NOUNS.split(' ').map(plural).join('|')})`;
