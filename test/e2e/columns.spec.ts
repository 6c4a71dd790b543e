// Columns from the page to the veto: found on real pages, tallied over the site, corrected in the workbench, kept for later.
import { runChecks } from '@/scripts/driver/dock';
import { expect, test } from './inspected';
import { openWorkbench } from './workbench-page';

test('stale columns are found, tallied over the site, and corrected in the workbench', async ({ stage }) => {
  const { page, dock } = await stage.begin('lanmu/gzdt.html');

  await test.step('a column page that was not updated fails, with its date', async () => {
    await runChecks(dock);
    await dock.getByRole('tab', { name: /发现/ }).click();
    await dock.getByLabel('搜索发现').fill('工作动态');
    await expect(
      dock.getByRole('button', { name: /栏目“工作动态”最新一条的日期为.*超过 2 周未更新/ }),
    ).toBeVisible();
    await page.close();
  });

  await test.step('blocks of a portal page bring the number of the veto, to be looked at', async () => {
    const { dock: second } = await stage.inspect('lanmu/');
    await runChecks(second);
    await second.getByRole('tab', { name: '指标' }).click();
    await second.getByLabel('筛选').selectOption({ label: '有建议' });
    const veto = second.getByRole('group', { name: /机检建议：栏目更新全站汇总/ });
    await expect(veto).toContainText('达到单项否决的 5 个');
  });

  const workbench = await openWorkbench(stage.browser);
  await test.step('the workbench lists the columns', async () => {
    await workbench
      .getByRole('link', { name: /示例市人民政府/ })
      .first()
      .click();
    await workbench.getByRole('tab', { name: '栏目' }).click();
    const row = workbench.getByRole('row', { name: /工作动态/ });
    await expect(row).toContainText('未及时更新');
    await expect(row).toContainText('30');
    await expect(workbench.getByRole('row', { name: /时政要闻/ })).toContainText('按期更新');
  });

  await test.step('a correction counts at once and stays', async () => {
    await workbench.getByRole('checkbox', { name: '不要求更新：工作动态' }).check();
    await expect(workbench.getByRole('row', { name: /工作动态/ })).toContainText('不要求更新');
    await expect(workbench.getByText(/未达到单项否决的 5 个/)).toBeVisible();
    await workbench.getByRole('combobox', { name: '类别：区县动态' }).selectOption({ label: '其他' });
    const period = workbench.getByRole('textbox', { name: '更新期限（天）：区县动态' });
    await period.fill('90');
    await period.press('Enter');
    await expect(workbench.getByRole('row', { name: /区县动态/ })).toContainText('按期更新');
    await workbench.reload();
    await expect(workbench.getByRole('checkbox', { name: '不要求更新：工作动态' })).toBeChecked();
    await expect(workbench.getByRole('row', { name: /区县动态/ })).toContainText('按期更新');
  });
});

for (const [path, name, says] of [
  ['szyw', '时政要闻', undefined],
  ['tzgg', '通知公告', undefined],
  ['bmdt', '部门动态', undefined],
  ['jcdt', '基层动态', /超过 2 周未更新/],
  ['zcwj', '政策文件', /（210 天前），超过 6 个月未更新/],
  ['gsgg', '公示公告', /栏目“公示公告”没有任何信息/],
  ['zcjd', '政策解读', /6 条信息未标日期/],
] as const) {
  test(`the column ${path} is ${says ? 'found' : 'in time'}`, async ({ stage }) => {
    const { dock } = await stage.begin(`lanmu/${path}.html`);
    await runChecks(dock);
    await dock.getByRole('tab', { name: /发现/ }).click();
    await dock.getByLabel('搜索发现').fill(`栏目“${name}”`);
    const finding = dock.getByRole('button', { name: new RegExp(`栏目“${name}”`) });
    if (says) await expect(finding.filter({ hasText: says })).toBeVisible();
    else await expect(finding).toHaveCount(0);
  });
}
