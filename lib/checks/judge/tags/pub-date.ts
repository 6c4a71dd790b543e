// Judges the publication date of an article: how its tag is written, and whether it says what the page prints.
import type { IdentityOutline } from '@/lib/model/facts/identity';
import { findDates } from '@/lib/text/dates';
import { daysBetween } from '@/lib/text/days';
import { fold } from '@/lib/text/fold';

export interface PubDateForm {
  /** 'right': YYYY-MM-DD HH:MM; 'readable': another form of a date; 'wrong': no date of the calendar. */
  form: 'right' | 'readable' | 'wrong';
  /** `YYYY-MM-DD`; left out when unreadable. */
  day?: string;
  /** Plain Chinese: what is unlike the rule. */
  remark: string;
}

const RIGHT = /^\d{4}-\d{2}-\d{2} (?:[01]\d|2[0-3]):[0-5]\d$/;

/** The rule is YYYY-MM-DD HH:MM (国办发〔2017〕47号). `today` is the day of the inspection. */
export function pubDateForm(value: string, today: string): PubDateForm {
  const dates = findDates(value.replace(/(\d)T(\d)/, '$1 $2'), today).filter(
    ({ yearInferred }) => !yearInferred,
  );
  const compact = /^(20\d{2})(\d{2})(\d{2})(?:\d{4,6})?$/.exec(value.trim());
  const day = dates[0]?.day ?? (compact ? validDay(compact.slice(1, 4).join('-'), today) : undefined);
  if (!day) return { form: 'wrong', remark: '不是有效的日期' };
  if (RIGHT.test(value)) return { form: 'right', day, remark: '' };
  const plain = fold(value);
  const remark = /^\d{4}-\d{2}-\d{2}$/.test(value)
    ? '缺少时、分'
    : /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(?:\.\d+)?$/.test(value)
      ? '多写了秒'
      : plain !== value
        ? '使用了全角字符'
        : '书写形式与规定不同';
  return { form: 'readable', day, remark };
}

function validDay(text: string, today: string): string | undefined {
  return findDates(text, today)[0]?.day;
}

export interface PrintedDate {
  day: string;
  /** true: the label says that it is the date of publication. */
  published: boolean;
  /** As printed, with its label. */
  text: string;
  selector: string;
}

const PUBLISHED =
  /(?:发布|发表|发稿|上网|公开|刊登|登载)(?:的)?(?:日\s*期|时\s*间)?\s*[:：]?\s*[[【(（]?\s*$/;
/** Dates of other things: making of a document, validity, deadlines, meetings, the clock. */
const OTHER =
  /(?:成文|生成|印发|签发|制发|实施|施行|生效|失效|废止|有效|截止|截至|报名|开始|结束|起止|会议|活动|更新|修改|打印|答复|回复|受理|提交|来信|留言|办理|开标|投标|公示期|今天|现在|当前|系统|页面)[^:：]{0,8}[:：]?\s*[[【(（]?\s*$/;
const GENERAL = /(?:日\s*期|时\s*间)\s*[:：]?\s*[[【(（]?\s*$/;

/** Dates that the page prints for the article itself, those labelled as publication first. */
export function printedDates(outline: IdentityOutline | undefined, today: string): PrintedDate[] {
  const found = (outline?.dates ?? []).flatMap(({ text, selector }) =>
    findDates(text, today).flatMap((date): PrintedDate[] => {
      if (date.yearInferred) return [];
      const before = fold(text.slice(0, date.start));
      const label = before.slice(-16);
      if (OTHER.test(label)) return [];
      const published = PUBLISHED.test(label);
      const bare = /^[\s[(【]*$/.test(before) && /来\s*源|浏览|点击|阅读|字体|字号|作者|编辑|打印/.test(text);
      const behind = /来\s*源\s*[:：][^:：]{0,30}$/.test(before);
      if (!published && !GENERAL.test(label) && !bare && !behind) return [];
      return [
        {
          day: date.day,
          published,
          text: text.slice(Math.max(0, date.start - 12), date.end).trim(),
          selector,
        },
      ];
    }),
  );
  return found.sort((a, b) => Number(b.published) - Number(a.published));
}

export interface DateContradiction {
  printed: PrintedDate;
  /** Whole days between tag and print. */
  days: number;
  sure: boolean;
}

/**
 * The printed date that the tag contradicts by more than a day; undefined when any printed date fits, or none is
 * printed. Sure only when the page prints one day and calls it the day of publication.
 */
export function contradiction(day: string, printed: readonly PrintedDate[]): DateContradiction | undefined {
  if (printed.length === 0 || printed.some((one) => Math.abs(daysBetween(one.day, day)) <= 1))
    return undefined;
  const [first] = printed;
  if (!first) return undefined;
  const one = new Set(printed.map((other) => other.day)).size === 1;
  return { printed: first, days: Math.abs(daysBetween(first.day, day)), sure: one && first.published };
}
