import { AFRelationship, type PDFDocument } from '@cantoo/pdf-lib';

/** A file that goes along inside a document. */
export interface Attachment {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly mimeType: string;
  /** What it is, in a sentence. */
  readonly description: string;
}

/** Attach the data that a document shows. @param date When both were made; null: it is not said. */
export async function attachData(
  document: PDFDocument,
  { name, bytes, mimeType, description }: Attachment,
  date: Date | null,
): Promise<void> {
  await document.attach(bytes, name, {
    mimeType,
    description,
    afRelationship: AFRelationship.Data,
    ...(date && { creationDate: date, modificationDate: date }),
  });
}
