import type { Attribution, SourceKind, Token } from '../types.ts';

/**
 * News agencies, whose reports others publish as their own: national ones and the world's large
 * private ones, as reports in English name them. A name here says only that a chain that ends in
 * it ends in an agency.
 */
const AGENCIES: ReadonlySet<string> = new Set(
  [
    'aap aa adn-kronos afp agencia-efe agence-france-presse agerpres aif anadolu anadolu-agency ani ansa',
    'ansa-news antara ap apa associated-press ats azertac belga belta bernama bloomberg-news bss bta',
    'canadian-press cp ctk cna-news dpa dow-jones-newswires efe euronext hina ians interfax irna isna itar-tass',
    'kazinform kcna kuna kyodo kyodo-news lusa mehr mena mti ndn novosti ntb pa pa-media pap petra pna press-association',
    'press-trust-of-india pti qna reuters ria ria-novosti ritzau rompres saudi-press-agency sana spa sta stt tanjug',
    'tasr tass thomson-reuters tt ukrinform unb united-press-international upi uni vna wafa xinhua yonhap',
  ]
    .join(' ')
    .split(' '),
);

/** Nouns for people or papers that a report cites without naming them. */
const UNNAMED = new Set(
  'official source diplomat aide adviser advisor authority witness eyewitness resident spokesman spokeswoman spokesperson expert analyst report medium insider lawmaker representative commander officer person people investigator prosecutor doctor relative neighbor neighbour colleague critic observer economist worker employee survivor friend executive trader'.split(
    ' ',
  ),
);

/** Nouns for papers, whose words are fixed. */
const DOCUMENTS = new Set(
  'statement letter memo document filing complaint indictment transcript email tweet post affidavit lawsuit suit'.split(
    ' ',
  ),
);

/** Words that names of media have in them. */
const MEDIA =
  /\b(?:news|times|post|journal|guardian|telegraph|tribune|herald|gazette|broadcasting|television|tv|radio|magazine|newspaper|daily|press|network|channel|weekly)\b/iu;

/** Words that names of other bodies have in them. */
const BODIES =
  /\b(?:ministry|house|department|agency|police|survey|council|office|commission|committee|court|bank|party|university|army|navy|guard|force|forces|corps|union|government|administration|center|centre|institute|bureau|service|company|association|federation|organization|organisation|authority|fund|firefighters|senate|congress|parliament|embassy|pentagon|kremlin|military|state)\b/iu;

/** What is known of a report's people and media before its sentences are read one by one. */
export interface Cast {
  /** Last word of a full name → the full name. */
  readonly surnames: ReadonlyMap<string, string>;
  /** Names that are told things or report them. */
  readonly media: ReadonlySet<string>;
}

/** Words of titles and offices. The personal name is what follows the last of them. */
const TITLES: ReadonlySet<string> = new Set(
  'president vice prime deputy first minister secretary general state defense defence foreign interior chancellor king queen prince princess pope senator sen governor gov mayor judge justice chief chairman chairwoman chair ambassador colonel col lieutenant lt major maj captain capt sergeant sgt admiral adm gen brig marshal commander dr prof professor mr mrs ms sir lord lady spokesman spokeswoman spokesperson adviser advisor director commissioner sheriff representative rep congressman congresswoman attorney speaker leader coach bishop archbishop cardinal imam rabbi reverend rev'.split(
    ' ',
  ),
);

/** Names of days and months, which stand beside names and are none. */
const CALENDAR =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/iu;

/** Words before the noun that do not belong to a source's description. */
const DETERMINERS = new Set(
  'a an the one two three four five six several some many multiple various other unnamed anonymous another both senior'.split(
    ' ',
  ),
);

/**
 * Describe the source that a phrase names.
 *
 * @param phrase The tokens of the phrase, without what follows a comma.
 * @returns Nothing for a phrase that names nobody.
 */
export function sourceOf(phrase: readonly Token[], cast: Cast): Attribution | undefined {
  const from = phrase.findIndex((token) => !DETERMINERS.has(token.norm));
  const words = from < 0 ? [] : phrase.slice(from);
  // A phrase with a verb in it is more than a source.
  if (words.length === 0 || words.length > MAX_WORDS || words.some(isClausal)) return undefined;
  const written = join(words.filter(({ text }) => !CALENDAR.test(text)));
  const person = personIn(words, cast);
  if (person) return { name: person, kind: 'person' };
  const head = headNoun(words);
  if (!words.some(({ tag }) => tag === 'PROPN' || tag === 'NOUN') && !head) return undefined;
  if (head && DOCUMENTS.has(head.lemma)) return { name: written, kind: 'document' };
  const kind = kindWithoutPerson(written, head, words, cast);
  return { name: kind === 'unnamed' ? `unnamed ${written}` : written, kind };
}

function kindWithoutPerson(
  written: string,
  head: Token | undefined,
  words: readonly Token[],
  cast: Cast,
): SourceKind {
  if (head && UNNAMED.has(head.lemma)) return 'unnamed';
  const named = bodyKind(written, cast);
  const common = words.every(({ tag }) => tag !== 'PROPN');
  if (named !== 'organization' || !common || BODIES.test(written)) return named;
  // "The mayor" is one person; "engineers" are nobody in particular.
  return head && TITLES.has(head.lemma) ? 'person' : 'unnamed';
}

/** No source is described at greater length. */
const MAX_WORDS = 9;

const isClausal = ({ tag, lemma }: Token) =>
  (tag === 'VERB' && !UNNAMED.has(lemma)) || tag === 'SCONJ';

function bodyKind(written: string, cast: Cast): SourceKind {
  const plain = written.toLowerCase().replaceAll('.', '').replaceAll(' ', '-');
  if (AGENCIES.has(plain)) return 'agency';
  if (MEDIA.test(written) || cast.media.has(written)) return 'outlet';
  return 'organization';
}

/** A full name in the phrase, or the full name of the one surname that it is. */
function personIn(words: readonly Token[], cast: Cast): string | undefined {
  const proper = personalName(trailingName(words));
  const written = join(proper);
  const last = proper.at(-1)?.text.replace(/['’]s$/u, '');
  if (!last || isBody(written)) return undefined;
  const known = cast.surnames.get(last);
  if (known && (proper.length === 1 || written === known)) return known;
  return proper.length >= 2 ? written : undefined;
}

/** Whether a name is that of an agency, a medium or another body. */
function isBody(name: string): boolean {
  const plain = name.toLowerCase().replaceAll('.', '').replaceAll(' ', '-');
  return AGENCIES.has(plain) || MEDIA.test(name) || BODIES.test(name);
}

/** What follows the last title: "Secretary of State Ann Example" → the last two words. */
function personalName(name: readonly Token[]): readonly Token[] {
  const title = name.findLastIndex(({ norm }) => TITLES.has(norm.replace(/\.$/u, '')));
  return name.slice(title + 1);
}

/** The capitalized words at the end of a phrase: "Kremlin spokesman Ann Example" → the last two. */
function trailingName(words: readonly Token[]): readonly Token[] {
  let from = words.length;
  while (from > 0 && isProper(words[from - 1])) from--;
  return words.slice(from);
}

const isProper = (token: Token | undefined): boolean =>
  token !== undefined &&
  /^\p{Lu}/u.test(token.text) &&
  (token.tag === 'PROPN' || TITLES.has(token.norm)) &&
  !CALENDAR.test(token.text);

/** The noun that the phrase is about: the last one before a preposition. */
function headNoun(words: readonly Token[]): Token | undefined {
  const stop = words.findIndex(
    ({ tag, norm }, index) => index > 0 && (tag === 'ADP' || norm === 'who' || norm === 'that'),
  );
  const phrase = stop < 0 ? words : words.slice(0, stop);
  return phrase.findLast(({ tag, lemma }) => tag === 'NOUN' || UNNAMED.has(lemma));
}

/** Words as they are written, a possessive or a hyphen without a space before it. */
function join(words: readonly Token[]): string {
  return words.reduce((text, token, index) => {
    const before = words[index - 1];
    return text + (before && before.end < token.start ? ' ' : '') + token.text;
  }, '');
}

/** Collect the full names and the media of a report. */
export function castOf(sentences: readonly (readonly Token[])[]): Cast {
  const surnames = new Map<string, string>();
  for (const tokens of sentences.flatMap(properNames).map(personalName)) {
    const last = tokens.at(-1)?.text ?? '';
    const fits = tokens.length >= 2 && !isBody(join(tokens));
    if (fits && !surnames.has(last)) surnames.set(last, join(tokens));
  }
  const isPerson = (name: string) => surnames.has(name.split(' ').at(-1) ?? '');
  const media = sentences.flatMap(mediaIn).filter((name) => name !== '' && !isPerson(name));
  return { surnames, media: new Set(media) };
}

/** Names that are told something, or that report it. */
function mediaIn(tokens: readonly Token[]): string[] {
  return tokens.flatMap(({ norm }, index) => {
    if (norm === 'told') return [join(leadingName(tokens.slice(index + 1)))];
    const before = tokens.slice(0, index).filter(({ tag }) => tag !== 'ADV');
    return norm === 'reported' ? [join(trailingName(before))] : [];
  });
}

/** Capitalized words at the beginning, an article left out: "the Example Times today" → two. */
function leadingName(words: readonly Token[]): readonly Token[] {
  const from = words[0]?.tag === 'DET' ? 1 : 0;
  let to = from;
  while (isProper(words[to])) to++;
  return words.slice(from, to);
}

function properNames(tokens: readonly Token[]): (readonly Token[])[] {
  const names: (readonly Token[])[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const name = leadingName(tokens.slice(index, index + 8));
    if (name.length === 0 || tokens[index]?.tag === 'DET') continue;
    names.push(name);
    index += name.length - 1;
  }
  return names;
}
