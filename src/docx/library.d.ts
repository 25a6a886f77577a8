/**
 * The part of the library that is used. Its own declarations name the files that they import without an
 * ending, which Node's rules for modules do not allow: the compiler finds nothing behind them.
 */
declare module 'docx' {
  /** Any element of a part of the file. */
  export class XmlComponent {
    constructor(name: string);
    addChildElement(child: XmlComponent | string): XmlComponent;
  }

  /** What may stand in the body. */
  export class FileChild extends XmlComponent {}

  /** An element that the library has no class for. */
  export class BuilderElement extends XmlComponent {
    constructor(options: {
      readonly name: string;
      readonly attributes?: Readonly<
        Record<string, { readonly key: string; readonly value: string | number }>
      >;
      readonly children?: readonly XmlComponent[];
    });
  }

  interface Line {
    readonly style: 'single';
    /** In eighths of a point. */
    readonly size: number;
    readonly color: string;
    /** In points. */
    readonly space: number;
  }

  /** Measures are in twentieths of a point. */
  interface ParagraphOptions {
    readonly style?: string;
    readonly keepNext?: boolean;
    readonly keepLines?: boolean;
    readonly outlineLevel?: number;
    readonly alignment?: 'left' | 'right' | 'center';
    readonly spacing?: {
      readonly before?: number;
      readonly after?: number;
      /** In 240ths of a line. */
      readonly line?: number;
      /** Without it LibreOffice takes `line` for twentieths of a point. */
      readonly lineRule?: 'auto';
    };
    readonly indent?: {
      readonly left?: number;
      readonly right?: number;
      readonly hanging?: number;
    };
    readonly border?: { readonly top?: Line };
    readonly rightTabStop?: number;
    readonly numbering?: {
      readonly reference: string;
      readonly level: number;
      readonly instance: number;
      /** Keeps the library from putting its own style before it. */
      readonly custom?: boolean;
    };
  }

  interface RunOptions {
    readonly style?: string;
    readonly font?: string;
    /** In half points. */
    readonly size?: number;
    readonly color?: string;
    readonly bold?: boolean;
    readonly italics?: boolean;
    readonly strike?: boolean;
    readonly subScript?: boolean;
    readonly superScript?: boolean;
    readonly underline?: { readonly type: 'single' };
    readonly language?: { readonly value: string };
  }

  export class Paragraph extends FileChild {
    constructor(options: ParagraphOptions);
    addRunToFront(run: TextRun): Paragraph;
  }

  export class TextRun extends XmlComponent {
    constructor(options: RunOptions & { readonly text?: string });
  }

  export class FootnoteReferenceRun extends TextRun {
    constructor(id: number);
  }

  export class BookmarkStart extends XmlComponent {
    constructor(name: string, id: number);
  }

  export class BookmarkEnd extends XmlComponent {
    constructor(id: number);
  }

  export class ConcreteHyperlink extends XmlComponent {
    /** @param anchor Name of a bookmark, which goes before the relationship. */
    constructor(children: readonly XmlComponent[], relationship: string, anchor?: string);
  }

  interface Width {
    readonly size: number;
    readonly type: 'dxa';
  }

  export class TableProperties extends XmlComponent {
    constructor(options: {
      readonly style: string;
      readonly width: Width;
      readonly layout: 'fixed';
      readonly tableLook: {
        readonly firstRow: boolean;
        readonly noHBand: boolean;
        readonly noVBand: boolean;
      };
    });
  }

  export class TableRow extends XmlComponent {
    constructor(options: {
      readonly children: readonly TableCell[];
      readonly tableHeader?: true;
      readonly cantSplit?: true;
    });
  }

  export class TableCell extends XmlComponent {
    constructor(options: {
      readonly children: readonly FileChild[];
      readonly width: Width;
      readonly columnSpan?: number;
      readonly verticalMerge?: 'continue' | 'restart';
    });
  }

  export class ParagraphProperties extends XmlComponent {
    constructor(options: ParagraphOptions);
  }

  export class RunProperties extends XmlComponent {
    constructor(options: RunOptions);
  }

  export class DocumentDefaults extends XmlComponent {
    constructor(options: { readonly run: RunOptions; readonly paragraph: ParagraphOptions });
  }

  export interface NumberingOptions {
    readonly config: readonly {
      readonly reference: string;
      readonly levels: readonly {
        readonly level: number;
        readonly format: 'bullet' | 'decimal';
        readonly text: string;
        readonly alignment: 'left';
        readonly style: { readonly paragraph: ParagraphOptions };
      }[];
    }[];
  }

  export class Header {
    constructor(options: { readonly children: readonly Paragraph[] });
  }

  export class Footer {
    constructor(options: { readonly children: readonly Paragraph[] });
  }

  export interface SectionOptions {
    readonly properties: {
      readonly page: {
        readonly size: { readonly width: number; readonly height: number };
        readonly margin: Readonly<Record<'top' | 'right' | 'bottom' | 'left', number>>;
      };
      /** Whether the first page has a head and a foot of its own. */
      readonly titlePage: boolean;
    };
    readonly headers: { readonly default: Header; readonly first: Header };
    readonly footers: { readonly default: Footer; readonly first: Footer };
    readonly children: readonly FileChild[];
  }

  /** The list of what a part leads out to. */
  export interface Relationships {
    addRelationship(id: string, type: string, target: string, mode: 'External'): void;
  }

  export class Document {
    constructor(options: {
      readonly sections: readonly SectionOptions[];
      readonly styles: { readonly importedStyles: readonly XmlComponent[] };
      readonly numbering: NumberingOptions;
      readonly footnotes: Readonly<Record<string, { readonly children: readonly Paragraph[] }>>;
    });
    readonly Document: { readonly Relationships: Relationships };
    readonly FootNotes: { readonly Relationships: Relationships };
  }

  export const Packer: {
    /** @param overrides Parts that take the place of the library's own. */
    pack(
      document: Document,
      type: 'uint8array',
      prettify: undefined,
      overrides: readonly { readonly path: string; readonly data: string }[],
    ): Promise<Uint8Array>;
  };
}
