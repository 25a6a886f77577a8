import { describe, expect, test } from 'vitest';
import { leftovers } from '../../src/merge/leftovers.ts';
import type { Claim, Sentence } from '../../src/types.ts';
import { found, only, sentencesIn, sentencesOf } from '../support.ts';

const SPLIT =
  'The old bridge was closed on Tuesday, but engineers expect to open it again in May. Ferries sail at noon.';

const OTHER = 'Nothing happened in Tolva.';

/** What is left of the first of two reports. */
function leftOf(text: string, meets: (claim: Claim) => boolean): readonly Claim[] {
  const sentences = sentencesIn(text, OTHER).filter(({ whole }) => whole.report === 'r1');
  return leftovers(
    [sentences],
    new Set(
      allClaims(sentences)
        .filter(meets)
        .map(({ id }) => id),
    ),
  );
}

const allClaims = (sentences: readonly Sentence[]) =>
  sentences.flatMap(({ whole, parts }) => [whole, ...parts]);

const texts = (claims: readonly Claim[]) => claims.map(({ exact }) => exact);

describe('a sentence that was taken apart', () => {
  test('is whole again where no part met another', () => {
    expect(texts(leftOf(SPLIT, () => false))).toEqual([
      'The old bridge was closed on Tuesday, but engineers expect to open it again in May.',
      'Ferries sail at noon.',
    ]);
  });

  test('leaves the part that met none', () => {
    const left = leftOf(SPLIT, ({ exact }) => exact === 'The old bridge was closed on Tuesday');
    expect(texts(left)).toEqual([
      'engineers expect to open it again in May.',
      'Ferries sail at noon.',
    ]);
  });

  test('leaves nothing where all parts met others', () => {
    const left = leftOf(SPLIT, ({ kind }) => kind === 'clause');
    expect(texts(left)).toEqual(['Ferries sail at noon.']);
  });
});

test('a sentence that met another is not left', () => {
  expect(texts(leftOf(SPLIT, ({ exact }) => exact === 'Ferries sail at noon.'))).toHaveLength(1);
});

test('of no reports nothing is left', () => {
  expect(leftovers([], new Set())).toEqual([]);
});

describe('an utterance', () => {
  const UTTERANCE =
    'Ruth Amsel spoke in the town hall. “We have closed the bridge because it is not safe. Nobody wanted that. And we will open it on May 13,” Amsel said. Then the council went home.';

  test('that met nothing is kept together', () => {
    expect(texts(leftOf(UTTERANCE, () => false))).toEqual([
      'Ruth Amsel spoke in the town hall.',
      '“We have closed the bridge because it is not safe. Nobody wanted that. And we will open it on May 13,” Amsel said.',
      'Then the council went home.',
    ]);
  });

  test('is not joined over a sentence that met another', () => {
    const left = leftOf(UTTERANCE, ({ exact }) => exact === 'Nobody wanted that.');
    expect(texts(left)).toEqual([
      'Ruth Amsel spoke in the town hall.',
      '“We have closed the bridge because it is not safe.',
      'And we will open it on May 13,” Amsel said.',
      'Then the council went home.',
    ]);
  });

  test('points at its words in the file', () => {
    const joined = found(leftOf(UTTERANCE, () => false)[1]);
    expect(UTTERANCE.slice(joined.start, joined.end)).toBe(joined.exact);
    const ends = joined.runs.map((_, index) => joined.runs[index + 1]?.at ?? joined.exact.length);
    const read = joined.runs.map(({ start, end }) => UTTERANCE.slice(start, end));
    const words = joined.runs.map(({ at }, index) => joined.exact.slice(at, ends[index]).trim());
    // The spaces between its sentences stand for nothing in the file.
    expect(read.map((text) => text.trim())).toEqual(words);
  });

  test('is one quotation, and its spans fit its words', () => {
    const joined = found(leftOf(UTTERANCE, () => false)[1]);
    const { start, end } = only(joined.quotations);
    expect(joined.exact.slice(start, end)).toBe(
      '“We have closed the bridge because it is not safe. Nobody wanted that. And we will open it on May 13,”',
    );
    const time = only(joined.times);
    expect(joined.exact.slice(time.start, time.end)).toBe('May 13');
  });

  test('drops no word that joins its sentences', () => {
    const text =
      '“We have closed the bridge because it is not safe,” Ruth Amsel said. But “nobody in the whole of the town wanted that to happen,” Amsel said.';
    const joined = only(leftOf(text, () => false));
    expect(joined.exact).toBe(text);
    expect(joined.asides.filter(({ reason }) => reason === 'connective')).toEqual([]);
  });

  test('ends with its paragraph', () => {
    const left = leftOf(
      '“We have closed the bridge because it is not safe,” Ruth Amsel said.\n\n“Nobody in the town hall had wanted that to happen,” Jon Vale said.',
      () => false,
    );
    expect(left).toHaveLength(2);
  });
});

test('what met others and what is left cover every sentence, whichever claims met others', () => {
  const reports = [
    ...sentencesOf({
      'a.txt': `${SPLIT} Mayor Ruth Amsel, who has so far refused to resign, opened the ferry in May.`,
      'b.txt':
        '“The bridge is not safe at all today. We shall close it,” Ruth Amsel said. The town built the bridge and paid for all of its pillars.',
    }).values(),
  ];
  const sentences = reports.flat();
  const units = sentences.flatMap(({ whole, parts }) => (parts.length > 0 ? parts : [whole]));
  for (let choice = 0; choice < 2 ** units.length; choice++) {
    const met = units.filter((_, index) => (choice >> index) % 2 === 1);
    const shown = [...met, ...leftovers(reports, new Set(met.map(({ id }) => id)))];
    const lost = sentences.filter(
      ({ whole, parts }) =>
        !shown.some((claim) => covers(claim, whole)) &&
        !parts.every((part) => shown.some((claim) => claim.id === part.id)),
    );
    expect(texts(lost.map(({ whole }) => whole))).toEqual([]);
  }
});

const covers = (claim: Claim, whole: Claim) =>
  claim.report === whole.report && claim.start <= whole.start && claim.end >= whole.end;
