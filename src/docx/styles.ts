import {
  DocumentDefaults,
  type ParagraphOptions,
  ParagraphProperties,
  type RunOptions,
  RunProperties,
  type XmlComponent,
} from 'docx';
import { type Attributes, element } from './elements.ts';

/** A style of paragraphs or characters. Whoever changes it in Word changes all that bears it. */
interface Style {
  /** What Word calls it; names that Word knows must be Word's, in small letters. */
  readonly name: string;
  readonly basedOn?: string;
  /** Id of the style of the paragraph behind it, when a writer goes on. */
  readonly next?: string;
  /** Not one that Word knows by its name. */
  readonly own?: true;
  /** Not offered in the gallery of styles. */
  readonly hidden?: true;
  readonly paragraph?: ParagraphOptions;
  readonly run?: RunOptions;
}

/** Faces that come with Word and, of the same measures, with LibreOffice. */
const SERIF = 'Cambria';
const SANS = 'Calibri';

const ACCENT = '1F3A5F';
const SOFT = '555555';

const bullet = (level: number) =>
  ({ reference: 'bullets', level, instance: 0, custom: true }) as const;

/** How far an item of a list is set in at its level, in twentieths of a point. */
export const indentOf = (level: number) => ({ left: 284 * (level + 1), hanging: 284 });

/** How far the words of a footnote stand behind its number. */
const NOTE = { left: 340, hanging: 340 };

const PARAGRAPHS: Readonly<Record<string, Style>> = {
  Normal: { name: 'Normal', paragraph: { spacing: { after: 100, line: 264, lineRule: 'auto' } } },
  Title: {
    name: 'Title',
    basedOn: 'Normal',
    next: 'Subtitle',
    paragraph: {
      keepNext: true,
      keepLines: true,
      spacing: { before: 40, after: 80, line: 240, lineRule: 'auto' },
    },
    run: { font: SERIF, size: 40, bold: true },
  },
  Subtitle: {
    name: 'Subtitle',
    basedOn: 'Normal',
    next: 'Normal',
    paragraph: { spacing: { after: 80 } },
    run: { size: 24, color: SOFT },
  },
  Heading1: {
    name: 'heading 1',
    basedOn: 'Normal',
    next: 'Normal',
    paragraph: {
      keepNext: true,
      keepLines: true,
      outlineLevel: 0,
      spacing: { before: 400, after: 120, line: 240, lineRule: 'auto' },
      border: { top: { style: 'single', size: 12, color: ACCENT, space: 4 } },
    },
    run: { size: 30, bold: true, color: ACCENT },
  },
  Heading2: {
    name: 'heading 2',
    basedOn: 'Normal',
    next: 'Normal',
    paragraph: {
      keepNext: true,
      keepLines: true,
      outlineLevel: 1,
      spacing: { before: 240, after: 80, line: 240, lineRule: 'auto' },
    },
    run: { size: 24, bold: true, color: ACCENT },
  },
  Heading3: {
    name: 'heading 3',
    basedOn: 'Normal',
    next: 'Normal',
    paragraph: {
      keepNext: true,
      keepLines: true,
      outlineLevel: 2,
      spacing: { before: 160, after: 60, line: 240, lineRule: 'auto' },
    },
    run: { size: 22, bold: true },
  },
  Statement: {
    name: 'Statement',
    basedOn: 'Normal',
    own: true,
    paragraph: {
      keepLines: true,
      spacing: { before: 120, after: 60, line: 276, lineRule: 'auto' },
    },
    run: { font: SERIF, size: 22 },
  },
  Remark: {
    name: 'Remark',
    basedOn: 'Normal',
    own: true,
    paragraph: { indent: { left: 284 }, spacing: { after: 40, line: 240, lineRule: 'auto' } },
    run: { size: 18, color: SOFT },
  },
  Before: {
    name: 'Before',
    basedOn: 'Remark',
    own: true,
    next: 'Statement',
    paragraph: { keepNext: true, spacing: { before: 160, after: 40, line: 240, lineRule: 'auto' } },
  },
  Label: {
    name: 'Label',
    basedOn: 'Normal',
    own: true,
    paragraph: { keepNext: true, spacing: { after: 20 } },
    run: { size: 18, bold: true, color: ACCENT },
  },
  Figures: {
    name: 'Figures',
    basedOn: 'Normal',
    own: true,
    paragraph: { spacing: { after: 80 } },
    run: { bold: true },
  },
  Day: {
    name: 'Day',
    basedOn: 'Normal',
    own: true,
    paragraph: { keepNext: true, spacing: { before: 120, after: 40 } },
    run: { bold: true },
  },
  ListBullet: {
    name: 'List Bullet',
    basedOn: 'Normal',
    paragraph: { numbering: bullet(0), spacing: { after: 60 } },
  },
  ListBullet2: {
    name: 'List Bullet 2',
    basedOn: 'Normal',
    paragraph: { numbering: bullet(1), spacing: { after: 40 } },
  },
  ListBullet3: {
    name: 'List Bullet 3',
    basedOn: 'Normal',
    paragraph: { numbering: bullet(2), spacing: { after: 40 } },
  },
  ListNumber: { name: 'List Number', basedOn: 'Normal', paragraph: { spacing: { after: 60 } } },
  ListNumber2: { name: 'List Number 2', basedOn: 'Normal', paragraph: { spacing: { after: 40 } } },
  ListNumber3: { name: 'List Number 3', basedOn: 'Normal', paragraph: { spacing: { after: 40 } } },
  ListContinue: {
    name: 'List Continue',
    basedOn: 'Normal',
    paragraph: { indent: { left: indentOf(0).left }, spacing: { after: 60 } },
  },
  ListContinue2: {
    name: 'List Continue 2',
    basedOn: 'Normal',
    paragraph: { indent: { left: indentOf(1).left }, spacing: { after: 40 } },
  },
  ListContinue3: {
    name: 'List Continue 3',
    basedOn: 'Normal',
    paragraph: { indent: { left: indentOf(2).left }, spacing: { after: 40 } },
  },
  Source: {
    name: 'Source',
    basedOn: 'Normal',
    own: true,
    next: 'SourceDetail',
    paragraph: { keepNext: true, spacing: { before: 160, after: 40 } },
    run: { font: SERIF, size: 22 },
  },
  SourceDetail: {
    name: 'Source Detail',
    basedOn: 'Remark',
    own: true,
    paragraph: { indent: { left: indentOf(0).left } },
  },
  Quote: {
    name: 'Quote',
    basedOn: 'Normal',
    paragraph: { indent: { left: 567, right: 567 } },
    run: { italics: true },
  },
  Caption: {
    name: 'caption',
    basedOn: 'Normal',
    paragraph: { keepNext: true },
    run: { size: 18, bold: true, color: SOFT },
  },
  TableText: {
    name: 'Table Text',
    basedOn: 'Normal',
    own: true,
    paragraph: { spacing: { before: 20, after: 20, line: 240, lineRule: 'auto' } },
    run: { size: 19 },
  },
  TableHead: {
    name: 'Table Head',
    basedOn: 'TableText',
    own: true,
    paragraph: { keepNext: true },
    run: { bold: true },
  },
  TOCHeading: {
    name: 'TOC Heading',
    basedOn: 'Normal',
    next: 'Normal',
    paragraph: { keepNext: true, spacing: { before: 240, after: 60 } },
    run: { bold: true, color: ACCENT },
  },
  TOC1: {
    name: 'toc 1',
    basedOn: 'Normal',
    next: 'Normal',
    paragraph: { spacing: { after: 0, line: 240, lineRule: 'auto' }, rightTabStop: 9000 },
    run: { size: 19 },
  },
  Header: {
    name: 'header',
    basedOn: 'Normal',
    paragraph: { spacing: { after: 0 } },
    run: { size: 17, color: SOFT },
  },
  Footer: {
    name: 'footer',
    basedOn: 'Normal',
    paragraph: { spacing: { after: 0 }, alignment: 'right' },
    run: { size: 17, color: SOFT },
  },
  FootnoteText: {
    name: 'footnote text',
    basedOn: 'Normal',
    paragraph: { indent: NOTE, spacing: { after: 20, line: 240, lineRule: 'auto' } },
    run: { size: 17 },
  },
  FootnoteContinued: {
    name: 'Footnote Continued',
    basedOn: 'FootnoteText',
    own: true,
    paragraph: { indent: { ...NOTE, hanging: 0 } },
  },
};

const CHARACTERS: Readonly<Record<string, Style>> = {
  DefaultParagraphFont: { name: 'Default Paragraph Font', hidden: true },
  FootnoteReference: { name: 'footnote reference', run: { superScript: true } },
  Hyperlink: { name: 'Hyperlink', run: { color: '0B57A4', underline: { type: 'single' } } },
  Strong: { name: 'Strong', run: { bold: true } },
  Emphasis: { name: 'Emphasis', run: { italics: true } },
  LinkWithin: { name: 'Link Within', own: true, run: { color: ACCENT } },
  Standing: { name: 'Standing', own: true, run: { font: SANS, size: 18, color: SOFT } },
  Differing: { name: 'Differing', own: true, run: { underline: { type: 'single' } } },
  Marked: { name: 'Marked', own: true, run: { bold: true } },
  Struck: { name: 'Struck', own: true, run: { strike: true } },
  Subscript: { name: 'Subscript', own: true, run: { subScript: true } },
  Superscript: { name: 'Superscript', own: true, run: { superScript: true } },
};

/**
 * All styles of the document, in place of the library's own, which would make a paragraph of what is
 * `Strong`.
 *
 * @param language BCP 47 tag of the language that words are checked in.
 */
export function stylesIn(language: string): readonly XmlComponent[] {
  return [
    new DocumentDefaults({
      run: { font: SANS, size: 21, language: { value: CHECKED[language] ?? language } },
      paragraph: {},
    }),
    ...Object.entries(PARAGRAPHS).map(([id, style]) => styleOf('paragraph', id, style)),
    ...Object.entries(CHARACTERS).map(([id, style]) => styleOf('character', id, style)),
    ...tableStyles(),
  ];
}

/** Word checks no spelling without a country. Days stand before months in `en`, as in Britain. */
const CHECKED: Readonly<Record<string, string>> = { en: 'en-GB' };

/** Styles that hold where none is named. */
const DEFAULTS: readonly string[] = ['Normal', 'DefaultParagraphFont', 'TableNormal'];

function styleOf(type: 'paragraph' | 'character', styleId: string, style: Style): XmlComponent {
  const { paragraph, run } = style;
  return element('style', attributesOf(type, styleId, style), [
    ...headOf(style),
    ...(paragraph ? [new ParagraphProperties(paragraph)] : []),
    ...(run ? [new RunProperties(run)] : []),
  ]);
}

function attributesOf(type: string, styleId: string, { own }: Style): Attributes {
  return {
    type,
    ...(DEFAULTS.includes(styleId) ? { default: 1 } : {}),
    ...(own ? { customStyle: 1 } : {}),
    styleId,
  };
}

/** What stands at the head of a style, in the order that the format asks for. */
function headOf({ name, basedOn, next, hidden }: Style): readonly XmlComponent[] {
  return [
    element('name', { val: name }),
    ...(basedOn ? [element('basedOn', { val: basedOn })] : []),
    ...(next ? [element('next', { val: next })] : []),
    ...(hidden ? [element('semiHidden')] : [element('qFormat')]),
  ];
}

/** Lines between the rows, and below the head; air around the words. */
function tableStyles(): readonly XmlComponent[] {
  const normal: Style = { name: 'Normal Table', hidden: true };
  const own: Style = { name: 'Briefing Table', basedOn: 'TableNormal', own: true };
  const line = (side: string, sz: number, color: string) =>
    element(side, { val: 'single', sz, space: 0, color });
  const margins = element(
    'tblCellMar',
    {},
    Object.entries({ top: 30, left: 85, bottom: 30, right: 85 }).map(([side, w]) =>
      element(side, { w, type: 'dxa' }),
    ),
  );
  const borders = element('tblBorders', {}, [
    line('top', 8, ACCENT),
    line('bottom', 4, SOFT),
    line('insideH', 4, 'BBBBBB'),
  ]);
  const head = element('tblStylePr', { type: 'firstRow' }, [
    element('tcPr', {}, [element('tcBorders', {}, [line('bottom', 8, ACCENT)])]),
  ]);
  return [
    element('style', attributesOf('table', 'TableNormal', normal), [
      ...headOf(normal),
      element('tblPr', {}, [element('tblInd', { w: 0, type: 'dxa' }), margins]),
    ]),
    element('style', attributesOf('table', 'BriefingTable', own), [
      ...headOf(own),
      element('tblPr', {}, [borders, margins]),
      head,
    ]),
  ];
}
