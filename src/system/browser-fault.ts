export type BrowserFaultKind =
  /** The browser, or what showed the page in it, ended. */
  | 'died'
  /** The page was not done in time. */
  | 'late'
  /** The disk for what the browser writes meanwhile had no room left. */
  | 'full';

/** A page that could not be finished through no fault of the page's own words. */
export class BrowserFault extends Error {
  readonly kind: BrowserFaultKind;

  constructor(kind: BrowserFaultKind, found: string, cause?: unknown) {
    super(found, { cause });
    this.kind = kind;
  }
}
