// 找错留言 as a workbook: the numbers, units, kinds, overdue ones, all messages, and how they are counted.
import type { CitizenRow } from '@/lib/desk/calls/citizen-reports';
import type { CitizenNumbers } from '@/lib/model/citizen-numbers';
import type { Share } from '@/lib/model/round-numbers';
import { shanghaiDay } from '@/lib/report/shanghai-time';
import { ANSWER_WORD, citizenDefinitions } from '@/lib/rounds/citizen-definitions';
import { answerState, dueDayOf } from '@/lib/rounds/citizen-reports';
import { NUMBERS_GROUP_WORD } from '@/lib/rounds/number-words';
import { XLSX_MIME } from './exported-file';
import { fileName } from './file-name';
import { writeXlsx, type XlsxSheet, type XlsxValue } from './xlsx';
import { CENTER, NUMBER, TEXT, TITLE } from './xlsx-layout';
import { Table } from './xlsx-table';

/** The workbook of a round's messages; its sheet “全部留言” can be imported again. */
export async function exportCitizenReports(
  round: string,
  rows: readonly CitizenRow[],
  numbers: CitizenNumbers,
  now: Date,
): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer>; mime: string }> {
  const title = `${round}“我为政府网站找错”留言情况`;
  const bytes = await writeXlsx({
    title,
    at: now,
    sheets: [
      summarySheet(title, numbers),
      unitSheet(title, numbers),
      overdueSheet(title, rows, numbers),
      messageSheet(rows, numbers),
    ],
  });
  return {
    name: fileName({
      round,
      subject: '全部单位',
      day: shanghaiDay(now),
      what: '找错留言',
      extension: 'xlsx',
    }),
    bytes,
    mime: XLSX_MIME,
  };
}

function summarySheet(title: string, numbers: CitizenNumbers): XlsxSheet {
  const table = new Table([26, 14, 60]);
  table.span(title, TITLE, 30);
  table.columnHead(['项目', '数量', '说明']);
  const line = (name: string, value: XlsxValue, said: string) =>
    table.row([
      { value: name, style: TEXT },
      { value, style: NUMBER },
      { value: said, style: TEXT },
    ]);
  line('留言总数', numbers.total, `统计日：${numbers.day}`);
  for (const { group, units, numbers: some } of numbers.groups) {
    line(`${NUMBERS_GROUP_WORD[group]}留言`, some.length, `涉及 ${units.length} 家单位`);
  }
  line(
    `前 ${numbers.top.units.length} 家单位占比`,
    shareText(numbers.top.share),
    `${numbers.top.units.join('、')}，共 ${numbers.top.share.part} 条${numbers.top.tied.length > 0 ? `；与末位并列的还有：${numbers.top.tied.join('、')}` : ''}`,
  );
  line(
    '按期办结率',
    shareText(numbers.onTime),
    `应办结 ${numbers.onTime.whole} 条，按期 ${numbers.onTime.part} 条`,
  );
  for (const [state, some] of Object.entries(numbers.states)) {
    line(ANSWER_WORD[state as keyof typeof ANSWER_WORD], some.length, '');
  }
  for (const { kind, numbers: some, share } of numbers.kinds) {
    line(`问题类型：${kind || '未注明'}`, some.length, `占 ${shareText(share)}`);
  }
  for (const { term, text } of citizenDefinitions) line(`说明：${term}`, null, text);
  return table.sheet('汇总', title, 'portrait');
}

function unitSheet(title: string, numbers: CitizenNumbers): XlsxSheet {
  const table = new Table([6, 30, 14, 10, 12, 12]);
  table.span(title, TITLE, 30);
  table.columnHead(['序号', '单位', '分组', '留言数', '占比', '按期办结率']);
  numbers.units.forEach(({ unit, group, numbers: some, share, onTime }, index) => {
    table.row([
      { value: index + 1, style: NUMBER },
      { value: unit, style: TEXT },
      { value: NUMBERS_GROUP_WORD[group ?? 'none'], style: CENTER },
      { value: some.length, style: NUMBER },
      { value: shareText(share), style: CENTER },
      { value: shareText(onTime), style: CENTER },
    ]);
  });
  return table.sheet('按单位', title, 'portrait');
}

function overdueSheet(title: string, rows: readonly CitizenRow[], numbers: CitizenNumbers): XlsxSheet {
  const byNumber = new Map(rows.map((row) => [row.report.number, row]));
  const table = new Table([20, 24, 24, 18, 12, 10]);
  table.span(title, TITLE, 30);
  table.columnHead(['留言编号', '单位', '网站', '问题类型', '办结期限', '超期天数']);
  if (numbers.overdue.length === 0) table.span(`截至 ${numbers.day}，没有超期未办结的留言。`, TEXT);
  for (const { number, dueDay, days } of numbers.overdue) {
    const row = byNumber.get(number);
    table.row([
      { value: number, style: TEXT },
      { value: row?.unit ?? '', style: TEXT },
      { value: row?.report.site ?? '', style: TEXT },
      { value: row?.report.kind ?? '', style: TEXT },
      { value: dueDay, style: CENTER },
      { value: days, style: NUMBER },
    ]);
  }
  return table.sheet('超期未办结', title);
}

/** Titles as the import knows them; the last three say what was made of the message and are passed over. */
function messageSheet(rows: readonly CitizenRow[], { day, counting }: CitizenNumbers): XlsxSheet {
  const table = new Table([16, 16, 9, 26, 12, 16, 14, 26, 12, 12, 12, 9, 26, 16, 14]);
  table.columnHead([
    '留言编号',
    '单位',
    '分组',
    '网站',
    '网站标识码',
    '问题页面',
    '问题类型',
    '留言内容',
    '提交日期',
    '办结期限',
    '办结日期',
    '状态',
    '关联的检查对象',
    '统计归入',
    '办理判断',
  ]);
  for (const { report, unit, subjectName } of rows) {
    const due = report.dueDay === undefined ? dueDayOf(report, counting) : undefined;
    const texts = [
      report.number,
      report.unit,
      report.group ? NUMBERS_GROUP_WORD[report.group] : '',
      report.site,
      report.siteIdCode,
      report.url,
      report.kind,
      report.content,
      report.submittedDay,
      report.dueDay,
      report.answeredDay,
      report.state,
      subjectName,
      unit,
      `${ANSWER_WORD[answerState(report, day, counting)]}${due ? `（推算期限 ${due}）` : ''}`,
    ];
    table.row(texts.map((value) => ({ value: value ?? '', style: TEXT })));
  }
  return table.sheet('全部留言', '全部留言');
}

/** “—” when nothing is counted. */
function shareText({ text }: Share): string {
  return text ?? '—';
}
