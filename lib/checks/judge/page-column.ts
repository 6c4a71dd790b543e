// Which kind of column a list on a page belongs to, told by the most specific name that says something.
import type { PageContext } from '@/lib/model/facts/interaction';
import { type ColumnKind, columnKind } from '@/lib/text/interaction-words';

/**
 * Names of the page's own column, the most specific first. On the page of a `single` thing headings and title speak of
 * that thing before they speak of the column.
 */
export function pageNames(page: PageContext, single = false): string[] {
  const steps = page.trail.split(/[>＞»›/]|\s{2,}|-{2}/).map((step) => step.trim());
  const trail = [steps.at(-1) ?? '', steps.at(-2) ?? '', page.columnType, page.trail];
  const titles = [...page.headings, ...page.title.split(/[_|—–-]/)];
  const names = single ? [...trail, ...titles.slice().reverse()] : [...titles, ...trail];
  return [page.columnName, ...names].filter((name) => name !== '');
}

/** The kind by the list's own name, else by the page's. */
export function columnOf(name: string, page: PageContext, single = false): ColumnKind {
  for (const each of [name, ...pageNames(page, single)]) {
    const kind = columnKind(each);
    if (kind !== 'unknown') return kind;
  }
  return 'unknown';
}

const LATER_PAGE =
  /(?:index|list|default)[_-]([1-9]\d{0,3})\.|[?&](?:page|pageno|pagenum|pageindex|curpage|currentpage|p)=([2-9]|\d{2,4})(?:&|$)/i;

/** true when the address names a later page of a list. */
export function isLaterPage(url: string): boolean {
  return LATER_PAGE.test(url);
}
