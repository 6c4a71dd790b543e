// Asks what keeps the machine from being sure that something is missing.
import type { IdentityFacts } from '@/lib/model/facts/identity';
import type { PageFacts } from '@/lib/model/page-facts';
import type { FrameView } from './candidate';

/** Smaller frames are counters and buttons; a foot needs at least this much. CSS pixels. */
const FOOT_FRAME = { width: 200, height: 30 };

/** Reasons, in plain Chinese, why a missing element may only be unseen; empty when everything was read. */
export function unseenReasons(page: PageFacts, views: FrameView[]): string[] {
  const reasons: string[] = [];
  const top = views.find(({ frame }) => frame === '')?.facts;
  const unread = unreadFrames(page);
  if (top?.page.frameset) reasons.push(unread.length ? '页面由框架组成，部分框架未能读取' : '页面由框架组成');
  else if (unread.length) reasons.push(`有 ${unread.length} 个框架未能读取（${unread[0]?.slice(0, 100)}）`);
  if (top?.page.emptyApp) reasons.push('页面内容由脚本生成，读取时仍为空白');
  else if (top && !top.page.frameset && top.page.textLength < 4 && top.traces.length === 0)
    reasons.push('页面没有文字内容');
  if (top && !top.page.settled) reasons.push('等待时限已到，页面仍在加载');
  if (top?.page.cut) reasons.push('页面内容过多，未能全部读取');
  if (top && noFoot(top) && top.page.footScripts.length > 0) reasons.push('页脚由脚本写入，脚本可能未执行');
  if (views.some(({ facts }) => isMojibake(facts))) reasons.push('页脚文字为乱码，可能编码有误');
  return reasons;
}

function unreadFrames(page: PageFacts): string[] {
  const read = page.frames.filter(({ top, facts }) => !top && facts.identity).map(({ url }) => url);
  const shown = page.frames.flatMap(({ facts }) => facts.identity?.frames ?? []);
  const unread: string[] = [];
  for (const frame of shown) {
    if (!/^https?:/i.test(frame.url)) continue;
    const at = read.indexOf(frame.url);
    if (at >= 0) read.splice(at, 1);
    else if (isLarge(frame)) unread.push(frame.url);
  }
  // A frame that was redirected is read under another address: one of those stands for one of these.
  return unread.slice(read.length);
}

function isLarge(frame: IdentityFacts['frames'][number]): boolean {
  return frame.visible && frame.width >= FOOT_FRAME.width && frame.height >= FOOT_FRAME.height;
}

function noFoot(facts: IdentityFacts): boolean {
  return (
    facts.regions.every(({ kind, inArticle }) => kind !== 'foot' || inArticle) &&
    !facts.lines.some(({ text }) => /ICP\s*备|标识码/i.test(text))
  );
}

function isMojibake(facts: IdentityFacts): boolean {
  const text = facts.lines
    .filter(({ region }) => region >= 0)
    .map((line) => line.text)
    .join('');
  return (text.match(/\ufffd|锟斤拷|[脙脗碌]{2,}/g) ?? []).length >= 3;
}
