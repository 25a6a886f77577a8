import { AFTER_HANGING, COMPOUND_HEADS, COMPOUND_TAILS, ENDINGS } from '../language/compounds.ts';
import { writtenForm } from '../language/vocabulary.ts';
import { replace } from '../mapped-text.ts';
import type { CharacterRule } from './rules.ts';

export const hyphenation: CharacterRule = {
  id: 'hyphenation',
  because:
    'Printed columns break words at the ends of lines. A break is mended where what the report writes elsewhere, an ending that is no word, or the halves themselves tell which word it was; a hyphen that may be the writer’s own stays.',
  apply: (text, vocabulary) => {
    const whole = replace(text, BREAK, (match) =>
      reading(match, vocabulary) === 'one-word' ? '' : match[0],
    );
    return replace(whole, GAP, (match) =>
      reading(match, vocabulary) === 'compound' ? '' : match[0],
    );
  },
  examples: [
    ['the govern-\nment said', 'the government said'],
    ['the repre-\r\n  sentative said', 'the representative said'],
    ['the trans\u{ad}\nport strike', 'the transport strike'],
    // What stands elsewhere in the report decides.
    ['her re-\nelection', 'her re-election', 'The re-election was close.'],
    ['her re-\nelection', 'her reelection', 'The reelection was close.'],
    ['the ferry-\nman', 'the ferry-man', 'One ferry-man came.'],
    ['the river-\nside path', 'the river-side path', 'A river has another side.'],
    // Lines that a reader has already joined.
    ['the ferry- man', 'the ferryman', 'One ferryman came.'],
    ['the govern- ment said', 'the government said'],
    ['the ferry- man', 'the ferry- man'],
    // Compounds.
    ['a long-\nterm plan', 'a long-term plan'],
    ['a co-\noperation', 'a co-operation'],
    ['a state-of-the-\nart ferry', 'a state-of-the-art ferry'],
    ['a 20-\nyear-old', 'a 20-year-old'],
    ['Anglo-\nsaxon', 'Anglo-saxon'],
    ['an e-\nmail', 'an e-mail'],
    // No break of a word.
    ['pre-\nand post-war', 'pre-\nand post-war'],
    ['the plan -\nwas dropped', 'the plan -\nwas dropped'],
    ['https://courier.example/old-\nbridge', 'https://courier.example/old-\nbridge'],
  ],
};

/** A hyphen, hard or soft, and the white space behind it, between two halves of a word. */
const BREAK =
  /(?<=[\p{L}\p{M}\p{N}])(?:[-\u{2010}][\s\u{85}]+|\u{ad}[^\S\r\n\u{2028}\u{2029}]*[\r\n\u{85}\u{2028}\u{2029}][\s\u{85}]*)(?=[\p{L}\p{N}])/gu;

/** The white space of such a break alone. */
const GAP = /(?<=[\p{L}\p{M}\p{N}][-\u{2010}])[\s\u{85}]+(?=[\p{L}\p{N}])/gu;

/** No half of a word is longer; what is, is data. */
const MAX_WORD = 80;

/** How two halves of a word are to be read; `unknown` leaves them as they stand. */
type Reading = 'one-word' | 'compound' | 'unknown';

function reading(match: RegExpMatchArray, vocabulary: ReadonlySet<string>): Reading {
  const { input = '', index = 0 } = match;
  const near = input.slice(Math.max(0, index - MAX_WORD), index).replace(/[-\u{2010}]$/u, '');
  const before = near.split(/\s/u).at(-1) ?? '';
  const after =
    /^[\p{L}\p{M}\p{N}]+/u.exec(
      input.slice(index + match[0].length, index + match[0].length + MAX_WORD),
    )?.[0] ?? '';
  if (/[/@:\\]|\.\p{L}/u.test(before)) return 'unknown';
  if (match[0].startsWith('\u{ad}')) return 'one-word';
  const head = writtenForm(/[\p{L}\p{M}\p{N}]+$/u.exec(before)?.[0] ?? '');
  const tail = writtenForm(after);
  if (AFTER_HANGING.has(tail)) return 'unknown';
  if (vocabulary.has(`${head}-${tail}`)) return 'compound';
  if (vocabulary.has(`${head}${tail}`)) return 'one-word';
  const isLower = /^\p{Ll}{2,}$/u.test(after) && /^\p{Ll}{2,}$/u.test(before);
  if (isLower && ENDINGS.has(tail)) return 'one-word';
  if (!/[\r\n\u{85}\u{2028}\u{2029}]/u.test(match[0])) return 'unknown';
  return isLower && !isCompound(head, tail, vocabulary) ? 'one-word' : 'compound';
}

/** Whether two halves are words that a writer may have joined: then the hyphen is the writer's. */
function isCompound(head: string, tail: string, vocabulary: ReadonlySet<string>): boolean {
  if (COMPOUND_HEADS.has(head) || COMPOUND_TAILS.has(tail)) return true;
  // "re-election", "pre-empt": without the hyphen two vowels would meet.
  if (head.length <= 3 && head.at(-1) === tail.at(0)) return true;
  return vocabulary.has(head) && vocabulary.has(tail);
}
