import Handlebars from 'handlebars';
import type { VFileMessage } from 'vfile-message';
import { message, type Place } from '../messages.ts';
import { nearest, withHint } from '../nearest.ts';

/** What a template may ask for by name. */
export interface Known {
  readonly partials: readonly string[];
  readonly helpers: readonly string[];
}

/** Helpers that come with Handlebars. `log` writes nothing that a reader sees. */
const BUILT_IN = ['if', 'unless', 'each', 'with', 'lookup'];

/** A node of a template's tree, as far as it is looked at here. */
interface Node {
  readonly type: string;
  readonly loc: { readonly start: { readonly line: number; readonly column: number } };
  readonly [field: string]: unknown;
}

/**
 * Say what is wrong with a template before it is filled: that it is none, or asks for partials or
 * helpers that there are not.
 *
 * @param file Name for messages.
 */
export function checkTemplate(text: string, file: string, known: Known): readonly VFileMessage[] {
  const tree = parsedOr(text, file);
  if ('objection' in tree) return [tree.objection];
  return nodesIn(tree.program).flatMap((node) => {
    if (/Decorator/u.test(node.type)) return [unusable(file, placeOf(node), DECORATOR)];
    const asked = askedBy(node);
    if (!asked) return [];
    const names = asked.kind === 'partial' ? known.partials : [...BUILT_IN, ...known.helpers];
    if (names.includes(asked.name)) return [];
    const found = `${asked.kind} "${asked.name}"`;
    const expected = `a ${asked.kind} that there is`;
    return [unusable(file, placeOf(node), { found, expected }, nearest(asked.name, names))];
  });
}

/** Names of the partials that a template asks for; none where it cannot be read. */
export function partialsIn(text: string): readonly string[] {
  const tree = parsedOr(text, '');
  if ('objection' in tree) return [];
  const asked = nodesIn(tree.program).map(askedBy);
  return asked.flatMap((one) => (one?.kind === 'partial' ? one.name : []));
}

const DECORATOR = { found: 'decorator', expected: 'values, helpers and partials alone' };

/** What a node asks for by a name that is written down; nothing where it is a mere field. */
function askedBy(node: Node): { kind: 'partial' | 'helper'; name: string } | undefined {
  if (/^Partial(?:Block)?Statement$/u.test(node.type)) {
    const name = originalOf(node['name']);
    return name === undefined ? undefined : { kind: 'partial', name };
  }
  if (!/^(?:MustacheStatement|BlockStatement|SubExpression)$/u.test(node.type)) return undefined;
  const isCall = itemsOf(node['params']).length > 0 || node['hash'] !== undefined;
  const name = originalOf(node['path']);
  return isCall && name !== undefined ? { kind: 'helper', name } : undefined;
}

const itemsOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** The name that a path is written as; nothing for what is worked out (`(lookup . "kind")`). */
function originalOf(path: unknown): string | undefined {
  if (!isNode(path) || path.type === 'SubExpression') return undefined;
  return String(path['original']);
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value;

/** A node with all that are inside of it. */
function nodesIn(value: unknown): readonly Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.entries(value).flatMap(([key, inner]) =>
    key === 'loc' ? [] : nodesIn(inner),
  );
  return isNode(value) ? [value, ...inside] : inside;
}

// ---------------------------------------------------------------------------------------------
// Messages

const placeOf = ({ loc }: Node): Place => ({
  line: loc.start.line,
  column: loc.start.column + 1,
});

function parsedOr(text: string, file: string) {
  try {
    return { program: Handlebars.parse(text) };
  } catch (error) {
    const told = error instanceof Error ? error.message : String(error);
    // "Parse error on line 3:\n…" and "each doesn't match if - 3:4": two ways to say where.
    const [, line = '1'] = /on line (\d+)/u.exec(told) ?? / - (\d+):\d+$/u.exec(told) ?? [];
    const reason = told.replace(/\s+/gu, ' ').slice(0, 160);
    const found = `template (${reason})`;
    const expected = 'the grammar of Handlebars';
    return {
      objection: unusable(file, { line: Number(line), column: 1 }, { found, expected }),
    };
  }
}

const unusable = (
  file: string,
  place: Place,
  { found, expected }: { readonly found: string; readonly expected: string },
  meant?: string,
): VFileMessage =>
  message({
    rule: 'template-unusable',
    file,
    place,
    found,
    expected,
    advice: withHint(meant, 'docs/templates.md lists partials and helpers; correct the template'),
  });
