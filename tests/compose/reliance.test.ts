import { expect, test } from 'vitest';
import { briefingOf } from '../support.ts';

const kinds = async (...texts: readonly string[]) => {
  const { briefing } = await briefingOf(
    Object.fromEntries(texts.map((text, at) => [`${at}.txt`, text])),
  );
  return briefing.sections.map(({ kind }) => kind);
};

test.each([
  ['an agency', 'The bridge is shut, Reuters reported.', 'The ferry sails on Monday.'],
  [
    'somebody whom two name',
    'The bridge is shut, Ruth Amsel said.',
    'The ferry sails on Monday, Ruth Amsel said.',
  ],
])('there is a picture where reports name %s', async (_, one, other) => {
  expect(await kinds(one, other)).toContain('reliance');
});

test('there is none where each has its own', async () => {
  expect(
    await kinds('The bridge is shut, Ruth Amsel said.', 'The ferry sails, Jon Vale said.'),
  ).not.toContain('reliance');
});
