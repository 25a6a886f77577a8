import { RECORD } from '../../src/edition-record.ts';
import { editionFolder, MANIFEST } from '../../src/editions.ts';
import { FORMAT_TABLE, FORMATS } from '../../src/formats.ts';
import { entriesIn, type OverviewEntry } from '../../src/overview/index.ts';
import type { Changes, EditionRecord, RecordedFact, Standing } from '../../src/types.ts';
import { memoryFiles, type Texts } from '../support.ts';

/** What an edition of a test is told by. */
export interface Told {
  readonly number?: number;
  readonly title: string;
  /** The moment that it speaks for. Default: none. */
  readonly generated?: string;
  /** How its facts stand, one each. */
  readonly facts?: readonly Standing[];
  readonly reports?: number;
  /** Names of its files. */
  readonly files?: readonly string[];
}

/** The record of an edition. */
export function recordOf({
  number = 1,
  title,
  generated,
  facts,
  reports = 2,
}: Told): EditionRecord {
  return {
    number,
    made: '2031-03-20T08:00:00Z',
    title,
    generated: generated ?? null,
    reports: Array.from({ length: reports }, (_, at) => ({
      id: `r${at}`,
      file: `r${at}.txt`,
      sha256: String(at).padStart(64, '0'),
      outlet: null,
      headline: null,
    })),
    facts: (facts ?? ['corroborated']).map(factOf),
    bottomLine: [],
    divergences: [],
  };
}

const factOf = (standing: Standing, at: number): RecordedFact => ({
  id: `f-${at}`,
  statement: `Fact ${at} holds.`,
  standing,
  merged: false,
  claims: [{ id: `c-${at}`, report: 'r0', exact: `Fact ${at} holds`, certain: true }],
});

/** An edition as it lies in the folder that a briefing is published to. */
export function edition(folder: string, told: Told): Texts {
  const record = recordOf(told);
  const names = told.files ?? ['index.html', 'briefing.pdf', 'briefing.json'];
  const outputs = names.map((file, at) => ({ file, bytes: 1500 * (at + 1) }));
  const place = editionFolder(folder, record.number);
  return {
    [`${place}/${RECORD}`]: JSON.stringify(record),
    [`${place}/${MANIFEST}`]: JSON.stringify({ outputs }),
  };
}

/** Briefings of every state, some with long names and all that an entry may have. */
export async function entriesOf(): Promise<readonly OverviewEntry[]> {
  const files = memoryFiles({
    ...edition('out/harlow', { title: 'Old bridge closed', generated: '2031-03-12T00:00:00Z' }),
    ...edition('out/harlow', {
      number: 2,
      title: 'Harlow closes its old bridge after divers find cracks in two of its pillars',
      generated: '2031-03-13T00:00:00Z',
      facts: ['corroborated', 'disputed', 'single-source'],
      reports: 6,
      files: FORMATS.map((format) => FORMAT_TABLE[format].file),
    }),
    ...edition('out/ferry', { title: 'The ferry Marit ran aground', generated: '2031-03-13' }),
    ...edition('out/flood', { number: 4, title: 'The flood', generated: '2031-03-10' }),
    ...edition('out/tax', { title: 'Lisk raises its tax on sugar' }),
    ...edition('out/port', { number: 7, title: 'The port reopens', generated: '2030-11-02' }),
  });
  const states = new Map([
    ['harlow', 'built'],
    ['ferry', 'built'],
    ['flood', 'failed'],
    ['tax', 'built'],
    [`quake${'-in-a-place-with-an-endless-name'.repeat(3)}`, 'failed'],
  ] as const);
  const compare = (before: EditionRecord): Changes => ({
    since: { number: before.number, made: before.made, generated: before.generated },
    reports: [{ kind: 'added', file: 'd.txt', was: null, outlet: null }],
    facts: [],
    divergences: [],
  });
  return entriesIn('out', states, { files, compare });
}
