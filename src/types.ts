/**
 * The data model: what the stages hand to one another. Plain readonly data, no behavior.
 *
 * Offsets are UTF-16 code units, as JavaScript counts them, into the text of a report's file without
 * its byte order mark: the file decoded as `Report.encoding` says, or the part of it that
 * `Report.part` names. Ranges are half-open: `start` is in, `end` is out.
 */

/** An array with at least one element: a fact without a claim cannot be built. */
export type NonEmpty<T> = readonly [T, ...T[]];

/** A half-open range of UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

// ---------------------------------------------------------------------------------------------
// Text that knows where it came from

/**
 * A stretch of text and the stretch of the file that it was read from. Where both are equally
 * long, they correspond character by character; otherwise only as wholes.
 */
export interface Run {
  /** Where the stretch begins in the text. It ends where the next run begins. */
  readonly at: number;
  /** Where it begins in the file. */
  readonly start: number;
  /** Where it ends in the file. */
  readonly end: number;
}

/** Text whose every character can be traced to the file. */
export interface MappedText {
  readonly text: string;
  /** In order of `at`, without gaps in the text; the file may have gaps (mark-up) between runs. */
  readonly runs: readonly Run[];
}

// ---------------------------------------------------------------------------------------------
// Reports

/** Whether a field was read in the report or given by the editor, worked out, or is not known. */
export type Basis = 'stated' | 'inferred' | 'unknown';

/** One field of a report's metadata. */
export interface Field<T> {
  /** Absent (null) exactly when the basis is unknown. */
  readonly value: T | null;
  readonly basis: Basis;
  /** Where it was read, or why it may be inferred. Absent when unknown. */
  readonly because: string | null;
}

/** What a report says of itself, or its editor says of it. Names follow schema.org NewsArticle. */
export interface Metadata {
  readonly outlet: Field<string>;
  readonly headline: Field<string>;
  readonly authors: Field<readonly string[]>;
  readonly url: Field<string>;
  /** Calendar date, ISO 8601: `2024-05-31`. */
  readonly published: Field<string>;
  /** Calendar date of the last change, ISO 8601. */
  readonly updated: Field<string>;
  /** BCP 47 tag. */
  readonly language: Field<string>;
  /** The part of the outlet that it stood in: `World`. */
  readonly section: Field<string>;
  /** Where it was written, as its dateline says: `WASHINGTON`. */
  readonly place: Field<string>;
  /** The agency whose copy it is, as its dateline says: `Reuters`. */
  readonly agency: Field<string>;
}

/** One thing that was found about a report. */
export type Found = {
  readonly [K in keyof Metadata]: {
    readonly field: K;
    readonly value: NonNullable<Metadata[K]['value']>;
    readonly basis: Exclude<Basis, 'unknown'>;
    /** Where it was read, or why it may be inferred. */
    readonly because: string;
  };
}[keyof Metadata];

/** What a report says about its own text: that it was corrected, updated, or shortened. */
export interface Note {
  readonly kind: 'correction' | 'update' | 'editor';
  readonly text: string;
}

/** What a block of a report is, as far as its mark-up or place tells. */
export type BlockKind =
  | 'headline'
  | 'heading'
  | 'dateline'
  | 'paragraph'
  | 'code'
  | 'markup'
  | 'byline'
  | 'caption'
  | 'embed'
  | 'promotion'
  | 'furniture';

/** A paragraph, heading or list item of a report. Sentences never cross a block. */
export interface Block {
  readonly kind: BlockKind;
  readonly content: MappedText;
}

/** Why a passage is not part of any fact. Shown to the reader beside the report. */
export type LeftOutReason =
  | 'promotion'
  | 'caption'
  | 'credit'
  | 'heading'
  | 'headline'
  | 'dateline'
  | 'duplicate'
  | 'markup'
  | 'embed'
  | 'note'
  | 'furniture'
  | 'no-words'
  | 'editor';

/** A passage that was dropped, with the reason: the ledger's other side. */
export interface LeftOut extends Span {
  readonly report: string;
  readonly reason: LeftOutReason;
  /** The normalized text of what was dropped. Empty where the editor would not have it printed. */
  readonly text: string;
}

/** One news report, as read. */
export interface Report {
  /** Short name, unique in the briefing: the file name's leading word where that is unique. */
  readonly id: string;
  /** 1-based place among the reports in order of their file names. */
  readonly number: number;
  /** File name inside the briefing's folder. */
  readonly file: string;
  /** SHA-256 of the file's bytes, hexadecimal. */
  readonly sha256: string;
  /** Encoding of its text, as the WHATWG names it: `utf-8`. */
  readonly encoding: string;
  /** What of the file its text is: `text of the mail`; null where it is the file itself. */
  readonly part: string | null;
  /** Length of the text in UTF-16 code units. */
  readonly length: number;
  /** Where in the text characters stand that are two code units long. */
  readonly wide: readonly number[];
  readonly metadata: Metadata;
  /** What it says about its own text, in order. */
  readonly notes: readonly Note[];
  readonly blocks: readonly Block[];
  readonly leftOut: readonly LeftOut[];
  /** Where in the file its words stand, as they were read, before anything was left out. */
  readonly textSpans: readonly Span[];
}

/** A report of the folder that seems to be about another event, and is not used. */
export interface Stranger {
  readonly report: Report;
  /** File of the report whose words are most like its own. */
  readonly nearest: string;
  /** How like they are, 0–1: cosine of what the words say and how often. */
  readonly likeness: number;
}

// ---------------------------------------------------------------------------------------------
// Claims

/** A passage: a place in a report's file and the words that stand there. */
export interface Passage extends Span {
  readonly report: string;
  /** The normalized text of the passage (W3C TextQuoteSelector `exact`). */
  readonly exact: string;
  /** Where each stretch of `exact` stands in the file; `at` counts from the passage's start. */
  readonly runs: readonly Run[];
}

/** Universal part-of-speech tag, as far as the code tells them apart. */
export type Tag =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'VERB'
  | 'X';

/** A word or mark of a block. Offsets are into the block's text, not into the file. */
export interface Token extends Span {
  readonly text: string;
  /** The text in lower case. */
  readonly norm: string;
  /** Dictionary form, in lower case. */
  readonly lemma: string;
  readonly tag: Tag;
}

/** A sentence of a block. Offsets are into the block's text. */
export interface TokenSentence extends Span {
  readonly tokens: NonEmpty<Token>;
}

/**
 * Kind of a link in the chain of who says so. An occasion is where many could hear it: a news
 * conference, a speech.
 */
export type SourceKind =
  | 'person'
  | 'organization'
  | 'document'
  | 'occasion'
  | 'outlet'
  | 'agency'
  | 'unnamed';

/** One link in the chain of who says so. */
export interface Attribution {
  /**
   * The source in the words of the reports, without article and number: "unnamed U.S. official".
   * Spelled in one way in all of them.
   */
  readonly name: string;
  readonly kind: SourceKind;
  /** The report's own words for it. Absent where they are the name. */
  readonly written?: string;
  /** The report's word for how many unnamed sources they are: "two". Absent where it has none. */
  readonly number?: string;
}

/**
 * How far a report stands behind a claim: it states it; hands it on from others; hands it on and
 * says that nobody has shown it (`alleged`); hands on that it is not so, that somebody would have
 * it so, or that somebody means to make it so.
 */
export type Strength = 'stated' | 'attributed' | 'alleged' | 'denied' | 'hoped' | 'planned';

/** Whether a proposition says that something is so, or that it is not. */
export type Polarity = 'affirmed' | 'negated';

/**
 * How a proposition holds, whoever says it: it is or was so; it may be; it has to be; somebody
 * means to bring it about or it lies ahead; it would be under a condition; it is asked.
 */
export type Modality = 'fact' | 'possible' | 'necessary' | 'intended' | 'conditional' | 'asked';

/** TIMEX3 type of a time expression. */
export type TimeType = 'date' | 'time' | 'duration' | 'set';

/** How words before or in a time expression bound or blur it (TIMEX3 `mod`). */
export type TimeMod =
  | 'start'
  | 'mid'
  | 'end'
  | 'approx'
  | 'less-than'
  | 'more-than'
  | 'equal-or-less'
  | 'equal-or-more';

/** A time expression with its value. The span is into the claim's `exact`. */
export interface Time extends Span {
  readonly text: string;
  /**
   * TIMEX3 value: `2024-05-30`, `2024-05-30TNI`, `2024-W22`, `2022-02`, `2022-Q1`, `199`, `P3M`,
   * `PRESENT_REF`.
   */
  readonly value: string;
  readonly type: TimeType;
  /** Null where nothing bounds or blurs it. */
  readonly mod: TimeMod | null;
  /** Whether the value was worked out from the publication date. */
  readonly relative: boolean;
  /** Whether the words allow no other value. What may be another time as well dates nothing. */
  readonly certain: boolean;
}

/** How a number is meant. */
export type Bound = 'exact' | 'about' | 'at-least' | 'at-most';

/** A number with its unit. The span, hedge included, is into the claim's `exact`. */
export interface Quantity extends Span {
  readonly text: string;
  /** The lesser end where it is a range. */
  readonly value: number;
  /** The greater end of a range: "5 to 7 ships"; null where there is none. */
  readonly upTo: number | null;
  /**
   * Unit symbol (`km`, `%`), currency code (`EUR`), or the noun that is counted (`people`), with
   * what happened to whom it names (`people killed`).
   */
  readonly unit: string;
  /** How the report hedges the number: "about" 12, "at least" 12, "up to" 12. */
  readonly bound: Bound;
}

/** Direct speech or a quoted phrase. The span is into the claim's `exact`, marks included. */
export interface Quotation extends Span {
  /** The words between the marks. */
  readonly text: string;
  /** Speech is a clause or more; anything shorter is a phrase in the reporter's sentence. */
  readonly speech: boolean;
}

/** A stretch of a claim that a statement may leave out. The span is into the claim's `exact`. */
export interface Aside extends Span {
  readonly reason: AsideReason;
}

/**
 * `attribution`: who says so, which the citation carries. `connective`: how the sentence joins
 * the one before it. `other-claim`: a proposition that is a claim of its own.
 */
export type AsideReason = 'attribution' | 'connective' | 'other-claim';

/** A name in a claim. The span, without title and role, is into the claim's `exact`. */
export interface Mention extends Span {
  /** The name without titles: "Ann Example". */
  readonly name: string;
  /** What the claim calls who bears it: "police chief", "the mayor of Harlow"; null where nothing. */
  readonly role: string | null;
  /** Whether the words before it say that something is, or goes, there. */
  readonly located: boolean;
}

/** A verb of a claim. The span is into the claim's `exact`. */
export interface Verb extends Span {
  /** Dictionary form, in lower case. */
  readonly lemma: string;
}

/** A noun that is no name, with the nouns before it that belong to it. */
export interface Noun extends Span {
  /** In lower case, the last one in its dictionary form: "rescue boat". */
  readonly words: string;
}

/** What a name stands for. */
export type EntityKind = 'person' | 'organization' | 'place' | 'unknown';

/** One form in which reports give a name, or a role. */
export interface NameForm {
  readonly text: string;
  /** Ids of the reports that have it, in order. */
  readonly reports: NonEmpty<string>;
}

/** Somebody or something that reports name, under however many forms. */
export interface Entity {
  /** Depends on its name alone. */
  readonly id: string;
  /** The fullest form, in the spelling that most reports have. */
  readonly name: string;
  readonly kind: EntityKind;
  /** Every form that stands for it, that of most reports first. */
  readonly forms: NonEmpty<NameForm>;
  /** What reports call it, that of most reports first. */
  readonly roles: readonly NameForm[];
}

/** A pronoun in a claim, and whom it means. */
export interface Pronoun extends Span {
  readonly text: string;
  /** The full name, as the report has it. */
  readonly name: string;
}

/** One proposition that one report states. */

export interface Claim extends Passage {
  /** Unique in the briefing; depends on the report and the passage's words alone. */
  readonly id: string;
  /** Up to 32 characters before the passage in its block (W3C TextQuoteSelector). */
  readonly prefix: string;
  /** Up to 32 characters after it. */
  readonly suffix: string;
  /** A headline states what the report goes on to state in full. */
  readonly kind: 'sentence' | 'clause' | 'headline';
  /** Index of the sentence in the report. Claims of one sentence share it. */
  readonly sentence: number;
  /** The whole sentence that the claim stands in. */
  readonly context: Passage;
  /** The subject that the clause shares with an earlier one, where its own is left out. */
  readonly lead: Passage | null;
  readonly asides: readonly Aside[];
  /** Who says so, nearest first. Empty: the report in its own voice. */
  readonly attribution: readonly Attribution[];
  /** How far the report stands behind it. */
  readonly strength: Strength;
  /** Whether what it says, without who says so, is that something is so, or that it is not. */
  readonly polarity: Polarity;
  /** How what it says holds. */
  readonly modality: Modality;
  readonly quotations: readonly Quotation[];
  readonly times: readonly Time[];
  readonly quantities: readonly Quantity[];
  /** Names of people, organizations and places, in the report's spelling. */
  readonly names: readonly string[];
  /** The names with their places and roles, in order. */
  readonly mentions: readonly Mention[];
  /** What is said to happen or to be done, in order; no auxiliaries. */
  readonly verbs: readonly Verb[];
  readonly nouns: readonly Noun[];
  /** Its first pronoun, where it is certain whom that means. */
  readonly pronouns: readonly Pronoun[];
  /** Whether it can be read on its own: nothing in it points back ("he said", "the move"). */
  readonly selfContained: boolean;
}

/** A sentence with the propositions it makes. */
export interface Sentence {
  readonly whole: Claim;
  /** The sentence's parts in order, covering it; empty when it makes only one claim. */
  readonly parts: readonly Claim[];
  /** Sentences with the same number belong to one utterance; null outside direct speech. */
  readonly utterance: number | null;
}

// ---------------------------------------------------------------------------------------------
// Facts

/** A piece of a statement. Pieces of kind `passage` and `added`, joined, are its text. */
export type Piece =
  | ({ readonly kind: 'passage'; readonly text: string } & Span)
  | {
      readonly kind: 'added';
      readonly text: string;
      readonly reason:
        | 'capital'
        | 'full-stop'
        | 'quotation-mark'
        | 'date'
        | 'speaker'
        | 'name'
        | 'space'
        // A name in the spelling of the briefing, for the report's that is left out before it; and a
        // figure in other units.
        | 'spelling'
        | 'unit'
        // The editor's own words; among them, in brackets, what the reports say elsewhere; and the
        // mark behind them that says whose they are.
        | 'editor'
        | 'context'
        | 'editor-mark';
    }
  | ({
      readonly kind: 'omitted';
      readonly text: string;
      readonly reason: AsideReason | 'capital' | 'punctuation' | 'pronoun' | 'spelling' | 'editor';
    } & Span);

/** The words that the briefing prints for a fact, with every edit made to the report's own. */
export interface Statement {
  readonly text: string;
  /** The claim whose words these are. */
  readonly claim: string;
  readonly pieces: readonly Piece[];
}

/** Why two claims were taken for the same fact. */
export interface Merge {
  readonly a: string;
  readonly b: string;
  /** Estimated probability that both state one fact, 0–1. */
  readonly score: number;
  readonly reasons: readonly string[];
}

/** What may speak against taking two claims for the same: see `src/alike/`. */
export type GuardName = 'polarity' | 'contrast' | 'number' | 'day' | 'speaker';

/** What a guard found that two claims do not have in common. */
export interface Objection {
  readonly guard: GuardName;
  /** The words of either claim, or what it says in a word: "12 people", "denied". */
  readonly values: readonly [string, string];
}

/** A claim that is as close to a fact's statement as those that count, and is not counted. */
export interface Guarded extends Objection {
  /** Id of the claim; its value is the second. */
  readonly claim: string;
}

/** How it was told which claims state one fact. */
export interface Method {
  /** By their words; by how a model reads them, too; by a model of the user's own. */
  readonly by: 'words' | 'model' | 'own';
  /** Where its weights come from, and how well it did on events left out; empty where unknown. */
  readonly provenance: string;
}

/** Claims of one or more reports that state the same thing. */
export interface Fact {
  /** Stable while any of its passages keeps its words. */
  readonly id: string;
  readonly statement: Statement;
  /** In order of report and place. */
  readonly claims: NonEmpty<Claim>;
  /** Ids of claims that are close to the statement, but perhaps not the same. */
  readonly uncertain: readonly string[];
  /** Ids of claims that state something else first, and are shown in full there. */
  readonly elsewhere: readonly string[];
  readonly merged: readonly Merge[];
  /**
   * Claims that would count as stating it if no guard spoke against: the reports may differ there.
   * A claim is listed once for each guard.
   */
  readonly guarded: readonly Guarded[];
  /** Place among the facts that the editor put first, from 1. Absent where he put it nowhere. */
  readonly pinned?: number;
}

/** What an editor may decide about facts. */
export type DecisionKind = 'merge' | 'split' | 'reword' | 'pin' | 'suppress';

/** A decision of the editor that was applied. */
export interface Applied {
  readonly kind: DecisionKind;
  /** Ids of the facts that it made or changed; of the one that is not printed. */
  readonly facts: NonEmpty<string>;
  /** The editor's reason; null where none is given. */
  readonly because: string | null;
  /** Where it was said. */
  readonly said: { readonly file: string; readonly line: number; readonly column: number };
}

// ---------------------------------------------------------------------------------------------
// Analysis

/** What a difference between reports is about. */
export type DivergenceKind =
  | 'number'
  | 'date'
  | 'place'
  | 'actor'
  | 'name'
  | 'quote-wording'
  | 'stance'
  | 'update'
  | 'scope';

/** One side of a difference: a value, and the claims that give it. */
export interface Side {
  readonly value: string;
  readonly claims: NonEmpty<string>;
}

/** A difference that was found, not yet named: what it is about and who says what. */
export interface Difference {
  readonly kind: DivergenceKind;
  /** What has the values: what is counted (`people killed`), the verb that is dated; else empty. */
  readonly about: string;
  /**
   * `superseded`: a later report settles it. `wording`: no contradiction, the same thing in other
   * words, or figures that are of different places.
   */
  readonly status: 'open' | 'superseded' | 'wording';
  readonly note: string;
  readonly sides: readonly Side[];
}

/** A difference between what reports say. Decides nothing. */
export interface Divergence extends Difference {
  readonly id: string;
  /** Ids of the facts between whose claims it lies, the one that it is told with first. */
  readonly facts: NonEmpty<string>;
  readonly sides: readonly [Side, Side, ...Side[]];
}

/** Where claims of a fact come from, once the chain is followed to its end. */
export interface Origin {
  /** What the reader sees: "unnamed U.S. official", or "Report 2" for its own reporting. */
  readonly name: string;
  readonly kind: SourceKind | 'report';
  readonly claims: NonEmpty<string>;
  /** Which reports have it from there, by which way, and why they count as one origin. */
  readonly because: string;
}

/** A report, or somebody whom reports have something from. */
export interface RelianceNode {
  /** Unique in the briefing. */
  readonly id: string;
  readonly name: string;
  readonly kind: SourceKind | 'report';
  /** Id of the report that it is; null where it is none of this briefing. */
  readonly report: string | null;
}

/** That one has something from another: a report from an agency, an agency from an official. */
export interface RelianceEdge {
  /** Ids of nodes. */
  readonly from: string;
  readonly to: string;
  /**
   * `cites`: it says so; `copy-of`: it is the agency's copy, as its dateline says; `shares-text`: both
   * are largely one text, and `from` was published later, or comes later in the folder.
   */
  readonly how: 'cites' | 'copy-of' | 'shares-text';
  /** How many claims that are. */
  readonly claims: number;
  /** Ids of the facts that they state first, in order. */
  readonly facts: readonly string[];
}

/** Who relies on whom. */
export interface Reliance {
  /** The reports in order, then whom most claims come from or through. */
  readonly nodes: readonly RelianceNode[];
  /** In the order of the nodes. */
  readonly edges: readonly RelianceEdge[];
}

/** How a fact stands, by the rules of `analyze/standing`. */
export type Standing = 'corroborated' | 'one-origin' | 'single-source' | 'disputed' | 'superseded';

/**
 * A stretch of a statement that not all who state the fact have. The span is into the statement's
 * `text`.
 */
export interface Detail extends Span {
  /** Ids of the claims that have it. */
  readonly claims: NonEmpty<string>;
}

/** A dated event. */
export interface TimelineEntry {
  /** ISO 8601 date, month or year; the first day where it is one of several. */
  readonly date: string;
  /** The last of the days of which it is one ("last week"), ISO 8601; null where there is one. */
  readonly until: string | null;
  readonly precision: 'day' | 'month' | 'year';
  /** Whether the words blur the date: "two weeks ago". */
  readonly about: boolean;
  readonly fact: string;
  /** The words of a claim that names the date; the fact's own may be another's that does not. */
  readonly statement: Statement;
  /** The stretch of the statement's text that says what happened then, where not all of it does. */
  readonly words: Span;
  /** The stretch of the statement's text that gives the date. */
  readonly dated: Span;
  readonly claims: NonEmpty<string>;
}

/** What may be asked, and no report answers. `comment`: who was asked, and did not say. */
export type GapQuestion =
  | 'who'
  | 'what'
  | 'where'
  | 'when'
  | 'why'
  | 'how many'
  | 'whether'
  | 'who says so'
  | 'comment';

/** A question that no report answers. */
export interface Gap {
  readonly question: GapQuestion;
  /** The fact that says so, or the main fact, about which it is asked. */
  readonly fact: string;
  /** The passage that says that it is not known; null where it is asked about the main fact. */
  readonly statement: Statement | null;
  /** Ids of the claims that say so; of those that state the main fact. */
  readonly claims: readonly string[];
}

/** How a report stands to a fact that others state: a report that is not named says nothing of it. */
export interface FactCoverage {
  readonly fact: string;
  /** Ids of reports that state it. */
  readonly states: readonly string[];
  /** Those that give another value, be it that they state it too. */
  readonly differs: readonly string[];
  /** Those that say something close, which is not counted. */
  readonly close: readonly string[];
}

/** What the reports have in common, and what they don't. */
export interface Coverage {
  /** A report's id → how many sentences it has, and how many of its facts others state too. */
  readonly reports: Readonly<
    Record<
      string,
      {
        readonly sentences: number;
        readonly shared: number;
        readonly alone: number;
        /** Ids of facts that more than half of the reports state, and that this one is silent on. */
        readonly missing: readonly string[];
      }
    >
  >;
  /** The facts that two reports or more state, in order. */
  readonly facts: readonly FactCoverage[];
}

/** Two reports that have long runs of words in common, whoever wrote them first. */
export interface SharedText {
  /** Id of the report that comes first. */
  readonly a: string;
  readonly b: string;
  /** Share of the words of `a` that stand in such runs, 0–1; quotations do not count. */
  readonly ofA: number;
  /** The same of `b`: a shortened reprint is all there in the other, and not the other in it. */
  readonly ofB: number;
  /** How many words that are, in the report that has more of them. */
  readonly words: number;
}

/** How credible a fact is, on the scale of STANAG 2511: 1 confirmed … 5 improbable, 6 not to be judged. */
export interface Credibility {
  readonly grade: 1 | 2 | 3 | 4 | 5 | 6;
  /** The grade in words: "probably true". */
  readonly words: string;
  /** The rule that gave it. */
  readonly because: string;
}

/** How reliable an outlet is, on the same scale: A reliable … E unreliable, F not to be judged. */
export type Reliability = 'A' | 'B' | 'C' | 'D' | 'E' | 'F';

/** Grades, where the editor asks for them. */
export interface Grading {
  readonly scale: 'admiralty';
  /** A fact's id → its credibility. */
  readonly credibility: Readonly<Record<string, Credibility>>;
  /** A report's id → how reliable the editor says its outlet is, A–F; nothing where he does not. */
  readonly reliability: Readonly<Record<string, Reliability>>;
}

/** Everything that is asked of the facts taken together. */
export interface Analysis {
  readonly divergences: readonly Divergence[];
  /** A fact's id → its independent origins, most claims first. */
  readonly origins: Readonly<Record<string, readonly Origin[]>>;
  readonly standing: Readonly<Record<string, Standing>>;
  /** A fact's id → what of its statement only some of the reports that state it have, in order. */
  readonly details: Readonly<Record<string, readonly Detail[]>>;
  readonly timeline: readonly TimelineEntry[];
  readonly coverage: Coverage;
  readonly gaps: readonly Gap[];
  /** Reports that are largely one text: what two of them tell in their own voice has one origin. */
  readonly copies: readonly SharedText[];
  readonly reliance: Reliance;
  /** Absent where the editor does not ask for it. */
  readonly grading?: Grading;
}

// ---------------------------------------------------------------------------------------------
// Briefing

/**
 * How dates and quotation marks are written: `en`, 30 May 2024 and double marks; `en-GB`, the same
 * with single ones; `en-US`, May 30, 2024 and double marks.
 */
export type Locale = 'en' | 'en-GB' | 'en-US';

/** Into which units figures are converted, in brackets behind what the report gives. */
export type Units = 'as-reported' | 'metric' | 'imperial';

/** A form of a name that statements do not print, and the one that stands for it. */
export interface Respelling {
  readonly form: string;
  readonly printed: string;
  /** The editor's table, or what most reports have. */
  readonly by: 'editor' | 'reports';
}

/** How the briefing writes what the reports write in several ways. */
export interface House {
  readonly locale: Locale;
  readonly units: Units;
  /** Longest form first. */
  readonly spelling: readonly Respelling[];
}

/** A group of facts under a heading; the heading may be absent. */
export interface FactGroup {
  readonly heading: string | null;
  /** Ids of facts, in order. */
  readonly facts: readonly string[];
}

/** One utterance, with every report that carries it. */
export interface Utterance {
  /** Null where the report does not say whose words these are. */
  readonly speaker: string | null;
  /** What most reports call him: "Kremlin spokesman"; null where none calls him anything. */
  readonly role: string | null;
  readonly fact: string;
  /** Days on which it was said, ISO 8601, with the claims that name them; empty where none does. */
  readonly days: readonly { readonly date: string; readonly claims: readonly string[] }[];
}

/** A part of the briefing. Every statement in it is a fact's, so it carries the fact's citations. */
export type Section =
  | {
      readonly kind: 'bottom-line';
      readonly heading: string;
      readonly facts: readonly string[];
    }
  | {
      /** What changed since the last edition: `Briefing.changes`, in groups. */
      readonly kind: 'what-is-new';
      readonly heading: string;
    }
  | {
      readonly kind: 'key-facts';
      readonly heading: string;
      readonly groups: readonly FactGroup[];
    }
  | {
      readonly kind: 'divergences';
      readonly heading: string;
      readonly open: readonly string[];
      /** Figures of different places, and other things that do not contradict each other. */
      readonly apart: readonly string[];
      /** One utterance in several wordings. */
      readonly wording: readonly string[];
    }
  | {
      readonly kind: 'speakers';
      readonly heading: string;
      readonly utterances: readonly Utterance[];
    }
  | {
      readonly kind: 'timeline';
      readonly heading: string;
      readonly entries: readonly TimelineEntry[];
    }
  | {
      readonly kind: 'single-report';
      readonly heading: string;
      readonly groups: readonly FactGroup[];
    }
  | { readonly kind: 'gaps'; readonly heading: string; readonly gaps: readonly Gap[] }
  | { readonly kind: 'coverage'; readonly heading: string }
  | {
      /** A part of the editor's own: its words are the template's, and nobody proves them. */
      readonly kind: 'editors';
      readonly heading: string;
      /** File beside `briefing.yaml`: `background.hbs`. */
      readonly template: string;
    }
  | { readonly kind: 'reliance'; readonly heading: string }
  | { readonly kind: 'sources'; readonly heading: string }
  | {
      readonly kind: 'method';
      readonly heading: string;
      readonly paragraphs: readonly string[];
    };

/** How the reports of a briefing are cited. */
export interface Citing {
  /** Name of a style, or of a file beside `briefing.yaml`. */
  readonly style: string;
  /** Null: that of the style, else dates and quotation marks as on the page. */
  readonly locale: string | null;
  /** How the page writes dates. */
  readonly house: Locale;
  /** What stands in the file; null where the style is one of ours. */
  readonly source: string | null;
}

/** The composed document. */
export interface Briefing {
  readonly title: {
    readonly text: string;
    readonly basis: 'editor' | 'fact';
    readonly fact: string | null;
  };
  /** BCP 47 tag. */
  readonly language: string;
  /** The moment the briefing speaks for, ISO 8601; null when no report is dated. */
  readonly generated: string | null;
  readonly edition: number;
  /** What changed since the last edition; null where there is none. */
  readonly changes: Changes | null;
  /** For whom: in what is public, no words of a report stand but the sentences cited. */
  readonly publish: 'internal' | 'public';
  readonly citing: Citing;
  /** How it was told which claims state one fact. */
  readonly method: Method;
  /** First and last publication date; null when no report is dated. */
  readonly period: { readonly from: string; readonly to: string } | null;
  readonly reports: readonly Report[];
  /** Reports of the folder that are not used, since they are about another event. */
  readonly strangers: readonly Stranger[];
  /** What the editor pinned first; then in order of how many reports state it. */
  readonly facts: readonly Fact[];
  /** What the editor decided about them. */
  readonly decisions: readonly Applied[];
  /** Whom and what the reports name, those that most reports name first. */
  readonly entities: readonly Entity[];
  readonly analysis: Analysis;
  /** Who said what, whether or not there is a part that shows it. */
  readonly utterances: readonly Utterance[];
  readonly house: House;
  readonly sections: readonly Section[];
}

// ---------------------------------------------------------------------------------------------
// Editions

/** A report, as an edition had it. */
export interface RecordedReport {
  readonly id: string;
  readonly file: string;
  /** SHA-256 of the file's bytes, hexadecimal. */
  readonly sha256: string;
  readonly outlet: string | null;
  readonly headline: string | null;
}

/** A claim, as an edition had it. */
export interface RecordedClaim {
  readonly id: string;
  /** Id of the report, in that edition. */
  readonly report: string;
  readonly exact: string;
  /** Whether it counts as stating the fact. */
  readonly certain: boolean;
}

/** A fact, as an edition had it. */
export interface RecordedFact {
  readonly id: string;
  /** What was printed. */
  readonly statement: string;
  readonly standing: Standing;
  /** Whether it was the editor who made one of several. */
  readonly merged: boolean;
  readonly claims: NonEmpty<RecordedClaim>;
}

/** A difference, as an edition had it. */
export interface RecordedDivergence extends Difference {
  readonly id: string;
  readonly facts: NonEmpty<string>;
}

/** What is kept of an edition, so that a later one can be held against it. */
export interface EditionRecord {
  /** From 1; no two editions of an output folder have the same. */
  readonly number: number;
  /** When it was published, ISO 8601 in UTC. */
  readonly made: string;
  readonly title: string;
  /** The moment that it speaks for, ISO 8601; null when no report is dated. */
  readonly generated: string | null;
  readonly reports: readonly RecordedReport[];
  readonly facts: readonly RecordedFact[];
  /** Ids of the facts of its bottom line, in order. */
  readonly bottomLine: readonly string[];
  readonly divergences: readonly RecordedDivergence[];
}

/** What happened to a report from one edition to the next. Reports are told apart by their files. */
export interface ReportChange {
  /** `corrected`: its bytes are others; `renamed`: they are the same under another name. */
  readonly kind: 'added' | 'removed' | 'corrected' | 'renamed';
  readonly file: string;
  /** The name that it had; null unless it was renamed. */
  readonly was: string | null;
  readonly outlet: string | null;
}

/** A passage that a report has instead of another one since it was corrected. */
export interface Reworded {
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

/** A passage of a report. */
export interface Quoted {
  readonly file: string;
  readonly exact: string;
}

/** What happened to a fact from one edition to the next. */
export interface FactChange {
  readonly kind: 'added' | 'gone' | 'changed';
  /** Its id in the later edition; in the earlier one where it is gone. */
  readonly fact: string;
  readonly statement: string;
  /** What was printed before, where that had other words; null otherwise. */
  readonly restated: string | null;
  /** Files of reports that state it now, and did not. All that state it, where it was added. */
  readonly gained: readonly string[];
  /** Files of reports that stated it, and do not any more. All that did, where it is gone. */
  readonly lost: readonly string[];
  /**
   * Files, among those lost, of reports that are still there and were corrected: the fact rested on
   * what they no longer say.
   */
  readonly withdrawn: readonly string[];
  /** Files of reports that were corrected, and state it still, though not by all that they said before. */
  readonly corrected: readonly string[];
  /** What they said, and say instead, where either can be told by its likeness to the other. */
  readonly reworded: readonly Reworded[];
  /**
   * What reports that came or were corrected say close to it, and that states no fact: it may be news
   * all the same.
   */
  readonly close: readonly Quoted[];
  /** Its standing, where that is another one than before; null otherwise. */
  readonly standing: { readonly before: Standing; readonly after: Standing } | null;
  /** Ids of facts of the earlier edition that are told with it now. */
  readonly joined: readonly string[];
  /**
   * Ids of facts of the earlier edition that it was told with, or as close to: it is a fact of its own
   * now, and what states it is not new. Where it was added.
   */
  readonly parted: readonly string[];
}

/** What happened to a difference from one edition to the next. */
export interface DivergenceChange {
  /** `settled`: a later report settles it now; `gone`: nothing differs there any more. */
  readonly kind: 'opened' | 'settled' | 'gone' | 'changed';
  /** Its id in the later edition; in the earlier one where it is gone. */
  readonly divergence: string;
  readonly about: DivergenceKind;
  /** What has the values: `people killed`; empty where the statement alone tells. */
  readonly what: string;
  /** What the fact that it is told with says, in the edition that it is of. */
  readonly statement: string;
  readonly status: Difference['status'];
  readonly note: string;
  /** The values of its sides. */
  readonly values: readonly string[];
  /** Those that it had, where they were others; null otherwise. */
  readonly was: readonly string[] | null;
  /** Ids of its facts in the edition that it is of. */
  readonly facts: readonly string[];
}

/** What is new in an edition. */
export interface Changes {
  /** The edition that it is held against. */
  readonly since: Pick<EditionRecord, 'number' | 'made' | 'generated'>;
  readonly reports: readonly ReportChange[];
  /** In the order of the later edition; what is gone, in that of the earlier one, last. */
  readonly facts: readonly FactChange[];
  readonly divergences: readonly DivergenceChange[];
}

/** A name and the bytes to be written under it. */
export interface OutputFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}
