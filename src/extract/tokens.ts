import model from 'wink-eng-lite-web-model';
import winkNLP, { type ItemSentence, type ItemToken } from 'wink-nlp';
import type { Tag, Token } from '../types.ts';

/** Takes a block's text apart into sentences, each a list of tokens that cover it. */
export type Tokenizer = (text: string) => readonly (readonly Token[])[];

/**
 * Load the language model (wink-nlp, English, 4 MB, from the package alone).
 *
 * @returns A tokenizer. Offsets are into the text that it is given.
 */
export function loadTokenizer(): Tokenizer {
  const nlp = winkNLP(model, ['sbd', 'pos']);
  const { its } = nlp;
  return (text) => {
    const sentences: Token[][] = [];
    let at = 0;
    nlp
      .readDoc(text)
      .sentences()
      .each((sentence: ItemSentence) => {
        const tokens: Token[] = [];
        sentence.tokens().each((item: ItemToken) => {
          const word = item.out(its.value) as string;
          // The model keeps its input whole, so the next place of the word is its own.
          const start = text.indexOf(word, at);
          at = start + word.length;
          tokens.push({
            text: word,
            norm: word.toLowerCase(),
            tag: tagOf(item.out(its.pos)),
            start,
            end: at,
          });
        });
        sentences.push(tokens);
      });
    return sentences;
  };
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
