// The page's head in short: what a new subject is made from, and what a run is dated with.
import { browser } from 'wxt/browser';
import { z } from 'zod';
import { type PageDescription, PageError } from '@/lib/client/client';
import { Viewport } from '@/lib/model/primitives';
import { toPageError } from './page-error';

const Reply = z.object({
  url: z.string(),
  title: z.string(),
  viewport: Viewport,
  browser: z.string().max(500),
  contentWidth: z.number(),
  siteName: z.string().optional(),
  siteIdCode: z.string().optional(),
});

/** Rejects with PageError where no script may run. */
export async function describePage(tabId: number): Promise<PageDescription> {
  const [answer] = await browser.scripting
    .executeScript({ target: { tabId }, func: describeInPage, injectImmediately: true })
    .catch((error: unknown) => {
      throw toPageError(error);
    });
  const parsed = Reply.safeParse(answer?.result);
  if (!parsed.success) throw new PageError('gone', '页面已离开，请等新页面打开后重试');
  return parsed.data;
}

/** Runs in the page (isolated world): must be self-contained. */
function describeInPage() {
  const metaContent = (name: string) => {
    for (const meta of document.getElementsByTagName('meta')) {
      if (meta.getAttribute('name')?.trim().toLowerCase() !== name) continue;
      const content = meta.getAttribute('content')?.trim();
      if (content) return content.slice(0, 100);
    }
    return undefined;
  };
  return {
    url: location.href,
    title: document.title.trim().slice(0, 200),
    viewport: { width: innerWidth, height: innerHeight, ratio: devicePixelRatio },
    browser: navigator.userAgent.slice(0, 500),
    contentWidth: document.documentElement.scrollWidth,
    siteName: metaContent('sitename'),
    siteIdCode: metaContent('siteidcode'),
  };
}
