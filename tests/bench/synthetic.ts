import { extract } from '../../src/extract/index.ts';
import { STOP_STEMS } from '../../src/language/stop-words.ts';
import { stems } from '../../src/language/words.ts';
import { fromSource } from '../../src/mapped-text.ts';
import type { Block, Report, Sentence } from '../../src/types.ts';
import type { RealEvent } from '../eval/real-reports.ts';
import { NO_METADATA, randomFrom } from '../support.ts';

/**
 * Events of more reports than any real one at hand has, made of real sentences.
 *
 * Half of a report's sentences are those of one real event, retold: of its content words one in five
 * gives way to a word that stands somewhere in all real reports, and one in ten is left out. The
 * other half are sentences of other events, in which the commonest words are exchanged for those
 * that are as common in this event: they share its topic and state nothing that it states, and
 * each is used once before any is used again. Words so keep the shares that they have in news, and
 * each told sentence comes in the more versions, the more reports there are.
 *
 * It is no real event: what is retold is retold word by word, never in another order or in words of
 * the same meaning, and a real event of 100 reports would have more agency copy in it.
 */

/** Sentences of a report, as newsrooms write them. */
const PER_REPORT = 40;
const PER_PARAGRAPH = 3;

/** Share of sentences that others tell too; of words that are exchanged; and left out. */
const SHARES = { told: 0.5, exchanged: 0.2, leftOut: 0.1 } as const;

/** So many words of an event are taken for its topic. */
const TOPIC = 40;

/** Make the sentences of an event with so many reports: the same ones every time. */
export const syntheticEvent = (
  events: readonly RealEvent[],
  reports: number,
): ReadonlyMap<string, readonly Sentence[]> => extract(syntheticReports(events, reports));

/** Make an event of so many reports: the same ones every time; none where there is no real event. */
export function syntheticReports(events: readonly RealEvent[], reports: number): readonly Report[] {
  const random = randomFrom(reports);
  const texts = events.map((event) => ({ sentences: textsOf(event), topic: topicOf(event) }));
  const [told] = [...texts].sort((a, b) => b.sentences.length - a.sentences.length);
  if (!told) return [];
  const others = texts.filter((event) => event !== told);
  const own = shuffled(
    others.flatMap(({ sentences, topic }) =>
      sentences.map((text) => inTopic(text, topic, told.topic)),
    ),
    random,
  );
  const words = texts.flatMap(({ sentences }) => sentences.flatMap(contentWords));
  let next = 0;
  const sentence = () => {
    const text = random() < SHARES.told ? pick(told.sentences, random) : own[next++ % own.length];
    return retold(text ?? '', words, random);
  };
  return Array.from({ length: reports }, (_, index) =>
    reportOf(index, Array.from({ length: PER_REPORT }, sentence)),
  );
}

function textsOf({ reports }: RealEvent): readonly string[] {
  return [...extract(reports).values()].flatMap((sentences) =>
    sentences.flatMap(({ whole }) => (whole.kind === 'headline' ? [] : whole.exact)),
  );
}

/** The commonest content words of an event, in lower case, the commonest first. */
function topicOf(event: RealEvent): readonly string[] {
  const counts = new Map<string, number>();
  for (const word of textsOf(event).flatMap(contentWords)) {
    const plain = word.toLowerCase();
    counts.set(plain, (counts.get(plain) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, TOPIC)
    .map(([word]) => word);
}

const WORD = /\p{L}+/gu;

const isContent = (word: string): boolean =>
  word.length > 2 && stems(word).every((stem) => !STOP_STEMS.has(stem));

const contentWords = (text: string): string[] => (text.match(WORD) ?? []).filter(isContent);

function inTopic(text: string, from: readonly string[], to: readonly string[]): string {
  return text.replace(WORD, (word) => {
    const at = from.indexOf(word.toLowerCase());
    return at < 0 ? word : cased(to[at] ?? word, word);
  });
}

function retold(text: string, words: readonly string[], random: () => number): string {
  return text
    .replace(WORD, (word) => {
      const chance = random();
      if (!isContent(word) || chance > SHARES.exchanged + SHARES.leftOut) return word;
      return chance < SHARES.exchanged ? cased(pick(words, random), word) : '';
    })
    .replace(/ {2,}/gu, ' ');
}

/** Names stay names, and beginnings of sentences beginnings. */
const cased = (word: string, like: string): string =>
  /^\p{Lu}/u.test(like) ? word.charAt(0).toUpperCase() + word.slice(1) : word.toLowerCase();

const pick = <T>(list: readonly [T, ...T[]] | readonly T[], random: () => number): T =>
  list[Math.floor(random() * list.length)] as T;

function shuffled<T>(list: readonly T[], random: () => number): readonly T[] {
  return list
    .map((item) => ({ item, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

function reportOf(index: number, sentences: readonly string[]): Report {
  const paragraphs = sentences.flatMap((_, at) =>
    at % PER_PARAGRAPH === 0 ? [sentences.slice(at, at + PER_PARAGRAPH).join(' ')] : [],
  );
  const source = paragraphs.join('\n');
  let at = 0;
  const blocks = paragraphs.map((text): Block => {
    const content = fromSource(source, at, at + text.length);
    at += text.length + 1;
    return { kind: 'paragraph', content };
  });
  const id = `r${String(index + 1).padStart(3, '0')}`;
  return {
    id,
    number: index + 1,
    file: `${id}.txt`,
    sha256: '',
    encoding: 'utf-8',
    part: null,
    length: source.length,
    metadata: {
      ...NO_METADATA,
      published: { value: '2031-03-14', basis: 'stated', because: 'made so' },
    },
    notes: [],
    blocks,
    leftOut: [],
    wide: [],
    textSpans: [],
  };
}

/** Of a headline made of the beginning of a text. */
const HEADLINE_WORDS = 8;

/** A report as the file of an outlet, with what it says of itself. */
export function fileOf({ number, blocks }: Report): string {
  const paragraphs = blocks.map(({ content }) => content.text);
  const words = (paragraphs[0] ?? '').split(' ').slice(0, HEADLINE_WORDS).join(' ');
  const title = JSON.stringify(words.replace(/\p{P}+$/u, ''));
  const url = `https://outlet-${number}.example/report-${number}`;
  const front = `title: ${title}\npublisher: Outlet ${number}\ndate: 2031-03-14\nurl: ${url}`;
  return `---\n${front}\n---\n\n${paragraphs.join('\n\n')}\n`;
}
