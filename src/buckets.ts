/** Put things that have a key in common together, keys and things in order of their first places. */
export function bucketsOf<T>(
  things: Iterable<T>,
  keysOf: (thing: T) => Iterable<string>,
): ReadonlyMap<string, readonly T[]> {
  const buckets = new Map<string, T[]>();
  for (const thing of things) {
    for (const key of keysOf(thing)) {
      const known = buckets.get(key);
      if (known) known.push(thing);
      else buckets.set(key, [thing]);
    }
  }
  return buckets;
}
