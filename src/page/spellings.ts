import { fold } from '../characters.ts';
import type { Entity, NameForm, Respelling } from '../types.ts';
import type { Lookup } from './lookup.ts';

/**
 * Names that reports spell differently, or give another first name: "Antony" and "Anthony". No
 * difference in what they say, but one that a reader stumbles over, and searches in vain by.
 */
export function spellingsOf({ briefing, report }: Lookup) {
  const { spelling } = briefing.house;
  return briefing.entities
    .map(({ kind, forms }) => distinctForms(kind, forms))
    .filter((forms) => forms.length > 1)
    .map((forms) => ({
      printed: printedOf(forms, spelling),
      forms: forms.map(({ text, reports }) => ({
        text,
        numbers: reports.flatMap((id) => report(id)?.number ?? []),
      })),
    }));
}

/** The spelling that statements have for one of some forms; nothing where each stays. */
function printedOf(forms: readonly NameForm[], spelling: readonly Respelling[]): string | null {
  const row = spelling.find(
    ({ form, printed }) => form !== printed && forms.some(({ text }) => text === form),
  );
  return row?.printed ?? null;
}

/** Of a person's forms those with a first name: the last alone is no other spelling. */
function distinctForms(kind: Entity['kind'], forms: readonly NameForm[]): readonly NameForm[] {
  const full = forms.filter(
    ({ text }) => !isShort(text) && (kind !== 'person' || wordsOf(text).length > 1),
  );
  return full.filter((form, at) =>
    full.every((other, i) => i === at || (!holds(form, other) && !holds(other, form)))
      ? true
      : full.findIndex((other) => holds(form, other) || holds(other, form)) === at,
  );
}

/** "U.S." stands for a name, and spells none. */
const isShort = (text: string): boolean => /^(?:\p{Lu}\.?){2,6}$/u.test(text);

/** Whether one form has all words of the other, initials aside. */
const holds = (a: NameForm, b: NameForm): boolean => {
  const words = wordsOf(a.text);
  return wordsOf(b.text).every((word) => words.includes(word));
};

const wordsOf = (text: string): readonly string[] =>
  fold(text)
    .toLowerCase()
    .split(/[\s-]+/u)
    .filter((word) => !/^\p{L}\.?$/u.test(word));
