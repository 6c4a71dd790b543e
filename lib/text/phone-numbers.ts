// Finds the telephone numbers that a page foot offers, and tells them from fax, post code and filing numbers.
import { fold, tidy } from './fold';

export interface PhoneHit {
  /** As printed, blanks collapsed. */
  value: string;
  index: number;
  end: number;
  /** Digits only, for comparison. */
  digits: string;
  /** 'contact' stands behind a telephone label, 'bare' has only the shape of a number, 'report' is a line for reports of misdeeds. */
  role: 'contact' | 'bare' | 'report';
}

const NUMBER = new RegExp(
  [
    // As written for callers from abroad, without the area code's 0.
    '\\(?\\+?(?:00)?86\\)?[-\\s]\\(?[1-9]\\d{1,2}\\)?[-\\s]\\d{3,4}[-\\s]?\\d{4}',
    '\\(?\\+?(?:86)?[-\\s]?\\(?0\\d{2,3}\\)?\\s*-{0,3}\\s*(?:\\d{7,8}|\\d{3,4}[\\s-]\\d{4}|12\\d{3}|9\\d{4,5})(?:\\s*(?:-|转|ext\\.?)\\s*\\d{1,5})?',
    '[48]00[-\\s]?(?:\\d{3,4}[-\\s]?\\d{3,4}|\\d{1}[-\\s]?\\d{3}[-\\s]?\\d{3})(?:\\s*(?:转|ext\\.?)\\s*\\d{1,5})?',
    '1[3-9]\\d[-\\s]?\\d{4}[-\\s]?\\d{4}',
    '\\d{7,8}',
    '\\d{3,4}-\\d{7,8}',
    '\\d{3,4}-\\d{4}',
    '1\\d{4}',
    '9\\d{4}',
  ]
    .map((form) => `(?<![\\d.])(?:${form})(?![\\d@]|\\.\\d)`)
    .join('|'),
  'g',
);
/** Words that own the number behind them. The last one before a number decides. */
const OWNER =
  /(传\s*真|fax)|(邮\s*编|邮政编码|post\s?code|zip|备\s*案?|标识码|识别码|Q\s?Q群?|微信号?|证号|编号|人次|访问|累计|今日|copyright|©|版权所有|坐标|工号|建议使用|分辨率)|(举报)[^:]{0,6}(?:电\s*话|热\s*线)?|(电\s*话|热\s*线|总\s*机|手\s*机|联系方式|联系我们|值班室?|tel(?:ephone)?|phone|hotline|contact\s*us)/gi;
/** Shapes that are a telephone number whatever stands before. */
const CERTAIN =
  /^\(?\+?(?:86)?[-\s]?\(?0\d{2,3}\)?[\s-]*\d{7}|^[48]00|^\(?\+?(?:00)?86\)?[-\s]\(?[1-9]\d{1,2}\)?[-\s]\d{3,4}[-\s]?\d{4}/;

/** Telephone numbers in a text, in order. Fax numbers and unlabelled short digit groups are left out. */
export function findPhoneNumbers(text: string): PhoneHit[] {
  const folded = fold(text);
  const hits: PhoneHit[] = [];
  for (const match of folded.matchAll(NUMBER)) {
    const role = roleOf(folded, match.index, match[0]);
    if (!role) continue;
    const raw = text.slice(match.index, match.index + match[0].length);
    let value = tidy(raw);
    // "(0512-1234567)": the bracket belongs to the sentence, not to the number.
    if (/^[(（]/.test(value) && !/[)）]/.test(value)) value = value.slice(1).trim();
    hits.push({
      value,
      index: match.index,
      end: match.index + match[0].length,
      digits: value.replace(/\D/g, ''),
      role,
    });
  }
  return hits;
}

function roleOf(folded: string, index: number, number: string): PhoneHit['role'] | null {
  const before = folded.slice(Math.max(0, index - 40), index);
  let owner: RegExpMatchArray | undefined;
  let previous: RegExpMatchArray | undefined;
  for (const match of before.matchAll(OWNER)) {
    previous = owner;
    owner = match;
  }
  const certain = CERTAIN.test(number);
  if (!owner) return certain ? 'bare' : null;
  const distance = before.length - (owner.index ?? 0) - owner[0].length;
  if (owner[1]) {
    // "电话/传真：", "电话（传真）：" name one number for both.
    const joined = previous?.[4] && /^[\s/&、及和(|,]*$/.test(between(before, previous, owner));
    return joined ? 'contact' : null;
  }
  if (owner[2]) return certain && distance > 12 ? 'bare' : null;
  if (owner[3]) return certain && distance <= 12 ? 'report' : null;
  if (certain) return distance <= 30 ? 'contact' : 'bare';
  return /^[^\d]{0,8}$/.test(before.slice(before.length - distance)) || followsNumber(before, distance)
    ? 'contact'
    : null;
}

/** "电话：87654321、87654322": the second number belongs to the same label. */
function followsNumber(before: string, distance: number): boolean {
  return /^[^\d\u4e00-\u9fff]{0,6}[\d()\s-]{5,20}[、/,;\s或]+$/.test(before.slice(before.length - distance));
}

function between(text: string, first: RegExpMatchArray, second: RegExpMatchArray): string {
  return text.slice((first.index ?? 0) + first[0].length, second.index ?? 0);
}

/** true when the text shows an e-mail address. */
export function hasEmail(text: string): boolean {
  return /[\w.+-]+[@＠][\w-]+(?:\.[\w-]+)+/.test(text);
}

/** true when a label of a telephone number stands in the text, with or without a number. */
export function hasPhoneLabel(text: string): boolean {
  return /电\s*话|热\s*线|联系方式|联系我们|总\s*机|\btel\b/i.test(fold(text));
}
