// Finds what stands below headings such as 相关解读 and 原文链接.
import type { RelatedBlock } from '@/lib/model/facts/interpretation';
import { relatedSide } from '@/lib/text/interpretation-words';
import { splitLabels } from '@/lib/text/labels';
import type { ProbeContext } from '../define-probe';
import { type Chunk, linkAround } from '../dom/chunks';
import { localNameOf, nextOf, parentElementOf, queryAll, textOf } from '../dom/native';
import { linksIn } from './article';

const CAP = 20;
const CAP_LINKS = 20;
/** Texts between two looks at the clock. */
const LOOK_EVERY = 16;
/** A menu has neighbours of the same sort: links that are columns too. */
const MENU_LINKS = 4;

export async function findBlocks(chunks: readonly Chunk[], context: ProbeContext): Promise<RelatedBlock[]> {
  const blocks: RelatedBlock[] = [];
  for (const [at, { text, element }] of chunks.entries()) {
    const pause = at % LOOK_EVERY === 0 && context.breathe();
    if (pause) await pause;
    if (blocks.length >= CAP || text.length > 200) continue;
    const heading = headingIn(text);
    const side = heading === undefined ? undefined : relatedSide(heading);
    if (heading === undefined || !side || isMenu(element) || isTrail(element)) continue;
    const links = contentOf(element)
      .flatMap((content) => linksIn(content, CAP_LINKS))
      // “更多” leads to the column, not to the document.
      .filter((link) => !/^(?:更多|more|>+|\+|查看更多)/i.test(link.text))
      .slice(0, CAP_LINKS);
    blocks.push({ side, heading, links, selector: context.selectorOf(element) });
  }
  return blocks;
}

/** The text itself, or the label that it begins with: “政策解读：…”. */
function headingIn(text: string): string | undefined {
  if (text.length <= 14 && relatedSide(text)) return text.replace(/[:：\s【】[\]]/g, '');
  const [label] = splitLabels(text, (word) => relatedSide(word) !== undefined);
  return label && label.at <= 2 ? label.label : undefined;
}

/** The heading's line with what it links, else what follows it, up to three neighbours. */
function contentOf(heading: Element): Element[] {
  const own = (textOf(heading) ?? '').trim().length;
  let current = heading;
  for (let level = 0; level < 4; level++) {
    const following: Element[] = [];
    for (let next = nextOf(current); next && following.length < 3; next = nextOf(next)) {
      if (relatedSide((textOf(next) ?? '').slice(0, 40).trim())) break;
      following.push(next);
    }
    if (following.length > 0) return linkAround(heading) ? [heading, ...following] : following;
    const parent = parentElementOf(current);
    if (!parent) break;
    // A line that says more than the heading holds its own links.
    if ((textOf(parent) ?? '').trim().length > own + 4) return [parent];
    current = parent;
  }
  return [];
}

function isMenu(element: Element): boolean {
  const link = linkAround(element);
  if (!link) return false;
  let list: Element | null = parentElementOf(link);
  for (let level = 0; list && level < 2; level++) {
    const short = queryAll(list, 'a', 40).filter((each) => (textOf(each) ?? '').trim().length <= 8).length;
    if (short >= MENU_LINKS) return true;
    list = parentElementOf(list);
  }
  return false;
}

/** Steps of “当前位置：首页 > 政务公开 > 政策解读”. */
function isTrail(element: Element): boolean {
  let current: Element | null = element;
  for (let level = 0; current && level < 4 && localNameOf(current) !== 'body'; level++) {
    const text = (textOf(current) ?? '').trim();
    if (text.length > 100) return false;
    if (/位置|首页/.test(text) && /[>＞»›/]/.test(text)) return true;
    current = parentElementOf(current);
  }
  return false;
}
