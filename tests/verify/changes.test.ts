import { describe, expect, test } from 'vitest';
import { exitOf } from '../../src/messages.ts';
import type { Changes, DivergenceChange, FactChange, ReportChange } from '../../src/types.ts';
import { verify } from '../../src/verify/index.ts';
import { BRIDGE_AFTER, BRIDGE_BEFORE, laterEdition } from '../later-edition.ts';
import { FOLDER, found } from '../support.ts';

/** What is told of changes, held against the record of the last edition. */

const made = laterEdition(BRIDGE_BEFORE, BRIDGE_AFTER);

/** The faults of the second edition once its changes are others. */
async function faultsOf(change: (changes: Changes) => Changes): Promise<readonly string[]> {
  const { briefing, changes, last, files } = await made;
  const messages = await verify({ ...briefing, changes: change(changes) }, FOLDER, files, { last });
  expect(messages.every(({ ruleId }) => ruleId === 'change-unproved')).toBe(true);
  return messages.map(({ reason }) => reason);
}

const withFact = (isWanted: (change: FactChange) => boolean, other: Partial<FactChange>) => {
  let done = false;
  return (changes: Changes): Changes => {
    const facts = changes.facts.map((change) => {
      if (done || !isWanted(change)) return change;
      done = true;
      return { ...change, ...other };
    });
    expect(done).toBe(true);
    return { ...changes, facts };
  };
};

const isOf = (kind: FactChange['kind']) => (change: FactChange) => change.kind === kind;

describe('changes', () => {
  test('that are true pass', async () => {
    const { briefing, last, files } = await made;
    expect(await verify(briefing, FOLDER, files, { last })).toEqual([]);
  });

  test('without a record of the last edition prove nothing', async () => {
    const { briefing, files } = await made;
    const messages = await verify(briefing, FOLDER, files);
    expect(messages.map(({ reason }) => reason)).toEqual([
      expect.stringMatching(/^Unexpected changes since no edition, expected an earlier edition/u),
    ]);
    expect(exitOf(messages)).toBe('unverified');
  });

  test('are of the last edition', async () => {
    const since = { number: 7, made: '2031-03-13T08:00:00Z', generated: null };
    expect(await faultsOf((changes) => ({ ...changes, since }))).toEqual([
      expect.stringContaining('changes since edition 7, expected edition 1'),
    ]);
  });

  test.each<[string, (change: FactChange) => boolean, Partial<FactChange>, string]>([
    ['words that were never printed', isOf('gone'), { statement: 'Lisk sank.' }, 'words of'],
    ['words that no fact has', isOf('added'), { statement: 'Lisk sank.' }, 'words of'],
    [
      'former words that nobody printed',
      isOf('changed'),
      { restated: 'Lisk sank.' },
      'former words "Lisk sank."',
    ],
    ['support that it has not', isOf('added'), { gained: ['c.txt'] }, 'new support (c.txt)'],
    ['support that it had not', isOf('gone'), { lost: ['a.md'] }, 'reports (a.md)'],
    [
      'support of a report that was not there',
      isOf('changed'),
      { lost: ['e.txt'] },
      'lost support',
    ],
    [
      'a correction of a report that is as it was',
      isOf('changed'),
      { corrected: ['a.md'] },
      'corrections (a.md)',
    ],
    [
      'a standing that it has not',
      isOf('added'),
      { standing: { before: 'disputed', after: 'superseded' } },
      'standing "superseded"',
    ],
    [
      'a passage that a report never had',
      isOf('changed'),
      { reworded: [{ file: 'b.txt', before: 'Lisk sank.', after: 'Lisk sails.' }] },
      'passages "Lisk sank." and "Lisk sails." of b.txt',
    ],
    ['facts that were not there', isOf('changed'), { joined: ['f-0'] }, 'facts that it was told'],
  ])('fail with %s', async (_, isWanted, other, found) => {
    expect(await faultsOf(withFact(isWanted, other))).toContainEqual(
      expect.stringContaining(`Unexpected ${found}`),
    );
  });

  test('fail where what is still stated is said to be gone, or what was stated, to be new', async () => {
    const { briefing, last } = await made;
    const known = found(
      last.facts.find(({ statement }) =>
        briefing.facts.some((fact) => fact.statement.text === statement),
      ),
    );
    const { id: fact, statement } = known;
    const lie = { fact, statement, gained: [], lost: [] };
    expect(await faultsOf(withFact(isOf('gone'), lie))).toContainEqual(
      expect.stringContaining('loss of'),
    );
    expect(await faultsOf(withFact(isOf('added'), lie))).toContainEqual(
      expect.stringContaining('novelty of'),
    );
  });

  test.each<[string, Partial<ReportChange>, string]>([
    ['was there as one that came', { kind: 'added' }, 'report "b.txt" told as added'],
    ['is there as one that went', { kind: 'removed' }, 'report "b.txt" told as removed'],
    ['has other bytes as renamed', { kind: 'renamed', was: 'b.txt' }, 'told as renamed'],
    ['is of nobody as an outlet’s', { outlet: 'Lisk Herald' }, 'report "b.txt" of "Lisk Herald"'],
  ])('fail with a report that %s', async (_, other, reason) => {
    const faults = await faultsOf((changes) => ({
      ...changes,
      reports: changes.reports.map((change) =>
        change.file === 'b.txt' ? { ...change, ...other } : change,
      ),
    }));
    expect(faults).toContainEqual(expect.stringContaining(reason));
  });

  test.each<[string, DivergenceChange['kind'], Partial<DivergenceChange>, string]>([
    ['values that nobody gives', 'opened', { values: ['1', '2'] }, 'difference of "1", "2"'],
    ['values that nobody gave', 'gone', { values: ['1', '2'] }, 'difference of "1", "2"'],
    ['former values that nobody gave', 'changed', { was: ['1'] }, 'former values "1"'],
    ['words that no fact has', 'opened', { statement: 'Lisk sank.' }, 'difference of "Lisk sank."'],
  ])('fail with a difference of %s', async (_, kind, other, reason) => {
    const faults = await faultsOf((changes) => {
      const divergences = changes.divergences.map((change) =>
        change.kind === kind ? { ...change, ...other } : change,
      );
      expect(divergences).not.toEqual(changes.divergences);
      return { ...changes, divergences };
    });
    expect(faults).toContainEqual(expect.stringContaining(`Unexpected ${reason}`));
  });
});
