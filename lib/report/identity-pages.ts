// The eight identification elements over all inspected pages: where each is missing or badly written.
import type { SessionView } from '@/lib/desk/protocol';
import { identityElementNames } from '@/lib/locale/zh-CN/identity-elements';
import { IdentityElement, IdentitySummary } from '@/lib/model/summary';
import { byCodePoint } from '@/lib/text/order';

/** A page where something is the matter with an element. */
export interface ElementPage {
  url: string;
  state: 'missing' | 'malformed';
  /** true: the machine is not sure; a person must look. */
  doubtful: boolean;
  /** What stands there instead, or why it may only be unseen; '' when there is nothing to add. */
  note: string;
}

export interface ElementPages {
  element: IdentityElement;
  name: string;
  /** Sorted by address. */
  pages: ElementPage[];
}

export interface IdentityPages {
  /** Pages on which the check of identification elements came to its end. */
  inspected: number;
  /** All eight, in the official order; empty when no page was inspected. */
  elements: ElementPages[];
}

/** From the latest run of each page. Not yet decided by anybody: it does not count. */
export function identityPages(view: Pick<SessionView, 'runs'>): IdentityPages {
  const seen = view.runs
    .flatMap((run) => {
      const result = run.results.find(({ checkId }) => checkId === 'identification');
      const summary = IdentitySummary.safeParse(result?.summary);
      return result && summary.success
        ? [{ url: run.finalUrl, summary: summary.data, findings: result.findings }]
        : [];
    })
    .sort((a, b) => byCodePoint(a.url, b.url));
  if (seen.length === 0) return { inspected: 0, elements: [] };
  const elements = IdentityElement.options.map((element) => ({
    element,
    name: identityElementNames[element],
    pages: seen.flatMap(({ url, summary, findings }): ElementPage[] => {
      const entry = summary.find((one) => one.element === element);
      if (!entry || entry.state === 'present') return [];
      const sure = findings.some(
        ({ item, kind, outcome }) => item === element && kind === entry.state && outcome === 'fail',
      );
      const note = [entry.state === 'malformed' ? (entry.value ?? '') : '', entry.note ?? '']
        .filter((part) => part !== '')
        .join('；');
      return [{ url, state: entry.state, doubtful: !sure, note }];
    }),
  }));
  return { inspected: seen.length, elements };
}

/** e.g. “缺少 2 页，不规范 1 页，待核实 1 页”, “所查页面均有”. */
export function elementPagesText({ pages }: ElementPages): string {
  const count = (state: ElementPage['state']) =>
    pages.filter((page) => !page.doubtful && page.state === state).length;
  const doubtful = pages.filter((page) => page.doubtful).length;
  const parts = [
    count('missing') ? `缺少 ${count('missing')} 页` : '',
    count('malformed') ? `不规范 ${count('malformed')} 页` : '',
    doubtful ? `待核实 ${doubtful} 页` : '',
  ].filter((part) => part !== '');
  return parts.join('，') || '所查页面均有';
}

/** One page as a line, e.g. “http://…　缺少（仅在隐藏内容中）”. */
export function elementPageText({ url, state, doubtful, note }: ElementPage): string {
  const word = doubtful ? '待核实' : state === 'missing' ? '缺少' : '不规范';
  return `${url}　${word}${note ? `（${note}）` : ''}`;
}
