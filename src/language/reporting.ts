import type { Token } from '../types.ts';
import { isFiniteVerb, isReportingVerb } from './grammar.ts';

/**
 * The words of reporting clauses: which deny one, which may go with it into the citation. Tables,
 * and questions about tokens; where phrases begin and end is told in `phrases.ts`.
 *
 * A clause that is left out though it should not be makes the briefing assert what the report did
 * not. So the tables of what may go list what is certain, and everything else stays.
 */

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** "No official said that …": with one of these nothing was said, so nobody is its source. */
const NEGATIVES = words(
  'no not n’t never none nobody nothing neither nor few fewer hardly scarcely barely rarely seldom little without unable',
);

/** Nouns for people with a side or a view: without them, what they think reads as a fact. */
const PARTISANS = words(
  'activist advocate analyst attorney brother campaigner critic daughter expert father friend husband lawyer mother observer opponent proponent pundit relative sister son supporter voter wife',
);

/** Words of a clause that say how many say so, who alone does, or how surely: news in itself. */
const TELLING = words(
  'some many most more half majority minority percent % third quarter only just even all every each both another other others',
);

/** Adverbs that say nothing of how it was said. */
const PLAIN_ADVERBS = words(
  'also first here later meanwhile separately today yesterday tonight late early',
);

/** Pronouns: what they point to would be left out, or would be missed. */
const PRONOUNS = words(
  'i me my we us our you your he him his she her it its they them their who whom whose which what myself himself herself itself themselves',
);

/** Words that set something against what was said: without the clause, against a bare fact. */
const CONTRASTS = words(
  'but yet although though whereas while however despite nevertheless nonetheless contrary unlike even instead another others latter',
);

/** Words that begin a clause of another kind: "…, although the mayor said …". */
const OPENERS = words(
  'although though while whereas as after before among because since that which who whose and but or nor if unless whether when where what why how until than so',
);

/** Pronouns of those who speak: "officials said they …". */
const OF_SPEAKERS = words(
  'i me my we us our he him his she her hers they them their theirs himself herself themselves',
);

/** Verbs that take a thing as their object: "the town asked the council for money". */
const OBJECT_VERBS = words(
  'accuse acknowledge admit announce ask assure blame boast call caution concede conclude confirm criticise criticize declare demand deny describe emphasise emphasize estimate expect explain fear hint hope imply indicate joke lament mention note observe pledge point predict promise propose quip recall recommend remark remind repeat report reveal shout signal stress suggest threaten underline underscore urge vow',
);

/**
 * Verbs by which each of two things is said: who says that it was old and that it fell says both.
 * Who denies, doubts or expects two things together may not deny, doubt or expect each.
 */
const SHARED_OUT = words(
  'accept acknowledge add admit allege announce argue assert caution charge claim concede confirm contend declare emphasise emphasize explain indicate insist maintain mention note observe point remark repeat reply report reveal say state stress tell testify tweet underline underscore warn write',
);

/** Whether a verb of saying holds of each of two things that are joined behind it. */
export const sharesOut = (verb: Token | undefined): boolean => SHARED_OUT.has(verb?.lemma ?? '');

/** Participles by which a speaker goes on: "the mayor said it was old, adding that …". */
const GOING_ON = words('adding');

/** Whether a token says that the speaker of the clause before it goes on. */
export const goesOnSpeaking = (token: Token | undefined): boolean =>
  GOING_ON.has(token?.norm ?? '');

export const isMark = (token: Token | undefined): boolean =>
  token !== undefined && /^[,.;:!?“”[\]–—―…]$/u.test(token.text);

export const isComma = (token: Token | undefined): boolean => token?.text === ',';

export const isOpener = (token: Token | undefined): boolean => OPENERS.has(token?.norm ?? '');

export const takesObject = (verb: Token | undefined): boolean =>
  OBJECT_VERBS.has(verb?.lemma ?? '');

/** Whether a stretch denies what it says: "no official", "never"; "a few officials" does not. */
export function isDenied(stretch: readonly Token[]): boolean {
  return stretch.some(
    ({ norm, text }, index) =>
      (NEGATIVES.has(norm) || /^n['’]t$/u.test(text)) &&
      !(norm === 'few' && stretch[index - 1]?.norm === 'a'),
  );
}

/** Whether a stretch that says who says so holds nothing that the reader would miss. */
export function mayGo(stretch: readonly Token[]): boolean {
  return stretch.every(
    ({ norm, tag, text, lemma }) =>
      !PARTISANS.has(lemma) &&
      !PARTISANS.has(norm.replace(/s$/u, '')) &&
      !NEGATIVES.has(norm) &&
      !TELLING.has(norm) &&
      (!PRONOUNS.has(norm) || /^\p{Lu}{2}/u.test(text)) &&
      (tag !== 'ADV' || PLAIN_ADVERBS.has(norm)) &&
      !/^[“”();:?!–—―/]$/u.test(text),
  );
}

/**
 * Whether what was said reads alone as it did behind its clause: nothing is set against it, no
 * one else speaks in it, it has one clause with "that", and no pronoun of it means the speaker.
 *
 * @param quoted Whether a token stands inside a quotation.
 */
export function standsAlone(said: readonly Token[], quoted: readonly boolean[]): boolean {
  const [first] = said;
  if (!first || isMark(first) || PRONOUNS.has(first.norm)) return false;
  const own = said.filter((_, index) => !quoted[index]);
  const pronoun = own.findIndex(({ norm }) => OF_SPEAKERS.has(norm));
  const someone = own.slice(0, Math.max(0, pronoun)).some(({ tag }) => tag === 'PROPN');
  return (
    (pronoun < 0 || someone) &&
    !own.some(
      (token, index) =>
        CONTRASTS.has(token.norm) ||
        /^[;:]$/u.test(token.text) ||
        (isReportingVerb(token) && speaks(token, own[index - 1])) ||
        (token.norm === 'that' && index > 0 && JOINS.test(own[index - 1]?.text ?? '')),
    )
  );
}

/** "said", and "adding" that goes on for the same speaker. */
const speaks = (verb: Token, before: Token | undefined): boolean =>
  isFiniteVerb(verb, before) || (verb.norm.endsWith('ing') && before?.text === ',');

/** What stands before a second "that": "… was closed and that …". */
const JOINS = /^(?:,|and|or|but)$/u;
