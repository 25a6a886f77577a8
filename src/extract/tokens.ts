import model from 'wink-eng-lite-web-model';
import winkNLP, { type ItsFunction } from 'wink-nlp';
import type { Tag, Token } from '../types.ts';

/**
 * The language model (wink-nlp, English, 4 MB, from the package alone). A constant of the module
 * because the library encodes the model anew, and larger, each time it is loaded.
 */
const nlp = winkNLP(model, ['pos']);
const { its } = nlp;
/** Its declared type lacks the form that `out` takes, though `out` documents it. */
const lemma = its.lemma as unknown as ItsFunction<string>;

/**
 * Take a sentence apart into tokens as the model sees them.
 *
 * @param from Where the sentence begins in its block; what offsets are counted from.
 */
export function tokenize(sentence: string, from = 0): readonly Token[] {
  const read = nlp.readDoc(sentence).tokens();
  const [lemmas, tags] = [read.out(lemma) as string[], read.out(its.pos) as string[]];
  let at = 0;
  const tokens = (read.out(its.value) as string[]).map((word, index): Token => {
    // The model keeps its input whole, so the next place of the word is its own.
    const start = sentence.indexOf(word, at);
    at = start + word.length;
    return {
      text: word,
      norm: word.toLowerCase(),
      lemma: String(lemmas[index]).toLowerCase(),
      tag: tagOf(tags[index]),
      start: from + start,
      end: from + at,
    };
  });
  return retagSources(retagNames(tokens));
}

/**
 * Take capitalized words inside a sentence for names where the model takes them for verbs:
 * "the Associated Press reported". In a headline, where most words are capitalized, it says nothing.
 */
function retagNames(tokens: readonly Token[]): readonly Token[] {
  const capitals = tokens.filter(({ text }) => /^\p{Lu}/u.test(text)).length;
  const words = tokens.filter(({ text }) => /^\p{L}/u.test(text)).length;
  if (capitals * 2 >= words) return tokens;
  return tokens.map((token, index) => {
    if (token.tag !== 'VERB' || !/^\p{Lu}/u.test(token.text)) return token;
    const before = tokens[index - 1]?.text ?? '“';
    return /^[“‘:]$/u.test(before) ? token : { ...token, tag: 'PROPN' };
  });
}

/** "According to police": the model takes this "to" for that of an infinitive. */
function retagSources(tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some(({ norm }) => norm === 'according')) return tokens;
  return tokens.map((token, index) => {
    const [before, beyond] = [tokens[index - 1], tokens[index - 2]];
    if (token.norm === 'to' && before?.norm === 'according') return { ...token, tag: 'ADP' };
    const isObject = before?.norm === 'to' && beyond?.norm === 'according';
    return isObject && token.tag === 'VERB' ? { ...token, tag: 'NOUN' } : token;
  });
}

const TAGS: ReadonlySet<string> = new Set<Tag>([
  'ADJ',
  'ADP',
  'ADV',
  'AUX',
  'CCONJ',
  'DET',
  'NOUN',
  'NUM',
  'PART',
  'PRON',
  'PROPN',
  'PUNCT',
  'SCONJ',
  'VERB',
]);

const tagOf = (tag: unknown): Tag => (TAGS.has(String(tag)) ? (tag as Tag) : 'X');
