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
      'according barring beginning concerning considering depending during excluding following including involving pending ranging regarding spanning starting'.split(
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

/**
 * Whether a word behind a comma is a participle that may tell what its subject did besides. One that
 * was taken for a noun is a verb where an object stands behind it: "…, wounding two engineers".
 */
export function isDeed(token: Token | undefined, next: Token | undefined): boolean {
  if (!token || !/^\p{Ll}+ing$/u.test(token.text) || EXCEPTIONS.has(token.norm)) return false;
  return token.tag === 'VERB' || (token.tag === 'NOUN' && /^(?:DET|NUM)$/u.test(next?.tag ?? ''));
}

/** Participles by which a speaker goes on: "the mayor said it was old, adding that …". */
const GOING_ON: ReadonlySet<string> = new Set(['adding']);

/** Whether a token says that the speaker of the clause before it goes on. */
export const goesOnSpeaking = (token: Token | undefined): boolean =>
  token !== undefined && GOING_ON.has(token.norm);
