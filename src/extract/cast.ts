import { areGivenAlike, givenOf } from '../language/person-names.ts';
import {
  isBody,
  isTitle,
  join,
  leadingName,
  personalName,
  trailingName,
} from '../language/proper-names.ts';
import type { Token } from '../types.ts';

/** What is known of a report's people and media before its sentences are read one by one. */
export interface Cast {
  /** Last word of a full name → the full name. */
  readonly surnames: ReadonlyMap<string, string>;
  /** Names that are told things or report them. */
  readonly media: ReadonlySet<string>;
  /** What somebody is → who it is, where the report says so of one person alone. */
  readonly roles: ReadonlyMap<string, string>;
  /** Surnames that several people of the report bear. */
  readonly shared: ReadonlySet<string>;
}

/** Collect the full names and the media of a report. */
export function castOf(sentences: readonly (readonly Token[])[]): Cast {
  const surnames = new Map<string, string>();
  const shared = new Set<string>();
  const prose = sentences.filter((tokens) => !isTitleCase(tokens));
  const places = placesIn(prose);
  for (const tokens of prose.flatMap(properNames).map(personalName)) {
    const last = tokens.at(-1)?.text ?? '';
    const fits = tokens.length >= 2 && !isBody(join(tokens)) && !places.has(join(tokens));
    if (fits && !isNobodyElse(surnames.get(last), join(tokens))) shared.add(last);
    if (fits && !surnames.has(last)) surnames.set(last, join(tokens));
  }
  const isPerson = (name: string) => surnames.has(name.split(' ').at(-1) ?? '');
  const media = prose.flatMap(mediaIn).filter((name) => name !== '' && !isPerson(name));
  return { surnames, media: new Set(media), roles: rolesOf(prose, surnames), shared };
}

/** Names that nothing is told of but what is in them: "in New Tolva". */
function placesIn(sentences: readonly (readonly Token[])[]): ReadonlySet<string> {
  const places = new Set<string>();
  const others = new Set<string>();
  for (const tokens of sentences) {
    for (const name of properNames(tokens)) {
      const [first] = name;
      const before = first ? (tokens[tokens.indexOf(first) - 1]?.norm ?? '') : '';
      (INSIDE.has(before) ? places : others).add(join(personalName(name)));
    }
  }
  return new Set([...places].filter((name) => !others.has(name)));
}

const INSIDE = new Set(['in', 'at', 'near', 'inside', 'outside']);

/** Whether a full name is that of the same person as one of the same surname, as far as can be told. */
const isNobodyElse = (known: string | undefined, name: string): boolean =>
  known === undefined || areGivenAlike(givenOf(known), givenOf(name));

/** "Ann Example, a doctor at the clinic": who "the doctor" is, unless there are two of them. */
function rolesOf(
  sentences: readonly (readonly Token[])[],
  surnames: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const roles = new Map<string, Set<string>>();
  for (const tokens of sentences) {
    for (const [index, token] of tokens.entries()) {
      const person = surnames.get(tokens[index - 1]?.text ?? '');
      const role = token.text === ',' ? roleAt(tokens, index + 1) : undefined;
      if (person && role) roles.set(role, new Set([...(roles.get(role) ?? []), person]));
    }
  }
  return new Map(
    [...roles].flatMap(([role, [person, ...others]]) =>
      person && others.length === 0 ? [[role, person] as const] : [],
    ),
  );
}

/** The noun of an apposition that begins here: "a doctor at the clinic" → "doctor". */
function roleAt(tokens: readonly Token[], from: number): string | undefined {
  if (!/^(?:a|an|the)$/u.test(tokens[from]?.norm ?? '')) return undefined;
  const end = tokens.findIndex(
    ({ tag }, index) => index > from && !/^(?:NOUN|ADJ|PROPN)$/u.test(tag),
  );
  const noun = tokens[end - 1];
  return noun?.tag === 'NOUN' && end - from <= MAX_ROLE ? noun.norm : undefined;
}

/** Longest apposition up to its noun, in words. */
const MAX_ROLE = 6;

/** In a headline, where all words but the smallest have capitals, nothing tells names apart. */
function isTitleCase(tokens: readonly Token[]): boolean {
  const words = tokens.filter(({ text }) => /^\p{L}/u.test(text));
  const small = /^(?:ADP|CCONJ|DET|PART)$/u;
  return (
    words.length >= MIN_HEADLINE &&
    words.every(({ text, tag }) => /^\p{Lu}/u.test(text) || small.test(tag))
  );
}

/** Fewer words than this may be nothing but a name. */
const MIN_HEADLINE = 5;

/** Names that are told something, or that report it. */
function mediaIn(tokens: readonly Token[]): string[] {
  return tokens.flatMap(({ norm }, index) => {
    if (norm === 'told') return [join(leadingName(tokens.slice(index + 1)))];
    if (norm !== 'reported') return [];
    return [join(trailingName(tokens.slice(0, index).filter(({ tag }) => tag !== 'ADV')))];
  });
}

/** Names without an article, or with a title: "the Example Courier" is no person's. */
function properNames(tokens: readonly Token[]): (readonly Token[])[] {
  const names: (readonly Token[])[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const article = tokens[index]?.norm === 'the';
    const name = leadingName(tokens.slice(index, index + 8));
    if (name.length === 0 || (tokens[index]?.tag === 'DET' && !article)) continue;
    if (!article || name.some(isTitle)) names.push(name);
    index += name.length - (article ? 0 : 1);
  }
  return names;
}
