// The dates of a list: which of the texts beside each title says when the row was published, and which date is the newest.
import type { ListFact, ListRow } from '@/lib/model/facts/lists';
import { dateInAddress, type FoundDate, findDates, joinDate, readDate } from '@/lib/text/dates';
import { addDays, daysBetween } from '@/lib/text/days';

export interface ListDates {
  newest?: string;
  /** Where the newest one was read. */
  source?: 'printed' | 'address';
  /** Newest day in the rows' addresses, when it is later than the newest printed one. */
  addressNewer?: string;
  /** Rows with a date. */
  dated: number;
  /** true: the newest date has no year, and read as this year's it would lie in the future. */
  yearUnsure: boolean;
  /** true: four rows or more, all of one day: a bulk import or samples. */
  oneDay: boolean;
  /** true: rows have dates, but all of them lie ahead. */
  onlyAhead: boolean;
}

interface RowDate {
  day: string;
  printed: boolean;
  unsure: boolean;
}

interface Candidate extends FoundDate {
  cell?: number | undefined;
  label: string;
}

/** Times of something else than the publication. */
const NOT_PUBLISHED =
  /截止|截至|期限|有效|失效|生效|实施|施行|开始|结束|起始|终止|报名|考试|开标|报价|活动时间|举办|征集时间|提问|来信|留言|咨询时间|提交|受理|申请|出生|任职/;
const PUBLISHED = /发布|公布|公开|更新|上网|刊登|发表|录入|答复|回复|办结|反馈/;
const WRITTEN = /成文|印发|发文|制定|签发|颁布|通过/;
const DATE_HEAD = /日期|时间/;
const PERIOD = /[至到~～—–]|^\s*-+\s*$/;

/** @param today day of the inspection; a date up to one day ahead still counts, for pages made at midnight. */
export function listDates(list: Pick<ListFact, 'rows' | 'heads'>, today: string): ListDates {
  const latest = addDays(today, 1);
  const rows = list.rows.map((row) => rowDates(row, list.heads, today));
  const usable = rows.flatMap((dates) => dates.filter(({ day }) => day <= latest));
  const newestOf = (printed: boolean) =>
    usable.filter((date) => date.printed === printed).sort((a, b) => (a.day < b.day ? 1 : -1))[0];
  const printed = newestOf(true);
  const inAddress = newestOf(false);
  const newest = printed ?? inAddress;
  const days = new Set(usable.filter((date) => date.printed === newest?.printed).map(({ day }) => day));
  const dated = rows.filter((dates) => dates.some(({ day }) => day <= latest)).length;
  return {
    ...(newest && { newest: newest.day, source: newest.printed ? 'printed' : 'address' }),
    ...(printed && inAddress && inAddress.day > printed.day && { addressNewer: inAddress.day }),
    dated,
    yearUnsure: newest?.unsure ?? false,
    oneDay: dated >= 4 && days.size === 1,
    onlyAhead: newest === undefined && rows.some((dates) => dates.length > 0),
  };
}

/** The row's printed date and the one in its address, each at most once. */
function rowDates(row: ListRow, heads: readonly string[] | undefined, today: string): RowDate[] {
  const inAddress = dateInAddress(row.address);
  const printed = printedDate(row, heads, today);
  const dates: RowDate[] = [];
  if (printed) dates.push({ printed: true, ...settleYear(printed, inAddress, today) });
  if (inAddress) dates.push({ printed: false, day: inAddress, unsure: false });
  return dates;
}

function printedDate(
  row: ListRow,
  heads: readonly string[] | undefined,
  today: string,
): FoundDate | undefined {
  const found = fromTexts(row, 'text', today);
  const visible = best(found, heads, today);
  if (visible || found.length > 0) return visible;
  return best(fromTexts(row, 'attribute', today), undefined, today) ?? atTitleEdge(row.title, today);
}

function fromTexts(row: ListRow, from: 'text' | 'attribute', today: string): Candidate[] {
  const texts = row.texts.filter((text) => text.from === from);
  const found: Candidate[] = [];
  texts.forEach(({ text, cell }, at) => {
    const before = texts[at - 1];
    const label =
      before && before.cell === cell && !/\d/.test(before.text) && before.text.length <= 12
        ? before.text
        : '';
    const whole = readDate(text, today);
    if (whole) {
      found.push({ ...whole, cell, label: label + text.slice(0, whole.start) });
      return;
    }
    const next = texts[at + 1];
    const joined = next && next.cell === cell ? joinDate(text, next.text, today) : undefined;
    if (joined)
      found.push({
        day: joined,
        yearInferred: !/\d{4}/.test(text + next?.text),
        start: 0,
        end: 0,
        cell,
        label,
      });
    else found.push(...labelled(text, today).map((date) => ({ ...date, cell })));
  });
  return found;
}

/** Dates inside a longer text: those a label stands before, and one at its end. */
function labelled(text: string, today: string): Candidate[] {
  const dates = findDates(text, today);
  const isPeriod = dates.some(
    (date, at) => at > 0 && PERIOD.test(text.slice(dates[at - 1]?.end, date.start)),
  );
  if (isPeriod) return [];
  return dates
    .map((date) => ({ ...date, label: text.slice(Math.max(0, date.start - 8), date.start) }))
    .filter(
      ({ label, end, yearInferred }) =>
        PUBLISHED.test(label) ||
        DATE_HEAD.test(label) ||
        (!yearInferred && text.slice(end).replace(/[\s\])】）]/g, '') === ''),
    );
}

/** A title that begins or ends with a bare date; dates inside a title are the title's. */
function atTitleEdge(title: string, today: string): FoundDate | undefined {
  return findDates(title, today).find(({ start, end }) => {
    const [before, inside, after] = [title.slice(0, start), title.slice(start, end), title.slice(end)];
    const bracketed = /[[(（【]\s*$/.test(before) && /^\s*[\])）】]/.test(after);
    const atEdge = /^[\s[(（【·•]*$/.test(before) || /^[\s\])）】]*$/.test(after);
    return (
      atEdge &&
      (bracketed || (!inside.includes('年') && !inside.includes('月'))) &&
      !NOT_PUBLISHED.test(before.slice(-8))
    );
  });
}

/** Of several dates in a row the one that a column head or label calls the publication's; else the latest. */
function best(
  candidates: readonly Candidate[],
  heads: readonly string[] | undefined,
  today: string,
): FoundDate | undefined {
  const ranked = candidates
    .map((date) => ({ date, rank: rankOf(date, heads) }))
    .filter(({ rank }) => rank > 0);
  const highest = Math.max(...ranked.map(({ rank }) => rank));
  const chosen = ranked.filter(({ rank }) => rank === highest).map(({ date }) => date);
  // Without heads, several dates of which one lies ahead are a period of time, not a publication.
  if (
    chosen.length > 1 &&
    highest === 1 &&
    chosen.some(({ day, yearInferred }) => !yearInferred && day > addDays(today, 1))
  )
    return undefined;
  return chosen.reduce<FoundDate | undefined>(
    (latest, date) => (latest && latest.day >= date.day ? latest : date),
    undefined,
  );
}

function rankOf({ cell, label }: Candidate, heads: readonly string[] | undefined): number {
  const words = `${(cell !== undefined && heads?.[cell]) || ''} ${label}`;
  if (PUBLISHED.test(words)) return 4;
  if (NOT_PUBLISHED.test(words)) return 0;
  if (WRITTEN.test(words)) return 2;
  return DATE_HEAD.test(words) ? 3 : 1;
}

/** A date without year takes the year of the address when that is close; ahead of today it is read as last year's. */
function settleYear(
  date: FoundDate,
  inAddress: string | undefined,
  today: string,
): { day: string; unsure: boolean } {
  if (!date.yearInferred) return { day: date.day, unsure: false };
  if (inAddress) {
    const year = Number(inAddress.slice(0, 4));
    const near = [year, year + 1, year - 1]
      .map((candidate) => findDates(`${candidate}${date.day.slice(4)}`, today)[0]?.day)
      .find((day) => day !== undefined && Math.abs(daysBetween(day, inAddress)) <= 31);
    if (near) return { day: near, unsure: false };
  }
  if (date.day <= addDays(today, 1)) return { day: date.day, unsure: false };
  const before = findDates(`${Number(date.day.slice(0, 4)) - 1}${date.day.slice(4)}`, today)[0]?.day;
  return { day: before ?? date.day, unsure: true };
}
