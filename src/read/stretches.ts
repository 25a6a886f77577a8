import type { Stretch } from '../documents/index.ts';
import { fromSource } from '../mapped-text.ts';
import { publicationDate } from '../publication-date.ts';
import type { Block } from '../types.ts';
import type { Reading } from './reading.ts';

/** Date and byline stand among the first paragraphs. */
const HEAD = 6;

/**
 * Read a text that a layout was taken apart into: the stretches are its blocks. The first line
 * near the head that says nothing but a date is that of the publication.
 */
export function readStretches(source: string, stretches: readonly Stretch[]): Reading {
  const textOf = ({ start, end }: Stretch) => source.slice(start, end);
  const dates = stretches.map((stretch, index) =>
    index < HEAD && stretch.kind !== 'furniture' ? publicationDate(textOf(stretch)) : undefined,
  );
  const blocks = stretches.map(
    ({ kind, start, end }, index): Block => ({
      kind: dates[index] ? 'dateline' : kind,
      content: fromSource(source, start, end),
    }),
  );
  const headline = blocks.find(({ kind }) => kind === 'headline');
  const published = dates.find((date) => date !== undefined);
  return {
    blocks,
    headline: headline
      ? {
          value: headline.content.text.replace(/\s+/gu, ' '),
          basis: 'inferred',
          because: 'the largest type of the first page',
        }
      : null,
    published: published
      ? { value: published, basis: 'stated', because: 'a line at the head' }
      : null,
    frontMatter: null,
  };
}
