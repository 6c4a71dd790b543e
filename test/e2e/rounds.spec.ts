// A round from its making to its closing: sample, hand-out, sessions, sealed sheets, reopening, and a blind double check.
import type { Page } from '@playwright/test';
import { ask } from './ask-desk';
import { expect, test } from './inspected';
import { screenFaultsOf } from './looks';
import { openWorkbench } from './workbench-page';

async function fillRegister(page: Page): Promise<void> {
  const settings = await ask(page, 'getSettings', {});
  await ask(page, 'putSettings', { ...settings, inspector: '汇总人' });
  for (let at = 0; at < 60; at++) {
    const website = at < 40;
    await ask(page, 'putSubject', {
      id: `s${at}`,
      kind: website ? 'website' : 'new-media',
      name: at === 0 ? '示例市人民政府' : `${website ? '示例单位' : '示例账号'}${at}`,
      group: at % 4 === 0 ? 'district' : 'department',
      ...(website
        ? { host: at === 0 ? 'www.shili.gov.cn' : `w${at}.shili.gov.cn`, url: 'http://www.shili.gov.cn/' }
        : { platform: 'wechat' as const, account: `shili${at}` }),
      aliases: [],
      adHoc: false,
      hasServices: true,
    });
  }
}

test('a round is made, drawn, handed out, inspected, closed and reopened', async ({ stage }) => {
  test.setTimeout(300_000);
  const page = await openWorkbench(stage.browser, '#/rounds');
  await fillRegister(page);
  const faults: string[] = [];
  const tab = (name: RegExp | string) => page.getByRole('tab', { name });
  const said = page.getByRole('main').getByRole('status').first();

  await test.step('the proposal names the quarter and a set for each kind', async () => {
    await expect(page.getByRole('heading', { name: '还没有检查轮次' })).toBeVisible();
    await page.getByRole('button', { name: '新建轮次' }).click();
    await expect(page.getByRole('textbox', { name: '名称' })).toHaveValue(/^\d{4}年第[一二三四]季度$/);
    await expect(page.getByRole('group', { name: /指标体系第 \d 行/ })).toHaveCount(2);
    await page.getByRole('textbox', { name: '名称' }).fill('示例轮次');
    await page.getByLabel('检查截止日').fill('2020-01-31');
    await page.getByRole('radio', { name: '按分组比例抽样' }).check();
    await page.getByLabel('抽样种子').fill('种子一');
    await page.getByRole('button', { name: '建立轮次' }).click();
    await expect(page.getByRole('alert').filter({ hasText: '请填写抽样数量' })).toBeVisible();
    faults.push(...(await screenFaultsOf(page, 'round-editor')));
    await page.getByLabel('抽样数量').fill('12');
    await page.getByRole('button', { name: '建立轮次' }).click();
    await expect(page.getByRole('heading', { level: 1, name: '示例轮次' })).toBeVisible();
  });

  const round = (await ask(page, 'listRounds', {}))[0];
  if (!round) throw new Error('no round');
  const roundId = round.id;
  const members = async () =>
    (await ask(page, 'roundBoard', { roundId })).rows.map(({ subject }) => subject.id);

  await test.step('the same sample comes out again, and differs with another seed', async () => {
    const first = await members();
    expect(first).toHaveLength(12);
    await tab(/^检查对象/).click();
    const draw = async (seed: string | undefined) => {
      await page.getByRole('button', { name: '确定检查对象' }).click();
      const dialog = page.getByRole('dialog', { name: '确定检查对象' });
      if (seed) await dialog.getByLabel('抽样种子').fill(seed);
      else await dialog.getByRole('radio', { name: '台账全部' }).check();
      await dialog.getByRole('button', { name: '确定', exact: true }).click();
      await expect(dialog).toHaveCount(0);
      return members();
    };
    expect(await draw('种子二')).not.toEqual(first);
    expect(await draw('种子一')).toEqual(first);
    expect(await draw(undefined)).toHaveLength(60);
    await expect(said).toHaveText('共 60 个检查对象');
  });

  await test.step('subjects leave the round by hand and come back, both in the trail', async () => {
    await page.getByRole('checkbox', { name: '选择“示例单位1”' }).check();
    await page.getByRole('button', { name: '移出所选（1）' }).click();
    await page
      .getByRole('dialog', { name: '移出 1 个检查对象？' })
      .getByRole('button', { name: '移出' })
      .click();
    await expect(said).toHaveText('共 59 个检查对象');
    await page.getByRole('button', { name: '加入检查对象' }).click();
    const dialog = page.getByRole('dialog', { name: '加入检查对象' });
    await dialog.getByRole('searchbox', { name: '搜索' }).fill('示例单位');
    await expect(dialog.getByRole('status')).toHaveText('可以加入 1 个，符合搜索的 1 个，已选 0 个');
    faults.push(...(await screenFaultsOf(page, 'round-add-subjects')));
    await dialog.getByRole('checkbox', { name: /^示例单位1，/ }).check();
    await dialog.getByRole('button', { name: '加入所选（1）' }).click();
    await expect(dialog).toHaveCount(0);
    await expect(said).toHaveText('共 60 个检查对象');
    const texts = (await ask(page, 'roundEvents', { roundId })).slice(0, 2).map(({ text }) => text);
    expect(texts).toEqual([
      '手工调整检查对象：加入 1 个，移出 0 个。',
      '手工调整检查对象：加入 0 个，移出 1 个。',
    ]);
  });

  await test.step('all are handed out to two inspectors, evenly', async () => {
    await page.getByRole('checkbox', { name: '选择全部（筛选出的）' }).check();
    await page.getByRole('button', { name: '分配所选（60）' }).click();
    const dialog = page.getByRole('dialog', { name: '分配 60 个检查对象' });
    const names = dialog.getByLabel('检查员', { exact: true });
    await names.fill('张三');
    await names.press('Enter');
    await names.fill('李四');
    await names.press('Enter');
    await dialog.getByRole('button', { name: '确定', exact: true }).click();
    await expect(dialog).toHaveCount(0);
    await tab('进度').click();
    const line = page.getByRole('table', { name: '按检查员' }).getByRole('row', { name: /^张三/ });
    await expect(line).toHaveText(/张三\s*30\s*30\s*0\s*0\s*0\s*30/);
    faults.push(...(await screenFaultsOf(page, 'round-board')));
    await line.getByRole('button', { name: '张三，未检 30 个，查看' }).click();
    await expect(said).toContainText('筛选出 30 个，共 60 个检查对象');
    await page.getByRole('button', { name: '清除筛选' }).click();
  });

  await test.step('the keys walk the rows, also to those that are not in the page yet', async () => {
    const row = (index: number) => page.locator(`tr[aria-rowindex="${index}"]`);
    await expect(row(61)).toHaveCount(0);
    await row(2).getByRole('checkbox').focus();
    await page.keyboard.press('ArrowDown');
    await expect(row(3).getByRole('checkbox')).toBeFocused();
    await page.keyboard.press('End');
    await expect(row(61).getByRole('checkbox')).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(row(61).getByRole('button', { name: /^开始检查“/ })).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await expect(row(60).getByRole('button', { name: /^开始检查“/ })).toBeFocused();
    await page.keyboard.press('Home');
    await expect(row(2).getByRole('button', { name: /^开始检查“/ })).toBeFocused();
  });

  await test.step('a session is started here with the set of the round, finished, and double-checked', async () => {
    await page.getByRole('searchbox', { name: '搜索' }).fill('示例市人民政府');
    await expect(said).toContainText('筛选出 1 个');
    faults.push(...(await screenFaultsOf(page, 'round-subjects')));
    await page.getByRole('button', { name: '开始检查“示例市人民政府”' }).click();
    await expect(page.getByRole('heading', { level: 1, name: '示例市人民政府' })).toBeVisible();
    await page.goBack();
    await page.getByRole('button', { name: '安排复核“示例市人民政府”' }).click();
    const dialog = page.getByRole('dialog', { name: '安排复核：示例市人民政府' });
    await dialog.getByLabel('复核的检查员').fill('王五');
    await dialog.getByRole('button', { name: '安排复核' }).click();
    await expect(dialog).toHaveCount(0);
  });

  const row = (await ask(page, 'roundBoard', { roundId })).rows.find(({ subject }) => subject.id === 's0');
  const firstId = row?.session?.id ?? '';
  const secondId = row?.doubleChecks[0]?.id ?? '';
  const criteria = (await ask(page, 'sessionView', { sessionId: firstId })).set.parts.flatMap((part) =>
    part.categories.flatMap(({ indicators }) =>
      indicators.flatMap((each) => each.criteria.map(({ id }) => id)),
    ),
  );

  await test.step('the second inspector sees nothing of the first session until it is opened with a reason', async () => {
    const settings = await ask(page, 'getSettings', {});
    const edits = [{ criterionId: criteria[0] ?? '', status: 'hit' as const, note: '原检查的备注' }];
    await ask(page, 'setVerdicts', { sessionId: firstId, by: '张三', edits });
    const show = async (hash: string) => {
      await page.goto(page.url().replace(/#.*/, hash));
      await page.reload();
    };
    await ask(page, 'putSettings', { ...settings, inspector: '王五' });
    await show(`#/sessions/${firstId}`);
    const closed = page.getByRole('alert').filter({ hasText: '正在复核，原检查暂不显示' });
    await expect(closed).toContainText('您（王五）正在对这个检查对象作盲复核');
    await expect(page.getByText('原检查的备注')).toHaveCount(0);
    faults.push(...(await screenFaultsOf(page, 'session-blind')));
    await show('#/sessions');
    await expect(page.getByText('复核中，不显示')).toBeVisible();
    await expect(ask(page, 'journal', { sessionId: firstId })).rejects.toThrow('完成复核前不能查看');
    // His own session is open to him, and the first one to everybody else.
    await show(`#/sessions/${secondId}`);
    await expect(page.getByRole('tab', { name: '评分表' })).toBeVisible();
    await ask(page, 'putSettings', { ...settings, inspector: '汇总人' });
    await show(`#/sessions/${firstId}`);
    await expect(page.getByText('原检查的备注')).toBeVisible();
    // The screen that was open closes as soon as the second inspector sits down here.
    await ask(page, 'putSettings', { ...settings, inspector: '王五' });
    await expect(closed).toBeVisible();
    await closed.getByRole('button', { name: '仍要查看' }).click();
    const dialog = page.getByRole('dialog', { name: '在复核完成前查看原检查？' });
    await expect(dialog.getByRole('button', { name: '查看并登记' })).toBeDisabled();
    await dialog.getByLabel('提前查看的理由').fill('核对图片编号');
    await dialog.getByRole('button', { name: '查看并登记' }).click();
    await expect(page.getByText('原检查的备注')).toBeVisible();
    expect((await ask(page, 'roundEvents', { roundId }))[0]).toMatchObject({
      by: '王五',
      text: '复核完成前查看了“示例市人民政府”的原检查：核对图片编号',
    });
    await ask(page, 'putSettings', settings);
    await show(`#/rounds/${roundId}/subjects`);
  });

  await test.step('both decide, finish, and the differences are shown', async () => {
    const decide = (sessionId: string, by: string, hit: string | undefined) =>
      ask(page, 'setVerdicts', {
        sessionId,
        by,
        edits: criteria.map((criterionId) => ({
          criterionId,
          status: criterionId === hit ? ('hit' as const) : ('ok' as const),
        })),
      });
    await decide(firstId, '张三', undefined);
    await decide(secondId, '王五', criteria[0]);
    await tab(/^复核（1）/).click();
    await expect(page.getByRole('table', { name: '复核', exact: true })).toContainText('都完成后可看');
    await ask(page, 'finishSession', { sessionId: secondId, by: '王五' });
    await page.goto(page.url().replace(/#.*/, `#/sessions/${firstId}`));
    await page.getByRole('button', { name: '完成检查' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '完成' }).click();
    await expect(page.getByRole('button', { name: '重新打开' })).toBeVisible();
    await page.goto(page.url().replace(/#.*/, `#/rounds/${roundId}/double-checks`));
    await page.getByRole('button', { name: '查看结果：“示例市人民政府”的复核' }).click();
    const result = page.getByRole('region', { name: '复核结果' });
    await expect(result).toContainText(
      `两人都已认定 ${criteria.length} 个评分点，一致 ${criteria.length - 1} 个`,
    );
    await expect(result.getByRole('table', { name: '复核差异' })).toContainText('认定不同');
    await expect(result).toContainText('复核完成前已查看原检查（王五');
    await expect(page.getByRole('table', { name: '复核', exact: true })).toContainText('已提前查看原检查');
    faults.push(...(await screenFaultsOf(page, 'round-double-checks')));
  });

  await test.step('closing says what is unfinished, and seals the sheets', async () => {
    await page.getByRole('button', { name: '结束轮次' }).click();
    const dialog = page.getByRole('dialog', { name: '结束这个轮次？' });
    await expect(dialog).toContainText('未检 59 个，检查中 0 个，有争议 0 个（共 60 个）');
    await dialog.getByRole('button', { name: '结束并封存' }).click();
    await expect(page.getByText('轮次已结束，封存评分表 2 份。')).toBeVisible();
    await expect(page.getByRole('button', { name: '重新开放' })).toBeVisible();
    const edit = ask(page, 'setVerdicts', {
      sessionId: firstId,
      by: '张三',
      edits: [{ criterionId: criteria[0] ?? '', status: 'hit' }],
    });
    await expect(edit).rejects.toThrow('检查轮次“示例轮次”已结束，评分表已封存');
    await page.goto(page.url().replace(/#.*/, `#/sessions/${firstId}`));
    await expect(page.getByText('轮次已结束，评分表已封存。')).toBeVisible();
    await expect(page.getByRole('button', { name: '重新打开' })).toHaveCount(0);
  });

  await test.step('reopening asks for a reason, which is in the trail; then edits are taken again', async () => {
    await page.goto(page.url().replace(/#.*/, `#/rounds/${roundId}/events`));
    await page.getByRole('button', { name: '重新开放' }).click();
    const dialog = page.getByRole('dialog', { name: '重新开放这个轮次？' });
    await expect(dialog.getByRole('button', { name: '重新开放' })).toBeDisabled();
    await dialog.getByLabel('重新开放的理由').fill('补查一家单位');
    await dialog.getByRole('button', { name: '重新开放' }).click();
    const trail = page.getByRole('table', { name: '轮次操作记录' });
    await expect(trail.getByRole('row').nth(1)).toContainText('重新开放轮次：补查一家单位');
    await expect(trail).toContainText('安排王五复核“示例市人民政府”。');
    await expect(trail).toContainText('汇总人');
    faults.push(...(await screenFaultsOf(page, 'round-events')));
    await ask(page, 'reopenSession', { sessionId: firstId, by: '张三', reason: '补查' });
  });

  await test.step('a subject whose inspection has begun stays; a round made by mistake is deleted', async () => {
    await page.goto(page.url().replace(/#.*/, `#/rounds/${roundId}/subjects`));
    await expect(page.getByRole('button', { name: '删除轮次' })).toHaveCount(0);
    await page.getByRole('checkbox', { name: '选择“示例市人民政府”' }).check();
    await page.getByRole('button', { name: '移出所选（1）' }).click();
    const dialog = page.getByRole('dialog', { name: '移出 1 个检查对象？' });
    await dialog.getByRole('button', { name: '移出' }).click();
    await expect(dialog.getByRole('alert')).toContainText('已开始检查，不能移出本轮次，未作改动');
    await dialog.getByRole('button', { name: '取消' }).click();
    const plan = { name: '建错的轮次', sets: [], previousId: null };
    const mistake = await ask(page, 'createRound', { plan, by: '汇总人' });
    await page.goto(page.url().replace(/#.*/, `#/rounds/${mistake.id}`));
    await page.getByRole('button', { name: '删除轮次' }).click();
    await page
      .getByRole('dialog', { name: '删除轮次“建错的轮次”？' })
      .getByRole('button', { name: '删除', exact: true })
      .click();
    await expect(page.getByRole('heading', { level: 1, name: '检查轮次' })).toBeVisible();
    expect((await ask(page, 'listRounds', {})).map(({ name }) => name)).toEqual(['示例轮次']);
  });

  expect(faults).toEqual([]);
});
