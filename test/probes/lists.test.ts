// The lists probe in real Chromium: hostile pages, its own elements, its share of time, and real pages when they are there.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listDates } from '@/lib/checks/judge/columns/row-dates';
import { ListFacts } from '@/lib/model/facts/lists';
import { hasChromium, launchProbeBrowser, type ProbeBrowser } from './chromium-page';

const URL_HOME = 'http://www.shili.gov.cn/';

describe.skipIf(!hasChromium)('lists probe in Chromium', () => {
  let browser: ProbeBrowser;
  beforeAll(async () => {
    browser = await launchProbeBrowser();
  });
  afterAll(() => browser?.close());

  async function observe(html: string) {
    const shown = await browser.show(URL_HOME, {
      [URL_HOME]: { body: html, type: 'text/html; charset=utf-8' },
    });
    const { facts, ms, skipped } = await shown.gather<ListFacts>('lists');
    await shown.close();
    return { facts: ListFacts.parse(facts), ms, skipped };
  }

  const rows = (count: number, date = '2024-05-06') =>
    Array.from(
      { length: count },
      (_, at) => `<li><a href="/${at}.html">第${at}条信息的标题</a><span>${date}</span></li>`,
    ).join('');

  it('survives a page that overrides what it reads, and leaves out its own elements', async () => {
    const { facts } = await observe(`<script>
      Node.prototype.contains = Element.prototype.getAttribute = document.createTreeWalker = () => { throw new Error('no'); };
      Object.defineProperty(Node.prototype, 'parentNode', { get() { throw new Error('no'); } });
    </script><form><input name="parentNode"><input name="firstElementChild"><h3>通知公告</h3><ul>${rows(3)}</ul></form>
    <div data-gov-site-inspector="dock"><ul>${rows(4)}</ul></div>`);
    expect(facts.lists).toMatchObject([{ heading: '通知公告', rowCount: 3, visible: true }]);
  });

  it('tells shown from hidden tabs and gives each its label and its own 更多', async () => {
    const { facts } =
      await observe(`<div class="tab"><ul><li class="on"><a href="/a/">要闻</a></li><li><a href="/b/">公告</a></li></ul></div>
      <div><ul>${rows(2)}</ul><ul style="display:none">${rows(3)}</ul></div>`);
    expect(facts.lists.map(({ heading, visible, more }) => [heading, visible, more])).toEqual([
      ['要闻', true, `${URL_HOME}a/`],
      ['公告', false, `${URL_HOME}b/`],
    ]);
  });

  it('looks into open shadow roots and reads breadcrumbs, pagers and empty notes', async () => {
    const { facts } =
      await observe(`<div>您现在的位置：<a href="/">首页</a>&gt;<a href="/zw/">政务公开</a>&gt;通知公告</div><p>暂无相关信息！</p>
      <div id="h"></div><p>共 3 页 <a href="#">下一页</a></p><p>本工程暂无停水计划，请知悉</p>
      <script>h.attachShadow({mode:'open'}).innerHTML = '<ul>${rows(2)}</ul>'</script>`);
    expect(facts).toMatchObject({ breadcrumb: ['首页', '政务公开', '通知公告'], pager: true });
    expect(facts.lists[0]?.selector).toContain('>>>');
    expect(facts.empties.map(({ text }) => text)).toEqual(['暂无相关信息！']);
  });

  it('caps what it describes and says so, and reads a big page in time', async () => {
    const { facts, skipped, ms } = await observe(
      Array.from({ length: 100 }, (_, at) => `<h3>栏目${at}号</h3><ul>${rows(at === 0 ? 90 : 25)}</ul>`).join(
        '',
      ),
    );
    expect(facts.lists).toHaveLength(80);
    expect(facts.lists[0]).toMatchObject({ rowCount: 90 });
    expect(facts.lists[0]?.rows).toHaveLength(60);
    expect(skipped).toHaveLength(2);
    expect(ms).toBeLessThan(3000);
  });
});

interface Truth {
  pages: { file: string; list_dates?: { kind: string; latest: string } | null }[];
}
const folder = process.env.GSI_REAL_PAGES;
const labels = folder && existsSync(join(folder, 'truth.json')) ? folder : undefined;

describe.skipIf(!labels || !hasChromium)('newest dates of real pages (GSI_REAL_PAGES)', () => {
  const { pages } = labels
    ? (JSON.parse(readFileSync(join(labels, 'truth.json'), 'utf8')) as Truth)
    : { pages: [] };
  const dated = pages.flatMap(({ file, list_dates: dates }) =>
    dates && !dates.kind.startsWith('article') ? [{ file, latest: dates.latest }] : [],
  );
  it.each(dated)('$file', async ({ file, latest }) => {
    const browser = await launchProbeBrowser();
    const url = `${URL_HOME}${file}`;
    const body = readFileSync(join(labels ?? '', file));
    const shown = await browser.show(url, { [url]: { body, type: 'text/html' } });
    const { facts } = await shown.gather<ListFacts>('lists');
    await browser.close();
    const newest = facts.lists.map((list) => listDates(list, latest).newest ?? '').sort();
    expect(newest.at(-1)).toBe(latest);
  });
});
