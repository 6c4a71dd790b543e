// Measures, fonts and sizes of official papers (GB/T 9704) in the units of DOCX.
import type { HeadingLevel } from '@/lib/report/blocks';

const TWIPS_PER_MM = 1440 / 25.4;

/** Millimetres as twips. */
export const mm = (length: number) => Math.round(length * TWIPS_PER_MM);

/** Width of the text, A4 less the margins. */
export const TEXT_MM = 210 - 28 - 26;

/** Largest picture, CSS pixels: the text's width, and less than half a page high. */
export const PICTURE = { width: Math.floor((TEXT_MM / 25.4) * 96), height: 400 };

const LATIN = 'Times New Roman';

/** Chinese signs in one font, everything else in the Latin one. */
export const font = (eastAsia: string) => ({ ascii: LATIN, hAnsi: LATIN, cs: LATIN, eastAsia });

export const BODY_FONT = font('仿宋_GB2312');

/** Half points. */
export const SIZE = { body: 32, title: 44, table: 21, note: 24, page: 28 };

/** Headings “一、”, “（一）” and “1.”. */
export const LEVELS: Record<HeadingLevel, { font: ReturnType<typeof font>; size: number; bold?: boolean }> = {
  1: { font: font('黑体'), size: SIZE.body },
  2: { font: font('楷体_GB2312'), size: SIZE.body },
  3: { font: BODY_FONT, size: SIZE.body, bold: true },
};

/** Twips between signs: 28 signs of 16 pt are 448 pt, but the text is 442 pt wide. */
export const TIGHT = -5;

/** Signs of the title in a line. */
export const TITLE_SIGNS = 19;

/** Two characters of the body; programs that know characters use those. */
export const INDENT = { firstLine: 640, firstLineChars: 200 };
