import type { Noun, Token } from '../types.ts';

/** List the nouns of a claim that are no names, those that stand together as one: "rescue boats". */
export function nounsOf(tokens: readonly Token[]): readonly Noun[] {
  const nouns: Noun[] = [];
  let run: Token[] = [];
  for (const token of [...tokens, undefined]) {
    if (token && isNoun(token)) {
      run.push(token);
      continue;
    }
    const [first] = run;
    const last = run.at(-1);
    if (first && last) {
      nouns.push({
        words: run.map(({ norm, lemma }) => (lemma === last.lemma ? lemma : norm)).join(' '),
        start: first.start,
        end: last.end,
      });
    }
    run = [];
  }
  return nouns;
}

const isNoun = ({ tag, text }: Token): boolean => tag === 'NOUN' && /^\p{Ll}{3,}$/u.test(text);
