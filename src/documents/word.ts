import { type FileProperties, foundIn } from '../file-properties.ts';
import { message } from '../messages.ts';
import { visibleText } from '../visible-text.ts';
import { listZip, unzip, type ZipEntry } from '../zip.ts';
import type { Opened, RawFile } from './document.ts';

/**
 * As much mark-up as 80,000 words need where every word has its own. The library takes a hundred
 * times as much memory.
 */
const MAX_XML_BYTES = 10_000_000;

/**
 * Open a Word file: its paragraphs, headings, lists and tables as HTML. Headers and footers,
 * comments and what was struck out in a revision are no part of it.
 *
 * The library is given texts that were checked here, and never the file itself: it would unpack
 * whatever size it comes to, and look into every part.
 */
export async function openWord({ name, bytes }: RawFile): Promise<Opened> {
  const refused = (rule: Rule, found: string, advice: string) => ({
    content: null,
    messages: [message({ rule, file: name, found, expected: 'a Word file (.docx)', advice })],
  });
  if (isOld(bytes)) {
    return isLocked(bytes)
      ? refused('encrypted-file', 'Word file with a password', 'save it without one')
      : refused('broken-file', 'Word file of the old kind (.doc)', 'save it as .docx');
  }
  const entries = listZip(bytes)?.filter(isNeeded);
  if (!entries) return refused('broken-file', 'file that is cut off or damaged', SAVE_AGAIN);
  if (!entries.some((entry) => MAIN_PART.test(entry.name))) {
    return refused('broken-file', 'zip file without word/document.xml', SAVE_AGAIN);
  }
  const size = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (size > MAX_XML_BYTES) {
    const found = `mark-up of ${Math.ceil(size / 1000)} kB once unpacked`;
    return refused('too-large', found, `keep the report alone; ${MAX_XML_BYTES / 1000} kB at most`);
  }
  const parts = unpacked(bytes, entries);
  if (!parts) return refused('broken-file', 'part that is damaged or of another size', SAVE_AGAIN);
  if ([...parts.values()].some((part) => /<!(?:DOCTYPE|ENTITY)/iu.test(part))) {
    return refused(
      'broken-file',
      'document type declaration',
      'no Word file has one; do not open it',
    );
  }
  const converted = await convert(parts);
  if ('fault' in converted) {
    return converted.fault === null
      ? refused('too-deep', 'tables or fields nested too deep', 'save its text alone')
      : refused('broken-file', `mark-up that is none of Word’s (${converted.fault})`, SAVE_AGAIN);
  }
  const { source } = converted;
  const text = visibleText(source);
  if (text === '') return refused('no-text', 'Word file without text', 'put the text into it');
  const found = foundIn(await propertiesOf(parts.get(CORE_PART) ?? ''), text);
  const part = 'text of the Word file';
  return { content: { source, form: 'rich', encoding: 'utf-8', part, found }, messages: [] };
}

type Rule = 'no-text' | 'encrypted-file' | 'broken-file' | 'too-large' | 'too-deep';

const SAVE_AGAIN = 'open it in Word and save it again, or save its text';

const MAIN_PART = /^word\/document\d*\.xml$/iu;

/** Pictures, fonts and macros are not needed, and not unpacked. */
const isNeeded = ({ name }: ZipEntry) => /\.(?:xml|rels)$/iu.test(name);

/** How a file of the compound format begins: an old Word file, or a new one with a password. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];
const isOld = (bytes: Uint8Array) => COMPOUND.every((byte, at) => bytes[at] === byte);

const isLocked = (bytes: Uint8Array) =>
  Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'));

function unpacked(bytes: Uint8Array, entries: readonly ZipEntry[]) {
  const parts = new Map<string, string>();
  for (const entry of entries) {
    const part = unzip(bytes, entry);
    if (!part) return undefined;
    parts.set(entry.name, new TextDecoder().decode(part));
  }
  return parts;
}

/** The text, or what is wrong with the mark-up; null where it is too deep. */
type Converted = { readonly source: string } | { readonly fault: string | null };

async function convert(parts: ReadonlyMap<string, string>): Promise<Converted> {
  const { default: mammoth } = await import('mammoth');
  // What the library makes of a file for itself; its types do not name it.
  const file = {
    exists: (name: string) => parts.has(name),
    read: async (name: string) => parts.get(name) ?? '',
  };
  const input = { file } as unknown as Parameters<typeof mammoth.convertToHtml>[0];
  try {
    const { value } = await mammoth.convertToHtml(input, {
      includeEmbeddedStyleMap: false,
      externalFileAccess: false,
      styleMap: ["p[style-name='Title'] => h1:fresh"],
      convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
    });
    return { source: value };
  } catch (error) {
    if (error instanceof RangeError) return { fault: null };
    const [fault = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    return { fault };
  }
}

const CORE_PART = 'docProps/core.xml';

/** What the file says about itself; each of it may be left over from another document. */
async function propertiesOf(xml: string): Promise<FileProperties> {
  const { DomUtils, parseDocument } = await import('htmlparser2');
  const core = parseDocument(xml, { xmlMode: true });
  const textOf = (tag: string) => {
    const [element] = DomUtils.getElementsByTagName(tag, core, true, 1);
    return element ? DomUtils.textContent(element).trim() : '';
  };
  return {
    title: textOf('dc:title'),
    author: textOf('dc:creator'),
    days: [textOf('dcterms:created'), textOf('dcterms:modified')].map((date) => date.slice(0, 10)),
  };
}
