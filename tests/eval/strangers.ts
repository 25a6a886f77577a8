import { readFileSync } from 'node:fs';
import { parseConfig } from '../../src/config/index.ts';
import { normalize } from '../../src/normalize/index.ts';
import { read } from '../../src/read/index.ts';
import { bagOf, groupsOf, KIN, likeness } from '../../src/select/kinship.ts';
import type { Vector } from '../../src/vectors.ts';
import { documentOf } from '../support.ts';
import { loadRealEvents, type RealEvent } from './real-reports.ts';
import { shared } from './shared.ts';

/**
 * Measure how well reports of one event are told from those of others, by the likeness from which
 * two reports are taken to be about one event.
 *
 *     npx tsx tests/eval/strangers.ts
 *
 * Each event's folder is given one report of another event at a time: any one, the one whose words
 * are most like those of the folder, and one of another event of the same kind (ECB+: another
 * quake, another trial). Events of the gold sets are measured alone.
 */

const THRESHOLDS = [0.2, 0.25, KIN, 0.3, 0.35, 0.4];

/** Sets that nothing is fitted on. */
const GOLD = ['aceh-quake-2013', 'wcl-netanyahu-iran-archive-2018'];

/** Likeness from which two reports of different sets are one and the same. */
const SAME_REPORT = 0.9;

interface Folder {
  readonly name: string;
  /** Kind of event that it shares with others: a topic of ECB+; else its own name. */
  readonly topic: string;
  readonly bags: readonly Vector[];
}

const toFolder = ({ name, reports }: RealEvent, topic = name): Folder => ({
  name,
  topic,
  bags: reports.map(bagOf),
});

/** Events of ECB+ with three reports or more; of each the first eight. */
function loadEcb(file: string): readonly Folder[] {
  const documents = JSON.parse(readFileSync(file, 'utf8')) as readonly {
    readonly topic: number;
    readonly subtopic: string;
    readonly sentences: readonly { readonly text: string }[];
  }[];
  const names = [...new Set(documents.map(({ subtopic }) => subtopic))];
  return names.flatMap((name) => {
    const own = documents.filter(({ subtopic }) => subtopic === name).slice(0, 8);
    const texts = own.map(({ sentences }, index) =>
      documentOf(`${index}.txt`, `${sentences.map(({ text }) => text).join(' ')}\n`),
    );
    if (texts.length < 3) return [];
    const { reports } = read(texts, parseConfig('', 'briefing.yaml'), name);
    return [toFolder({ name, reports: reports.map(normalize) }, `ecb ${own[0]?.topic}`)];
  });
}

const nearest = (bag: Vector, others: readonly Vector[]): number =>
  Math.max(...others.map((other) => likeness(bag, other)));

/** How like each report is to the most like of its event. */
const ownLikeness = ({ bags }: Folder): readonly number[] =>
  bags.map((bag) =>
    nearest(
      bag,
      bags.filter((other) => other !== bag),
    ),
  );

/** How like the reports of other events are to the most like of a folder, the most like first. */
function othersOf(folder: Folder, all: readonly Folder[]) {
  return all
    .filter((other) => other !== folder)
    .flatMap(({ bags, topic }) =>
      bags.map((bag) => ({ topic, likeness: nearest(bag, folder.bags) })),
    )
    .filter((other) => other.likeness < SAME_REPORT)
    .sort((a, b) => b.likeness - a.likeness);
}

function measure(title: string, folders: readonly Folder[], all: readonly Folder[]): void {
  const own = folders.flatMap(ownLikeness);
  const others = folders.map((folder) => othersOf(folder, all));
  const any = others.flat().map((other) => other.likeness);
  const near = others.flatMap(([first]) => first?.likeness ?? []);
  const kin = others.flatMap((list, index) => {
    const sibling = list.find(({ topic }) => topic === folders[index]?.topic);
    return sibling?.likeness ?? [];
  });
  console.log(`\n${title}: ${folders.length} events, ${own.length} reports`);
  console.table(
    THRESHOLDS.map((threshold) => {
      const below = (list: readonly number[]) =>
        `${list.filter((value) => value < threshold).length} of ${list.length}`;
      const broken = folders.filter(
        ({ bags }) => groupsOf(bags, (a, b) => likeness(a, b) >= threshold).length > 1,
      );
      return {
        threshold,
        'own set apart': below(own),
        'events broken': broken.length,
        'others found': below(any),
        'nearest found': below(near),
        'same kind found': below(kin),
      };
    }),
  );
  console.log(`least like its event ${Math.min(...own).toFixed(3)}; threshold in use ${KIN}`);
}

const ecb = shared('data/ecbplus/docs-dev.json');
const events = await loadRealEvents();
if (ecb && events.length > 0) {
  const all = [...events.map((event) => toFolder(event)), ...loadEcb(ecb)];
  const isGold = ({ name }: Folder) => GOLD.includes(name);
  measure(
    'fitted on',
    all.filter((folder) => !isGold(folder)),
    all,
  );
  measure('gold, measured alone', all.filter(isGold), all);
}
