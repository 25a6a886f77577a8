import type { Report } from '../../src/types.ts';

type Texts = readonly string[];

/** A way in which newsrooms change a text that they take over: its paragraphs before → after. */
interface Rewriting {
  readonly name: string;
  readonly of: (paragraphs: Texts) => Texts;
}

/** Ways that are tried, mild ones first. Each gives the same on every run. */
export const REWRITINGS: readonly Rewriting[] = [
  { name: 'headline changed', of: (texts) => ['What the newsroom made of it', ...texts.slice(1)] },
  {
    name: 'dateline of an agency',
    of: ([first = '', ...rest]) => [`TOLVA (TW) - ${first}`, ...rest],
  },
  { name: 'spelling of the other side', of: (texts) => texts.map(respelled) },
  { name: 'first half', of: (texts) => firstWords(texts, 0.5) },
  { name: 'first quarter', of: (texts) => firstWords(texts, 0.25) },
  { name: 'sentences in another order', of: (texts) => sentences(texts).reverse() },
  {
    name: 'every third sentence dropped',
    of: (texts) => sentences(texts).filter((_, at) => at % 3 !== 2),
  },
  {
    name: 'every second sentence edited',
    of: (texts) => sentences(texts).map((text, at) => (at % 2 ? edited(text, 4) : text)),
  },
  { name: 'a word in 12 replaced', of: (texts) => texts.map((text) => edited(text, 12)) },
  { name: 'a word in 8 replaced', of: (texts) => texts.map((text) => edited(text, 8)) },
  { name: 'a word in 6 replaced', of: (texts) => texts.map((text) => edited(text, 6)) },
  {
    name: 'half, reordered, every second sentence edited',
    of: (texts) =>
      sentences(firstWords(texts, 0.5))
        .map((text, at) => (at % 2 ? edited(text, 4) : text))
        .reverse(),
  },
  {
    name: 'half, as much of its own added',
    of: (texts) => [...firstWords(texts, 0.5), ...texts.map((text) => edited(text, 2))],
  },
];

/** A report with the rewriting done to its text. */
export function rewritten(report: Report, { of }: Rewriting): Pick<Report, 'id' | 'blocks'> {
  const texts = of(report.blocks.map(({ content }) => content.text));
  return {
    id: `${report.id}-rewritten`,
    blocks: texts.map((text) => ({ kind: 'paragraph', content: { text, runs: [] } })),
  };
}

const sentences = (texts: Texts): string[] =>
  texts.flatMap((text) => text.split(/(?<=[.!?]) (?=\p{Lu})/u));

/** The first words of a text, up to a share of all. */
function firstWords(texts: Texts, share: number): Texts {
  let left = Math.ceil(texts.join(' ').split(' ').length * share);
  return texts.flatMap((text) => {
    const kept = text.split(' ').slice(0, Math.max(0, left));
    left -= kept.length;
    return kept.length > 0 ? [kept.join(' ')] : [];
  });
}

/** A text in which every so many-th word outside of quotations is another one. */
function edited(text: string, every: number): string {
  let count = 0;
  return text
    .split(/(“[^“”]*”?)/u)
    .map((part, index) =>
      index % 2
        ? part
        : part.replace(/[\p{L}’]+/gu, (word) => (++count % every === 0 ? `un${word}` : word)),
    )
    .join('');
}

const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/(?<=\p{L}{2})ize(d|s)?\b/gu, 'ise$1'],
  [/(?<=\p{L}{2})or(s|ed)?\b/gu, 'our$1'],
  [/(?<=\p{L}{2})ter\b/gu, 'tre'],
  [/ percent\b/gu, ' per cent'],
  [/\bprogram\b/gu, 'programme'],
  [/\b(Mr|Mrs|Dr|U|S|N)\./gu, '$1'],
];

const respelled = (text: string): string =>
  SPELLINGS.reduce((done, [from, to]) => done.replace(from, to), text);
