import { pointsBack } from '../language/grammar.ts';
import { tokensIn } from '../language/token-spans.ts';
import { timesOf } from '../times/index.ts';
import type {
  Block,
  Claim,
  Pronoun,
  Quotation,
  Report,
  Sentence,
  Span,
  Token,
  TokenSentence,
} from '../types.ts';
import { Antecedents, type Told } from './antecedents.ts';
import { asidesOf, withAsidesOf } from './asides.ts';
import { assertionOf } from './assertions.ts';
import { type Attributed, attributionOf } from './attribution.ts';
import { type Cast, castOf } from './cast.ts';
import { complementClause } from './complement-clause.ts';
import { connectiveOf, datelineOf } from './connectives.ts';
import { coordinatedClause } from './coordinated-clause.ts';
import { finePropositions } from './fine-propositions.ts';
import { linksOf } from './links.ts';
import { mentionsOf } from './mentions.ts';
import { namesOf } from './names.ts';
import { nounsOf } from './nouns.ts';
import { claimId, clip, passageOf } from './passages.ts';
import { type Line, pronounsOf } from './pronouns.ts';
import { type Proposition, propositionsOf, type Split } from './propositions.ts';
import { quantitiesOf } from './quantities.ts';
import {
  type Quoted,
  quotationsBySentence,
  quotationsOfParagraphs,
  quotedIn,
} from './quotations.ts';
import { relationsOf } from './relations.ts';
import { relativeClause } from './relative-clause.ts';
import { pathOf, saidIn } from './said.ts';
import { secondPredicate } from './second-predicate.ts';
import { sentencesOf } from './sentences.ts';
import { inOneSpelling } from './source-names.ts';
import { sourceOf } from './sources.ts';
import { inSpeech, type Spoken, withSpeakers } from './speech.ts';
import { subordinateClause } from './subordinate-clause.ts';
import { tokenize } from './tokens.ts';
import { verbsOf } from './verbs.ts';

export { entitiesOf } from './entities.ts';
export { inOneSpelling } from './source-names.ts';

/** In this order: a clause that is taken out no longer stands between the two sides of an "and". */
export const SPLITS: readonly Split[] = [
  relativeClause,
  subordinateClause,
  complementClause,
  coordinatedClause,
  secondPredicate,
];

/**
 * Take reports apart into what each of them states.
 *
 * @returns A report's id → its sentences in order, each with the propositions it makes.
 */
export const extract = (reports: readonly Report[]): ReadonlyMap<string, readonly Sentence[]> =>
  inOneSpelling(new Map(reports.map((report) => [report.id, takeApart(report)])));

/** Take one report apart by itself: names of sources are as it has them. */
export function takeApart(report: Report): readonly Sentence[] {
  const quoted = quotationsOfParagraphs(report.blocks.map(({ content }) => content.text));
  const blocks = report.blocks.map((block, index) => ({
    quotations: [],
    continues: false,
    ...quoted[index],
    block,
    sentences: sentencesOf(block.content.text, tokenize),
  }));
  return sentencesOfReport(report, blocks);
}

interface Parsed extends Quoted {
  readonly block: Block;
  readonly sentences: readonly TokenSentence[];
}

function sentencesOfReport(report: Report, blocks: readonly Parsed[]): readonly Sentence[] {
  const cast = castOf(blocks.flatMap(({ sentences }) => sentences.map(({ tokens }) => tokens)));
  const speakers = new Antecedents(cast, { attributionOf, relationsOf, linksOf, sourceOf });
  const make = claimMaker(report);
  const reads: Read[] = [];
  let before: Spoken | undefined;
  for (const parsed of blocks) {
    const { sentences } = parsed;
    const quotationsIn = quotationsBySentence(sentences, parsed.quotations);
    const heard = sentences.map(({ tokens }, index) =>
      speakers.read(tokens, quotationsIn[index] ?? []),
    );
    const own = heard.map(({ said: strict, told }, index) =>
      saidIn({
        tokens: sentences[index]?.tokens ?? [],
        strict,
        told,
        isQuoted: quotedIn(quotationsIn[index] ?? []),
      }),
    );
    before = withSpeakers({ ...parsed, text: parsed.block.content.text, own }, before);
    for (const [index, sentence] of sentences.entries()) {
      reads.push({
        block: parsed.block,
        quotations: quotationsIn[index] ?? [],
        sentence,
        said: before.said[index] ?? [],
        told: heard[index]?.told ?? [],
        number: reads.length,
      });
    }
  }
  const pronouns = pronounsOf(reads.map(lineOf), cast);
  const numbers = new Map(blocks.map(({ block }, index) => [block, index]));
  return reads.map((read) => ({
    ...claimsOf({ ...read, pronoun: pronouns[read.number] }, cast, make),
    utterance: inSpeech(read.sentence, read.quotations) ? (numbers.get(read.block) ?? null) : null,
  }));
}

/** A sentence as pronouns are read in it. */
function lineOf({ block, sentence, quotations, said }: Read): Line {
  const [speaker] = said[0]?.chain ?? [];
  return {
    tokens: sentence.tokens,
    isQuoted: quotedIn(quotations),
    speaker: speaker?.kind === 'person' ? speaker.name : undefined,
    runsOn: block.kind === 'paragraph',
  };
}

/**
 * Take a sentence apart into everything that it says, however small: for comparing, not for print.
 *
 * @returns The words of the sentence that say each thing, parted by spaces.
 */
export const finelyIn = ({ whole }: Sentence): readonly string[] =>
  finePropositions(tokenize(whole.exact)).map((tokens) => tokens.map(({ text }) => text).join(' '));

/** What a sentence begins with that says nothing of its own. */
const openingOf = (tokens: readonly Token[]): Span | undefined =>
  datelineOf(tokens) ?? connectiveOf(tokens);

const spanOf = ({ start, end }: Span): Span => ({ start, end });

// ---------------------------------------------------------------------------------------------
// Claims

/** A sentence with what its neighbors tell of it. */
interface Read {
  readonly block: Block;
  readonly sentence: TokenSentence;
  readonly quotations: readonly Quotation[];
  readonly said: readonly Attributed[];
  /** All that it hands on. */
  readonly told: readonly Told[];
  readonly number: number;
  /** Its first pronoun, where it is certain whom that means; in the offsets of the block. */
  readonly pronoun?: Pronoun | undefined;
}

interface Draft extends Read {
  /** Who says the sentence by its own words alone; read where it has parts. */
  readonly strict: readonly Attributed[];
}

/** What a sentence states, as a whole and in parts. */
function claimsOf(read: Read, cast: Cast, make: MakeClaim): Pick<Sentence, 'whole' | 'parts'> {
  const { sentence, quotations } = read;
  const { tokens } = sentence;
  const parts = propositionsOf(tokens, quotations, openingOf(tokens), SPLITS);
  const strict = parts.length > 0 ? strictlyIn(tokens, quotations, cast) : [];
  const draft: Draft = { ...read, strict };
  return {
    whole: make(draft, { ...spanOf(sentence), lead: null, without: [], unspoken: false }),
    parts: parts.map((part) => make(draft, part, cast)),
  };
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
    const tokens = tokensIn(sentence.tokens, part);
    const { told } = draft;
    const isQuoted = quotedIn(quotations);
    const own = cast ? saidByPart(draft, part, cast) : [];
    const said = own.length > 0 || part.unspoken ? own : draft.said;
    const chain = said[0]?.chain ?? [];
    const within = <T extends Span>(spans: readonly T[]): readonly T[] =>
      spans.length === 0 ? spans : cutTo(spans, part);
    const isWhole =
      part.start === sentence.start && part.end === sentence.end && part.without.length === 0;
    return {
      ...passage,
      id: claimId(report.id, passage.exact, part.lead !== null, isWhole, seen),
      // Half of a character is none.
      prefix: text
        .slice(Math.max(0, part.start - AFFIX), part.start)
        .replace(/^\p{Surrogate}/u, ''),
      suffix: text.slice(part.end, part.end + AFFIX).replace(/\p{Surrogate}$/u, ''),
      kind: block.kind === 'headline' ? 'headline' : isWhole ? 'sentence' : 'clause',
      sentence: draft.number,
      context: isWhole ? passage : passageOf(report, block, sentence.start, sentence.end),
      lead: part.lead && passageOf(report, block, part.lead.start, part.lead.end),
      asides: within(asidesOf({ opening: openingOf(tokens), said, part, quotations })),
      attribution: chain,
      ...assertionOf({
        tokens,
        path: pathOf(
          tokens,
          told.map(({ relation }) => relation),
        ),
        chain,
        isQuoted,
      }),
      quotations: quotations.flatMap((quotation) => clip(quotation, part, text)),
      times: within(timesOf(tokens, text, published)),
      quantities: within(quantitiesOf(tokens, text)),
      pronouns: within(draft.pronoun ? [draft.pronoun] : []),
      names: namesOf(tokens),
      mentions: within(mentionsOf(tokens)),
      nouns: within(nounsOf(tokens)),
      verbs: within(verbsOf(tokens)),
      selfContained: part.lead !== null || !pointsBack(tokens),
    };
  };
}

/** Who says a part of a sentence by its own words. */
function saidByPart(draft: Draft, part: Proposition, cast: Cast): readonly Attributed[] {
  const { sentence, quotations, told } = draft;
  const tokens = tokensIn(sentence.tokens, part);
  const strict = withAsidesOf(draft.strict, strictlyIn(tokens, quotations, cast));
  const heard = saidIn({ tokens, strict, told, isQuoted: quotedIn(quotations) });
  return heard.length === 0 && part.lead ? saidByLead(draft, part, cast) : heard;
}

/** The spans that lie wholly in another one, counted from its beginning. */
const cutTo = <T extends Span>(spans: readonly T[], { start, end }: Span): readonly T[] =>
  spans
    .filter((span) => span.start >= start && span.end <= end)
    .map((span) => ({ ...span, start: span.start - start, end: span.end - start }));

/** Who says a stretch of a sentence by its own words, whoever was speaking before. */
const strictlyIn = (
  tokens: readonly Token[],
  quotations: readonly Quotation[],
  cast: Cast,
): readonly Attributed[] => attributionOf(tokens, quotations, (phrase) => sourceOf(phrase, cast));

/**
 * Who says a part whose subject stands elsewhere in the sentence: "[the mayor] told the Courier that
 * …". Nothing of it may be left out.
 */
function saidByLead(
  { sentence, quotations }: Draft,
  { start, end, lead }: Proposition,
  cast: Cast,
): readonly Attributed[] {
  const subject = lead ? tokensIn(sentence.tokens, lead) : [];
  const tokens = [...subject, ...tokensIn(sentence.tokens, { start, end })];
  const describe = (phrase: readonly Token[]) => sourceOf(phrase, cast);
  const told = relationsOf(tokens, quotations).map((relation) => ({
    relation,
    chain: linksOf({ tokens, describe }, relation),
  }));
  const said = saidIn({ tokens, strict: [], told, isQuoted: quotedIn(quotations) });
  return said.map(({ chain }) => ({ chain, aside: null }));
}
