import { Parser } from 'htmlparser2';

/** What forbids building the tree of a page: it would take more time or memory than any report. */
export interface Excess {
  readonly found: string;
  readonly expected: string;
  /** Where the limit was passed, in UTF-16 code units. */
  readonly at: number;
}

/** Chrome nests no deeper. */
const MAX_DEPTH = 512;
/** The longest pages of encyclopedias have half as many. */
const MAX_TAGS = 60_000;
/** The parser compares each attribute of an element with those before it. */
const MAX_ATTRIBUTES = 1000;
/**
 * The parser opens formatting elements that were not closed anew in every later paragraph: so many
 * elements it may make of those in the file, all in all.
 */
const MAX_REOPENED = 500_000;

/** Elements that are opened anew (HTML, "the list of active formatting elements"). */
const FORMATTING = new Set('a b big code em font i nobr s small strike strong tt u'.split(' '));

/**
 * Look for what would make a page's tree grow out of all proportion, in one pass over its tags.
 *
 * @returns The first such thing; nothing where the tree may be built.
 */
export function excessOf(source: string): Excess | null {
  let excess: Excess | null = null;
  let [depth, tags, attributes, formatting, reopened] = [0, 0, 0, 0, 0];
  const limit = (count: number, max: number, found: string, expected: string) => {
    if (count <= max || excess) return;
    excess = { found, expected: `at most ${max} ${expected}`, at: parser.startIndex };
    parser.pause();
  };
  const parser: Parser = new Parser({
    onopentagname(name) {
      attributes = 0;
      if (FORMATTING.has(name)) formatting++;
      else reopened += formatting;
      limit(++depth, MAX_DEPTH, 'elements in elements', 'of them in one another');
      limit(++tags, MAX_TAGS, 'number of elements', 'elements');
      limit(reopened, MAX_REOPENED, 'formatting that is not closed', 'elements made of it');
    },
    onattribute() {
      limit(++attributes, MAX_ATTRIBUTES, 'number of attributes', 'of one element');
    },
    onclosetag(name) {
      depth--;
      if (FORMATTING.has(name)) formatting--;
    },
  });
  parser.write(source);
  parser.end();
  return excess;
}
