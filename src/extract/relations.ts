import { LABEL, PATTERNS } from '../language/handing-on.ts';
import type { Found } from '../language/readings.ts';
import { isDenied } from '../language/reporting.ts';
import type { Phrase } from '../language/subjects.ts';
import { overlap } from '../spans.ts';
import type { Quotation, Span, Strength, Token } from '../types.ts';

/** That somebody says, thinks or wants something: by which words, who, and what. */
export interface Relation {
  readonly cue: Span;
  /** Null where nobody is named: "is expected to". */
  readonly source: Span | null;
  /** Who passes it on: "was quoted by the agency as saying". Null where nobody does. */
  readonly through: Span | null;
  readonly content: readonly Span[];
  /** `stated` where the report states what somebody does by it: "refused to". */
  readonly strength: Strength;
  /** Whether it was uttered; who thinks or wants a thing need not have said so. */
  readonly spoken: boolean;
  /** Whether it is denied that it was: "did not say". */
  readonly negated: boolean;
}

/**
 * Find all that a sentence hands on from others.
 *
 * @param quotations Of its block, in the same offsets.
 * @returns In the order of their cues; what is handed on within what is handed on is among them.
 */
export function relationsOf(
  tokens: readonly Token[],
  quotations: readonly Quotation[],
): readonly Relation[] {
  if (tokens.length > LONGEST) return [];
  const quoted = tokens.map(({ start }) =>
    quotations.some((quotation) => start > quotation.start && start < quotation.end - 1),
  );
  const reading = { tokens, quoted };
  const found = tokens.flatMap((_, at): Found[] => {
    for (const pattern of PATTERNS) {
      const one = pattern(reading, at);
      if (one && (!quoted[at] || pattern === LABEL)) return [one];
    }
    return [];
  });
  return found.map((one) => relationOf(tokens, cutShort(tokens, one, found)));
}

/**
 * What one hands on ends where another one begins that goes on for the same speaker, or that hands
 * on all of the first: "…, the agency reported", "… and said", "who knew that …, told".
 */
function cutShort(tokens: readonly Token[], one: Found, others: readonly Found[]): Found {
  const ends = others
    .filter(({ cue }) => cue.from >= one.cue.to)
    .flatMap((other) => turnsBefore(tokens, one, other))
    .filter((end) => end > one.cue.to);
  if (ends.length === 0) return one;
  const end = Math.min(...ends);
  return {
    ...one,
    content: one.content.map(({ from, to }) => ({
      from,
      to: from > one.cue.from ? Math.min(to, end) : to,
    })),
  };
}

function turnsBefore(tokens: readonly Token[], one: Found, other: Found): readonly number[] {
  const { from } = other.cue;
  const before = tokens[from - 1];
  const [content, more] = other.content;
  const covers = content && !more && content.from <= one.cue.from && one.cue.to <= content.to;
  const source = other.source?.from ?? 0;
  const joined = before?.tag === 'CCONJ' || before?.text === ',';
  const mark = tokens[source - 1];
  const apart = mark?.text === ',' && one.frame !== 'clause';
  const added = mark?.tag === 'CCONJ' && tokens[source - 2]?.text === ',';
  return [
    ...(covers ? [content.to] : []),
    ...(joined ? [tokens[from - 2]?.text === ',' ? from - 2 : from - 1] : []),
    ...(source > one.cue.to && apart ? [source - 1] : []),
    ...(source > one.cue.to && added ? [source - 2] : []),
  ];
}

/**
 * Find all that the sentences of a block hand on. A quotation that goes on in sentences of its own
 * belongs to whoever was quoted last.
 */
export function relationsOfBlock(
  sentences: readonly (readonly Token[])[],
  quotations: readonly Quotation[],
): readonly Relation[] {
  const found: Relation[] = [];
  for (const tokens of sentences) {
    const own = relationsOf(tokens, quotations);
    const last = found.at(-1);
    const [only, ...more] = own;
    const quotation = quotations.findLast(({ end }) => end <= (tokens[0]?.start ?? 0));
    // “Is it shut?” / The mayor asked.
    if (
      only &&
      more.length === 0 &&
      only.content.length === 0 &&
      quotation &&
      (tokens[0]?.start ?? 0) - quotation.end < 3
    ) {
      found.push({ ...only, content: [{ start: quotation.start, end: quotation.end }] });
      continue;
    }
    const start = tokens[0]?.start ?? 0;
    const end = tokens.at(-1)?.end ?? 0;
    const spoken = quotations.some((quotation) => quotation.start <= start && end <= quotation.end);
    const quotes = last?.content.some((span) =>
      quotations.some((quotation) => overlap(quotation, span)),
    );
    if (own.length > 0 || !spoken || !last || !quotes) found.push(...own);
    else found.splice(-1, 1, { ...last, content: [...last.content, { start, end }] });
  }
  return found;
}

/**
 * Longest sentence that is read, in tokens. What is longer is a list or a table, and time would
 * grow with the square of its length.
 */
const LONGEST = 300;

function relationOf(tokens: readonly Token[], found: Found): Relation {
  const span = ({ from, to }: Phrase): Span => ({
    start: tokens[from]?.start ?? 0,
    end: tokens[to - 1]?.end ?? 0,
  });
  return {
    cue: span(found.cue),
    source: found.source ? span(found.source) : null,
    content: found.content.filter(({ from, to }) => from < to).map(span),
    through: found.through ? span(found.through) : null,
    strength: found.strength,
    spoken: found.spoken,
    negated: isDenied(tokens.slice(found.cue.from, found.cue.to)),
  };
}
