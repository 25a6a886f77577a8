import { stemmer } from 'stemmer';
import { foldStyle } from '../characters.ts';
import { SPELLED } from '../language/numerals.ts';
import { STOP_STEMS } from '../language/stop-words.ts';
import { bare, stems, words } from '../language/words.ts';
import type { Check } from './evidence.ts';

const NAME = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{M}\p{N}]*(?:[."-]\p{L}+)*/gu;

/**
 * Every name in the editor's words stands in a passage, letter for letter. A word that begins a
 * sentence may be no name: then it has no content of its own, or a passage has it in some form.
 */
export const editorsNames: Check = ({ reported, passages }) => {
  const text = foldStyle(reported);
  const known = new Set(Array.from(passages.matchAll(NAME), ([name]) => bareName(name)));
  const plain = new Set([...STOP_STEMS, ...stems(passages), ...words(passages)]);
  const isPlain = (name: string) =>
    Object.hasOwn(SPELLED, name.toLowerCase()) || plain.has(stemmer(bare(name)));
  const found = Array.from(text.matchAll(NAME), ({ 0: name, index }) => ({
    name: bareName(name),
    begins: BEGINNING.test(text.slice(Math.max(0, index - 3), index)),
  }));
  const strange = found.filter(
    ({ name, begins }) => !known.has(name) && !(begins && isPlain(name)),
  );
  return [...new Set(strange.map(({ name }) => name))].map((name) => ({
    found: `name "${name}"`,
    expected: 'a name of a passage; where it is none, let another word begin the sentence',
  }));
};

const bareName = (name: string): string => name.replace(/"s$/u, '');

/** What stands before a word that begins a sentence; nothing at the beginning of all. */
const BEGINNING = /^$|[.!?:]["']?\s?["']?$|^["']$/u;
