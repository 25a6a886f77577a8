import { DOUBLE_QUOTES, SINGLE_QUOTES } from '../characters.ts';
import { replace } from '../mapped-text.ts';
import type { MappedText } from '../types.ts';
import type { CharacterRule } from './rules.ts';

export const quotationMarks: CharacterRule = {
  id: 'quotation-marks',
  because:
    'Straight, curly and angular marks mean the same, and reports mix them within one quotation; one pair lets quotations be found and compared.',
  apply: (text) => attached(singles(doubles(text))),
  examples: [
    ['"Yes," he said.', '“Yes,” he said.'],
    ['“Mixed marks," he said.', '“Mixed marks,” he said.'],
    ['«Oui», dit-il', '“Oui”, dit-il'],
    ['« Oui », dit-il', '“Oui”, dit-il'],
    ['"It was late. " Nobody came', '“It was late.” Nobody came'],
    ['“I ... " he said, "... waited"', '“I ...” he said, “... waited”'],
    ['„Ja“, sagte er', '“Ja”, sagte er'],
    ["It's the officials' view", 'It’s the officials’ view'],
    ["the '90s", 'the ’90s'],
    ['the so-called "red line"-policy', 'the so-called “red line”-policy'],
    ['He said: "\'Go,\' I told them."', 'He said: “‘Go,’ I told them.”'],
    ['\'"Go," he told us.\'', '‘“Go,” he told us.’'],
    ["He asked for '$5 million'", 'He asked for ‘$5 million’'],
    ['(“in brackets”)', '(“in brackets”)'],
    ['in 2022," he said', 'in 2022,” he said'],
    ['"It fell, "said Ann, adding, "It hurt."', '“It fell,”said Ann, adding, “It hurt.”'],
    [
      '“ I said, ‘ Oh! What ’ s that? ’ ” she said. “ Go ”',
      '“I said, ‘Oh! What’s that?’” she said. “Go”',
    ],
    ['the boy ’ s family', 'the boy’s family'],
  ],
};

/** What a mark may stand behind when it opens: nothing, a space, a bracket, a dash, another mark. */
const BEFORE_OPENING = /^$|[\s([{/\u{2013}\u{2014}\u{2018}\u{201c}]/u;
const AFTER_CLOSING = /^$|[\s)\]}.,;:!?\u{2013}\u{2014}-]/u;

/** What no quotation begins with. */
const NOT_ENCLOSED = /^$|[\s.,;:!?)]/u;

function doubles(text: MappedText): MappedText {
  let open = false;
  return replace(text, DOUBLE_QUOTES, (match) => {
    const [before, after] = neighbors(match);
    const mayOpen = BEFORE_OPENING.test(before) && !NOT_ENCLOSED.test(after);
    const mayClose = AFTER_CLOSING.test(after) && !BEFORE_OPENING.test(before);
    // Between two letters, or with a space on both sides, only the mark or the one before can tell.
    const turned = OPENING.test(match[0]) || (!CLOSING.test(match[0]) && !open);
    open = mayOpen === mayClose ? turned : mayOpen && !(open && endsSpeech(match));
    return open ? '“' : '”';
  });
}

const OPENING = /[“„«]/u;
const CLOSING = /[”»]/u;

/** ", "said Ann Example": the space stands on the wrong side of the mark that ends what she said. */
function endsSpeech({ input = '', index = 0 }: RegExpMatchArray): boolean {
  return /[,.!?] $/u.test(input.slice(0, index)) && /^.\p{Ll}/u.test(input.slice(index));
}

/** A space between a mark and what it encloses was put there by a tool that split words. */
const attached = (text: MappedText): MappedText =>
  replace(
    text,
    /(?<=[“‘]) | (?=”)|(?<=[.!?,]) (?=’(?:\s|$|”))|(?<=\p{L}) (?=’ (?:s|t|m|d|re|ll|ve)\b)|(?<=\p{L} ?’) (?=(?:s|t|m|d|re|ll|ve)\b)/gu,
    () => '',
  );

/** Words that an apostrophe may begin. */
const ELISION = /^(?:\d0s|em|til|tis|twas|cause|n)\b/iu;

function singles(text: MappedText): MappedText {
  return replace(text, SINGLE_QUOTES, (match) => {
    const [before, after] = neighbors(match);
    const opens = BEFORE_OPENING.test(before) && /[\p{L}\p{N}\p{Sc}“]/u.test(after);
    const { input = '', index = 0 } = match;
    const rest = input.slice(index + 1, index + 8);
    const parted = match[0] === '‘' && /\s/u.test(before) && /\s/u.test(after);
    return parted || (opens && !ELISION.test(rest)) ? '‘' : '’';
  });
}

/** The characters around a match; empty at the ends of the text. */
function neighbors(match: RegExpMatchArray): [string, string] {
  const { input = '', index = 0 } = match;
  return [input.charAt(index - 1), input.charAt(index + match[0].length)];
}
