// A paper as a DOCX document with the layout of official papers (GB/T 9704); with docx-blocks.ts the one road to the library.
//
// A4, margins 37/35/28/26 mm, body 仿宋_GB2312 16 pt on lines of exactly 28 pt, first line indented by two characters, title
// 方正小标宋简体 22 pt, headings 黑体, 楷体_GB2312 and bold 仿宋_GB2312, 22 lines of 28 signs to a page, page numbers “— 1 —” at
// the outer edge. Every text goes in as text: nothing in it can become a field, a link or markup.
import { AlignmentType, Document, Footer, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import type { Paper } from '@/lib/report/blocks';
import { cleanText } from './clean-text';
import { drawAll, EXACT, LOOSE } from './docx-blocks';
import { BODY_FONT, INDENT, LEVELS, mm, SIZE, TIGHT } from './docx-look';
import { fixPackage } from './docx-package';
import type { Picture } from './pictures';

/** The paper as a DOCX file. `pictures` by id; `at` is written as the time of creation. Equal input gives equal bytes. */
export async function writeDocx(
  paper: Paper,
  pictures: ReadonlyMap<string, Picture>,
  at: Date,
): Promise<Uint8Array<ArrayBuffer>> {
  const document = new Document({
    title: cleanText(paper.title),
    creator: '政务网站检查台',
    lastModifiedBy: '政务网站检查台',
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: {
        document: {
          // The language decides which shapes of the signs a stand-in font shows.
          run: {
            font: BODY_FONT,
            size: SIZE.body,
            characterSpacing: TIGHT,
            language: { value: 'en-US', eastAsia: 'zh-CN' },
          },
          paragraph: { spacing: EXACT },
        },
        heading1: { run: LEVELS[1], paragraph: { spacing: EXACT, indent: INDENT, keepNext: true } },
        heading2: { run: LEVELS[2], paragraph: { spacing: EXACT, indent: INDENT, keepNext: true } },
        heading3: { run: LEVELS[3], paragraph: { spacing: EXACT, indent: INDENT, keepNext: true } },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: mm(210), height: mm(297) },
            margin: {
              top: mm(37),
              bottom: mm(35),
              left: mm(28),
              right: mm(26),
              header: mm(15),
              footer: mm(25),
              gutter: 0,
            },
          },
        },
        footers: { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT) },
        children: drawAll(paper.blocks, pictures),
      },
    ],
  });
  const bytes = new Uint8Array(await Packer.toArrayBuffer(document));
  return fixPackage(bytes, at, pictures);
}

function pageNumber(alignment: (typeof AlignmentType)[keyof typeof AlignmentType]): Footer {
  const look = { font: { ascii: '宋体', hAnsi: '宋体', eastAsia: '宋体' }, size: SIZE.page };
  return new Footer({
    children: [
      new Paragraph({
        alignment,
        spacing: LOOSE,
        indent: { left: 280, right: 280 },
        children: [new TextRun({ ...look, children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  });
}
