// Little room: the narrowest dock, long names, and the workbench zoomed to 200 %. Nothing runs out of sight sideways.
import { runChecks, startInspection } from '@/scripts/driver/dock';
import { expect, test } from './inspected';
import { overflowOf } from './looks';
import { criterionRow, expectSaved, verdictOf } from './panel';
import { openWorkbench } from './workbench-page';

/** 60 characters without a place to break. */
const LONG_NAME = '示例市经济技术开发区行政审批和政务服务数据管理局'.padEnd(60, '综合行政执法指挥中心');
const WORDING = '出现严重表述错误。';

test('the panel fits into a dock of 320 px, with a name of 60 characters', async ({ stage }) => {
  test.setTimeout(180_000);
  expect(LONG_NAME).toHaveLength(60);
  const { page, dock } = await stage.inspect();
  const fits = (what: string) =>
    test.step(what, () => expect.poll(() => overflowOf(dock), { message: what }).toEqual([]));
  await dock.getByRole('button', { name: '开始检查' }).waitFor();
  await test.step('dragged narrower than it can be, the dock is 320 px wide', async () => {
    await page.mouse.move(1440 - 420, 400);
    await page.mouse.down();
    await page.mouse.move(1440 - 200, 400, { steps: 5 });
    await page.mouse.up();
    await expect.poll(async () => (await (await dock.frameElement()).boundingBox())?.width).toBe(320);
  });
  await fits('start screen');
  await test.step('what does not fit is seen', async () => {
    const start = dock.getByRole('button', { name: '开始检查' });
    await start.evaluate((button) => button.style.setProperty('width', '330px'));
    expect(await overflowOf(dock)).not.toEqual([]);
    await start.evaluate((button) => button.style.removeProperty('width'));
  });
  await dock.getByLabel('检查对象名称').fill(LONG_NAME);
  await startInspection(dock, { inspector: '张检查' });
  await expect(dock.getByRole('heading', { level: 1, name: LONG_NAME })).toBeVisible();
  await runChecks(dock);
  await dock
    .getByRole('group', { name: /^机检建议：/ })
    .first()
    .waitFor();
  const row = criterionRow(dock, WORDING);
  await verdictOf(row, '有问题').check();
  await row.getByRole('button', { name: '备注' }).click();
  await row.getByRole('textbox', { name: '备注' }).fill('https://www.shili.gov.cn/'.padEnd(200, 'a'));
  await row.getByRole('textbox', { name: '备注' }).press('Control+Enter');
  await row.getByRole('button', { name: '检查方法与出处' }).click();
  await expectSaved(dock);
  await fits('checklist');
  await dock.getByRole('tab', { name: /发现/ }).click();
  await fits('findings');
  await dock.getByRole('tab', { name: /取证/ }).click();
  await dock.getByRole('button', { name: '截取可见区域' }).click();
  await dock.getByRole('img', { name: '取证图 1' }).waitFor();
  await fits('evidence');
  await dock.getByRole('button', { name: '编辑图 1' }).click();
  await dock.getByRole('dialog').getByRole('button', { name: '添加红框' }).waitFor();
  await fits('evidence editor');
  await dock.getByRole('dialog').getByRole('button', { name: '取消' }).click();
  await dock.getByRole('button', { name: '帮助' }).click();
  await dock.getByRole('table', { name: '快捷键' }).waitFor();
  await fits('help');
  await page.keyboard.press('Escape');
  await dock.getByRole('button', { name: '更多操作' }).click();
  await dock.getByRole('menuitem', { name: '完成检查' }).click();
  await dock.getByRole('dialog').getByRole('button', { name: /完成/ }).waitFor();
  await fits('finishing');
});

test('the workbench fits into 800 px, also zoomed to 200 %', async ({ stage }) => {
  test.setTimeout(240_000);
  const { dock } = await stage.inspect();
  await dock.getByRole('button', { name: '开始检查' }).waitFor();
  await dock.getByLabel('检查对象名称').fill(LONG_NAME);
  await startInspection(dock, { inspector: '张检查' });
  await runChecks(dock);
  await dock
    .getByRole('group', { name: /机检建议：网站标识要素/ })
    .getByRole('button', { name: '采纳', exact: true })
    .click();
  await criterionRow(dock, WORDING).getByRole('button', { name: '取证', exact: true }).click();
  await dock.getByRole('tab', { name: /取证 1/ }).waitFor();

  const page = await openWorkbench(stage.browser);
  const session = await stage.browser.context.newCDPSession(page);
  /** What a browser window of 800 × 900 px shows at this zoom. */
  const zoom = (factor: number) =>
    session.send('Emulation.setDeviceMetricsOverride', {
      width: 800 / factor,
      height: 900 / factor,
      deviceScaleFactor: factor,
      mobile: false,
    });
  const fits = (what: string) =>
    test.step(what, async () => {
      for (const factor of [1, 2]) {
        await zoom(factor);
        await expect.poll(() => page.evaluate(() => innerWidth)).toBe(800 / factor);
        await expect.poll(() => overflowOf(page), { message: `${what}, ${factor * 100} %` }).toEqual([]);
      }
    });

  await page.getByRole('link', { name: LONG_NAME }).waitFor();
  await fits('inspections');
  await page.getByRole('link', { name: LONG_NAME }).click();
  await page.getByRole('heading', { level: 1, name: LONG_NAME }).waitFor();
  await page.getByText('得分如何计算').click();
  await fits('sheet');
  for (const tab of ['问题清单', '自动检查', '操作记录', '取证']) {
    await page.getByRole('tab', { name: new RegExp(tab) }).click();
    await page.getByRole('tab', { name: new RegExp(tab), selected: true }).waitFor();
    await fits(tab);
  }
  await page.getByRole('list', { name: '取证图片' }).getByRole('button').first().click();
  await page.getByRole('dialog').getByRole('button', { name: '编辑图片和说明' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '添加红框' }).waitFor();
  await fits('evidence editor');
  await page.getByRole('dialog').getByRole('button', { name: '取消', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: '关闭' }).click();
  await page.getByRole('link', { name: '指标体系' }).click();
  await page.getByRole('table', { name: '指标体系列表' }).waitFor();
  await fits('sets');
  await page.getByRole('link', { name: /^政府网站检查指标（市级/ }).click();
  await page.getByRole('heading', { level: 1, name: /市级/ }).waitFor();
  await fits('set');
  await page.getByRole('link', { name: '复制并修改' }).click();
  await page.getByRole('button', { name: /^可用性/ }).click();
  await page.getByRole('textbox', { name: '评分点内容' }).first().waitFor();
  await fits('set editor');
  await page.getByRole('link', { name: '设置' }).click();
  await page.getByLabel('检查员姓名').waitFor();
  await fits('settings');
});
