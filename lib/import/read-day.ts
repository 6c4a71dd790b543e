// Reads a day from a table's cell in the forms that offices write.

/** Days between 1899-12-30, where spreadsheets begin to count, and 1970-01-01. */
const EPOCH_SERIAL = 25_569;
const DAY_MS = 86_400_000;

/**
 * `YYYY-MM-DD` of a cell with a day and nothing else: 2023-10-08, 2023/10/8, 2023.10.8, 2023年10月8日(号), 20231008,
 * 8-10-2023 never (it may mean two days); a time of day behind it is left out; a bare number from 20000 to 80000 is a
 * spreadsheet's day number (1954 to 2119). A month alone (2023-10, 2023年10月) is its first day. undefined: none of these,
 * or no day of the calendar.
 */
export function readDay(text: string): string | undefined {
  const plain = text.normalize('NFKC').trim();
  const whole =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?(?:[T\s,]*\d{1,2}[:时点]\d{1,2}.*)?$/.exec(
      plain,
    ) ?? /^(\d{4})(\d{2})(\d{2})(?:\d{6})?$/.exec(plain);
  if (whole) return calendarDay(Number(whole[1]), Number(whole[2]), Number(whole[3]));
  const month = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*月?$/.exec(plain);
  if (month) return calendarDay(Number(month[1]), Number(month[2]), 1);
  const serial = /^\d{5}(?:\.\d+)?$/.test(plain) ? Math.floor(Number(plain)) : 0;
  if (serial < 20_000 || serial > 80_000) return undefined;
  return new Date((serial - EPOCH_SERIAL) * DAY_MS).toISOString().slice(0, 10);
}

function calendarDay(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real && year >= 1949 ? date.toISOString().slice(0, 10) : undefined;
}
