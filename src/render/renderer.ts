import type { Root } from 'hast';
import type { Citations } from '../citing.ts';
import type { PageTools, View } from '../page/index.ts';
import type { Paper } from '../paper.ts';
import type { Memory } from '../remembered.ts';
import type { Browser } from '../system/index.ts';
import type { Briefing } from '../types.ts';

/** What a renderer may use beside the briefing. */
export interface Tools extends PageTools {
  /** The run's one browser. @throws BuildFailure when there is none. */
  readonly browser: () => Promise<Browser>;
  /** Which browser that will be; null where there is none, or it cannot be told. */
  readonly browserName?: () => Promise<string | null>;
  /** What earlier builds made. Default: everything is made anew. */
  readonly memory?: Memory | null;
  /** Version of the program. */
  readonly version: string;
  /** Name of the theme, or its file. */
  readonly theme: string;
  /** Name of the document, for the manifest. */
  readonly document: string;
  /** What the PDF is printed on, and the Word file will be. */
  readonly paper: Paper;
  /** The user's own templates and styles, as he names them. */
  readonly own: readonly string[];
}

/** What the formats of one briefing have in common beside it: each made once, where one asks for it. */
export interface Shared extends Tools {
  /** How its reports are cited. */
  readonly citations: () => Promise<Citations>;
  /** What templates place. */
  readonly view: () => Promise<View>;
  /** The plain document, for formats without layout. It is shared: who changes it, copies it. */
  readonly plain: () => Promise<Root>;
  /** What tells the briefing from any other. */
  readonly key: () => string;
  /** The briefing as data, the bytes of `briefing.json`. */
  readonly data: () => Uint8Array;
}

/** What a renderer made. */
export interface Rendered {
  readonly bytes: Uint8Array;
  /** Characters that no font has. */
  readonly missing: readonly string[];
}

/** Turns a briefing into one file. A new format is a file and a line in the table. */
export interface Renderer {
  /** Name of the file in the output folder. */
  readonly file: string;
  /** Whether it will ask for the browser, which may then be started ahead. */
  readonly needsBrowser: boolean;
  /**
   * Templates and styles that it uses, by their paths or those of their folders: it is handed no
   * other, and made anew when one of them changes. Null: it is handed all, and made each time.
   */
  readonly reads: readonly string[] | null;
  /** Whether it is set on pages. Default: no, and paper is nothing to it. */
  readonly onPaper?: true;
  /** What becomes of characters that no font has. Default: they are left to the reader's fonts. */
  readonly unshown?: string;
  /** @throws Error, or BuildFailure with messages, when the file cannot be made. */
  readonly render: (briefing: Briefing, tools: Shared) => Promise<Rendered>;
}
