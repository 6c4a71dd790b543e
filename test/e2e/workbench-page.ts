// Drives the workbench by what a person sees; files go in through the browser's own file dialog.
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { DeskInput, DeskMethod, DeskOutput } from '@/lib/desk/protocol';
import type { InspectedBrowser } from '@/scripts/driver/browser';

/** A file as the file dialog would hand it over. */
export interface ChosenFile {
  name: string;
  bytes: Uint8Array;
}

/** The workbench in a tab of its own, at a route such as `#/sets`. */
export async function openWorkbench(browser: InspectedBrowser, route = '#/sessions'): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(`chrome-extension://${browser.extensionId}/workbench.html${route}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

/** Presses the button and gives its file dialog the file. */
export async function chooseFile(page: Page, button: string, { name, bytes }: ChosenFile): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: button }).click(),
  ]);
  await chooser.setFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
}

/** What the act downloads. */
export async function downloadOf(page: Page, act: () => Promise<void>): Promise<ChosenFile> {
  const [download] = await Promise.all([page.waitForEvent('download', { timeout: 60_000 }), act()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** One entry of a menu that a button opens. */
export async function chooseFromMenu(
  page: Page,
  button: string | RegExp,
  item: string | RegExp,
): Promise<void> {
  await page.getByRole('button', { name: button }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

/** Asks the desk over the same messages as the dock; a refusal comes as an error with its sentence. */
export async function askDesk<M extends DeskMethod>(
  page: Page,
  method: M,
  input: DeskInput<M>,
): Promise<DeskOutput<M>> {
  const [value] = await askDeskInTurn(page, [{ method, input }]);
  return value as DeskOutput<M>;
}

/** Several calls, one after the other. */
export async function askDeskInTurn<M extends DeskMethod>(
  page: Page,
  calls: readonly { method: M; input: DeskInput<M> }[],
): Promise<DeskOutput<M>[]> {
  const text = JSON.stringify(
    calls.map(({ method, input }) => ({ desk: method, input, callId: crypto.randomUUID() })),
  );
  type Reply<T> = { ok: true; value: T } | { ok: false; error: { message: string } };
  const replies: unknown[] = await page.evaluate(async (json) => {
    type Extension = { runtime: { sendMessage(message: unknown): Promise<unknown> } };
    const { chrome } = globalThis as unknown as { chrome: Extension };
    const answers: unknown[] = [];
    for (const call of JSON.parse(json)) answers.push(await chrome.runtime.sendMessage({ to: 'desk', call }));
    return answers;
  }, text);
  return (replies as Reply<DeskOutput<M>>[]).map((reply, at) => {
    if (!reply.ok) throw new Error(`${calls[at]?.method}: ${reply.error.message}`);
    return reply.value;
  });
}
