// What the preview page is to show, left for it by the panel and taken once: nobody else can make it show anything.
import { browser } from 'wxt/browser';
import { z } from 'zod';

const PhoneRequest = z.object({
  url: z.string(),
  /** Registrable domain (or host) of the inspected page. */
  site: z.string(),
  /** Name of the frame, by which it is found among the tab's frames. */
  name: z.string(),
});
export type PhoneRequest = z.infer<typeof PhoneRequest>;

const key = (tabId: number) => `phone:${tabId}`;

export async function leaveRequest(tabId: number, request: PhoneRequest): Promise<void> {
  await browser.storage.session.set({ [key(tabId)]: request });
}

export async function takeRequest(tabId: number): Promise<PhoneRequest | null> {
  const stored = await browser.storage.session.get(key(tabId));
  await browser.storage.session.remove(key(tabId));
  const parsed = PhoneRequest.safeParse(stored[key(tabId)]);
  return parsed.success ? parsed.data : null;
}
