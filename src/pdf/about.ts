import { PDFDict, type PDFDocument, PDFHeader, PDFHexString, PDFName } from '@cantoo/pdf-lib';

/** What a document says of itself: plain texts of one line. */
export interface About {
  readonly title: string;
  readonly author: string;
  /** What it is, in a sentence. */
  readonly subject: string;
  readonly keywords: readonly string[];
  /** BCP 47 tag. */
  readonly language: string;
  /** The program that composed it. */
  readonly creator: string;
  /** Null: the document says nothing of when it was made. */
  readonly date: Date | null;
  /** Hexadecimal; the same for the same content. */
  readonly id: string;
}

/** With the program that printed it, in its own words. */
export interface Stamp extends About {
  readonly producer: string;
}

/** Write what a document says of itself, and nothing that differs from run to run. */
export function stamp(document: PDFDocument, about: About): Stamp {
  // What is attached, and how, is of this version; a browser writes 1.4.
  document.context.header = PDFHeader.forVersion(1, 7);
  document.setTitle(about.title, { showInWindowTitleBar: true });
  document.setAuthor(about.author);
  document.setSubject(about.subject);
  if (about.keywords.length > 0) document.setKeywords([about.keywords.join(SEPARATOR)]);
  document.setLanguage(about.language);
  document.setCreator(about.creator);
  const info = document.context.lookupMaybe(document.context.trailerInfo.Info, PDFDict);
  if (about.date) {
    document.setCreationDate(about.date);
    document.setModificationDate(about.date);
  } else {
    info?.delete(PDFName.of('CreationDate'));
    info?.delete(PDFName.of('ModDate'));
  }
  const id = PDFHexString.of(about.id);
  document.context.trailerInfo.ID = document.context.obj([id, id]);
  return { ...about, producer: document.getProducer() ?? '' };
}

/** Stands between keywords where they are one text. */
export const SEPARATOR = ', ';
