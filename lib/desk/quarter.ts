// The quarter that a day lies in, as offices in China count and name it.

const NUMERALS = ['一', '二', '三', '四'];
/** China keeps UTC+8 all year. */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/** Name like “2026年第四季度” and first and last day (Asia/Shanghai) of the quarter of an instant. */
export function quarterOf(instant: Date): { name: string; startDay: string; endDay: string } {
  const local = new Date(instant.getTime() + SHANGHAI_OFFSET_MS);
  const year = local.getUTCFullYear();
  const quarter = Math.floor(local.getUTCMonth() / 3);
  const day = (month: number, date: number) =>
    new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10);
  return {
    name: `${year}年第${NUMERALS[quarter]}季度`,
    startDay: day(quarter * 3, 1),
    endDay: day(quarter * 3 + 3, 0),
  };
}
