import { EVENT_NOUN } from './language/event-nouns.ts';
import { UP_TO_DAY, WEEKDAYS } from './language/weekdays.ts';
import type { Span } from './types.ts';

/** What a date dates: which words of a passage say what happened then. */

/** Words around a time expression. */
export interface Around {
  readonly text: string;
  readonly time: Span;
  /** The words before it. */
  readonly before: string;
  /** Whether it is one day. */
  readonly precise: boolean;
}

/** One place where a date stands, and what it dates there. */
export interface ScopeRule {
  readonly id: string;
  readonly applies: (around: Around) => boolean;
  /** The words that say what happened; nothing where the passage does not say it. */
  readonly words: (around: Around) => Span | undefined;
  /** Run as tests: a sentence with its date in braces, and the words. */
  readonly examples: readonly (readonly [string, string | undefined])[];
}

const all = ({ text }: Around): Span => ({ start: 0, end: text.length });
const nothing = () => undefined;

/** Up to the end of the time's clause. */
function clauseEnd({ text, time }: Around): number {
  const rest = text.slice(time.end);
  const at = rest.search(
    /[,;:—–“”()]|(?<!\b\p{Lu}\p{L}{0,3})\.(?:\s|$)| (?:but|and|while|although|though)\b/u,
  );
  return at < 0 ? text.length : time.end + at;
}

/** A verb in the past tense; participles pass for one, so callers look at subordinate clauses only. */
const PAST =
  /\b(?:was|were|had|did|became|began|came|went|took|made|gave|got|left|met|won|lost|fell|rose|broke|saw|told|said|ran|struck|hit|shot|sent|held|led|fought|built|bought|brought|flew|drove|wrote|spoke|quit|shut|found|fled|caught|kept|sold|stood|sank|stole|threw|drew|grew|knew|paid|chose|\p{L}{2,}ed)\b/u;

/** A noun phrase that names an event and ends before the date: "Lisk’s assault on the bridge on". */
const EVENT_PHRASE = new RegExp(
  `^(?:.*\\b(?:of|in|at|after|since|following|during|from|with|by|before|until|till|to|about|for|over) )?(?<phrase>(?:the |an? |its |his |her |their )?(?:[\\p{L}\\p{N}.’'-]+ ){0,6}?${EVENT_NOUN}(?: (?:of|in|on|at|against|by|near|off|into|over|between|with) (?:[\\p{L}\\p{N}.’'-]+ ){0,4}?[\\p{L}\\p{N}.’'-]+)?)(?: (?:on|in|of|late|early|earlier))? $`,
  'iu',
);

/** Prepositions that lead up to a noun phrase and are none of it. */
const LEADING =
  /^(?:.*\b(?:since|until|till|before|after|following|during|ahead of|prior to|than|that|and|but|when) )+/iu;

function eventPhrase({ before, time }: Around): Span | undefined {
  const found = EVENT_PHRASE.exec(before)?.groups?.['phrase'];
  if (found === undefined) return undefined;
  const phrase = found.replace(LEADING, '');
  if (PAST.test(phrase)) return undefined;
  return { start: before.lastIndexOf(phrase), end: time.end };
}

/** The last word that makes a bound of what follows it in its clause, and what follows. */
const BOUND =
  /^.*\b(?<word>since|until|till|before|after|following|ahead of|prior to|between)\b (?<inner>[^,.;:“”()]*)$/isu;

/** Behind these what follows is told as having happened: "before he could sell it" is not. */
const TOLD = /^(?:since|after)$/iu;

function boundWords(around: Around): Span | undefined {
  const { before } = around;
  const { word = '', inner = '' } = BOUND.exec(before)?.groups ?? {};
  const start = before.length - inner.length;
  const phrase = eventPhrase({ ...around, before: `${word} ${inner}` });
  const rest = around.text.slice(around.time.end, clauseEnd(around));
  const told = TOLD.test(word) && /^\p{L}+ .*\p{L}/u.test(inner);
  // The subject and its verb may stand on either side of the date.
  if (told && PAST.test(`${inner}${rest}`) && !/^(?:being|having|\p{L}+ing)\b/iu.test(inner)) {
    return { start, end: clauseEnd(around) };
  }
  if (!phrase || /^between$/iu.test(word)) return undefined;
  return { start: start + (phrase.start - word.length - 1), end: around.time.end };
}

/** "… the meeting in Lisk, which began on": what stands before the pronoun names what began. */
const RELATIVE =
  /^(?<head>.*?)(?<pronoun>,? ?(?:[—–-] )?\b(?:(?:from|in|on|at|to|of|for|by|with|during) which|which|who|whose|where)) (?<inner>[^,.;:—“”()]*)$/isu;

const NAME = "\\p{Lu}[\\p{L}.’'-]*(?: \\p{Lu}[\\p{L}.’'-]*)*";
const WORDS = "[\\p{L}\\p{N}.’'%$-]+(?: [\\p{L}\\p{N}.’'%$-]+){0,4}?";
const PREPOSITION = '(?:of|for|in|at|on|between|with|from|to)';
const DETERMINER = '(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Tt]hat)';

/** A noun phrase with what hangs on it by prepositions, all of a text. */
const HEAD = new RegExp(`^(?:${DETERMINER} ${WORDS}|${NAME})(?: ${PREPOSITION} ${WORDS})*$`, 'u');
const HEAD_START = new RegExp(`(?<![\\p{L}’'‘“])(?:${DETERMINER} |\\p{Lu})`, 'gu');
/** Where the noun phrase begins that a text ends with; nothing where no such phrase is found. */
function headStart(text: string): number | undefined {
  for (const { index } of text.matchAll(HEAD_START)) {
    const head = text.slice(index);
    if (!HEAD.test(head) || PAST.test(head) || PRESENT.test(head) || DAY_NAME.test(head)) continue;
    return index;
  }
  return undefined;
}

/** A date opens no noun phrase that does anything. */
const DAY_NAME = new RegExp(`^(?:${WEEKDAYS.join('|')})\\b`, 'iu');

const PRESENT =
  /\b(?:since|after|before|until|because|if|as|that|than|when|while|says?|comes?|is|are|has|have|will|would|be|been|to \p{Ll}+|and)\b/u;

/** Verbs of a clause that agree with its subject, an auxiliary and its participle as one. */
const verbsIn = (text: string): number =>
  text
    .replace(
      /\b(?:was|were|had|has|have|is|are|be)(?: been| being| not)? (?:\p{L}+ly )?(?=\p{L})/gu,
      '',
    )
    .split(/\s+/u)
    .filter((word) => PAST.test(word)).length;

/** An auxiliary behind the clause's own verb. */
const SECOND_VERB =
  /^(?!(?:he|she|it|they|we|was|were|is|are|has|have|had|will)\b)\p{L}+ .*\b(?:was|were|is|are|has|have|had|will)\b/iu;

function relativeWords(around: Around): Span | undefined {
  const { before, time } = around;
  const { head: ahead, pronoun = '', inner = '' } = RELATIVE.exec(before)?.groups ?? {};
  const isSubject = /^[, —–-]*(?:who|which)$/iu.test(pronoun);
  // "The man who fled was caught on Monday": the second verb is the sentence's own.
  if (ahead === undefined || verbsIn(inner) > 1 || (isSubject && SECOND_VERB.test(inner)))
    return undefined;
  const clause = ahead.split(/[,;:“”()—]\s*/u).at(-1) ?? '';
  const start = headStart(clause);
  if (start === undefined) return undefined;
  const end = /^[, —–-]*[,—–]/u.test(pronoun) ? clauseEnd(around) : time.end;
  return { start: ahead.length - clause.length + start, end };
}

const NOUNS = `(?<noun>(?:[\\p{L}\\p{N}’'.-]+ ){1,5}?(?:\\([^()]*\\) )?(?:[\\p{L}\\p{N}’'.-]+ ){0,3}?)`;
const PARTICIPLE =
  '(?:\\p{L}{2,}ed|held|built|made|sent|shot|struck|found|seen|given|taken|set|won|lost|led|left|begun|began|grew|broke|rose|fell|written)';

/** Clauses that hang on a noun without a mark, up to the date. */
const SHORT_RELATIVES: readonly RegExp[] = [
  // "The deal it signed in", "the cuts that he announced on".
  new RegExp(
    `^.*\\b(?<phrase>(?:the|an?|his|her|its|their) ${NOUNS}(?:that )?(?:he|she|it|they|we) (?:had )?(?:${PARTICIPLE}|\\p{L}+(?:ought|ook|ave|ew|ote)) (?:\\p{L}+ ){0,2})$`,
    'isu',
  ),
  // "Of the complaint filed": behind a preposition or a verb, the noun is no subject.
  new RegExp(
    `^.*\\b(?:of|in|for|with|on|to|from|about|at|by|to \\p{L}+|\\p{L}{2,}(?:ed|ing)) (?<phrase>(?:the|an?|his|her|its|their) ${NOUNS}${PARTICIPLE} (?:by [^,.;:]{1,60} )?)$`,
    'iu',
  ),
  // "The fare the town raised": two noun phrases side by side.
  new RegExp(
    `^.*\\b(?<phrase>(?:the|an?|his|her|its|their) (?<noun>(?:(?!(?:of|in|on|at|to|for|by|with|from)\\b)[\\p{L}\\p{N}%’'-]+ ){1,3})(?:the|his|her|its|their) (?:[\\p{L}-]+ ){1,2}${PARTICIPLE} )$`,
    'isu',
  ),
  // "A debt that grew": a verb right behind "that" has the noun for its subject.
  new RegExp(
    `^.*\\b(?<phrase>(?:the|an?|his|her|its|their) ${NOUNS}that (?:had |has |have |was |were )?${PARTICIPLE} (?<tail>[^,.;:“”]{0,60}))$`,
    'iu',
  ),
];

function shortRelative({ before, time }: Around): Span | undefined {
  const text = before.replace(/\b(?:on|in|late|early|earlier) $/u, '');
  for (const pattern of SHORT_RELATIVES) {
    const { phrase = '', noun = '', tail = '' } = pattern.exec(text)?.groups ?? {};
    if (phrase === '' || PAST.test(noun) || PRESENT.test(noun) || PAST.test(tail)) continue;
    return { start: text.length - phrase.length, end: time.end };
  }
  return undefined;
}

/** "A May 17 hearing": the date stands before the noun. */
const ATTRIBUTIVE = /\b(?<article>an?|the|his|her|its|their|that same|the same|that) $/iu;
const EVENT_BEHIND = new RegExp(`^,? (?:[\\p{L}’'-]+ ){0,2}?${EVENT_NOUN}\\b`, 'iu');

function attributive(around: Around): Span | undefined {
  const article = ATTRIBUTIVE.exec(around.before)?.groups?.['article'];
  const behind = EVENT_BEHIND.exec(around.text.slice(around.time.end))?.[0];
  if (article === undefined || behind === undefined) return undefined;
  const time = { ...around.time, end: around.time.end + behind.length };
  return { start: around.before.length - article.length - 1, end: clauseEnd({ ...around, time }) };
}

/** "Ann Field, 16, found dead on": a participle behind a name that its comma parts from the sentence. */
const APPOSED = new RegExp(
  `^(?<head>.*[\\p{L}.)])(?:, \\d+, (?<aged>${PARTICIPLE} [^,.;:“”]{0,60})|, (?<by>${PARTICIPLE} by [^,.;:“”]{0,60}))$`,
  'isu',
);

function apposed(around: Around): Span | undefined {
  const { head, aged, by = '' } = APPOSED.exec(around.before)?.groups ?? {};
  if (head === undefined || verbsIn(aged ?? by) > 1) return undefined;
  const start = nameStart(head);
  return start === undefined ? undefined : { start, end: around.time.end };
}

/** Where the name begins that a text ends with. */
const nameStart = (text: string): number | undefined =>
  /(?<= )\p{Lu}[\p{L}.’'-]*(?: (?:\p{Lu}[\p{L}.’'-]*|\(\p{L}+\)))+$/u.exec(text)?.index;

/** What stands behind a date that parts a subject from its verb. */
const VERB_BEHIND = /^ (?:was|were|is|are|has|had|have|will|would|did|\p{Ll}{3,}(?:ed|es))\b/u;

const COMPARED = /\b(?:than|compared (?:with|to)|unlike) (?:[\p{L}-]+ ){0,3}$/iu;

const DIRECT_BOUND = new RegExp(`\\b(?:from|by|to|through) ${UP_TO_DAY}`, 'iu');

/** "The assault of 10 May", but not "the night of 10 May" and "as of 10 May". */
const OF_NOUN = /(?<!\b(?:as|morning|afternoon|evening|night|day|hours)) of $/iu;

/** What stands before a date that opens its sentence. */
const OPENING =
  /^(?:(?:and|but|also|then|so|back|later|earlier|only|even|in|on|by|at|late|early)[ ,]+)*$/iu;

/** The first rule that applies is taken. */
export const SCOPE_RULES: readonly ScopeRule[] = [
  {
    id: 'genitive',
    applies: ({ text, time }) => /['’]s?$/u.test(text.slice(time.start, time.end)),
    words: nothing,
    examples: [['{Monday’s} vote was secret.', undefined]],
  },
  {
    id: 'event-of',
    applies: ({ before }) => OF_NOUN.test(before),
    words: eventPhrase,
    examples: [
      ['They buried the victims of the flood of {March 3}.', 'the flood of March 3'],
      ['They tell the tale of {March 3}.', undefined],
      ['The bridge fell on the night of {March 3}.', 'The bridge fell on the night of March 3.'],
    ],
  },
  {
    id: 'attributive',
    applies: ({ text, time, before }) =>
      ATTRIBUTIVE.test(before) && /^,? \p{L}/u.test(text.slice(time.end)),
    words: attributive,
    examples: [
      ['The judge has set a {May 17} hearing on the bridge.', 'a May 17 hearing on the bridge'],
      ['Nobody has read his {May 17} poem.', undefined],
    ],
  },
  {
    id: 'compared',
    applies: ({ before }) => COMPARED.test(before),
    words: nothing,
    examples: [['More ferries sailed than in {2030}.', undefined]],
  },
  {
    id: 'relative',
    applies: (around) => relativeWords(around) !== undefined,
    words: relativeWords,
    examples: [
      [
        'Nobody speaks of the meeting of millers in Lisk, which began on {Monday} and goes on.',
        'the meeting of millers in Lisk, which began on Monday',
      ],
      [
        'Ruth Amsel, who left Harlow on {Monday}, called it a shame.',
        'Ruth Amsel, who left Harlow on Monday',
      ],
      [
        'The man who fled the town was caught on {Monday}.',
        'The man who fled the town was caught on Monday.',
      ],
    ],
  },
  {
    id: 'short-relative',
    applies: (around) => shortRelative(around) !== undefined,
    words: shortRelative,
    examples: [
      ['Harlow does not keep the treaty it signed in {2015}.', 'the treaty it signed in 2015'],
      ['He spoke of a complaint filed {last year} by the millers.', 'a complaint filed last year'],
      [
        'It has a debt that grew fast and a fleet that rotted in {2030}.',
        'a fleet that rotted in 2030',
      ],
    ],
  },
  {
    id: 'apposed',
    applies: (around) => apposed(around) !== undefined,
    words: apposed,
    examples: [
      [
        'The march is for Ruth Amsel, 16, found dead on {Monday} in Lisk.',
        'Ruth Amsel, 16, found dead on Monday',
      ],
      [
        'A band from New Lisk, rallied {Monday} morning.',
        'A band from New Lisk, rallied Monday morning.',
      ],
    ],
  },
  {
    id: 'bound',
    applies: ({ before }) => BOUND.test(before),
    words: boundWords,
    examples: [
      ['It has been closed since {March 3}.', undefined],
      [
        'It has been closed since the start of the strike in {February 2031}.',
        'the strike in February 2031',
      ],
      ['It was shut after divers found cracks on {March 3}.', 'divers found cracks on March 3'],
      [
        'It was shut after Ruth Amsel during a visit {two weeks ago} made the case for it.',
        'Ruth Amsel during a visit two weeks ago made the case for it',
      ],
      ['It was shut before the town could act on {March 3}.', undefined],
      ['It was shut before the vote on {March 3}.', 'the vote on March 3'],
    ],
  },
  {
    id: 'direct-bound',
    applies: ({ before }) => DIRECT_BOUND.test(before),
    words: nothing,
    examples: [
      ['It was closed from {March 3} because of cracks.', undefined],
      ['It led the town from 2010 to {2013}.', undefined],
    ],
  },
  {
    id: 'event-as-subject',
    applies: (around) =>
      eventPhrase(around) !== undefined &&
      VERB_BEHIND.test(around.text.slice(around.time.end)) &&
      !OPENING.test(around.before.slice(0, eventPhrase(around)?.start)),
    words: eventPhrase,
    examples: [
      ['Nobody thinks that Harlow’s vote on {Monday} changed a thing.', 'Harlow’s vote on Monday'],
      ['The vote on {Monday} was secret.', 'The vote on Monday was secret.'],
    ],
  },
  {
    id: 'opening',
    applies: ({ before }) => OPENING.test(before),
    words: all,
    examples: [['In {2004} the bridge fell.', 'In 2004 the bridge fell.']],
  },
  {
    id: 'day',
    // A day is told of what the sentence is about; months and years stand with many other things.
    applies: ({ precise }) => precise,
    words: all,
    examples: [['The bridge fell on {Monday}.', 'The bridge fell on Monday.']],
  },
  {
    id: 'event-in',
    applies: (around) =>
      eventPhrase(around) !== undefined && (hangsOnNoun(around) || !PAST.test(lastClause(around))),
    words: eventPhrase,
    examples: [['It is a child of the great flood in {2004}.', 'the great flood in 2004']],
  },
  {
    id: 'told',
    applies: (around) =>
      (PAST.test(lastClause(around)) && !/\bto \p{Ll}+\b/u.test(lastClause(around))) ||
      /\b(?:will|is to|are to)\b/u.test(lastClause(around)),
    words: all,
    examples: [
      ['The bridge was built in {1911}.', 'The bridge was built in 1911.'],
      ['The bridge will open in {2032}.', 'The bridge will open in 2032.'],
      ['The town hopes for a bridge in {2032}.', undefined],
    ],
  },
];

/** "Aid from the flood in 2004": what is told of it is another thing. */
const hangsOnNoun = (around: Around): boolean =>
  /\b(?:of|from|about|for|over|with|to) $/u.test(
    around.before.slice(0, eventPhrase(around)?.start),
  );

const lastClause = ({ before }: Around): string =>
  before.split(/[,;:“”()—]|\b(?:that|because|while|if|whether|although)\b/u).at(-1) ?? '';

/**
 * Find the words of a text that say what happened at a time; nothing where none do, or where what
 * they name may not have happened.
 *
 * @param precise Whether the time is one day.
 */
export function scopeOf(text: string, time: Span, precise: boolean): Span | undefined {
  const around = { text, time, before: text.slice(0, time.start), precise };
  const words = SCOPE_RULES.find(({ applies }) => applies(around))?.words(around);
  const isPart = words && words.end - words.start < text.length;
  if (isPart && DOUBTFUL.test(text.slice(words.start, words.end))) return undefined;
  return !precise && DOUBTFUL.test(lastClause(around)) ? undefined : words;
}

const DOUBTFUL = /\b(?:may|might|could|would|should|if|whether)\b/u;
