// Observes the lists of a frame: rows with titles and dates, what names each list, and what says that one is empty.
import type { EmptyNote, ListFact, ListFacts } from '@/lib/model/facts/lists';
import type { Skip } from '@/lib/model/primitives';
import { defineProbe, type ProbeContext } from './define-probe';
import { isVisible } from './dom/appearance';
import { parentElementOf } from './dom/native';
import { rootsOf } from './dom/roots';
import { candidates, type FoundList, headsOf, isAside, readList } from './lists/containers';
import { nameOf } from './lists/naming';
import { bareLists, readNotes, tagsOf } from './lists/page-notes';
import { Tree } from './lists/tree';

/** Lists described per frame, dated ones first, and rows described per list. */
const LISTS = 80;
const ROWS = 60;
const BARE_LISTS = 10;

export default defineProbe<ListFacts>({
  name: 'lists',
  async gather(context) {
    const roots = rootsOf(context.document);
    const tree = new Tree();
    const tag = tagsOf(context.document);
    const facts: ListFacts = {
      columnName: tag('ColumnName'),
      columnType: tag('ColumnType'),
      articleTitle: tag('ArticleTitle'),
      breadcrumb: [],
      pager: false,
      lists: [],
      empties: [],
    };
    const found: FoundList[] = [];
    const empties: { element: Element; text: string }[] = [];
    for (const root of roots) {
      const notes = readNotes(root);
      facts.pager ||= notes.pager;
      if (facts.breadcrumb.length === 0) facts.breadcrumb = notes.breadcrumb;
      empties.push(...notes.empties);
      await context.breathe();
      empties.push(...bareLists(root, BARE_LISTS).map((element) => ({ element, text: '' })));
      await context.breathe();
      const inner = new Set<Element>();
      for (const [element, children] of await candidates(root, context)) {
        if (inner.has(element) && children.every((child) => inner.has(child))) continue;
        if (context.isOwn(element)) continue;
        const list = readList(element, children, inner, tree, ROWS);
        if (list) {
          found.push(list);
          for (let at: Element | null = element; at && !inner.has(at); at = parentElementOf(at))
            inner.add(at);
        }
        const pause = context.breathe();
        if (pause) await pause;
      }
    }
    const kept = [...found.filter(({ dated }) => dated), ...found.filter(({ dated }) => !dated)].slice(
      0,
      LISTS,
    );
    for (const list of kept) {
      facts.lists.push(describe(list, tree, context));
      await context.breathe();
    }
    facts.empties = empties
      .filter(({ element }) => !context.isOwn(element))
      .map(({ element, text }) => emptyNote(element, text, tree, context));
    return { facts, skipped: skips(found, kept) };
  },
});

function describe({ element, rows, rowCount }: FoundList, tree: Tree, context: ProbeContext): ListFact {
  const visible = isVisible(element);
  const heads = headsOf(element, tree);
  return {
    selector: context.selectorOf(element),
    ...nameOf(element, tree, visible),
    visible,
    aside: isAside(element),
    ...(heads && { heads }),
    rowCount,
    rows,
  };
}

function emptyNote(element: Element, text: string, tree: Tree, context: ProbeContext): EmptyNote {
  const visible = isVisible(element);
  const { heading, more } = nameOf(element, tree, visible);
  return { selector: context.selectorOf(element), text, heading, ...(more && { more }), visible };
}

function skips(found: readonly FoundList[], kept: readonly FoundList[]): Skip[] {
  const skipped: Skip[] = [];
  if (found.length > kept.length)
    skipped.push({
      what: `${found.length - kept.length} 个列表`,
      why: `页面列表超过 ${LISTS} 个，只读取了前 ${LISTS} 个`,
    });
  const long = kept.filter(({ rows, rowCount }) => rowCount > rows.length);
  if (long.length > 0)
    skipped.push({
      what: `${long.length} 个列表第 ${ROWS} 行以后的内容`,
      why: `每个列表只读取前 ${ROWS} 行`,
    });
  return skipped;
}
