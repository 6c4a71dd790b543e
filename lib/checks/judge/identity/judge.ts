// From the facts of all frames to the eight elements and the findings about them; knows no DOM.
import type { CheckContext, FindingDraft } from '@/lib/checks/engine/define-check';
import { identityElementNames as names } from '@/lib/locale/zh-CN/identity-elements';
import type { PageFacts } from '@/lib/model/page-facts';
import { IdentityElement, type IdentitySummary } from '@/lib/model/summary';
import { best, type Candidate, type FrameView, framesOf } from './candidate';
import { unseenReasons } from './certainty';
import { type CodeSource, codeSources, disagree } from './codes';
import { detail, draft } from './draft';
import { findErrorEntries } from './error-entry';
import { findContacts, findSponsor } from './foot-text';
import { findMarks } from './marks';
import { missing } from './missing';
import { findIcp, findPolice, findPrintedCodes } from './numbers';
import { registerFindings } from './register';
import { findSiteMaps } from './site-map';

const finders: Record<IdentityElement, (view: FrameView) => Candidate[]> = {
  govMark: findMarks,
  errorReportEntry: findErrorEntries,
  siteIdCode: findPrintedCodes,
  sponsor: findSponsor,
  contact: findContacts,
  icpFiling: findIcp,
  policeFiling: findPolice,
  siteMap: findSiteMaps,
};

/** Elements whose desktop and mobile copies must say the same. */
const COMPARED: IdentityElement[] = [
  'siteIdCode',
  'sponsor',
  'icpFiling',
  'policeFiling',
  'errorReportEntry',
];

export interface IdentityJudgement {
  summary: IdentitySummary;
  findings: FindingDraft[];
}

/** Judges one page. `subject` is what the register holds. */
export function judgeIdentity(
  page: PageFacts,
  subject?: CheckContext<unknown>['subject'],
): IdentityJudgement {
  const views = framesOf(page);
  const reasons = unseenReasons(page, views);
  const candidates = new Map(
    IdentityElement.options.map((element) => [element, views.flatMap((view) => finders[element](view))]),
  );
  const judged = IdentityElement.options.map((element) =>
    judgeElement(page, views, element, candidates.get(element) ?? [], reasons),
  );
  const summary = judged.map(({ entry }) => entry);
  let findings = judged.flatMap((one) => one.findings);
  const nothing =
    summary.every(({ state }) => state === 'missing') && findings.every(({ kind }) => kind === 'missing');
  if (nothing && reasons.length) findings = [unreadable(page, reasons)];
  const printed = candidates.get('siteIdCode') ?? [];
  const sources = codeSources(views, printed, candidates.get('errorReportEntry') ?? []);
  findings.push(
    ...codeFindings(page, sources, candidates),
    ...registerFindings(page.url, sources, best(printed), candidates.get('sponsor') ?? [], subject),
  );
  return { summary, findings };
}

function judgeElement(
  page: PageFacts,
  views: FrameView[],
  element: IdentityElement,
  candidates: Candidate[],
  reasons: string[],
): { entry: IdentitySummary[number]; findings: FindingDraft[] } {
  const chosen = best(candidates);
  if (!chosen?.visible) return missing(page, views, element, chosen, reasons);
  const name = names[element];
  const findings: FindingDraft[] = [];
  const notes = [...chosen.notes];
  for (const { message, outcome, kind, expected, found } of chosen.doubts)
    findings.push({ ...draft(page, element, kind, outcome, message, chosen), ...detail(expected, found) });
  if (isForeignFrame(views, chosen)) {
    notes.push('位于其他网站的框架内');
    findings.push(
      draft(
        page,
        element,
        'foreign-frame',
        'review',
        `${name}只见于其他网站的框架内，请核对是否属于本网站。`,
        chosen,
      ),
    );
  }
  const others = differing(element, chosen, candidates);
  if (others.length) {
    notes.push('页面上有不同的写法');
    findings.push({
      ...draft(page, element, 'differing', 'review', `${name}在页面上出现了不同的内容。`, chosen),
      ...detail(chosen.value, others.join('；')),
    });
  }
  if (chosen.doubts.some(({ kind }) => kind === 'script-silent')) notes.push('脚本未响应，未见图标');
  return {
    entry: {
      element,
      state: chosen.state,
      ...(chosen.value ? { value: chosen.value } : {}),
      ...(chosen.href ? { href: chosen.href } : {}),
      ...(chosen.selector ? { selector: chosen.selector } : {}),
      ...(chosen.frame ? { frame: chosen.frame } : {}),
      ...(notes.length ? { note: notes.join('；') } : {}),
    },
    findings,
  };
}

function unreadable(page: PageFacts, reasons: string[]): FindingDraft {
  return {
    kind: 'unreadable',
    item: 'page',
    outcome: 'review',
    group: '网站标识要素',
    message: `未能读到页面的标识要素：${reasons.join('；')}，请人工核对。`,
    locator: { url: page.url, frame: '', selector: '' },
  };
}

/** Values of other well-placed copies that say something else; hidden copies included. */
function differing(element: IdentityElement, chosen: Candidate, candidates: Candidate[]): string[] {
  if (!COMPARED.includes(element) || !chosen.canonical || chosen.rank >= 3) return [];
  const found = new Set<string>();
  for (const other of candidates) {
    if (other.rank > 2 || other.rank >= 10 || !other.canonical || other.canonical === chosen.canonical)
      continue;
    if (
      element === 'sponsor' &&
      (other.canonical.includes(chosen.canonical) || chosen.canonical.includes(other.canonical))
    )
      continue;
    found.add(other.value ?? other.canonical);
  }
  return [...found].sort();
}

function codeFindings(
  page: PageFacts,
  sources: readonly CodeSource[],
  candidates: Map<IdentityElement, Candidate[]>,
): FindingDraft[] {
  if (!disagree(sources)) return [];
  const place = best(candidates.get('siteIdCode') ?? []) ?? best(candidates.get('errorReportEntry') ?? []);
  const listed = sources.map((source) => `${source.place}${source.code}`).join('，');
  const [expected] = sources;
  return [
    {
      ...draft(
        page,
        'siteIdCode',
        'code-mismatch',
        'fail',
        `网站标识码不一致：${listed}。`,
        place ?? { selector: '', frame: '' },
      ),
      ...detail(expected && `${expected.place}：${expected.code}`, listed),
    },
  ];
}

function isForeignFrame(views: FrameView[], candidate: Candidate): boolean {
  return views.some(({ frame, foreign }) => foreign && frame === candidate.frame);
}
