// Says of an element that was not found why: hidden, only an entry to it, only in comments, or nothing at all.
import type { FindingDraft } from '@/lib/checks/engine/define-check';
import { identityElementNames as names } from '@/lib/locale/zh-CN/identity-elements';
import type { PageFacts } from '@/lib/model/page-facts';
import type { IdentityElement, IdentitySummary } from '@/lib/model/summary';
import { tagKey } from '@/lib/text/page-tag-names';
import { type Candidate, type FrameView, placed } from './candidate';
import { detail, draft, noteOf } from './draft';
import { suspectedEntry } from './error-entry';
import { contactHints } from './foot-text';

/** `hidden` is a candidate that visitors cannot see; `reasons` keep the machine from being sure. */
export function missing(
  page: PageFacts,
  views: FrameView[],
  element: IdentityElement,
  hidden: Candidate | undefined,
  reasons: string[],
): { entry: IdentitySummary[number]; findings: FindingDraft[] } {
  const name = names[element];
  const unsure = reasons.length > 0;
  if (hidden) {
    const finding = draft(
      page,
      element,
      'hidden',
      'review',
      `${name}在页面代码中存在，但处于隐藏状态，访问者看不到。`,
      hidden,
    );
    return {
      entry: {
        element,
        state: 'missing',
        selector: hidden.selector,
        note: `仅在隐藏内容中${hidden.value ? `（${hidden.value}）` : ''}`,
      },
      findings: [{ ...finding, ...detail('在页面上可见', hidden.value ?? '已隐藏') }],
    };
  }
  const hint = element === 'contact' ? views.flatMap(contactHints)[0] : undefined;
  if (hint) {
    const email = hint.kind === 'email';
    const message = email
      ? '页脚只有电子邮箱，未见联系电话。'
      : '页面只有联系方式的链接，页脚未见联系电话，请进入链接核对。';
    return {
      entry: {
        element,
        state: 'missing',
        selector: hint.spot.selector,
        note: email ? '仅有电子邮箱' : '仅有“联系我们”入口',
      },
      findings: [
        {
          ...draft(page, element, 'entry-only', 'review', message, hint.spot),
          ...detail('联系电话', hint.text),
        },
      ],
    };
  }
  const suspect = element === 'errorReportEntry' ? suspectIn(views) : undefined;
  if (suspect) {
    const message = '页面上有疑似找错入口的图片，但没有指向统一找错平台的链接，请点击核对。';
    return {
      entry: {
        element,
        state: 'missing',
        selector: suspect.selector,
        note: '有疑似找错图片，没有找错平台链接',
      },
      findings: [
        {
          ...draft(page, element, 'image-only', 'review', message, suspect),
          ...detail('链接至 zfwzgl.www.gov.cn 并带网站标识码', '无有效链接'),
        },
      ],
    };
  }
  const comment = views
    .flatMap(({ facts, frame }) => facts.comments.map((one) => ({ ...one, frame })))
    .find(({ elements }) => elements.includes(element));
  const disabled =
    element === 'govMark' &&
    views.some(({ facts }) => facts.traces.some(({ disabled, text }) => disabled && /conac/i.test(text)));
  const commented = comment !== undefined || disabled;
  const note = commented ? '仅在源代码注释中，访问者看不到' : tagNote(element, views);
  const why = [commented ? '（仅在源代码注释中）' : '', unsure ? `；${reasons.join('；')}，请人工核对` : ''];
  return {
    entry: { element, state: 'missing', ...noteOf([note, ...reasons]) },
    findings: [
      {
        ...draft(page, element, 'missing', unsure ? 'review' : 'fail', `未发现${name}${why.join('')}。`, {
          selector: comment?.selector ?? '',
          frame: comment?.frame ?? '',
        }),
        ...detail(`页面显示${name}`, commented ? '已被注释' : '未发现'),
      },
    ],
  };
}

function suspectIn(views: FrameView[]) {
  for (const view of views) {
    const trace = suspectedEntry(view);
    if (trace) return placed(view, trace);
  }
  return undefined;
}

function tagNote(element: IdentityElement, views: FrameView[]): string {
  if (element !== 'siteIdCode') return '';
  const tagged = views
    .flatMap(({ facts }) => facts.metas)
    .some(({ name, content }) => tagKey(name) === 'siteidcode' && content.trim());
  return tagged ? '网页标签中有标识码，页面上未显示' : '';
}
