// What the extension asks of others it keeps itself: axe finds nothing more than minor on its own screens, light and dark.
import { runChecks, startInspection } from '@/scripts/driver/dock';
import { expect, test } from './inspected';
import { faultsOf } from './looks';
import { criterionRow, verdictOf } from './panel';
import { chooseFile, openWorkbench } from './workbench-page';

const WORDING = '出现严重表述错误。';

test('the panel', async ({ stage }) => {
  test.setTimeout(600_000);
  const { page, dock } = await stage.inspect();
  const faults: string[] = [];
  const look = async (what: string) => faults.push(...(await faultsOf(page, dock, what)));
  await dock.getByRole('button', { name: '开始检查' }).waitFor();
  await look('start screen');
  await dock.getByLabel('检查对象名称').fill('');
  await dock.getByRole('button', { name: '开始检查' }).click();
  await look('start screen with what is missing');
  await dock.getByLabel('检查对象名称').fill('示例市人民政府');
  await startInspection(dock, { inspector: '张检查' });
  await runChecks(dock);
  await dock
    .getByRole('group', { name: /^机检建议：/ })
    .first()
    .waitFor();
  const row = criterionRow(dock, WORDING);
  await verdictOf(row, '有问题').check();
  await row.getByRole('button', { name: '检查方法与出处' }).click();
  await row.getByRole('button', { name: '备注' }).click();
  await look('checklist with suggestions, details and a note');
  await row.getByRole('textbox', { name: '备注' }).press('Escape');
  await dock.getByRole('tab', { name: /发现/ }).click();
  await dock.getByRole('tab', { name: /发现/, selected: true }).waitFor();
  await look('findings');
  await dock.getByRole('tab', { name: /取证/ }).click();
  await dock.getByRole('button', { name: '截取可见区域' }).click();
  await dock.getByRole('img', { name: '取证图 1' }).waitFor();
  await look('evidence');
  await dock.getByRole('button', { name: '编辑图 1' }).click();
  await dock.getByRole('dialog').getByRole('button', { name: '添加红框' }).click();
  await look('evidence editor');
  await dock.getByRole('dialog').getByRole('button', { name: '取消' }).click();
  await dock.getByRole('button', { name: '帮助' }).click();
  await dock.getByRole('table', { name: '快捷键' }).waitFor();
  await look('help');
  await page.keyboard.press('Escape');
  await dock.getByRole('button', { name: /^得分/ }).click();
  await look('how the score was computed');
  await page.keyboard.press('Escape');
  await dock.getByRole('button', { name: '更多操作' }).click();
  await dock.getByRole('menuitem', { name: '打开工作台' }).waitFor();
  await look('menu');
  await dock.getByRole('menuitem', { name: '完成检查' }).click();
  await dock.getByRole('dialog').waitFor();
  await look('finishing');
  await dock.getByRole('dialog').getByRole('button', { name: /完成/ }).click();
  await dock.getByText('已完成，已锁定').waitFor();
  await dock.getByRole('tab', { name: '指标' }).click();
  await look('finished');
  expect(faults).toEqual([]);
});

test('the workbench', async ({ stage }) => {
  test.setTimeout(600_000);
  const page = await openWorkbench(stage.browser);
  const faults: string[] = [];
  const look = async (what: string) => faults.push(...(await faultsOf(page, page, what)));
  await look('no inspections');
  const { dock } = await stage.begin();
  await runChecks(dock);
  await dock
    .getByRole('group', { name: /机检建议：网站标识要素/ })
    .getByRole('button', { name: '采纳', exact: true })
    .click();
  await criterionRow(dock, WORDING).getByRole('button', { name: '取证', exact: true }).click();
  await dock.getByRole('tab', { name: /取证 1/ }).waitFor();
  await page.bringToFront();
  await page.getByRole('link', { name: '示例市人民政府' }).waitFor();
  await look('inspections');
  await page.getByRole('link', { name: '示例市人民政府' }).click();
  await page.getByRole('heading', { level: 1, name: '示例市人民政府' }).waitFor();
  await page.getByText('得分如何计算').click();
  await page.getByRole('button', { name: `编辑备注：${WORDING}` }).click();
  await look('sheet');
  for (const tab of ['问题清单', '自动检查', '操作记录', '取证']) {
    await page.getByRole('tab', { name: new RegExp(tab) }).click();
    await page.getByRole('tab', { name: new RegExp(tab), selected: true }).waitFor();
    const more = page.getByText(/发现的疑似问题（\d+）/);
    if (tab === '自动检查') await more.click();
    await page.getByRole('tabpanel').locator('table, ul').first().waitFor();
    await look(tab);
  }
  await page.getByRole('list', { name: '取证图片' }).getByRole('button').first().click();
  await page.getByRole('dialog').getByRole('button', { name: '编辑图片和说明' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '添加红框' }).click();
  await look('evidence editor');
  await page.getByRole('dialog').getByText('裁剪', { exact: true }).click();
  await page.getByRole('button', { name: '添加裁剪框' }).click();
  await look('evidence editor, crop');
  await page.getByRole('dialog').getByRole('button', { name: '取消', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: '关闭' }).click();
  await page.getByRole('button', { name: '完成检查' }).click();
  await page.getByRole('dialog').waitFor();
  await look('finishing');
  await page.getByRole('dialog').getByRole('button', { name: '取消' }).click();

  await page.getByRole('link', { name: '指标体系' }).click();
  await page.getByRole('table', { name: '指标体系列表' }).waitFor();
  await look('sets');
  await chooseFile(page, '导入指标体系', { name: 'x.json', bytes: Buffer.from('{"id":1}') });
  await page.getByRole('dialog').getByRole('alert').waitFor();
  await look('import of a broken set');
  await page.getByRole('dialog').getByRole('button', { name: '取消' }).click();
  await page.getByRole('link', { name: /^政府网站检查指标（市级/ }).click();
  await page.getByRole('heading', { level: 1, name: /市级/ }).waitFor();
  await look('set');
  await page.getByRole('link', { name: '复制并修改' }).click();
  await page.getByRole('textbox', { name: '类别“办事服务”的分值' }).fill('20');
  await page.getByRole('button', { name: /^可用性/ }).click();
  await page.getByRole('complementary', { name: '核对结果' }).getByText('错误 2 处').waitFor();
  await look('set editor with mistakes');
  await page.getByRole('link', { name: '设置' }).click();
  await page.getByLabel('检查员姓名').waitFor();
  await look('settings');
  expect(faults).toEqual([]);
});
