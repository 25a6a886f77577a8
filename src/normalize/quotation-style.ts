import { closingMark } from '../language/closing-mark.ts';
import { replace } from '../mapped-text.ts';
import type { Block, Span } from '../types.ts';
import type { StyleRule } from './rules.ts';

export const quotationStyle: StyleRule = {
  id: 'quotation-style',
  because:
    'British outlets put speech between single marks and speech within it between double ones, and headlines everywhere have single marks; one style lets quotations be found and compared.',
  apply,
  examples: [
    {
      blocks: ['‘It is shut,’ the mayor said. ‘Nobody may cross.’'],
      left: ['“It is shut,” the mayor said. “Nobody may cross.”'],
    },
    {
      blocks: ['‘She told us “go home” and left,’ he said of the workers’ meeting.'],
      left: ['“She told us ‘go home’ and left,” he said of the workers’ meeting.'],
    },
    {
      blocks: ['‘The workers’ union isn’t in the ’90s,’ he said.', 'It is a ‘bad sign’ for them.'],
      left: ['“The workers’ union isn’t in the ’90s,” he said.', 'It is a “bad sign” for them.'],
    },
    {
      blocks: ['He said: ‘It was late.', '‘Nobody came.’', 'The workers’ hut burned.'],
      left: ['He said: “It was late.', '“Nobody came.”', 'The workers’ hut burned.'],
    },
    {
      blocks: ['‘We are goin’ home,’ he said, and that the ‘workers’ were paid.'],
      left: ['“We are goin’ home,” he said, and that the “workers” were paid.'],
    },
    {
      headline: '‘There ’ s nobody here’: Bridge shut',
      blocks: ['Nobody came.'],
      left: ['“There ’ s nobody here”: Bridge shut', 'Nobody came.'],
    },
    // Here double marks hold what is said, and single ones a word that somebody else would use.
    {
      blocks: ['“It is shut,” she said. “Nobody came.”', 'A so-called ‘safe’ bridge.'],
      left: ['“It is shut,” she said. “Nobody came.”', 'A so-called ‘safe’ bridge.'],
    },
    {
      blocks: ['“He told us, ‘Go home,’ and left,” she said.'],
      left: ['“He told us, ‘Go home,’ and left,” she said.'],
    },
    { blocks: ['The officials’ view of the ’90s.'], left: ['The officials’ view of the ’90s.'] },
    {
      headline: 'Bridge ‘was never safe’, says mayor',
      blocks: ['“It is shut,” she said.'],
      left: ['Bridge “was never safe”, says mayor', '“It is shut,” she said.'],
    },
    {
      headline: 'Mayors’ bridge shut',
      blocks: ['It is ‘old’.'],
      left: ['Mayors’ bridge shut', 'It is ‘old’.'],
    },
  ],
};

/** A quotation that stands in no other one, by the places of its marks. */
interface Pair {
  readonly open: number;
  /** Place of the closing mark; null where the block ends before it. */
  readonly close: number | null;
  readonly single: boolean;
}

/** As many times oftener as others a report must use single marks for speech: slips are no style. */
const CLEAR = 4;

function apply(blocks: readonly Block[]): readonly Block[] {
  const read = blocks.map(({ content }) => pairsOf(content.text));
  const speech = blocks.flatMap(({ kind, content }, index) =>
    kind === 'paragraph' ? (read[index] ?? []).filter((pair) => isSpeech(content.text, pair)) : [],
  );
  const singles = speech.filter(({ single }) => single).length;
  const isSingle = singles > 0 && singles >= CLEAR * (speech.length - singles);
  return blocks.map((block, index) => {
    const own = read[index] ?? [];
    const turns = isSingle || (block.kind === 'headline' && own.every(({ single }) => single));
    const next = blocks[index + 1]?.content.text ?? '';
    return turns
      ? turned(
          block,
          own.filter(({ single }) => single),
          next,
        )
      : block;
  });
}

/** From so many words on, what stands between marks is speech, however it ends. */
const SPEECH_WORDS = 6;

function isSpeech(text: string, { open, close }: Pair): boolean {
  if (close === null) return false;
  const inner = text.slice(open + 1, close);
  return /[.,!?…]$/u.test(inner) || inner.split(' ').length >= SPEECH_WORDS;
}

/** A block whose single marks of quotations are double ones, and the other way round inside them. */
function turned(block: Block, pairs: readonly Pair[], next: string): Block {
  const isWhole = ({ close }: Pair) => close !== null || next.startsWith('‘');
  const spans = pairs
    .filter(isWhole)
    .map(({ open, close }): Span => ({ start: open, end: close ?? block.content.text.length }));
  const marks = new Map(
    spans.flatMap(({ start, end }) => [[start, '“'] as const, [end, '”'] as const]),
  );
  let at = 0;
  const content = replace(block.content, /[‘’“”]/gu, ({ 0: mark, index = 0 }) => {
    while ((spans[at]?.end ?? index) < index) at++;
    const isInside = index > (spans[at]?.start ?? index);
    return marks.get(index) ?? (isInside ? (NESTED[mark] ?? mark) : mark);
  });
  return { ...block, content };
}

const NESTED: Readonly<Record<string, string>> = { '“': '‘', '”': '’' };

/** The quotations of a text that stand in no other one, in order. */
function pairsOf(text: string): readonly Pair[] {
  const found: Pair[] = [];
  let from = 0;
  for (const { 0: mark, index } of text.matchAll(/[‘“]/gu)) {
    if (index < from) continue;
    const single = mark === '‘';
    const close = single ? closingMark(text, index) : text.indexOf('”', index);
    const ends = close >= 0;
    // A single mark that is never closed may be an apostrophe: what follows stands by itself.
    from = ends ? close + 1 : single ? index + 1 : text.length;
    found.push({ open: index, close: ends ? close : null, single });
  }
  return found;
}
