import { isFiniteVerb } from '../language/grammar.ts';
import type { Attribution, Quotation, Token } from '../types.ts';
import type { Attributed, attributionOf } from './attribution.ts';
import type { Cast } from './cast.ts';
import type { sourceOf } from './sources.ts';

/** How one sentence is read, without those before it. */
interface Reading {
  readonly attributionOf: typeof attributionOf;
  readonly sourceOf: typeof sourceOf;
}

/**
 * Who "he" and "the official" are: follows a report from sentence to sentence and remembers who was
 * speaking.
 */
export class Antecedents {
  private person: Attribution | undefined;
  /** Word of an unnamed source's name → the source that it was said of last. */
  private readonly unnamed = new Map<string, Attribution>();
  /** Source → the chain that it came by last. */
  private readonly ways = new Map<Attribution, readonly Attribution[]>();
  private readonly cast: Cast;
  private readonly reading: Reading;

  constructor(cast: Cast, reading: Reading) {
    this.cast = cast;
    this.reading = reading;
  }

  read(tokens: readonly Token[], quotations: readonly Quotation[]): readonly Attributed[] {
    const found = this.reading.attributionOf(tokens, quotations, (phrase) => this.describe(phrase));
    const resolved = found.map(({ chain, aside }) => ({ chain: this.resume(chain), aside }));
    const person = resolved.flatMap(({ chain }) => chain).find(({ kind }) => kind === 'person');
    this.person = person ?? this.subject(tokens, quotations) ?? this.person;
    this.remember(resolved.map(({ chain }) => chain));
    return resolved;
  }

  /** Keep what later sentences may point to; of one sentence, the first is the nearest. */
  private remember(chains: readonly (readonly Attribution[])[]): void {
    for (const chain of [...chains].reverse()) {
      if (chain[0]) this.ways.set(chain[0], chain);
      for (const source of [...chain].reverse()) {
        if (source.kind !== 'unnamed') continue;
        for (const word of source.name.split(' ')) this.unnamed.set(word, source);
      }
    }
  }

  private describe(phrase: readonly Token[]): Attribution | undefined {
    const [first] = phrase;
    if (phrase.length === 1 && (first?.norm === 'he' || first?.norm === 'she')) return this.person;
    const source = this.reading.sourceOf(phrase, this.cast);
    if (first?.norm !== 'the' || source?.kind !== 'unnamed') return source;
    // "The official" is the one that was spoken of last.
    const head = source.name.split(' ').at(-1) ?? '';
    return this.unnamed.get(head) ?? source;
  }

  /** A source that was met before comes by the way it came then. */
  private resume(chain: readonly Attribution[]): readonly Attribution[] {
    const [only, ...more] = chain;
    if (!only || more.length > 0 || only.kind !== 'unnamed') return chain;
    return this.ways.get(only) ?? chain;
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
