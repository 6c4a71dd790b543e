// The workbench without a mouse: keys are listed, dialogs give the focus back, and every stop of Tab can be seen.
import type { Page } from '@playwright/test';
import { everyScreen, visitScreens } from './every-screen';
import { fillQuarter } from './filled-quarter';
import { expect, test } from './inspected';
import { openWorkbench } from './workbench-page';

/** How an element and what surrounds it look; focus must change something of it. */
async function stopsWithoutMark(page: Page, most: number): Promise<string[]> {
  const faults: string[] = [];
  const seen = new Set<string>();
  for (let stop = 0; stop < most; stop++) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate(() => {
      const look = (element: Element) => {
        const around = [
          element,
          element.parentElement,
          element.nextElementSibling,
          element.previousElementSibling,
        ];
        return around
          .flatMap((each) => {
            if (!each) return [];
            const {
              outlineStyle,
              outlineWidth,
              boxShadow,
              borderColor,
              backgroundColor,
              textDecorationLine,
              top,
            } = getComputedStyle(each);
            const outline = outlineStyle === 'none' ? '' : `${outlineStyle} ${outlineWidth}`;
            return [outline, boxShadow, borderColor, backgroundColor, textDecorationLine, top];
          })
          .join('|');
      };
      const element = document.activeElement;
      if (!(element instanceof HTMLElement) || element === document.body) return undefined;
      const focused = look(element);
      element.blur();
      const plain = look(element);
      element.focus({ preventScroll: true });
      const name = element.getAttribute('aria-label') ?? element.textContent ?? '';
      const all = [...document.querySelectorAll('*')];
      return {
        id: String(all.indexOf(element)),
        what: `${element.tagName.toLowerCase()} “${name.trim().slice(0, 30)}”`,
        marked: focused !== plain,
      };
    });
    // Around once: what was seen comes again, or the focus left the page.
    if (!found || seen.has(found.id)) break;
    seen.add(found.id);
    if (!found.marked) faults.push(found.what);
  }
  expect(seen.size).toBeGreaterThan(3);
  return faults;
}

test('keys are listed, dialogs give the focus back, every stop can be seen', async ({ stage }) => {
  test.setTimeout(420_000);
  const page = await openWorkbench(stage.browser);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const quarter = await fillQuarter(page, { websites: 30, accounts: 14 });

  await test.step('“?” lists the keys of the screen, Escape closes, the focus is where it was', async () => {
    await page.goto(page.url().replace(/#.*/, '#/media'));
    const lane = page.getByRole('button', { name: '撤销（U）' });
    await lane.waitFor();
    const help = page.getByRole('dialog', { name: '快捷键' });
    for (const [link, key] of [
      ['新媒体', '有问题：进入完整检查表'],
      ['检查', '上一行、下一行'],
      ['台账', '上一行、下一行'],
      ['设置', '查看快捷键'],
    ] as const) {
      const entry = page.getByRole('navigation').getByRole('link', { name: link, exact: true });
      await entry.click();
      await entry.focus();
      await page.keyboard.press('?');
      await expect(help.getByRole('table', { name: '快捷键' })).toContainText(key);
      await page.keyboard.press('Escape');
      await expect(help).toHaveCount(0);
      await expect(entry).toBeFocused();
    }
  });

  await test.step('“/” goes to the search, and is a letter inside of it', async () => {
    for (const link of ['检查', '台账', '整改', '找错留言']) {
      await page.getByRole('navigation').getByRole('link', { name: link, exact: true }).click();
      const search = page.getByRole('searchbox').first();
      await search.waitFor();
      await page.keyboard.press('/');
      await expect(search).toBeFocused();
      await page.keyboard.press('?');
      await expect(search).toHaveValue('?');
      await search.fill('');
    }
  });

  await test.step('a dialog opened with the keyboard gives the focus back to its button', async () => {
    for (const [route, button] of [
      [`#/rounds/${quarter.roundId}`, '结束轮次'],
      [`#/sessions/${quarter.sessions.open}`, '完成检查'],
      ['#/register', '新增'],
      ['#/media/reposts', '添加重要信息'],
      [`#/rectification/${quarter.items.notified}`, '登记单位反馈'],
    ] as const) {
      await page.goto(page.url().replace(/#.*/, route));
      const opener = page.getByRole('button', { name: button, exact: true });
      await opener.focus();
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').waitFor();
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await expect(opener, button).toBeFocused();
    }
  });

  const faults: string[] = [];
  const screens = everyScreen(quarter).filter(({ act }) => act === undefined);
  await visitScreens(stage.browser, page, screens, async (name) => {
    faults.push(...(await stopsWithoutMark(page, 45)).map((what) => `${name}: ${what}`));
  });
  expect([...new Set(faults)]).toEqual([]);
});
