// 评分表 as CSV for other programs and for spreadsheets: UTF-8 with BOM, CRLF, no cell that a spreadsheet would calculate.
import papa from 'papaparse';
import type { SheetReport } from '@/lib/report/sheet-report';
import { PART_WORD } from '@/lib/report/words';
import { formatPoints } from '@/lib/scoring/format-points';
import { cellText } from './clean-text';

const COLUMNS = [
  '检查轮次',
  '检查对象',
  '部分',
  '类别',
  '指标',
  '指标分值',
  '评分点',
  '计分标准',
  '认定',
  '处数',
  '扣（加）分',
  '计算依据',
  '备注',
  '来源条款',
];

/** One line per criterion, then one line “合计”. */
export function sheetCsv(report: SheetReport): string {
  const { round, subject } = report;
  const lines = report.parts.flatMap((part) =>
    part.rows.map((row) => [
      round,
      subject,
      PART_WORD[part.kind],
      row.category,
      row.indicator,
      points(row.indicatorPoints),
      row.criterion,
      row.rule,
      row.verdict,
      row.count === null ? '' : String(row.count),
      points(row.points),
      row.reason,
      row.note,
      row.source,
    ]),
  );
  const total = [round, subject, '合计', '', '', '', '', '', report.result, '', points(report.total)];
  lines.push([...total, report.explanation.join('\n'), report.warning, '']);
  const table = [COLUMNS, ...lines].map((line) => line.map(guarded));
  return `\ufeff${papa.unparse(table, { newline: '\r\n' })}\r\n`;
}

function points(hundredths: number | null): string {
  return hundredths === null ? '' : formatPoints(hundredths);
}

/** A leading ' keeps spreadsheets from calculating; plain numbers stay numbers. */
function guarded(text: string): string {
  const clean = cellText(text);
  if (/^-?\d+(\.\d+)?$/.test(clean)) return clean;
  return /^\s*[=+\-@＝＋－＠]|^[\t\n]/u.test(clean) ? `'${clean}` : clean;
}
