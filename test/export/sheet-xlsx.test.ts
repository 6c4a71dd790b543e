// The workbook read back with an independent reader: four sheets, the numbers, merges, pictures, no formula anywhere.
import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { editParts } from '@/lib/export/zip-parts';
import { exampleView } from '../report/example-view';
import { exampleFile } from './example-export';

let workbook: ExcelJS.Workbook;

async function open(view = exampleView()): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load((await exampleFile('xlsx', view)).bytes.buffer as ArrayBuffer);
  return book;
}

function sheet(name: string, book = workbook): ExcelJS.Worksheet {
  const found = book.getWorksheet(name);
  if (!found) throw new Error(`no sheet ${name}`);
  return found;
}

/** Texts of all rows; merged cells give their text once. */
function texts(of: ExcelJS.Worksheet): string[][] {
  const rows: string[][] = [];
  of.eachRow((row) => {
    const cells: string[] = [];
    row.eachCell({ includeEmpty: true }, (cell) => {
      cells.push(cell.master === cell ? cell.text : '');
    });
    rows.push(cells);
  });
  return rows;
}

beforeAll(async () => {
  workbook = await open();
});

describe('workbook', () => {
  it('has exactly the four sheets, each with a repeated head on A4', () => {
    expect(workbook.worksheets.map((one) => one.name)).toEqual(['评分表', '问题清单', '自动检查', '说明']);
    for (const one of workbook.worksheets) {
      expect(one.pageSetup).toMatchObject({ paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 0 });
      expect(one.pageSetup.printTitlesRow).toMatch(/^\d+:\d+$/);
      expect(one.views[0]?.state).toBe('frozen');
      expect(one.getCell('A1').isMerged).toBe(true);
    }
    expect(sheet('评分表').pageSetup.orientation).toBe('landscape');
  });

  it('has no formula cell', () => {
    let cells = 0;
    for (const one of workbook.worksheets) {
      one.eachRow((row) => {
        row.eachCell((cell) => {
          cells++;
          expect(cell.formula, cell.address).toBeUndefined();
          expect([ExcelJS.ValueType.Formula, ExcelJS.ValueType.Error]).not.toContain(cell.type);
        });
      });
    }
    expect(cells).toBeGreaterThan(200);
  });

  it('shows every criterion with points as numbers, and the total', () => {
    const rows = texts(sheet('评分表'));
    expect(rows).toContainEqual([
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
    ]);
    const line = (text: string) => rows.find((row) => row[3] === text);
    expect(line('链接到非政府网站未提示')?.slice(0, 8)).toEqual([
      '网站规范',
      '外部链接',
      '10',
      '链接到非政府网站未提示',
      '每处扣 1 分，最多扣 5 分',
      '有问题',
      '3',
      '3',
    ]);
    expect(line('未标明主办单位')?.slice(4, 8)).toEqual([
      '扣 2.5 分（权重未经原文核对）',
      '有问题',
      '1',
      '2.5',
    ]);
    expect(line('未列明ICP备案号')?.slice(5, 8)).toEqual(['有争议', '', '']);
    expect(line('栏目长期不更新')?.slice(5, 8)).toEqual(['未检', '', '']);
    expect(line('栏目名称不准确')?.[9]).toBe('=HYPERLINK("http://x")');
    expect(line('提供适老化服务')?.slice(5, 8)).toEqual(['得分', '1', '3']);
    const total = rows.find((row) => row[0] === '合计');
    expect([total?.[7], total?.[8]]).toEqual(['95.5', '待定']);
    const numbers = sheet('评分表')
      .getColumn(8)
      .values.filter((value) => typeof value === 'number');
    expect(numbers).toEqual([3, 2.5, 1, 1, 3, 95.5]);
  });

  it('puts pictures beside their problems, in proportion, each once', async () => {
    const problems = sheet('问题清单');
    const rows = texts(problems);
    const images = problems.getImages();
    expect(images).toHaveLength(3);
    expect(workbook.worksheets.flatMap((one) => one.getImages())).toHaveLength(3);
    const rowOf = (number: string) => rows.findIndex((row) => row[4]?.startsWith(number));
    expect(images.map((image) => image.range.tl.nativeRow)).toEqual(['图1', '图2', '图4'].map(rowOf));
    for (const image of images) {
      const { ext, tl } = image.range as unknown as {
        ext: { width: number; height: number };
        tl: { nativeCol: number };
      };
      expect(tl.nativeCol).toBe(4);
      expect(ext).toEqual({ width: 16, height: 9 });
    }
    expect(rows.find((row) => row[1]?.startsWith('栏目名称不准确'))?.[4]).toBe('见图1');
  });

  it('describes every picture in words', async () => {
    let drawing = '';
    await editParts((await exampleFile('xlsx')).bytes, (path) => {
      if (!path.startsWith('xl/drawings/drawing')) return undefined;
      return (xml) => {
        drawing += xml;
        return xml;
      };
    });
    expect([...drawing.matchAll(/ descr="([^"]*)"/g)].map(([, alt]) => alt)).toEqual([
      '图1；商城链接 &lt;无提示&gt;；示例市人民政府；http://www.example.gov.cn/',
      '图2；示例市人民政府；http://www.example.gov.cn/zwgk/',
      '图4；适老化；示例市人民政府；http://www.example.gov.cn/',
    ]);
  });

  it('makes room for big pictures and many pictures', async () => {
    const view = exampleView();
    const [first] = view.evidence;
    if (!first) throw new Error('example without picture');
    view.evidence = [1, 2, 3, 4, 5].map((number) => ({
      ...first,
      id: `p${number}`,
      number,
      width: 2560,
      height: 1440,
    }));
    const problems = sheet('问题清单', await open(view));
    const images = problems.getImages();
    expect(images).toHaveLength(5);
    const byRow = new Map<number, typeof images>();
    for (const image of images) {
      const row = image.range.tl.nativeRow;
      byRow.set(row, [...(byRow.get(row) ?? []), image]);
    }
    expect([...byRow.values()].map((group) => group.length)).toEqual([2, 2, 1]);
    for (const [row, group] of byRow) {
      const height = problems.getRow(row + 1).height;
      expect(height).toBeLessThanOrEqual(409);
      for (const { range } of group) {
        const { ext, tl } = range as unknown as {
          ext: { width: number; height: number };
          tl: { nativeRowOff: number };
        };
        expect(ext.width / ext.height).toBeCloseTo(16 / 9, 1);
        expect(tl.nativeRowOff / 9525 + ext.height).toBeLessThanOrEqual(height / 0.75);
      }
    }
  });

  it('tells what each check found, missed and skipped on every page', () => {
    const rows = texts(sheet('自动检查'));
    const flat = rows.map((row) => row.join('|')).join('\n');
    expect(flat).toContain('未能完成|0|0|12|页面过大，120 秒内未能完成。');
    expect(flat).toContain('未检查：框架 http://map.example.com/（属于其他网站，没有访问权）');
    expect(flat).toContain('页面未检查内容|||||未检查：弹出窗口（未打开）');
    expect(flat).toContain('实际到达 http://www.example.gov.cn/index.html');
    expect(flat).toContain('链接“网上商城”指向非政府网站');
  });

  it('states set, people, times, completeness and doubts', () => {
    const notes = new Map(texts(sheet('说明')).map(([label, text]) => [label, text ?? '']));
    expect(notes.get('指标体系')).toBe('示例政府网站检查指标（编号 example-website，版本 2026.1）');
    expect(notes.get('检查员')).toBe('张三、李四');
    expect(notes.get('检查时间')).toContain('开始 2026-11-23 09:00');
    expect(notes.get('完整性')).toBe('未完成：共 9 项，未检 1 项，有争议 1 项');
    expect(notes.get('权重核对')).toContain('涉及 2 个评分点');
    expect(notes.get('未检查内容')).toBe(
      '弹出窗口：未打开\n框架 http://map.example.com/：属于其他网站，没有访问权',
    );
  });
});
