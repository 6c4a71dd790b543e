// The one road to the DOCX library: blocks as a document with the layout of official papers (GB/T 9704).
//
// A4, margins 37/35/28/26 mm, body 仿宋_GB2312 16 pt on lines of exactly 28 pt, first line indented by two characters, title
// 方正小标宋简体 22 pt, headings 黑体, 楷体_GB2312 and bold 仿宋_GB2312, page numbers “— 1 —” at the outer edge. Every text goes
// in as text: nothing in it can become a field, a link or markup.
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  ImageRun,
  type IParagraphOptions,
  type IRunOptions,
  LineRuleType,
  Packer,
  PageBreak,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { Block, HeadingLevel as Level, Paper, TableColumn } from '@/lib/report/blocks';
import { cleanText } from './clean-text';
import { fixPackage } from './docx-package';
import type { Picture } from './pictures';

const TWIPS_PER_MM = 1440 / 25.4;
const mm = (length: number) => Math.round(length * TWIPS_PER_MM);
/** Width of the text, A4 less the margins. */
const TEXT_MM = 210 - 28 - 26;
/** Largest picture, CSS pixels: the text's width, and less than half a page high. */
const PICTURE = { width: Math.floor((TEXT_MM / 25.4) * 96), height: 400 };

const LATIN = 'Times New Roman';
const font = (eastAsia: string) => ({ ascii: LATIN, hAnsi: LATIN, cs: LATIN, eastAsia });
const BODY_FONT = font('仿宋_GB2312');
/** Sizes in half points. */
const SIZE = { body: 32, title: 44, table: 21, note: 24, page: 28 };
const LEVELS: Record<Level, IRunOptions> = {
  1: { font: font('黑体'), size: SIZE.body },
  2: { font: font('楷体_GB2312'), size: SIZE.body },
  3: { font: BODY_FONT, size: SIZE.body, bold: true },
};
const EXACT = { line: 28 * 20, lineRule: LineRuleType.EXACT };
const LOOSE = { line: 240, lineRule: LineRuleType.AUTO };
/** Two characters of the body; programs that know characters use those. */
const INDENT = { firstLine: 640, firstLineChars: 200 };

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
        document: { run: { font: BODY_FONT, size: SIZE.body }, paragraph: { spacing: EXACT } },
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
        children: paper.blocks.flatMap((block) => draw(block, pictures)),
      },
    ],
  });
  const bytes = new Uint8Array(await Packer.toArrayBuffer(document));
  return fixPackage(bytes, at);
}

const HEADINGS = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
} as const;

function draw(block: Block, pictures: ReadonlyMap<string, Picture>): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'title':
      return [
        new Paragraph({
          alignment: AlignmentType.CENTER,
          spacing: { line: 36 * 20, lineRule: LineRuleType.EXACT, after: 560 },
          keepNext: true,
          children: runs(block.text, { font: font('方正小标宋简体'), size: SIZE.title }),
        }),
      ];
    case 'heading':
      return [new Paragraph({ heading: HEADINGS[block.level], children: runs(block.text, {}) })];
    case 'paragraph':
      return [drawParagraph(block)];
    case 'list':
      return block.items.map(
        (item) =>
          new Paragraph({
            spacing: EXACT,
            indent: INDENT,
            alignment: AlignmentType.BOTH,
            children: runs(item, {}),
          }),
      );
    case 'table':
      return drawTable(block.caption, block.columns, block.rows);
    case 'picture':
      return drawPicture(block, pictures);
    case 'page-break':
      return [new Paragraph({ spacing: LOOSE, children: [new PageBreak()] })];
  }
}

function drawParagraph({ text, lead, style }: Extract<Block, { kind: 'paragraph' }>): Paragraph {
  const small = style === 'note' ? { size: SIZE.note } : {};
  const places: Record<string, Partial<IParagraphOptions>> = {
    addressee: {},
    signature: { alignment: AlignmentType.RIGHT, indent: { right: 640 } },
    center: { alignment: AlignmentType.CENTER },
  };
  return new Paragraph({
    spacing: EXACT,
    ...(places[style ?? ''] ?? { indent: INDENT, alignment: AlignmentType.BOTH }),
    children: [...(lead ? runs(lead.text, LEVELS[lead.level]) : []), ...runs(text, small)],
  });
}

function drawTable(caption: string, columns: TableColumn[], rows: string[][]): (Paragraph | Table)[] {
  const shares = columns.reduce((sum, { width }) => sum + width, 0);
  const widths = columns.map(({ width }) => Math.round((mm(TEXT_MM) * width) / shares));
  const cell = (text: string, index: number, head: boolean) =>
    new TableCell({
      width: { size: widths[index] ?? 0, type: WidthType.DXA },
      verticalAlign: VerticalAlign.CENTER,
      margins: { top: 40, bottom: 40, left: 80, right: 80 },
      ...(head ? { shading: { fill: 'EDEDED' } } : {}),
      children: [
        new Paragraph({
          spacing: LOOSE,
          alignment: head ? AlignmentType.CENTER : ALIGN[columns[index]?.align ?? 'left'],
          children: runs(
            text,
            head ? { font: font('黑体'), size: SIZE.table } : { font: BODY_FONT, size: SIZE.table },
          ),
        }),
      ],
    });
  const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
  return [
    new Paragraph({
      spacing: EXACT,
      alignment: AlignmentType.CENTER,
      keepNext: true,
      children: runs(caption, { font: font('黑体'), size: SIZE.page }),
    }),
    new Table({
      width: { size: mm(TEXT_MM), type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      borders: {
        top: line,
        bottom: line,
        left: line,
        right: line,
        insideHorizontal: line,
        insideVertical: line,
      },
      rows: [
        new TableRow({
          tableHeader: true,
          cantSplit: true,
          children: columns.map(({ title }, index) => cell(title, index, true)),
        }),
        ...rows.map(
          (row) =>
            new TableRow({
              cantSplit: true,
              children: columns.map((_, index) => cell(row[index] ?? '', index, false)),
            }),
        ),
      ],
    }),
    // Two tables without a line between them would grow into one.
    new Paragraph({ spacing: LOOSE, children: [] }),
  ];
}

const ALIGN = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const;

function drawPicture(
  { id, caption }: Extract<Block, { kind: 'picture' }>,
  pictures: ReadonlyMap<string, Picture>,
): Paragraph[] {
  const picture = pictures.get(id);
  const below = new Paragraph({
    spacing: EXACT,
    alignment: AlignmentType.CENTER,
    children: runs(picture ? caption : `${caption}（图片无法读取）`, { size: SIZE.note }),
  });
  if (!picture) return [below];
  const scale = Math.min(1, PICTURE.width / picture.width, PICTURE.height / picture.height);
  const alt = cleanText(caption);
  return [
    new Paragraph({
      // A picture on a line of exact height would be cut off.
      spacing: { ...LOOSE, before: 120 },
      alignment: AlignmentType.CENTER,
      keepNext: true,
      children: [
        new ImageRun({
          type: picture.mime === 'image/png' ? 'png' : 'jpg',
          data: picture.bytes,
          transformation: {
            width: Math.max(1, Math.round(picture.width * scale)),
            height: Math.max(1, Math.round(picture.height * scale)),
          },
          altText: { name: 'picture', title: alt, description: alt },
        }),
      ],
    }),
    below,
  ];
}

/** Text as runs, with line breaks where it has them. */
function runs(text: string, look: IRunOptions): TextRun[] {
  return cleanText(text)
    .split('\n')
    .map((line, index) => new TextRun({ ...look, text: line, ...(index > 0 ? { break: 1 } : {}) }));
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
