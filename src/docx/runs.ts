import { TextRun, type XmlComponent } from 'docx';
import { INVISIBLE, RIGHT_TO_LEFT } from '../characters.ts';
import { inXml } from '../xml.ts';
import { element, filled } from './elements.ts';

/** A text as the file can hold it: without what is not seen, or turns what stands around it. */
export const inWord = (text: string): string => inXml(text.replace(INVISIBLE, ''));

/**
 * Give a text as runs. Words that are written from right to left are runs of their own, which say so:
 * Word sets marks and figures between them in the wrong order else.
 *
 * Behind each brace a new run begins: the library writes `{name-1}` for the number of a list and
 * later puts that number in its place, wherever it stands. So nothing that a report says is taken for
 * one.
 *
 * @param style Id of a character style. Default: that of the paragraph.
 */
export function runsOf(text: string, style?: string): XmlComponent[] {
  return inWord(text)
    .split(TURNING)
    .flatMap((stretch, index) =>
      stretch
        .split(/(?<=\{)/u)
        .filter((piece) => piece !== '')
        .map((piece) => {
          const turns = index % 2 === 1 ? { rightToLeft: true } : {};
          return new TextRun({ text: piece, ...(style === undefined ? {} : { style }), ...turns });
        }),
    );
}

const LETTER = RIGHT_TO_LEFT.source;

/** What may stand between two such letters. */
const BETWEEN = `[^\\p{L}${LETTER.slice(1, -1)}]*`;

/** From the first letter of such a script to the last before one of another: each second part of a text. */
const TURNING = new RegExp(`(${LETTER}(?:${BETWEEN}${LETTER})*)`, 'u');

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
