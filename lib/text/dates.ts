// Reads the dates that government pages print beside links and hide in addresses; days are `YYYY-MM-DD`, Asia/Shanghai.
import { fold } from './fold';

/** A date in a text; `start` and `end` are indices into the text as given. */
export interface FoundDate {
  /** `YYYY-MM-DD`, always a day of the calendar. */
  day: string;
  /** `HH:MM`, when the text gives it. */
  time?: string;
  /** true: the text has month and day only; the year follows from the reference day. */
  yearInferred: boolean;
  start: number;
  end: number;
}

const YEAR = '(19\\d{2}|20\\d{2})';
const TIME = '(?:[ T]*(\\d{1,2}) ?: ?([0-5]\\d)(?: ?: ?[0-5]\\d(?:\\.\\d+)?)?Z?)?';
/** What follows must not make the number a longer one; a second whole date after a hyphen is a period of time. */
const END = '(?!\\d|[-/.]\\d(?!\\d{3}[-/.年]))';

const FULL = new RegExp(`(?<!\\d)${YEAR} ?([-/.]) ?(\\d{1,2}) ?\\2 ?(\\d{1,2})${END}${TIME}`, 'g');
const CHINESE = new RegExp(`(?<!\\d)${YEAR} ?年 ?(\\d{1,2}) ?月 ?(\\d{1,2})(?!\\d) ?[日号]?${TIME}`, 'g');
/** Digits alone are as often a number of pieces or a share: two digits each, and nothing but blanks or brackets beside. */
const SHORT = new RegExp(`(?<=^|[ [(<|【〔])(\\d{2})([-/.])(\\d{2})(?=$|[ \\])>|】〕])${TIME}`, 'g');
const SHORT_CHINESE = new RegExp(`(?<![\\d年] ?)(\\d{1,2}) ?月 ?(\\d{1,2})(?!\\d) ?[日号]${TIME}`, 'g');
/** Beside a date that stands alone: brackets, a label, the day of the week. */
const TRIMMINGS =
  /[\s[\]()<>【】〔〕|·•:,]|发布时间|发布日期|发文日期|成文日期|印发日期|更新时间|更新日期|公开日期|生成日期|日期|时间|发布|更新|(?:星期|周)[一二三四五六日天]/g;

/** Days ahead of the reference day up to which a date without year is of the same year: announced, not last year's. */
const AHEAD_DAYS = 31;

/**
 * Dates in a short text, in reading order. Forms: 2024-05-06, 2024/5/6, 2024.05.06, 2024年5月6日, each with a time or
 * without; 05-06, [05-06], 5月6日 with the year inferred: the reference day's year, or the year before when the date would
 * lie more than a month ahead. Full-width digits count. Numbers that are no day of the calendar are left out.
 * @param referenceDay the day the text was read, `YYYY-MM-DD`.
 */
export function findDates(text: string, referenceDay: string): FoundDate[] {
  // One blank for one blank character: indices stay.
  const plain = fold(text).replace(/\s/g, ' ');
  if (!/\d/.test(plain)) return [];
  const found: FoundDate[] = [];
  const add = (match: RegExpExecArray, day: string | undefined, yearInferred: boolean, times: number) => {
    const start = match.index;
    const end = start + match[0].trimEnd().length;
    if (day === undefined || found.some((other) => start < other.end && end > other.start)) return;
    const time = timeOf(match[times], match[times + 1]);
    found.push({ day, ...(time && { time }), yearInferred, start, end });
  };
  for (const match of plain.matchAll(FULL)) add(match, calendarDay(match[1], match[3], match[4]), false, 5);
  for (const match of plain.matchAll(CHINESE))
    add(match, calendarDay(match[1], match[2], match[3]), false, 4);
  for (const match of plain.matchAll(SHORT)) add(match, inferYear(match[1], match[3], referenceDay), true, 4);
  for (const match of plain.matchAll(SHORT_CHINESE))
    add(match, inferYear(match[1], match[2], referenceDay), true, 3);
  return found.sort((a, b) => a.start - b.start);
}

/**
 * The date of a text that holds a date and nothing else; brackets, a label such as 发布时间：, a time and the day of the
 * week may stand beside it. Here 5-6 and 5/6 are dates too. undefined: something else, several dates, or none.
 */
export function readDate(text: string, referenceDay: string): FoundDate | undefined {
  if (text.length > 60) return undefined;
  const dates = findDates(text, referenceDay);
  const [date] = dates;
  if (date) {
    const rest = fold(text.slice(0, date.start) + text.slice(date.end)).replace(TRIMMINGS, '');
    return dates.length === 1 && rest === '' ? date : undefined;
  }
  const bare = /^(\d{1,2})([-/.])(\d{1,2})$/.exec(fold(text).replace(TRIMMINGS, ''));
  const day = bare ? inferYear(bare[1], bare[3], referenceDay) : undefined;
  return day ? { day, yearInferred: true, start: 0, end: text.length } : undefined;
}

/**
 * A date printed in two pieces, in either order: a large 06 above 2024-05 (or 2024年5月, 05/2024, 5月), or 05-06 above
 * 2024. undefined when the pieces do not make one.
 */
export function joinDate(first: string, second: string, referenceDay: string): string | undefined {
  const [a, b] = [bareOf(first), bareOf(second)];
  return joinInOrder(a, b, referenceDay) ?? joinInOrder(b, a, referenceDay);
}

function joinInOrder(small: string, large: string, referenceDay: string): string | undefined {
  const dayOnly = /^(\d{1,2})[日号]?$/.exec(small);
  if (dayOnly) {
    const yearMonth = /^(\d{4})[-/.年](\d{1,2})月?$/.exec(large);
    if (yearMonth) return calendarDay(yearMonth[1], yearMonth[2], dayOnly[1]);
    const monthYear = /^(\d{1,2})[-/.](\d{4})$/.exec(large);
    if (monthYear) return calendarDay(monthYear[2], monthYear[1], dayOnly[1]);
    const month = /^(\d{1,2})月$/.exec(large);
    return month ? inferYear(month[1], dayOnly[1], referenceDay) : undefined;
  }
  const monthDay = /^(\d{1,2})(?:[-/.]|月)(\d{1,2})日?$/.exec(small);
  const year = /^(\d{4})年?$/.exec(large);
  return monthDay && year ? calendarDay(year[1], monthDay[1], monthDay[2]) : undefined;
}

const DAY = '(0[1-9]|[12]\\d|3[01])';
const MONTH = '(0[1-9]|1[0-2])';
const CENTURIES = '(199\\d|20\\d{2})';
/** Forms of dates in paths, the clearest first. */
const IN_PATH = [
  new RegExp(`[/_]t${CENTURIES}${MONTH}${DAY}(?=[_.])`),
  new RegExp(`/${CENTURIES}[-/]?${MONTH}/${DAY}/`),
  new RegExp(`/${CENTURIES}[-/]${MONTH}[-/]?${DAY}(?=[/_.-])`),
  new RegExp(`/${CENTURIES}/(\\d{1,2})/(\\d{1,2})/`),
  new RegExp(
    `(?<![\\dA-Za-z])${CENTURIES}${MONTH}${DAY}(?=[_./-]|$|(?:[01]\\d|2[0-3])[0-5]\\d(?:[0-5]\\d)?(?:[_.]|$))`,
  ),
];

/**
 * The day in the path of an address, as many publishing systems write it: `/202405/t20240506_123.html`,
 * `/art/2024/5/6/art_1_2.html`, `/2024-05/06/content_1.htm`, `/20240506/…`, `/20240506093000.html`. It may be the day of
 * an import, so it is a second source. Months alone are not enough. undefined when there is none.
 */
export function dateInAddress(address: string): string | undefined {
  const path = address.replace(/[?#].*$/s, '').replace(/^[a-z]+:\/\/[^/]*/i, '');
  for (const form of IN_PATH) {
    const match = form.exec(path);
    const day = match ? calendarDay(match[1], match[2], match[3]) : undefined;
    if (day) return day;
  }
  return undefined;
}

/** `YYYY-MM-DD` of three runs of digits, or undefined when the calendar has no such day. */
function calendarDay(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
): string | undefined {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  const date = new Date(Date.UTC(y, m - 1, d));
  if (date.getUTCFullYear() !== y || date.getUTCMonth() !== m - 1 || date.getUTCDate() !== d)
    return undefined;
  return date.toISOString().slice(0, 10);
}

function inferYear(month: string | undefined, day: string | undefined, referenceDay: string) {
  const year = Number(referenceDay.slice(0, 4));
  const latest = new Date(Date.parse(referenceDay) + AHEAD_DAYS * 86_400_000).toISOString().slice(0, 10);
  // The year after: on 20 December, 05 January may be announced already.
  return [year + 1, year, year - 1]
    .map((candidate) => calendarDay(String(candidate), month, day))
    .find((candidate) => candidate !== undefined && candidate <= latest);
}

function timeOf(hour: string | undefined, minute: string | undefined): string | undefined {
  if (hour === undefined || minute === undefined || Number(hour) > 23) return undefined;
  return `${hour.padStart(2, '0')}:${minute}`;
}

function bareOf(text: string): string {
  return fold(text.slice(0, 30)).replace(/[\s[\]()【】]/g, '');
}
