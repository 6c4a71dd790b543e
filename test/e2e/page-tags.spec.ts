// Page tags on the sample site: a column and an article with faulty tags, and the pages without an element on the sheet.
import { Inspection } from '@/lib/model/inspection';
import { exportFile, runChecks } from '@/scripts/driver/dock';
import { expect, test } from './inspected';

test('page tags are judged by the kind of page', async ({ stage }) => {
  const { page, dock } = await stage.begin('wybq/t20231018_1.html');
  await runChecks(dock);

  await test.step('an article whose date contradicts the printed one', async () => {
    await dock.getByRole('tab', { name: /发现/ }).click();
    await dock.getByLabel('搜索发现').fill('网页标签');
    await expect(
      dock.getByRole('group', { name: /内容页缺少网页标签 ContentSource（仅在源代码注释中）/ }),
    ).toBeVisible();
    await dock.getByRole('button', { name: /PubDate 与页面显示的发布日期不一致，相差 217 天/ }).click();
    await expect(page.getByText('2023-03-15 10:49')).toBeInViewport();
    const { pageTags, siteIdentity } = Inspection.parse(
      JSON.parse((await exportFile(page, dock, 'JSON')).toString('utf8')),
    );
    expect(pageTags?.find(({ tag }) => tag === 'PubDate')).toMatchObject({
      state: 'present',
      value: '2023-10-18 10:00:43',
    });
    expect(pageTags?.find(({ tag }) => tag === 'ContentSource')?.state).toBe('missing');
    expect(siteIdentity?.find(({ element }) => element === 'govMark')?.missing).toEqual([page.url()]);
    expect(siteIdentity?.find(({ element }) => element === 'sponsor')?.missing).toEqual([]);
  });
});

test('a column page without keywords, with empty and unfilled tags', async ({ stage }) => {
  const { dock } = await stage.begin('wybq/');
  await runChecks(dock);
  await dock.getByRole('tab', { name: /发现/ }).click();
  await dock.getByLabel('搜索发现').fill('网页标签');
  for (const name of [
    '栏目页缺少网页标签 ColumnKeywords。',
    '栏目页的网页标签 ColumnDescription 没有内容。',
    '栏目页的网页标签 ColumnType 是占位内容，没有填写实际内容。',
  ])
    await expect(dock.getByRole('group', { name })).toBeVisible();
});
