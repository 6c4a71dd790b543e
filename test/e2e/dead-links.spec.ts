// The link check end to end: what each kind of answer is called, cancelling half way, and going on after a restart.
import type { Frame } from '@playwright/test';
import { Inspection } from '@/lib/model/inspection';
import { dockOf, exportFile, openDock, startInspection } from '@/scripts/driver/dock';
import { grantHosts } from '@/scripts/driver/grant';
import { expect, HOME, test } from './inspected';

const EVERY_HOST = ['http://*/*', 'https://*/*'];
const SITE = ['http://*.shili.gov.cn/*', 'https://*.shili.gov.cn/*'];

type Stage = Parameters<Parameters<typeof test>[2]>[0]['stage'];

/** The dock over a page, in a browser that may ask these origins. */
async function beginGranted(stage: Stage, path: string, origins: string[]) {
  const { extensionId } = stage.browser;
  await stage.inspect(path);
  await stage.browser.close();
  grantHosts(stage.profile, extensionId, origins);
  await stage.relaunch();
  return stage.begin(path);
}

async function checkLinks(dock: Frame, name = '检查本页链接') {
  await dock.getByRole('button', { name: '专项检查' }).click();
  await dock.getByRole('menuitem', { name: new RegExp(name) }).click();
}

const finished = (dock: Frame, timeout = 120_000) =>
  expect(dock.getByRole('button', { name: '取消检查' })).toHaveCount(0, { timeout });

test('each kind of dead link is found and named', async ({ stage, site }) => {
  test.setTimeout(180_000);
  const { page, dock } = await beginGranted(stage, 'lianjie/index.html', EVERY_HOST);
  await checkLinks(dock);
  await expect(dock.getByRole('status', { name: '检查进度' })).toContainText(/已查 \d+ \/ \d+ 个链接/);
  await finished(dock);
  const json = Inspection.parse(JSON.parse((await exportFile(page, dock, 'JSON')).toString('utf8')));
  const own = json.findings.filter(({ checkId }) => checkId === 'dead-links');
  const told = own.map(({ kind, outcome, locator, item }) => [kind, outcome, locator.text ?? item].join(' '));
  // Whether a fourth request was on its way when the third was refused is a matter of moments.
  const ofRefusing = told.filter((line) => line.includes('办事')).map((line) => line.split('办事')[0]);
  expect(ofRefusing).toContain('host-refuses review ');
  expect([1, 3]).toContain(ofRefusing.filter((line) => line === 'unsure review ').length);
  expect(told.filter((line) => !line.includes('办事')).sort()).toEqual(
    [
      'broken fail 出错的查询',
      'broken fail 友情链接',
      'broken fail 已删除的通知',
      'broken fail 已撤下的公告',
      'certificate review 安全频道',
      'home-redirect review 旧版专题',
      'intranet-address fail 内部通知',
      'local-address fail 附件下载',
      'page-for-file review 申请表',
      'soft-404 fail 改版前的栏目',
      'unsure review 慢的页面',
    ].sort(),
  );
  expect(own.find(({ locator }) => locator.text === '友情链接')?.message).toContain('域名');
  // Signed by itself: every browser warns, yet only a certificate that is expired, revoked or for another name is a fault by itself.
  expect(own.find(({ kind }) => kind === 'certificate')?.message).toContain(
    'anquan.shili.gov.cn 的安全证书不受信任',
  );
  expect(json.links?.problems.find(({ url }) => url.startsWith('https:'))).toMatchObject({
    kind: 'certificate',
    error: 'untrusted',
  });
  expect(own.find(({ kind }) => kind === 'soft-404')?.message).toContain('您访问的页面不存在或已被删除');
  expect(own.find(({ kind }) => kind === 'home-redirect')?.found).toContain('（302）');
  expect(json.links).toMatchObject({ scope: 'page', denied: 0, rest: 0 });
  expect(json.suggestions.some(({ criterionId }) => criterionId === 'function-availability-links')).toBe(
    true,
  );
  // Asked once; passing trouble twice; logging out and the office network never.
  const times = (path: string) => site.requests.filter((each) => each.endsWith(path)).length;
  expect(times('/lianjie/missing.html')).toBe(1);
  expect(times('/lianjie/error.html')).toBe(2);
  expect(times('/lianjie/logout.html')).toBe(0);
  expect(site.requests.filter((each) => each.includes('/xianliu/')).length).toBeLessThanOrEqual(4);

  await dock.getByRole('tab', { name: /发现/ }).click();
  await dock.getByRole('button', { name: /链接“已删除的通知”打不开/ }).click();
  await expect(page.getByRole('link', { name: '已删除的通知' })).toBeInViewport();

  // Looking again asks only for what was not fine.
  const before = site.requests.length;
  await dock.getByRole('button', { name: /^复核 \d+ 个问题链接/ }).click();
  await finished(dock);
  const again = site.requests.slice(before);
  expect(again).toContain('www.shili.gov.cn/lianjie/missing.html');
  expect(again).not.toContain('www.shili.gov.cn/lianjie/report.pdf');
});

test('cancelled half way, it goes on after a restart of the browser with the rest only', async ({
  stage,
  site,
}) => {
  test.setTimeout(180_000);
  const { dock } = await beginGranted(stage, 'lianjie/many.html', SITE);
  const asked = () => site.requests.filter((each) => each.endsWith('/lianjie/one.html')).length;
  await checkLinks(dock);
  await expect(dock.getByRole('status', { name: '检查进度' })).toContainText(/已查 1\d \/ 40/, {
    timeout: 30_000,
  });
  await dock.getByRole('button', { name: '取消检查' }).click();
  await finished(dock);
  const rest = dock.getByRole('button', { name: /继续检查剩余 \d+ 个/ });
  await expect(rest).toBeVisible();
  const left = Number(/\d+/.exec(await rest.innerText())?.[0]);
  expect(left).toBeGreaterThan(0);
  expect(left).toBeLessThan(40);
  // What was under way at the moment of the cancellation ends by itself.
  await dock.waitForTimeout(1_000);
  const first = asked();

  const browser = await stage.relaunch();
  const page = await browser.context.newPage();
  await page.goto(new URL('lianjie/many.html', HOME).href);
  const reopened = await openDock(browser, page);
  await startInspection(reopened, { inspector: '张检查' });
  await reopened.getByRole('button', { name: `继续检查剩余 ${left} 个` }).click();
  await finished(reopened);
  expect(asked() - first).toBe(left);
  const results = reopened.getByRole('list', { name: '各项检查结果' });
  await results.getByRole('button', { name: /^通过 1 项/ }).click();
  await expect(results).toContainText('链接可用性');
  await expect(reopened.getByRole('button', { name: /继续检查剩余/ })).toHaveCount(0);
});

test('with the site alone granted only its links are checked, and it says so', async ({ stage, site }) => {
  test.setTimeout(180_000);
  const { page, dock } = await beginGranted(stage, 'lianjie/', SITE);
  await checkLinks(dock);
  await finished(dock);
  await expect(dock.getByRole('button', { name: '允许访问全部网站并检查' })).toBeVisible();
  const json = Inspection.parse(JSON.parse((await exportFile(page, dock, 'JSON')).toString('utf8')));
  expect(json.links?.denied).toBe(1);
  expect(json.skipped.some(({ why }) => why.includes('访问权'))).toBe(true);
  expect(site.requests.some((each) => each.includes('example-gone'))).toBe(false);
});

test('without any access nothing is asked and nothing passes', async ({ stage, site }) => {
  const { dock } = await stage.begin('lianjie/many.html');
  const before = site.requests.filter((each) => each.endsWith('/lianjie/one.html')).length;
  await checkLinks(dock);
  await finished(dock);
  await expect(dock.getByRole('button', { name: '允许访问全部网站并检查' })).toBeVisible();
  await dock.getByRole('tab', { name: /发现/ }).click();
  await expect(dock.getByText(/没有访问权，\d+ 个链接都没有检查/)).toBeVisible();
  expect(site.requests.filter((each) => each.endsWith('/lianjie/one.html')).length).toBe(before);
});

test('the links of pages checked before are checked from another page', async ({ stage, site }) => {
  test.setTimeout(180_000);
  const { page, dock } = await beginGranted(stage, 'lianjie/many.html', SITE);
  await dock.getByRole('button', { name: '一键检查' }).click();
  await finished(dock);
  await page.goto(new URL('sitemap.html', HOME).href);
  const next = await dockOf(page);
  await next.getByRole('button', { name: '一键检查' }).waitFor();
  const before = site.requests.length;
  await checkLinks(next, '检查已访问页面的链接');
  await finished(next);
  const asked = site.requests.slice(before).filter((each) => each.endsWith('/lianjie/one.html'));
  expect(asked).toHaveLength(40);
});
