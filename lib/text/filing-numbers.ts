// Finds ICP and public-security filing numbers in page text and says how well they are formed.
import { fold, tidy } from './fold';

/** Characters that begin the filing numbers of the 31 provinces; some use another one for ICP (蜀, 黔, 滇, 陇). */
export const PROVINCES = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼蜀黔滇陇秦';

/** A number found in text. `index` and `end` are positions in the text that was searched. */
export interface NumberHit {
  /** As printed, blanks collapsed. */
  value: string;
  index: number;
  end: number;
  /** Canonical form for comparison. */
  canonical: string;
  /** false: the number itself is wrong (length, placeholder, no province). */
  wellFormed: boolean;
  /** Plain Chinese remarks on the way of writing; empty when it is exactly as the rule says. */
  remarks: string[];
}

/** The running number stands behind 号 as the rule says, or wrongly before it (…-1号). */
const ICP = new RegExp(
  `(?:\\(?([${PROVINCES}])\\)?)?\\s*I\\s?C\\s?P\\s*(备|证)?\\s*(案(?:序|编)?号?|字)?\\s*([:.·])?\\s*(?:第\\s*)?([0-9X*]{1,16})(?:-([0-9X]{1,3})(?=\\s*号))?\\s*(号)?(?:\\s*-\\s*([0-9X]{1,3})(?![0-9X]))?`,
  'gi',
);
/** A Chinese character before “ICP备” that is no province: joke registries (萌ICP备). */
const OTHER_REGISTRY = /[\u4e00-\u9fff]\s*$/;
const LABEL_BEFORE = /(?:号|案|码|证|站|网|为|是|府)\s*$/;

/** ICP filing numbers in a text, in order. */
export function findIcpNumbers(text: string): NumberHit[] {
  const folded = fold(text);
  const hits: NumberHit[] = [];
  for (const match of folded.matchAll(ICP)) {
    const [whole, province, kind = '备', label, stop, digits = '', early, mark, late] = match;
    const suffix = late ?? early;
    const before = folded.slice(Math.max(0, match.index - 3), match.index);
    // Without 备 only the whole shape counts: 京ICP10036469号.
    if (!match[2] && !(province && mark && digits.length >= 6 && !label)) continue;
    if (!province && OTHER_REGISTRY.test(before) && !LABEL_BEFORE.test(before)) continue;
    if (!province && digits.length < 5) continue;
    const leading = whole.length - whole.trimStart().length;
    const index = match.index + leading;
    const end = match.index + whole.trimEnd().length;
    const value = tidy(text.slice(index, end));
    const remarks: string[] = [];
    if (/[a-z]/.test(value)) remarks.push('“ICP”应为大写');
    if (!match[2]) remarks.push('缺少“备”字');
    if (stop || label || /[()（）]/.test(value)) remarks.push('号码中间夹有多余文字或标点');
    if (early) remarks.push('序号应写在“号”之后');
    if (/\s/.test(value)) remarks.push('号码中间有空格');
    if (/[０-９－]/.test(value)) remarks.push('使用了全角数字或横线');
    if (!mark) remarks.push('缺少“号”字');
    hits.push({
      value,
      index,
      end,
      canonical: `${province ?? ''}ICP${kind}${digits}号${suffix ? `-${Number(suffix) || suffix}` : ''}`,
      wellFormed: Boolean(province) && /^\d{5,10}$/.test(digits) && !/^0+$/.test(digits),
      remarks,
    });
  }
  return hits;
}

const POLICE = new RegExp(
  `([${PROVINCES}])?\\s*公\\s*共?(?:网\\s*安|安\\s*网|网|安)\\s*(?:机关|部)?(?:国际)?(?:联网|网站)?\\s*备\\s*(?:案)?(?:登记)?\\s*(?:(?:编|序)?号|编码)?\\s*[:(\\[【]*\\s*([0-9](?:\\s?[0-9]){9,19}(?=\\s*号)|[0-9X*]{4,20})\\s*(号)?`,
  'gi',
);

/** A police filing number: `digits` for comparison with a record code. */
export interface PoliceHit extends NumberHit {
  digits: string;
}

/** Public-security filing numbers (公网安备, 公安备案号 and the like) in a text, in order. */
export function findPoliceNumbers(text: string): PoliceHit[] {
  const folded = fold(text);
  const hits: PoliceHit[] = [];
  for (const match of folded.matchAll(POLICE)) {
    const [whole, province, printed = '', mark] = match;
    const digits = printed.replace(/\s/g, '');
    const full = Boolean(province) || /公\s*网\s*安\s*备/.test(whole);
    const offset = full ? whole.length - whole.trimStart().length : whole.indexOf(printed);
    const index = match.index + offset;
    const end = match.index + whole.trimEnd().length;
    const remarks: string[] = [];
    if (!province) remarks.push('缺少省份简称');
    if (!/公\s*网\s*安\s*备(?!\s*案)/.test(whole)) remarks.push('未写作“公网安备”');
    if (!mark) remarks.push('缺少“号”字');
    hits.push({
      value: tidy(text.slice(index, end)),
      index,
      end,
      digits,
      canonical: `${province ?? ''}公网安备${digits}号`,
      wellFormed: isPoliceCode(digits),
      remarks,
    });
  }
  return hits;
}

/** 14 digits that begin with a province's area code and are no placeholder. */
export function isPoliceCode(digits: string): boolean {
  return /^[1-6]\d{13}$/.test(digits) && !/^\d0+$/.test(digits) && !/^(\d)\1+$/.test(digits);
}
