import type { Relationships } from 'docx';
import type { Part } from './writer.ts';

/** Addresses that links lead out to. A part of the file names each by a relationship. */
export interface Targets {
  /** Id of the relationship for an address; nothing where no link may lead there. */
  readonly idOf: (href: string, part: Part) => string | undefined;
  /** Enter those of a part into its list. */
  readonly enter: (part: Part, list: Relationships) => void;
}

const HYPERLINK = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink';

/**
 * Gather the addresses of a document. Ids follow the order of the links: the library's own are made of
 * random letters, and no two files would be alike.
 */
export function targetsOf(): Targets {
  const found: Readonly<Record<Part, Map<string, string>>> = {
    document: new Map(),
    footnotes: new Map(),
  };
  return {
    idOf: (href, part) => {
      const address = addressOf(href);
      if (address === undefined) return undefined;
      const id = found[part].get(address) ?? `Link${found[part].size + 1}`;
      found[part].set(address, id);
      return id;
    },
    enter: (part, list) => {
      for (const [address, id] of found[part]) {
        list.addRelationship(id, HYPERLINK, address, 'External');
      }
    },
  };
}

/** Word refuses files with longer addresses. */
const LONGEST = 2000;

/** An address of the Web in its plain form; nothing for all else. */
function addressOf(href: string): string | undefined {
  if (!URL.canParse(href)) return undefined;
  const { protocol, href: address } = new URL(href);
  return /^https?:$/u.test(protocol) && address.length <= LONGEST ? address : undefined;
}
