// Every mistake in a workbook is named with its cell, and no file, however broken, makes the reader throw.
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { readSetXlsx, writeSetTemplate, writeSetXlsx } from '@/lib/indicators/set-xlsx';
import { TEMPLATE_SET } from '@/lib/indicators/xlsx/template-set';
import { cellOf, edited, sheetOf } from './edited-template';
import { KNOWN_CHECKS } from './known-checks';

// Property tests: slow machines need more than the usual five seconds.
vi.setConfig({ testTimeout: 60_000 });

const problemsAfter = async (change: (book: ExcelJS.Workbook) => void) =>
  (await readSetXlsx(await edited(change), KNOWN_CHECKS)).problems;

describe('mistakes in a workbook', () => {
  it.each<[string, (book: ExcelJS.Workbook) => void, string, RegExp]>([
    [
      'a word for a number',
      (b) => {
        cellOf(b, '分值', 3).value = '很多';
      },
      '评分点!J3',
      /“分值”应为数字/,
    ],
    [
      'three decimals',
      (b) => {
        cellOf(b, '分值', 3).value = 0.125;
      },
      '评分点!J3',
      /最多两位小数/,
    ],
    [
      'a negative number',
      (b) => {
        cellOf(b, '分值', 3).value = -1;
      },
      '评分点!J3',
      /不能为负/,
    ],
    [
      'a formula',
      (b) => {
        cellOf(b, '分值', 3).value = { formula: '1+1', result: 2 };
      },
      '评分点!J3',
      /公式/,
    ],
    [
      'a date',
      (b) => {
        cellOf(b, '评分点', 3).value = new Date('2026-03-01T00:00:00Z');
        cellOf(b, '评分点', 3).numFmt = 'yyyy-mm-dd';
      },
      '评分点!I3',
      /日期格式/,
    ],
    [
      'a wrong word',
      (b) => {
        cellOf(b, '计分方式', 3).value = '每次';
      },
      '评分点!K3',
      /只能填 每处、一次/,
    ],
    [
      'an empty criterion',
      (b) => {
        cellOf(b, '评分点', 3).value = null;
      },
      '评分点!I3',
      /缺少“评分点内容”/,
    ],
    [
      'an empty mark',
      (b) => {
        cellOf(b, '分值已核对', 3).value = null;
      },
      '评分点!N3',
      /缺少“分值已核对”/,
    ],
    [
      'a doubled id',
      (b) => {
        cellOf(b, '评分点编号', 4).value = 'availability-images';
      },
      '评分点!T4',
      /重复/,
    ],
    [
      'an unknown check',
      (b) => {
        cellOf(b, '关联自动检查', 3).value = 'no-such 结果=fail';
      },
      '评分点!Q3',
      /不存在的自动检查“no-such”/,
    ],
    [
      'a broken link',
      (b) => {
        cellOf(b, '关联自动检查', 3).value = 'broken-images 结果=坏';
      },
      '评分点!Q3',
      /写法不对/,
    ],
    [
      'a sum that is off',
      (b) => {
        cellOf(b, '类别分值', 5).value = 20;
      },
      '评分点!C5',
      /合计 25 分，二者应相等/,
    ],
    [
      'a cap below the points',
      (b) => {
        cellOf(b, '评分点封顶', 3).value = 0.1;
      },
      '评分点!L3',
      /封顶 0.1 分低于单次分值 0.5 分/,
    ],
    [
      'a row unlike its first',
      (b) => {
        cellOf(b, '指标分值', 4).value = 74;
      },
      '评分点!F4',
      /首行（第 3 行）所填不一致/,
    ],
    [
      'no part',
      (b) => {
        cellOf(b, '部分', 2).value = null;
      },
      '评分点!A2',
      /没有填写/,
    ],
    [
      'a part that is not listed',
      (b) => {
        sheetOf(b, '部分').spliceRows(4, 1);
      },
      '评分点!A6',
      /没有这一部分/,
    ],
    [
      'a full score that is off',
      (b) => {
        sheetOf(b, '部分').getCell('C3').value = 99;
      },
      '部分!C3',
      /二者应相等/,
    ],
    [
      'a pass line beyond',
      (b) => {
        sheetOf(b, '基本信息').getCell('B8').value = 101;
      },
      '基本信息!B8',
      /“合格线”101 分高于/,
    ],
    [
      'a category that is gone',
      (b) => {
        sheetOf(b, '基本信息').getCell('B12').value = 'x';
      },
      '基本信息!B12',
      /“x”在扣分部分中不存在/,
    ],
    [
      'no title',
      (b) => {
        sheetOf(b, '基本信息').getCell('B4').value = null;
      },
      '基本信息!B4',
      /缺少“名称”/,
    ],
    [
      'a limit of an unknown check',
      (b) => {
        sheetOf(b, '检查参数').getRow(2).values = ['no-such', 'newsDays', 1];
      },
      '检查参数!A2',
      /不存在的自动检查“no-such”/,
    ],
    [
      'an unknown limit',
      (b) => {
        sheetOf(b, '检查参数').getRow(2).values = ['stale-columns', 'newDays', 1];
      },
      '检查参数!C2',
      /没有参数“newDays”，可用的有：newsDays、/,
    ],
    [
      'a limit of a check without limits',
      (b) => {
        sheetOf(b, '检查参数').getRow(2).values = ['broken-images', 'newsDays', 1];
      },
      '检查参数!C2',
      /“broken-images”不设参数/,
    ],
    [
      'a limit that is no number',
      (b) => {
        sheetOf(b, '检查参数').getRow(2).values = ['stale-columns', 'newsDays', '两周'];
      },
      '检查参数!C2',
      /“stale-columns newsDays”应为数字/,
    ],
    [
      'a limit that is too small',
      (b) => {
        sheetOf(b, '检查参数').getRow(2).values = ['stale-columns', 'newsDays', 0];
      },
      '检查参数!C2',
      /“stale-columns newsDays”不能小于 1/,
    ],
    [
      'a limit without value',
      (b) => {
        sheetOf(b, '检查参数').getRow(2).values = ['stale-columns', 'newsDays'];
      },
      '检查参数!C2',
      /没有填写，请填写取值/,
    ],
    [
      'a formula as limit',
      (b) => {
        sheetOf(b, '检查参数').getRow(2).values = [
          'stale-columns',
          'newsDays',
          { formula: '7+7', result: 14 },
        ];
      },
      '检查参数!C2',
      /是公式/,
    ],
    [
      'a limit given twice',
      (b) => {
        sheetOf(b, '检查参数').getRow(2).values = ['stale-columns', 'newsDays', 1];
        sheetOf(b, '检查参数').getRow(3).values = ['stale-columns', 'newsDays', 2];
      },
      '检查参数!B3',
      /“newsDays”重复/,
    ],
    [
      'a missing column of limits',
      (b) => {
        sheetOf(b, '检查参数').getCell('C1').value = '数值';
      },
      '检查参数!A1',
      /缺少“取值”列/,
    ],
    [
      'a missing column',
      (b) => {
        cellOf(b, '分值', 1).value = '分数';
      },
      '评分点!A1',
      /缺少“分值”列/,
    ],
  ])('%s', async (_, change, cell, message) => {
    const problems = await problemsAfter(change);
    const errors = problems.filter(({ severity }) => severity === 'error');
    const told = errors.map(({ where, message: text }) => [
      where && `${where.sheet}!${where.column}${where.row}`,
      text,
    ]);
    expect(told).toContainEqual([cell, expect.stringMatching(message)]);
    const [, sheet, column, row] = /^(.+)!([A-Z]+)(\d+)$/.exec(cell) ?? [];
    expect(told.find(([at]) => at === cell)?.[1]).toContain(`工作表“${sheet}”第 ${row} 行 ${column} 列：`);
    expect(
      errors.filter(({ where }) => where && `${where.sheet}!${where.column}${where.row}` === cell),
    ).toHaveLength(1);
  });

  it('says one clear sentence for files that are no workbook of ours', async () => {
    const good = await writeSetTemplate();
    const stranger = new ExcelJS.Workbook();
    stranger.addWorksheet('Sheet1').getCell('A1').value = '台账';
    const files: [string, Uint8Array, RegExp][] = [
      ['nothing', new Uint8Array(), /不是有效的 \.xlsx/],
      ['text', new TextEncoder().encode('not a workbook, but long enough to look at'), /不是有效的 \.xlsx/],
      ['cut off', good.slice(0, good.length / 2), /已损坏/],
      ['old format', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]), /旧版 \.xls/],
      [
        'other sheets',
        new Uint8Array(await stranger.xlsx.writeBuffer()),
        /缺少工作表“基本信息”、“部分”、“评分点”/,
      ],
    ];
    for (const [name, bytes, message] of files) {
      const { set, problems } = await readSetXlsx(bytes, KNOWN_CHECKS);
      expect([name, set, problems.length]).toEqual([name, undefined, 1]);
      expect(problems[0]?.message).toMatch(message);
    }
  });

  it('never throws on damaged files', async () => {
    const good = await writeSetXlsx(TEMPLATE_SET);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(good.length - 1), fc.integer({ min: 0, max: 255 })), {
          minLength: 1,
          maxLength: 30,
        }),
        async (damage) => {
          const bytes = good.slice();
          for (const [at, value] of damage) bytes[at] = value;
          const { set, problems } = await readSetXlsx(bytes, KNOWN_CHECKS);
          expect(set !== undefined || problems.some(({ severity }) => severity === 'error')).toBe(true);
        },
      ),
      { numRuns: 20 },
    );
  });
});
