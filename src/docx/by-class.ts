import type { Element } from 'hast';

/** What a table says of the first class of an element that it knows. */
export function byClass<T>(element: Element, table: Readonly<Record<string, T>>): T | undefined {
  const { className } = element.properties;
  const known = Array.isArray(className)
    ? className.find((name) => Object.hasOwn(table, name))
    : undefined;
  return known === undefined ? undefined : table[known];
}
