// Pages that fight back: strict policies, styles that hit everything, odd root sizes, frames, encodings, resisting scripts.
import { Inspection } from '@/lib/model/inspection';
import { blockedReasons, dockOf, exportFile, runChecks } from '@/scripts/driver/dock';
import { expect, test } from './inspected';
import { criterionRow, verdictOf } from './panel';

const PAGES = {
  'strict CSP and Trusted Types': 'hostile/csp.html',
  'cross-origin isolation': 'hostile/coep.html',
  'styles that hit everything': 'hostile/css.html',
  'root size of 62.5 %': 'hostile/rem625.html',
  'root size of 100 px': 'hostile/rem100.html',
  'GBK encoding': 'hostile/gbk.html',
};

for (const [name, path] of Object.entries(PAGES)) {
  test(`works on a page with ${name}`, async ({ stage }) => {
    const { page, dock } = await stage.begin(path);
    const frame = await dock.frameElement();
    const box = await frame.boundingBox();
    expect(box?.width).toBe(420);
    expect(box?.height).toBe(900);
    expect(await dock.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('16px');
    await runChecks(dock);
    const json = Inspection.parse(JSON.parse((await exportFile(page, dock, 'JSON')).toString('utf8')));
    expect(json.checks.map(({ outcome }) => outcome)).not.toContain('error');
    expect(json.images.broken.map(({ src }) => src.split('/').pop())).toContain('gone.png');
    if (path.includes('gbk')) {
      expect(json.identity.find(({ element }) => element === 'sponsor')?.value).toBe('示例市人民政府办公室');
    }
  });
}

test('every check ends with a result on a page that overrides the DOM', async ({ stage }) => {
  const page = await stage.browser.context.newPage();
  await page.goto('http://www.shili.gov.cn/hostile/script.html');
  await stage.browser.clickIcon(page);
  // The page throws the dock out at first; it comes back where the page leaves it.
  await page.waitForTimeout(2_500);
  const dock = await dockOf(page);
  await dock.getByLabel('检查员').fill('张检查');
  await dock.getByRole('button', { name: '开始检查' }).click();
  await runChecks(dock);
  const json = Inspection.parse(JSON.parse((await exportFile(page, dock, 'JSON')).toString('utf8')));
  expect(json.checks.map(({ outcome }) => outcome)).not.toContain('error');
  expect(json.identity.find(({ element }) => element === 'sponsor')?.value).toBe('示例市人民政府办公室');
  expect(json.images.broken.map(({ src }) => src.split('/').pop())).toContain('gone.png');
});

test('a click on a page whose modal dialog makes the dock inert says so', async ({ stage }) => {
  const { browser } = stage;
  const page = await browser.context.newPage();
  await page.goto('http://www.shili.gov.cn/hostile/modal.html');
  await browser.clickIcon(page);
  await dockOf(page);
  const said = async () => {
    const { targetInfos } = await browser.cdp.send('Target.getTargets', { filter: [{}] });
    return targetInfos.some(({ url }) => url.includes('/blocked.html#inert'));
  };
  await expect.poll(said).toBe(true);
});

test('10,000 elements do not stop the panel', async ({ stage }) => {
  const { dock } = await stage.begin('generated/portal?elements=10000');
  await runChecks(dock);
  await expect(dock.getByRole('list', { name: '各项检查结果' }).getByText(/没有完成/)).toHaveCount(0);
});

test('a page cannot frame the panel to steal clicks', async ({ stage }) => {
  const { browser } = stage;
  const page = await browser.context.newPage();
  await page.goto('http://www.shili.gov.cn/');
  await page.evaluate((id) => {
    const frame = document.createElement('iframe');
    frame.id = 'stolen';
    frame.src = `chrome-extension://${id}/sidepanel.html#token=guess`;
    document.body.append(frame);
  }, browser.extensionId);
  await page.waitForTimeout(1_000);
  const stolen = page.frames().find((frame) => frame.url().startsWith('chrome-extension://'));
  const text = (await stolen?.evaluate(() => document.body?.innerText ?? '').catch(() => '')) ?? '';
  expect(text).not.toContain('开始检查');
});

test('messages of a page, and what it does to prototypes, reach neither dock nor panel nor store', async ({
  stage,
}) => {
  const { page, dock } = await stage.begin('hostile/messages.html');
  await page.waitForTimeout(1_500);
  await expect(dock.getByText('本页尚未检查')).toBeVisible();
  expect(page.frames().filter((frame) => frame.url().includes('sidepanel'))).toHaveLength(1);
  await runChecks(dock);
  const json = Inspection.parse(JSON.parse((await exportFile(page, dock, 'JSON')).toString('utf8')));
  expect(json.checks.map(({ outcome }) => outcome)).not.toContain('error');
  expect(json.images.broken.map(({ src }) => src.split('/').pop())).toEqual(['gone.png']);
});

test('a page that removes the dock again and again is told of', async ({ stage }) => {
  const { browser } = stage;
  const page = await browser.context.newPage();
  await page.goto('http://www.shili.gov.cn/hostile/remover.html');
  await browser.clickIcon(page);
  await expect.poll(() => blockedReasons(browser), { timeout: 20_000 }).toContain('resisted');
  await expect(page.locator('[data-gov-site-inspector]')).toHaveCount(0);
});

test('a page whose elements hide the DOM’s own names holds the dock or is told of', async ({ stage }) => {
  const { browser } = stage;
  const page = await browser.context.newPage();
  await page.goto('http://www.shili.gov.cn/zt/');
  await page.evaluate(() => {
    const { body } = document;
    for (const name of ['createElement', 'querySelector', 'documentElement', 'body'])
      body.insertAdjacentHTML('beforeend', `<img name="${name}" alt="">`);
  });
  await browser.clickIcon(page);
  const docked = () => page.frames().some((frame) => frame.url().includes('sidepanel'));
  await expect.poll(async () => docked() || (await blockedReasons(browser)).includes('resisted')).toBe(true);
});

test('a page that grabs focus, swallows keys, covers everything and sets a base does not disturb the panel', async ({
  stage,
}) => {
  const { page, dock } = await stage.begin('hostile/grabber.html');
  const row = criterionRow(dock, '泄露国家秘密。');
  await row.getByText('泄露国家秘密。').click();
  await page.keyboard.press('1');
  await expect(verdictOf(row, '合格')).toBeChecked();
  await runChecks(dock);
  const json = Inspection.parse(JSON.parse((await exportFile(page, dock, 'JSON')).toString('utf8')));
  expect(json.checks.map(({ outcome }) => outcome)).not.toContain('error');
  expect(json.images.broken.map(({ src }) => src)).toEqual(['http://www.shili.gov.cn/images/gone.png']);
});

test('while an element fills the screen, the click says so', async ({ stage }) => {
  const { browser } = stage;
  const { page } = await stage.begin('zt/');
  await stage.browser.clickIcon(page);
  await page.evaluate(() => document.body.addEventListener('click', () => document.body.requestFullscreen()));
  await page.mouse.click(20, 300);
  await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(true);
  await browser.clickIcon(page);
  await expect.poll(() => blockedReasons(browser)).toContain('inert');
});
