import type { ElementContent, Nodes, Root, RootContent } from 'hast';
import { h } from 'hastscript';
import rehypeParse from 'rehype-parse';
import rehypeSanitize, { type Options } from 'rehype-sanitize';
import { unified } from 'unified';
import { bibtexOf } from './bibtex.ts';
import { inPlain } from './characters.ts';
import { CITATION_LOCALES } from './citation-styles.ts';
import { type CslItem, cslItem, inferredIn, isBare } from './csl.ts';
import { fullDate } from './dates.ts';
import { labelOf } from './labels.ts';
import { textOf } from './trees.ts';
import type { Citing, Locale, Report } from './types.ts';

/** A report as it is cited. */
export interface Citation {
  /** The entry in the style of the briefing. */
  readonly tree: readonly ElementContent[];
  /** The same without mark-up. */
  readonly text: string;
  readonly csl: CslItem;
  readonly bibtex: string;
}

/** A report's id → how it is cited. */
export type Citations = ReadonlyMap<string, Citation>;

/** A file of the folder of templates → its text. */
type Templates = ReadonlyMap<string, string>;

/**
 * Cite reports, each by itself: as a first note where the style is one of notes, else as an entry
 * of its bibliography.
 *
 * @throws Error when the style is none.
 */
export async function cite(
  reports: readonly Report[],
  citing: Citing,
  templates: Templates,
): Promise<Citations> {
  const items = reports.map((report) => [report, cslItem(report)] as const);
  const format = await formatter(
    items.map(([, item]) => item),
    citing,
    templates,
  );
  return new Map(
    items.map(([report, csl]): [string, Citation] => {
      const tree = isBare(csl) ? bareEntry(report, citing.house) : format(csl.id);
      return [
        report.id,
        { tree, text: entryText(report, tree, isBare(csl)), csl, bibtex: bibtexOf(csl) },
      ];
    }),
  );
}

/**
 * An entry alone, for who copies it: with what the page says beside it of its fields. A report of
 * which nothing is known is found again by its file alone.
 */
const entryText = (
  { metadata, file }: Report,
  tree: readonly ElementContent[],
  bare: boolean,
): string =>
  [
    textOf(tree).trim(),
    ...(bare ? [`File ${inPlain(file)}.`] : []),
    ...inferredIn(metadata).map(({ name }) => `${name} inferred.`),
  ].join(' ');

/** What no style has a form for: a report of which nothing but perhaps its date is known. */
export function bareEntry(report: Report, locale: Locale): readonly ElementContent[] {
  const { value } = report.metadata.published;
  const label = h('b', labelOf(report));
  const dot = { type: 'text', value: '.' } as const;
  if (!value) return [label, dot];
  return [
    label,
    { type: 'text', value: ', ' },
    h('time', { dateTime: value }, fullDate(value, locale)),
    dot,
  ];
}

/**
 * Make the function that formats an item by its id. The processor is loaded on first use: a build
 * of data alone does not pay for it.
 */
async function formatter(
  items: readonly CslItem[],
  citing: Citing,
  templates: Templates,
): Promise<(id: string) => readonly ElementContent[]> {
  const { default: citeproc } = await import('citeproc');
  const byId = new Map(items.map((item) => [item.id, shielded(item)]));
  const style = citing.source ?? fileOf(templates, `${citing.style}.csl`);
  const engine = new citeproc.Engine(
    {
      retrieveLocale: localesOf(citing, style, templates),
      retrieveItem: (id) => byId.get(id) ?? {},
    },
    style,
    citing.locale ?? (citing.house === 'en-US' ? citing.house : HOUSE_LOCALE),
    citing.locale !== null,
  );
  engine.opt.development_extensions.wrap_url_and_doi = true;
  engine.setOutputFormat('html');
  return (id) => {
    // One at a time: what styles do to an author's second work, or to a list, is not for ours.
    engine.updateItems([id]);
    const list = engine.opt.xclass === 'in-text' && engine.makeBibliography();
    const entry = list ? list[1][0] : undefined;
    const note = { citationItems: [{ id }], properties: { noteIndex: 1 } };
    return treeOf(entry ?? engine.previewCitationCluster(note, [], [], 'html'));
  };
}

// ---------------------------------------------------------------------------------------------
// Locales

/** Where neither editor nor style names a locale, and the page is not American: dates as on it. */
const HOUSE_LOCALE = 'en-GB';

/** Give locales by their tags. The house locale has the quotation marks of the rest of the page. */
function localesOf({ locale }: Citing, style: string, templates: Templates) {
  const isHouse = locale === null && !/<style\b[^>]*\sdefault-locale=/u.test(style);
  return (tag: string): string => {
    const known = CITATION_LOCALES.find((name) => name === tag) ?? HOUSE_LOCALE;
    const text = fileOf(templates, `locales-${known}.xml`);
    return isHouse && known === HOUSE_LOCALE ? withDoubleMarks(text) : text;
  };
}

/** Change the places of single and double quotation marks. */
const withDoubleMarks = (locale: string): string =>
  locale.replace(
    /(?<=<term name="(?:open|close)-(?:inner-)?quote">)[‘’“”](?=<)/gu,
    (mark) => ({ '‘': '“', '’': '”', '“': '‘', '”': '’' })[mark] ?? mark,
  );

function fileOf(templates: Templates, name: string): string {
  const text = templates.get(`citations/${name}`);
  if (text === undefined) throw new Error(`templates/citations/${name} is missing`);
  return text;
}

// ---------------------------------------------------------------------------------------------
// Mark-up

/** What a style may do to words. */
const ENTRY_SCHEMA: Options = {
  tagNames: ['a', 'b', 'em', 'i', 'strong', 'sub', 'sup'],
  attributes: { a: ['href'] },
  protocols: { href: ['http', 'https'] },
  strip: ['script', 'style'],
};

/** What the processor wrote, as a tree that holds nothing but words, links and type. */
function treeOf(html: string): readonly ElementContent[] {
  const parsed = unified().use(rehypeParse, { fragment: true }).parse(html.replace(/\s+/gu, ' '));
  const kept = unified().use(rehypeSanitize, ENTRY_SCHEMA).runSync(withoutNumber(parsed));
  return kept.children.flatMap(restored);
}

/** The tree without the number that a style puts before an entry: ours stands there. */
const withoutNumber = (root: Root): Root => ({
  ...root,
  children: root.children.map((child) =>
    child.type === 'element'
      ? { ...child, children: child.children.filter((part) => !isNumber(part)) }
      : child,
  ),
});

const isNumber = (node: Nodes): boolean =>
  node.type === 'element' && [node.properties['className']].flat().includes('csl-left-margin');

/**
 * An item whose words come out as they stand. Titles in CSL-JSON may hold tags, which the processor
 * honors: it never sees the brackets of those of reports. Nor may a style raise the letters of
 * headlines, which it does in English alone: what is a name there, no program can tell.
 */
const shielded = ({ note: _, ...item }: CslItem): object => ({
  ...JSON.parse(JSON.stringify(item).replaceAll('<', LESS).replaceAll('>', GREATER)),
  language: 'und',
});

function restored(node: RootContent): ElementContent[] {
  if (node.type === 'element') return [{ ...node, children: node.children.flatMap(restored) }];
  if (node.type !== 'text') return [];
  return [{ type: 'text', value: node.value.replaceAll(LESS, '<').replaceAll(GREATER, '>') }];
}

/** Characters of private use, which no font shows. */
const LESS = '\u{e010}';
const GREATER = '\u{e011}';
