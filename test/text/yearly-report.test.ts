// Rows of the yearly report on a government site, and what looks like them.
import { expect, it } from 'vitest';
import { isYearlyReport, yearlyReportRow } from '@/lib/text/yearly-report';

const rowsOf = (lines: string[]) => lines.map(yearlyReportRow).filter((row) => row >= 0);

it('knows the report by two different rows of which one is in nothing else', () => {
  expect(isYearlyReport(rowsOf(['网站名称', '首页网址', '主办单位', 'ICP备案号']))).toBe(true);
  expect(isYearlyReport(rowsOf(['独立用户访问总量（单位：个）', '填报日期：2024-01-18']))).toBe(true);
});

it('does not take one row, the same row twice, or what forms and feet print too', () => {
  expect(isYearlyReport(rowsOf(['首页网址']))).toBe(false);
  expect(isYearlyReport(rowsOf(['网站类型', '网站类型：政府门户']))).toBe(false);
  expect(isYearlyReport(rowsOf(['网站名称：甲市人民政府网', '填报人：张三']))).toBe(false);
  expect(yearlyReportRow('主办单位：甲市人民政府')).toBe(-1);
  expect(yearlyReportRow(`首页网址${'字'.repeat(200)}`)).toBe(-1);
});
