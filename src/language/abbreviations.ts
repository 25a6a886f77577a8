/**
 * Shortened words that are written with a stop, by what their stop tells about the sentence. Data
 * alone. All are told by their capitals: "Gen." is a rank, "the next gen." is slang at an end.
 */

const words = (...lists: readonly string[]): readonly string[] =>
  lists.flatMap((list) => list.split(' '));

/** Titles and ranks: a name comes behind them, so that no sentence ends there. */
export const TITLES_BEFORE_NAMES = words(
  'Adm Amb Asst Atty Brig Capt Cdr Cmdr Col Comdr Const Cpl Cpt Det Dr Drs Fr Gen Gens Gov Hon Insp Lt Ltjg',
  'Maj Messrs Mgr Mr Mrs Ms Msgr Mx Pfc Pres Prof Pvt Rep Reps Rev Sec Sen Sens Sgt Spc Supt Ven',
);

/** Parts of names of places, before the rest of the name: "Mt. Orm", "Ft. Wend". */
export const PLACES_BEFORE_NAMES = words('Ft Mt Mts Pt Ste');

/** Words that stand before a number, in small letters or not: "No. 5", "pp. 20-25". */
export const BEFORE_NUMBERS = words(
  'approx art arts ca cap ch cl est ext fig figs fl no nos op p para paras pp pt reg rs sec sect ser tel vol vols',
);

/** Words that join two others and end nothing: "Field v. Lane", "cf. Example". */
export const BETWEEN_WORDS = words('cf incl resp v viz vs');

/** Months, before a day or year. "May" has no short form. */
export const MONTHS = words('Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec');

/** Parts of names that may end a sentence as well: of people, firms, bodies, streets. */
export const BEHIND_NAMES = words(
  'Jr Sr Esq Bros Co Corp Cos Inc Ltd Plc Pty Assn Assoc Dept Dist Div Govt Intl Mfg Natl Univ',
  'Ave Bldg Blvd Hwy Pkwy Rd Rte Sq St Twp al',
);

/**
 * States and provinces as the Associated Press shortens them; they stand behind a comma or, with
 * a party, in "R-Ga.". Others are words of their own: "Miss.", "Ill.", "Mo.".
 */
export const STATES = words(
  'Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb',
  'Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo Alta Man Nfld Ont Que Sask',
);

/** What follows a time of day and belongs to it: "5 p.m. Tuesday", "9 a.m. EST". */
export const BEHIND_TIMES = words(
  'Mon Monday Tue Tues Tuesday Wed Wednesday Thu Thurs Thursday Fri Friday Sat Saturday Sun Sunday',
  'Jan January Feb February Mar March Apr April May Jun June Jul July Aug August Sep Sept September Oct October Nov November Dec December',
  'AEDT AEST BST CDT CEST CET CST CT EDT EET EST ET GMT HKT IST JST KST MDT MSK MST MT NZST PDT PKT PST PT UTC WAT WIB',
  'Atlantic Central Eastern Greenwich Pacific',
);

/**
 * Words that, where they have a capital behind a stop, begin a sentence: small words, which are
 * in no name but at its head, and people whom news tells of without naming them.
 */
export const OPENERS = words(
  'A About According After Against All Although Amid Among An And Another Any As At Because Before Behind Below Beside Between Both But By',
  'Despite During Each Earlier Even Ever Every Everyone Few For From He Her Here His How However If In Instead Into It Its',
  'Last Later Many Meanwhile Most My Near Nearly Neither Never No Nobody None Nor Nothing Now Of Often On Once One Only Or Other Others Our Over',
  'Perhaps She Since So Some Somebody Someone Soon Still Such Than That The Their Then There These They This Those Though Through Thus To Today Together Tomorrow Tonight Too Two Under Until Upon',
  'We What When Where Whether Which While Who Whoever Whose Why With Within Without Yesterday Yet You Your',
  'Is Are Was Were Do Does Did Has Have Had Can Could Should Would Must',
  'Authorities Officials Police Prosecutors Residents Witnesses',
);
