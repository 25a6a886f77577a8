import type { Token } from '../types.ts';
import { isNegated, isThought } from './assertion.ts';
import { isPastForm } from './grammar.ts';

/**
 * The words that make a clause part of another one, and what each does to it: whether a report that
 * says "although the bridge was closed, the ferry ran" states that the bridge was closed. What may
 * not be stated is never taken out.
 */

/**
 * `stated`: the clause is. `with-main`: it is where the main clause has come about. `past`: where
 * both have. `past-deed`: where both have, and more is told than that something was so. `leaned-on`:
 * it is, but the main clause says when or where it holds with it alone. `open`: it may not be.
 */
export type Force = 'stated' | 'with-main' | 'past' | 'past-deed' | 'leaned-on' | 'open';

interface Subordinators {
  readonly because: string;
  readonly force: Force;
  readonly words: readonly string[];
}

export const SUBORDINATORS: readonly Subordinators[] = [
  {
    because: 'Two things are set against each other, and both are so.',
    force: 'stated',
    words: ['although', 'though', 'whereas'],
  },
  {
    because:
      'The ferry "will run while the bridge is closed", and "did not stop because it rained".',
    force: 'with-main',
    words: ['while', 'because'],
  },
  {
    because: 'The bridge opens "after the work is done", which it is not yet.',
    force: 'past',
    words: ['after'],
  },
  {
    because: '"As the law required" compares; "as inspectors closed the bridge" tells something.',
    force: 'past-deed',
    words: ['as'],
  },
  {
    because: '"Since the flood came, ten people died" says of which time the ten are told.',
    force: 'leaned-on',
    words: ['since', 'when', 'where'],
  },
  {
    because: 'A condition, a question, or what has not come about, or may never.',
    force: 'open',
    words: 'if unless until till before once whether whenever wherever lest than'.split(' '),
  },
];

const FORCES: ReadonlyMap<string, Force> = new Map(
  SUBORDINATORS.flatMap(({ words, force }) => words.map((word) => [word, force] as const)),
);

/** Words that join a circumstance to a statement, or say more of what stands before them. */
const JOINING: ReadonlySet<string> = new Set(
  'who whom whose which amid despite following including besides'.split(' '),
);

/** Whether what a word opens says more than the clause before it. */
export const opensClause = (word: string): boolean =>
  FORCES.has(word.toLowerCase()) || JOINING.has(word.toLowerCase());

/** A clause behind its subordinator, and the clause that it belongs to. */
export interface Subordinate {
  readonly clause: readonly Token[];
  /** Place of the verb of the clause, in it. */
  readonly verb: number;
  readonly main: readonly Token[];
}

/** Whether a word makes a clause part of another one, and both are stated all the same. */
export function isStatedBehind(subordinator: string, pair: Subordinate): boolean {
  const force = FORCES.get(subordinator);
  return force !== undefined && HOLDS[force](pair);
}

const HOLDS: Readonly<Record<Force, (pair: Subordinate) => boolean>> = {
  stated: () => true,
  'with-main': ({ main }) => !isOpen(main),
  past: (pair) => !isOpen(pair.main) && hasHappened(pair),
  'past-deed': (pair) => !isOpen(pair.main) && hasHappened(pair) && hasObject(pair),
  'leaned-on': () => false,
  open: () => false,
};

/** Whether a clause has not come about, so that what goes with it may not either. */
export const isOpen = (main: readonly Token[]): boolean =>
  isNegated(main) || main.some(({ norm }) => MODALS.has(norm));

const MODALS: ReadonlySet<string> = new Set(
  'will would can could may might shall should must ’ll ’d'.split(' '),
);

/** Whether a clause is told as past. */
const hasHappened = ({ clause, verb }: Subordinate) =>
  isPastTense(clause[verb]) && !(clause[verb]?.tag === 'AUX' && clause[verb + 1]?.tag === 'ADP');

/** Whether a verb that carries tense tells what was, or has been. */
export const isPastTense = (verb: Token | undefined): boolean =>
  verb !== undefined && (PAST_AUXILIARIES.has(verb.norm) || isPastForm(verb));

const PAST_AUXILIARIES = new Set(['was', 'were', 'had', 'has', 'have', 'did', '’ve']);

/** Whether a verb has its object, or says what the subject is like. */
function hasObject({ clause, verb }: Subordinate): boolean {
  const at = clause.findIndex(({ tag }, index) => index >= verb && tag !== 'AUX');
  const place = clause[at]?.tag === 'VERB' ? at + 1 : at;
  const toDo = clause[place]?.norm === 'to' && clause[place + 1]?.tag === 'VERB';
  const object = /^(?:DET|PRON|PROPN|NOUN|ADJ|NUM)$/u.test(clause[place]?.tag ?? '');
  return (object || toDo) && !clause.some(isThought);
}
