// Each block of a paper as the paragraphs and tables of an official paper in DOCX.
import {
  AlignmentType,
  BorderStyle,
  HeadingLevel,
  ImageRun,
  type IParagraphOptions,
  type IRunOptions,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { Block } from '@/lib/report/blocks';
import { cleanText } from './clean-text';
import { BODY_FONT, font, INDENT, LEVELS, mm, PICTURE, SIZE, TEXT_MM, TITLE_SIGNS } from './docx-look';
import { standIn } from './docx-package';
import type { Picture } from './pictures';
import { titleLines } from './title-lines';

export const EXACT = { line: 28 * 20, lineRule: LineRuleType.EXACT };
export const LOOSE = { line: 240, lineRule: LineRuleType.AUTO };

const HEADINGS = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
} as const;

/** A page break is a property of what follows it; a paragraph of its own would leave an empty line on the new page. */
export function drawAll(
  blocks: readonly Block[],
  pictures: ReadonlyMap<string, Picture>,
): (Paragraph | Table)[] {
  return blocks.flatMap((block, index) => {
    const before = blocks[index - 1];
    if (isSignature(block) && !isSignature(before)) {
      // One empty line between the text and who signs (GB/T 9704, 7.3.5).
      return [new Paragraph({ spacing: EXACT, children: [] }), ...draw(block, false, pictures)];
    }
    return draw(block, before?.kind === 'page-break', pictures);
  });
}

function isSignature(block: Block | undefined): boolean {
  return block?.kind === 'paragraph' && block.style === 'signature';
}

/** Begins with a paragraph, on a new page when `pageBreakBefore`. */
function draw(
  block: Block,
  pageBreakBefore: boolean,
  pictures: ReadonlyMap<string, Picture>,
): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'title':
      return [
        new Paragraph({
          alignment: AlignmentType.CENTER,
          spacing: { line: 36 * 20, lineRule: LineRuleType.EXACT, after: 560 },
          keepNext: true,
          pageBreakBefore,
          children: runs(titleLines(block.text, TITLE_SIGNS).join('\n'), {
            font: font('方正小标宋简体'),
            size: SIZE.title,
          }),
        }),
      ];
    case 'heading':
      return [
        new Paragraph({ heading: HEADINGS[block.level], pageBreakBefore, children: runs(block.text, {}) }),
      ];
    case 'paragraph':
      return [drawParagraph(block, pageBreakBefore)];
    case 'list':
      return block.items.map(
        (item, index) =>
          new Paragraph({
            spacing: EXACT,
            indent: INDENT,
            // Long addresses: broken anywhere, and no gaps torn into the line before.
            wordWrap: true,
            pageBreakBefore: pageBreakBefore && index === 0,
            children: runs(item, {}),
          }),
      );
    case 'table':
      return drawTable(block, pageBreakBefore);
    case 'picture':
      return drawPicture(block, pageBreakBefore, pictures);
    case 'page-break':
      return [];
  }
}

function drawParagraph(
  { text, lead, style }: Extract<Block, { kind: 'paragraph' }>,
  pageBreakBefore: boolean,
): Paragraph {
  const look = style === 'note' ? { size: SIZE.note } : style === 'annex' ? LEVELS[1] : {};
  const places: Record<string, Partial<IParagraphOptions>> = {
    addressee: {},
    signature: { alignment: AlignmentType.RIGHT, indent: { right: 640 } },
    center: { alignment: AlignmentType.CENTER },
    // One line below the text; further lines stand under the first name (GB/T 9704, 7.3.4).
    'annex-list': { spacing: { ...EXACT, before: EXACT.line }, indent: { left: 1600, hanging: 960 } },
    annex: { spacing: { ...EXACT, after: EXACT.line }, keepNext: true },
  };
  return new Paragraph({
    spacing: EXACT,
    pageBreakBefore: pageBreakBefore || style === 'annex',
    ...(places[style ?? ''] ?? { indent: INDENT, alignment: AlignmentType.BOTH }),
    children: [...(lead ? runs(lead.text, LEVELS[lead.level]) : []), ...runs(text, look)],
  });
}

function drawTable(
  { caption, columns, rows }: Extract<Block, { kind: 'table' }>,
  pageBreakBefore: boolean,
): (Paragraph | Table)[] {
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
      pageBreakBefore,
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
  pageBreakBefore: boolean,
  pictures: ReadonlyMap<string, Picture>,
): Paragraph[] {
  const picture = pictures.get(id);
  const below = (first: boolean) =>
    new Paragraph({
      spacing: EXACT,
      alignment: AlignmentType.CENTER,
      pageBreakBefore: first,
      children: runs(picture ? caption : `${caption}（图片无法读取）`, { size: SIZE.note }),
    });
  if (!picture) return [below(pageBreakBefore)];
  const scale = Math.min(1, PICTURE.width / picture.width, PICTURE.height / picture.height);
  const alt = cleanText(caption);
  return [
    new Paragraph({
      // A picture on a line of exact height would be cut off.
      spacing: { ...LOOSE, before: 120 },
      alignment: AlignmentType.CENTER,
      keepNext: true,
      pageBreakBefore,
      children: [
        new ImageRun({
          type: picture.mime === 'image/png' ? 'png' : 'jpg',
          data: standIn(id),
          transformation: {
            width: Math.max(1, Math.round(picture.width * scale)),
            height: Math.max(1, Math.round(picture.height * scale)),
          },
          altText: { name: 'picture', title: alt, description: alt },
        }),
      ],
    }),
    below(false),
  ];
}

/** Text as runs, with line breaks where it has them. */
function runs(text: string, look: IRunOptions): TextRun[] {
  return cleanText(text)
    .split('\n')
    .map((line, index) => new TextRun({ ...look, text: line, ...(index > 0 ? { break: 1 } : {}) }));
}
