import { createHash } from 'node:crypto';
import { isFiniteVerb, POINTING_PRONOUNS } from '../language/grammar.ts';
import { slice, sourceSpan } from '../mapped-text.ts';
import type {
  Aside,
  Attribution,
  Block,
  Claim,
  Passage,
  Quotation,
  Report,
  Sentence,
  Span,
  Token,
  TokenSentence,
} from '../types.ts';
import { type Attributed, attributionOf } from './attribution.ts';
import { type Cast, castOf } from './cast.ts';
import { connectiveOf, datelineOf } from './connectives.ts';
import { coordinatedClause } from './coordinated-clause.ts';
import { namesOf } from './names.ts';
import { type Proposition, propositionsOf, type Split } from './propositions.ts';
import { quantitiesOf } from './quantities.ts';
import { quotationsOf } from './quotations.ts';
import { relativeClause } from './relative-clause.ts';
import { secondPredicate } from './second-predicate.ts';
import { sentencesOf } from './sentences.ts';
import { sourceOf } from './sources.ts';
import { timesOf } from './times.ts';
import { tokenize } from './tokens.ts';

/** In this order: a clause that is taken out no longer stands between the two sides of an "and". */
export const SPLITS: readonly Split[] = [relativeClause, coordinatedClause, secondPredicate];

/**
 * Take reports apart into what each of them states.
 *
 * @returns A report's id → its sentences in order, each with the propositions it makes.
 */
export function extract(reports: readonly Report[]): ReadonlyMap<string, readonly Sentence[]> {
  return new Map(
    reports.map((report) => {
      const blocks = report.blocks.map((block) => ({
        block,
        sentences: sentencesOf(block.content.text, tokenize),
        quotations: quotationsOf(block.content.text),
      }));
      return [report.id, sentencesOfReport(report, blocks)];
    }),
  );
}

interface Parsed {
  readonly block: Block;
  readonly sentences: readonly TokenSentence[];
  readonly quotations: readonly Quotation[];
}

function sentencesOfReport(report: Report, blocks: readonly Parsed[]): readonly Sentence[] {
  const cast = castOf(blocks.flatMap(({ sentences }) => sentences.map(({ tokens }) => tokens)));
  const speakers = new Speakers(cast);
  const make = claimMaker(report);
  const found: Sentence[] = [];
  for (const [number, parsed] of blocks.entries()) {
    const attributed = parsed.sentences.map(({ tokens }) =>
      speakers.read(tokens, parsed.quotations),
    );
    for (const [index, sentence] of parsed.sentences.entries()) {
      const speech = inSpeech(sentence, parsed.quotations);
      const own = attributed[index] ?? [];
      // A sentence within an utterance is said by whoever says the rest of it.
      const inherited = speech ? (attributed.find((other) => other.length > 0) ?? []) : [];
      const said = own.length > 0 ? own : inherited.map(({ chain }) => ({ chain, aside: null }));
      const draft: Draft = { ...parsed, sentence, said, number: found.length };
      found.push({
        whole: make(draft, { ...spanOf(sentence), lead: null, without: [], unspoken: false }),
        parts: propositionsOf(
          sentence.tokens,
          parsed.quotations,
          openingOf(sentence.tokens),
          SPLITS,
        ).map((part) => make(draft, part, cast)),
        utterance: speech ? number : null,
      });
    }
  }
  return found;
}

/** What a sentence begins with that says nothing of its own. */
const openingOf = (tokens: readonly Token[]): Span | undefined =>
  datelineOf(tokens) ?? connectiveOf(tokens);

const spanOf = ({ start, end }: Span): Span => ({ start, end });

/** Whether most of a sentence is direct speech. */
function inSpeech({ start, end }: Span, quotations: readonly Quotation[]): boolean {
  const spoken = quotations
    .filter(({ speech }) => speech)
    .reduce(
      (sum, quotation) =>
        sum + Math.max(0, Math.min(end, quotation.end) - Math.max(start, quotation.start)),
      0,
    );
  return spoken * 2 > end - start;
}

// ---------------------------------------------------------------------------------------------
// Who "he" and "the official" are

/** Follows a report from sentence to sentence and remembers who was speaking. */
class Speakers {
  private person: Attribution | undefined;
  private chains: readonly (readonly Attribution[])[] = [];
  private readonly cast: Cast;

  constructor(cast: Cast) {
    this.cast = cast;
  }

  read(tokens: readonly Token[], quotations: readonly Quotation[]): readonly Attributed[] {
    const found = attributionOf(tokens, quotations, (phrase) => this.describe(phrase));
    const resolved = found.map(({ chain, aside }) => ({ chain: this.resume(chain), aside }));
    const person = resolved.flatMap(({ chain }) => chain).find(({ kind }) => kind === 'person');
    this.person = person ?? this.subject(tokens, quotations) ?? this.person;
    this.chains = [...resolved.map(({ chain }) => chain), ...this.chains];
    return resolved;
  }

  private describe(phrase: readonly Token[]): Attribution | undefined {
    const [first] = phrase;
    if (phrase.length === 1 && (first?.norm === 'he' || first?.norm === 'she')) return this.person;
    const source = sourceOf(phrase, this.cast);
    if (first?.norm !== 'the' || source?.kind !== 'unnamed') return source;
    // "The official" is the one that was spoken of last.
    const head = source.name.split(' ').at(-1) ?? '';
    return (
      this.chains
        .flat()
        .find(({ name, kind }) => kind === 'unnamed' && name.split(' ').includes(head)) ?? source
    );
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

// ---------------------------------------------------------------------------------------------
// Claims

interface Draft extends Parsed {
  readonly sentence: TokenSentence;
  readonly said: readonly Attributed[];
  readonly number: number;
}

/** How much of its surroundings a passage carries along (W3C TextQuoteSelector), in characters. */
const AFFIX = 32;

type MakeClaim = (draft: Draft, part: Proposition, cast?: Cast) => Claim;

/** Make claims of one report, each with an id of its own even where the same words return. */
function claimMaker(report: Report): MakeClaim {
  const seen = new Map<string, number>();
  const published = report.metadata.published.value;
  return (draft, part, cast) => {
    const { block, sentence, quotations } = draft;
    const { text } = block.content;
    const passage = passageOf(report, block, part.start, part.end);
    const tokens = sentence.tokens.filter(
      ({ start, end }) => start >= part.start && end <= part.end,
    );
    const read = (words: readonly Token[]) =>
      cast ? attributionOf(words, quotations, (phrase) => sourceOf(phrase, cast)) : [];
    const own = withAsidesOf(read(sentence.tokens), read(tokens));
    const said = own.length > 0 || part.unspoken ? own : draft.said;
    const within = <T extends Span>(spans: readonly T[]): T[] =>
      spans
        .filter(({ start, end }) => start >= part.start && end <= part.end)
        .map((span) => ({ ...span, start: span.start - part.start, end: span.end - part.start }));
    const isWhole =
      part.start === sentence.start && part.end === sentence.end && part.without.length === 0;
    return {
      ...passage,
      id: claimId(report.id, passage.exact, part.lead !== null, isWhole, seen),
      prefix: text.slice(Math.max(0, part.start - AFFIX), part.start),
      suffix: text.slice(part.end, part.end + AFFIX),
      kind: block.kind === 'headline' ? 'headline' : isWhole ? 'sentence' : 'clause',
      sentence: draft.number,
      context: isWhole ? passage : passageOf(report, block, sentence.start, sentence.end),
      lead: part.lead && passageOf(report, block, part.lead.start, part.lead.end),
      asides: within(asidesOf(tokens, said, part, quotations)),
      attribution: said[0]?.chain ?? [],
      quotations: quotations.flatMap((quotation) => clip(quotation, part, text)),
      times: within(timesOf(tokens, text, published)),
      quantities: within(quantitiesOf(tokens, text)),
      names: namesOf(tokens),
      selfContained: part.lead !== null || !pointsBack(tokens),
    };
  };
}

/**
 * Who says a part of a sentence, without asides that the whole sentence forbids: "officials said
 * it was safe, although engineers doubt it".
 */
function withAsidesOf(
  whole: readonly Attributed[],
  part: readonly Attributed[],
): readonly Attributed[] {
  return part.map((said) => {
    const kept = whole.find(({ chain }) => chain[0]?.name === said.chain[0]?.name);
    return kept && !kept.aside ? { ...said, aside: null } : said;
  });
}

/** The part of a quotation that stands in a claim, spans into the claim. */
function clip(quotation: Quotation, { start, end }: Span, text: string): Quotation[] {
  const from = Math.max(start, quotation.start);
  const to = Math.min(end, quotation.end);
  if (from >= to) return [];
  const inner = text.slice(from, to).replace(/^“|”$/gu, '').trim();
  return [{ ...quotation, start: from - start, end: to - start, text: inner }];
}

function passageOf(report: Report, block: Block, from: number, to: number): Passage {
  const content = slice(block.content, from, to);
  return {
    report: report.id,
    ...sourceSpan(content, 0, content.text.length),
    exact: content.text,
    runs: content.runs,
  };
}

function asidesOf(
  tokens: readonly Token[],
  said: readonly Attributed[],
  part: Proposition,
  quotations: readonly Quotation[],
): Aside[] {
  // Inside a quotation nothing is left out.
  const spoken = quotations.some(({ start, end }) => part.start > start && part.start < end);
  const connective = spoken ? undefined : openingOf(tokens);
  return [
    ...(connective ? [{ ...connective, reason: 'connective' as const }] : []),
    ...said.flatMap(({ aside }) => (aside ? [{ ...aside, reason: 'attribution' as const }] : [])),
    ...part.without.map((gap) => ({ ...gap, reason: 'other-claim' as const })),
  ].sort((a, b) => a.start - b.start);
}

/** Whether the first word, save connectives, points to something said before. */
function pointsBack(tokens: readonly Token[]): boolean {
  const words = tokens.filter(({ tag }) => tag !== 'PUNCT' && tag !== 'CCONJ');
  const [first, second] = words;
  if (!first || !POINTING_PRONOUNS.has(first.norm)) return false;
  // "This week" points to the calendar, not to the text.
  return !/^(?:week|month|year|morning|afternoon|evening|weekend|summer|winter|spring|autumn|fall)$/u.test(
    second?.norm ?? '',
  );
}

/** An id that holds while the report keeps its name and the passage its words. */
function claimId(
  report: string,
  exact: string,
  led: boolean,
  whole: boolean,
  seen: Map<string, number>,
): string {
  const key = [report, led ? 'led' : whole ? 'whole' : 'part', exact].join('\n');
  const count = seen.get(key) ?? 0;
  seen.set(key, count + 1);
  const hash = createHash('sha256').update(`${key}\n${count}`).digest('hex');
  return `c-${hash.slice(0, 12)}`;
}
