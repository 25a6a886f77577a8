import { strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { toXml } from 'xast-util-to-xml';
import { element as xml } from '../xml.ts';
import { zipDate } from '../zip.ts';
import { inWord } from './runs.ts';

/** What a document says of itself. */
export interface Properties {
  readonly title: string;
  readonly subject: string;
  readonly keywords: readonly string[];
  readonly creator: string;
  /** BCP 47 tag. */
  readonly language: string;
  /** When it was made, in ISO 8601; nothing where that is not known. */
  readonly date: string | null;
}

/** Path of the part that holds them. */
export const PROPERTIES = 'docProps/core.xml';

/**
 * What a document says of itself, as its part. The library's own has the time at which it was written,
 * and no language.
 */
export function propertiesXml({ date, ...about }: Properties): string {
  const texts: Readonly<Record<string, string>> = {
    'dc:title': about.title,
    'dc:subject': about.subject,
    'dc:creator': about.creator,
    'cp:keywords': about.keywords.join(', '),
    'dc:language': about.language,
    'cp:lastModifiedBy': about.creator,
    'cp:revision': '1',
  };
  const time = { 'xsi:type': 'dcterms:W3CDTF' };
  const root = xml('cp:coreProperties', NAMESPACES, [
    ...Object.entries(texts).map(([name, text]) => xml(name, {}, [inWord(text)])),
    ...(date === null ? [] : [xml('dcterms:created', time, [inSeconds(date)])]),
    ...(date === null ? [] : [xml('dcterms:modified', time, [inSeconds(date)])]),
  ]);
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${toXml(root)}`;
}

const NAMESPACES = {
  'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:dcterms': 'http://purl.org/dc/terms/',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
};

/** Word takes whole seconds in universal time. */
const inSeconds = (date: string): string => `${new Date(date).toISOString().slice(0, 19)}Z`;

/** Names the parts to whoever opens the file, and is looked for at its head. */
const FIRST = '[Content_Types].xml';

/**
 * Pack the parts of a file anew, in one order and without the time of day: the same parts give the same
 * bytes.
 */
export function repacked(packed: Uint8Array): Uint8Array {
  const parts = unzipSync(packed);
  const names = Object.keys(parts).filter((name) => !name.endsWith('/'));
  const ordered = [FIRST, ...names.filter((name) => name !== FIRST).sort()];
  const files: Zippable = Object.fromEntries(
    ordered.map((name) => [name, parts[name] ?? strToU8('')]),
  );
  return zipSync(files, { mtime: zipDate(), level: 9 });
}
