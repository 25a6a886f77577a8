import { tableOf } from '../tables.ts';
import { REPORTING_VERBS } from './grammar.ts';
import { stems } from './words.ts';

/** Past tenses that their verb's stem does not show. */
const IRREGULAR: Readonly<Record<string, string>> = tableOf({
  say: 'said',
  tell: 'told',
  write: 'wrote',
});

const NEUTRAL: ReadonlySet<string> = new Set(
  Object.entries(REPORTING_VERBS).flatMap(([verb, kind]) =>
    kind === 'neutral' ? stems(`${verb} ${IRREGULAR[verb] ?? ''}`) : [],
  ),
);

/** Whether a verb, in its dictionary form, only passes on what was said. */
export const isReporting = (lemma: string): boolean => REPORTING_VERBS[lemma] === 'neutral';

/** A verb of reporting, and at most two words between it and the day. */
const SAYING = new RegExp(
  `\\b((?:said|told|wrote|thought|${Object.keys(REPORTING_VERBS)
    .map((verb) => verb.replace(/(?<=[^aeiou])y$/u, '(?:y|ie)').replace(/e$/u, 'e?'))
    .join('|')})(?:s|d|ed)?)(?: \\p{L}+){0,2} $`,
  'iu',
);

/** A verb of saying, as its stem, and whether it only passes on what was said. */
export interface Saying {
  readonly verb: string;
  readonly neutral: boolean;
}

/**
 * Find the verb of saying that what stands behind a text belongs to: "hinted on ", and then a day.
 */
export function saidBefore(text: string): Saying | undefined {
  const [, written] = SAYING.exec(text) ?? [];
  const [verb] = stems(written ?? '');
  return verb === undefined ? undefined : { verb, neutral: NEUTRAL.has(verb) };
}
