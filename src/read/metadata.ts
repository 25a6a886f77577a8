import type { VFileMessage } from 'vfile-message';
import { inPlain } from '../characters.ts';
import type { ReportConfig } from '../config/index.ts';
import { message } from '../messages.ts';
import type { Field, Found, Metadata } from '../types.ts';

type FieldName = keyof Metadata;

/** Every field, and how its values are compared; null where reports rightly give it twice. */
const FIELDS: Readonly<Record<FieldName, ((value: unknown) => string) | null>> = {
  outlet: null,
  // Pages shorten their headline for search engines and for sharing.
  headline: null,
  authors: null,
  url: null,
  published: String,
  updated: null,
  language: (value) => String(value).slice(0, 2).toLowerCase(),
  section: null,
  place: null,
  agency: null,
};

/**
 * Say what a report is: the editor wins over what was found, and of that the first wins.
 *
 * @param found Best first.
 */
export function metadataOf(editor: ReportConfig, found: readonly Found[]): Metadata {
  const all = [...givenBy(editor), ...found];
  const entries = Object.keys(FIELDS).map((name) => {
    const best = all.find(({ field }) => field === name);
    const field: Field<unknown> = best
      ? { value: plainly(best.value), basis: best.basis, because: best.because }
      : { value: null, basis: 'unknown', because: null };
    return [name, field] as const;
  });
  return Object.fromEntries(entries) as unknown as Metadata;
}

/** What a file says of itself has not been normalized. */
function plainly(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plainly);
  return typeof value === 'string' ? inPlain(value) : value;
}

/** What the editor gives; worked out where a reason stands beside it. */
function givenBy({ inferred, ...given }: ReportConfig): Found[] {
  return Object.entries(given).flatMap(([field, value]) => {
    if (!(field in FIELDS) || value === undefined) return [];
    const because = inferred?.[field as keyof typeof inferred];
    return {
      field,
      value,
      basis: because ? 'inferred' : 'stated',
      because: because ?? 'briefing.yaml',
    } as Found;
  });
}

/**
 * Fields that a file states in two ways. The first is used.
 *
 * @param editor What the editor gives settles it.
 */
export function contradictions(
  editor: ReportConfig,
  found: readonly Found[],
  file: string,
): VFileMessage[] {
  return Object.entries(FIELDS).flatMap(([name, keyOf]) => {
    if (!keyOf || name in editor) return [];
    const stated = found.filter(({ field, basis }) => field === name && basis === 'stated');
    const [first, ...rest] = stated;
    const other = rest.find(({ value }) => first && keyOf(value) !== keyOf(first.value));
    if (!first || !other) return [];
    return message({
      rule: 'metadata-conflict',
      file,
      found: `"${name}" twice: ${first.value} (${first.because}) and ${other.value} (${other.because})`,
      expected: 'one value',
      advice: `the first is used; give "${name}" in briefing.yaml if it is wrong`,
    });
  });
}
