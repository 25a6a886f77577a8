import type { Element } from 'hast';
import { visit } from 'unist-util-visit';

/**
 * Lead links to the files that their places went to, and write addresses of the Web as the standard has
 * them. What is no address becomes plain words: a file with a broken one is refused by shops and libraries.
 *
 * @param own Ids of the file that the links stand in: within a file they stay as they are.
 * @param files Id → file that it is in.
 */
export function leadLinks(
  part: Element,
  own: ReadonlySet<string>,
  files: ReadonlyMap<string, string>,
): void {
  visit(part, { tagName: 'a' }, (link: Element) => {
    const href = String(link.properties['href'] ?? '');
    const target = href.startsWith('#') ? within(href.slice(1), own, files) : address(href);
    if (target !== null) {
      link.properties['href'] = target;
      return;
    }
    link.tagName = 'span';
    link.properties = { className: link.properties['className'] };
  });
}

function within(
  id: string,
  own: ReadonlySet<string>,
  files: ReadonlyMap<string, string>,
): string | null {
  if (own.has(id)) return `#${id}`;
  const file = files.get(id);
  return file === undefined ? null : `${file}#${id}`;
}

/** An address without what the standard allows only because browsers mend it. */
function address(href: string): string | null {
  if (!URL.canParse(href)) return null;
  const { origin, pathname, search, hash } = new URL(href);
  const way = `${pathname}${search}${hash}`;
  return origin + way.replace(/[\\^`{|}[\]]/gu, (mark) => encodeURIComponent(mark));
}
