import Handlebars from 'handlebars';

/** What templates may ask for by name beside `if`, `unless`, `each`, `with`, `lookup`. */
export const HELPERS: Readonly<Record<string, Handlebars.HelperDelegate>> = {
  /** A fact by its id, or the beginning of that. */
  factOf: (id: unknown, { data, loc }: Handlebars.HelperOptions & Located) =>
    only(rootOf(data).all.facts, (row) => String(row['id']).startsWith(String(id)), {
      what: `fact "${id}"`,
      loc,
    }),
  /** A report by its number or its file. */
  reportOf: (wanted: unknown, { data, loc }: Handlebars.HelperOptions & Located) =>
    only(
      rootOf(data).all.reports,
      ({ number, file }) => [number, file].map(String).includes(String(wanted)),
      { what: `report "${wanted}"`, loc },
    ),
  /** Of a list, what has a value in a field. */
  where: (list: unknown, field: unknown, value: unknown) =>
    itemsOf(list).filter((item) => item[String(field)] === value),
  /** The first so many of a list. */
  take: (list: unknown, count: unknown) => itemsOf(list).slice(0, Number(count)),
  /** Whether two values are the same. */
  eq: (a: unknown, b: unknown) => a === b,
};

type Item = Readonly<Record<string, unknown>>;

/** Where in its template a helper is asked for. */
interface Located {
  readonly loc?: { readonly start: { readonly line: number } } | undefined;
}

interface Root {
  readonly all: { readonly facts: readonly Item[]; readonly reports: readonly Item[] };
}

const rootOf = (data: { readonly root: Root }): Root => data.root;

const itemsOf = (list: unknown): readonly Item[] => (Array.isArray(list) ? list : []);

/** The one item that is asked for. A part that shows nothing in its place would mislead. */
function only(
  items: readonly Item[],
  isWanted: (item: Item) => boolean,
  { what, loc }: Located & { readonly what: string },
): Item {
  const [item, ...more] = items.filter(isWanted);
  if (item && more.length === 0) return item;
  const where = loc ? ` (line ${loc.start.line} of the template)` : '';
  throw new Error(`${what} is ${item ? 'several' : 'none'} of the briefing's${where}`);
}

/** Folders whose templates others may ask for, each taking the place of one of its name before it. */
const FOLDERS = (kind: 'html' | 'print') => ['partials', kind];

/**
 * Fill a page's template.
 *
 * @param templates Path in the templates' folder → text. Those in `own/` are the editor's parts.
 * @param kind The page's folder. Its files take the place of those of the same name in `partials`.
 * @param name The template to fill: `body`, `page`.
 * @throws Error when a template asks for a partial or helper that is not there.
 */
export function fill(
  templates: ReadonlyMap<string, string>,
  kind: 'html' | 'print',
  name: string,
  data: unknown,
): string {
  const handlebars = Handlebars.create();
  handlebars.registerHelper({ ...HELPERS });
  for (const [file, text] of templates) {
    if (/^own\/.+\.hbs$/u.test(file)) handlebars.registerPartial(file.slice(0, -4), text);
  }
  for (const folder of FOLDERS(kind)) {
    for (const [file, text] of templates) {
      const [, partial] = new RegExp(`^${folder}/(.+)\\.hbs$`, 'u').exec(file) ?? [];
      if (partial) handlebars.registerPartial(partial, text);
    }
  }
  const template = templates.get(`${kind}/${name}.hbs`);
  if (template === undefined) throw new Error(`templates/${kind}/${name}.hbs is missing`);
  return handlebars.compile(template, { strict: false, preventIndent: true })(data);
}

/** The styles of the named sheets, in order. */
export function stylesOf(templates: ReadonlyMap<string, string>, names: readonly string[]): string {
  return names.map((name) => templates.get(`styles/${name}.css`) ?? '').join('\n');
}
