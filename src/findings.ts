import type { VFileMessage } from 'vfile-message';
import { inPlain } from './characters.ts';
import { certainClaims } from './facts.ts';
import type { Claim, Fact } from './types.ts';
import { list, shortened } from './wording.ts';

/** Something that a check found, with the place where people look at it. */

/** A stretch of a file. Lines and columns are 1-based, in UTF-16 code units, as editors count. */
export interface FindingPlace {
  /** Name of the file in the folder; of the folder, where it is about no file. */
  readonly file: string;
  /** Null where there is no line to show: the whole file is meant. */
  readonly start: { readonly line: number; readonly column: number } | null;
  /** Behind the last character; null where that is not known. */
  readonly end: { readonly line: number; readonly column: number } | null;
  /** What stands there; null where no passage is meant. */
  readonly exact: string | null;
}

/** One thing that a gate found. */
export interface Finding {
  /** Id of the fact that it is about; in the last edition where it is gone. */
  readonly fact: string | null;
  /** Id of the difference that it is about. */
  readonly divergence: string | null;
  /** Rule of the message that it is; null where a gate found it itself. */
  readonly rule: string | null;
  /** What the fact says; null where it is about none. */
  readonly statement: string | null;
  /** What is the matter with it. */
  readonly says: string;
  /** Files of the reports that it has to do with. */
  readonly reports: readonly string[];
  readonly places: readonly FindingPlace[];
}

/** A finding that is about no fact. */
export const plainFinding = (says: string, fields: Partial<Finding> = {}): Finding => ({
  fact: null,
  divergence: null,
  rule: null,
  statement: null,
  says,
  reports: [],
  places: [],
  ...fields,
});

/** What a message says, as a finding. */
export function messageFinding({ file, ruleId, reason, line, column }: VFileMessage): Finding {
  const start = line === undefined ? null : { line, column: column ?? 1 };
  return plainFinding(reason, {
    rule: ruleId ?? null,
    places: [{ file: file ?? '', start, end: null, exact: null }],
  });
}

/** Where claims stand. */
export type Placing = (claim: Claim) => FindingPlace;

/** What is the matter with a fact, with the passages that state it. */
export function factFinding(
  fact: Fact,
  says: string,
  { placeOf, ...fields }: { readonly placeOf: Placing } & Partial<Finding>,
): Finding {
  const places = certainClaims(fact).map(placeOf);
  return plainFinding(says, {
    fact: fact.id,
    statement: fact.statement.text,
    reports: filesOf(places),
    places,
    ...fields,
  });
}

/** The files of places, each once, in order. */
export const filesOf = (places: readonly FindingPlace[]): readonly string[] => [
  ...new Set(places.map(({ file }) => file)),
];

/** A finding for people: what is stated, what is the matter, and where that stands. */
export function findingLines({ statement, says, places }: Finding): readonly string[] {
  const [first, ...rest] = [...(statement === null ? [] : [statement]), says];
  return [
    inPlain(first ?? ''),
    ...rest.map((line) => INDENT + inPlain(line)),
    ...places.map((place) => INDENT + placeLine(place)),
  ];
}

const INDENT = '    ';

/** "a.md:12:5  The bridge was closed …" */
export function placeLine({ file, start, exact }: FindingPlace): string {
  const place = inPlain(file) + (start ? `:${start.line}:${start.column}` : '');
  return exact === null ? place : `${place}  ${shortened(inPlain(exact), LONGEST)}`;
}

/** Longest stretch of a passage in a line, in characters. */
const LONGEST = 80;

/** "in a.md and b.md" */
export const inFiles = (files: readonly string[]): string => `in ${list(files)}`;
