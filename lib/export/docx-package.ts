// Makes a DOCX package equal for equal content: fixed dates and ids, the fonts that may stand in for others, and pictures
// that the library never saw.
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import type { Picture } from './pictures';

/** Fonts of official papers, and what to use where they are not installed. */
const FONTS: [name: string, instead: string][] = [
  ['仿宋_GB2312', '仿宋'],
  ['楷体_GB2312', '楷体'],
  ['方正小标宋简体', '宋体'],
  ['黑体', 'SimHei'],
  ['宋体', 'SimSun'],
  ['Times New Roman', 'Liberation Serif'],
];

/** The time that ZIP entries carry: the same in every file and every zone. */
export const ZIP_DAY = new Date(1980, 0, 1);

/**
 * What the library gets instead of a picture: it would hash and pack every picture, which costs most of the time and
 * gains nothing, since JPEG and PNG are packed already.
 */
export function standIn(id: string): Uint8Array {
  return strToU8(id);
}

/**
 * The package with its random and dated parts made fixed, and each stand-in replaced by its picture, stored as it is;
 * `at` becomes the time of creation.
 */
export function fixPackage(
  docx: Uint8Array,
  at: Date,
  pictures: ReadonlyMap<string, Picture>,
): Uint8Array<ArrayBuffer> {
  const parts = unzipSync(docx);
  const fixed: Zippable = {};
  const instant = `${at.toISOString().slice(0, 19)}Z`;
  for (const path of Object.keys(parts)) {
    const bytes = parts[path];
    if (!bytes) continue;
    if (path === 'docProps/core.xml') {
      fixed[path] = strToU8(
        strFromU8(bytes).replace(
          /(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)/g,
          (_, open: string, close: string) => `${open}${instant}${close}`,
        ),
      );
    } else if (path === 'word/fontTable.xml') {
      fixed[path] = strToU8(fontTable());
    } else if (path === 'word/document.xml') {
      fixed[path] = strToU8(numberPictures(strFromU8(bytes)));
    } else if (path.startsWith('word/media/')) {
      const picture = pictures.get(strFromU8(bytes));
      if (!picture) throw new Error(`no picture for ${path}`);
      fixed[path] = [picture.bytes, { level: 0 }];
    } else fixed[path] = bytes;
  }
  return new Uint8Array(zipSync(fixed, { mtime: ZIP_DAY, level: 6 }));
}

/** Pictures are numbered 1, 2, 3 …; the library counts on through all documents that it ever made. */
function numberPictures(xml: string): string {
  let next = 1;
  return xml.replace(/(<wp:docPr [^>]*?\bid=")[^"]*(")/g, (_, open: string, close: string) => {
    return `${open}${next++}${close}`;
  });
}

function fontTable(): string {
  const fonts = FONTS.map(
    ([name, instead]) => `<w:font w:name="${name}"><w:altName w:val="${instead}"/></w:font>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${fonts.join('')}</w:fonts>`;
}
