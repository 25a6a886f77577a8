import model from 'wink-eng-lite-web-model';
import winkNLP, { type ItemToken, type TokenItsFunction } from 'wink-nlp';
import type { Tag, Token } from '../types.ts';

/**
 * The language model (wink-nlp, English, 4 MB, from the package alone). A constant of the module
 * because the library encodes the model anew, and larger, each time it is loaded.
 */
const nlp = winkNLP(model, ['pos']);
const { its } = nlp;
/** Its declared type lacks the form that `out` takes, though `out` documents it. */
const lemma = its.lemma as unknown as TokenItsFunction<string>;

/**
 * Take a sentence apart into tokens as the model sees them.
 *
 * @param from Where the sentence begins in its block; what offsets are counted from.
 */
export function tokenize(sentence: string, from = 0): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  nlp
    .readDoc(sentence)
    .tokens()
    .each((item: ItemToken) => {
      const word = item.out(its.value) as string;
      // The model keeps its input whole, so the next place of the word is its own.
      const start = sentence.indexOf(word, at);
      at = start + word.length;
      tokens.push({
        text: word,
        norm: word.toLowerCase(),
        lemma: String(item.out(lemma)).toLowerCase(),
        tag: tagOf(item.out(its.pos)),
        start: from + start,
        end: from + at,
      });
    });
  return retagSources(retagNames(tokens));
}

/**
 * Take capitalized words inside a sentence for names where the model takes them for verbs:
 * "the Associated Press reported". In a headline, where most words are capitalized, it says nothing.
 */
function retagNames(tokens: readonly Token[]): Token[] {
  const capitals = tokens.filter(({ text }) => /^\p{Lu}/u.test(text)).length;
  const words = tokens.filter(({ text }) => /^\p{L}/u.test(text)).length;
  return tokens.map((token, index) => {
    const before = tokens[index - 1]?.text ?? '“';
    const inside = /^\p{Lu}/u.test(token.text) && !/^[“‘:]$/u.test(before) && capitals * 2 < words;
    return inside && token.tag === 'VERB' ? { ...token, tag: 'PROPN' } : token;
  });
}

/** "According to police": the model takes this "to" for that of an infinitive. */
function retagSources(tokens: readonly Token[]): Token[] {
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
