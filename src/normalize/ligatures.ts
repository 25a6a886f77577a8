import { PRESENTATION_FORMS, plainForm } from '../characters.ts';
import { replace } from '../mapped-text.ts';
import type { CharacterRule } from './rules.ts';

export const ligatures: CharacterRule = {
  id: 'ligatures',
  because:
    'Printed pages join letters into one character, and agencies of East Asia set Latin letters as wide as their own; both look like the plain letters, and do not compare as the same.',
  apply: (text) => replace(text, PRESENTATION_FORMS, ([form]) => plainForm(form)),
  examples: [
    ['the o\u{fb03}ce was \u{fb01}lled and \u{fb02}ooded', 'the office was filled and flooded'],
    ['e\u{fb00}ort, shu\u{fb04}e, \u{fb05}art, \u{fb06}op', 'effort, shuffle, start, stop'],
    ['the \u{133}s of \u{132}mond', 'the ijs of IJmond'],
    ['\u{ff27}20 on \u{ff15} May\u{ff0c} \u{ff12}031', 'G20 on 5 May, 2031'],
    ['plain', 'plain'],
  ],
};
