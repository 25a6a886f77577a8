import { fold } from './characters.ts';
import type { Found } from './types.ts';

/** What a Word or PDF file says about itself. Empty where it does not. */
export interface FileProperties {
  readonly title: string;
  readonly author: string;
  /** Calendar dates, ISO 8601, on which it was made or changed; best first. */
  readonly days: readonly string[];
}

/**
 * Take what the properties of a file tell about the report in it. They are about the file: titles
 * are left over from templates, authors are owners of computers, and files are made when somebody
 * saves a page. So each of them counts only where the text has it too.
 *
 * @param text The words of the report.
 */
export function foundIn({ title, author, days }: FileProperties, text: string): Found[] {
  const found: Found[] = [];
  const headline = title.replace(NAME_OF_SITE, '');
  if (headline.split(/\s+/u).length > 2 && fold(text).includes(fold(headline))) {
    const because = 'title in the properties of the file, which its text has too';
    found.push({ field: 'headline', value: headline, basis: 'inferred', because });
  }
  if (/(?<!\S)[^\s\p{Lu}]*\p{Lu}\S*\s+\p{Lu}/u.test(author) && text.includes(author)) {
    const because = 'author in the properties of the file, who is named in the text';
    found.push({ field: 'authors', value: [author], basis: 'inferred', because });
  }
  const day = days.find((date) => namesDay(text, date));
  if (day) {
    const because = 'the file is of that day, and its text names it';
    found.push({ field: 'published', value: day, basis: 'inferred', because });
  }
  return found;
}

/** What browsers take for a part of the title: " | The Courier". */
const NAME_OF_SITE = /(?<!\s)\s+[|–—-]\s+[^|–—]{1,40}$/u;

const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

/** Whether a text names a day in full, as English does, or in ISO 8601. */
function namesDay(text: string, date: string): boolean {
  const [, year, month, digits] = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(date) ?? [];
  const name = MONTHS[Number(month) - 1];
  if (!name) return false;
  const [day, short] = [`0?${Number(digits)}(?:st|nd|rd|th)?`, name.slice(0, 3)];
  const spelled = `(?:${name}|${short}\\.?|${short === 'Sep' ? 'Sept\\.?' : name})`;
  const forms = [`${spelled} ${day},? ${year}`, `${day} ${spelled},? ${year}`, date];
  return new RegExp(String.raw`\b(?:${forms.join('|')})\b`, 'iu').test(text);
}
