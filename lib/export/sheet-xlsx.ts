// The report as a workbook of four sheets that prints on A4: 评分表, 问题清单, 自动检查, 说明.
import type { PageChecks } from '@/lib/report/check-report';
import { elementPagesText, elementPageText } from '@/lib/report/identity-pages';
import type { ScoreRow } from '@/lib/report/score-rows';
import { shanghaiMinute } from '@/lib/report/shanghai-time';
import type { SheetReport } from '@/lib/report/sheet-report';
import { VERDICT_WORD } from '@/lib/report/words';
import type { Picture } from './pictures';
import { problemSheet } from './problem-sheet';
import { writeXlsx, type XlsxCell, type XlsxSheet, type XlsxStyle } from './xlsx';
import { BAND, CENTER, FAULT, HEAD_LABEL, NUMBER, OPEN, TEXT, TITLE, WARNING } from './xlsx-layout';
import { Table } from './xlsx-table';

/** The workbook. `pictures` by evidence id; `at` is the time of export. */
export function sheetXlsx(
  report: SheetReport,
  pictures: ReadonlyMap<string, Picture>,
  at: Date,
): Promise<Uint8Array<ArrayBuffer>> {
  return writeXlsx({
    title: report.title,
    at,
    sheets: [scoreSheetTable(report), problemSheet(report, pictures), checkSheet(report), noteSheet(report)],
  });
}

const SCORE_COLUMNS: [title: string, width: number][] = [
  ['类别', 10],
  ['指标', 15],
  ['指标分值', 7],
  ['评分点', 36],
  ['计分标准', 17],
  ['认定', 8],
  ['处数', 6],
  ['扣（加）分', 8],
  ['计算依据', 24],
  ['备注', 16],
];

function scoreSheetTable(report: SheetReport): XlsxSheet {
  const widths = SCORE_COLUMNS.map(([, width]) => width);
  const table = new Table(widths);
  table.span(report.title, TITLE, 30);
  table.pairs(report.head, [0, 1, 5, 7]);
  if (report.warning) table.span(report.warning, WARNING);
  table.columnHead(SCORE_COLUMNS.map(([title]) => title));
  for (const part of report.parts) {
    table.span(part.heading, BAND);
    for (const row of part.rows) table.row(scoreCells(row));
  }
  table.row([
    { value: '合计', style: { ...BAND, align: 'center' } },
    ...Array.from({ length: 6 }, () => ({ value: null, style: BAND })),
    { value: report.total === null ? null : report.total / 100, style: { ...NUMBER, bold: true } },
    { value: report.result, style: { ...CENTER, bold: true } },
    { value: null, style: BAND },
  ]);
  for (const line of report.explanation) table.span(line, TEXT);
  return table.sheet('评分表', report.title);
}

function scoreCells(row: ScoreRow): XlsxCell[] {
  return [
    { value: row.category, style: TEXT },
    { value: row.indicator, style: TEXT },
    { value: row.indicatorPoints === null ? null : row.indicatorPoints / 100, style: NUMBER },
    { value: row.criterion, style: TEXT },
    { value: row.rule, style: TEXT },
    { value: row.verdict, style: verdictStyle(row) },
    { value: row.count, style: NUMBER },
    { value: row.points === null ? null : row.points / 100, style: NUMBER },
    { value: row.reason, style: TEXT },
    { value: row.note, style: TEXT },
  ];
}

function verdictStyle({ status, verdict }: ScoreRow): XlsxStyle {
  if (status === 'hit') return verdict === VERDICT_WORD.hit ? FAULT : { ...CENTER, bold: true };
  return status === 'untested' || status === 'disputed' ? OPEN : CENTER;
}

const CHECK_COLUMNS: [title: string, width: number][] = [
  ['检查项', 22],
  ['结果', 13],
  ['疑似问题', 9],
  ['需人工核实', 10],
  ['用时（毫秒）', 11],
  ['说明（错误、未检查内容、问题明细）', 62],
  ['处理', 8],
];

function checkSheet(report: SheetReport): XlsxSheet {
  const table = new Table(CHECK_COLUMNS.map(([, width]) => width));
  table.span(`${report.subject}自动检查结果`, TITLE, 30);
  table.span('以下均为机器检查发现的疑似问题，未经检查员认定的不计入得分。', TEXT);
  table.columnHead(CHECK_COLUMNS.map(([title]) => title));
  if (report.pages.length === 0) table.span('本次检查没有运行自动检查。', TEXT);
  identityRows(table, report);
  for (const page of report.pages) {
    table.span(pageHeading(page), BAND);
    for (const check of page.checks) {
      table.row([
        { value: check.title, style: TEXT },
        { value: check.outcomeWord, style: check.outcome === 'error' ? OPEN : CENTER },
        { value: check.failing, style: NUMBER },
        { value: check.reviewing, style: NUMBER },
        { value: check.ms, style: NUMBER },
        {
          value: [check.error, ...check.skipped.map(skipText)].filter((line) => line !== '').join('\n'),
          style: TEXT,
        },
        { value: null, style: CENTER },
      ]);
    }
    if (page.skipped.length > 0) {
      table.row([
        { value: '页面未检查内容', style: TEXT },
        ...Array.from({ length: 4 }, () => ({ value: null, style: CENTER })),
        { value: page.skipped.map(skipText).join('\n'), style: TEXT },
        { value: null, style: CENTER },
      ]);
    }
  }
  for (const page of report.pages.filter((one) => one.findings.length > 0)) {
    table.span(`疑似问题明细　${page.url}`, BAND);
    for (const finding of page.findings) {
      table.row([
        { value: finding.check, style: TEXT },
        { value: finding.outcomeWord, style: CENTER },
        ...Array.from({ length: 3 }, () => ({ value: null, style: CENTER })),
        { value: `${finding.message}\n${finding.spot}`, style: TEXT },
        { value: finding.decision, style: CENTER },
      ]);
    }
  }
  return table.sheet('自动检查', report.title);
}

/** Where each identification element is missing: one row per element and dozen of pages. */
function identityRows(table: Table, { identity }: SheetReport): void {
  if (identity.inspected === 0) return;
  table.span(`标识要素逐页汇总（共 ${identity.inspected} 页）`, BAND);
  for (const element of identity.elements) {
    const lines = element.pages.map(elementPageText);
    for (let at = 0; at === 0 || at < lines.length; at += LINES_PER_ROW) {
      const first = at === 0;
      table.row([
        { value: first ? element.name : `${element.name}（续）`, style: TEXT },
        { value: first ? elementPagesText(element) : null, style: CENTER },
        { value: first ? element.pages.filter(({ doubtful }) => !doubtful).length : null, style: NUMBER },
        { value: first ? element.pages.filter(({ doubtful }) => doubtful).length : null, style: NUMBER },
        { value: null, style: NUMBER },
        { value: lines.slice(at, at + LINES_PER_ROW).join('\n'), style: TEXT },
        { value: null, style: CENTER },
      ]);
    }
  }
}

const LINES_PER_ROW = 12;

function noteSheet(report: SheetReport): XlsxSheet {
  const table = new Table([18, 100]);
  table.span(`${report.title}说明`, TITLE, 30);
  table.columnHead(['项目', '内容']);
  for (const { label, text } of report.notes) {
    const lines = text.split('\n');
    // A row cannot be higher than 409 points, so long lists go on in further rows.
    for (let at = 0; at < lines.length; at += LINES_PER_ROW) {
      table.row([
        { value: at === 0 ? label : `${label}（续）`, style: { ...HEAD_LABEL, valign: 'top' } },
        { value: lines.slice(at, at + LINES_PER_ROW).join('\n'), style: TEXT },
      ]);
    }
  }
  return table.sheet('说明', report.title, 'portrait');
}

function pageHeading({ url, finalUrl, title, at, durationMs }: PageChecks): string {
  const led = finalUrl !== url ? `，实际到达 ${finalUrl}` : '';
  return `${title || '（无标题）'}　${url}${led}　${shanghaiMinute(at)}，用时 ${(durationMs / 1000).toFixed(1)} 秒`;
}

function skipText({ what, why }: { what: string; why: string }): string {
  return `未检查：${what}（${why}）`;
}
