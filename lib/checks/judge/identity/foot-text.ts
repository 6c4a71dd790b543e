// Judges what only words tell: sponsor, contact data and the site map.
import type { IdentityLine, IdentityTrace } from '@/lib/model/facts/identity';
import { findIcpNumbers } from '@/lib/text/filing-numbers';
import { comparable, fold, tidy } from '@/lib/text/fold';
import { findPhoneNumbers, hasEmail, hasPhoneLabel } from '@/lib/text/phone-numbers';
import { endsWithSponsorLabel, findSponsors, isUnitName, mentionsSponsor } from '@/lib/text/sponsor';
import { type Candidate, type Doubt, type FrameView, partAt, placed, placeRank } from './candidate';
import { nextLine } from './lines';

/** Lines at the page's end that may be its foot although nothing else says so. */
const LAST_LINES = 12;

/** Candidates for the sponsor in one frame: in the foot, or behind a full label at the page's end. */
export function findSponsor(view: FrameView): Candidate[] {
  const { lines } = view.facts;
  return lines.flatMap((line, position) => {
    if (!mentionsSponsor(line.text) || !maySpeak(view, line)) return [];
    const outside = line.region < 0;
    const next = nextLine(lines, position);
    const own = findSponsors(line.text)[0];
    const below =
      !own && next && endsWithSponsorLabel(line.text) ? findSponsors(`主办单位:${next.text}`)[0] : undefined;
    const hit = own ?? below;
    if (!hit) return [];
    // A second sponsor may stand alone on the next line.
    const more =
      own && next && !line.text.slice(own.end).trim() && isUnitName(next.text) ? ` ${tidy(next.text)}` : '';
    return [
      {
        rank: placeRank(view.facts, line.region) + (outside ? 3 : 0) + (view.foreign ? 10 : 0),
        state: 'present' as const,
        value: `${hit.value}${more}`,
        canonical: comparable(hit.value),
        notes: outside ? ['不在页脚'] : [],
        doubts: [],
        ...placed(view, partAt(line, hit.index)),
      },
    ];
  });
}

/** Events have sponsors too: a line of an article speaks only when the foot was swallowed by the article. */
function maySpeak(view: FrameView, line: IdentityLine): boolean {
  const { facts } = view;
  if (line.region < 0)
    return (
      !line.inArticle &&
      facts.regions.every(({ inArticle }) => inArticle) &&
      line.order >= facts.page.lines - LAST_LINES &&
      /主\s?[办辦]\s?(?:单\s?位|單位)?\s*[:：]/.test(line.text)
    );
  return !line.inArticle || isSwallowedFoot(view, line.region);
}

function isSwallowedFoot({ facts }: FrameView, region: number): boolean {
  if (facts.regions.some(({ inArticle }) => !inArticle)) return false;
  const text = facts.lines.flatMap((line) => (line.region === region ? [line.text] : [])).join('\n');
  return findIcpNumbers(text).some(({ wellFormed }) => wellFormed);
}

/** Candidates for contact data in one frame: telephone numbers in the foot. */
export function findContacts(view: FrameView): Candidate[] {
  const { lines } = view.facts;
  return lines.flatMap((line, position) => {
    if (line.region < 0 || (line.inArticle && !isSwallowedFoot(view, line.region))) return [];
    return phonesOf(lines, line, position).map((hit) => {
      const report = hit.role === 'report';
      const doubts: Doubt[] = report
        ? [
            {
              kind: 'entry-only',
              outcome: 'review',
              message: '页脚只有举报电话，未见网站联系电话，请核对。',
              expected: '网站联系电话',
              found: hit.value,
            },
          ]
        : [];
      return {
        rank:
          (hit.role === 'contact' ? 0 : report ? 4 : 1) +
          supportRank(line.text, hit.index) +
          (view.foreign ? 10 : 0),
        state: 'present' as const,
        value: hit.value,
        canonical: hit.digits,
        notes: report ? ['仅见举报电话'] : [],
        doubts,
        ...placed(view, partAt(line, hit.index)),
      };
    });
  });
}

function phonesOf(lines: IdentityLine[], line: IdentityLine, position: number) {
  const own = findPhoneNumbers(line.text);
  if (own.length) return own;
  const next = nextLine(lines, position);
  const label = fold(line.text).trim();
  if (!next || !hasPhoneLabel(label) || !/(?:电\s*话|热\s*线|总\s*机|tel|方式)\s*[:]?\s*$/i.test(label))
    return [];
  return findPhoneNumbers(`电话:${next.text}`).slice(0, 1);
}

/** Numbers of the technicians come after those of the office. */
function supportRank(text: string, index: number): number {
  return /(?:技术支持|运维|维护|承建|制作|开发)[^:：]{0,12}[:：]?[^:：]{0,30}$/.test(
    fold(text).slice(0, index),
  )
    ? 1
    : 0;
}

/** Ways to get in touch that are no number: a link to a contact page, an e-mail address. */
export function contactHints(view: FrameView): {
  kind: 'link' | 'email';
  spot: Pick<Candidate, 'selector' | 'frame' | 'visible' | 'rect'>;
  text: string;
}[] {
  const links = view.facts.traces
    .filter(
      ({ kind, text, visible }) =>
        kind === 'text' &&
        visible &&
        /^(?:联系我们|联系方式|联络我们|联系电话|contact us)$/i.test(fold(text).trim()),
    )
    .map((trace) => ({ kind: 'link' as const, spot: placed(view, trace), text: trace.text }));
  const mails = view.facts.lines
    .filter((line) => line.region >= 0 && hasEmail(line.text))
    .map((line) => ({
      kind: 'email' as const,
      spot: placed(view, line.parts[0]),
      text: line.text.trim().slice(0, 80),
    }));
  return [...mails, ...links];
}

const MAP = /(?:网站|站点|本站)(?:地图|导图)|站点导航|^site-?\s?map$/i;
const GUIDE = /^网站导航$/;
const MAP_PATH = /[/_-](?:wzdt|zddt|wangzhanditu|web-?map|site-?_?map)(?:[/._?-]|$)/i;

/** Candidates for the site map in one frame: a link, a clickable element, plain text or an image's words. */
export function findSiteMaps(view: FrameView): Candidate[] {
  return view.facts.traces.flatMap((trace) => {
    if (!['text', 'link', 'image'].includes(trace.kind)) return [];
    const words = [trace.text, trace.kind === 'text' ? '' : (trace.attributes.title ?? '')].join('|');
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
