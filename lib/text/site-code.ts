// Finds a website's identification code (网站标识码) in page text and knows its two forms.

import type { NumberHit } from './filing-numbers';
import { fold, tidy } from './fold';

/** 10 digits, or `bm` and 8 digits for ministries; no placeholder such as ten zeros. */
export function isSiteCode(code: string): boolean {
  return /^(?:\d{10}|bm\d{8})$/i.test(code) && !/^(\d)\1{9}$/.test(code) && !/^bm0+$/i.test(code);
}

/** “识别号” alone is a taxpayer's; only a website's counts. */
const LABEL =
  '(?:(?:政府)?网站(?:的)?(?:唯一)?|^|(?<![\\u4e00-\\u9fff]))(?:标识|识别|标志)(?:代|编)?码|网站(?:标识|识别)(?:编)?号|(?:web\\s?)?site\\s*(?:identification|id(?:entity)?)\\s*(?:code|no\\.?|number)';
const FOLLOWED = new RegExp(
  `(?:${LABEL})(?:\\s|[:()\\[\\]【】|为是])*(bm\\s?\\d{1,12}|\\d{0,12}[X*]{3,}\\d*|\\d(?: ?\\d){9}(?!\\d)|[a-z]{0,6}\\d{1,18}(?!\\d))`,
  'gi',
);
const LABEL_ONLY = new RegExp(`(?:${LABEL})(?:\\s|[:()\\[\\]【】为是])*$`, 'i');

/** Codes that follow a label, in order. `index` is where the code begins. */
export function findSiteCodes(text: string): NumberHit[] {
  const folded = fold(text);
  const hits: NumberHit[] = [];
  for (const match of folded.matchAll(FOLLOWED)) {
    const code = match[1] ?? '';
    const end = match.index + match[0].length;
    const index = end - code.length;
    const canonical = code.replace(/\s/g, '').toLowerCase();
    const value = tidy(text.slice(index, end));
    hits.push({
      value,
      index,
      end,
      canonical,
      wellFormed: isSiteCode(canonical),
      remarks: /\s/.test(value) ? ['号码中间有空格'] : [],
    });
  }
  return hits;
}

/** true when the text ends with the label and no code: the code may stand on the next line. */
export function endsWithSiteCodeLabel(text: string): boolean {
  return LABEL_ONLY.test(fold(text).trimEnd());
}
