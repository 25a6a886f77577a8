import type { NonEmpty } from './types.ts';

/** Put things that have a key in common together, keys and things in order of their first places. */
export function bucketsOf<T, K>(
  things: Iterable<T>,
  keysOf: (thing: T) => Iterable<K>,
): ReadonlyMap<K, NonEmpty<T>> {
  const buckets = new Map<K, [T, ...T[]]>();
  for (const thing of things) {
    for (const key of keysOf(thing)) {
      const known = buckets.get(key);
      if (known) known.push(thing);
      else buckets.set(key, [thing]);
    }
  }
  return buckets;
}
