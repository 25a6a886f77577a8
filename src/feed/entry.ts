import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { extentOf, groupsTree } from '../changes/index.ts';
import { sha256 } from '../sha256.ts';
import { countsOf, type ToldGroup, toldChanges } from '../told-changes.ts';
import type { Changes, EditionRecord } from '../types.ts';
import { uuidFrom } from '../uuid.ts';
import { inXml } from '../xml.ts';

/** An edition, and what is new in it. */
export interface FeedEdition {
  readonly record: EditionRecord;
  /** Null for the first, and where the one before it is not at hand. */
  readonly changes: Changes | null;
  /** Its page, within the folder that is published: `editions/0003/index.html`; null where it has none. */
  readonly page: string | null;
}

/** What a feed says of an edition. */
export interface FeedEntry {
  /** A URN that is never another one: editions do not change. */
  readonly id: string;
  readonly title: string;
  /** ISO 8601. */
  readonly updated: string;
  /** What is new, in one line. */
  readonly summary: string;
  /** What is new, as the body of a page. */
  readonly html: string;
  /** Its page, within the folder that is published; null where it has none. */
  readonly page: string | null;
}

/** Groups that only say how the program put things together: no reader of a feed is called for them. */
const QUIET: ReadonlySet<ToldGroup['kind']> = new Set(['wordings', 'regrouped']);

export function entryOf({ record, changes, page }: FeedEdition): FeedEntry {
  const { number, made, title } = record;
  const groups = changes ? toldIn(record, changes) : [];
  const extent = extentOf(record);
  const summary = changes ? countsOf(groups) : extent;
  return {
    id: idOf(record),
    title: inXml(`${title} (edition ${number}: ${summary})`),
    updated: made,
    summary,
    html: htmlOf([
      h(
        'p',
        changes
          ? `Against edition ${changes.since.number}: ${summary}. ${extent} now.`
          : `${extent}.`,
      ),
      ...(changes ? groupsTree(groups, { rank: 'h3', styled: false }) : bottomLine(record)),
    ]),
    page,
  };
}

/** All that is recorded of it is in its name: another briefing's edition of that number has another. */
const idOf = (record: EditionRecord): string =>
  uuidFrom(sha256(`edition\n${JSON.stringify(record)}`));

/** What is new, with reports by their outlets, which who reads the feed knows. */
function toldIn({ reports }: EditionRecord, changes: Changes): readonly ToldGroup[] {
  const outlets = new Map(reports.map(({ file, outlet }) => [file, outlet]));
  const nameOf = (file: string) => outlets.get(file) ?? file;
  return toldChanges(changes, { nameOf }).filter(({ kind }) => !QUIET.has(kind));
}

function bottomLine({ bottomLine: ids, facts }: EditionRecord): readonly ElementContent[] {
  const statements = ids.flatMap((id) => facts.find((fact) => fact.id === id)?.statement ?? []);
  if (statements.length === 0) return [];
  return [
    h('h3', 'Bottom line'),
    h(
      'ul',
      statements.map((statement) => h('li', statement)),
    ),
  ];
}

/** As HTML. What XML cannot hold is left out: a reader would refuse the whole feed for one such character. */
const htmlOf = (children: readonly ElementContent[]): string =>
  inXml(
    unified()
      .use(rehypeStringify)
      .stringify(h(null, [...children])),
  );
