import type { Token } from '../types.ts';
import { lastWord, verbOfClause } from './clauses.ts';
import type { Cue } from './cues.ts';
import { isFiniteVerb } from './grammar.ts';
import { afterCircumstances, hasFiniteVerb } from './phrases.ts';
import type { Reading } from './readings.ts';
import type { Phrase } from './subjects.ts';

/** Where what is handed on begins and ends, in indices of tokens. */

/** Whether what stands before a clause, with a comma between, may be what it hands on. */
export function standsBehind({ tokens, quoted }: Reading, from: number): boolean {
  const mark = tokens[from - 1]?.text ?? '';
  if (mark !== ',' && mark !== '”') return false;
  return quoted[0] === true || tokens[0]?.text === '“' || hasFiniteVerb(tokens, 0, from - 1);
}

/** Whether what is handed on begins right here. */
export function opens(tokens: readonly Token[], from: number): boolean {
  const next = tokens[from];
  return /^[:“]$/u.test(next?.text ?? '') || /^(?:that|whether|to)$/u.test(next?.norm ?? '');
}

/** What stands before a clause and, where it interrupts, behind it. */
export function aroundOf({ tokens }: Reading, from: number, to: number): readonly Phrase[] {
  const start = tokens[0]?.tag === 'CCONJ' ? 1 : 0;
  const before = { from: start, to: tokens[from - 1]?.text === ',' ? from - 1 : from };
  const mark = tokens.findIndex(
    ({ text }, index) => index >= to && (text === '“' || (text === ',' && index === to)),
  );
  if (mark < 0) return [before];
  const rest = { from: tokens[mark]?.text === ',' ? mark + 1 : mark, to: lastWord(tokens) };
  const goesOn = tokens[rest.from]?.text === '“' || isFiniteVerb(tokens[rest.from], tokens[mark]);
  return goesOn ? [before, rest] : [before];
}

/** Where what is handed on begins behind a verb: behind who is told, and when. */
export function contentStart(tokens: readonly Token[], from: number, { frame }: Cue): number {
  if (frame !== 'clause') return from;
  for (let index = from; index < Math.min(tokens.length, from + MAX_BETWEEN); index++) {
    const token = tokens[index];
    if (/^[:,]$/u.test(token?.text ?? '') && tokens[index + 1]?.text === '“') return index + 1;
    if (token?.text === ':') return index + 1;
    if (token?.text === '“' || token?.norm === 'that' || token?.norm === 'whether') return index;
    if (isFiniteVerb(token, tokens[index - 1])) break;
  }
  return afterCircumstances(tokens, afterAddressee(tokens, from));
}

/** As many words at most stand between a verb and its "that". */
const MAX_BETWEEN = 14;

/** "told reporters there had been …": behind the noun for who is told, where a clause begins. */
function afterAddressee(tokens: readonly Token[], from: number): number {
  if (!ADDRESSING.has(tokens[from - 1]?.lemma ?? '')) return from;
  for (let index = from + 1; index < from + 5; index++)
    if (tokens[index - 1]?.tag !== 'DET' && isSubject(tokens, index)) return index;
  return from;
}

/** Verbs that are spoken to somebody. */
const ADDRESSING: ReadonlySet<string> = new Set(['tell', 'inform', 'remind', 'assure', 'warn']);

const isSubject = (tokens: readonly Token[], at: number): boolean =>
  /^(?:there|he|she|it|they|we|i|you|the|a|an|his|her|its|their)$/u.test(tokens[at]?.norm ?? '') &&
  (verbOfClause(tokens, at) > 0 || tokens[at]?.norm === 'there');

/** Where what is handed on ends: a mere object before a participle that goes on for the speaker. */
export function contentEnd(tokens: readonly Token[], verb: number, { frame }: Cue): number {
  const end = clauseEnd(tokens, verb);
  if (frame === 'clause') return end;
  const participle = tokens.findIndex(
    ({ tag, norm }, index) =>
      index > verb + 1 && tag === 'VERB' && norm.endsWith('ing') && tokens[index - 1]?.text === ',',
  );
  return participle < 0 ? end : Math.min(end, participle - 1);
}

/** Where what is handed on ends: at the stop, or where the sentence goes on by itself. */
export function clauseEnd(tokens: readonly Token[], verb: number): number {
  const end = introEnd(tokens, verb) ?? lastWord(tokens);
  const turn = tokens.findIndex(
    ({ text, norm }, index) =>
      index > verb + 2 &&
      (text === ';' ||
        (tokens[index - 1]?.text === ',' && /^(?:but|while|although|though)$/u.test(norm))),
  );
  if (turn < 0 || turn > end) return end;
  return tokens[turn]?.text === ';' ? turn : turn - 1;
}

/** "While a judge found that …, the council …": where what comes before the main clause ends. */
function introEnd(tokens: readonly Token[], verb: number): number | undefined {
  const [first] = tokens;
  if (first?.tag !== 'SCONJ' && first?.tag !== 'ADP') return undefined;
  if (tokens.findIndex(({ text }) => text === ',') < verb) return undefined;
  const comma = tokens.findIndex(
    ({ text }, index) => index > verb && text === ',' && verbOfClause(tokens, index + 1) > 0,
  );
  return comma < 0 ? undefined : comma;
}
