import type { Token } from '../types.ts';

/**
 * Read what happened to the people that a number counts, so that "12 dead", "killed 12 people" and
 * "a death toll of 12" can be compared, and 12 dead are never compared with 30 wounded.
 *
 * Where the words count others, or more than one thing, nothing is read: a part ("12 of the 40"),
 * a sum ("killed or injured"), and what is only feared or threatened.
 */

export type State = 'killed' | 'injured' | 'missing' | 'arrested' | 'rescued' | 'evacuated';

/**
 * Words that mean the same of people. Policy: only those that newsrooms use for one another; to
 * be detained, to be hurt badly, or to be shot, are things of their own.
 */
const WORDS: Readonly<Record<State, Readonly<Record<Form, string>>>> = {
  killed: {
    participle: 'killed',
    active: 'killed killing kills',
    alone: 'died die',
    adjective: 'dead',
    noun: 'death fatality',
  },
  injured: {
    participle: 'injured wounded hurt',
    active: 'injured injuring injures wounded wounding wounds',
    alone: '',
    adjective: '',
    noun: '',
  },
  missing: { participle: '', active: '', alone: '', adjective: 'missing', noun: '' },
  arrested: {
    participle: 'arrested',
    active: 'arrested arresting',
    alone: '',
    adjective: '',
    noun: 'arrest',
  },
  rescued: {
    participle: 'rescued',
    active: 'rescued rescuing',
    alone: '',
    adjective: '',
    noun: '',
  },
  evacuated: {
    participle: 'evacuated',
    active: 'evacuated evacuating',
    alone: '',
    adjective: '',
    noun: '',
  },
};

/**
 * `participle`: "were killed"; `active`: "killed twelve"; `alone`: "twelve died"; `adjective`:
 * "twelve dead"; `noun`: "twelve deaths".
 */
type Form = 'participle' | 'active' | 'alone' | 'adjective' | 'noun';

const STATES = new Map(
  (Object.entries(WORDS) as [State, Record<Form, string>][]).flatMap(([state, forms]) =>
    (Object.entries(forms) as [Form, string][]).flatMap(([form, words]) =>
      words
        .split(' ')
        .filter(Boolean)
        .map((word) => [`${form} ${word}`, state] as const),
    ),
  ),
);

const stateIn = (form: Form, word: string | undefined) => STATES.get(`${form} ${word ?? ''}`);

const isStateWord = (token: Token | undefined) =>
  (['participle', 'active', 'alone', 'adjective'] as const).some((form) =>
    stateIn(form, token?.norm),
  );

/** Whether a token means people, whoever they are. "Twelve soldiers" are some of them. */
export const isPeople = (token: Token | undefined): boolean =>
  /^(?:people|persons?)$/u.test(token?.norm ?? '');

/** A number in its sentence. */
interface Place {
  /** Index of its first token, or of the hedge before it. */
  readonly first: number;
  /** Index behind it. */
  readonly next: number;
  /** What is counted, where a noun says so. */
  readonly noun: { readonly unit: string; readonly to: number } | undefined;
}

/** What happened to whom, and the tokens that say so. */
export interface Toll {
  readonly of: string;
  readonly state: State;
  readonly from: number;
  readonly to: number;
}

/** What happened to the people that a number counts. */
export function stateAround(tokens: readonly Token[], place: Place): Toll | undefined {
  if (isPart(tokens, place.first)) return undefined;
  const to = place.noun?.to ?? place.next;
  const own = { of: place.noun?.unit ?? 'people', from: place.first, to };
  const { unit } = place.noun ?? {};
  const named = place.noun && to === place.next + 1 ? stateIn('noun', unit) : undefined;
  if (named)
    return /^(?:a|per|each|every)$/u.test(tokens[to]?.norm ?? '')
      ? undefined
      : { ...own, of: 'people', state: named };
  const toll = unit === undefined || unit === 'people' ? tollBefore(tokens, place) : undefined;
  if (toll) return { ...own, ...toll };
  const done = doneTo(tokens, place);
  if (done) return { ...own, state: done, from: place.noun ? place.first : place.first - 1 };
  const suffered = sufferedBy(tokens, to, place.noun !== undefined);
  if (!suffered) return undefined;
  return { ...own, state: suffered.state, to: place.noun ? to : suffered.to };
}

/** Words after which "of" gives all, not a part. */
const TOTALS = new Set(['total', 'toll', 'tally', 'count', 'deaths', 'killing', 'arrests']);

/** "Two of the 12", "of 40 people 12": a part, or what it is a part of. */
function isPart(tokens: readonly Token[], first: number): boolean {
  const determined = /^(?:the|its|his|her|their|those|these|all)$/u.test(
    tokens[first - 1]?.norm ?? '',
  );
  const at = determined ? first - 2 : first - 1;
  const word = tokens[at]?.norm;
  if (word === 'among') return true;
  return word === 'of' && !TOTALS.has(tokens[at - 1]?.norm ?? '');
}

// ---------------------------------------------------------------------------------------------
// "Killed twelve people"

function doneTo(tokens: readonly Token[], { first, next, noun }: Place): State | undefined {
  const state = stateIn('active', tokens[first - 1]?.norm);
  if (!state || (!noun && !endsPhrase(tokens[next]))) return undefined;
  const before = tokens.slice(Math.max(0, first - 4), first - 1);
  const joined = /^(?:and|or)$/u.test(before.at(-1)?.norm ?? '') && before.some(isStateWord);
  const other = before.some(({ norm }) => DOUBTS.has(norm) || PASSIVE.has(norm));
  return joined || other ? undefined : state;
}

/** Words that take back what the verb says. */
const DOUBTS = new Set(
  "not n’t n't never nearly almost may might could would will should can must if feared".split(' '),
);

const PASSIVE = new Set('is are was were be been being'.split(' '));

/** Whether nothing that could be counted follows. */
const endsPhrase = (token: Token | undefined) =>
  !token ||
  (token.norm !== 'of' && /^(?:PUNCT|CCONJ|SCONJ|ADP|ADV)$/u.test(token.tag) && token.text !== '-');

// ---------------------------------------------------------------------------------------------
// "Twelve people were killed", "twelve dead"

/** Words that may stand between people and what happened to them. */
const BETWEEN =
  /^(?:who|that|is|are|was|were|be|been|being|have|has|had|also|now|still|already|later|so|far|reported|confirmed|declared|pronounced|found|left|shot|went|gone|remain|remained)$/u;

function sufferedBy(
  tokens: readonly Token[],
  from: number,
  named: boolean,
): { readonly state: State; readonly to: number } | undefined {
  const begin = named ? behindPlace(tokens, behindList(tokens, from)) : behindList(tokens, from);
  let at = begin;
  while (BETWEEN.test(tokens[at]?.norm ?? '') && !stateAt(tokens, begin, at)) at += 1;
  const state = stateAt(tokens, begin, at);
  if (!state || (named === false && begin > from)) return undefined;
  const more = tokens.slice(at + 1, at + 4);
  const joined = /^(?:and|or|\/)$/u.test(more[0]?.norm ?? '');
  const number = more.findIndex(({ tag }) => tag === 'NUM');
  const shared = joined && more.slice(0, number < 0 ? 3 : number).some(isStateWord);
  return shared ? undefined : { state, to: at + 1 };
}

/** Behind ", including three children,". */
function behindList(tokens: readonly Token[], from: number): number {
  const list =
    tokens[from]?.text === ',' &&
    /^(?:including|among|most|many|some)$/u.test(tokens[from + 1]?.norm ?? '');
  const end = tokens.slice(from + 1, from + 14).findIndex(({ text }) => text === ',');
  return list && end > 0 ? from + end + 2 : from;
}

/** Where they were: "twelve people in the hall were killed". */
const WHERE = new Set('of from in at on near aboard'.split(' '));

/** Behind the words that say where people were, if a verb follows that says what happened to them. */
function behindPlace(tokens: readonly Token[], from: number): number {
  if (!WHERE.has(tokens[from]?.norm ?? '')) return from;
  const length = tokens.slice(from + 1).findIndex(({ tag }) => !NAMING.test(tag));
  const end = from + 1 + length;
  const verb = tokens[end]?.norm ?? '';
  const isSuffered = PASSIVE.has(verb) || stateIn('alone', verb) !== undefined;
  return length > 0 && length <= LONGEST_PLACE && isSuffered ? end : from;
}

/** Tags of the words that name a place. */
const NAMING = /^(?:DET|ADJ|NOUN|PROPN|PART)$/u;

/** In words; of more, something else may be told. */
const LONGEST_PLACE = 6;

function stateAt(tokens: readonly Token[], begin: number, at: number): State | undefined {
  const word = tokens[at]?.norm;
  const helpers = tokens.slice(begin, at).map(({ norm }) => norm);
  const passive = helpers.some((helper) => PASSIVE.has(helper));
  // "Twelve soldiers killed a man."
  const open = at === begin && endsPhrase(tokens[at + 1]);
  const adjective = passive || at > begin || endsPhrase(tokens[at + 1]);
  return (
    (passive || open ? stateIn('participle', word) : undefined) ??
    (adjective ? stateIn('adjective', word) : undefined) ??
    stateIn('alone', word)
  );
}

// ---------------------------------------------------------------------------------------------
// "The death toll rose to twelve"

const REACHES = new Set('to of at reached reaching hit is was'.split(' '));

function tollBefore(
  tokens: readonly Token[],
  { first }: Place,
): { readonly state: State; readonly from: number } | undefined {
  if (!REACHES.has(tokens[first - 1]?.norm ?? '')) return undefined;
  for (let at = first - 1; at > Math.max(0, first - 9); at--) {
    const token = tokens[at];
    // "Rose by two to twelve", "was three on Monday; at twelve": another number.
    if (!token || token.tag === 'NUM' || token.tag === 'PUNCT' || token.norm === 'by')
      return undefined;
    if (token.norm === 'toll' && tokens[at - 1]?.norm === 'death')
      return { state: 'killed', from: at - 1 };
    const state =
      stateIn('noun', token.lemma) ??
      stateIn('participle', token.norm) ??
      stateIn('adjective', token.norm);
    const number = tokens.slice(Math.max(0, at - 4), at).findIndex(({ norm }) => norm === 'number');
    if (state && number >= 0) return { state, from: Math.max(0, at - 4) + number };
  }
  return undefined;
}
