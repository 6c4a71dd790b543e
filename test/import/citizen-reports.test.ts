// The platform's export row by row: columns by title, days in all usual forms, doubled numbers, rows with reasons.
import { describe, expect, it } from 'vitest';
import { citizenFields, readCitizenRow, settleCitizenRows } from '@/lib/import/citizen-reports';
import { chooseSheet, guessMapping } from '@/lib/import/column-mapping';
import { planImport } from '@/lib/import/import-plan';

function read(rows: string[][]) {
  const { header } = chooseSheet([{ rows }], citizenFields);
  const mapping = guessMapping(rows[header] ?? [], citizenFields);
  return settleCitizenRows(planImport(rows, header, mapping, readCitizenRow));
}
const TITLES = [
  '留言编号',
  '主办单位',
  '网站名称',
  '问题类型',
  '留言时间',
  '办理期限',
  '答复时间',
  '办理状态',
];

describe('the export of the platform', () => {
  it('is understood by its titles, below a heading', () => {
    const { good, bad } = read([
      ['2023年第四季度“我为政府网站找错”留言'],
      TITLES,
      ['1', '市甲局', '甲网', '内容不准确', '2023-10-08 09:30:00', '2023/10/11', '2023年10月9日', '已办结'],
    ]);
    expect(bad).toEqual([]);
    expect(good).toMatchObject([
      {
        row: 3,
        record: {
          number: '1',
          unit: '市甲局',
          site: '甲网',
          kind: '内容不准确',
          submittedDay: '2023-10-08',
          dueDay: '2023-10-11',
          answeredDay: '2023-10-09',
          state: '已办结',
        },
      },
    ]);
  });

  it.each(['2023.10.8', '20231008', '45207', '2023-10-08T09:00', '２０２３年１０月８日'])(
    'reads the day %s',
    (said) => {
      const { good } = read([TITLES, ['1', '', '', '', said, '', '', '']]);
      expect(good[0]?.record).toMatchObject({ submittedDay: '2023-10-08', dueDay: null });
    },
  );

  it('explains bad rows with number and reason, and takes the others', () => {
    const { good, bad } = read([
      TITLES,
      ['', '市甲局', '', '', '2023-10-08', '', '', ''],
      ['2', '市甲局', '', '', '昨天', '', '2023-13-01', ''],
      ['3', '市甲局', '', '', '', '', '', ''],
      ['合计', '3', '', '', '', '', '', ''],
    ]);
    expect(good.map(({ record }) => record.number)).toEqual(['3']);
    expect(bad.map(({ row, reasons }) => [row, reasons.length])).toEqual([
      [2, 1],
      [3, 2],
    ]);
    expect(bad[0]?.reasons[0]).toContain('没有留言编号');
    expect(bad[1]?.reasons[0]).toContain('提交日期“昨天”不是日期');
  });

  it('takes the last of rows with the same number, and says so', () => {
    const { good, warnings } = read([
      TITLES,
      ['1', '市甲局', '', '', '', '', '', '办理中'],
      ['2', '市甲局', '', '', '', '', '', ''],
      ['1', '市甲局', '', '', '', '', '', '已办结'],
    ]);
    expect(good.map(({ record }) => [record.number, record.state])).toEqual([
      ['2', ''],
      ['1', '已办结'],
    ]);
    expect(warnings).toEqual([{ row: 2, text: '留言编号“1”与第 4 行相同，以第 4 行为准' }]);
  });

  it('warns of an answer before the message, and of unknown groups', () => {
    const { good, warnings } = read([
      [...TITLES, '分组'],
      ['1', '', '', '', '2023-10-08', '', '2023-10-07', '', '区'],
      ['2', '', '', '', '', '', '', '', '街道'],
    ]);
    expect(good.map(({ record }) => record.group)).toEqual(['district', null]);
    expect(warnings.map(({ row }) => row)).toEqual([2, 3]);
  });
});
