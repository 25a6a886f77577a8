import { BuilderElement, type XmlComponent } from 'docx';

/** Attributes of an element, by their names without prefix; all are of WordprocessingML. */
export type Attributes = Readonly<Record<string, string | number>>;

/**
 * Make an element of WordprocessingML that the library has no class for, or one whose class says more
 * than is wanted.
 *
 * @param name Its name without prefix: `fldChar`.
 */
export function element(
  name: string,
  attributes: Attributes = {},
  children: readonly XmlComponent[] = [],
): XmlComponent {
  const named = Object.entries(attributes).map(([key, value]) => [
    key,
    { key: key.includes(':') ? key : `w:${key}`, value },
  ]);
  return new BuilderElement({
    name: `w:${name}`,
    attributes: Object.fromEntries(named),
    children,
  });
}

/** Put children into an element. @returns The element. */
export function filled<T extends XmlComponent>(
  parent: T,
  children: readonly (XmlComponent | string)[],
): T {
  for (const child of children) parent.addChildElement(child);
  return parent;
}
