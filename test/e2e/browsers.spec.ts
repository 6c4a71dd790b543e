// The same page in two runs of Chromium, one of which calls itself Firefox: the server refuses a picture to one of them, and the workbench says which and why.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser } from '@/scripts/driver/browser';
import { openDock, runChecks, startInspection } from '@/scripts/driver/dock';
import { expect, HOME, test } from './inspected';
import { chooseFile, chooseFromMenu, downloadOf, openWorkbench } from './workbench-page';

const PAGE = 'tupian/liulanqi.html';
/** What the second one calls itself; the sample site refuses `zhipei.svg` to it. */
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0';

test('a picture that only one browser gets is named with its reason', async ({ stage, site }) => {
  test.setTimeout(180_000);
  const { dock } = await stage.begin(PAGE);
  await runChecks(dock);

  const profile = mkdtempSync(join(tmpdir(), 'gov-site-inspector-e2e-'));
  const second = await launchBrowser({ profile, hostMap: site.hostMap, userAgent: FIREFOX });
  try {
    const page = await second.context.newPage();
    await page.goto(`${HOME}${PAGE}`);
    const there = await openDock(second, page);
    await startInspection(there, { inspector: '李检查' });
    await runChecks(there);
    const bench = await openWorkbench(second);
    await bench.getByRole('link', { name: '示例市人民政府' }).click();
    const file = await downloadOf(bench, () => chooseFromMenu(bench, '导出', /交接文件/));

    const workbench = await openWorkbench(stage.browser);
    await workbench.getByRole('link', { name: '合并', exact: true }).click();
    await chooseFile(workbench, '选择交接文件', file);
    await workbench.getByRole('button', { name: '合并', exact: true }).click();
    await expect(workbench.getByText('合并完成：新增 1 次')).toBeVisible();
    await workbench.getByRole('link', { name: '检查', exact: true }).click();
    await workbench
      .getByRole('row')
      .filter({ hasText: '张检查' })
      .getByRole('link', { name: '示例市人民政府' })
      .click();
    await workbench.getByRole('tab', { name: '浏览器对比' }).click();
    await workbench.getByRole('combobox', { name: '对比的检查' }).click();
    await workbench.getByRole('option', { name: /李检查/ }).click();
    await expect(workbench.getByRole('status').filter({ hasText: '两份检查共有' })).toHaveText(
      /^Chrome \d+ 与 Firefox 153：两份检查共有 1 个页面，发现 1 处不同。$/,
    );
    const row = workbench
      .getByRole('table', { name: '两种浏览器显示不同之处' })
      .getByRole('row')
      .filter({ hasText: 'zhipei.svg' });
    await expect(row.getByRole('cell')).toHaveText([
      /浏览器对比示例/,
      `图片 ${HOME}tupian/zhipei.svg`,
      /^Chrome \d+$/,
      'Firefox 153',
      '服务器对该浏览器返回 403',
    ]);
  } finally {
    await second.close();
    rmSync(profile, { recursive: true, force: true });
  }
});
