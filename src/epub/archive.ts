import { type Zippable, zipSync } from 'fflate';
import { element, xmlDocument } from '../xml.ts';
import { zipDate } from '../zip.ts';

/**
 * Pack the files of a book. What it is stands first, and unpacked, so that it can be told by its first
 * bytes; the others follow in the order given.
 *
 * @param files Name in the book's folder → text. The first is its package document.
 */
export function packed(files: ReadonlyMap<string, string>): Uint8Array {
  const encoder = new TextEncoder();
  const [document = ''] = files.keys();
  const mtime = zipDate();
  const entries: Zippable = {
    mimetype: [encoder.encode('application/epub+zip'), { level: 0, mtime }],
    'META-INF/container.xml': [encoder.encode(container(`${FOLDER}/${document}`)), { mtime }],
  };
  for (const [name, text] of files) {
    entries[`${FOLDER}/${name}`] = [encoder.encode(text), { level: 9, mtime }];
  }
  return zipSync(entries);
}

const FOLDER = 'EPUB';

/** Leads to the package document. */
const container = (document: string): string =>
  xmlDocument({
    type: 'root',
    children: [
      element(
        'container',
        { xmlns: 'urn:oasis:names:tc:opendocument:xmlns:container', version: '1.0' },
        [
          element('rootfiles', {}, [
            element('rootfile', {
              'full-path': document,
              'media-type': 'application/oebps-package+xml',
            }),
          ]),
        ],
      ),
    ],
  });
