// Makes a DOCX package equal for equal content: fixed dates and ids, and the fonts that may stand in for others.
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';

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

/** The package with its random and dated parts made fixed; `at` becomes the time of creation. */
export function fixPackage(docx: Uint8Array, at: Date): Uint8Array<ArrayBuffer> {
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
