/** The words by which sources are told apart: agencies, nouns for people, titles. Data alone. */

const words = (...lists: readonly string[]): ReadonlySet<string> =>
  new Set(lists.flatMap((list) => list.split(' ')));

/**
 * News agencies, whose reports others publish as their own: national ones and the world's large
 * private ones, as reports in English name them. A name here says only that a chain that ends in
 * it ends in an agency.
 */
export const AGENCIES = words(
  'aap aa adn-kronos afp agencia-efe agence-france-presse agerpres aif anadolu anadolu-agency ani ansa',
  'ansa-news antara ap apa associated-press ats azertac belga belta bernama bloomberg-news bss bta',
  'canadian-press cp ctk cna-news dpa dow-jones-newswires efe euronext hina ians interfax irna isna itar-tass',
  'kazinform kcna kuna kyodo kyodo-news lusa mehr mena mti ndn novosti ntb pa pa-media pap petra pna press-association',
  'press-trust-of-india pti qna reuters ria ria-novosti ritzau rompres saudi-press-agency sana spa sta stt tanjug',
  'tasr tass thomson-reuters tt ukrinform unb united-press-international upi uni vna wafa xinhua yonhap',
);

/** Nouns for people or papers that a report cites without naming them. */
export const UNNAMED = words(
  'official source diplomat aide adviser advisor authority witness eyewitness resident spokesman spokeswoman spokesperson expert analyst report medium insider lawmaker representative commander officer person people investigator prosecutor doctor relative neighbor neighbour colleague critic observer economist worker employee survivor friend executive trader media',
  'brother cameraman correspondent daughter demonstrator driver father husband man manager mother owner protester reporter sister son wife woman',
  'academic activist advocate attendee bystander campaigner detective engineer firefighter fisherman fishermen historian inspector journalist lawyer legislator medic motorist negotiator nurse organiser organizer paramedic participant passenger physician policeman policemen rescuer researcher rescuers scholar scientist seismologist soldier staffer strategist student supporter surgeon teacher tourist veteran villager volunteer',
);

/** Nouns for papers, whose words are fixed. */
export const DOCUMENTS = words(
  'statement letter memo document filing complaint indictment transcript email tweet post affidavit lawsuit suit',
  'analysis data index list poll record records statistics study survey',
  'footage image photo photograph picture video',
);

/** Nouns for media that a report does not name a second time. */
export const MEDIA_NOUNS = words('broadcaster magazine newspaper paper website');

/** How nouns end that name people by what they do; the list of those that only look so is short. */
export const DOERS = /(?:ers|ors|ists|ians|ants|ees|women|men)$/u;
export const NO_DOERS =
  /(?:papers|letters|numbers|orders|centers|towers|powers|documents|elements|factors|errors|committees|plants)$/u;

/** Words that names of media have in them. */
export const MEDIA =
  /\b(?:news|times|post|journal|guardian|telegraph|tribune|herald|gazette|broadcasting|television|tv|radio|magazine|newspaper|daily|press|network|channel|weekly|courier|chronicle|examiner|inquirer|dispatch|observer|advertiser|bulletin)\b/iu;

/** Broadcasters, papers and sites of the world whose names do not say that they are media. */
export const OUTLETS = words(
  'abc axios bbc bild cbc cbs cnbc cnn corriere-della-sera der-spiegel die-welt economist el-pais ft haaretz al-arabiya al-jazeera',
  'itv kan le-figaro le-monde la-repubblica msnbc newsweek nhk nikkei npr pbs rai repubblica rfi rt rte sky spiegel svt time ytn zdf',
);

/** Adjectives that have no capital of their own: "Local media", at the head of a sentence. */
export const PLAIN_ADJECTIVES = words(
  'current federal foreign former independent local medical military regional retired senior top',
);

/** Participles that say how unnamed people know: "people briefed on the plan". */
export const INFORMED = words('briefed involved informed');

/** Words that names of other bodies have in them. */
export const BODIES =
  /\b(?:ministry|house|department|agency|police|survey|council|office|commission|committee|court|bank|party|university|army|navy|guard|force|forces|corps|union|government|administration|center|centre|institute|bureau|service|company|association|federation|organization|organisation|authority|fund|firefighters|senate|congress|parliament|embassy|pentagon|kremlin|military|state)\b/iu;

/** Nouns in small letters for people who speak as one; what else is no body says nothing. */
export const COLLECTIVES = words(
  'airline alliance ally bloc camp campaign charity coalition conglomerate corporation couple country crew crowd delegation family firm group judge jury leadership maker management manufacturer nation neighbor neighbour operator opposition pair panel parent public publisher regime regulator side staff studio team tribe',
);

/** Words that names of buildings, streets, waters and the like have in them. */
export const FACILITIES =
  /\b(?:airport|arena|avenue|bay|board|boulevard|bridge|cathedral|church|college|dam|factory|gate|hall|harbor|harbour|highway|hospital|hotel|island|lake|library|market|mosque|mountain|museum|palace|park|place|plant|plaza|port|prison|river|road|school|sea|square|stadium|station|street|synagogue|temple|theater|theatre|tower|valley)\b/iu;

/** Words of titles and offices. The personal name is what follows the last of them. */
export const TITLES = words(
  'president vice prime deputy first minister secretary general state defense defence foreign interior chancellor king queen prince princess pope senator sen governor gov mayor judge justice chief chairman chairwoman chair ambassador colonel col lieutenant lt major maj captain capt sergeant sgt admiral adm gen brig marshal commander dr prof professor mr mrs ms sir lord lady spokesman spokeswoman spokesperson adviser advisor director commissioner sheriff representative rep congressman congresswoman attorney speaker leader coach bishop archbishop cardinal imam rabbi reverend rev',
);

/** Titles that stand before a person's name alone, so that one word behind them is a name. */
export const HONORIFICS = words(
  'capt chancellor col dr gen gov governor judge lt maj mayor mr mrs ms president prof rep rev sen senator sgt sir',
);

/** Forms of address: they say nothing of what somebody is. */
export const ADDRESSES = words('lady lord madam miss mr mrs ms sir');

/** Words in small letters before a title that belong to it: "former Secretary of State". */
export const BEFORE_TITLES = words(
  'acting assistant current deputy designated elected ex former incoming interim junior late longtime new outgoing retired senior then top veteran',
);

/** What a secretary or minister is of; a name behind it is theirs: "Secretary of State …". */
export const OFFICES = words('state defense defence interior justice foreign');

/** Names of days and months, which stand beside names and are none. */
export const CALENDAR =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/iu;

/** Words that say how many sources a report means, and are kept beside their description. */
export const NUMBERS = words(
  'one two three four five six seven eight nine ten several some few many multiple various both',
);

/** Nouns that with "of" only say how many. */
export const QUANTITIES = words('number dozens hundreds scores handful couple majority');

/** Words before the noun that do not belong to a source's description. */
export const DETERMINERS = words(
  'a an the one two three four five six several some few many multiple various other unnamed anonymous another both',
  'my our your his her its their',
);
