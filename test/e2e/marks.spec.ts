// Jumping to findings that are hard to see: scroll areas, frames, components, folded content; and what has no place any more.
import type { Frame, Page } from '@playwright/test';
import { Inspection } from '@/lib/model/inspection';
import { exportFile, runChecks } from '@/scripts/driver/dock';
import { expect, test } from './inspected';

const marks = (page: Page) => page.locator('[data-gov-site-inspector="marks"]');

/** Searches for the link's host and clicks the finding. */
async function jump(dock: Frame, host: string): Promise<void> {
  await dock.getByRole('searchbox', { name: '搜索发现' }).fill(host);
  await dock
    .getByRole('group', { name: new RegExp(host) })
    .getByRole('button', { name: new RegExp(host) })
    .first()
    .click();
}

/** Whether the link lies in sight, through the scroll areas and frames around it. */
const inSight = (page: Page, host: string) =>
  Promise.all(
    page
      .frames()
      .filter((frame) => /\/places\//.test(frame.url()))
      .map((frame) =>
        frame.evaluate(
          (part) =>
            new Promise<boolean>((done) => {
              const all = (root: ParentNode): Element[] =>
                [...root.querySelectorAll('*')].flatMap((each) => [
                  each,
                  ...(each.shadowRoot ? all(each.shadowRoot) : []),
                ]);
              const link = all(document).find((each) => each.getAttribute('href')?.includes(part));
              if (!link) return done(false);
              new IntersectionObserver(([entry]) => done(entry?.isIntersecting ?? false)).observe(link);
            }),
          host,
        ),
      ),
  ).then((seen) => seen.includes(true));

test('a finding is brought into sight and marked wherever it lies, and told of where it is not shown', async ({
  stage,
}) => {
  const { page, dock } = await stage.begin('places/');
  await runChecks(dock);
  await dock.getByRole('tab', { name: /发现/ }).click();

  for (const host of ['in-scroll', 'in-frame', 'in-shadow', 'bottom', 'in-details']) {
    await test.step(host, async () => {
      expect(await inSight(page, `${host}.example.com`)).toBe(false || host === 'in-shadow');
      await jump(dock, `${host}.example.com`);
      await expect(marks(page)).toHaveCount(1);
      await expect.poll(() => inSight(page, `${host}.example.com`)).toBe(true);
    });
  }

  await test.step('in a tab panel that is not chosen', async () => {
    await jump(dock, 'in-tab.example.com');
    await expect(dock.getByText('该处现在没有显示')).toBeVisible();
    await expect(marks(page)).toHaveCount(0);
  });

  await test.step('gone', async () => {
    await page.evaluate(() => document.getElementById('vanishing')?.remove());
    await jump(dock, 'vanishing.example.com');
    await expect(dock.getByText('网页上已找不到该处')).toBeVisible();
    await expect(marks(page)).toHaveCount(0);
  });

  await test.step('all marks on and off', async () => {
    await dock.getByLabel('全部标记').click();
    await expect(marks(page)).toHaveCount(1);
    await dock.getByLabel('全部标记').click();
    await expect(marks(page)).toHaveCount(0);
  });
});

test('selectors in the JSON find their elements, and none of ours is among them', async ({ stage }) => {
  const { page, dock } = await stage.begin('places/');
  await runChecks(dock);
  await dock.getByRole('tab', { name: /发现/ }).click();
  await dock.getByLabel('全部标记').click();
  // A second run, over dock and marks.
  await runChecks(dock);
  const json = Inspection.parse(JSON.parse((await exportFile(page, dock, 'JSON')).toString('utf8')));
  expect(json.images.broken.map(({ src }) => src.split('/').pop())).toEqual([
    'gone-in-frame.png',
    'gone.png',
  ]);
  expect(json.externalLinks.unmarked.map(({ host }) => host)).toContain('in-shadow.example.com');
  const places = [
    ...json.identity,
    ...json.images.broken,
    ...json.externalLinks.unmarked,
    ...json.findings.map(({ locator }) => locator),
    ...[...json.accessibility.violations, ...json.accessibility.needsReview].flatMap(({ nodes }) => nodes),
  ].filter(({ selector }) => Boolean(selector));
  expect(places.length).toBeGreaterThan(20);
  for (const { selector = '', frame } of places) {
    const inside = frame ? page.frames().find((each) => each.url() === frame) : page.mainFrame();
    const found = await inside?.evaluate((path) => {
      let root: ParentNode = document;
      let element: Element | null = null;
      for (const step of path.split(' >>> ')) {
        element = root.querySelector(step);
        if (!element) return 'nothing';
        if (element.shadowRoot) root = element.shadowRoot;
      }
      return element?.hasAttribute('data-gov-site-inspector') ? 'ours' : 'theirs';
    }, selector);
    expect(found, `${selector} in ${frame ?? 'the page'}`).toBe('theirs');
  }
});
