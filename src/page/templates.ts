import Handlebars from 'handlebars';
import type { PageFolder } from '../template-folders.ts';

/** What templates may ask for by name beside `if`, `unless`, `each`, `with`, `lookup`. */
export const HELPERS: Readonly<Record<string, Handlebars.HelperDelegate>> = {
  /** A fact by its id, or the beginning of that. */
  factOf: (id: unknown, { data, loc }: Handlebars.HelperOptions & Located) =>
    only(rootOf(data).all.facts, (row) => String(row['id']).startsWith(String(id)), {
      what: `fact "${id}"`,
      loc,
    }),
  /** The number of the paragraph that tells a fact in full; nothing where none does. */
  paragraphOf: (id: unknown, { data }: Handlebars.HelperOptions) =>
    rootOf(data).all.facts.find((row) => row['id'] === id)?.['paragraph'] ?? null,
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
  kind: PageFolder,
  name: string,
  data: unknown,
): string {
  const handlebars = Handlebars.create();
  handlebars.registerHelper({ ...HELPERS });
  const spend = budget();
  const { each } = handlebars.helpers;
  handlebars.registerHelper('each', function (this: unknown, list, options) {
    const fn = (...turn: Parameters<Handlebars.TemplateDelegate>) => spend(options.fn(...turn));
    return each?.call(this, list, { ...options, fn });
  });
  for (const [partial, text] of partialsFor(kind, templates)) {
    const filled = handlebars.compile(text, SETTINGS);
    handlebars.registerPartial(partial, (...call) => spend(filled(...call)));
  }
  const template = templates.get(`${kind}/${name}.hbs`);
  if (template === undefined) throw new Error(`templates/${kind}/${name}.hbs is missing`);
  return handlebars.compile(template, SETTINGS)(data);
}

const SETTINGS = { strict: false, preventIndent: true } as const;

/** Partials by the names that they are asked for, each in the place of one of its name before it. */
function partialsFor(kind: PageFolder, templates: ReadonlyMap<string, string>) {
  const partials = new Map<string, string>();
  for (const folder of ['own', 'partials', kind]) {
    for (const [file, text] of templates) {
      const [, name] = new RegExp(`^${folder}/(.+)\\.hbs$`, 'u').exec(file) ?? [];
      if (name) partials.set(folder === 'own' ? `own/${name}` : name, text);
    }
  }
  return partials;
}

/**
 * So many turns of lists and uses of partials, and so many letters in all of them, are more than a page
 * of a hundred reports needs ten times over. Templates may come by mail: lists within lists within
 * lists, or partials that ask for one another, would else take all memory there is.
 */
const MOST_TURNS = 3_000_000;
const MOST_LETTERS = 500_000_000;

/** Count what is filled, and end it where there is no end in sight. */
function budget(): (filled: string) => string {
  let turns = 0;
  let letters = 0;
  return (filled) => {
    turns += 1;
    letters += filled.length;
    if (turns <= MOST_TURNS && letters <= MOST_LETTERS) return filled;
    throw new Error('lists within lists, or partials within partials, that come to no end');
  };
}

/** The styles of the named sheets, in order. */
export function stylesOf(templates: ReadonlyMap<string, string>, names: readonly string[]): string {
  return names
    .map((name) => {
      const sheet = templates.get(`styles/${name}.css`);
      // A page without it would look as if it were meant to.
      if (sheet === undefined) throw new Error(`there is no style sheet ${name}`);
      return sheet;
    })
    .join('\n');
}
