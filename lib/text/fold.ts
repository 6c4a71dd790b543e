// Makes label and number search blind to full-width, traditional and invisible characters without moving any index.

const TRADITIONAL =
  '網网備备號号標标識识碼码辦办單单聯联繫系係系電电話话熱热線线傳传權权術术維维護护機机關关圖图導导點点證证許许黨党務务錯错為为郵邮編编運运營营責责導导設设計计開开製制務务' +
  '蘇苏滬沪魯鲁遼辽贛赣陝陕貴贵瓊琼寧宁雲云晉晋閩闽粵粤';
const DASHES = '\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2500\uff0d\u30fc';
const BLANKS = '\u00a0\u1680\u2000-\u200f\u2028\u2029\u202f\u205f\u2060-\u2063\u3000\ufeff';

/** Marks an element boundary inside a line of text: neither printed nor a blank of the page. */
export const BOUNDARY = '\u2063';

const simplified = new Map<string, string>();
for (let i = 0; i + 1 < TRADITIONAL.length; i += 2)
  simplified.set(TRADITIONAL.charAt(i), TRADITIONAL.charAt(i + 1));

const foldable = new RegExp(`[${[...simplified.keys()].join('')}${DASHES}${BLANKS}\uff01-\uff5e]`, 'g');
const blank = new RegExp(`[${BLANKS}]`);

/** The text with every character replaced by its plain form; same length, so indices fit both. */
export function fold(text: string): string {
  return text.replace(foldable, (char) => {
    const plain = simplified.get(char);
    if (plain) return plain;
    if (blank.test(char)) return ' ';
    if (DASHES.includes(char)) return '-';
    return String.fromCharCode(char.charCodeAt(0) - 0xfee0);
  });
}

/** A piece of page text as a person would copy it: boundaries and invisible characters out, blanks collapsed. */
export function tidy(text: string): string {
  return text
    .replace(/[\u200b-\u200f\u2060-\u2063\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** For comparing values: folded, without blanks, lower case. */
export function comparable(text: string): string {
  return fold(tidy(text)).replace(/\s+/g, '').toLowerCase();
}
