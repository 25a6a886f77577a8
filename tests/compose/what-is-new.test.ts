import { describe, expect, test } from 'vitest';
import { withChanges } from '../../src/compose/index.ts';
import { diff } from '../../src/diff/index.ts';
import { recordOf } from '../../src/edition-record.ts';
import { PARTS } from '../../src/parts.ts';
import { BRIDGE_AFTER, BRIDGE_BEFORE, FIRST_MADE, laterEdition } from '../later-edition.ts';
import { BRIDGE, briefingOf } from '../support.ts';

/** Where the part stands that tells what is new, and when. */

const kindsOf = ({ sections }: { sections: readonly { kind: string }[] }) =>
  sections.map(({ kind }) => kind);

describe('what is new', () => {
  test('is not told in a first edition', async () => {
    const { briefing } = await briefingOf(BRIDGE);
    expect(briefing.changes).toBeNull();
    expect(withChanges(briefing, null)).toBe(briefing);
    expect(kindsOf(briefing)).not.toContain('what-is-new');
  });

  test('stands behind the bottom line, and changes no other part', async () => {
    const first = await briefingOf(BRIDGE_AFTER);
    const { briefing, changes } = await laterEdition(BRIDGE_BEFORE, BRIDGE_AFTER);
    const kinds = kindsOf(briefing);
    expect(kinds.slice(0, 3)).toEqual(['bottom-line', 'what-is-new', 'key-facts']);
    expect(kinds).toEqual(PARTS.filter((part) => kinds.includes(part)));
    expect(briefing.sections.filter(({ kind }) => kind !== 'what-is-new')).toEqual(
      first.briefing.sections,
    );
    expect(briefing.changes).toBe(changes);
  });

  test('is left out where nothing changed', async () => {
    const { briefing } = await laterEdition(BRIDGE, BRIDGE);
    expect(briefing.changes).not.toBeNull();
    expect(kindsOf(briefing)).not.toContain('what-is-new');
  });

  const OWN = { template: 'own.hbs', heading: 'Own' } as const;

  test.each([
    [
      'where the editor puts it, under his heading',
      [
        { part: 'sources' },
        OWN,
        { part: 'what-is-new', heading: 'Since yesterday' },
        { part: 'key-facts' },
      ],
      ['sources', 'editors', 'what-is-new', 'key-facts', 'method'],
      'Since yesterday',
    ],
    [
      'behind parts that are empty',
      [{ part: 'reliance' }, { part: 'speakers' }, { part: 'what-is-new' }],
      ['reliance', 'speakers', 'what-is-new', 'sources', 'method'],
      'What is new',
    ],
    [
      'nowhere where he does not list it',
      [{ part: 'key-facts' }],
      ['key-facts', 'sources', 'method'],
      undefined,
    ],
  ] as const)('stands %s', async (_, sections, kinds, heading) => {
    const listed = sections.map((entry) =>
      'template' in entry ? `{template: ${entry.template}, heading: Own}` : `{part: ${entry.part}}`,
    );
    const config = `sections: [${listed.join(', ')}]`;
    const { briefing, changes } = await laterEdition(BRIDGE_BEFORE, BRIDGE_AFTER, {
      config,
      sections: [...sections],
    });
    const there = kindsOf((await briefingOf(BRIDGE_AFTER, { config })).briefing);
    expect(kindsOf(briefing)).toEqual(
      kinds.filter((kind) => kind === 'what-is-new' || there.includes(kind)),
    );
    expect(briefing.changes).toBe(changes);
    const [part] = briefing.sections.filter(({ kind }) => kind === 'what-is-new');
    expect(part?.heading).toBe(heading);
  });

  test('takes no part in what a later edition is held against', async () => {
    const { briefing } = await laterEdition(BRIDGE_BEFORE, BRIDGE_AFTER);
    const plain = { ...(await briefingOf(BRIDGE_AFTER)).briefing, edition: 2 };
    expect(recordOf(briefing, FIRST_MADE)).toEqual(recordOf(plain, FIRST_MADE));
    expect(diff(recordOf(briefing, FIRST_MADE), recordOf(plain, FIRST_MADE)).facts).toEqual([]);
  });
});
