// Corrects in a finished workbook what the XLSX library cannot be told: pictures at their exact places, rows that grow with
// their text, and the order of elements, which Excel and Microsoft's Open XML SDK hold against the schema.
import type { XlsxPicture, XlsxSheet } from './xlsx';
import { editParts } from './zip-parts';

/**
 * The workbook that the library made of these sheets, corrected.
 * @throws Error when a drawing is not the one that was asked for.
 */
export async function fixWorkbook(
  file: Uint8Array,
  sheets: readonly XlsxSheet[],
): Promise<Uint8Array<ArrayBuffer>> {
  const numbered = (path: string, part: RegExp) => sheets[Number(part.exec(path)?.[1]) - 1];
  return editParts(file, (path) => {
    if (path === 'xl/workbook.xml') return columnsBeforeRows;
    if (path === 'xl/styles.xml') return sizeBeforeColor;
    const pictures = numbered(path, /^xl\/drawings\/drawing(\d+)\.xml$/)?.pictures;
    if (pictures) return (xml) => anchorExactly(xml, pictures);
    return numbered(path, /^xl\/worksheets\/sheet(\d+)\.xml$/)?.growing ? letRowsGrow : undefined;
  });
}

/** Repeated columns stand before repeated rows, or Excel takes the file for damaged. */
function columnsBeforeRows(xml: string): string {
  return xml.replaceAll(/>([^<>!]+!\$\d+:\$\d+),([^<>!]+!\$[A-Z]+:\$[A-Z]+)</g, '>$2,$1<');
}

/** A font's size stands before its colour (CT_Font as the SDK holds it); the library writes it behind. */
function sizeBeforeColor(xml: string): string {
  return xml.replaceAll(/(<color [^>]*\/>)(<sz [^>]*\/>)/g, '$2$1');
}

function letRowsGrow(xml: string): string {
  return xml.replaceAll(/(<row [^>]*) customHeight="1"/g, '$1');
}

const EMU_PER_PIXEL = 9525;

/** The library ties a picture to whole cells, which stretches it; this ties its corner and its size instead. */
function anchorExactly(xml: string, pictures: XlsxPicture[]): string {
  let index = 0;
  const emu = (pixels: number) => Math.round(pixels * EMU_PER_PIXEL);
  const edited = xml
    .replace(/<xdr:twoCellAnchor[^>]*><xdr:from>.*?<\/xdr:from><xdr:to>.*?<\/xdr:to>/g, () => {
      const p = pictures[index++];
      if (!p) throw new Error('more pictures in the drawing than given');
      return (
        `<xdr:oneCellAnchor><xdr:from><xdr:col>${p.column}</xdr:col><xdr:colOff>${emu(p.offsetX)}</xdr:colOff>` +
        `<xdr:row>${p.row}</xdr:row><xdr:rowOff>${emu(p.offsetY)}</xdr:rowOff></xdr:from>` +
        `<xdr:ext cx="${emu(p.width)}" cy="${emu(p.height)}"/>`
      );
    })
    .replace(/<\/xdr:twoCellAnchor>/g, '</xdr:oneCellAnchor>');
  if (index !== pictures.length) throw new Error('fewer pictures in the drawing than given');
  return edited;
}
