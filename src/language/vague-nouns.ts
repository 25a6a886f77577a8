/**
 * Nouns that say nothing of what a text is about: measures, parts, times, and words that stand for
 * others. Data alone.
 */
export const VAGUE_NOUNS: ReadonlySet<string> = new Set(
  'ability account act action addition age amount area aspect attempt authority basis beginning bit body case cause center centre chance change choice circumstance city claim class comment concern condition consequence country couple course date day deal decade decision degree detail difference difficulty direction district dozen earlier effect effort end entry evening event evidence example exchange experience extent eye face fact family figure firm five form front full future general group half hand head help history hour hundred idea importance incident information instance interest issue item job kind land last latest level life line list location lot manner matter meaning means member middle midnight million minute moment month morning move name nation need news night noon north number occasion one order others outside part past people percent percentage period person piece place plan point population portion position possibility power president problem process programme program province public purpose question range rate reason region release relation reporter response rest result right road role room row run scale scene second section sense series session set share side sign situation size sort south space spot stage start state statement step stop story street subject success support system target term test thing thousand time today ton tonne top total town trouble try turn two type use value variety version view village visit wake way week weekend west west while whole word work world year yesterday'.split(
    ' ',
  ),
);
