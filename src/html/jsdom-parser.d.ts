/** The small DOM that Readability brings along for workers of Firefox, which have none. */
declare module '@mozilla/readability/JSDOMParser.js' {
  export default class JSDOMParser {
    /** @param html Well-formed: every element closed. */
    parse(html: string): Document;
  }
}
