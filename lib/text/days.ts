// Days as the indicators count them: calendar days in Asia/Shanghai, written `YYYY-MM-DD`, which also sort as text.
import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc';

dayjs.extend(utc);

/** China keeps UTC+8 all year (no daylight saving since 1991). */
const SHANGHAI_MINUTES = 8 * 60;

/** The day in Asia/Shanghai at an instant (ISO 8601 with offset or `Z`). */
export function shanghaiDay(instant: string): string {
  return dayjs(instant).utcOffset(SHANGHAI_MINUTES).format('YYYY-MM-DD');
}

/** The day `count` days later; earlier when negative. */
export function addDays(day: string, count: number): string {
  return dayjs.utc(day).add(count, 'day').format('YYYY-MM-DD');
}

/** The same day of the month `count` months later; the month's last day where it has no such day. */
export function addMonths(day: string, count: number): string {
  return dayjs.utc(day).add(count, 'month').format('YYYY-MM-DD');
}

/** Days from the first to the second; negative when the second lies before the first. */
export function daysBetween(from: string, to: string): number {
  return dayjs.utc(to).diff(dayjs.utc(from), 'day');
}
