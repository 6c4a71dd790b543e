// The same panel in the browser's side panel: for sites that fight back, and for those who like it there.
import { dockOf } from '@/scripts/driver/dock';
import { type SidePanel, sidePanelOf, sidePanelTarget } from '@/scripts/driver/side-panel';
import { expect, HOME, test } from './inspected';
import { criterionRow, expectSaved, verdictOf } from './panel';

const SECRET = '泄露国家秘密。';
const WORDING = '出现严重表述错误。';

/** Ticks a criterion in the side panel and waits until it says that this is saved. */
async function tick(panel: SidePanel, criterion: string, verdict: string): Promise<void> {
  await panel.click(['group', criterion], ['radio', verdict]);
  await expect.poll(() => checkedIn(panel, criterion)).toBe(verdict);
  await expect.poll(() => panel.text()).toContain('已保存');
}

async function checkedIn(panel: SidePanel, criterion: string): Promise<string | undefined> {
  const radios = await panel.find(['group', criterion], ['radio', /./]);
  return radios.find(({ states }) => states.checked === 'true')?.name;
}

test('the panel moves into the browser’s side panel, works there, and comes back', async ({ stage }) => {
  const { page, dock } = await stage.begin();
  await verdictOf(criterionRow(dock, WORDING), '合格').check();
  await expectSaved(dock);

  await dock.getByRole('button', { name: '更多操作' }).click();
  await dock.getByRole('menuitem', { name: '移到浏览器侧边栏' }).click();
  const panel = await sidePanelOf(stage.browser);
  await expect(page.locator('[data-gov-site-inspector="dock"]')).toHaveCount(0);

  await test.step('the same inspection, and ticking there is durable', async () => {
    await panel.get(['heading', '示例市人民政府']);
    await expect.poll(() => checkedIn(panel, WORDING)).toBe('合格');
    await tick(panel, SECRET, '不适用');
  });

  await test.step('it follows to the next page of the site, where no dock comes up', async () => {
    await page.getByRole('link', { name: '新闻动态', exact: true }).click();
    await page.waitForURL('**/xwdt/');
    await expect.poll(() => checkedIn(panel, SECRET)).toBe('不适用');
    await page.goto(HOME);
    await panel.get(['button', '一键检查']);
    await expect(page.locator('[data-gov-site-inspector="dock"]')).toHaveCount(0);
  });

  await test.step('back over the page', async () => {
    await panel.click(['button', '更多操作']);
    await panel.click(['menuitem', '停靠在网页右侧']);
    const again = await dockOf(page);
    await expect(verdictOf(criterionRow(again, SECRET), '不适用')).toBeChecked();
    await expect.poll(() => sidePanelTarget(stage.browser)).toBeUndefined();
    await verdictOf(criterionRow(again, SECRET), '合格').check();
    await expectSaved(again);
  });

  await test.step('all of it outlives the browser', async () => {
    const browser = await stage.relaunch();
    const tab = await browser.context.newPage();
    await tab.goto(HOME);
    await browser.clickIcon(tab);
    const again = await dockOf(tab);
    await expect(verdictOf(criterionRow(again, SECRET), '合格')).toBeChecked();
    await expect(verdictOf(criterionRow(again, WORDING), '合格')).toBeChecked();
  });
});

test('a page whose modal dialog makes overlays inert is checked from the side panel', async ({ stage }) => {
  const { page, dock } = await stage.begin();
  await dock.getByRole('button', { name: '更多操作' }).click();
  await dock.getByRole('menuitem', { name: '移到浏览器侧边栏' }).click();
  const panel = await sidePanelOf(stage.browser);
  await panel.get(['button', '一键检查']);

  await page.goto(`${HOME}hostile/modal.html`);
  expect(await page.evaluate(() => document.querySelector('dialog')?.matches(':modal'))).toBe(true);
  await panel.click(['button', '一键检查']);
  await panel.get(['list', '各项检查结果']);
  await expect
    .poll(async () => (await panel.find(['button', '取消检查'])).length, { timeout: 120_000 })
    .toBe(0);
  await panel.click(['tab', /发现/]);
  await expect.poll(() => panel.text()).toContain('gone.png');
  await panel.click(['tab', /指标/]);
  await tick(panel, SECRET, '有争议');
  // The page was left as it was.
  expect(await page.evaluate(() => document.querySelector('dialog')?.matches(':modal'))).toBe(true);
  await expect(page.locator('[data-gov-site-inspector="dock"]')).toHaveCount(0);
});
