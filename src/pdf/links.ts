import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFString,
} from '@cantoo/pdf-lib';
import { destinationPages } from './destinations.ts';
import { kidsOf, partAt, partsOf, typeOf } from './structure.ts';

/** A link of the page that was printed. */
export interface PageLink {
  /** `#id`, or a whole address. */
  readonly to: string;
  /** What it is called: its label, or its text. */
  readonly text: string;
}

/**
 * Say at each link what it is called, for those who meet it alone, in a list of links. A browser
 * leaves that out.
 *
 * @param links Of the page, in its order. Links of it that were not printed may stand among them.
 */
export function nameLinks(document: PDFDocument, links: readonly PageLink[]): void {
  let next = 0;
  for (const part of partsOf(document).filter((each) => typeOf(each) === 'Link')) {
    const annotations = annotationsIn(part.dict, document);
    const [to] = annotations.map(targetOf);
    const at = links.findIndex((link, index) => index >= next && addressOf(link.to) === to);
    const link = links[at];
    if (!link) continue;
    next = at + 1;
    for (const annotation of annotations) name(annotation, link.text);
  }
  nameRest(document);
}

/** Annotations of a link: one for each piece of it, on each line that it stands on. */
function annotationsIn(dict: PDFDict, document: PDFDocument): readonly PDFDict[] {
  return kidsOf({ dict }).flatMap((kid: PDFObject): readonly PDFDict[] => {
    const inner = partAt(kid, document);
    if (inner) return annotationsIn(inner, document);
    const reference = document.context.lookup(kid);
    if (!(reference instanceof PDFDict)) return [];
    const annotation = reference.lookupMaybe(PDFName.of('Obj'), PDFDict);
    return annotation ? [annotation] : [];
  });
}

/** `#id` or an address; undefined: neither is said. */
function targetOf(annotation: PDFDict): string | undefined {
  const within = annotation.lookup(PDFName.of('Dest'));
  if (within instanceof PDFName) return addressOf(`#${within.decodeText()}`);
  const action = annotation.lookupMaybe(PDFName.of('A'), PDFDict);
  const address = action?.lookupMaybe(PDFName.of('URI'), PDFString, PDFHexString);
  return address && addressOf(address.decodeText());
}

/** An address as a browser writes it, whatever way it was written. */
function addressOf(to: string): string {
  try {
    return to.startsWith('#') ? decodeURIComponent(to) : new URL(to).href;
  } catch {
    return to;
  }
}

const CONTENTS = PDFName.of('Contents');

const name = (annotation: PDFDict, text: string): void =>
  annotation.set(CONTENTS, PDFHexString.fromText(text));

/** Call links that were not found on the page by what they lead to. */
function nameRest(document: PDFDocument): void {
  const pages = destinationPages(document);
  for (const { node } of document.getPages()) {
    for (const entry of node.lookupMaybe(PDFName.of('Annots'), PDFArray)?.asArray() ?? []) {
      const annotation = document.context.lookupMaybe(entry, PDFDict);
      if (!annotation || annotation.has(CONTENTS)) continue;
      const to = targetOf(annotation) ?? '';
      const page = pages.get(to.replace(/^#/u, ''));
      name(annotation, page ? `Page ${page}` : to);
    }
  }
}
