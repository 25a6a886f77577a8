import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from 'yaml';
import type { Place } from './messages.ts';

/** What is wrong with a text that should be YAML, and where. */
export interface YamlFault {
  /** In words that go on after "YAML": "map keys must be unique". */
  readonly reason: string;
  readonly place: Place;
  readonly cause: Error;
}

/** A YAML document as plain data that knows where it was written. */
export interface Yaml {
  /** Undefined where there are faults, and for an empty document. */
  readonly value: unknown;
  /** What makes it no YAML. */
  readonly faults: readonly YamlFault[];
  /** What other programs may read otherwise: a tag that is not known. */
  readonly warnings: readonly YamlFault[];
  /** Where the value at a path stands, or the nearest thing around it that is written down. */
  readonly placeOf: (path: readonly PropertyKey[]) => Place;
  /** Where the key stands that a path ends with. */
  readonly placeOfKey: (path: readonly PropertyKey[]) => Place;
}

/** More uses of one anchor, or of anchors within anchors, are an attack on memory. */
const MAX_ALIASES = 100;

/** Read a text as YAML. Throws nothing: whatever is wrong with it is a fault. */
export function readYaml(source: string): Yaml {
  const lines = new LineCounter();
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const document: Document = parseDocument(source, { lineCounter: lines, prettyErrors: false });
  const faultOf = (cause: Error, offset: number): YamlFault => ({
    reason: lowerFirst(cause.message),
    place: placeAt(offset),
    cause,
  });
  const errors = [...grammarErrors(document), ...aliasErrors(document)].map(({ error, offset }) =>
    faultOf(error, offset),
  );
  const value = errors.length > 0 ? undefined : dataOf(document);
  const excess = value instanceof Error ? [faultOf(value, lastAlias(document))] : [];
  return {
    value: value instanceof Error ? undefined : value,
    faults: [...errors, ...excess],
    warnings: document.warnings.map((error) => faultOf(error, error.pos[0])),
    placeOf: (path) => placeAt(offsetOf(spotAt(document, path).value)),
    placeOfKey: (path) => placeAt(offsetOf(spotAt(document, path).key)),
  };
}

/** Errors of the grammar. Brackets in brackets, thousands deep, break every bracket's grammar. */
function grammarErrors({ errors }: Document): { error: Error; offset: number }[] {
  const deep = errors.find(({ code }) => code === 'RESOURCE_EXHAUSTION');
  if (!deep) return errors.map((error) => ({ error, offset: error.pos[0] }));
  return [{ error: new Error('nested too deeply', { cause: deep }), offset: deep.pos[0] }];
}

/** The document as plain data, or the error that says why it would be too much. */
function dataOf(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: MAX_ALIASES });
  } catch (error) {
    if (error instanceof ReferenceError) {
      return new Error(`aliases that stand for too much: more than ${MAX_ALIASES} uses`, {
        cause: error,
      });
    }
    throw error;
  }
}

/** Aliases that stand for nothing, or for what they are a part of. */
function aliasErrors(document: Document): { error: Error; offset: number }[] {
  const found: { error: Error; offset: number }[] = [];
  const anchors = new Map<string, Node>();
  visit(document, {
    Node: (_, node, path) => {
      if (!isAlias(node)) {
        if (node.anchor) anchors.set(node.anchor, node);
        return;
      }
      const target = anchors.get(node.source);
      const complaint = !target
        ? `alias "*${node.source}" without an anchor "&${node.source}" above it`
        : path.includes(target) && `alias "*${node.source}" inside of what it stands for`;
      if (complaint) found.push({ error: new Error(complaint), offset: offsetOf(node) });
    },
  });
  return found;
}

function lastAlias(document: Document): number {
  let last = 0;
  visit(document, {
    Alias: (_, alias) => {
      last = offsetOf(alias);
    },
  });
  return last;
}

/** A value and the key that it stands under. */
interface Spot {
  readonly key: unknown;
  readonly value: unknown;
}

/** Go down a path as far as it is written down. */
function spotAt(document: Document, path: readonly PropertyKey[]): Spot {
  let spot: Spot = { key: document.contents, value: document.contents };
  for (const step of path) {
    const next = childOf(document, spot.value, step);
    if (!next) return { key: spot.value, value: spot.value };
    spot = next;
  }
  return spot;
}

function childOf(document: Document, parent: unknown, step: PropertyKey): Spot | undefined {
  const node = isAlias(parent) ? parent.resolve(document) : parent;
  if (isSeq(node)) return { key: node.items[Number(step)], value: node.items[Number(step)] };
  if (!isMap(node)) return undefined;
  const pair = node.items.find(
    (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(step),
  );
  return pair && { key: pair.key, value: pair.value ?? pair.key };
}

const offsetOf = (node: unknown): number => (isNode(node) && node.range ? node.range[0] : 0);

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
