// Judges the three numbers of a page foot as text: ICP filing, police filing, site identification code.
import type { IdentityLine } from '@/lib/model/facts/identity';
import { findIcpNumbers, findPoliceNumbers, isPoliceCode, type NumberHit } from '@/lib/text/filing-numbers';
import { addressHost, filingRegisterOf, recordCodeOf } from '@/lib/text/identity-addresses';
import { endsWithSiteCodeLabel, findSiteCodes } from '@/lib/text/site-code';
import { type Candidate, type Doubt, type FrameView, partAt, placed, placeRank } from './candidate';
import { inImages, policeImages } from './image-numbers';
import { nextLine } from './lines';
import { speaks, withoutLists } from './mentions';

/** Candidates for the ICP filing number in one frame. */
export function findIcp(view: FrameView): Candidate[] {
  return [...onLines(view, findIcpNumbers, icpCandidate), ...inImages(view, findIcpNumbers, 'ICP备案号')];
}

/** Candidates for the police filing number in one frame. */
export function findPolice(view: FrameView): Candidate[] {
  return [
    ...onLines(view, findPoliceNumbers, policeCandidate),
    ...inImages(view, findPoliceNumbers, '公安备案号'),
    ...policeImages(view),
  ];
}

/** Candidates for the printed site code in one frame. */
export function findPrintedCodes(view: FrameView): Candidate[] {
  const found = onLines(view, findSiteCodes, (hit) => {
    const doubts: Doubt[] = [];
    if (!hit.wellFormed)
      doubts.push({
        kind: 'malformed',
        outcome: 'fail',
        message: '网站标识码格式不正确。',
        expected: '10位数字，或bm加8位数字',
        found: hit.value,
      });
    return { doubts };
  });
  const labels = view.facts.lines.flatMap((line, position) => {
    if (line.region < 0 || !endsWithSiteCodeLabel(line.text) || !speaks(view, line)) return [];
    const next = nextLine(view.facts.lines, position);
    const hit = next ? findSiteCodes(`网站标识码:${next.text}`)[0] : undefined;
    const own: Doubt = {
      kind: 'malformed',
      outcome: 'fail',
      message: '只有“网站标识码”字样，没有号码。',
      expected: '10位数字，或bm加8位数字',
      found: '无号码',
    };
    const late = hit && hit.index <= 10;
    const part = partAt(line, line.text.length);
    return [
      {
        rank: placeRank(view.facts, line.region) + (late ? 0 : 5),
        state: late && hit.wellFormed ? ('present' as const) : ('malformed' as const),
        ...(late ? { value: hit.value } : {}),
        canonical: late ? hit.canonical : '',
        notes: [],
        doubts: late && hit.wellFormed ? [] : [own],
        ...placed(view, part),
      },
    ];
  });
  // A label without a number is read only when no number was found behind any label.
  return found.length ? found : labels;
}

type Rest = Pick<Candidate, 'doubts'> & { href?: string; notes?: string[] };

function onLines<H extends NumberHit>(
  view: FrameView,
  find: (text: string) => H[],
  judge: (hit: H, href: string, view: FrameView) => Rest,
): Candidate[] {
  const { lines } = view.facts;
  const found = lines.flatMap((line, position) => {
    if (!speaks(view, line)) return [];
    let hits = find(line.text);
    if (!hits.length) {
      // A number broken by <br> begins on this line and ends on the next.
      const next = nextLine(lines, position);
      if (next && next.text.length < 80 && find(next.text).length === 0)
        hits = find(`${line.text} ${next.text}`).filter(
          (hit) => hit.index < line.text.length && hit.end > line.text.length,
        );
    }
    return hits.map((hit) => {
      const part = partAt(line, hit.index);
      const href = linkOf(line, hit);
      const { doubts, notes = [], ...rest } = judge(hit, href, view);
      const candidate: Candidate = {
        rank: placeRank(view.facts, line.region) + (view.foreign ? 10 : 0),
        state: hit.wellFormed ? ('present' as const) : ('malformed' as const),
        value: hit.value,
        canonical: hit.canonical,
        notes: [...hit.remarks, ...notes],
        doubts,
        ...(href ? { href } : {}),
        ...rest,
        ...placed(view, part),
      };
      return { candidate, position };
    });
  });
  return withoutLists(view, found);
}

/** The link around any piece of the number. */
function linkOf(line: IdentityLine, hit: NumberHit): string {
  return line.parts.find((part) => part.href && part.from < hit.end && part.to > hit.index)?.href ?? '';
}

function icpCandidate(hit: NumberHit, href: string): Rest {
  const doubts = [...filingSyntax('ICP备案号', '省份简称＋ICP备＋5至10位数字＋号', hit)];
  if (hit.wellFormed && hit.remarks.some((remark) => /标点|大写|序号|“备”/.test(remark)))
    doubts.push({
      kind: 'malformed',
      outcome: 'review',
      message: `ICP备案号书写不规范：${hit.remarks.join('，')}。`,
      expected: hit.canonical,
      found: hit.value,
    });
  return { doubts: [...doubts, ...linkDoubts('ICP备案号', 'beian.miit.gov.cn', href, ['miit'])] };
}

function policeCandidate(hit: NumberHit & { digits: string }, href: string): Rest {
  const doubts = [...filingSyntax('公安备案号', '省份简称＋公网安备＋14位数字＋号', hit)];
  doubts.push(...linkDoubts('公安备案号', 'beian.mps.gov.cn 或 www.beian.gov.cn', href, ['police']));
  const code = recordCodeOf(href);
  const digits = code.replace(/\D/g, '');
  if (digits && isPoliceCode(digits) && digits !== hit.digits)
    doubts.push({
      kind: 'code-mismatch',
      outcome: 'fail',
      message: '公安备案号与其链接中的备案编号不一致。',
      expected: hit.digits,
      found: digits,
    });
  else if (code && code !== digits)
    doubts.push({
      kind: 'wrong-link',
      outcome: 'review',
      message: '公安备案链接中的备案编号夹有多余文字，可能查询不到。',
      expected: hit.digits,
      found: code,
    });
  return { doubts };
}

function filingSyntax(name: string, expected: string, hit: NumberHit): Doubt[] {
  if (hit.wellFormed) return [];
  return [{ kind: 'malformed', outcome: 'fail', message: `${name}格式不正确。`, expected, found: hit.value }];
}

/** Doubts about where a filing number's link leads; a number without any link gives none. */
function linkDoubts(name: string, expected: string, href: string, wanted: string[]): Doubt[] {
  if (!href) return [];
  const register = filingRegisterOf(href);
  if (wanted.includes(register)) return [];
  if (register === 'miit-retired')
    return [
      {
        kind: 'retired-link',
        outcome: 'fail',
        message: `${name}链接到已停用的旧备案系统，请改为 beian.miit.gov.cn。`,
        expected,
        found: addressHost(href),
      },
    ];
  return [
    {
      kind: 'wrong-link',
      outcome: 'review',
      message:
        register === 'none' ? `${name}的链接没有实际地址。` : `${name}的链接未指向主管部门的备案系统。`,
      expected,
      found: addressHost(href) || href.slice(0, 120),
    },
  ];
}
