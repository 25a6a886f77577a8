import { TextRun, type XmlComponent } from 'docx';
import { INVISIBLE } from '../characters.ts';
import { element, filled } from './elements.ts';

/** Half characters, and two that are none: no XML may hold them, as it may no controls. */
const NO_CHARACTER = /\p{Surrogate}|[\u{fffe}\u{ffff}]/gu;

/** Controls that part words as spaces do. */
const PARTING = /[\v\f]/gu;

/** A text as XML can hold it: without what is not seen, or turns what stands around it. */
export const inXml = (text: string): string =>
  text.replace(INVISIBLE, '').replace(PARTING, ' ').replace(NO_CHARACTER, '\u{fffd}');

/**
 * Give a text as runs.
 *
 * Behind each brace a new run begins: the library writes `{name-1}` for the number of a list and
 * later puts that number in its place, wherever it stands. So nothing that a report says is taken for
 * one.
 *
 * @param style Id of a character style. Default: that of the paragraph.
 */
export function runsOf(text: string, style?: string): XmlComponent[] {
  return inXml(text)
    .split(/(?<=\{)/u)
    .filter((piece) => piece !== '')
    .map((piece) => new TextRun(style === undefined ? { text: piece } : { text: piece, style }));
}

/**
 * A field: words that the reader's program works out, and what it gives until then.
 *
 * @param instruction What is worked out: `PAGE`. Never words of a report.
 * @param result What it gives now.
 * @param style Id of a character style.
 */
export function fieldOf(instruction: string, result: string, style?: string): XmlComponent[] {
  return [...fieldStart(instruction, style), ...runsOf(result, style), runWith(mark('end'), style)];
}

/** What opens a field, for one whose result goes over paragraphs; `fieldEnd` closes it. */
export const fieldStart = (instruction: string, style?: string): XmlComponent[] => [
  runWith(mark('begin'), style),
  runWith(filled(element('instrText', { 'xml:space': 'preserve' }), [` ${instruction} `]), style),
  runWith(mark('separate'), style),
];

export const fieldEnd = (): XmlComponent => runWith(mark('end'));

const mark = (type: 'begin' | 'separate' | 'end') => element('fldChar', { fldCharType: type });

function runWith(child: XmlComponent, style?: string): XmlComponent {
  return filled(new TextRun(style === undefined ? {} : { style }), [child]);
}
