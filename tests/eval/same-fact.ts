import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { extract } from '../../src/extract/index.ts';
import { fromSource } from '../../src/mapped-text.ts';
import { type Unit, unitsOf } from '../../src/merge/units.ts';
import { CHARACTER_RULES, STYLE_RULES } from '../../src/normalize/index.ts';
import type { Block, DivergenceKind, Field, Report, Sentence } from '../../src/types.ts';
import { NO_METADATA } from '../support.ts';

/** An annotated event: which sentences of different reports state a common fact. */
export interface Event {
  readonly name: string;
  readonly reports: readonly {
    /** One letter, the first of the ids of its sentences. */
    readonly id: string;
    readonly report: Report;
    readonly sentences: readonly Sentence[];
    /** Id of the annotated sentence that each sentence stands in. */
    readonly ids: readonly string[];
  }[];
  /** Pairs of sentence ids that state a common fact, each as `pairKey` gives it. */
  readonly links: ReadonlySet<string>;
  /** Pairs that editors would disagree on. */
  readonly doubtful: ReadonlySet<string>;
  /** Pairs that look alike and state no common fact. */
  readonly nearMisses: ReadonlySet<string>;
  /** Pairs between which the annotation sees a difference. */
  readonly differing: ReadonlySet<string>;
  /** The differences themselves. */
  readonly differences: readonly Difference[];
}

/** A difference between reports, as it is annotated. */
export interface Difference {
  readonly kind: DivergenceKind;
  /** The sentences of all sides; which stands on which is not told. */
  readonly ids: readonly string[];
  readonly note?: string;
}

/** Names a pair of sentences regardless of order. */
export const pairKey = (a: string, b: string): string => (a < b ? `${a}|${b}` : `${b}|${a}`);

/** An event as it is annotated. */
export interface Annotation {
  readonly date?: string;
  /** Id → sentence, in order. The first letter of an id is its report, 0 behind it a headline. */
  readonly sentences: Readonly<Record<string, string>>;
  readonly facts: readonly { readonly ids: readonly string[] }[];
  readonly doubtful?: readonly (readonly [string, string])[];
  readonly nearMisses?: readonly (readonly [string, string])[];
  readonly differ?: readonly Difference[];
}

/** Load the annotated events of a folder, in order of their names. */
export function loadEvents(folder: string): readonly Event[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => {
      const annotation = JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as Annotation;
      return eventOf(path.basename(name, '.json'), annotation);
    });
}

/** Take the sentences of an annotated event apart. */
export function eventOf(name: string, annotation: Annotation): Event {
  const ids = new Map<string, string[]>();
  for (const id of Object.keys(annotation.sentences)) {
    ids.set(id.charAt(0), [...(ids.get(id.charAt(0)) ?? []), id]);
  }
  const reports = [...ids].map(([id, sentences], index) =>
    reportOf(id, sentences, index, annotation),
  );
  const extracted = extract(reports);
  return {
    name,
    reports: reports.map((report) => {
      const sentences = extracted.get(report.id) ?? [];
      // Some annotated sentences are empty: nothing stands in those.
      const starts = report.blocks.map(({ content }) => content.runs[0]?.start ?? Infinity);
      const blockAt = (start: number) => starts.findLastIndex((begin) => begin <= start);
      return {
        id: report.id,
        report,
        sentences,
        ids: sentences.map(({ whole }) => ids.get(report.id)?.[blockAt(whole.start)] ?? ''),
      };
    }),
    links: pairsWithin(annotation.facts),
    doubtful: new Set((annotation.doubtful ?? []).map(([a, b]) => pairKey(a, b))),
    nearMisses: new Set((annotation.nearMisses ?? []).map(([a, b]) => pairKey(a, b))),
    differing: pairsWithin(annotation.differ ?? []),
    differences: annotation.differ ?? [],
  };
}

/** The claims of an annotated event, each with the id of the sentence that it stands in. */
export const unitsIn = (event: Event): readonly (Unit & { readonly id: string })[] =>
  event.reports.flatMap(({ sentences, ids }) =>
    unitsOf([sentences]).map((unit) => ({ ...unit, id: ids[unit.claim.sentence] ?? '' })),
  );

/** All pairs of different reports within each group of sentence ids. */
function pairsWithin(groups: readonly { readonly ids: readonly string[] }[]): Set<string> {
  const pairs = groups.flatMap(({ ids }) =>
    ids.flatMap((a) => ids.filter((b) => a.charAt(0) < b.charAt(0)).map((b) => pairKey(a, b))),
  );
  return new Set(pairs);
}

/** Sentences of annotated sets have no ends of lines at which words may be broken. */
const NO_WORDS: ReadonlySet<string> = new Set();

/** The sentences as a report with a block each; the first is the headline. */
function reportOf(
  id: string,
  ids: readonly string[],
  index: number,
  annotation: Annotation,
): Report {
  const published: Field<string> = annotation.date
    ? { value: annotation.date, basis: 'stated', because: 'annotation' }
    : NO_METADATA.published;
  let source = '';
  const blocks = ids.map((sentence): Block => {
    const start = source.length;
    source += `${annotation.sentences[sentence] ?? ''}\n`;
    const content = fromSource(source, start, source.length - 1);
    return {
      kind: sentence === `${id}0` ? 'headline' : 'paragraph',
      content: CHARACTER_RULES.reduce((text, rule) => rule.apply(text, NO_WORDS), content),
    };
  });
  return {
    id,
    number: index + 1,
    file: id,
    sha256: '',
    length: source.length,
    encoding: 'utf-8',
    part: null,
    metadata: { ...NO_METADATA, published },
    notes: [],
    blocks: STYLE_RULES.reduce<readonly Block[]>((all, rule) => rule.apply(all), blocks),
    leftOut: [],
    wide: [],
    textSpans: [],
  };
}
