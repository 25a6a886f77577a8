import type { Modality, Polarity, Token } from '../types.ts';
import { tensedVerbs } from './clauses.ts';

/** How a proposition holds, and whether it is denied: read off the words around its verb. */

interface ModalRow {
  readonly modality: Exclude<Modality, 'fact'>;
  readonly because: string;
  /** Words beside the verb, its auxiliaries among them. */
  readonly words: string;
  /** Phrases beside the verb, words parted by spaces. */
  readonly phrases: readonly string[];
}

/** The first row that fits counts: "may have to" is possible before it is necessary. */
export const MODALS: readonly ModalRow[] = [
  {
    modality: 'conditional',
    because: 'It holds under a condition that is not said to be met.',
    words: 'would ’d',
    phrases: ['could have', 'might have'],
  },
  {
    modality: 'possible',
    because: 'Nothing says that it is so, only that it can or may be; what is allowed may be done.',
    words:
      'may might can could ca possibly perhaps maybe probably potentially presumably likely unlikely conceivably',
    phrases: ['able to', 'allowed to', 'free to', 'permitted to', 'expected to', 'thought to'],
  },
  {
    modality: 'necessary',
    because: 'It has to be, which does not say that it is.',
    words: 'must should shall ought need needs',
    phrases: [
      'have to',
      'has to',
      'had to',
      'need to',
      'needs to',
      'required to',
      'obliged to',
      'forced to',
    ],
  },
  {
    modality: 'intended',
    because: 'It lies ahead: somebody means to bring it about, or it is announced.',
    words:
      'will wo ’ll plan plans planned intend intends intended aim aims vow vowed pledge pledged',
    phrases: ['going to', 'set to', 'due to', 'about to', 'scheduled to', 'poised to', 'is to'],
  },
];

/** The rows with their words for looking up. */
const MODAL_ROWS = MODALS.map(({ modality, words, phrases }) => ({
  modality,
  words: new Set(words.split(' ')),
  phrases: phrases.map((phrase) => ` ${phrase} `),
}));

/** Words that deny the verb they stand beside. */
const NEGATORS: ReadonlySet<string> = new Set(
  'not n’t never neither nor hardly scarcely barely rarely seldom cannot'.split(' '),
);

/** Words that deny a clause from its subject, or from behind "there is". */
const NEGATIVES: ReadonlySet<string> = new Set('no none nobody nothing neither'.split(' '));

/** Verbs that say of an infinitive behind them that it did not happen. */
const UNDONE: ReadonlySet<string> = new Set('fail refuse decline neglect'.split(' '));

/** "Failed to open" says that it did not; "the pump failed" says what happened. */
const isToDo = (tokens: readonly Token[], verb: Token): boolean =>
  tokens[tokens.indexOf(verb) + 1]?.norm === 'to';

/** Verbs behind which "no" denies the clause: "there were no deaths", "the town has no bridge". */
const THERE: ReadonlySet<string> = new Set('be have has had is are was were see find'.split(' '));

/** Words that open a condition over the clause that they stand in. */
const CONDITIONS = /^(?:if|unless|provided)$/u;

/**
 * Tell how a proposition holds.
 *
 * @param tokens Of the proposition alone, without who says so. Empty: a fact.
 * @param reported Whether it is reported speech, whose tenses are moved back. Default: no.
 */
export function modalityOf(tokens: readonly Token[], reported = false): Modality {
  const words = withoutThat(tokens);
  const condition = words.some(({ norm }) => CONDITIONS.test(norm));
  const [first] = words;
  if (words.at(-1)?.text === '?' || /^(?:whether|if)$/u.test(first?.norm ?? '')) return 'asked';
  if (first?.norm === 'to') return 'intended';
  const norms = beside(words).map(({ norm }) => norm);
  const text = ` ${norms.join(' ')} `;
  const row = MODAL_ROWS.find(
    ({ words: listed, phrases }) =>
      norms.some((norm) => listed.has(norm)) || phrases.some((phrase) => text.includes(phrase)),
  );
  // "It will close" becomes "said it would close".
  if (row?.modality === 'conditional' && reported && !condition) return 'intended';
  if (row) return row.modality;
  return condition ? 'conditional' : 'fact';
}

/** Tell whether a proposition says that something is so, or that it is not. */
export function polarityOf(tokens: readonly Token[]): Polarity {
  const words = withoutThat(tokens);
  const near = beside(words);
  const verb = mainVerb(words);
  const subject = words.slice(0, Math.max(0, verb));
  const behind = words[verb + 1];
  const negated =
    near.some(({ norm }) => NEGATORS.has(norm)) ||
    subject.slice(0, 2).some(({ norm }) => NEGATIVES.has(norm)) ||
    (THERE.has(words[verb]?.norm ?? '') && NEGATIVES.has(behind?.norm ?? '')) ||
    near.some((token) => token.tag === 'VERB' && UNDONE.has(token.lemma) && isToDo(words, token)) ||
    near.some(({ norm }, index) => norm === 'no' && near[index + 1]?.norm === 'longer');
  return negated ? 'negated' : 'affirmed';
}

function withoutThat(tokens: readonly Token[]): readonly Token[] {
  const from = tokens.findIndex(({ norm, text }) => norm !== 'that' && !/^[“”,:]$/u.test(text));
  return from < 0 ? [] : withoutAside(tokens.slice(from));
}

/** Without the clause that tells of the subject: "the bridge, which is old, fell". */
function withoutAside(tokens: readonly Token[]): readonly Token[] {
  const from = tokens.findIndex(
    ({ norm }, index) => /^(?:who|which|whose)$/u.test(norm) && tokens[index - 1]?.text === ',',
  );
  const to = tokens.findIndex(({ text }, index) => index > from && text === ',');
  return from < 0 || to < 0 ? tokens : [...tokens.slice(0, from - 1), ...tokens.slice(to + 1)];
}

/** The first verb that carries tense; behind "to" the infinitive. */
function mainVerb(tokens: readonly Token[]): number {
  const [verb] = tensedVerbs(tokens);
  return verb ?? tokens.findIndex(({ tag }) => tag === 'VERB' || tag === 'AUX');
}

/** As many words behind the main verb as its auxiliaries and adverbs take. */
const REACH = 4;

/** The words beside the main verb: its adverbs before it, and what its group takes behind it. */
function beside(tokens: readonly Token[]): readonly Token[] {
  const verb = mainVerb(tokens);
  if (verb < 0) return [];
  let from = verb;
  while (from > 0 && isAdverbial(tokens[from - 1])) from--;
  const group = tokens.slice(from, verb + REACH + 1);
  const stop = group.findIndex(
    (token, index) => index > verb - from && /^(?:[,;:“”—]|that|who|which)$/u.test(token.norm),
  );
  const near = stop < 0 ? group : group.slice(0, stop);
  return near.slice(0, groupLength(near, verb - from));
}

const isAdverbial = (token: Token | undefined): boolean =>
  token?.tag === 'ADV' || NEGATORS.has(token?.norm ?? '');

/** Up to the first word that belongs neither to the verb nor to "to" and the verb behind it. */
function groupLength(near: readonly Token[], verb: number): number {
  const end = near.findIndex(
    ({ tag, norm }, index) =>
      index > verb && !/^(?:AUX|VERB|ADV|PART|ADJ)$/u.test(tag) && !NEGATORS.has(norm),
  );
  return end < 0 ? near.length : end;
}
