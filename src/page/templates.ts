import Handlebars from 'handlebars';

/**
 * Fill a page's template.
 *
 * @param templates Path in the templates' folder → text.
 * @param kind The page's folder. Its files take the place of those of the same name in `partials`.
 * @param name The template to fill: `body`, `page`.
 * @throws Error when a template asks for data that is not there.
 */
export function fill(
  templates: ReadonlyMap<string, string>,
  kind: 'html' | 'print',
  name: string,
  data: unknown,
): string {
  const handlebars = Handlebars.create();
  for (const folder of ['partials', kind]) {
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
