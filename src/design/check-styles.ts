import postcss, { type AtRule, CssSyntaxError, type Declaration } from 'postcss';
import type { VFileMessage } from 'vfile-message';
import { message, type Place, type RuleName } from '../messages.ts';

/**
 * Say what is wrong with a style sheet: that it is none, ends the element it is put into, or asks for
 * what a page never asks for. What gets by here in other spelling, the page's policy still forbids.
 *
 * @param file Name for messages.
 */
export function checkStyles(css: string, file: string): readonly VFileMessage[] {
  const end = css.search(/<\/style/iu);
  if (end >= 0) {
    const line = css.slice(0, end).split('\n').length;
    return [objection('template-untrusted', file, { line, column: 1 }, ENDS)];
  }
  try {
    const fetching: (AtRule | Declaration)[] = [];
    const root = postcss.parse(css);
    root.walkAtRules((rule) => {
      if (/^(?:import|namespace)$/iu.test(unescaped(rule.name))) fetching.push(rule);
    });
    root.walkDecls((declaration) => {
      if (fetches(unescaped(declaration.value))) fetching.push(declaration);
    });
    return fetching.map((node) => {
      const { line = 1, column = 1 } = node.source?.start ?? {};
      const found = `"${node.toString().slice(0, 60)}"`;
      return objection('template-untrusted', file, { line, column }, { ...FETCHES, found });
    });
  } catch (error) {
    if (!(error instanceof CssSyntaxError)) throw error;
    const { line = 1, column = 1, reason } = error;
    const found = `style sheet (${reason.charAt(0).toLowerCase()}${reason.slice(1)})`;
    const trouble = { found, expected: 'the grammar of CSS', advice: 'correct the line' };
    return [objection('template-unusable', file, { line, column }, trouble)];
  }
}

/** A value without its escapes: `u\\72l(` is read as `url(`. */
const unescaped = (value: string): string =>
  value
    .replace(/\\([\da-f]{1,6})\s?/giu, (_, hex: string) => letterOf(Number.parseInt(hex, 16)))
    .replace(/\\(.)/gu, '$1');

const letterOf = (point: number): string =>
  point <= 0x10ffff ? String.fromCodePoint(point) : '\u{fffd}';

/** Whether a value has an address, or anything but data in `url()`. */
const fetches = (value: string): boolean =>
  /url\((?!["']?(?:data:|#))|\/\//iu.test(
    value.replace(/\bdata:[^"')\s]*/giu, 'data:').replace(/\s/gu, ''),
  );

const ENDS = {
  found: '"</style" in a style sheet',
  expected: 'nothing that ends the page’s styles',
  advice: 'take it out, or write it as "<\\/style"',
};

const FETCHES = {
  expected: 'styles that ask for nothing',
  advice: 'a page makes no request: put what is needed inside as url(data:…)',
};

const objection = (
  rule: RuleName,
  file: string,
  place: Place,
  trouble: { readonly found: string; readonly expected: string; readonly advice: string },
): VFileMessage => message({ rule, file, place, ...trouble });
