// Judges the site map: a link, a clickable element, plain text or an image's words, anywhere on the page.
import type { IdentityTrace } from '@/lib/model/facts/identity';
import { fold } from '@/lib/text/fold';
import { type Candidate, type Doubt, type FrameView, placed } from './candidate';

/** The whole of a short text, with what sites put before it: 云溪门户网站地图. */
const MAP =
  /^(?:(?!关于|新增|开通|完善|优化|应|设)[\u4e00-\u9fff\w]{1,8}?)?(?:网站|站点|本站)(?:地图|导图)(?:及[\u4e00-\u9fff]{1,4})?$|^站点导航$|^site-?\s?map$/i;
const GUIDE = /^网站导航$/;
const MAP_PATH = /[/_-](?:wzdt|zddt|wangzhanditu|web-?map|site-?_?map)(?:[/._?-]|$)/i;

/** Candidates for the site map in one frame: a link, a clickable element, plain text or an image's words. */
export function findSiteMaps(view: FrameView): Candidate[] {
  return view.facts.traces.flatMap((trace) => {
    if (!['text', 'link', 'image'].includes(trace.kind)) return [];
    if (trace.kind === 'text' && !trace.target && isTalk(view, trace)) return [];
    const { title = '', 'aria-label': label = '' } = trace.attributes;
    const words = [trace.text, ...(trace.kind === 'text' ? [] : [title, label])].join('|');
    const token = fold(words)
      .split(/[|·•,;，；、/]|\s{2,}|\s-\s| (?=[\u4e00-\u9fff])/)
      .map((piece) => piece.replace(/^[\s[\]()【】「」>]+|[\s[\]()【】「」>]+$/g, ''))
      .find((piece) => piece.length <= 16 && (MAP.test(piece) || GUIDE.test(piece)));
    if (!token) return wordlessMap(view, trace);
    const guide = !MAP.test(token);
    const target = trace.target;
    const leads = target !== '' && !/^(?:#|javascript:)/i.test(target);
    const isLink = trace.kind === 'link' || target !== '' || trace.clickable;
    const doubts: Doubt[] = [];
    if (guide)
      doubts.push({
        kind: 'entry-only',
        outcome: 'review',
        message: '页面有“网站导航”，请核对是站点地图还是其他网站的链接列表。',
        expected: '站点地图',
        found: token,
      });
    else if (!leads)
      doubts.push({
        kind: 'wrong-link',
        outcome: 'review',
        message: isLink ? '站点地图的链接没有实际地址，请点击核对。' : '站点地图只有文字，没有链接。',
        expected: '链接到站点地图页面',
        found: target || '无链接',
      });
    return [
      {
        rank: (guide ? 5 : leads ? 0 : 1) + (trace.kind === 'image' ? 1 : 0) + (view.foreign ? 10 : 0),
        state: 'present' as const,
        value: token,
        canonical: '',
        notes: guide ? ['仅见“网站导航”'] : [],
        doubts,
        ...(target ? { href: target } : {}),
        ...placed(view, trace),
      },
    ];
  });
}

/** Text without a link that talks about site maps: a sentence, or words of an article. */
function isTalk({ facts }: FrameView, trace: IdentityTrace): boolean {
  return /[，。；！？]/.test(trace.text) || facts.regions[trace.region]?.inArticle === true;
}

/** A link that holds only an image and leads where site maps lie. */
function wordlessMap(view: FrameView, trace: IdentityTrace): Candidate[] {
  if (trace.kind !== 'link' || !trace.holdsImage || trace.text.trim() || !MAP_PATH.test(trace.target))
    return [];
  return [
    {
      rank: 6 + (view.foreign ? 10 : 0),
      state: 'present',
      canonical: '',
      notes: ['只有图片，没有文字'],
      doubts: [
        {
          kind: 'image-only',
          outcome: 'review',
          message: '疑似站点地图的链接只有图片，没有文字说明，请核对。',
          expected: '站点地图',
          found: trace.target,
        },
      ],
      href: trace.target,
      ...placed(view, trace),
    },
  ];
}
