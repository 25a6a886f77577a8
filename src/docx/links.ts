import { ConcreteHyperlink } from 'docx';
import { filled } from './elements.ts';
import { noteNumber, targetOf } from './notes.ts';
import type { Inline } from './writer.ts';

/** Style of what leads out of the document, and of what leads to another place in it. */
const OUT = 'Hyperlink';
const WITHIN = 'LinkWithin';

/** A link, or the words alone where it leads nowhere that Word may open. */
export const link: Inline = (element, at, write) => {
  const id = targetOf(element);
  if (id === undefined) return outward(element, at, write);
  const anchor = write.bookmarks.nameOf(id);
  if (anchor === undefined) return write.inline(element.children, at);
  const number = write.notes.numberOf(id);
  const words =
    number === undefined
      ? write.inline(element.children, { ...at, run: at.run ?? WITHIN })
      : noteNumber(id, number, WITHIN, write);
  return [filled(new ConcreteHyperlink([], '', anchor), words)];
};

const outward: Inline = ({ properties, children }, at, write) => {
  const id = write.targets.idOf(String(properties['href'] ?? ''), at.part);
  if (id === undefined) return write.inline(children, at);
  return [filled(new ConcreteHyperlink([], id), write.inline(children, { ...at, run: OUT }))];
};
