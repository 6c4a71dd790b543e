// Makes columns of a page's lists: which list is the page's own column, which are blocks of others, and which are empty.
import type { EmptyNote, ListFact, ListFacts } from '@/lib/model/facts/lists';
import type { PageFacts } from '@/lib/model/page-facts';
import { columnKey } from './column-key';
import { type ListDates, listDates } from './row-dates';

export interface FoundColumn {
  key: string;
  name: string;
  url?: string;
  columnType: string;
  /** true: the page is the column's own. */
  own: boolean;
  /** Steps from the home page to this one; undefined when the page does not say. */
  depth?: number;
  rows: number;
  dates: ListDates;
  /** What says that there are no rows. */
  empty?: 'said' | 'bare';
  visible: boolean;
  selector: string;
  frame: string;
}

export interface PageColumns {
  columns: FoundColumn[];
  /** Dated lists that nothing names. */
  nameless: number;
}

export interface FrameLists {
  facts: ListFacts;
  /** Frame URL; '' for the top document. */
  frame: string;
}

const HOME_STEP = /^(?:网站|本站)?首\s*页$|^主页$|^home$/i;
const NO_NAME =
  /^(?:正文|详情|列表|内容|栏目|信息|文章|首页|公共头|页面|更多|返回|查看|标题|名称|index|null|undefined)$/i;
/** Blocks that belong to something else: what they lack is not a column's lack. */
const NO_COLUMN =
  /相关|关联|附件|评论|搜索|检索|热词|热搜|推荐|排行|上一|下一|友情|链接|收藏|历史记录|浏览|登录|分享|二维码|视频$|图片$|投票/;
const NONE: ListDates = { dated: 0, yearUnsure: false, oneDay: false, onlyAhead: false };

/** Columns of the page, its own first. `frames` holds the top document first. */
export function findColumns(
  page: Pick<PageFacts, 'url' | 'title'>,
  frames: readonly FrameLists[],
  today: string,
): PageColumns {
  const place = placeOf(page, frames);
  const lists = frames.flatMap(({ facts, frame }) =>
    facts.lists.map((list) => ({ list, frame, dates: listDates(list, today) })),
  );
  const dated = lists.filter(({ list, dates }) => isDated(list, dates));
  const own = place.name ? ownList(place, dated) : [];
  const columns: FoundColumn[] = [];
  const type = frames[0]?.facts.columnType ?? '';
  if (own.length > 0 && place.name)
    columns.push(merged(own, { ...place, name: place.name, url: page.url, type, own: true }));
  const blocks = new Map<string, Listed[]>();
  const named = dated.filter((one) => !own.includes(one) && isColumnName(one.list.heading));
  for (const one of named) {
    const key = columnKey(one.list.more, one.list.heading);
    blocks.set(key, [...(blocks.get(key) ?? []), one]);
  }
  for (const block of blocks.values()) {
    const { heading, more } = block[0]?.list ?? { heading: '' };
    columns.push(merged(block, { name: heading, ...(more && { url: more }), type: '', own: false }));
  }
  if (own.length === 0 && place.name) columns.push(...withoutDates(page, place.name, frames, lists, type));
  columns.push(...emptyBlocks(frames, columns, place.name === undefined));
  return { columns: unique(columns), nameless: dated.length - own.length - named.length };
}

interface Listed {
  list: ListFact;
  frame: string;
  dates: ListDates;
}

interface Place {
  name?: string;
  depth?: number;
  pager: boolean;
  steps: string[];
}

/** What the page says it is: last step of 当前位置, else the page tag ColumnName; nothing on the home page. */
function placeOf(page: Pick<PageFacts, 'url' | 'title'>, frames: readonly FrameLists[]): Place {
  const facts = frames[0]?.facts;
  const pager = frames.some((frame) => frame.facts.pager);
  const steps = (facts?.breadcrumb ?? []).filter(
    (step) => !HOME_STEP.test(step) && !/^(?:列表|正文)$/.test(step),
  );
  if (!facts || isHome(page.url)) return { pager, steps };
  const last = steps.at(-1);
  const name = [last, facts.columnName].find((text) => text !== undefined && isColumnName(text));
  return { ...(name && { name }), ...(steps.length > 0 && { depth: steps.length }), pager, steps };
}

function isHome(url: string): boolean {
  try {
    const { pathname, search } = new URL(url);
    return search === '' && /^\/(?:(?:index|default|home)\.[a-z]+)?$/i.test(pathname);
  } catch {
    return false;
  }
}

function isColumnName(text: string): boolean {
  return (
    text.length >= 2 &&
    text.length <= 24 &&
    !NO_NAME.test(text) &&
    !NO_COLUMN.test(text) &&
    /[\u4e00-\u9fffA-Za-z]/.test(text)
  );
}

function isDated(list: ListFact, dates: ListDates): boolean {
  return (dates.dated > 0 || dates.onlyAhead) && (dates.onlyAhead || dates.dated * 4 >= list.rows.length);
}

/** The page's own list; printed in pieces of a few rows each, it is several. */
function ownList(place: Place, dated: readonly Listed[]): Listed[] {
  const shown = dated.filter(({ list }) => list.visible && !list.aside);
  const fits = ({ list }: Listed) =>
    list.heading === '' ||
    list.heading === place.name ||
    place.steps.includes(list.heading) ||
    (place.name ?? '').includes(list.heading);
  const fitting = shown.filter(fits);
  const size = (one: Listed) => one.list.rowCount;
  const largest = [...shown].sort((a, b) => size(b) - size(a))[0];
  if (!largest) return [];
  if (shown.length === 1 || fitting.length === 0) return shown.length === 1 || place.pager ? [largest] : [];
  // A list under a heading of its own may still be the page's: with pages to turn, the largest is.
  if (place.pager && size(largest) > 2 * Math.max(...fitting.map(size))) return [largest];
  return fitting;
}

interface Naming {
  name: string;
  url?: string;
  type: string;
  own: boolean;
  depth?: number;
}

function merged(parts: readonly Listed[], { name, url, type, own, depth }: Naming): FoundColumn {
  const byNewest = [...parts].sort((a, b) => ((a.dates.newest ?? '') < (b.dates.newest ?? '') ? 1 : -1));
  const first = byNewest[0];
  return {
    key: columnKey(url, name),
    name,
    ...(url && { url }),
    columnType: type,
    own,
    ...(depth !== undefined && { depth }),
    rows: parts.reduce((sum, { list }) => sum + list.rowCount, 0),
    dates: first?.dates ?? NONE,
    visible: parts.some(({ list }) => list.visible),
    selector: first?.list.selector ?? '',
    frame: first?.frame ?? '',
  };
}

/** The page is a column's, but no list with dates is its own: rows without dates, a note that it is empty, or nothing. */
function withoutDates(
  page: Pick<PageFacts, 'url'>,
  name: string,
  frames: readonly FrameLists[],
  lists: readonly Listed[],
  columnType: string,
): FoundColumn[] {
  const base = {
    key: columnKey(page.url, name),
    name,
    url: page.url,
    columnType,
    own: true,
    dates: NONE,
    visible: true,
  };
  const plain = lists.filter(
    ({ list, dates }) => dates.dated === 0 && !dates.onlyAhead && list.visible && !list.aside,
  );
  const [undated] = plain
    .filter(({ list }) => list.heading === '' || list.heading === name)
    .sort((a, b) => b.list.rowCount - a.list.rowCount);
  if (undated && (undated.list.rowCount >= 5 || frames.some(({ facts }) => facts.pager)))
    return [{ ...base, rows: undated.list.rowCount, selector: undated.list.selector, frame: undated.frame }];
  if (lists.some(({ list }) => list.visible && !list.aside)) return [];
  const notes = frames.flatMap(({ facts, frame }) => facts.empties.map((note) => ({ note, frame })));
  const fits = ({ note }: { note: EmptyNote }) =>
    note.visible && (note.heading === '' || note.heading === name || !NO_COLUMN.test(note.heading));
  const said = notes.find((one) => one.note.text !== '' && fits(one));
  const bare = notes.find(
    (one) =>
      one.note.text === '' && (one.note.heading === '' || one.note.heading === name) && one.note.visible,
  );
  const found = said ?? bare;
  if (!found) return [];
  return [
    { ...base, rows: 0, empty: said ? 'said' : 'bare', selector: found.note.selector, frame: found.frame },
  ];
}

/** Blocks under a heading of their own that say that they are empty. */
function emptyBlocks(
  frames: readonly FrameLists[],
  columns: readonly FoundColumn[],
  all: boolean,
): FoundColumn[] {
  const known = new Set(columns.map(({ name }) => name));
  return frames.flatMap(({ facts, frame }) =>
    facts.empties
      .filter(
        ({ text, heading, visible }) =>
          text !== '' && visible && isColumnName(heading) && !known.has(heading),
      )
      .filter(() => all || columns.some(({ own, empty }) => own && !empty))
      .map(({ heading, more, selector }) => ({
        key: columnKey(more, heading),
        name: heading,
        ...(more && { url: more }),
        columnType: '',
        own: false,
        rows: 0,
        dates: NONE,
        empty: 'said' as const,
        visible: true,
        selector,
        frame,
      })),
  );
}

function unique(columns: readonly FoundColumn[]): FoundColumn[] {
  const keys = new Set<string>();
  return columns.filter(({ key }) => !keys.has(key) && keys.add(key));
}
