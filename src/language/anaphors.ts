import type { SourceKind } from '../types.ts';

/** Nouns by which a report points back to a source that it named: "the agency", "the report". */

interface Anaphor {
  readonly because: string;
  readonly nouns: string;
  /** Kinds of sources that the noun may mean. */
  readonly kinds: readonly SourceKind[];
  /** Whether the name of the source has to hold the noun: "the ministry" is one of that name. */
  readonly named: boolean;
}

export const ANAPHORS: readonly Anaphor[] = [
  {
    because: 'What an agency or a medium reported is "the report" in the sentence behind.',
    nouns: 'report story article account',
    kinds: ['agency', 'outlet'],
    named: false,
  },
  {
    because: 'A medium is named once, and then by what it is.',
    nouns:
      'newspaper paper magazine broadcaster network channel outlet website station weekly daily',
    kinds: ['outlet'],
    named: false,
  },
  {
    because: 'An agency may be one of news or of a state; the nearer one is meant.',
    nouns: 'agency',
    kinds: ['agency', 'organization'],
    named: false,
  },
  {
    because: 'Bodies are many: only one that is called so is certain.',
    nouns:
      'ministry department council company group party union court committee commission association institute university bank survey bureau government police army',
    kinds: ['organization'],
    named: true,
  },
];

/** A noun → what it may mean. */
const BY_NOUN: ReadonlyMap<string, Anaphor> = new Map(
  ANAPHORS.flatMap((anaphor) => anaphor.nouns.split(' ').map((noun) => [noun, anaphor] as const)),
);

/** Whether "the" and a noun may point back to a source at all. */
export const mayPointBack = (noun: string): boolean => BY_NOUN.has(noun);

/** Whether "the" and a noun may point back to a source of a name and kind. */
export function mayMean(noun: string, name: string, kind: SourceKind): boolean {
  const anaphor = BY_NOUN.get(noun);
  if (!anaphor?.kinds.includes(kind)) return false;
  return !anaphor.named || name.toLowerCase().split(' ').includes(noun);
}
