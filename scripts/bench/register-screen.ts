// How the register of 2,000 rows feels in the built extension: from a key in the search to the rows, and from 保存 to durable.
import type { Page } from '@playwright/test';
import { registerXlsx } from '@/lib/export/register-file';
import type { InspectedBrowser } from '../driver/browser';
import { summary } from './figures';
import { registerSubjects } from './register-subjects';
import { watchPage } from './watch-page';

const ROWS = 2_000;
/** Every key changes how many rows are listed. */
const KEYS = ['1', '9', '2', 'Backspace', 'Backspace', 'Backspace'];
const ROUNDS = 5;
const EDITS = 10;

/** Imports the register through its own dialog, then types, scrolls to nothing, and edits like a person. */
export async function benchRegisterScreen(browser: InspectedBrowser) {
  const page = await browser.context.newPage();
  await page.goto(`chrome-extension://${browser.extensionId}/workbench.html#/register`);
  await importRegister(page);
  // The TypeScript loader names inner functions through a helper that the page does not have.
  await page.evaluate('globalThis.__name = (named) => named');
  await measureKeys(page);
  const search = page.getByRole('searchbox', { name: '搜索' });
  await search.focus();
  const typing = await watchPage(page, async () => {
    for (let round = 0; round < ROUNDS; round++) for (const key of KEYS) await pressAndWait(page, key);
  });
  const keyToRows = await page.evaluate(() => (globalThis as unknown as { __keyTimes: number[] }).__keyTimes);
  const edits: number[] = [];
  const editing = await watchPage(page, async () => {
    for (let edit = 0; edit < EDITS; edit++) edits.push(await editRow(page, edit));
  });
  const typingTaskMs = await longestTask(browser, page, async () => {
    await search.focus();
    for (const key of KEYS) await pressAndWait(page, key);
  });
  const editingTaskMs = await longestTask(browser, page, async () => {
    await editRow(page, EDITS);
  });
  await page.close();
  return {
    rows: ROWS,
    keyToRows: summary(keyToRows),
    typingLongestTaskMs: typing.longestTaskMs,
    typingLongestTaskCpuMs: typingTaskMs,
    typingCpuMsPerKey: Math.round(typing.cpuMs / (KEYS.length * ROUNDS)),
    editToDurable: summary(edits),
    editingLongestTaskMs: editing.longestTaskMs,
    editingLongestTaskCpuMs: editingTaskMs,
  };
}

/**
 * The longest task of the page's main thread during `work`, by the thread's own clock: unlike a block on the wall clock
 * it does not grow when other programs have the cores.
 */
async function longestTask(
  browser: InspectedBrowser,
  page: Page,
  work: () => Promise<void>,
): Promise<number> {
  const tracer = browser.context.browser();
  if (!tracer) throw new Error('浏览器没有启动');
  await tracer.startTracing(page, { categories: ['toplevel', 'devtools.timeline', '__metadata'] });
  await work();
  const { traceEvents } = JSON.parse((await tracer.stopTracing()).toString()) as {
    traceEvents: { name: string; pid: number; tid: number; tdur?: number; args?: { name?: string } }[];
  };
  const main = new Set(
    traceEvents.flatMap(({ name, pid, tid, args }) =>
      name === 'thread_name' && args?.name === 'CrRendererMain' ? [`${pid} ${tid}`] : [],
    ),
  );
  const tasks = traceEvents.filter(
    ({ name, pid, tid }) => /RunTask$/.test(name) && main.has(`${pid} ${tid}`),
  );
  return Math.round(tasks.reduce((most, { tdur }) => Math.max(most, tdur ?? 0), 0) / 1_000);
}

async function importRegister(page: Page): Promise<void> {
  const bytes = await registerXlsx(registerSubjects(ROWS), new Date('2026-11-20T00:00:00Z'));
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: '导入台账' }).click(),
  ]);
  await chooser.setFiles({ name: '台账.xlsx', mimeType: '', buffer: Buffer.from(bytes) });
  const dialog = page.getByRole('dialog');
  await dialog.getByText(`可以导入 ${ROWS} 行`).waitFor({ timeout: 120_000 });
  await dialog.getByRole('button', { name: '导入', exact: true }).click();
  await dialog.waitFor({ state: 'hidden', timeout: 120_000 });
  await page.getByText(`共 ${ROWS} 个检查对象`).waitFor();
}

/** Notes for each key how long it takes until the list shows its rows, painted. */
async function measureKeys(page: Page): Promise<void> {
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(globalThis, { __keyTimes: times });
    let pressed: number | undefined;
    addEventListener('keydown', ({ timeStamp }) => (pressed = timeStamp), true);
    new MutationObserver(() => {
      if (pressed === undefined) return;
      const from = pressed;
      pressed = undefined;
      requestAnimationFrame(() => setTimeout(() => times.push(performance.now() - from)));
    }).observe(document.body, { subtree: true, attributes: true, attributeFilter: ['aria-rowcount'] });
  });
}

/** People do not type faster than the list answers, nor slower than ten keys a second. */
async function pressAndWait(page: Page, key: string): Promise<void> {
  const before = await page.evaluate(
    () => (globalThis as unknown as { __keyTimes: number[] }).__keyTimes.length,
  );
  await page.keyboard.press(key);
  await page.waitForFunction(
    (known) => (globalThis as unknown as { __keyTimes: number[] }).__keyTimes.length > known,
    before,
  );
  await page.waitForTimeout(100);
}

/** From the click on 保存 to the word that it is saved, which comes after the write is durable. */
async function editRow(page: Page, edit: number): Promise<number> {
  const row = page.getByRole('rowheader').nth(edit).getByRole('button');
  const name = await row.textContent();
  await row.click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('备注').fill(`第 ${edit + 1} 次修改`);
  await page.evaluate(() => {
    const noted = { from: 0, to: 0 };
    Object.assign(globalThis, { __edit: noted });
    addEventListener('click', ({ timeStamp }) => (noted.from = timeStamp), { capture: true, once: true });
    const observer = new MutationObserver(() => {
      if (noted.from === 0 || !document.body.textContent?.includes('已保存“')) return;
      noted.to = performance.now();
      observer.disconnect();
    });
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  await dialog.getByRole('button', { name: '保存' }).click();
  await page.getByText(`已保存“${name}”`).first().waitFor();
  const ms = await page.evaluate(() => {
    const { from, to } = (globalThis as unknown as { __edit: { from: number; to: number } }).__edit;
    return to - from;
  });
  // The word goes by itself; two of them at once would hide when the second came.
  await page.getByText('已保存“').first().waitFor({ state: 'hidden', timeout: 30_000 });
  return ms;
}
