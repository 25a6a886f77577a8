import type { SourceKind, Token } from '../types.ts';

/** Where and in what something was said: "in a statement", "at a news conference". */

interface ChannelClass {
  readonly kind: Extract<SourceKind, 'document' | 'occasion'>;
  readonly because: string;
  readonly nouns: string;
}

export const CHANNELS: readonly ChannelClass[] = [
  {
    kind: 'document',
    because: 'Its words are fixed, and others can have read the same.',
    nouns:
      'statement letter memo email e-mail tweet post report filing affidavit testimony article column op-ed memoir book paper note message communique communiqué release transcript',
  },
  {
    kind: 'occasion',
    because: 'Many heard it: two reports of it are two witnesses, and one origin.',
    nouns:
      'briefing conference interview speech address hearing rally meeting debate call appearance ceremony summit podcast broadcast forum',
  },
];

const KINDS: ReadonlyMap<string, ChannelClass['kind']> = new Map(
  CHANNELS.flatMap(({ kind, nouns }) => nouns.split(' ').map((noun) => [noun, kind] as const)),
);

const BEFORE: ReadonlySet<string> = new Set(['in', 'at', 'on', 'during', 'via', 'by', 'through']);

/** Longest description of a channel, in words: "a joint White House news conference". */
const MAX_WORDS = 6;

/** Where something was said. Indices are of tokens; `to` is behind the noun. */
export interface Channel {
  readonly kind: ChannelClass['kind'];
  readonly from: number;
  readonly to: number;
}

/** The channel that a preposition at a place introduces. */
export function channelAt(tokens: readonly Token[], at: number): Channel | undefined {
  if (!BEFORE.has(tokens[at]?.norm ?? '')) return undefined;
  for (let index = at + 1; index <= at + MAX_WORDS && index < tokens.length; index++) {
    const token = tokens[index];
    if (!token || !/^(?:DET|ADJ|NOUN|PROPN|NUM|PRON|VERB|PART)$/u.test(token.tag)) return undefined;
    const kind = KINDS.get(token.norm);
    // "a news conference", "a statement issued": the noun that is the last of its phrase.
    if (kind && !/^(?:NOUN|PROPN)$/u.test(tokens[index + 1]?.tag ?? ''))
      return { kind, from: at + 1, to: index + 1 };
    if (kind && /^\p{Lu}/u.test(tokens[index + 1]?.text ?? ''))
      return { kind, from: at + 1, to: index + 1 };
  }
  return undefined;
}
