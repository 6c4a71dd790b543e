// 整改台账 as a workbook: the tally per unit, every item with its history, and how things are counted.
import type { RectificationRow } from '@/lib/desk/calls/rectification';
import { daysOverdue, tallyUnits } from '@/lib/rectification/due';
import {
  eventText,
  MENDING_NOTES,
  MENDING_WORD,
  percentText,
  unitOf,
} from '@/lib/report/rectification-words';
import { shanghaiDay, shanghaiMinute } from '@/lib/report/shanghai-time';
import { XLSX_MIME } from './exported-file';
import { fileName } from './file-name';
import { writeXlsx } from './xlsx';
import { CENTER, FAULT, NUMBER, TEXT, TITLE } from './xlsx-layout';
import { Table } from './xlsx-table';

/**
 * The workbook of these rows, in their order.
 * @param what names the selection in title and file, e.g. the round or the unit
 * @param today a day in Asia/Shanghai, for what is overdue
 */
export async function exportRectifications(
  rows: readonly RectificationRow[],
  what: { round: string; subject: string },
  today: string,
  now: Date,
): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer>; mime: string }> {
  const title = `${what.subject}整改台账`;
  const bytes = await writeXlsx({
    title,
    at: now,
    sheets: [itemSheet(rows, title, today), unitSheet(rows, title, today), noteSheet(title)],
  });
  return {
    name: fileName({ ...what, day: shanghaiDay(now), what: '整改台账', extension: 'xlsx' }),
    bytes,
    mime: XLSX_MIME,
  };
}

const ITEM_COLUMNS: [title: string, width: number][] = [
  ['序号', 5],
  ['责任单位', 16],
  ['检查对象', 18],
  ['检查轮次', 12],
  ['问题', 30],
  ['所在页面', 22],
  ['状态', 9],
  ['整改期限', 11],
  ['逾期天数', 7],
  ['办理记录', 40],
];

function itemSheet(rows: readonly RectificationRow[], title: string, today: string) {
  const table = new Table(ITEM_COLUMNS.map(([, width]) => width));
  table.span(title, TITLE, 30);
  table.columnHead(ITEM_COLUMNS.map(([name]) => name));
  if (rows.length === 0) table.span('没有整改事项。', TEXT);
  rows.forEach((row, index) => {
    const { item, subject, round } = row;
    const late = daysOverdue(item, today);
    const history = item.events.map(
      (event) => `${shanghaiMinute(event.at)} ${event.by || '—'} ${eventText(event)}`,
    );
    table.row([
      { value: index + 1, style: CENTER },
      ...[unitOf(row), subject.name, round, item.problem, item.url ?? ''].map((value) => ({
        value,
        style: TEXT,
      })),
      { value: MENDING_WORD[item.state], style: CENTER },
      { value: item.dueDay ?? '', style: CENTER },
      { value: late > 0 ? late : null, style: late > 0 ? FAULT : NUMBER },
      { value: history.join('\n'), style: TEXT },
    ]);
  });
  return table.sheet('整改事项', title);
}

function unitSheet(rows: readonly RectificationRow[], title: string, today: string) {
  const table = new Table([30, 10, 10, 10, 12]);
  table.span(`${title}（按单位汇总）`, TITLE, 30);
  table.columnHead(['责任单位', '事项', '已销号', '逾期', '销号率']);
  const tallies = tallyUnits(
    rows.map((row) => ({ unit: unitOf(row), item: row.item })),
    today,
  );
  for (const { unit, total, closed, overdue, rate } of tallies)
    table.row([
      { value: unit, style: TEXT },
      { value: total, style: NUMBER },
      { value: closed, style: NUMBER },
      { value: overdue, style: overdue > 0 ? FAULT : NUMBER },
      { value: percentText(rate), style: CENTER },
    ]);
  return table.sheet('按单位汇总', title, 'portrait');
}

function noteSheet(title: string) {
  const table = new Table([100]);
  table.span('说明', TITLE, 30);
  for (const note of MENDING_NOTES) table.row([{ value: note, style: TEXT }]);
  return table.sheet('说明', title, 'portrait');
}
