import { withChanges } from '../src/compose/index.ts';
import { diff } from '../src/diff/index.ts';
import { recordOf } from '../src/edition-record.ts';
import type { Briefing, Changes, EditionRecord } from '../src/types.ts';
import { BRIDGE, briefingOf, type Made, type Setting, type Texts } from './support.ts';

/** A second edition with all that it was made from, and the record of the first. */
export interface Later extends Made {
  readonly last: EditionRecord;
  readonly changes: Changes;
}

/** How a second edition is made. */
interface LaterSetting extends Setting {
  /** The parts that the editor lists. Default: all. */
  readonly sections?: Parameters<typeof withChanges>[2];
  /** What somebody did to the record of the first by hand. Default: nothing. */
  readonly edit?: (last: EditionRecord) => EditionRecord;
}

/** When the first edition of a test was published. */
export const FIRST_MADE = '2031-03-13T08:00:00Z';

/**
 * Make the second edition of a briefing.
 *
 * @param before The reports of the first.
 * @param after Those of the second.
 */
export async function laterEdition(
  before: Texts,
  after: Texts,
  { sections, edit = (last) => last, ...setting }: LaterSetting = {},
): Promise<Later> {
  const first = await briefingOf(before, setting);
  const made = await briefingOf(after, setting);
  const last = edit(recordOf(first.briefing, FIRST_MADE));
  const second: Briefing = { ...made.briefing, edition: 2 };
  const changes = diff(last, recordOf(second, '2031-03-14T08:00:00Z'));
  return { ...made, briefing: withChanges(second, changes, sections), last, changes };
}

const MORE_OF_C = `
The ferry of Brennick carried 200 passengers on Monday.

The bells of the town hall rang at noon.
`;

/** The bridge, and a report that differs from another in a figure and confirms it in a statement. */
export const BRIDGE_BEFORE = {
  ...BRIDGE,
  'c.txt': BRIDGE['c.txt'] + MORE_OF_C,
  'd.txt': `The ferry of Brennick carried 300 passengers on Monday.

The bells of the town hall rang at noon.
`,
} as const satisfies Texts;

/**
 * The same a day later: one report is corrected and takes back a sentence, that other one is removed,
 * one is added that states what another had alone, and differs in a figure.
 */
export const BRIDGE_AFTER: Texts = {
  'a.md': BRIDGE['a.md'],
  'b.txt': BRIDGE['b.txt']
    .replace('6 million', '7 million')
    .replace(' The shop owners of the old town do not expect the repair to end this year.', ''),
  'c.txt': BRIDGE_BEFORE['c.txt'],
  'e.txt': `The old bridge over the river Wend at Brennick was closed on Tuesday after inspectors found cracks in its pillars.

About 12,000 vehicles cross the bridge every day.

The bridge was built in 1911.

The museum of Brennick shows 40 pictures of the old bridge.
`,
};
