import { diffArrays } from 'diff';
import { stemmer } from 'stemmer';
import { bucketsOf } from '../buckets.ts';
import { ownClaims } from '../facts.ts';
import { spokenWords } from '../language/spoken.ts';
import { IDLE_STEMS } from '../language/stop-words.ts';
import { words } from '../language/words.ts';
import type { Claim, Difference, NonEmpty, Side } from '../types.ts';
import type { Telling } from './divergence.ts';

/** Fewer words are a phrase that anybody may use. */
const FEWEST_WORDS = 5;

/** Two versions of an utterance have a run of so many words in common, … */
const RUN = 4;

/** … and in order this share of the shorter one's words; without such a run, another share. */
const SHARED = { withRun: 0.6, without: 0.75 } as const;

/** Quotations meet by runs of this many words. */
const MEETING = 3;

/**
 * Reports that quote one utterance in different words, whatever fact they tell it with: a quotation is
 * a unit of its own.
 *
 * Quotations meet by runs of words that they have in common. No difference is how a newsroom writes
 * what was said, that it quotes less of it, or leaves out what three points stand for.
 */
export function wordingsThatDiffer({ facts }: Pick<Telling, 'facts'>): readonly Difference[] {
  const spoken = facts.flatMap(ownClaims).flatMap(quotedIn);
  return utterancesIn(spoken).flatMap((versions): Difference[] => {
    const sides = sidesOf(versions);
    const reports = new Set(versions.map(({ claim }) => claim.report));
    if (sides.length < 2 || reports.size < 2) return [];
    const note = 'The reports quote the same words differently.';
    return [{ kind: 'quote-wording', about: '', status: 'wording', note, sides }];
  });
}

/** A quotation, with its words as they were spoken. */
interface Spoken {
  readonly claim: Claim;
  readonly text: string;
  readonly words: readonly string[];
}

const quotedIn = (claim: Claim): Spoken[] =>
  claim.quotations
    .map(({ text }) => ({ claim, text: text.replace(/[,.]$/u, ''), words: spokenWords(text) }))
    .filter(({ words }) => words.length >= FEWEST_WORDS);

// ---------------------------------------------------------------------------------------------
// Which quotations are versions of one utterance

/** Quotations of one utterance together; those that nobody else quotes are left out. */
function utterancesIn(spoken: readonly Spoken[]): readonly (readonly Spoken[])[] {
  const versions = [...bucketsOf(spoken, ({ words }) => [words.join(' ')]).values()];
  const groups = new Map(versions.map((version) => [version, [version]]));
  for (const meeting of bucketsOf(versions, ([first]) => (first ? runsOf(first) : [])).values()) {
    if (meeting.length > IDIOM) continue;
    for (const [at, one] of meeting.entries()) {
      for (const other of meeting.slice(0, at)) join(one, other, groups);
    }
  }
  return [...new Set(groups.values())]
    .map((group) => group.flat())
    .filter(({ length }) => length > 1);
}

/** Quotations in the same words. */
type Version = readonly Spoken[];

/** More versions than these do not share a run because they are of one utterance. */
const IDIOM = 40;

/** Put two versions into one group where they are of one utterance. */
function join(one: Version, other: Version, groups: Map<Version, Version[]>): void {
  const [own, all] = [groups.get(one) ?? [], groups.get(other) ?? []];
  const [a, b] = [one[0], other[0]];
  const reports = new Set([...one, ...other].map(({ claim }) => claim.report));
  if (own === all || !a || !b || reports.size < 2 || !isOne(a, b)) return;
  all.push(...own);
  for (const each of own) groups.set(each, all);
}

const runsOf = ({ words }: Spoken): readonly string[] => [
  ...new Set(words.slice(MEETING - 1).map((_, at) => words.slice(at, at + MEETING).join(' '))),
];

function isOne(a: Spoken, b: Spoken): boolean {
  if (areOthers(a.claim, b.claim)) return false;
  const common = diffArrays([...a.words], [...b.words])
    .filter(({ added, removed }) => !added && !removed)
    .map(({ value }) => value);
  const share = SHARED[common.some((run) => run.length >= RUN) ? 'withRun' : 'without'];
  const shorter = Math.min(a.words.length, b.words.length);
  const telling = Math.min(...[a, b].map(({ words }) => words.filter(tells).length));
  return (
    common.flat().length >= share * shorter && common.flat().filter(tells).length > telling / 2
  );
}

const tells = (word: string): boolean => !IDLE_STEMS.has(stemmer(word));

/** Whether two claims give their words to people of other names. */
function areOthers(a: Claim, b: Claim): boolean {
  const [one, other] = [a, b].map(({ attribution: [source] }) =>
    source?.kind === 'person' ? words(source.name).at(-1) : undefined,
  );
  return one !== undefined && other !== undefined && one !== other;
}

// ---------------------------------------------------------------------------------------------
// Which versions differ

/** The longest version first; each of the others with the first that it does not differ from. */
function sidesOf(versions: readonly Spoken[]): readonly Side[] {
  const sides: { readonly first: Spoken; claims: NonEmpty<string> }[] = [];
  const longest = [...versions].sort((a, b) => b.words.length - a.words.length);
  for (const next of longest) {
    const known = sides.find(({ first }) => !differ(first, next));
    if (!known) sides.push({ first: next, claims: [next.claim.id] });
    else if (!known.claims.includes(next.claim.id)) known.claims = [...known.claims, next.claim.id];
  }
  const place = ({ first }: (typeof sides)[number]) => versions.indexOf(first);
  return sides
    .sort((a, b) => place(a) - place(b))
    .map(({ first, claims }) => ({ value: `“${first.text}”`, claims }));
}

/** Whether two versions have different words in a place that both quote. */
function differ(a: Spoken, b: Spoken): boolean {
  if (holds(a, b) || holds(b, a)) return false;
  const changes = diffArrays([...a.words], [...b.words]);
  return changes.some(({ added, removed }, at) => {
    if (!added && !removed) return false;
    const other = [changes[at - 1], changes[at + 1]].find((next) => next?.added || next?.removed);
    // "Tax filing" and "tax-filing".
    if (other) return changes[at]?.value.join('') !== other.value.join('');
    // What only one of them begins or ends with, the other does not quote.
    const inner = at > 0 && at < changes.length - 1;
    return inner && !isElided(added ? a : b);
  });
}

/** Whether one version has all words of another in a row. */
const holds = (a: Spoken, b: Spoken): boolean =>
  ` ${a.words.join(' ')} `.includes(` ${b.words.join(' ')} `);

/** Whether a version says itself that something is left out. */
const isElided = ({ text }: Spoken): boolean => /…|\.\s?\.\s?\./u.test(text);
