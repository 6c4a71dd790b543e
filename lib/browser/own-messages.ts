// Messages between the extension's own pages and its service worker: one table, parsed with zod, refused from web pages.
import { browser } from 'wxt/browser';
import { z } from 'zod';
import { DeskChange } from '@/lib/desk/desk-change';

/** Told to every open screen; nobody answers. */
export const Announcement = z.discriminatedUnion('about', [
  z.object({ to: z.literal('screens'), about: z.literal('desk-change'), change: DeskChange }),
  z.object({
    to: z.literal('screens'),
    about: z.literal('command'),
    tabId: z.int(),
    command: z.literal('run-checks'),
  }),
  /** The user clicked the icon: the tab may be read now. */
  z.object({ to: z.literal('screens'), about: z.literal('access'), tabId: z.int() }),
]);
export type Announcement = z.infer<typeof Announcement>;

/** A desk call from the dock's frame; its content is parsed by `serveDesk`. */
export const DeskCall = z.object({ to: z.literal('desk'), call: z.unknown() });

/** Calls of the script on an inspected page (`PageCall`), about its own tab only. */
export const CallFromPage = z.object({
  to: z.literal('worker'),
  type: z.enum(['new-token', 'dock-resisted', 'dock-inert']),
});

/** What the extension's own pages ask of the service worker. */
export const WorkerCall = z.discriminatedUnion('type', [
  /** To hold the dock in a tab (after a move back from the side panel). */
  z.object({ to: z.literal('worker'), type: z.literal('open-dock'), tabId: z.int() }),
  /** To ask for one linked address (see link-requests). */
  z.object({
    to: z.literal('worker'),
    type: z.literal('ask-link'),
    url: z.url({ protocol: /^https?$/ }),
    timeoutMs: z.number().positive().max(20_000),
  }),
  /** To fetch one page as text (see fetch-page). */
  z.object({
    to: z.literal('worker'),
    type: z.literal('fetch-page'),
    url: z.url({ protocol: /^https?$/ }),
    timeoutMs: z.number().positive().max(20_000),
  }),
  /** To answer after a while: timers of a panel out of sight are slow. */
  z.object({ to: z.literal('worker'), type: z.literal('pause'), ms: z.number().min(0).max(20_000) }),
]);
export type WorkerCall = z.infer<typeof WorkerCall>;

/** Worked out at the first message. */
let ownOrigin: string | undefined;

/**
 * true when the sender is a page of this extension. Content scripts carry the extension's id too, but the
 * web page's origin; web pages carry neither.
 */
export function isOwnPage(sender: { id?: string; origin?: string; url?: string }): boolean {
  ownOrigin ??= new URL(browser.runtime.getURL('/')).origin;
  return (
    sender.id === browser.runtime.id &&
    (sender.origin ?? (sender.url && new URL(sender.url).origin)) === ownOrigin
  );
}

/** Tells all other screens. That none is open is not an error. */
export async function announce(announcement: Announcement): Promise<void> {
  await browser.runtime.sendMessage(announcement).catch(() => undefined);
}

/** Listens to announcements from the extension's own pages and worker. Returns the unsubscriber. */
export function onAnnouncement(listener: (announcement: Announcement) => void): () => void {
  const listen = (message: unknown, sender: { id?: string; origin?: string; url?: string }) => {
    const parsed = Announcement.safeParse(message);
    if (parsed.success && isOwnPage(sender)) listener(parsed.data);
  };
  browser.runtime.onMessage.addListener(listen);
  return () => browser.runtime.onMessage.removeListener(listen);
}
