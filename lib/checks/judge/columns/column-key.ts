// How a column is known over pages, inspections and rounds: by its address without page numbers, else by its name.
import type { ColumnEntry } from '@/lib/model/columns';
import { normalisePage } from '../../engine/finding-key';

const NUMBERED = /\/(?:index|default|list)_\d+\.(?:s?html?|jsp|aspx?|php)$/i;

/** Key as in the register. */
export function columnKey(url: string | undefined, name: string): string {
  if (!url) return `name:${name.replace(/\s+/g, '')}`;
  return normalisePage(url).replace(NUMBERED, '/');
}

/** The register's entry of a column: by key, or by its name as long as one of the two has no address. */
export function entryOf(
  register: readonly ColumnEntry[] | undefined,
  key: string,
  name: string,
): ColumnEntry | undefined {
  const exact = register?.find((entry) => entry.key === key);
  if (exact) return exact;
  const named = columnKey(undefined, name);
  const same = register?.filter((entry) => columnKey(undefined, entry.name) === named) ?? [];
  const [only] = same;
  return same.length === 1 && only && (key === named || only.key.startsWith('name:')) ? only : undefined;
}

/** true: a later page of a list, where the rows are old by their place. */
export function isLaterPage(url: string): boolean {
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    return false;
  }
  const numbered = /\/(index|default|list|[a-z]*list)_(\d+)(?:_\d+)?\.(?:s?html?|jsp|aspx?|php)$/i.exec(
    parsed.pathname,
  );
  if (numbered && Number(numbered[2]) >= (/index|default/i.test(numbered[1] ?? '') ? 1 : 2)) return true;
  return [...parsed.searchParams].some(
    ([name, value]) =>
      /^(?:page|pageno|pagenum|pageindex|currentpage|curpage|p|pn)$/i.test(name) && Number(value) >= 2,
  );
}
