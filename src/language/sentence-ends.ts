import {
  BEFORE_NUMBERS,
  BEHIND_NAMES,
  BEHIND_TIMES,
  BETWEEN_WORDS,
  MONTHS,
  OPENERS,
  PLACES_BEFORE_NAMES,
  STATES,
  TITLES_BEFORE_NAMES,
} from './abbreviations.ts';

/** A reason why a sentence ends at a stop, or goes on behind it. */
export interface EndRule {
  readonly id: string;
  /** What is written there, and how it is told from a sentence's end or middle. */
  readonly because: string;
  readonly verdict: 'ends' | 'goes on';
  /**
   * What stands before the place, the stop and the marks that close behind it included: the
   * sentence so far, of which {@link WINDOW} characters are seen. A pattern that begins with the
   * sentence matches less than that.
   */
  readonly before: RegExp;
  /** What stands behind the place, with the space that it begins with. */
  readonly behind: RegExp;
  /** Run as tests: texts with a bar where a sentence ends. */
  readonly examples: readonly string[];
}

/** How many characters on each side of a place are looked at; no rule needs more. */
const WINDOW = 80;

/**
 * Where a sentence may end: at a mark that ends sentences, or several, spaced or not, with what is
 * closed behind them. A mark that may open as well closes, behind a space, where nothing follows it.
 */
export const PLACE = /[.!?…](?:\s?[.!?…”)\]]|[’"']|\s[’"'](?=[\s”",;:)]|$))*/gu;

const oneOf = (...lists: readonly (readonly string[])[]): string => lists.flat().join('|');

/** A word of the lists as it is written, or all in capitals. */
const abbreviation = (...lists: readonly (readonly string[])[]): string =>
  `(?:^|[^\\p{L}’'])(?:${oneOf(...lists, ...lists.map((list) => list.map((word) => word.toUpperCase())))})\\.$`;

/** A quotation or a parenthesis may begin before the first word. */
const OPENING = String.raw`\s+[“‘"'(\[]*`;
const OPENER = new RegExp(`^${OPENING}(?:${oneOf(OPENERS)})(?![\\p{L}.])`, 'u');
const ANYTHING = /^/u;
const CAPITAL = new RegExp(`^${OPENING}\\p{Lu}`, 'u');
const DIGIT = /^\s+\d/u;
/** A letter with a stop, and perhaps more of them before: "Q.", "U.S.", "Ph.D.", "a.k.a.". */
const INITIALS = /(?:^|[^\p{L}\p{N}’'])\p{L}\.$/u;
/** A state with a comma, bracket or party before it. */
const STATE = new RegExp(`(?:[,(]\\s|\\b[A-Z]-)(?:${oneOf(STATES)})\\.$`, 'u');
const NAME_END = new RegExp(`${abbreviation(BEHIND_NAMES)}|\\bco\\.$|${STATE.source}`, 'u');
const DASH = /^\s+[–—-]/u;
const CLOCK = /\b[ap]\.?\s?m\.$/iu;

/** In this order: the first that fits decides. Where none does, the sentence ends. */
export const END_RULES: readonly EndRule[] = [
  {
    id: 'nothing-said',
    because: 'Marks without a word are no sentence: an ellipsis at the head, a mark of doubt.',
    verdict: 'goes on',
    before: /^[^\p{L}\p{N}]*$/u,
    behind: ANYTHING,
    examples: ['... The bridge was closed.| Nobody came.', '(!) The bridge was closed.'],
  },
  {
    id: 'list-mark',
    because: 'A number or letter at the head of an item counts it, and its stop sets it off.',
    verdict: 'goes on',
    before: /^\W{0,3}(?:\d{1,3}|\p{L}|[ivxIVX]{1,5})[.)]{1,2}$/u,
    behind: ANYTHING,
    examples: [
      '1. The bridge was closed.| 2. The ferry was late.',
      '1.) The bridge| 2.) The ferry',
      'a. The bridge| b. The ferry',
      '• 9. The bridge| • 10. The ferry',
      '(iv). The ferry was late.',
    ],
  },
  {
    id: 'omission',
    because: 'Dots in brackets show that a quotation was shortened, wherever it was.',
    verdict: 'goes on',
    before: /\[[.…\s]+\][”’"')]*$/u,
    behind: ANYTHING,
    examples: ['“The bridge [...] Harlow built” was closed.'],
  },
  {
    id: 'space-left-out',
    because:
      'Editors lose the space between two sentences: a whole word or number ends at the stop, and a word with a capital begins.',
    verdict: 'ends',
    before: /(?:^|[\s“‘"'(’-])(?:\p{L}*\p{Ll}{2}|[\d.,]*\d)[.!?]$/u,
    behind: /^(?:[“‘]|(?!(?:Com|Org|Net|Gov|Edu)\b)\p{Lu}\p{Ll}*(?:[\s,’']|\.\s|$))/u,
    examples: [
      'The bridge was closed.|Nobody came.',
      'It was closed in 2014.|Mr. Field came.',
      'It was closed.|“Nobody came,” he said.',
      'He wrote to Ann.Field@lisk.example and to bridge.example/Harlow.Report on Monday.',
    ],
  },
  {
    id: 'space-left-out-behind-a-quotation',
    because: 'Editors lose the space behind a closing mark, too.',
    verdict: 'ends',
    before: /[.!?…]["”]$/u,
    behind: /^[“‘\p{Lu}]/u,
    examples: ['“The bridge was closed.”|Nobody came.'],
  },
  {
    id: 'no-space',
    because: 'A stop inside a number, a name or an address is part of it.',
    verdict: 'goes on',
    before: ANYTHING,
    behind: /^[^\s“‘]/u,
    examples: [
      'A magnitude-6.1 quake hit Lisk.',
      'The map is at www.bridge.example/a?b.| Nobody came.',
      'The U.S.-led talks and Lane Jr.’s plan failed.',
    ],
  },
  {
    id: 'item-behind',
    because: 'A number or letter in parentheses behind a whole sentence counts the next one.',
    verdict: 'ends',
    before: /\p{Ll}{2}[.!?][”’"']*$/u,
    behind: /^\s+\((?:\p{Ll}|[ivx]{1,4})\)\s+\p{Lu}/u,
    examples: ['(a) The bridge was closed.| (b) Nobody came.'],
  },
  {
    id: 'small-letter',
    because: 'A sentence begins with a capital: what someone asked or cried is not over.',
    verdict: 'goes on',
    before: ANYTHING,
    // "iPhone": a name that is written so at a sentence's head, too.
    behind: /^\s*(?:[–—-]+\s*)?[“‘"'([]*\p{Ll}(?!\p{Lu})/u,
    examples: [
      '“Who closed it?” she asked.',
      'The bridge (it was old!) was closed.',
      'They waited ... and waited.',
      'It was closed – really? – by the town.',
      'Prices fell.| eBikes sold well.',
    ],
  },
  {
    id: 'lost-currency',
    because:
      'Behind a small word that needs an object, a question mark before a sum is a sign that was lost: no question ends so.',
    verdict: 'goes on',
    before:
      /(?:^|\s)(?:for|of|to|about|over|than|with|at|by|from|earns?|costs?|paid|pays?|worth|only|some|nearly|almost)\?$/u,
    behind: /^\s*\d[\d.,]*(?:bn|m|k)?\b/u,
    examples: ['They asked for? 110bn in loans.', 'What was it for?| Nobody knew.'],
  },
  {
    id: 'mark-behind',
    because:
      'A comma or a closing bracket shows that the sentence goes on, where a tool that split words put a space before it, too.',
    verdict: 'goes on',
    before: ANYTHING,
    behind: /^\s+[,;:)\]]/u,
    examples: ['“ Stop ! ” , Field said .', 'Lane Jr. , Field and Orm came.'],
  },
  {
    id: 'in-parentheses',
    because: 'A stop in a parenthesis that began within the sentence does not end the sentence.',
    verdict: 'goes on',
    before: /[\p{L}\p{N},”’]\s\([^()]*$/u,
    behind: ANYTHING,
    examples: ['The paper (Oh! Harlow) was sold.', 'It was late.| (Nobody came.)| She left.'],
  },
  {
    id: 'cut-short-in-parentheses',
    because: 'A short parenthesis within a sentence ends in the stop of a word that is cut short.',
    verdict: 'goes on',
    before: /[\p{L}\p{N},”’]\s\([^()]{1,12}\.\)$/u,
    behind: CAPITAL,
    examples: ['The Harlow (N.J.) High School was closed.', 'Gen. Ann Field (ret.) Lane left.'],
  },
  {
    id: 'reference-behind',
    because: 'A short parenthesis with the stop behind it says where a quotation is from.',
    verdict: 'goes on',
    before: /[”’"']$/u,
    behind: /^\s+\([^()]{1,60}\)[.,;]/u,
    examples: ['“The bridge is shut.” (Report 55).| Nobody came.'],
  },
  {
    id: 'dateline',
    because: 'A dash behind a state sets off the place that a report was sent from.',
    verdict: 'goes on',
    before: STATE,
    behind: DASH,
    examples: ['HARLOW, Calif. — The bridge was closed.'],
  },
  {
    id: 'dash-behind-a-sentence',
    because: 'A dash behind a whole sentence begins an item, or a turn of a talk.',
    verdict: 'ends',
    before: /(?:\p{Ll}{2}|\d)[.!?][”’"')]*$/u,
    behind: /^\s+[–—-]+\s+[“‘"']?\p{Lu}/u,
    examples: ['They want this: Open the bridge.| – Mend the ferry.'],
  },
  {
    id: 'dash',
    because: 'A dash behind a name that is cut short sets off what is said of it.',
    verdict: 'goes on',
    before: ANYTHING,
    behind: DASH,
    examples: ['He left the U.S. – His home – in May.'],
  },
  {
    id: 'asked-by-name',
    because:
      'Who asked or cried what is quoted follows with a capital where it is a name; a mark, a hearer or the day behind the verb shows that nothing else is said.',
    verdict: 'goes on',
    before: /[!?][”"’']+$/u,
    behind: new RegExp(
      `^\\s+(?!(?:${oneOf(OPENERS)})\\s)(?:\\p{Lu}[\\p{L}.’'-]*\\s+){1,4}(?:added|asked|called|cried|exclaimed|replied|said|shouted|told|tweeted|wondered|wrote|yelled)(?:\\s?[.,:;]|\\s+(?:her|him|me|reporters|them|us|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\\b)`,
      'u',
    ),
    examples: [
      '“Who closed it?” Field asked.| Nobody knew.',
      '“Get off!” Mayor Ann Field shouted.',
      '“Who closed it?”| Field said that nobody knew.',
      '“Who closed it?”| Police said.',
    ],
  },
  {
    id: 'title',
    because: 'A name comes behind a title or rank.',
    verdict: 'goes on',
    before: new RegExp(abbreviation(TITLES_BEFORE_NAMES, PLACES_BEFORE_NAMES), 'u'),
    behind: ANYTHING,
    examples: [
      'He met Gen. CQ Field on Monday.',
      'He met Lt. Gen. Ann Field and Mr. Lane.',
      'They saw Mt. Orm.| Nobody came.',
      'GEN. FIELD LEFT.| NOBODY CAME.',
      'They are the next gen.| Nobody came.',
    ],
  },
  {
    id: 'before-a-number',
    because: 'A number comes behind a word for it, so that the word ends no sentence.',
    verdict: 'goes on',
    before: new RegExp(`(?:^|[^\\p{L}’'])(?:N°|${oneOf(BEFORE_NUMBERS)})\\.$`, 'iu'),
    behind: DIGIT,
    examples: [
      'They saw No. 5 again.',
      'It cost approx. 40 euros.| Nobody came.',
      'She said no.| Nobody came.',
    ],
  },
  {
    id: 'between-words',
    because: 'A word that joins two others ends nothing.',
    verdict: 'goes on',
    before: new RegExp(`(?:^|[\\s(])(?:${oneOf(BETWEEN_WORDS)})\\.$`, 'u'),
    behind: CAPITAL,
    examples: ['The case of Field v. Lane was closed.'],
  },
  {
    id: 'month',
    because: 'The day or year comes behind a month that is cut short.',
    verdict: 'goes on',
    before: new RegExp(abbreviation(MONTHS), 'u'),
    behind: DIGIT,
    examples: ['It was closed on Jan. 5, 2031.', 'It was closed in Sept.| Nobody came.'],
  },
  {
    id: 'time-with-day',
    because: 'The day or the zone comes behind a time of day.',
    verdict: 'goes on',
    before: CLOCK,
    behind: new RegExp(`^\\s+\\(?(?:${oneOf(BEHIND_TIMES)})\\b`, 'iu'),
    examples: ['It was closed at 5 p.m. Tuesday.', 'It was closed at 9 a.m. EST on Jan. 5.'],
  },
  {
    id: 'time-at-the-head',
    because: 'A sentence that has told nothing but the time of day goes on.',
    verdict: 'goes on',
    before:
      /^[“‘"'(]*(?:About|After|Around|At|Before|By|From|Just|Since|Until)\s[^.]{0,30}[ap]\.m\.$/u,
    behind: CAPITAL,
    examples: ['At 5 a.m. Mr. Field came.', 'Until shortly before 11 p.m. Lisk was quiet.'],
  },
  {
    id: 'time',
    because: 'A capital behind a time of day that is neither day nor zone begins a sentence.',
    verdict: 'ends',
    before: CLOCK,
    behind: CAPITAL,
    examples: ['She left at 6 p.m.| Mr. Field came.', 'She left at 6 P.M.| “Go,” he said.'],
  },
  {
    id: 'letter-of-a-series',
    because: 'A letter behind the word that it tells apart is no initial.',
    verdict: 'ends',
    before:
      /\b(?:[Bb]lock|[Bb]uilding|[Cc]ategory|[Cc]lass|[Gg]ate|[Gg]rade|[Gg]roup|[Hh]epatitis|[Ll]evel|[Pp]hase|[Pp]lan|[Tt]erminal|[Tt]ype|[Vv]itamin)\s\p{Lu}\.$/u,
    behind: CAPITAL,
    examples: ['The town has no plan B.| Field agreed.'],
  },
  {
    id: 'pronoun',
    because: 'Behind a small word, "I" is the speaker, not the initial of a name.',
    verdict: 'ends',
    before: /(?:^|\s)\p{Ll}+\sI\.$/u,
    behind: CAPITAL,
    examples: ['We make a good team, you and I.| Ann knows.', 'They met Albert I. Field.'],
  },
  {
    id: 'possessive',
    because: 'A mark behind initials is the apostrophe of what is theirs.',
    verdict: 'goes on',
    before: /(?:^|[^\p{L}\p{N}’'])\p{Lu}\.[’']$/u,
    behind: CAPITAL,
    examples: ['The U.S.’ Lisk allies came.'],
  },
  {
    id: 'opener-behind-initials',
    because: 'A small word with a capital begins a sentence: it is part of no name.',
    verdict: 'ends',
    before: INITIALS,
    behind: OPENER,
    examples: [
      'They live in the U.S.| How about you?',
      'They live in the U.S.| “We came here,” she said.',
      'He saw Malcolm F.| He left.',
    ],
  },
  {
    id: 'initials',
    because: 'A name goes on behind an initial, and behind a country or body of initials.',
    verdict: 'goes on',
    before: INITIALS,
    behind: /^\s/u,
    examples: [
      'He met Charles Q. Field, Jr. on Monday.',
      'The U.S. Army built it in the U.S. in 1950.',
      'He met J. K. Lane and A.J. Field.',
      'The Ph.D. Field took was rare.',
      'Robert J. “Bob” Lane left.',
    ],
  },
  {
    id: 'opener-behind-a-name',
    because: 'Such words end names and sentences: a small word with a capital begins a new one.',
    verdict: 'ends',
    before: NAME_END,
    behind: OPENER,
    examples: [
      'They closed the deal with Lane & Co.| It was late.',
      'He came from Harlow, Pa.| The bridge was closed.',
      'They met on Main St.| Nobody came.',
    ],
  },
  {
    id: 'name',
    because: 'Such words end names, and behind them names and titles go on.',
    verdict: 'goes on',
    before: NAME_END,
    behind: CAPITAL,
    examples: [
      'Lane Inc. Chairman Ann Field left.',
      'The ferry from St. Orm was late.',
      'He met Harlow, Pa. Mayor Ann Field.',
      'Ann Field (D-Pa. Senate) left.',
    ],
  },
  {
    id: 'speaker-behind-an-ellipsis',
    because: '"I" has its capital everywhere, so that behind an ellipsis it begins nothing.',
    verdict: 'goes on',
    before: /(?:^|[^.\s])\s?(?:\.\s?\.\s?\.|…)$/u,
    behind: /^\s+I\b/u,
    examples: ['The thing is . . . I was late.', 'We waited ....| I left.'],
  },
];

/**
 * Find the rule that decides whether a sentence ends at a place.
 *
 * @param start Where the sentence begins.
 * @param at The place, behind the marks that {@link PLACE} matches.
 * @returns Nothing where no rule fits, and the sentence ends.
 */
export function endRule(text: string, start: number, at: number): EndRule | undefined {
  const before = text.slice(Math.max(start, at - WINDOW), at).trimStart();
  const behind = text.slice(at, at + WINDOW);
  // What stands behind is told by its first letters, and mostly rules a rule out.
  return END_RULES.find((rule) => rule.behind.test(behind) && rule.before.test(before));
}
