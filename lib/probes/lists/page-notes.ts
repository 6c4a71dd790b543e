// What a page says about itself and its columns in words: place (当前位置), pages to turn, and that nothing is there yet.

import { shortText } from '../dom/appearance';
import { attribute, firstChildOf, localNameOf, parentElementOf, queryAll, textOf } from '../dom/native';
import { textsBelow } from './tree';

const PLACE = /(?:当前|您的|所在|现在的|你的|您所在的?|您现在的|当前所在|当前所处)位置/;
const EMPTY_WORDS =
  /暂无|暂时没有|无相关|没有相关|没有找到|没有查询到|没有检索到|建设中|更新中|敬请期待|没有(?:内容|数据|信息)|无(?:内容|数据)/;
const EMPTY =
  /^[[(（【\s]*(?:(?:该|本|此|当前)?栏目|页面|内容|数据|信息)?\s*(?:(?:暂无|暂时没有|暂未|尚无|没有|无)(?:查询到|找到|检索到|发布)?(?:任何|相关|最新|有关)?(?:的)?(?:内容|数据|信息|文章|记录|结果|资料|文件|消息|公告|新闻|列表)?|(?:正在|努力|加紧)*(?:建设|更新|完善)中|敬请期待)[\])）】\s!！。.…~,，]*(?:敬请期待)?[!！。.…]*$/;
const PAGER = /下一页|下页|尾页|末页|共\s*\d+\s*页|上一页/;
const NODES = 60_000;

export interface PageNotes {
  breadcrumb: string[];
  pager: boolean;
  /** Elements whose text says that there is nothing. */
  empties: { element: Element; text: string }[];
}

/** Reads the words of one tree; the page's text is walked only when it holds one of the words at all. */
export function readNotes(root: Node): PageNotes {
  const body = root.nodeType === 9 ? (queryAll(root, 'body', 1)[0] ?? root) : root;
  const text = textOf(body) ?? '';
  const notes: PageNotes = { breadcrumb: [], pager: PAGER.test(text), empties: [] };
  const wantsPlace = PLACE.test(text);
  if (!wantsPlace && !EMPTY_WORDS.test(text)) return notes;
  for (const node of textsBelow(body, NODES)) {
    if (node.text.length <= 40 && EMPTY_WORDS.test(node.text) && EMPTY.test(node.text)) {
      if (notes.empties.length < 40) notes.empties.push({ element: node.parent, text: node.text });
    }
    if (wantsPlace && notes.breadcrumb.length === 0 && PLACE.test(node.text))
      notes.breadcrumb = breadcrumbAt(node.parent, node.text);
  }
  return notes;
}

/** The words may stand in an element of their own beside the steps: looks one or two levels up for the rest. */
function breadcrumbAt(element: Element, text: string): string[] {
  let at: Element | null = element;
  for (let level = 0; at && level < 3; level++) {
    const whole: string = shortText(textOf(at), 300);
    const rest = whole.slice(whole.search(PLACE)).replace(PLACE, '');
    if (rest.replace(/[\s:：]/g, '') !== '' && (level > 0 || whole.length > text.length || rest.length > 2)) {
      if (whole.length > 200) return [];
      const links = queryAll(at, 'a', 12).map((link) => shortText(textOf(link), 40));
      return steps(rest, links);
    }
    at = parentElementOf(at);
  }
  return [];
}

function steps(rest: string, links: readonly string[]): string[] {
  const bare = rest.replace(/^[\s:：]+/, '');
  const parts = bare.split(/\s*(?:>+|＞+|»|›|→|\/|\\|-{2,}|—+|\||·)\s*/);
  const split = parts.length > 1 ? parts : bare.split(/\s+/);
  const found = split.map((part) => part.trim()).filter((part) => part !== '' && part.length <= 40);
  // Without any separator only the links tell the steps apart.
  return (found.length === 1 && links.length > 1 ? [...links] : found).slice(0, 10);
}

/** Page tags of the document by lower-case name: the first one that is not empty. */
export function tagsOf(document: Document): (name: string) => string {
  const tags = new Map<string, string>();
  for (const tag of queryAll(document, 'meta[name]', 300)) {
    const name = (attribute(tag, 'name') ?? '').trim().toLowerCase();
    const content = shortText(attribute(tag, 'content'), 120);
    if (content !== '' && !tags.has(name)) tags.set(name, content);
  }
  return (name) => tags.get(name.toLowerCase()) ?? '';
}

/** Lists without any child: the place is there, the rows are not. */
export function bareLists(root: Node, limit: number): Element[] {
  return queryAll(root, 'ul, ol, tbody')
    .filter(
      (list) => firstChildOf(list) === null && (textOf(list) ?? '').trim() === '' && localNameOf(list) !== '',
    )
    .slice(0, limit);
}
