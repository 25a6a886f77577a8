import { FEWEST_WORDS, sharedTexts } from '../../src/analyze/copies.ts';
import type { Report } from '../../src/types.ts';
import { loadRealEvents, type RealEvent } from './real-reports.ts';
import { REWRITINGS, rewritten } from './rewriting.ts';

/**
 * Measure how well copies are told from independent reports, by the share of words in common from
 * which two reports are taken for one text.
 *
 *     npx tsx tests/eval/copies.ts
 *
 * Independent are the reports of one real event, save those that were read and found to be
 * reprints. Copies are those reprints, and real reports rewritten as newsrooms do. The threshold
 * was chosen with both halves of the events in view: that they agree is all that they tell.
 */

/** Pairs that tell most of the shorter one in the same words: read, not measured. */
const REPRINTS: Readonly<Record<string, readonly string[]>> = {
  'aceh-quake-2013': ['03 05', '01 06'],
  'athens-bank-fire-2010': ['01 03', '02 07'],
  'brooklyn-vigil-riot-2013': ['02 06'],
  'ins-sukanya-piracy-2011': ['01 03', '04 07', '02 05', '01 05', '03 05'],
  'paris-jewellery-heist-2013': ['05 08', '01 07', '06 07', '01 06'],
  'troy-office-shooting-2007': ['02 08', '04 05'],
};

/** Pairs with some paragraphs of one agency or one statement beside their own: neither. */
const PARTLY: Readonly<Record<string, readonly string[]>> = {
  'aceh-quake-2013': ['03 07', '05 07', '04 05', '02 05', '02 03', '03 04', '07 08'],
  'ins-sukanya-piracy-2011': [
    ...['01 06', '03 06', '05 06', '05 07', '04 05', '01 02', '02 03', '02 06', '01 07', '03 07'],
    ...['01 04', '03 04', '04 06', '06 07'],
  ],
  'paris-jewellery-heist-2013': [
    ...['05 06', '06 08', '07 08', '05 07', '01 05', '01 08', '02 07', '01 02', '02 06'],
  ],
  'troy-office-shooting-2007': ['05 07', '04 07', '03 08'],
};

const THRESHOLDS = [0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5];

type Kind = 'reprint' | 'partly' | 'independent';

/** The larger of the two shares of words in common; 0 where those are too few to count. */
function likeness(a: Pick<Report, 'id' | 'blocks'>, b: Pick<Report, 'id' | 'blocks'>): number {
  const [pair] = sharedTexts([a, b]);
  return pair && pair.words >= FEWEST_WORDS ? Math.max(pair.ofA, pair.ofB) : 0;
}

function realPairs({ name, reports }: RealEvent) {
  return reports.flatMap((a, index) =>
    reports.slice(index + 1).map((b) => {
      const key = `${a.id} ${b.id}`;
      const kind: Kind = REPRINTS[name]?.includes(key)
        ? 'reprint'
        : PARTLY[name]?.includes(key)
          ? 'partly'
          : 'independent';
      return { name: `${name} ${key}`, kind, share: likeness(a, b) };
    }),
  );
}

function measure(title: string, events: readonly RealEvent[]): void {
  const pairs = events.flatMap(realPairs);
  const of = (kind: Kind) => pairs.filter((pair) => pair.kind === kind);
  const rewrites = events.flatMap(({ reports }) =>
    reports.flatMap((report) =>
      REWRITINGS.map((way) => ({ way: way.name, share: likeness(report, rewritten(report, way)) })),
    ),
  );
  const copies = [...of('reprint'), ...rewrites];
  console.log(
    `\n${title}: ${events.length} events, ${of('reprint').length} reprints, ${of('independent').length} independent pairs, ${of('partly').length} partly, ${rewrites.length} rewritten`,
  );
  console.table(
    THRESHOLDS.map((threshold) => {
      const from = (list: readonly { share: number }[]) =>
        list.filter(({ share }) => share >= threshold).length;
      const right = from(copies);
      return {
        'share from': threshold,
        'reprints found': `${from(of('reprint'))} of ${of('reprint').length}`,
        'rewritten found': percent(from(rewrites), rewrites.length),
        'independent taken for copies': from(of('independent')),
        partly: `${from(of('partly'))} of ${of('partly').length}`,
        precision: percent(right, right + from(of('independent'))),
        recall: percent(right, copies.length),
      };
    }),
  );
  console.table(
    REWRITINGS.map(({ name }) => {
      const own = rewrites.filter(({ way }) => way === name);
      const found = (threshold: number) =>
        percent(own.filter(({ share }) => share >= threshold).length, own.length);
      return { rewriting: name, ...Object.fromEntries(THRESHOLDS.map((at) => [at, found(at)])) };
    }),
  );
  const nearest = [...of('independent')].sort((a, b) => b.share - a.share).slice(0, 4);
  for (const { name, share } of nearest) console.log(`most alike: ${name} ${percent(share, 1)}`);
}

const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;

const events = await loadRealEvents();
if (events.length > 0) {
  measure(
    'first half',
    events.filter((_, index) => index % 2 === 0),
  );
  measure(
    'second half',
    events.filter((_, index) => index % 2 === 1),
  );
}
