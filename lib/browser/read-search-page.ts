// Reads a search result page that was fetched as text: is there a result with the words, does the page say that there is none?
import { comparable } from '@/lib/text/fold';

export interface ReadSearchPage {
  state: 'hit' | 'no-hit' | 'unclear';
  hits: number;
  /** Text of the first result; '' = none. */
  detail: string;
}

const NONE =
  /(?:没有|未能?|找不到|无法)(?:找到|检索到|搜索到|查询到|搜到|查到)|(?:暂无|没有|无)(?:相关|符合条件的?|匹配的?)?(?:搜索|检索|查询)?(?:结果|内容|信息|记录|数据)|(?:找到|搜索到|检索到|共有?|约)(?:相关)?(?:结果|信息|记录|内容)?[约共为：:]*0(?:条|个|篇|项|件)/;
const SOME =
  /(?:找到|搜索到|检索到|查询到|搜到|共有?|约)(?:相关|符合条件的?)?(?:结果|信息|记录|内容|网页)?[约共为有：:]*([1-9][\d,]*)(?:条|个|篇|项|件)|(?:搜索|检索|查询)?(?:结果|记录)[约共为有：:]*([1-9][\d,]*)(?:条|个|篇|项|件)/;
/** Parts of a page that name the site on every page. */
const FRAME_OF_PAGE =
  'header, footer, nav, [role="banner"], [role="contentinfo"], [role="navigation"], [class*="foot" i], [id*="foot" i], [class*="header" i], [id*="header" i], [class*="logo" i], [class*="copyright" i], [class*="crumb" i], [class*="nav" i]';

/**
 * Judges the mark-up of `html`, fetched from `address`, without running any of it. A result is a link outside the page's
 * head, foot and navigation, whose text or whose row holds the words, and that leads to another page than a home page.
 */
export function readSearchPage(html: string, address: string, words: string): ReadSearchPage {
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const unread of page.querySelectorAll(
    'script, style, noscript, template, textarea, select, option, input',
  ))
    unread.remove();
  const wanted = comparable(words);
  const here = new URL(address);
  const results = [...page.querySelectorAll('a[href]')].filter((link) => {
    if (wanted === '' || link.closest(FRAME_OF_PAGE) || !leadsOn(link.getAttribute('href') ?? '', here))
      return false;
    if (comparable(link.textContent ?? '').includes(wanted)) return true;
    const row = link.closest('li, dl, tr, article, [class*="item" i], [class*="result" i]');
    const text = row ? comparable(row.textContent ?? '') : '';
    return text.length < 1_000 && text.includes(wanted) && comparable(link.textContent ?? '').length >= 4;
  });
  const text = comparable(page.body?.textContent ?? '');
  const first = results[0]?.textContent?.replace(/\s+/g, ' ').trim().slice(0, 80) ?? '';
  const none = NONE.test(text);
  const some = SOME.test(text);
  if (results.length > 0 && !(none && !some)) return { state: 'hit', hits: results.length, detail: first };
  // Hidden phrases for both cases often stand in the page side by side: then only a person can tell.
  if (none && !some && results.length === 0 && !drawnByScript(html))
    return { state: 'no-hit', hits: 0, detail: '' };
  return { state: 'unclear', hits: results.length, detail: '' };
}

/** An address of another page: no fragment, no script, not the root of a site. */
function leadsOn(href: string, here: URL): boolean {
  try {
    const url = new URL(href.trim(), here);
    if (!/^https?:$/.test(url.protocol)) return false;
    const self = url.host === here.host && url.pathname === here.pathname;
    return !self && !/^\/(?:index\.\w+)?$/.test(url.pathname);
  } catch {
    return false;
  }
}

/** Marks of a page whose results come later, drawn by script. */
function drawnByScript(html: string): boolean {
  return /v-for\s*=|ng-repeat\s*=|\{\{[^}]{1,80}\}\}|<div id="?(?:app|root)"?>\s*<\/div>|\$\.(?:ajax|post|getJSON)\s*\(|axios\s*[.(]|template\s*\(/.test(
    html,
  );
}
