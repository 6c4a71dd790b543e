// Sees what kind of page a frame may be, home, column or article: printed dates, rows, prose, headings, tags in comments.
import type { IdentityOutline } from '@/lib/model/facts/identity';
import { BOUNDARY } from '@/lib/text/fold';
import type { ProbeContext } from '../define-probe';
import { queryAll, textOf } from '../dom/native';
import type { RawLine, Walk } from './walk-result';

const MAX_DATES = 12;
/** Lines between two looks at the clock. */
const LOOK_EVERY = 32;
/** Lines that print a date beside other things of an article are short; sentences are not. */
const SHORT = 220;
const FULL_DATE = /(?:19|20)\d{2}\s*[-/.年－]\s*\d{1,2}\s*[-/.月－]\s*\d{1,2}/;
const ANY_DATE = /\d{1,2}\s*[-/.月]\s*\d{1,2}/;
const DATE_LABEL = /(?:日\s*期|时\s*间)\s*[:：]?\s*[[【(（]?\s*$/;
const LABELLED = /(?:日\s*期|时\s*间|来\s*源|发布|发表)/;
const PAGER = /下一?页|尾页|末页|共\s*\d+\s*页|\bnext\s?page\b/i;
/** What stands around an article: source, letter size, printing, readers, editor, neighbours, window. */
const AIDS = [
  /来\s*源\s*[:：]/,
  /字体|字号/,
  /打印/,
  /(?:浏览|阅读|点击|访问)(?:次数|量|数)/,
  /(?:责任)?编辑\s*[:：]|作者\s*[:：]/,
  /[上前]一[篇条]|[下后]一[篇条]/,
  /关闭(?:窗口|本页)|分享到/,
];
/** Most lines hold none of them and are done with after this. */
const ANY_AID = new RegExp(AIDS.map(({ source }) => source).join('|'));
const PROSE = 60;
const TAG_IN_COMMENT = /<meta\b[^>]*?\b(?:name|property)\s*=\s*["']?\s*([\w-]{3,40})/gi;

/** What the lines of a walk and the document's headings hint at. `selector` names an element now. */
export async function outlineOf(
  { document, breathe }: ProbeContext,
  walk: Walk,
  selector: (element: Element) => string,
): Promise<IdentityOutline> {
  const dates: IdentityOutline['dates'] = [];
  const aids = new Set<number>();
  let rows = 0;
  let prose = 0;
  let linkLines = 0;
  let pager = false;
  let label: RawLine | undefined;
  for (const [at, line] of walk.lines.entries()) {
    const pause = at % LOOK_EVERY === 0 && breathe();
    if (pause) await pause;
    const linked = line.pieces.some(({ anchor }) => anchor !== null);
    if (linked) linkLines += 1;
    if (line.text.length > SHORT) {
      if (!linked) prose += line.text.length;
      label = undefined;
      continue;
    }
    const text = line.text.replaceAll(BOUNDARY, '').trim();
    if (text.length >= PROSE && !linked) prose += text.length;
    const dated = /\d/.test(text) && ANY_DATE.test(text);
    if (dated && (linked ? text.length <= 160 : text.length <= 24)) rows += 1;
    if (ANY_AID.test(text))
      AIDS.forEach((aid, index) => {
        if (aid.test(text)) aids.add(index);
      });
    pager ||= PAGER.test(text);
    if (dated && FULL_DATE.test(text) && !linked && dates.length < MAX_DATES) {
      const before = label ? label.text.replaceAll(BOUNDARY, '').trim().slice(-16) : '';
      if (before || LABELLED.test(text))
        dates.push({
          text: `${before}${before && !/[:：]$/.test(before) ? '：' : ''}${text}`.slice(0, 260),
          selector: line.pieces[0] ? selector(line.pieces[0].element) : '',
        });
    }
    label = DATE_LABEL.test(text) ? line : undefined;
  }
  return {
    dates,
    rows,
    pager,
    prose,
    linkLines,
    aids: aids.size,
    articleChars: Math.max(0, ...walk.articles.map((element) => walk.spans.get(element)?.chars ?? 0)),
    headings: queryAll(document, 'h1, h2, ucaptitle', 8)
      .map((heading) => (textOf(heading) ?? '').replace(/\s+/g, ' ').trim().slice(0, 160))
      .filter((text) => text !== ''),
    commentedTags: commentedTags(document),
  };
}

/** Names of meta elements that stand only in comments of the head. */
function commentedTags(document: Document): string[] {
  const head = queryAll(document, 'head', 1)[0];
  if (!head) return [];
  const comments = Document.prototype.createTreeWalker.call(document, head, NodeFilter.SHOW_COMMENT);
  const names = new Set<string>();
  for (let read = 0; read < 100 && comments.nextNode(); read++) {
    const value = (comments.currentNode.nodeValue ?? '').slice(0, 20_000);
    for (const match of value.matchAll(TAG_IN_COMMENT)) names.add(match[1]?.toLowerCase() ?? '');
  }
  return [...names].sort().slice(0, 30);
}
