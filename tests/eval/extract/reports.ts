import { parseConfig } from '../../../src/config/index.ts';
import { quotationsOf } from '../../../src/extract/quotations.ts';
import { type Relation, relationsOfBlock } from '../../../src/extract/relations.ts';
import { sentencesOf } from '../../../src/extract/sentences.ts';
import { tokenize } from '../../../src/extract/tokens.ts';
import { sourceSpan } from '../../../src/mapped-text.ts';
import { normalize } from '../../../src/normalize/index.ts';
import { read } from '../../../src/read/index.ts';
import type { Report, Span } from '../../../src/types.ts';
import { documentOf } from '../../support.ts';

/** Read texts, by the names of their files, up to their normalized blocks. */
export function reportsOf(files: Readonly<Record<string, string>>): readonly Report[] {
  const documents = Object.entries(files).map(([name, text]) => documentOf(name, text));
  return read(documents, parseConfig('', 'briefing.yaml'), 'reports').reports.map(normalize);
}

/**
 * Find all that a report hands on from others, nested or not.
 *
 * @returns In order; spans are into the report's file.
 */
export function relationsOfReport({ blocks }: Report): readonly Relation[] {
  return blocks.flatMap(({ content }) => {
    const inFile = ({ start, end }: Span) => sourceSpan(content, start, end);
    const sentences = sentencesOf(content.text, tokenize).map(({ tokens }) => tokens);
    return relationsOfBlock(sentences, quotationsOf(content.text)).map((relation) => ({
      ...relation,
      cue: inFile(relation.cue),
      source: relation.source && inFile(relation.source),
      content: relation.content.map(inFile),
    }));
  });
}
