import type { Claim, Quotation, Sentence } from '../types.ts';

/**
 * Say what is left of the reports once some claims have met others, splits undone that led to
 * nothing. A sentence is taken apart so that its parts can meet parts of other reports; where none
 * did, the reader is better off with the sentence. In the same way the sentences of one utterance
 * that met nothing are kept together.
 *
 * @param reports Each report's sentences in order.
 * @param met Ids of the claims that met others.
 * @returns One claim a fact; with the claims that met, they cover every sentence.
 */
export function leftovers(
  reports: readonly (readonly Sentence[])[],
  met: ReadonlySet<string>,
): readonly Claim[] {
  return reports.flatMap((sentences) =>
    joinUtterances(sentences.flatMap((sentence) => leftoverOf(sentence, met))),
  );
}

interface Leftover {
  readonly claim: Claim;
  /** The utterance that may go on in the next claim; null where it may not. */
  readonly utterance: number | null;
}

/** What of a sentence met nothing: all of it as one claim, or the parts that did not. */
function leftoverOf({ whole, parts, utterance }: Sentence, met: ReadonlySet<string>): Leftover[] {
  const apart = parts.some(({ id }) => met.has(id));
  if (apart) {
    return parts.filter(({ id }) => !met.has(id)).map((claim) => ({ claim, utterance: null }));
  }
  return met.has(whole.id) ? [] : [{ claim: whole, utterance }];
}

function joinUtterances(list: readonly Leftover[]): Claim[] {
  const joined: { claim: Claim; utterance: number | null; last: number }[] = [];
  for (const { claim, utterance } of list) {
    const open = joined.at(-1);
    const goesOn =
      open &&
      utterance !== null &&
      open.utterance === utterance &&
      open.last + 1 === claim.sentence;
    if (goesOn)
      joined.splice(-1, 1, { ...open, claim: join(open.claim, claim), last: claim.sentence });
    else joined.push({ claim, utterance, last: claim.sentence });
  }
  return joined.map(({ claim }) => claim);
}

/** One claim for two neighboring sentences of an utterance. */
function join(first: Claim, second: Claim): Claim {
  const shift = first.exact.length + 1;
  const exact = `${first.exact} ${second.exact}`;
  // The space between them stands for nothing: what the file has there may be mark-up.
  const gap = { at: first.exact.length, start: first.end, end: first.end };
  const runs = [...first.runs, gap, ...second.runs.map((run) => ({ ...run, at: run.at + shift }))];
  const moved = <T extends { start: number; end: number }>(spans: readonly T[]) =>
    spans.map((span) => ({ ...span, start: span.start + shift, end: span.end + shift }));
  const passage = { report: first.report, start: first.start, end: second.end, exact, runs };
  return {
    ...first,
    ...passage,
    suffix: second.suffix,
    context: passage,
    // Inside an utterance, "And …" joins what is still there.
    asides: [
      ...first.asides,
      ...moved(second.asides.filter(({ reason }) => reason !== 'connective')),
    ],
    quotations: joinQuotations(first.quotations, moved(second.quotations)),
    times: [...first.times, ...moved(second.times)],
    quantities: [...first.quantities, ...moved(second.quantities)],
    names: [...new Set([...first.names, ...second.names])],
  };
}

/** Quotations of two neighboring sentences; one that goes over the stop between them is one. */
function joinQuotations(
  first: readonly Quotation[],
  second: readonly Quotation[],
): readonly Quotation[] {
  const [last, next] = [first.at(-1), second[0]];
  if (!last || !next || next.start !== last.end + 1) return [...first, ...second];
  const whole = { ...last, end: next.end, text: `${last.text} ${next.text}` };
  return [...first.slice(0, -1), whole, ...second.slice(1)];
}
