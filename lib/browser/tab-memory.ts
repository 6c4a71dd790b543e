// What must survive navigation and the service worker's death, kept by the browser until it closes (storage.session).
import { browser } from 'wxt/browser';
import { z } from 'zod';

const TabMemory = z.object({
  /** Registrable domain (or host) that is inspected in this tab. */
  site: z.string(),
  /** One-time token that the panel's frame must show, so that a page cannot frame the panel itself. */
  token: z.string().optional(),
  /** Order given before the panel was there. */
  pendingCommand: z.literal('run-checks').optional(),
});
export type TabMemory = z.infer<typeof TabMemory>;

const tabKey = (tabId: number) => `tab:${tabId}`;
const uiKey = (tabId: number) => `ui:${tabId}`;

export async function readTab(tabId: number): Promise<TabMemory | null> {
  const stored = await browser.storage.session.get(tabKey(tabId));
  const parsed = TabMemory.safeParse(stored[tabKey(tabId)]);
  return parsed.success ? parsed.data : null;
}

/** The site that is inspected in this tab, among what `readAll` gave. */
export function siteIn(stored: Record<string, unknown>, tabId: number): string | undefined {
  return TabMemory.safeParse(stored[tabKey(tabId)]).data?.site;
}

export async function writeTab(tabId: number, memory: TabMemory): Promise<void> {
  await browser.storage.session.set({ [tabKey(tabId)]: memory });
}

export async function forgetTab(tabId: number): Promise<void> {
  await browser.storage.session.remove([tabKey(tabId), uiKey(tabId)]);
}

/** Sites that are under inspection in any tab now. */
export async function inspectedSites(): Promise<Set<string>> {
  const stored = await readAll();
  const sites = new Set<string>();
  for (const [key, value] of Object.entries(stored)) {
    const parsed = key.startsWith('tab:') ? TabMemory.safeParse(value) : null;
    if (parsed?.success) sites.add(parsed.data.site);
  }
  return sites;
}

/** Takes the token: true once for the right one. */
export async function takeToken(tabId: number, token: string): Promise<boolean> {
  const memory = await readTab(tabId);
  if (!memory?.token || memory.token !== token) return false;
  const { token: _taken, ...rest } = memory;
  await writeTab(tabId, rest);
  return true;
}

/** Takes the order that was given before the panel was there. */
export async function takePendingCommand(tabId: number): Promise<TabMemory['pendingCommand']> {
  const memory = await readTab(tabId);
  if (!memory?.pendingCommand) return undefined;
  const { pendingCommand, ...rest } = memory;
  await writeTab(tabId, rest);
  return pendingCommand;
}

/** All that is kept until the browser closes, of all tabs: for who does not know yet which tab he is in. */
export function readAll(): Promise<Record<string, unknown>> {
  return browser.storage.session.get(null);
}

export async function readUi(tabId: number): Promise<unknown> {
  return uiIn(await browser.storage.session.get(uiKey(tabId)), tabId);
}

export function uiIn(stored: Record<string, unknown>, tabId: number): unknown {
  return stored[uiKey(tabId)];
}

export async function writeUi(tabId: number, state: unknown): Promise<void> {
  await browser.storage.session.set({ [uiKey(tabId)]: state });
}
