/** How words are joined with hyphens, and what only ends a word. Data alone. */

const words = (...lists: readonly string[]): ReadonlySet<string> =>
  new Set(lists.flatMap((list) => list.split(' ')));

/** Endings that are no words: what stands before a broken line and one of them is one word. */
export const ENDINGS = words(
  'al ally ance ances ated ates ating ation ations ative cally cation cations cence cial cially cian cians cies ciency cious cism cist cists cy',
  'ed ence ences ent er ers ery es ess est ety ful fully gence gency ial ially ible ibly ical ically ician icians ics ied ies ific ification ified ily iness ing ingly ings',
  'ious ise ised ish ising ism isms ist ists ities ity ive ively ization ize ized izing lence lished lishing ly ment mental mentary mentation ments',
  'nancial nating nation ness nesses nity ous ously pation rity sary sibility sible sion sional sions sive sively tation tations tative tatives tary',
  'ter tial tially tical tically ting tion tional tionally tioned tions tious tive tively tives tral ture tured tures turing ual ually ure ures',
);

/** Words and prefixes that a hyphen joins to the next word: "long-term", "anti-tank". */
export const COMPOUND_HEADS = words(
  'all anti best better big book broad child city clean close cold court cross deep double drug dry early east eight ex eye face family far fast father fifty fire five follow forty four free french front full game german gold good great greek half hard head health heavy high home hot ice ill inner inter intra',
  'job king large last late law left life light line little local long low market mass mega mid middle mile mini money month mother much multi near neo never new news night nine ninety no non northern nuclear off office oil old one open outer own party peace phone police post price public quasi',
  'record red right road role russian school second self semi seven seventy short side single six sixty slow small social solid southern sub tax ten third thirty three tight top town trade twelve twenty two ultra upper vice voice war water weak week well western white whole wide wind wine word work world year young zero',
);

/** Words that a hyphen joins to the word before: "state-backed", "ten-year". */
export const COMPOUND_TAILS = words(
  'aged backed based born bound building century class coded controlled covered cut deal degree driven edge elect eyed faced facing fed fighter fighting filled foot free friendly grade haired handed hearted hour hundred inch intentioned kilometer kilometre laden led level linked long looking lying',
  'maker making mannered meter metre mile million minded minister minute month named off old operated owned packed paid person planned powered producing profile proof quality range ranked ranking related run running scale seat section sharing shooting sided size sized speaking stage star starved strong style supported',
  'term thinking thirds thousand time top torn trained turn up wave week wheel wide wing winner winning worker written year years',
);

/** Words behind a hyphen that is left hanging: "pre- and post-war". */
export const AFTER_HANGING = words('and or to nor but than versus through');
