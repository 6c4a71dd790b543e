// Own accessibility audits on a page full of faults: what the panel says, what it suggests, what other programs read.
import { Inspection } from '@/lib/model/inspection';
import { exportFile, runChecks } from '@/scripts/driver/dock';
import { expect, test } from './inspected';

test('certain faults fail and are suggested, the rest is left to a person', async ({ stage }) => {
  test.setTimeout(240_000);
  const { page, dock } = await stage.begin('/wza/');
  await runChecks(dock);

  const strip = dock.getByRole('list', { name: '各项检查结果' });
  await expect(strip).toContainText('无障碍补充检查');

  await dock.getByRole('tab', { name: /发现/ }).click();
  await dock.getByLabel('搜索发现').fill('用脚本模拟的链接');
  await dock.getByRole('button', { name: /办事指南入口/ }).click();
  await expect(page.getByText('办事指南入口')).toBeInViewport();
  await dock.getByLabel('搜索发现').fill('链接文字未说明目标');
  await expect(dock.getByRole('button', { name: /链接文字未说明目标：“更多/ })).toHaveCount(1);

  const inspection = Inspection.parse(JSON.parse((await exportFile(page, dock, 'JSON')).toString('utf8')));
  const rules = inspection.accessibility.violations.map(({ rule }) => rule);
  expect(rules).toEqual(
    expect.arrayContaining([
      'gsi-alt-file-name',
      'gsi-lang-wrong',
      'gsi-link-by-script',
      'gsi-title-placeholder',
    ]),
  );
  const review = inspection.accessibility.needsReview.map(({ rule }) => rule);
  expect(review).toEqual(expect.arrayContaining(['gsi-link-vague', 'gsi-text-by-place', 'gsi-text-tiny']));
  expect(rules.filter((rule) => review.includes(rule) && rule.startsWith('gsi-'))).toEqual([]);
  expect(inspection.checks.find(({ id }) => id === 'barriers')?.outcome).toBe('fail');
  const suggestion = inspection.suggestions.find(({ checkId }) => checkId === 'barriers');
  expect(suggestion?.criterionId).toBe('function-compatibility-accessibility');
});
