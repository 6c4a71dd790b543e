// Texts that would mislead a reader or not survive a spreadsheet: empty, padded, too long, with control characters.
import type { IndicatorSet } from '@/lib/model/indicator-set';
import type { Path } from '../set-problem';
import { fieldLabel } from './place-name';
import type { Report } from './report';

/** Longest text of a field; a spreadsheet cell holds 32,767. */
const LONGEST = 10_000;
/** Fields that name something: one line, not padded, not empty. */
const NAMES = new Set(['id', 'version', 'title', 'name', 'check']);
/** Fields that must say something, though they may have several lines. */
const NEEDED = new Set(['text']);
/** Fields that should say something. */
const WANTED = new Set(['howTo', 'source', 'document']);
/** Control characters (but tab and line feed), halves of characters, and non-characters: spreadsheets lose them. */
const UNSAFE = /[^\P{Cc}\t\n]|\p{Surrogate}|[\ufffe\uffff]/u;

/** Looks at every string of the set. */
export function checkTexts(set: IndicatorSet, report: Report): void {
  walk(set, [], (text, path) => {
    const field = String(path.findLast((step) => typeof step === 'string') ?? '');
    const label = fieldLabel(path);
    const unsafe = UNSAFE.exec(text)?.[0];
    if (unsafe !== undefined) {
      const code = (unsafe.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
      report.error(path, `的“${label}”含有不可见的控制字符（U+${code}），请删除`);
    }
    if (text.length > LONGEST) report.error(path, `的“${label}”超过 ${LONGEST} 个字，请缩短`);
    const blank = text.trim() === '';
    if (blank && (NAMES.has(field) || NEEDED.has(field))) {
      report.error(path, `的“${label}”不能为空，请填写`);
    } else if (blank && WANTED.has(field)) {
      report.warning(path, `没有填写“${label}”，建议补充`);
    } else if (NAMES.has(field) && text !== text.trim()) {
      report.error(path, `的“${label}”首尾有空格，请删除`);
    } else if (NAMES.has(field) && /[\n\t]/.test(text)) {
      report.error(path, `的“${label}”不能换行或含制表符，请改为一行`);
    }
  });
}

function walk(node: unknown, path: Path, visit: (text: string, path: Path) => void): void {
  if (typeof node === 'string') visit(node, path);
  else if (Array.isArray(node))
    for (const [index, item] of node.entries()) walk(item, [...path, index], visit);
  else if (typeof node === 'object' && node !== null) {
    for (const [key, value] of Object.entries(node)) walk(value, [...path, key], visit);
  }
}
