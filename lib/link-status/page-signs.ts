// Reads from the beginning of an HTML answer what tells a page from a notice that there is no such page.
import type { LinkStatus } from '@/lib/model/facts/link-status';
import { addressesInHandler } from '@/lib/text/link-address';

export type PageSigns = Pick<LinkStatus, 'title' | 'gone' | 'textLength' | 'leadsTo'>;

const THING = '(?:页面|网页|文件|文章|内容|信息|栏目|资源|链接|地址|网址|站点|新闻|附件)';
const GONE =
  '(?:不存在|未找到|找不到|没有找到|无法找到|未能找到|无法访问|已?(?:经)?(?:被)?(?:删除|移除|下线|失效|撤销|移动)|走丢|丢失|不见了|跑丢|飞走)';
const NOT_FOUND = '(?:找不到|未找到|没有找到|没找到|无法找到|未能找到|无法访问)';
const ASKED = '(?:您|你)?(?:所|要|想)?(?:访问|请求|查找|浏览|查看|打开)?的?';

/** A whole short statement, as error pages make it: never just a word of it. */
const STATEMENTS = [
  new RegExp(`(?:您|你|该|此|本|所)[^，。！,.!]{0,12}${THING}[^，。！,.!]{0,6}${GONE}`),
  new RegExp(`^(?:(?:很|真|非常)?抱歉|对不起|很遗憾|sorry)?[，,！!。.]?\\s*${THING}${GONE}`, 'i'),
  new RegExp(`${NOT_FOUND}(?:了)?${ASKED}${THING}`),
  /\b(?:http\s*)?404\b[\s:：\-–—|]*(?:not found|error|错误|页面|出错|找不到)/i,
  /\b(?:page|file|resource)(?: you requested)? (?:was |is |could )?not (?:be )?found\b/i,
  /^(?:404|404\s*not\s*found|not\s*found|错误\s*404|404\s*错误|410\s*gone)$/i,
];
/** Between the title of a page and the name of its site. */
const TITLE_PART = /\s*[-_|—–·•:：]+\s*/;

/** At most so many characters of text: error pages say little more than that. */
export const SHORT_TEXT = 300;
/** In longer HTML a script that sets an address is one of many things. */
const SHORT_HTML = 4_000;

/** Text of an answer in the character set of its header, mark, or meta element; undeclared text that is no UTF-8 is read as GBK. */
export function decodeHtml(bytes: Uint8Array, contentType: string): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2_048));
  const named =
    charsetOfMark(bytes) ??
    /charset\s*=\s*["']?\s*([\w-]+)/i.exec(contentType)?.[1] ??
    /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1];
  if (named) {
    try {
      // GB18030 holds GB2312 and GBK, and the pages say either.
      return new TextDecoder(/^gb/i.test(named) ? 'gb18030' : named).decode(bytes);
    } catch {
      // An unknown name: guessed below.
    }
  }
  try {
    // The end may cut a character: streaming leaves it out.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

function charsetOfMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

/** Nothing is run, nothing is built: plain text work in time proportional to the text. `base` is the page's address. */
export function pageSigns(html: string, base: string): PageSigns {
  const bare = withoutBlocks(withoutBlocks(html, '<!--', '-->'), '<style', '</style');
  const { text: readable, scripts } = splitScripts(bare);
  const titleAt = /<title[^>]{0,200}>([^<]{0,2000})/i.exec(readable);
  const title = plain(titleAt?.[1] ?? '').slice(0, 120);
  const body = plain(readable.replace(/<title[^>]{0,200}>[^<]*/i, ' ').replace(/<[^<>]{0,2000}>/g, ' '));
  const gone = goneIn(title, body);
  const leadsTo = body.length === 0 && html.length <= SHORT_HTML ? leading(bare, scripts, base) : '';
  return {
    ...(title && { title }),
    ...(gone && { gone }),
    textLength: body.length,
    ...(leadsTo && { leadsTo }),
  };
}

function goneIn(title: string, body: string): PageSigns['gone'] {
  const part = [title, ...title.split(TITLE_PART)].find((each) => isStatement(each));
  if (part) return { words: part.slice(0, 80), inTitle: true };
  if (body.length > SHORT_TEXT) return undefined;
  const sentence = body.split(/[。！!\n]|\s{2,}/).find((each) => isStatement(each.trim()));
  return sentence ? { words: sentence.trim().slice(0, 80), inTitle: false } : undefined;
}

/** Longer text merely mentions it: “关于网站链接已失效问题的整改情况通报” is an article. */
function isStatement(text: string): boolean {
  return text.length > 0 && text.length <= 60 && STATEMENTS.some((statement) => statement.test(text));
}

/** Where a page without text leads at once: a refresh, or a script that sets the address. */
function leading(html: string, scripts: string, base: string): string {
  const refresh =
    /<meta[^>]{0,100}http-equiv\s*=\s*["']?refresh[^>]{0,200}url\s*=\s*["']?([^"'>\s]{1,500})/i.exec(
      html,
    )?.[1];
  const written = refresh ?? addressesInHandler(scripts)[0];
  if (!written) return '';
  try {
    const url = new URL(written, base);
    return /^https?:$/.test(url.protocol) ? url.href.slice(0, 500) : '';
  } catch {
    return '';
  }
}

function withoutBlocks(html: string, open: string, close: string): string {
  return html.length === 0 ? '' : cut(html, open, close).kept;
}

function splitScripts(html: string): { text: string; scripts: string } {
  const noscript = withoutBlocks(html, '<noscript', '</noscript');
  const { kept, removed } = cut(noscript, '<script', '</script');
  return { text: kept, scripts: removed };
}

/** Takes everything from `open` to `close` out; both in lower case, compared without case. */
function cut(html: string, open: string, close: string): { kept: string; removed: string } {
  const lower = html.toLowerCase();
  let kept = '';
  let removed = '';
  let at = 0;
  for (;;) {
    const from = lower.indexOf(open, at);
    if (from < 0) return { kept: kept + html.slice(at), removed };
    kept += html.slice(at, from);
    const to = lower.indexOf(close, from + open.length);
    removed += `\n${html.slice(from, to < 0 ? html.length : to)}`;
    if (to < 0) return { kept, removed };
    at = close === '-->' ? to + close.length : html.indexOf('>', to) + 1 || html.length;
  }
}

function plain(text: string): string {
  return text
    .replace(/&(nbsp|ensp|emsp|thinsp);|&#(160|12288|x3000|xa0);|\u3000|\u00a0/gi, ' ')
    .replace(/&lt;|&gt;|&quot;|&#39;/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();
}
