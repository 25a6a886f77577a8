import { type PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import type { Element, Instruction } from 'xast';
import { toXml } from 'xast-util-to-xml';
import { element as x } from '../xml.ts';
import { SEPARATOR, type Stamp } from './about.ts';

/** Say in XMP what the document says of itself elsewhere: the same, in the same words. */
export function addXmp(document: PDFDocument, about: Stamp): void {
  const packet = toXml({ type: 'root', children: [START, rdf(about), END] });
  // Programs that know no PDF look for it in the file: it is not packed.
  const bytes = new TextEncoder().encode(packet);
  const dict = document.context.obj({ Type: 'Metadata', Subtype: 'XML', Length: bytes.length });
  const ref = document.context.register(PDFRawStream.of(dict, bytes));
  document.catalog.set(PDFName.of('Metadata'), ref);
}

/** XMP Specification Part 1, 7.3.2: what begins a packet, and ends one that is not to be changed in place. */
const START: Instruction = {
  type: 'instruction',
  name: 'xpacket',
  value: 'begin="\u{feff}" id="W5M0MpCehiHzreSzNTczkc9d"',
};
const END: Instruction = { type: 'instruction', name: 'xpacket', value: 'end="r"' };

function rdf(about: Stamp): Element {
  const date = about.date?.toISOString().replace(/\.\d+Z$/u, 'Z');
  return x('x:xmpmeta', { 'xmlns:x': 'adobe:ns:meta/' }, [
    x('rdf:RDF', { 'xmlns:rdf': 'http://www.w3.org/1999/02/22-rdf-syntax-ns#' }, [
      x('rdf:Description', { 'rdf:about': '', ...NAMESPACES }, [
        x('dc:format', {}, ['application/pdf']),
        x('dc:title', {}, [inWords(about.title)]),
        x('dc:description', {}, [inWords(about.subject)]),
        x('dc:creator', {}, [list('rdf:Seq', [about.author])]),
        ...(about.keywords.length > 0
          ? [
              x('dc:subject', {}, [list('rdf:Bag', about.keywords)]),
              x('pdf:Keywords', {}, [about.keywords.join(SEPARATOR)]),
            ]
          : []),
        x('dc:language', {}, [list('rdf:Bag', [about.language])]),
        x('xmp:CreatorTool', {}, [about.creator]),
        x('pdf:Producer', {}, [about.producer]),
        ...(date ? DATES.map((name) => x(name, {}, [date])) : []),
      ]),
    ]),
  ]);
}

const NAMESPACES = {
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:pdf': 'http://ns.adobe.com/pdf/1.3/',
  'xmlns:xmp': 'http://ns.adobe.com/xap/1.0/',
};

const DATES = ['xmp:CreateDate', 'xmp:ModifyDate'];

/** A text that may be said in several languages, and is in one. */
const inWords = (text: string): Element =>
  x('rdf:Alt', {}, [x('rdf:li', { 'xml:lang': 'x-default' }, [text])]);

const list = (name: string, items: readonly string[]): Element =>
  x(
    name,
    {},
    items.map((item) => x('rdf:li', {}, [item])),
  );
