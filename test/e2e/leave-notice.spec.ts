// External links are clicked without leaving the page: right word for each, no request, one result that does not contradict itself.
import { Inspection } from '@/lib/model/inspection';
import { exportFile, runChecks } from '@/scripts/driver/dock';
import { expect, test } from './inspected';

test('a click proves which external links warn, and nothing leaves the page', async ({ stage, site }) => {
  test.setTimeout(180_000);
  const { page, dock } = await stage.begin('links/index.html');
  await runChecks(dock);
  const wanted = await page.evaluate(() =>
    [...document.querySelectorAll('[data-expect]')].map((element) => ({
      text: (element.textContent ?? '').trim(),
      expected: element.getAttribute('data-expect') ?? '',
    })),
  );
  const state = () =>
    page.evaluate(() => ({
      href: location.href,
      text: document.body.innerText,
      links: [...document.links].map(({ href, target }) => `${href} ${target}`),
      body: document.body.className,
      scroll: scrollY,
    }));
  const before = await state();
  const asked: string[] = [];
  stage.browser.context.on('request', (request) => {
    if (!request.url().startsWith('chrome-extension:')) asked.push(request.url());
  });
  const served = site.requests.length;
  const pages = stage.browser.context.pages().length;

  await dock.getByRole('button', { name: '专项检查' }).click();
  await dock.getByRole('menuitem', { name: /外链点击验证/ }).click();
  await expect(dock.getByRole('button', { name: '取消检查' })).toHaveCount(1);
  await expect(dock.getByRole('button', { name: '取消检查' })).toHaveCount(0, { timeout: 150_000 });

  expect(asked).toEqual([]);
  expect(site.requests.slice(served)).toEqual([]);
  expect(stage.browser.context.pages()).toHaveLength(pages);
  expect(await state()).toEqual(before);

  const json = Inspection.parse(JSON.parse((await exportFile(page, dock, 'JSON')).toString('utf8')));
  const said = json.findings.filter(({ checkId }) => checkId === 'unmarked-external-links');
  const about = (text: string) => said.filter(({ locator }) => locator.text === text);
  for (const { text, expected } of wanted.filter(({ text }) => text !== '' && text !== '站外搜索')) {
    const [verdict] = expected.split(' ');
    const found = about(text).map(({ kind, outcome }) => `${outcome} ${kind}`);
    const right = { marked: [], unmarked: ['fail unmarked'], 'not-provable': ['review not-provable'] };
    expect(found, text).toEqual(right[verdict as keyof typeof right]);
  }
  expect(said.map(({ item }) => item)).toContain('https://search.example.com/s');
  expect(new Set(said.map(({ item }) => item)).size).toBe(said.length);
  const over = json.findings.filter(({ kind }) => kind === 'over-warning');
  expect(over.map(({ item, outcome }) => `${outcome} ${item}`)).toEqual(['review www.prov.gov.cn']);
  expect(json.externalLinks.marked.map(({ href }) => href)).toContain('https://modal-b.example.com/');

  // The one-click check again: what was proved stays.
  await runChecks(dock);
  const again = Inspection.parse(JSON.parse((await exportFile(page, dock, 'JSON')).toString('utf8')));
  const keys = (inspection: Inspection) =>
    inspection.findings
      .filter(({ checkId }) => checkId === 'unmarked-external-links')
      .map(({ key, outcome }) => `${key} ${outcome}`)
      .sort();
  expect(keys(again)).toEqual(keys(json));
});

test('a page that resists is reported and not clicked', async ({ stage }) => {
  const { page, dock } = await stage.begin('links/frozen-open.html');
  const pages = stage.browser.context.pages().length;
  await dock.getByRole('button', { name: '专项检查' }).click();
  await dock.getByRole('menuitem', { name: /外链点击验证/ }).click();
  await expect(dock.getByRole('button', { name: '取消检查' })).toHaveCount(0, { timeout: 60_000 });
  const json = Inspection.parse(JSON.parse((await exportFile(page, dock, 'JSON')).toString('utf8')));
  expect(json.findings.map(({ kind, item }) => `${kind} ${item}`)).toContain('resisting window');
  expect(stage.browser.context.pages()).toHaveLength(pages);
  expect(page.url()).toBe('http://www.shili.gov.cn/links/frozen-open.html');
});

test('a host that the page calls its own is offered, and counts as own once the inspector says so', async ({
  stage,
}) => {
  const { dock } = await stage.begin('links/alias.html');
  await runChecks(dock);
  await dock.getByRole('tab', { name: /发现/ }).click();
  await dock.getByLabel('搜索发现').fill('疑为本站域名');
  const offer = dock.getByRole('group', { name: /www\.shili-portal\.cn 疑为本站域名/ });
  await offer.getByRole('button', { name: '记为本站域名', exact: true }).click();
  await expect(dock.getByText('已将 www.shili-portal.cn 记为本站域名')).toBeVisible();
  await runChecks(dock);
  await expect(offer).toHaveCount(0);
});
