/** The parts of citeproc-js that are used. It brings no types along. */
declare module 'citeproc' {
  interface Sys {
    /** Give the text of a locale: `en-GB`. */
    retrieveLocale(tag: string): string;
    retrieveItem(id: string): object;
  }

  interface Cited {
    readonly citationItems: readonly { readonly id: string }[];
    readonly properties: { readonly noteIndex: number };
  }

  class Engine {
    /** @param forced Whether the locale is used where the style asks for another. */
    constructor(sys: Sys, style: string, locale: string, forced: boolean);
    readonly opt: {
      /** Whether citations are notes or stand in the text. */
      readonly xclass: 'note' | 'in-text';
      readonly development_extensions: { wrap_url_and_doi: boolean };
    };
    setOutputFormat(format: 'html' | 'text'): void;
    updateItems(ids: readonly string[]): void;
    /** Format a citation without keeping it. */
    previewCitationCluster(
      citation: Cited,
      before: readonly [],
      behind: readonly [],
      format: 'html' | 'text',
    ): string;
    /** @returns False where the style has no bibliography. */
    makeBibliography(): readonly [unknown, readonly string[]] | false;
  }

  const citeproc: { readonly Engine: typeof Engine };
  export default citeproc;
}
