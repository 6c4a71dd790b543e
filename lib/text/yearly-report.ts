// Knows the yearly report that every government site publishes on itself (政府网站工作年度报表, 国办发〔2017〕47号).

/** Rows of the report; what it shares with a page's foot (主办单位, 标识码, 备案号) is left out. The first ones are in nothing else. */
const ROWS = [
  /首页网址/,
  /网站类型/,
  /独立用户访问总量/,
  /网站总访问量/,
  /概况类信息更新量/,
  /网站名称/,
  /填报单位/,
  /填报日期|填报人/,
];
const DECIDING = 5;
const LONGEST_LABEL = 120;

/** Number of the report's row that a line prints; -1 when it is none. */
export function yearlyReportRow(text: string): number {
  return text.length > LONGEST_LABEL ? -1 : ROWS.findIndex((row) => row.test(text));
}

/** true when the numbers of rows found on a page tell that a report stands there. */
export function isYearlyReport(rows: readonly number[]): boolean {
  return new Set(rows).size >= 2 && rows.some((row) => row < DECIDING);
}
