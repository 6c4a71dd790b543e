// A city's register as a workbook of another program's making: 74 websites and 1,753 accounts.
import ExcelJS from 'exceljs';

/** Accounts per platform as a quarter's bulletin counts them; 1,753 in all. */
export const ACCOUNTS: [string, number][] = [
  ['微信公众号', 855],
  ['新浪微博', 252],
  ['微信视频号', 190],
  ['今日头条', 150],
  ['抖音', 160],
  ['移动客户端', 46],
  ['快手', 100],
];
export const HEADER = [
  '序号',
  '名称',
  '所属单位',
  '区/市级部门',
  '平台',
  '网址',
  '网站标识码',
  '备案情况',
  '开设时间',
];

/** Rows below the header. The first website is the sample site. */
export function registerRows(): (string | number | Date)[][] {
  const rows: (string | number | Date)[][] = [];
  for (let n = 1; n <= 74; n++) {
    const host = n === 1 ? 'www.shili.gov.cn' : `site${n}.shili.gov.cn`;
    const name = n === 1 ? '示例市人民政府' : `示例网站${n}`;
    rows.push([
      n,
      name,
      `单位${n}`,
      n <= 16 ? '区' : '市级部门',
      '',
      `http://${host}/`,
      5001000000 + n,
      '已备案',
      new Date(Date.UTC(2019, 0, 2)),
    ]);
  }
  for (const [platform, count] of ACCOUNTS) {
    for (let n = 1; n <= count; n++) {
      rows.push([
        rows.length + 1,
        `${platform}账号${n}`,
        `单位${(n % 74) + 1}`,
        n % 3 === 0 ? '区' : '市级部门',
        platform,
        '',
        '',
        n % 9 === 0 ? '未备案' : '已备案',
        '2020年3月4日',
      ]);
    }
  }
  return rows;
}

/** A workbook of one sheet, a heading above the titles. */
export async function workbookOf(
  rows: readonly (readonly unknown[])[],
  header: readonly string[] = HEADER,
): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('检查对象');
  sheet.addRow(['2023年第四季度检查对象一览表']);
  sheet.addRow([...header]);
  for (const row of rows) sheet.addRow([...row]);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** The cells of the first sheet as text, as exceljs reads them. */
export async function readWorkbook(bytes: Uint8Array): Promise<string[][]> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes.slice().buffer);
  const rows: string[][] = [];
  book.worksheets[0]?.eachRow((row) => {
    const cells: string[] = [];
    for (let c = 1; c <= row.cellCount; c++) cells.push(row.getCell(c).text);
    rows.push(cells);
  });
  return rows;
}
