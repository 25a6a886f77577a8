import { byCodeUnits } from './order.ts';
import type { OwnRenderer } from './own-format.ts';
import { sha256 } from './sha256.ts';
import type { Briefing } from './types.ts';

/** What a document is made with, beside the briefing. */
export interface Making {
  /** Path in the templates' folder → text. */
  readonly templates: ReadonlyMap<string, string>;
  readonly theme: string;
  readonly paper: string;
  /** What the program is: its version, and the hash of its files where that is known. */
  readonly program: string;
}

/**
 * Name a document by all that its files are made from, save the number of the edition and what is new
 * in it: of two builds with the same name, the later says nothing that the first does not.
 *
 * @returns SHA-256, hexadecimal.
 */
export function documentKey(
  { edition: _, changes: __, sections, decisions, ...briefing }: Briefing,
  formats: readonly (string | OwnRenderer)[],
  { templates, theme, paper, program }: Making,
): string {
  const made = formats.map((format) => (typeof format === 'string' ? format : ownText(format)));
  const design = [...templates].sort(([a], [b]) => byCodeUnits(a, b));
  // Where in briefing.yaml a decision stands is no part of the document.
  const decided = decisions.map(({ said: ___, ...decision }) => decision);
  const text = JSON.stringify([
    briefing,
    sections.filter(({ kind }) => kind !== 'what-is-new'),
    decided,
    made.sort(byCodeUnits),
    design,
    theme,
    paper,
    program,
  ]);
  return sha256(text);
}

/** One of the user's own is known by what it is, as far as that can be seen. */
const ownText = ({ name, file, render }: OwnRenderer): string => `${name} ${file} ${render}`;
