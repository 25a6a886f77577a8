/** What is asked of a server. */
export interface Question {
  /** Begins with `http:` or `https:`. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** More bytes than this are refused, packed or unpacked. */
  readonly maxBytes: number;
}

/** What a server answers. Redirects are answers like any other. */
export interface Answer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body, unpacked; empty unless the status is 200. */
  readonly bytes: Uint8Array;
}

/** Why there is no answer. */
export type FaultKind =
  | 'private'
  | 'unknown-host'
  | 'connection'
  | 'certificate'
  | 'timeout'
  | 'too-large'
  | 'damaged';

/** Thrown where a server gives no answer, or none that may be taken. */
export class NetworkFault extends Error {
  override readonly name = 'NetworkFault';
  readonly kind: FaultKind;

  /** @param message In words that go on after "Unexpected": "answer after 60 s". */
  constructor(kind: FaultKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}

/** The network, as far as the program uses it. */
export interface Network {
  /**
   * Ask once; follow nothing.
   *
   * @throws NetworkFault
   */
  get(question: Question): Promise<Answer>;
  /** Wait for so many milliseconds. */
  pause(milliseconds: number): Promise<void>;
  close(): Promise<void>;
}
