import type { Token } from '../types.ts';

/**
 * Words in -ing behind a comma that tell nothing of what the subject did: a participial clause that
 * begins with one of them is left in its sentence.
 */
interface Exception {
  readonly because: string;
  readonly words: readonly string[];
}

export const NOT_DEEDS: readonly Exception[] = [
  {
    because: 'A preposition by now: "three bridges, including the old one".',
    words:
      'according barring beginning concerning considering depending during excluding following given including involving pending ranging regarding spanning starting'.split(
        ' ',
      ),
  },
  {
    because: 'It says on whose word the rest stands: "…, citing an official".',
    words: ['citing', 'quoting', 'speaking'],
  },
  {
    because: 'What the words before it mean, not what anybody did.',
    words: ['meaning', 'implying', 'suggesting', 'signaling', 'signalling'],
  },
  {
    because: 'Nouns and pronouns of that ending.',
    words: ['nothing', 'something', 'anything', 'everything', 'morning', 'evening', 'king'],
  },
];

const EXCEPTIONS: ReadonlySet<string> = new Set(NOT_DEEDS.flatMap(({ words }) => words));

/** Whether a token is a participle that may tell what its subject did besides. */
export const isDeed = (token: Token | undefined): boolean =>
  token?.tag === 'VERB' && /^\p{Ll}+ing$/u.test(token.text) && !EXCEPTIONS.has(token.norm);

/** Participles by which a speaker goes on: "the mayor said it was old, adding that …". */
const GOING_ON: ReadonlySet<string> = new Set(['adding']);

/** Whether a token says that the speaker of the clause before it goes on. */
export const goesOnSpeaking = (token: Token | undefined): boolean =>
  token !== undefined && GOING_ON.has(token.norm);
