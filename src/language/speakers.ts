import type { Attribution, Token } from '../types.ts';
import {
  appositionEnd,
  clauseStart,
  hasFiniteVerb,
  isSpeaking,
  nameEnd,
  phraseEnd,
  verbGroupStart,
  withoutCircumstances,
} from './phrases.ts';
import { isComma, isDenied, isOpener, takesObject } from './reporting.ts';

/** Who speaks in a clause of reporting, who is told, and who is cited. */

/** Describes the source that a phrase names; nothing for a phrase that names nobody. */
export type Describe = (phrase: readonly Token[]) => Attribution | undefined;

export interface Sentence {
  readonly tokens: readonly Token[];
  /** Whether a token stands inside a quotation, where the reporter does not speak. */
  readonly quoted: readonly boolean[];
  readonly describe: Describe;
}

export interface Speaking {
  readonly speaker: Attribution;
  /** First token of the clause, and the one behind verb and speaker. */
  readonly from: number;
  readonly to: number;
  /** Whether nothing more is told of the speaker. */
  readonly plain: boolean;
}

/** "…, officials said". */
export function speakerBefore({ tokens, describe }: Sentence, verb: number): Speaking | undefined {
  const group = verbGroupStart(tokens, verb);
  const from = clauseStart(tokens, group);
  if (from < 1 || from === group || isOpener(tokens[from])) return undefined;
  const phrase = withoutCircumstances(tokens.slice(from, group));
  const speaker = isDenied(tokens.slice(from, verb)) ? undefined : describe(phrase);
  return speaker && { speaker, from, to: verb + 1, plain: true };
}

/** "…, said officials". */
export function speakerBehind({ tokens, describe }: Sentence, verb: number): Speaking | undefined {
  const spoken = tokens[verb - 1]?.text === '”';
  const inverts = spoken || (isComma(tokens[verb - 1]) && !takesObject(tokens[verb]));
  const end = phraseEnd(tokens, verb + 1);
  if (!inverts || tokens[verb]?.lemma === 'tell' || hasFiniteVerb(tokens, end, end + 1))
    return undefined;
  const phrase = withoutCircumstances(tokens.slice(verb + 1, end));
  const speaker = isDenied(phrase) ? undefined : describe(phrase);
  return speaker && { speaker, from: verb, to: verb + 1 + phrase.length, plain: true };
}

/** "…, Ann Example, the mayor, said": what stands between commas tells of the speaker. */
export function speakerSetOff(sentence: Sentence, verb: number): Speaking | undefined {
  const { tokens } = sentence;
  const comma = verbGroupStart(tokens, verb) - 1;
  if (!isComma(tokens[comma])) return undefined;
  const quote = tokens.findLastIndex(({ text }, index) => text === '”' && index < comma);
  const from = quote >= 0 ? quote + 1 : clauseStart(tokens, lastComma(tokens, comma));
  if (from < 1 || isOpener(tokens[from])) return undefined;
  const speaker = speakerWithApposition(sentence, from, phraseEnd(tokens, from), comma);
  return speaker && { speaker, from, to: verb + 1, plain: false };
}

const lastComma = (tokens: readonly Token[], before: number): number =>
  tokens.findLastIndex((token, index) => index < before && isComma(token));

/** The person that a phrase or the apposition behind it names, else what the phrase describes. */
function speakerWithApposition(
  { tokens, describe }: Sentence,
  from: number,
  comma: number,
  close: number,
): Attribution | undefined {
  const phrase = tokens.slice(from, comma);
  const head = isDenied(phrase) ? undefined : describe(phrase);
  const more = describe(tokens.slice(comma + 1, close));
  return head && head.kind !== 'person' && more?.kind === 'person' ? more : head;
}

/** The subject that stands here, where the verb behind it is one of reporting. */
export function leadingSpeaker(sentence: Sentence, from: number): Speaking | undefined {
  const { tokens, describe } = sentence;
  const end = phraseEnd(tokens, from);
  const close = isComma(tokens[end]) ? appositionEnd(tokens, end) : end;
  const direct = close === end;
  const group = direct ? end : close + 1;
  const verb = tokens.findIndex(
    ({ tag }, index) => index >= group && tag !== 'ADV' && tag !== 'AUX',
  );
  const adverbs = tokens.slice(group, Math.max(group, verbGroupStart(tokens, verb)));
  if (!isSpeaking(tokens, verb) || adverbs.some(({ tag }) => tag !== 'ADV')) return undefined;
  const phrase = withoutCircumstances(tokens.slice(from, end));
  if (isDenied(phrase) || isDenied(tokens.slice(group, verb))) return undefined;
  const speaker = direct ? describe(phrase) : speakerWithApposition(sentence, from, end, close);
  return speaker && { speaker, from, to: verb + 1, plain: direct };
}

export interface Link {
  readonly chain: readonly Attribution[];
  /** Index behind the phrase. */
  readonly to: number;
  /** Whether nobody is named who is no link of the chain. */
  readonly plain: boolean;
}

/** Who was told: "told the newspaper" is a link of the chain, "told residents" none. */
export function toldAt({ tokens, describe }: Sentence, verb: number): Link {
  const none = { chain: [], to: verb + 1, plain: true };
  if (tokens[verb]?.lemma !== 'tell') return none;
  const named = nameEnd(tokens, verb + 1);
  const medium = named > verb + 1 ? describe(tokens.slice(verb + 1, named)) : undefined;
  if (medium?.kind === 'outlet' || medium?.kind === 'agency')
    return { chain: [medium], to: named, plain: true };
  const end = phraseEnd(tokens, verb + 1);
  const phrase = withoutCircumstances(tokens.slice(verb + 1, end));
  if (hasFiniteVerb(tokens, end, end + 1)) return none;
  return {
    chain: [],
    to: verb + 1 + phrase.length,
    plain: phrase.every(({ tag }) => tag !== 'PROPN'),
  };
}

/** Whom a report cites: "…, citing officials". */
export function citedAt({ tokens, describe }: Sentence, comma: number): Link {
  const none = { chain: [], to: comma, plain: true };
  if (tokens[comma + 1]?.norm !== 'citing') return none;
  const end = phraseEnd(tokens, comma + 2);
  const cited = describe(withoutCircumstances(tokens.slice(comma + 2, end)));
  return cited ? { chain: [cited], to: end, plain: true } : none;
}
