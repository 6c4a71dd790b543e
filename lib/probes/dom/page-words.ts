// What a page says about its own place: title, headings, the trail of columns, page tags.
import type { PageContext } from '@/lib/model/facts/interaction';
import { shortText } from './appearance';
import type { Chunk } from './chunks';
import { attribute, closest, localNameOf, parentElementOf, queryAll, textOf } from './native';

const TRAIL_START =
  /(?:当前|您的|你的|现在|所在|您所在的?|当前所在)的?位置|您(?:现在)?(?:的)?位置|您在这里|当前栏目/;
const TRAIL_CLASS =
  '[class*="crumb" i], [id*="crumb" i], [class*="position" i], [class*="location" i], [class*="dqwz" i], [class*="weizhi" i]';
const STEP = /[>＞»›/→]|--/;
const LENGTH = 200;

/** `chunks` in reading order. */
export function readPageWords(document: Document, chunks: readonly Chunk[]): PageContext {
  const tags = new Map<string, string>();
  for (const meta of queryAll(document, 'meta[content]')) {
    const name = (attribute(meta, 'name') ?? attribute(meta, 'property') ?? '').trim().toLowerCase();
    const content = shortText(attribute(meta, 'content'), LENGTH);
    if (name && content && !tags.has(name)) tags.set(name, content);
  }
  const title = queryAll(document, 'title').find((element) => closest(element, 'svg') === null);
  return {
    title: shortText(title ? textOf(title) : '', LENGTH),
    headings: queryAll(document, 'h1, h2', 6)
      .map((heading) => shortText(textOf(heading), LENGTH))
      .filter(Boolean),
    trail: trailIn(document, chunks),
    columnName: tags.get('columnname') ?? '',
    columnType: tags.get('columntype') ?? '',
  };
}

function trailIn(document: Document, chunks: readonly Chunk[]): string {
  const at = chunks.findIndex(({ text }) => text.length < 120 && TRAIL_START.test(text));
  const start = chunks[at]?.element;
  if (start) return shortText(trailAround(start), LENGTH);
  for (const element of queryAll(document, TRAIL_CLASS, 20)) {
    const text = shortText(textOf(element), LENGTH);
    if (/首页/.test(text) && text.length < 120) return text;
  }
  return '';
}

/** The smallest element around the opening words that holds the steps too. */
function trailAround(start: Element): string {
  let trail = textOf(start) ?? '';
  for (let current: Element | null = start; current; current = parentElementOf(current)) {
    const text = textOf(current) ?? '';
    if (text.length > 400 || localNameOf(current) === 'body') break;
    trail = text;
    if (/首页|主页/.test(text) && STEP.test(text)) break;
  }
  return trail;
}
