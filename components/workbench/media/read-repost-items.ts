// Reads pasted or imported lines of required items: title, source, last day.
import type { ImportField } from '@/lib/import/column-mapping';
import type { ImportRow } from '@/lib/import/import-plan';
import { readDay } from '@/lib/import/read-day';

export interface ItemDraft {
  title: string;
  source: string;
  dueDay?: string;
}

export type ItemField = 'title' | 'source' | 'due';

export const ITEM_FIELDS: readonly ImportField<ItemField>[] = [
  {
    name: 'title',
    title: '信息标题',
    synonyms: ['标题', '信息名称', '重要信息', '转载内容', /.*标题.*/],
    required: true,
  },
  { name: 'source', title: '来源', synonyms: ['信息来源', '发布单位', '发文机关', '要求单位', /.*来源.*/] },
  {
    name: 'due',
    title: '转载期限',
    synonyms: ['期限', '截止日期', '截止时间', '要求日期', /.*(期限|截止).*/],
  },
];

const MOST_TITLE = 200;
const MOST_SOURCE = 100;

export function readItemRow(row: ImportRow<ItemField>): ItemDraft | undefined {
  const title = row.text('title');
  const source = row.text('source');
  const dueDay = row.day('due', '转载期限');
  if (title === '') row.wrong('没有填写信息标题');
  if (title.length > MOST_TITLE) row.wrong(`信息标题超过 ${MOST_TITLE} 字`);
  if (source.length > MOST_SOURCE) row.wrong(`来源超过 ${MOST_SOURCE} 字`);
  return { title, source, ...(dueDay === undefined ? {} : { dueDay }) };
}

/**
 * One item per line, fields divided by tabs as spreadsheets paste them: title, source, last day; empty lines do not count.
 * @returns the items, or sentences on the lines that cannot be read; then nothing should be stored
 */
export function readPastedItems(text: string): { items: ItemDraft[]; problems: string[] } {
  const items: ItemDraft[] = [];
  const problems: string[] = [];
  text.split(/\r?\n/).forEach((line, index) => {
    if (line.trim() === '') return;
    const [title = '', source = '', due = ''] = line.split('\t').map((cell) => cell.trim());
    const dueDay = due === '' ? undefined : readDay(due);
    const say = (what: string) => problems.push(`第 ${index + 1} 行：${what}`);
    if (title === '') say('没有信息标题。');
    else if (title.length > MOST_TITLE) say(`信息标题超过 ${MOST_TITLE} 字。`);
    else if (source.length > MOST_SOURCE) say(`来源超过 ${MOST_SOURCE} 字。`);
    else if (due !== '' && dueDay === undefined)
      say(`“${due.slice(0, 30)}”不是日期，请写成 2023-10-08 的形式。`);
    else if (items.some((item) => item.title === title)) say(`“${title}”与前面的行重复。`);
    else items.push({ title, source, ...(dueDay === undefined ? {} : { dueDay }) });
  });
  return { items, problems };
}
