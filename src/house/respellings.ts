import { bucketsOf } from '../buckets.ts';
import { wordsOf } from '../language/person-names.ts';
import { areLikeWords, areMarkedOtherwise, arePlaceSpellings } from '../language/spellings.ts';
import { byCodeUnits } from '../order.ts';
import { respelled } from '../respelled.ts';
import type { Entity, NameForm, Respelling } from '../types.ts';

/** The editor's table, or that there is none and spellings stay. */
export type SpellingTable = Readonly<Record<string, string>> | 'as-reported';

/**
 * Choose one spelling for each name: the editor's; else that of most reports, of these that which
 * comes first in their order. Only spellings of one name are brought together, by word: a short form,
 * a title, or another name of the same stays what it is.
 *
 * @param entities Whom and what the reports name, with the forms that they have.
 * @param order Ids of the reports.
 * @returns The forms that are not printed, the longest first, with those that the editor would keep.
 */
export function respellingsOf(
  entities: readonly Entity[],
  { table, order }: { readonly table: SpellingTable; readonly order: readonly string[] },
): readonly Respelling[] {
  if (table === 'as-reported') return [];
  const given = Object.entries(table).map(
    ([form, printed]) => [curled(form), curled(printed)] as const,
  );
  const wanted = new Set(given.flatMap(([, printed]) => [printed, ...printed.split(' ')]));
  const own = given.map(([form, printed]): Respelling => ({ form, printed, by: 'editor' }));
  const chosen = unambiguous(entities.flatMap((entity) => spelled(entity, { wanted, order })))
    .map((row) => byTable(row, own))
    .filter(({ form, printed }) => form !== printed && !given.some(([known]) => known === form));
  return [...own, ...chosen].sort(
    (a, b) => b.form.length - a.form.length || byCodeUnits(a.form, b.form),
  );
}

/** A spelling that is chosen, with the editor's where it has a name that he lists. */
function byTable(row: Respelling, own: readonly Respelling[]): Respelling {
  const printed = respelled(row.printed, own);
  return printed === row.printed ? row : { ...row, printed, by: 'editor' };
}

const curled = (name: string): string => name.replaceAll("'", '’');

/** A form that stands for two is left as it is: nobody can tell whose name it is. */
const unambiguous = (found: readonly Respelling[]): readonly Respelling[] =>
  [...bucketsOf(found, ({ form }) => [form]).values()].flatMap(([first, ...more]) =>
    more.every(({ printed }) => printed === first.printed) ? [first] : [],
  );

interface Choice {
  /** What the editor would have printed, whole and by word. */
  readonly wanted: ReadonlySet<string>;
  readonly order: readonly string[];
}

/** The forms of an entity, each with what is printed for it. */
function spelled({ kind, forms }: Entity, choice: Choice): readonly Respelling[] {
  const parts = forms.flatMap((form) => (kind === 'person' ? partsOf(form) : [whole(form)]));
  return forms.flatMap((form): Respelling[] => {
    const own = kind === 'person' ? partsOf(form) : [whole(form)];
    const printed = own.map((part) => best(part, parts, choice)).join(' ');
    const before = own.map(({ text }) => text).join(' ');
    return before === form.text ? [{ form: form.text, printed, by: 'reports' }] : [];
  });
}

/** A word or more of a name, as one report or several spell it. */
interface Part extends NameForm {
  readonly part: 'given' | 'surname' | 'whole';
}

const whole = (form: NameForm): Part => ({ ...form, part: 'whole' });

/** The words of a person's name, each on its own: reports agree on one and not on the other. */
function partsOf({ text, reports }: NameForm): readonly Part[] {
  const words = text.split(' ');
  const surname = words.lastIndexOf(wordsOf(text).at(-1) ?? '');
  return words.map((word, index) => ({
    text: word,
    reports,
    part: index === surname ? 'surname' : 'given',
  }));
}

/** The spelling of a part that is printed. */
function best(part: Part, parts: readonly Part[], { wanted, order }: Choice): string {
  const reach = new Map<string, Set<string>>();
  for (const { text, reports, part: kind } of parts) {
    if (kind !== part.part) continue;
    const known = reach.get(text) ?? new Set();
    for (const report of reports) known.add(report);
    reach.set(text, known);
  }
  const own = reach.get(part.text) ?? new Set<string>();
  const first = (reports: ReadonlySet<string>) => order.findIndex((id) => reports.has(id));
  const [[chosen] = [part.text]] = [...reach]
    .filter(([text, reports]) => text === part.text || areOne(part, own, text, reports))
    .sort(
      ([a, ofA], [b, ofB]) =>
        Number(wanted.has(b)) - Number(wanted.has(a)) ||
        ofB.size - ofA.size ||
        first(ofA) - first(ofB) ||
        byCodeUnits(a, b),
    );
  return chosen;
}

/** Whether two texts, each in some reports, are spellings of one part of a name. */
function areOne(
  { text, part }: Part,
  own: ReadonlySet<string>,
  other: string,
  reports: ReadonlySet<string>,
): boolean {
  if (part === 'whole') return arePlaceSpellings(text, other);
  if (areMarkedOtherwise(text, other)) return true;
  return areLikeWords(text, other, part) && ![...own].some((report) => reports.has(report));
}
