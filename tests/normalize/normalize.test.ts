import { describe, expect, test } from 'vitest';
import { fold } from '../../src/characters.ts';
import { concat, fromSource, sourceSpan } from '../../src/mapped-text.ts';
import { normalize } from '../../src/normalize/index.ts';
import type { Block, BlockKind, Report } from '../../src/types.ts';
import { NO_METADATA } from '../support.ts';

type Draft = readonly (string | readonly [BlockKind, string])[];

/** A report whose file holds the blocks, a line between them. */
function reportOf(...draft: Draft): { report: Report; source: string } {
  const parts = draft.map((part) =>
    typeof part === 'string' ? (['paragraph', part] as const) : part,
  );
  const source = parts.map(([, text]) => text).join('\n\n');
  let at = 0;
  const blocks = parts.map(([kind, text]): Block => {
    const content = fromSource(source, at, at + text.length);
    at += text.length + 2;
    return { kind, content };
  });
  return { report: plain(source, blocks), source };
}

const plain = (source: string, blocks: readonly Block[]): Report => ({
  id: 'a',
  number: 1,
  file: 'a.txt',
  sha256: '',
  length: source.length,
  encoding: 'utf-8',
  part: null,
  metadata: NO_METADATA,
  notes: [],
  blocks,
  leftOut: [],
  wide: [],
  textSpans: [],
});

const kept = (...draft: Draft) =>
  normalize(reportOf(...draft).report).blocks.map(({ content }) => content.text);

const dropped = (...draft: Draft) =>
  normalize(reportOf(...draft).report).leftOut.map(({ reason, text }) => [reason, text]);

const FIRST = 'The bridge was closed on Monday after an inspection.';
const LAST = 'Engineers expect to open it again in May.';

describe('what is left out', () => {
  const full: Draft = [
    ['headline', 'Bridge shut'],
    ['dateline', 'March 12, 2031'],
    'By Ann Field',
    FIRST,
    ['heading', 'Cracks'],
    'The old bridge in April. (Bob Sample/AP)',
    'Inspectors found cracks in two of its pillars.',
    '* * *',
    'Sign up for our morning newsletter.',
    FIRST,
    ['code', 'let a = 1;'],
    ['markup', '<div>'],
    LAST,
  ];

  test('is what is not part of what the report says', () => {
    expect(kept(...full)).toEqual([
      'Bridge shut',
      FIRST,
      'Inspectors found cracks in two of its pillars.',
      LAST,
    ]);
  });

  test('stands in the ledger, in order, with its reason and place', () => {
    const { report, source } = reportOf(...full);
    const { leftOut } = normalize(report);
    expect(leftOut.map(({ reason }) => reason)).toEqual([
      'dateline',
      'credit',
      'heading',
      'caption',
      'no-words',
      'promotion',
      'duplicate',
      'markup',
      'markup',
    ]);
    for (const { report: id, start, end, text } of leftOut) {
      expect(id).toBe('a');
      expect(source.slice(start, end)).toBe(text);
    }
    const duplicate = leftOut.find(({ reason }) => reason === 'duplicate');
    expect(duplicate?.start).toBe(source.lastIndexOf(FIRST));
  });

  test('and what is kept are together the whole report', () => {
    const { report, source } = reportOf(...full);
    const { blocks, leftOut } = normalize(report);
    const spans = [
      ...leftOut,
      ...blocks.map(({ content }) => sourceSpan(content, 0, content.text.length)),
    ].sort((a, b) => a.start - b.start);
    expect(spans.map(({ start, end }) => source.slice(start, end)).join('\n\n')).toBe(source);
  });

  test('joins what was left out before', () => {
    const { report } = reportOf(FIRST, '* * *');
    const before = { report: 'a', start: 90, end: 95, reason: 'credit', text: 'x' } as const;
    const { leftOut } = normalize({ ...report, leftOut: [before] });
    expect(leftOut.map(({ reason }) => reason)).toEqual(['credit', 'no-words']);
  });

  test('has normalized text, and the span of the file’s own', () => {
    const { report, source } = reportOf(FIRST, 'READ\u{a0}MORE: "Ferry"  prices--rise');
    const [first] = normalize(report).leftOut;
    expect(first?.text).toBe('READ MORE: “Ferry” prices—rise');
    expect(source.slice(first?.start, first?.end)).toBe('READ\u{a0}MORE: "Ferry"  prices--rise');
  });

  test('spans the mark-up inside it', () => {
    const source = 'By **Ann Field**';
    const content = concat([fromSource(source, 0, 3), fromSource(source, 5, 14)]);
    const { leftOut } = normalize(plain(source, [{ kind: 'paragraph', content }]));
    expect(leftOut).toEqual([
      { report: 'a', reason: 'credit', text: 'By Ann Field', start: 0, end: 14 },
    ]);
  });
});

describe('a block is left out for what it is', () => {
  test.each<[BlockKind, string]>([
    ['heading', 'heading'],
    ['dateline', 'dateline'],
    ['code', 'markup'],
    ['markup', 'markup'],
    ['byline', 'credit'],
    ['caption', 'caption'],
    ['embed', 'embed'],
    ['promotion', 'promotion'],
    ['furniture', 'furniture'],
  ])('%s', (kind, reason) => {
    expect(dropped(FIRST, [kind, LAST])).toEqual([[reason, LAST]]);
  });

  test('before it is left out for what it says', () => {
    expect(dropped(FIRST, ['heading', 'READ MORE: Ferry prices'], LAST)).toEqual([
      ['heading', 'READ MORE: Ferry prices'],
    ]);
  });

  test.each<BlockKind>(['headline', 'paragraph'])('never a %s', (kind) => {
    expect(dropped([kind, FIRST], LAST)).toEqual([]);
  });
});

describe('the page around a report', () => {
  test('is left out whatever it says, and tells nothing about what stands beside it', () => {
    const draft: Draft = [
      ['furniture', 'Most read:'],
      'The ferry runs again',
      ['furniture', FIRST],
      FIRST,
      ['furniture', 'Correction: An earlier version of this article was wrong.'],
      ['furniture', 'HARLOW (Reuters) — Ferry prices rise'],
      LAST,
    ];
    expect(kept(...draft)).toEqual(['The ferry runs again', FIRST, LAST]);
    expect(dropped(...draft).map(([reason]) => reason)).toEqual(Array(4).fill('furniture'));
    const { notes, metadata } = normalize(reportOf(...draft).report);
    expect(notes).toEqual([]);
    expect(metadata).toEqual(NO_METADATA);
  });
});

describe('the head of a report', () => {
  const draft: Draft = [
    ['headline', 'Bridge shut'],
    `UPDATE 2: HARLOW, March 3, 2031 (AP) - ${FIRST}`,
    LAST,
  ];

  test('leaves the text, each part of it with its reason and place', () => {
    const { report, source } = reportOf(...draft);
    const { blocks, leftOut } = normalize(report);
    expect(blocks.map(({ content }) => content.text)).toEqual(['Bridge shut', FIRST, LAST]);
    expect(leftOut.map(({ reason }) => reason)).toEqual(['note', 'dateline']);
    expect(leftOut.map(({ start, end }) => source.slice(start, end))).toEqual([
      'UPDATE 2:',
      'HARLOW, March 3, 2031 (AP) -',
    ]);
    const [, first] = blocks;
    expect(first && sourceSpan(first.content, 0, FIRST.length).start).toBe(source.indexOf(FIRST));
  });

  test('says where, when and whose the report is', () => {
    const because = 'the dateline “HARLOW, March 3, 2031 (AP) –”';
    const stated = (value: string) => ({ value, basis: 'stated', because });
    expect(normalize(reportOf(...draft).report).metadata).toEqual({
      ...NO_METADATA,
      place: stated('HARLOW'),
      agency: stated('AP'),
      published: stated('2031-03-03'),
    });
  });

  test('says nothing where something else did', () => {
    const known = { value: '2031-03-04', basis: 'stated', because: 'front matter' } as const;
    const { report } = reportOf(...draft);
    const { metadata } = normalize({ ...report, metadata: { ...NO_METADATA, published: known } });
    expect(metadata.published).toEqual(known);
    expect(metadata.agency.value).toBe('AP');
  });

  test('is cut off no headline', () => {
    expect(kept(['headline', 'HARLOW (AP) — Bridge shut'], LAST)).toEqual([
      'HARLOW (AP) — Bridge shut',
      LAST,
    ]);
  });

  test('is left out as a whole where nothing follows in its line', () => {
    expect(kept('HARLOW, Ill. (AP) _', FIRST)).toEqual([FIRST]);
    expect(dropped('HARLOW, Ill. (AP) _', FIRST)).toEqual([['dateline', 'HARLOW, Ill. (AP) _']]);
  });
});

describe('what a page says of its day', () => {
  const metadataOf = (...draft: Draft) => normalize(reportOf(...draft).report).metadata;

  test('is read where it runs on between two sentences, which stay apart', () => {
    const stamp =
      'PUBLISHED: MONDAY, MARCH 3,2031,10:34 PM UPDATED: TUESDAY, MARCH 4,2031,9: 36 AM';
    const running = `${FIRST} ${stamp} ${LAST}`;
    expect(kept(running)).toEqual([FIRST, LAST]);
    expect(dropped(running)).toEqual([['dateline', stamp]]);
    const { published, updated } = metadataOf(running);
    expect([published.value, updated.value]).toEqual(['2031-03-03', '2031-03-04']);
  });

  test('is read from the first line that says it, and only near the head', () => {
    const first = ['Posted March 3, 2031', 'Posted March 5, 2031', FIRST];
    expect(metadataOf(...first).published.value).toBe('2031-03-03');
    const far = [...Array.from({ length: 6 }, () => FIRST), 'Posted March 5, 2031'];
    expect(metadataOf(...far).published.value).toBeNull();
  });

  test('is worked out from the address where nothing else tells it', () => {
    const { report } = reportOf(FIRST, LAST);
    const url = {
      value: 'https://courier.example/2031/03/12/bridge',
      basis: 'stated',
      because: 'briefing.yaml',
    } as const;
    const metadata = { ...NO_METADATA, url };
    expect(normalize({ ...report, metadata }).metadata.published).toEqual({
      value: '2031-03-12',
      basis: 'inferred',
      because: 'date in its address',
    });
  });
});

describe('notes', () => {
  const notes = (...draft: Draft) => normalize(reportOf(...draft).report).notes;

  test('are what a report says about its own text', () => {
    expect(
      notes(
        FIRST,
        '(Updates with comments of the mayor)',
        LAST,
        'Correction: The bridge is 80 meters long, not 90.',
        'Editor’s note: Ann Field owns the ferry.',
      ),
    ).toEqual([
      { kind: 'update', text: '(Updates with comments of the mayor)' },
      { kind: 'correction', text: 'Correction: The bridge is 80 meters long, not 90.' },
      { kind: 'editor', text: 'Editor’s note: Ann Field owns the ferry.' },
    ]);
  });

  test('join their heading', () => {
    expect(
      notes(FIRST, LAST, 'Corrections & Clarifications', 'An earlier version was wrong.'),
    ).toEqual([
      { kind: 'correction', text: 'Corrections & Clarifications An earlier version was wrong.' },
    ]);
  });

  test('join those that the report had', () => {
    const { report } = reportOf(FIRST, 'This story has been updated.');
    const before = { kind: 'editor', text: 'x' } as const;
    expect(normalize({ ...report, notes: [before] }).notes).toEqual([
      before,
      { kind: 'update', text: 'This story has been updated.' },
    ]);
  });
});

describe('what stands with a picture', () => {
  test.each([
    ['Photo: Ann Field', 'caption'],
    ['PHOTO: Ann Field/Example Press', 'caption'],
    ['Picture: the old bridge in April', 'caption'],
    ['Photo by Ann Field', 'caption'],
    ['Photos: Ten ways to cross a river', 'promotion'],
    ['Video: How the ferry is run', 'promotion'],
    ['Gallery | The bridge in pictures', 'promotion'],
  ])('%j is left out as %s', (text, reason) => {
    expect(dropped(FIRST, text, LAST)).toEqual([[reason, text]]);
  });
});

describe('a headline is never left out', () => {
  test.each([
    'READ MORE: Ferry prices rise',
    'By Ann Field',
    'Photo: the old bridge',
    'Cracks in two pillars',
    '* * *',
    'Sign up for our morning newsletter.',
    FIRST,
  ])('%j', (headline) => {
    const texts = kept(FIRST, ['headline', headline], 'Nobody was told before Monday, she said.');
    expect(texts).toContain(headline);
    expect(texts.filter((text) => text === headline)).toHaveLength(headline === FIRST ? 2 : 1);
  });
});

describe('characters', () => {
  test('are brought into one form, each traceable to the file', () => {
    const before = '"It\'s  the\u{ad} Cafe\u{301}--shut," he\u{a0}said.';
    const { report, source } = reportOf(before);
    const content = normalize(report).blocks[0]?.content;
    expect(content?.text).toBe('“It’s the Café—shut,” he said.');
    for (const [index, run] of (content?.runs ?? []).entries()) {
      const to = content?.runs[index + 1]?.at;
      const original = source.slice(run.start, run.end);
      expect(fold(original)).toBe(fold(content?.text.slice(run.at, to) ?? ''));
    }
  });

  test('a block of invisible ones alone is none', () => {
    const { blocks, leftOut } = normalize(reportOf(FIRST, '\u{200b}\u{feff}', ' \u{a0} ').report);
    expect(blocks).toHaveLength(1);
    expect(leftOut).toEqual([]);
  });

  test('kinds of marks do not hide a repetition', () => {
    const repeated = dropped('He called it "safe" - twice.', LAST, 'He called it “safe” — twice.');
    expect(repeated).toEqual([['duplicate', 'He called it “safe” — twice.']]);
  });

  test('the rest of the report is as it was', () => {
    const { report } = reportOf(FIRST, LAST);
    const { blocks, leftOut, ...rest } = normalize(report);
    expect({ ...rest, blocks, leftOut }).toEqual(report);
    expect(blocks).toEqual(report.blocks);
    expect(leftOut).toEqual([]);
  });
});
