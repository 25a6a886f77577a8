/** What datelines are made of: who stands in their brackets, and what looks like one. Data alone. */

const words = (...lists: readonly string[]): ReadonlySet<string> =>
  new Set(lists.flatMap((list) => list.split(' ')));

/**
 * Agencies that datelines name, besides those that sources are told by: these names mean other
 * things in a sentence.
 */
export const DATELINE_AGENCIES = words(
  'agencia-efe agencies ap-photo asia-news-international bloomberg business-wire businesswire eurasianet globe-newswire globenewswire ians-english interfax-ukraine kyodo-news knight-ridder jiji jta mct',
  'pr-newswire prnewswire reuters-health reuters-breakingviews rns snr thomson-reuters-foundation tns tribune-news-service upi-com xinhua-net xinhuanet zuma',
);

/** Broadcasters and papers that put their own name there. */
export const DATELINE_OUTLETS = words(
  'abc abc-news al-jazeera bbc bbc-news cbc cbs cbs-news cnbc cnn cnn-business cnn-money cnn-philippines cnn-sports cnnmoney fox-business fox-news marketwatch nbc nbc-news npr rt rfe-rl sky-news the-hill variety voa',
);

/** Words in capitals that stand before a colon or a dash and are no place. */
export const NO_PLACES = words(
  'abstract advertisement alert analysis answer audio bonus breaking caption clarification comment commentary correction corrected developing editorial essay event exclusive explained explainer factbox feature file focus full-text gallery graphic headline headlines highlights insight',
  'interactive interview just-in key-points latest listen live loading more motion note notes obituary opinion overview photo photos picture pictures podcast poll preview profile question quote quotes read recap reader report review rumor',
  'see special sponsored story summary survey tag tags teaser text timeline tip title topic topics transcript update updated updates urgent verdict video voices warning watch weather',
  'acc aclu afl-cio apec asean au brics ceo cia covid dea dhs dnc doj ec ecb epa eu faa fbi fcc fda fema fifa g7 g20 gop hhs hiv iaea icc ice imf ioc isil isis mlb nasa nato nba ncaa nfl nhl nhs nra nsa oecd opec osce raf rnc sec uefa uk un unesco unhcr unicef us uss wada who wto',
);

/** Call signs of North American stations: "(WABC)", "(KTVU-TV)". */
export const CALL_SIGN = /^[KW][A-Z]{2,3}(?:[- ](?:TV|FM|AM|DT))?$/u;
