import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/findings.ts';
import { GATE_NAMES, GATES } from '../../src/gates/index.ts';
import { EXIT } from '../../src/messages.ts';
import type { Verdict } from '../../src/verdict/index.ts';
import { BRIDGE, found } from '../support.ts';
import { caseOf, checked, FIXTURES, MADE, openCase } from './support.ts';

interface Expected {
  /** What a check ends with that fails for every gate. */
  readonly exit: string;
  /** Name of a gate → what it finds: the statement or the rule, what is the matter, the places. */
  readonly findings: Readonly<Record<string, readonly string[]>>;
  /** Names of the gates that cannot tell. */
  readonly unknown?: readonly string[];
}

const expectedOf = (name: string): Expected =>
  JSON.parse(readFileSync(path.join(FIXTURES, name, 'expected.json'), 'utf8')) as Expected;

const shown = ({ statement, rule, says, places }: Finding): string =>
  [
    ...(statement === null ? [] : [statement]),
    rule ?? says,
    places
      .map(({ file, start }) => (start ? `${file}:${start.line}:${start.column}` : file))
      .join(' '),
  ]
    .filter((part) => part !== '')
    .join(' | ');

const findingsIn = ({ gates }: Verdict) =>
  Object.fromEntries(
    gates.flatMap(({ name, findings }) =>
      findings.length > 0 ? [[name, findings.map(shown)]] : [],
    ),
  );

const namesWith = ({ gates }: Verdict, wanted: string) =>
  gates.flatMap(({ name, status }) => (status === wanted ? [name] : []));

const cases = readdirSync(FIXTURES);

describe('the gates', () => {
  test.each(cases)('%s', async (name) => {
    const { exit, findings, unknown = [] } = expectedOf(name);
    const opened = await openCase(name);
    const before = opened.files.contents();
    const verdict = await checked(opened, { failOn: GATE_NAMES });
    expect(findingsIn(verdict)).toEqual(findings);
    expect(namesWith(verdict, 'failed')).toEqual(GATE_NAMES.filter((gate) => gate in findings));
    expect(namesWith(verdict, 'unknown')).toEqual(unknown);
    expect(verdict.exit).toBe(exit);
    expect(opened.files.contents()).toEqual(before);
  });

  test.each(GATE_NAMES)('%s finds something in one case, and nothing in another', (gate) => {
    const finds = cases.map((name) => gate in expectedOf(name).findings);
    expect(new Set(finds)).toEqual(new Set([true, false]));
  });

  test('end in codes of their own, from 20 on, in order', () => {
    expect(GATES.map(({ exit }) => EXIT[exit])).toEqual(GATES.map((_, at) => 20 + at));
  });

  test('fail only where they are asked, in the order of the table', async () => {
    const opened = await openCase('gone');
    const loose = await checked(opened);
    expect(loose.exit).toBe('published');
    expect(namesWith(loose, 'not-asked')).toEqual(['lost-support', 'bottom-line-changed', 'stale']);
    const strict = await checked(opened, { failOn: ['stale', 'bottom-line-changed'] });
    expect(strict.exit).toBe('gate-bottom-line-changed');
  });

  test('nothing passes that cannot be proved, whatever is asked', async () => {
    expect((await checked(await openCase('unverified'))).exit).toBe('gate-unverified');
  });

  test('a place is the passage in the file, to its end', async () => {
    const opened = await openCase('new-divergence');
    const verdict = await checked(opened);
    const [finding] = verdict.gates.flatMap(({ name, findings }) =>
      name === 'new-divergence' ? findings : [],
    );
    const { file, start, end, exact } = found(finding?.places[1]);
    const text = found(opened.files.contents()[`now/${file}`]);
    const line = text.split('\n')[found(start).line - 1];
    expect(end?.line).toBe(start?.line);
    expect(line?.slice(found(start).column - 1, found(end).column - 1)).toBe(exact);
    expect(exact).toBe('The ferry carried 150 passengers.');
  });
});

test('a mail has no lines to show: its text is not the file', async () => {
  const mail = (more: string) =>
    `From: a@b.example\nSubject: Flood\n\nThe flood in Torvale killed 12 people.\n\n${more}\n`;
  const texts = { 'now/a.eml': mail('A bridge fell.'), 'now/b.eml': mail('Roads are shut.') };
  const { gates } = await checked(
    await caseOf({
      ...texts,
      'now/briefing.yaml': 'decisions:\n  - pin: A bridge fell\n',
    }),
  );
  const places = gates.flatMap(({ findings }) => findings.flatMap((finding) => finding.places));
  expect(places).toEqual([{ file: 'a.eml', start: null, end: null, exact: 'A bridge fell.' }]);
});

describe('an edition', () => {
  test.each([
    { minutes: 60, says: [] },
    { minutes: 59, says: [`edition 1 was published on ${MADE}, more than 59 min ago`] },
  ])('an hour old is too old where it may be $minutes minutes', async ({ minutes, says }) => {
    const verdict = await checked(await openCase('same'), { maxAge: minutes * 60_000 });
    expect(findingsIn(verdict)['stale'] ?? []).toEqual(says);
  });

  test('that cannot be read ends the check: it would pass whatever is new', async () => {
    const opened = await openCase('gone');
    await opened.files.write('out/editions/0001/edition.json', new TextEncoder().encode('{}'));
    const verdict = await checked(opened);
    expect(verdict.exit).toBe('output');
    expect(verdict.messages.map(({ ruleId }) => ruleId)).toContain('edition-damaged');
  });

  test('in the folder of the reports is none of them', async () => {
    const now = Object.entries(BRIDGE).map(([name, text]) => [`now/${name}`, text] as const);
    const opened = await caseOf({ ...Object.fromEntries(now), 'now/output/index.html': 'page' });
    const beside = await checked(opened, { out: 'elsewhere' });
    expect(beside.messages.map(({ ruleId }) => ruleId)).toContain('skipped-folder');
    const { messages } = await checked(opened, { out: 'now/output' });
    expect(messages.map(({ ruleId }) => ruleId)).not.toContain('skipped-folder');
  });
});
