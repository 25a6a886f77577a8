/** Passages, and which of them are held against each other. */
export interface PairQuestion {
  readonly passages: readonly string[];
  /** Places of the passages of each pair. */
  readonly a: ArrayLike<number>;
  readonly b: ArrayLike<number>;
}

/** What a model makes of pairs of passages, in their order: log odds. */
export interface Readings {
  /** That both state a common fact. */
  readonly same: Float64Array;
  /** That they differ on one: another figure, day, place or name for the same thing. */
  readonly differs: Float64Array;
}

/** A model that reads passages in pairs, in this process or in another. */
export interface PassageModel {
  /**
   * Names it, and is another as soon as its answers may be: what it answered is kept under this
   * name.
   */
  readonly name: string;
  /** Read pairs. The order of the passages of a pair, and that of pairs, changes nothing. */
  read(question: PairQuestion, onProgress?: Progress): Promise<Readings>;
  close(): Promise<void>;
}

/** Told how much is done, 0–1. */
export type Progress = (share: number) => void;

/**
 * Why there is no model: a file is not there; a file is not the one that was published; the
 * machine cannot run it; it gave no answer, or none that can be used.
 */
export type ModelFaultKind = 'missing' | 'damaged' | 'unsupported' | 'no-answer';

/** Thrown where a model cannot be used. */
export class ModelFault extends Error {
  override readonly name = 'ModelFault';
  readonly kind: ModelFaultKind;

  /** @param message In words that go on after "Unexpected": "hash of encoder.onnx". */
  constructor(kind: ModelFaultKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}
