// Finds lists whatever they are made of: elements whose children of one kind each hold a link, or a date beside a text.
import type { ListRow } from '@/lib/model/facts/lists';
import type { ProbeContext } from '../define-probe';
import { closest, localNameOf, matches, parentElementOf, queryAll, textOf } from '../dom/native';
import { looksDated, readRow } from './rows';
import type { Tree } from './tree';

export interface FoundList {
  element: Element;
  /** Rows with a title, at most as many as asked for. */
  rows: ListRow[];
  rowCount: number;
  dated: boolean;
}

/** Links higher up than this belong to something larger than a row. */
const CLIMB = 8;
const LINKS_PER_ROW = 8;
const LINKS = 20_000;
/** Elements between two looks at the clock. */
const LOOK_EVERY = 16;
const ROW_TEXT = 900;
const NO_ROW =
  /^(?:查看)?(?:更多|more|上一[页篇条]|下一[页篇条]|上页|下页|首页|尾页|末页|返回.{0,4}|关闭|打印|详情|>+|»|<+|«|\d{1,4})?$/i;
const NEIGHBOUR = /^(?:上|下|前|后)一[篇条页则个]\s*[:：]?/;
const NO_LIST = new Set(['select', 'head', 'html', 'svg', 'object']);
const DATE_IN_TEXT =
  /(?:19|20)\d{2}\s*[-/.年]\s*\d{1,2}\s*[-/.月]|(?:^|[^\d.])(?:0[1-9]|1[0-2])-\d{2}(?:\D|$)/;

/** Elements that may hold rows, the innermost first, each with the children that may be rows. */
export async function candidates(root: Node, { breathe }: ProbeContext): Promise<[Element, Element[]][]> {
  const links = new Map<Element, number>();
  const children = new Map<Element, Element[]>();
  const note = (element: Element) => {
    const parent = parentElementOf(element);
    if (!parent) return;
    const known = children.get(parent);
    if (known) known.push(element);
    else children.set(parent, [element]);
  };
  for (const [number, link] of queryAll(root, 'a, [onclick]', LINKS).entries()) {
    const pause = number % LOOK_EVERY === 0 && breathe();
    if (pause) await pause;
    let at: Element | null = link;
    for (let climbed = 0; at && climbed <= CLIMB; climbed++) {
      const count: number = links.get(at) ?? 0;
      if (count === 0) note(at);
      links.set(at, count + 1);
      at = parentElementOf(at);
    }
  }
  for (const [number, row] of queryAll(root, 'li, tr', LINKS).entries()) {
    const pause = number % LOOK_EVERY === 0 && breathe();
    if (pause) await pause;
    if (links.has(row)) continue;
    const text = textOf(row) ?? '';
    if (text.length >= 12 && text.length <= ROW_TEXT && DATE_IN_TEXT.test(text)) note(row);
  }
  const depths = new Map<Element, number>();
  return [...children]
    .map(
      ([parent, rows]) =>
        [parent, rows.filter((row) => (links.get(row) ?? 0) <= LINKS_PER_ROW)] as [Element, Element[]],
    )
    .filter(([parent, rows]) => rows.length > 0 && !NO_LIST.has(localNameOf(parent)))
    .sort(([a], [b]) => depthOf(b, depths) - depthOf(a, depths));
}

/** The list that a candidate is, or undefined. `inner` holds lists found before and all that is around them. */
export function readList(
  element: Element,
  children: readonly Element[],
  inner: ReadonlySet<Element>,
  tree: Tree,
  cap: number,
): FoundList | undefined {
  const kind = commonKind(children.filter((child) => !inner.has(child)));
  if (!kind) return undefined;
  const offered = new Set(children);
  const members = tree
    .childrenOf(element)
    .filter((child) => offered.has(child) && localNameOf(child) === kind && !inner.has(child));
  const listed = /^(li|tr|dt|dd)$/.test(kind);
  if (members.length < (listed ? 1 : 2)) return undefined;
  const rows: ListRow[] = [];
  let rowCount = 0;
  for (const member of members) {
    if ((textOf(member) ?? '').length > ROW_TEXT) continue;
    if (rows.length >= cap) {
      rowCount++;
      continue;
    }
    const row = readRow(partsOf(member, kind, element, tree), tree);
    if (row.address === '' && row.title.length < 5) continue;
    if (
      NO_ROW.test(row.title) ||
      NEIGHBOUR.test(row.title) ||
      row.texts.some(({ text }) => NEIGHBOUR.test(text))
    )
      continue;
    rowCount++;
    rows.push(row);
  }
  const dated = rows.filter(looksDated).length;
  const isDated = dated >= 2 ? dated * 4 >= rows.length : dated === 1 && listed && rows.length <= 2;
  if (!isDated && !isUndatedList(rows)) return undefined;
  return { element, rows, rowCount, dated: isDated };
}

/** Rows without any date make a list when they read like titles of articles, not like a menu. */
function isUndatedList(rows: readonly ListRow[]): boolean {
  if (rows.length < 3) return false;
  const lengths = rows.map(({ title }) => title.length).sort((a, b) => a - b);
  return (lengths[Math.floor(lengths.length / 2)] ?? 0) >= 10;
}

/** The tag that most of the children have; the first of several. */
function commonKind(children: readonly Element[]): string | undefined {
  const counts = new Map<string, number>();
  for (const child of children) counts.set(localNameOf(child), (counts.get(localNameOf(child)) ?? 0) + 1);
  let best: string | undefined;
  for (const [kind, count] of counts) if (best === undefined || count > (counts.get(best) ?? 0)) best = kind;
  // A list of terms: the links may stand in the terms and the dates in what follows, or the other way round.
  return best === 'dd' && counts.has('dt') ? 'dt' : best;
}

/** Bare links and terms have what belongs to them behind them, up to the next one. */
function partsOf(member: Element, kind: string, list: Element, tree: Tree): Element[] {
  if (
    kind !== 'a' &&
    kind !== 'dt' &&
    !(kind === 'dd' && tree.childrenOf(list).some((child) => localNameOf(child) === 'dt'))
  )
    return [member];
  const start = kind === 'dd' ? 'dt' : kind;
  const siblings = tree.childrenOf(list);
  let from = siblings.indexOf(member);
  if (kind === 'dd') while (from > 0 && localNameOf(siblings[from] ?? member) !== 'dt') from--;
  const parts: Element[] = [];
  for (let at = from; at < siblings.length; at++) {
    const sibling = siblings[at];
    if (!sibling || (at > from && localNameOf(sibling) === start)) break;
    if (parts.length < 6) parts.push(sibling);
  }
  return parts;
}

/** Heads of the table that the rows belong to, by cell. */
export function headsOf(list: Element, tree: Tree): string[] | undefined {
  const table = closest(list, 'table');
  if (!table || !/^(tbody|table)$/.test(localNameOf(list))) return undefined;
  const marked = queryAll(table, 'thead tr, tr:has(> th)', 1)[0];
  const rows = marked
    ? [marked]
    : tree
        .childrenOf(list)
        .filter((row) => localNameOf(row) === 'tr')
        .slice(0, 1);
  const [row] = rows;
  if (!row) return undefined;
  const heads = tree.childrenOf(row).map((cell) => (textOf(cell) ?? '').replace(/\s+/g, '').slice(0, 20));
  const named = heads.filter(
    (text) => /标题|名称|题名|日期|时间|主题|信件|来信|编号|索引/.test(text) && text.length <= 10,
  );
  return named.length >= 2 || (marked && heads.length >= 2) ? heads : undefined;
}

const ASIDE =
  'nav, footer, header, [role="navigation"], [role="banner"], [role="contentinfo"], .footer, #footer, .foot, #foot, .nav, #nav, .menu, #menu, .header, #header, .friendlink, .links';

/** true: the list stands in a head, menu or foot. */
export function isAside(list: Element): boolean {
  return matches(list, ASIDE) || closest(list, ASIDE) !== null;
}

function depthOf(element: Element, known: Map<Element, number>): number {
  const path: Element[] = [];
  let depth = 0;
  for (let at: Element | null = element; at; at = parentElementOf(at)) {
    const found = known.get(at);
    if (found !== undefined) {
      depth = found;
      break;
    }
    path.push(at);
  }
  for (const step of path.reverse()) known.set(step, ++depth);
  return depth;
}
