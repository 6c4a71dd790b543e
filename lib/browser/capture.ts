// Takes pictures of the inspected tab: the visible area, or one element with a margin; never with the dock in it.
import { browser } from 'wxt/browser';
import { type Capture, PageError } from '@/lib/client/client';
import type { Rect, Viewport } from '@/lib/model/primitives';
import { order } from './dock-control';
import { toPageError } from './page-error';

const JPEG_QUALITY = 90;
/** Chromium allows two captures a second. */
const RETRY_AFTER_MS = 600;
const MAX_TRIES = 4;

/** `box` (CSS pixels in the viewport) cuts the picture out. Rejects with PageError. */
export async function captureTab(
  tab: { id: number; windowId: number },
  cut: { box: Rect; margin: number } | null,
): Promise<Capture> {
  await order(tab.id, { to: 'dock', type: 'hide' });
  try {
    const page = await describeViewport(tab.id);
    const image = await captureWithPatience(tab);
    const whole = await createImageBitmap(await (await fetch(image)).blob());
    const ratio = whole.width / page.viewport.width;
    if (!cut) return { ...page, image, width: whole.width, height: whole.height };
    return { ...page, ...(await cutOut(whole, cut.box, cut.margin, ratio)) };
  } catch (error) {
    throw toPageError(error);
  } finally {
    await order(tab.id, { to: 'dock', type: 'show' });
  }
}

async function describeViewport(tabId: number): Promise<{ viewport: Viewport; url: string; title: string }> {
  const [answer] = await browser.scripting.executeScript({
    target: { tabId },
    func: () => ({
      viewport: { width: innerWidth, height: innerHeight, ratio: devicePixelRatio },
      url: location.href,
      title: document.title,
    }),
  });
  if (!answer?.result) throw new PageError('gone', '页面已离开，没有截到图，请重新取证');
  return answer.result;
}

async function captureWithPatience(tab: { id: number; windowId: number }): Promise<string> {
  for (let tries = 1; ; tries++) {
    const { active } = await browser.tabs.get(tab.id);
    if (!active) throw new PageError('busy', '被检查的标签页不在前台，请切回该页面后重新取证');
    try {
      return await browser.tabs.captureVisibleTab(tab.windowId, { format: 'jpeg', quality: JPEG_QUALITY });
    } catch (error) {
      const rationed = error instanceof Error && /MAX_CAPTURE_VISIBLE_TAB_CALLS/.test(error.message);
      if (!rationed || tries >= MAX_TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, RETRY_AFTER_MS));
    }
  }
}

async function cutOut(whole: ImageBitmap, box: Rect, margin: number, ratio: number) {
  const left = Math.max(0, Math.floor((box.x - margin) * ratio));
  const top = Math.max(0, Math.floor((box.y - margin) * ratio));
  const right = Math.min(whole.width, Math.ceil((box.x + box.width + margin) * ratio));
  const bottom = Math.min(whole.height, Math.ceil((box.y + box.height + margin) * ratio));
  const width = right - left;
  const height = bottom - top;
  if (width <= 0 || height <= 0)
    throw new PageError('gone', '问题位置不在可见区域内，没有截到图，请改用“截取可见区域”');
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')?.drawImage(whole, left, top, width, height, 0, 0, width, height);
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: JPEG_QUALITY / 100 });
  return { image: await toDataUrl(blob), width, height };
}

function toDataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}
