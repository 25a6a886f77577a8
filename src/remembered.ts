import type { VFileMessage } from 'vfile-message';
import { z } from 'zod';
import { keyOf } from './fingerprint.ts';
import { type KeptMessage, keptMessageSchema, keptMessages, messageFrom } from './kept-messages.ts';
import type { Cache, System } from './system/index.ts';

/** What earlier builds made, as far as it can be used in this one. */
export interface Memory {
  readonly cache: Cache;
  /** What the program is, and what runs it: another one makes other things. */
  readonly program: string;
  /** Whether what is kept is used. What is made is kept in any case. */
  readonly trusted: boolean;
}

/** Something that was made, and what was said of it. */
export interface Made<T> {
  readonly value: T;
  readonly messages: readonly VFileMessage[];
}

/** What is kept under a key. A change of this shape is another number. */
interface Envelope<T> {
  readonly shape: typeof SHAPE;
  /** A thing that lies under the key of another is not taken for it. */
  readonly key: string;
  readonly value: T;
  readonly messages: readonly KeptMessage[];
}

const SHAPE = 1;

/**
 * What earlier builds made; null where nothing can be told about the program, and so nothing of
 * what it made.
 *
 * @param fresh Whether everything is to be made anew.
 */
export async function memoryOf(
  { cache, program }: Pick<System, 'cache' | 'program'>,
  fresh = false,
): Promise<Memory | null> {
  const known = await program();
  return known === null ? null : { cache, program: known, trusted: !fresh };
}

/**
 * Make a thing, or take what was made of the same before. What is said of it is the same in both
 * cases. A failure is not kept, nor is a thing of which something was said that cannot be kept whole.
 *
 * @param memory Null: it is made.
 * @param parts Everything that the thing depends on, beside the program.
 */
export async function remembered<T>(
  memory: Memory | null,
  parts: { readonly stage: string } & Readonly<Record<string, unknown>>,
  make: () => Promise<Made<T>> | Made<T>,
): Promise<Made<T>> {
  if (!memory) return make();
  const { cache, program, trusted } = memory;
  const key = keyOf({ ...parts, program });
  const kept = trusted ? await cache.get(key) : undefined;
  if (isEnvelope<T>(kept, key)) return { ...kept, messages: kept.messages.map(messageFrom) };
  const made = await make();
  const messages = keptMessages(made.messages);
  if (messages) {
    const { value } = made;
    await cache.put(key, { shape: SHAPE, key, value, messages } satisfies Envelope<T>);
  }
  return made;
}

/** The value itself is as it was put there: `Cache` promises that. */
function isEnvelope<T>(kept: unknown, key: string): kept is Envelope<T> {
  const { data } = envelopeSchema.safeParse(kept);
  return data !== undefined && data.key === key && Object.hasOwn(kept as object, 'value');
}

const envelopeSchema = z.strictObject({
  shape: z.literal(SHAPE),
  key: z.string(),
  value: z.unknown(),
  messages: z.array(keptMessageSchema),
});
