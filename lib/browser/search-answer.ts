// Asks the site's own search for the site's own name, by address and through the worker, so that the page stays where it is.
import { browser } from 'wxt/browser';
import { z } from 'zod';
import type { GatherOptions } from '@/lib/checks/engine/run-checks';
import { PageError, type ProbeFrames } from '@/lib/client/client';
import type { EntryFacts, SearchForm } from '@/lib/model/facts/entries';
import type { SearchAnswerFacts } from '@/lib/model/facts/search-answer';
import { searchAddress } from '@/lib/text/search-address';
import { gatherInTab } from './gather';
import { isGranted } from './host-access';
import type { WorkerCall } from './own-messages';
import { readSearchPage } from './read-search-page';
import { siteOf } from './site-of';

type Attempt = SearchAnswerFacts['attempts'][number];

const MOST_FORMS = 3;
const TIME_LIMIT_MS = 15_000;

/** What the worker brings: the page as text, or why there is none. */
const FetchedPage = z.object({
  status: z.int().optional(),
  finalUrl: z.string().optional(),
  text: z.string().optional(),
  failed: z.enum(['timeout', 'network']).optional(),
});

/** Facts of `searchAnswer` for the top document. Rejects like `gatherInTab`. */
export async function gatherSearchAnswer(tabId: number, options: GatherOptions): Promise<ProbeFrames> {
  const { frames, skipped } = await gatherInTab(tabId, 'entries', options);
  const top = frames.find((frame) => frame.top);
  if (!top) throw new PageError('gone', '页面在检查途中离开了，请等新页面打开后重新检查');
  const seen = frames.flatMap(({ facts }) => (facts.entries ? [facts.entries] : []));
  const query = seen.find(({ siteName }) => siteName !== '')?.siteName ?? '';
  const attempts: Attempt[] = [];
  for (const form of distinctForms(seen)) {
    if (options.signal.aborted) throw new PageError('cancelled', '已取消');
    options.onNote(`正在试搜“${query}”`);
    const attempt = await tryForm(form, query, siteOf(top.url));
    attempts.push(attempt);
    if (attempt.state === 'hit') break;
  }
  if (attempts.length === 0) attempts.push(...untried(seen));
  return { frames: [{ url: top.url, top: true, facts: { searchAnswer: { query, attempts } } }], skipped };
}

function distinctForms(seen: readonly EntryFacts[]): SearchForm[] {
  const known = new Map<string, SearchForm>();
  for (const { searchForms } of seen)
    for (const form of searchForms) {
      const key = `${form.method} ${form.action} ${form.field}`;
      if (!known.has(key)) known.set(key, form);
    }
  return [...known.values()].slice(0, MOST_FORMS);
}

/** A search that is there but cannot be asked by address. */
function untried(seen: readonly EntryFacts[]): Attempt[] {
  const trace = seen.flatMap(({ traces }) => traces).find(({ entry }) => entry === 'search');
  if (!trace) return [];
  const detail = trace.form === 'field' ? '搜索框由脚本提交' : '搜索入口需要点击后才能使用';
  return [{ address: trace.address, state: 'not-tried', hits: 0, detail, selector: trace.selector }];
}

async function tryForm(form: SearchForm, query: string, site: string | null): Promise<Attempt> {
  const address = searchAddress(form, query);
  const untold = (state: Attempt['state'], detail: string, status?: number): Attempt => ({
    address,
    state,
    hits: 0,
    detail,
    selector: form.selector,
    ...(status !== undefined && { status }),
  });
  if (query === '') return untold('not-tried', '不知道网站名称');
  if (form.method === 'post') return untold('not-tried', '搜索表单以提交方式发送，不能只凭地址试搜');
  const target = siteOf(address);
  if (!target) return untold('not-tried', '搜索地址不是网页地址');
  if (!(await isGranted(target)))
    return untold(
      'not-tried',
      target === site ? '没有访问本网站的权限，请授权后重试' : `搜索由 ${target} 提供，没有访问该网站的权限`,
    );
  const page = await fetchPage(address);
  if (page.failed) return untold('failed', page.failed === 'timeout' ? '超过 15 秒没有应答' : '连接失败');
  if (page.status === undefined || page.status >= 400) {
    // A guard against robots is no fault of the search.
    const state = page.status === 403 || page.status === 429 ? 'unclear' : 'failed';
    return untold(state, `返回 ${page.status ?? '未知状态'}`, page.status);
  }
  const read = readSearchPage(page.text ?? '', page.finalUrl ?? address, query);
  return {
    ...untold(read.state, read.state === 'unclear' ? '结果可能由脚本显示' : read.detail, page.status),
    hits: read.hits,
  };
}

async function fetchPage(url: string): Promise<z.infer<typeof FetchedPage>> {
  const call: WorkerCall = { to: 'worker', type: 'fetch-page', url, timeoutMs: TIME_LIMIT_MS };
  const silent = new Promise<undefined>((resolve) => setTimeout(resolve, TIME_LIMIT_MS + 3_000));
  const reply = await Promise.race([browser.runtime.sendMessage(call).catch(() => undefined), silent]);
  const parsed = FetchedPage.safeParse(reply);
  return parsed.success ? parsed.data : { failed: 'network' };
}
