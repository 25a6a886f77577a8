/** Longer names are cut at a word: some disks and tools stop at 255 bytes, readers earlier. */
const MAX_LENGTH = 60;

/** What a report is called that has no headline in letters that names are made of. */
const NAMELESS = 'report';

/**
 * Name a report by its date and headline: `2031-03-12-bridge-closed.md`. Names sort by date, and
 * hold nothing but letters, digits and hyphens, so that they mean the same everywhere.
 *
 * @param taken Names that others have, in any case: some disks take "A" for "a".
 */
export function fileNameOf(
  { date, headline }: { readonly date: string | null; readonly headline: string | null },
  taken: readonly string[],
): string {
  const stem = [date, slug(headline ?? '') || NAMELESS].filter(Boolean).join('-');
  return freeName(stem, taken);
}

/** The first of `stem.md`, `stem-2.md`, `stem-3.md` that nobody has. */
export function freeName(stem: string, taken: readonly string[]): string {
  const others = new Set(taken.map((name) => name.toLowerCase()));
  for (let count = 1; ; count++) {
    const name = `${stem}${count === 1 ? '' : `-${count}`}.md`;
    if (!others.has(name.toLowerCase())) return name;
  }
}

function slug(headline: string): string {
  const words = headline
    .normalize('NFKD')
    // Accents, and apostrophes inside words.
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/gu);
  let name = '';
  for (const word of words ?? []) {
    const longer = name === '' ? word.slice(0, MAX_LENGTH) : `${name}-${word}`;
    if (longer.length > MAX_LENGTH) break;
    name = longer;
  }
  return name;
}
