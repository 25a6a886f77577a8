import { mayMean, mayPointBack } from '../language/anaphors.ts';
import { isFiniteVerb } from '../language/grammar.ts';
import type { Attribution, Quotation, SourceKind, Token } from '../types.ts';
import type { Attributed, attributionOf } from './attribution.ts';
import type { Cast } from './cast.ts';
import type { linksOf } from './links.ts';
import type { Relation, relationsOf } from './relations.ts';
import type { sourceOf } from './sources.ts';

/** How one sentence is read, without those before it. */
interface Reading {
  readonly attributionOf: typeof attributionOf;
  readonly relationsOf: typeof relationsOf;
  readonly linksOf: typeof linksOf;
  readonly sourceOf: typeof sourceOf;
}

/** A relation, and the chain of who says so. */
export interface Told {
  readonly relation: Relation;
  readonly chain: readonly Attribution[];
}

/** What a sentence says of who says what. */
export interface Heard {
  /** Who says the sentence as a whole, where the strict reading found it. */
  readonly said: readonly Attributed[];
  /** All that it hands on. */
  readonly told: readonly Told[];
}

/**
 * Who "he" and "the official" are: follows a report from sentence to sentence and remembers who was
 * speaking.
 */
export class Antecedents {
  private person: Attribution | undefined;
  /** The last ones, the latest first. */
  private chains: readonly (readonly Attribution[])[] = [];
  /** Who said the sentence before. */
  private last: Attribution | undefined;
  private readonly cast: Cast;
  private readonly reading: Reading;

  constructor(cast: Cast, reading: Reading) {
    this.cast = cast;
    this.reading = reading;
  }

  read(tokens: readonly Token[], quotations: readonly Quotation[]): Heard {
    const subject = this.subject(tokens, quotations);
    const describe = (phrase: readonly Token[]) =>
      // "The mayor was asked, and he said …"
      isJoined(tokens, phrase) ? (subject ?? this.person) : this.describe(phrase);
    const found = this.reading.attributionOf(tokens, quotations, describe);
    const said = found.map(({ chain, aside }) => ({ chain: this.resume(chain), aside }));
    const told = this.reading.relationsOf(tokens, quotations).map((relation) => ({
      relation,
      chain: this.resume(this.reading.linksOf({ tokens, describe }, relation)),
    }));
    this.remember(said, told, subject);
    return { said, told };
  }

  private remember(
    said: readonly Attributed[],
    told: readonly Told[],
    subject: Attribution | undefined,
  ): void {
    const uttered = told.filter(({ relation }) => relation.spoken).map(({ chain }) => chain);
    const chains = [...said.map(({ chain }) => chain), ...uttered].filter(
      ([first]) => first !== undefined,
    );
    const person = chains.flat().find(({ kind }) => kind === 'person');
    this.person = person ?? subject ?? this.person;
    this.last = chains[0]?.[0];
    this.chains = [...chains, ...this.chains].slice(0, MEMORY);
  }

  private describe(phrase: readonly Token[]): Attribution | undefined {
    const [first, second] = phrase;
    if (phrase.length === 1 && first) {
      if (first.norm === 'he' || first.norm === 'she') return this.person;
      if (first.norm === 'it')
        return this.last && BODIES.has(this.last.kind) ? this.last : undefined;
    }
    const source = this.reading.sourceOf(phrase, this.cast);
    if (first?.norm !== 'the' || !source) return source;
    const noun = phrase.length === 2 ? (second?.norm ?? '') : '';
    const body = mayPointBack(noun) ? this.pointedTo(noun) : undefined;
    if (body) return body;
    const person = this.cast.roles.get(noun);
    if (person !== undefined) return { name: person, kind: 'person' };
    return source.kind === 'unnamed' ? this.unnamed(source) : source;
  }

  /** "The agency" is the one that was spoken of last. */
  private pointedTo(noun: string): Attribution | undefined {
    return this.chains.flat().find(({ name, kind }) => mayMean(noun, name, kind));
  }

  /** "The official" is the one that was spoken of last; "the port official" only another such. */
  private unnamed(source: Attribution): Attribution {
    const words = source.name.split(' ');
    const [known] =
      this.chains.find(([first]) =>
        words.length > BARE ? first?.name === source.name : isLike(first, words.at(-1) ?? ''),
      ) ?? [];
    return known ?? source;
  }

  /** A source that was met before comes by the way it came then. */
  private resume(chain: readonly Attribution[]): readonly Attribution[] {
    const [only, ...more] = chain;
    if (!only || more.length > 0 || only.kind !== 'unnamed') return chain;
    return this.chains.find(([first]) => first === only) ?? chain;
  }

  /** The person that a sentence tells of: the last one named before its verb. */
  private subject(
    tokens: readonly Token[],
    quotations: readonly Quotation[],
  ): Attribution | undefined {
    const verb = tokens.findIndex((token, index) => isFiniteVerb(token, tokens[index - 1]));
    const name = tokens
      .slice(0, Math.max(0, verb))
      .filter(
        ({ start }) =>
          !quotations.some((quotation) => start > quotation.start && start < quotation.end),
      )
      .map(({ text }) => this.cast.surnames.get(text))
      .findLast((found) => found !== undefined);
    return name === undefined ? undefined : { name, kind: 'person' };
  }
}

/** Whom nobody spoke of since so many utterances, "the official" does not mean. */
const MEMORY = 100;

/** Whether a phrase is "he" or "she" behind an "and" or "but": the subject before it is meant. */
function isJoined(tokens: readonly Token[], [first, ...more]: readonly Token[]): boolean {
  if (!first || more.length > 0 || !/^(?:he|she)$/u.test(first.norm)) return false;
  return tokens[tokens.indexOf(first) - 1]?.tag === 'CCONJ';
}

/** Sources that "it" may mean. */
const BODIES: ReadonlySet<SourceKind> = new Set(['organization', 'document', 'outlet', 'agency']);

/** "unnamed official": with no more words than these, a phrase says nothing of who they are. */
const BARE = 2;

const isLike = (source: Attribution | undefined, head: string): boolean =>
  source?.kind === 'unnamed' && source.name.split(' ').includes(head);
