import { childrenOf, type Part, type Xml } from './reading.ts';

/**
 * What Word is strict about in the order of elements, as the schema of ECMA-376 (part 1, annex A) has it,
 * for those that the writer or the library uses.
 */
const ORDER: Readonly<Record<string, string>> = {
  'w:pPr':
    'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange',
  'w:rPr':
    'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath',
  'w:tblPr':
    'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription',
  'w:trPr':
    'cnfStyle divId gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader tblCellSpacing jc hidden',
  'w:tcPr':
    'cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark',
  'w:style':
    'name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr',
  'w:lvl': 'start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr',
  'w:sectPr':
    'headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid',
  'w:numbering': 'numPicBullet abstractNum num numIdMacAtCleanup',
  'w:tbl': 'bookmarkStart bookmarkEnd tblPr tblGrid tr',
};

/** Elements whose place in `w:trPr` is free: the schema has a choice there. */
const FREE = ['w:trPr', 'w:sectPr'];

/** Elements of a part that stand where the format does not have them. */
export function outOfOrder(part: Part): readonly string[] {
  const wrong: string[] = [];
  const look = (element: Xml): void => {
    const order = ORDER[element.name]?.split(' ');
    const places = childrenOf(element).map(({ name }) => order?.indexOf(name.slice(2)) ?? 0);
    if (places.some((place) => place < 0)) wrong.push(`${element.name}: an element it has not`);
    if (!FREE.includes(element.name) && places.some((place, at) => place < (places[at - 1] ?? 0))) {
      wrong.push(`${element.name}: ${childrenOf(element).map(({ name }) => name)}`);
    }
    for (const child of childrenOf(element)) look(child);
  };
  for (const child of childrenOf(part)) look(child);
  return [...new Set(wrong)];
}
