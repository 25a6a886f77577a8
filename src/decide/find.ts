import { fold } from '../characters.ts';
import type { Reference } from '../config/index.ts';
import { certainClaims, factId, ownClaims } from '../facts.ts';
import { sourceSpan } from '../mapped-text.ts';
import { areInOnePlace } from '../spans.ts';
import type { Claim, Fact, MappedText, Report, Sentence, Span } from '../types.ts';
import type { Target } from './step.ts';

/** What references are looked up in, beside the facts. */
export interface Stock {
  readonly reports: readonly Report[];
  /** A report's id → its sentences, with claims that are in no fact. */
  readonly sentences: ReadonlyMap<string, readonly Sentence[]>;
}

/** Why a reference names nothing, or not one thing. */
export interface Lack {
  readonly lack: 'nothing' | 'several';
  readonly found: string;
  readonly expected: string;
  readonly advice: string;
}

export const isLack = (result: object): result is Lack => 'lack' in result;

/** A stretch of a report's file. */
interface Stretch extends Span {
  readonly report: string;
}

const FACT_ID = /^f-[0-9a-f]{12}$/u;
const CLAIM_ID = /^c-[0-9a-f]{12}$/u;

/**
 * Find the fact that a reference names. An id names the fact that has it, else the one that holds
 * the claim it was made of: an id is good as long as that passage keeps its words, whatever joins
 * it. Words name the fact of the passage they stand in; they may stand in several passages of it.
 */
export function factNamed(
  reference: Reference,
  facts: readonly Fact[],
  stock: Stock,
): Target | Lack {
  const byId = facts.find(({ id }) => id === reference.text) ?? factWith(reference.text, facts);
  if (byId) {
    const own = new Set(ownClaims(byId));
    return { fact: byId, claims: certainClaims(byId).filter((claim) => own.has(claim)) };
  }
  const stretches = stretchesOf(reference, stock);
  if (isLack(stretches)) return stretches;
  const all = facts.flatMap(ownClaims);
  const claims = new Set(stretches.flatMap((stretch) => claimsAt(stretch, all)));
  const [fact, ...more] = facts.filter((each) =>
    ownClaims(each).some((claim) => claims.has(claim)),
  );
  if (!fact) return leftOutLack(reference, stock) ?? nothing(reference, stock);
  if (more.length > 0) return severalFacts(reference, [fact, ...more]);
  return { fact, claims: [...claims] };
}

/**
 * Find the passages of a fact that a reference names.
 *
 * @returns Nothing where the fact has none of them, though a report has.
 */
export function passagesNamed(
  reference: Reference,
  fact: Fact,
  stock: Stock,
): readonly Claim[] | Lack {
  const stretches = stretchesOf(reference, stock);
  if (isLack(stretches)) return stretches;
  const found = stretches.map((stretch) => claimsAt(stretch, fact.claims));
  const places = found.filter((claims) => claims.length > 0);
  if (places.length < 2) return places.flat();
  return {
    lack: 'several',
    found: `${named(reference)} that stand in ${places.length} passages of the fact`,
    expected: 'words of one passage',
    advice: 'give more of its words, or the report before them, as in "01-courier.md: words"',
  };
}

/** The fact that holds the claim that an id was made of. */
function factWith(id: string, facts: readonly Fact[]): Fact | undefined {
  if (CLAIM_ID.test(id)) {
    return facts.find((fact) => ownClaims(fact).some((claim) => claim.id === id));
  }
  if (!FACT_ID.test(id)) return undefined;
  return facts.find((fact) => ownClaims(fact).some((claim) => factId([claim]) === id));
}

/**
 * The claims that stand in a stretch of a report: the shortest that holds all of it (a clause that
 * was taken out of a sentence goes before the sentence); where none does, all that it touches.
 */
function claimsAt(stretch: Stretch, claims: readonly Claim[]): readonly Claim[] {
  const { start, end } = stretch;
  const touched = claims.filter((claim) => areInOnePlace(claim, stretch));
  const length = (claim: Claim) => claim.end - claim.start;
  const [shortest] = touched
    .filter((claim) => claim.start <= start && claim.end >= end)
    .sort((a, b) => length(a) - length(b));
  return shortest ? [shortest] : [...new Set(touched)];
}

// ---------------------------------------------------------------------------------------------
// Places

/** Where in the reports that stands which a reference names. */
function stretchesOf(reference: Reference, stock: Stock): readonly Stretch[] | Lack {
  const { text } = reference;
  if (FACT_ID.test(text) || CLAIM_ID.test(text)) {
    const claim = claimOf(text, stock);
    return claim ? [claim] : unknownId(text);
  }
  const { report, words } = partsOf(reference, stock.reports);
  const reports = stock.reports.filter((each) => report === null || isCalled(report, each));
  if (reports.length === 0) return unknownReport(report ?? '', stock.reports);
  const stretches = (sought: string) => reports.flatMap((each) => stretchesIn(each, sought));
  const found = stretches(words);
  // A statement that was copied from the page holds what the briefing added.
  const bare = found.length > 0 ? found : withoutAdded(words, stretches);
  return bare.length > 0 ? bare : (leftOutLack(reference, stock) ?? nothing(reference, stock));
}

/** What stands where a statement without its additions does; where one took a word's place, its longest part. */
function withoutAdded(words: string, stretches: (sought: string) => readonly Stretch[]) {
  const found = stretches(words.replace(ADDED, ' '));
  const [longest = ''] = words.split(ADDED).sort((a, b) => b.length - a.length);
  return found.length > 0 || !words.match(ADDED) ? found : stretches(longest.trim());
}

/** What a briefing adds to the words of a report: "[Ruth Amsel:]", "[11 March]". */
const ADDED = /\[[^[\]]*\]/gu;

/** A claim of any sentence by its id, or by that of a fact that was made of it. */
function claimOf(id: string, { sentences }: Stock): Claim | undefined {
  const claims = [...sentences.values()].flatMap((own) =>
    own.flatMap(({ whole, parts }) => [whole, ...parts]),
  );
  return claims.find((claim) => claim.id === id || (FACT_ID.test(id) && factId([claim]) === id));
}

/** The report that is named before the words, if one is. */
function partsOf({ report, text }: Reference, reports: readonly Report[]) {
  const [, before, words] = /^([^:]+): (.+)$/su.exec(text) ?? [];
  if (report !== null || !before || !words) return { report, words: text };
  const known = reports.some((each) => isCalled(before, each));
  return known || LIKE_A_FILE.test(before)
    ? { report: before, words }
    : { report: null, words: text };
}

/** Whether a name is a report's file or id. To YAML, 03 is the number 3. */
const isCalled = (name: string, { id, file }: Report): boolean =>
  [id, file].includes(name) || (/^\d+$/u.test(name) && /^\d+$/u.test(id) && +name === +id);

/** What is named so is meant as a file, also where there is none of that name. */
const LIKE_A_FILE = /^\S+\.(?:txt|md|markdown|x?html?|docx|eml|pdf)$/iu;

/** Every stretch of a report that has some words, one behind the other, whatever marks part them. */
function stretchesIn({ id, blocks }: Report, sought: string): readonly Stretch[] {
  const words = wordsIn(fold(sought)).map(({ word }) => word);
  if (words.length === 0) return [];
  return blocks.flatMap(({ content }) =>
    runsOf(words, content).map((span) => ({ report: id, ...span })),
  );
}

function runsOf(words: readonly string[], content: MappedText): readonly Span[] {
  const there = wordsIn(content.text);
  return there.flatMap((first, index) => {
    const last = there[index + words.length - 1];
    const same = last && words.every((word, at) => there[index + at]?.word === word);
    return same ? [sourceSpan(content, first.start, last.end)] : [];
  });
}

const wordsIn = (text: string) =>
  Array.from(text.matchAll(/[\p{L}\p{M}\p{N}]+/gu), ({ 0: word, index }) => ({
    word: word.toLowerCase(),
    start: index,
    end: index + word.length,
  }));

// ---------------------------------------------------------------------------------------------
// What is said where nothing is found

const named = ({ text }: Reference): string =>
  FACT_ID.test(text) || CLAIM_ID.test(text) ? `id ${text}` : `words "${text}"`;

const unknownId = (id: string): Lack => ({
  lack: 'nothing',
  found: `id ${id} that no passage has`,
  expected: 'the id of a fact or claim, as in briefing.json',
  advice: 'its passage has changed, or its report is gone; name it by words of a passage',
});

const unknownReport = (name: string, reports: readonly Report[]): Lack => ({
  lack: 'nothing',
  found: `report "${name}" that is not used`,
  expected: `one of ${reports.map(({ file }) => file).join(', ')}`,
  advice: 'name a report by its file or its id; text with ": " in it may be meant as words alone',
});

function severalFacts(reference: Reference, facts: readonly Fact[]): Lack {
  const shown = facts.slice(0, NAMED).map(({ id, statement }) => `${id} "${statement.text}"`);
  return {
    lack: 'several',
    found: `${named(reference)} that stand in ${facts.length} facts: ${shown.join(' | ')}${facts.length > NAMED ? ' | …' : ''}`,
    expected: 'words of one fact',
    advice: 'give more of its words, the report before them, or its id',
  };
}

/** More facts would not help to tell them apart. */
const NAMED = 3;

function leftOutLack(reference: Reference, { reports }: Stock): Lack | undefined {
  const { words } = partsOf(reference, reports);
  const sought = wordsIn(fold(words))
    .map(({ word }) => word)
    .join(' ');
  const has = (text: string) =>
    ` ${wordsIn(fold(text))
      .map(({ word }) => word)
      .join(' ')} `.includes(` ${sought} `);
  const left = reports.flatMap(({ leftOut }) => leftOut).find(({ text }) => has(text));
  return (
    left && {
      lack: 'nothing',
      found: `${named(reference)} of a passage that was left out (${left.reason})`,
      expected: 'a passage that states a fact',
      advice: 'name the sentence in which the report tells it',
    }
  );
}

function nothing(reference: Reference, { sentences }: Stock): Lack {
  const sought = new Set(wordsIn(fold(reference.text)).map(({ word }) => word));
  const rated = [...sentences.values()].flatMap((own) =>
    own.map(({ whole }) => ({ whole, ...likeness(sought, whole.exact) })),
  );
  const [best] = rated
    .filter(({ share }) => share >= NEAR)
    .sort((x, y) => y.share - x.share || x.length - y.length);
  const meant = best && `did you mean "${best.whole.exact}" in report ${best.whole.report}? Else `;
  return {
    lack: 'nothing',
    found: `${named(reference)} that stand in no passage`,
    expected: 'words of a passage as its report has them, or the id of a fact',
    advice: `${meant ?? ''}copy them from the report, or take the decision out`,
  };
}

/** A sentence that has this share of the words that are sought may be the one that was meant. */
const NEAR = 0.5;

function likeness(sought: ReadonlySet<string>, text: string) {
  const there = new Set(wordsIn(fold(text)).map(({ word }) => word));
  const common = [...sought].filter((word) => there.has(word)).length;
  return { share: common / Math.max(sought.size, 1), length: there.size };
}
