import {
  isAgency,
  isBody,
  isProper,
  isTitle,
  join,
  personalName,
  trailingName,
} from '../language/proper-names.ts';
import { isOpener } from '../language/reporting.ts';
import {
  BODIES,
  CALENDAR,
  DETERMINERS,
  DOCUMENTS,
  DOERS,
  HONORIFICS,
  INFORMED,
  MEDIA,
  MEDIA_NOUNS,
  NO_DOERS,
  NUMBERS,
  OFFICES,
  OUTLETS,
  PLAIN_ADJECTIVES,
  QUANTITIES,
  TITLES,
  UNNAMED,
} from '../language/source-words.ts';
import type { Attribution, SourceKind, Token } from '../types.ts';
import type { Cast } from './cast.ts';

/**
 * Describe the source that a phrase names.
 *
 * @param phrase The tokens of the phrase, without what follows a comma.
 * @returns Nothing for a phrase that names nobody.
 */
export function sourceOf(phrase: readonly Token[], cast: Cast): Attribution | undefined {
  const from = phraseStart(phrase);
  const words = from < 0 ? [] : withoutTail(phrase.slice(from)).map(plainNoun);
  if (words.length === 0 || words.length > MAX_WORDS || !isNominal(words)) return undefined;
  const person = titled(phrase[from - 1], words) && personIn(words, cast);
  if (person) return { name: person, kind: 'person' };
  const medium = mediumIn(words);
  if (medium) return medium;
  const head = headNoun(words);
  const written = join(words.filter(({ text }) => !CALENDAR.test(text)));
  const kind = kindOf(written, head, words, cast);
  if (kind !== 'unnamed') return { name: written, kind };
  const number = phrase.slice(0, from).findLast(({ norm }) => NUMBERS.has(norm))?.norm;
  const [first, next] = words;
  const plain = PLAIN_ADJECTIVES.has(first?.norm ?? '') && !isProper(next);
  const described = plain ? written.charAt(0).toLowerCase() + written.slice(1) : written;
  return { name: `unnamed ${described}`, kind, ...(number === undefined ? {} : { number }) };
}

/** "The state news agency Example", "Norwegian broadcaster Example": the name behind what it is. */
function mediumIn(words: readonly Token[]): Attribution | undefined {
  const name = trailingName(words);
  const before = words.at(-name.length - 1);
  if (name.length === 0 || name.length === words.length || !before) return undefined;
  const written = join(name);
  if (before.lemma === 'agency')
    return isAgency(written) ? { name: written, kind: 'agency' } : undefined;
  return MEDIA_NOUNS.has(before.lemma) ? { name: written, kind: 'outlet' } : undefined;
}

/** Behind articles, and behind how many they are: "a number of officials". */
function phraseStart(phrase: readonly Token[]): number {
  const from = phrase.findIndex(({ norm, tag }) => !DETERMINERS.has(norm) && tag !== 'ADV');
  const counted = QUANTITIES.has(phrase[from]?.norm ?? '') && phrase[from + 1]?.norm === 'of';
  return counted && from + 2 < phrase.length ? from + 2 : from;
}

/** No source is described at greater length. */
const MAX_WORDS = 9;

/** A phrase without what stands in parentheses and without the words at its end that say when. */
function withoutTail(phrase: readonly Token[]): readonly Token[] {
  const stop = phrase.findIndex(
    ({ text, norm }, index) =>
      text === '(' || (/^(?:this|last)$/u.test(norm) && phrase[index + 1]?.tag === 'NOUN'),
  );
  const words = stop < 0 ? phrase : phrase.slice(0, stop);
  const last = words.findLastIndex(({ tag, text }) => tag !== 'ADV' && !CALENDAR.test(text));
  return words.slice(0, last + 1);
}

/** At the beginning of a sentence a noun is taken for a name, and "reports" for a verb. */
function plainNoun(token: Token, index: number): Token {
  const lemma = singular(token.norm);
  const isPaper = index === 0 && DOCUMENTS.has(lemma) && lemma !== token.norm;
  if (!isPaper && (!UNNAMED.has(lemma) || (token.tag !== 'VERB' && index > 0))) return token;
  return { ...token, text: token.norm, lemma, tag: 'NOUN' };
}

function singular(noun: string): string {
  const forms = [
    noun,
    noun.replace(/s$/u, ''),
    noun.replace(/es$/u, ''),
    noun.replace(/ies$/u, 'y'),
  ];
  return forms.find((form) => UNNAMED.has(form) || DOCUMENTS.has(form)) ?? noun;
}

/** Whether a phrase is one of nouns: it begins with no preposition, and nothing in it points away. */
function isNominal(words: readonly Token[]): boolean {
  return (
    words[0]?.tag !== 'ADP' &&
    !isOpener(words[0]) &&
    // "I’m told": the reporter is no source that has a name.
    !/^(?:I|We|You)’/iu.test(words[0]?.text ?? '') &&
    words.some(({ tag }) => tag === 'PROPN' || tag === 'NOUN') &&
    !words.some(
      (token) =>
        (token.tag === 'VERB' && !UNNAMED.has(token.lemma) && !INFORMED.has(token.norm)) ||
        (FOREIGN.has(token.tag) && !isPossessive(token)) ||
        /^[),;:“”—–―[\]]$/u.test(token.text),
    ) &&
    !/^(?:ADP|CCONJ|DET)$/u.test(words.at(-1)?.tag ?? '')
  );
}

/** Tags that no phrase for a source has in it. */
const FOREIGN: ReadonlySet<string> = new Set(['SCONJ', 'PRON', 'AUX', 'PART']);

/** "’s" and "its" belong to nouns. */
const isPossessive = ({ norm, text }: Token) => DETERMINERS.has(norm) || /^['’]s?$/u.test(text);

/** "The Example Courier" is no person; "the Rev. Ann Example" and "the mayor, Ann Example" are. */
function titled(before: Token | undefined, words: readonly Token[]): boolean {
  return before?.norm !== 'the' || words[0]?.tag !== 'PROPN' || words.some(isTitle);
}

function kindOf(
  written: string,
  head: Token | undefined,
  words: readonly Token[],
  cast: Cast,
): SourceKind {
  if (head && DOCUMENTS.has(head.lemma)) return 'document';
  if (head && UNNAMED.has(singular(head.norm))) return 'unnamed';
  const named = bodyKind(written, cast);
  const common = words.every(({ tag }) => tag !== 'PROPN');
  if (head && common && MEDIA_NOUNS.has(head.lemma)) return 'outlet';
  if (!head || named !== 'organization' || BODIES.test(written)) return named;
  // "The mayor" is one person; "carpenters" are nobody in particular.
  if (common && TITLES.has(head.lemma)) return 'person';
  return DOERS.test(head.norm) && !NO_DOERS.test(head.norm) ? 'unnamed' : named;
}

function bodyKind(written: string, cast: Cast): SourceKind {
  if (isAgency(written)) return 'agency';
  const told = cast.media.has(written) && !BODIES.test(written);
  const known = OUTLETS.has(written.toLowerCase().replaceAll(' ', '-'));
  return known || MEDIA.test(written) || told ? 'outlet' : 'organization';
}

/** A full name in the phrase, or the full name of the one surname that it is. */
function personIn(words: readonly Token[], cast: Cast): string | undefined {
  const preposition = words.findIndex(({ tag }, index) => tag === 'ADP' && !isOffice(words, index));
  const phrase = preposition < 0 ? words : words.slice(0, preposition);
  const name = trailingName(phrase);
  const proper = personalName(name);
  const written = join(proper);
  const last = proper.at(-1)?.text.replace(/['’]s$/u, '');
  if (!last || isBody(written)) return undefined;
  const known = cast.surnames.get(last);
  if (known && (proper.length === 1 || written === known)) return known;
  if (proper.length >= 2) return written;
  const before = phrase.at(-proper.length - 1);
  return before && introduces(before) ? join(name) : undefined;
}

/** Whether one word behind this is a person's name: "Mr. Example", "agency official Example". */
const introduces = ({ norm, tag, lemma }: Token): boolean =>
  HONORIFICS.has(norm.replace(/\.$/u, '')) ||
  (tag === 'NOUN' && lemma === norm && UNNAMED.has(lemma));

/** Whether a preposition is that of "Secretary of State". */
const isOffice = (words: readonly Token[], preposition: number): boolean =>
  words[preposition]?.norm === 'of' && OFFICES.has(words[preposition + 1]?.norm ?? '');

/** The noun that the phrase is about: the last one before a preposition. */
function headNoun(words: readonly Token[]): Token | undefined {
  const stop = words.findIndex(({ tag }, index) => index > 0 && tag === 'ADP');
  const phrase = stop < 0 ? words : words.slice(0, stop);
  return phrase.findLast(({ tag, lemma }) => tag === 'NOUN' || UNNAMED.has(lemma));
}
