import { canonical } from './canonical.ts';
import { sha256 } from './sha256.ts';

/** The key of plain data: other data have another. */
export const keyOf = (parts: Readonly<Record<string, unknown>>): string => sha256(canonical(parts));

/** Everything that a build depends on. */
export interface Inputs {
  /** What the program itself is, and what runs it. */
  readonly program: string;
  /** The browser that prints; null where nothing is printed. */
  readonly browser: string | null;
  /** Path in the folder of the reports → SHA-256 of the file, or what else stands there. */
  readonly files: ReadonlyMap<string, string>;
  /** The same of the folder of templates that the user names; null where he names none. */
  readonly templates: ReadonlyMap<string, string> | null;
  /** The same of the theme that he names, where it is a file. */
  readonly theme: string | null;
  /** What was asked for, as it was said. */
  readonly options: {
    /** Null: what `briefing.yaml` says, else the default. */
    readonly formats: readonly string[] | null;
    readonly scorer: string | null;
    readonly templates: string | null;
    readonly theme: string | null;
    readonly generated: string | null;
  };
}

/** The key of all that a build depends on: where it is the same, so is what is built. */
export const inputsKey = (inputs: Inputs): string => keyOf({ ...inputs });
