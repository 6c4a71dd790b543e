// What the browser says when it does not let us into a page, in the inspector's words.
import { PageError } from '@/lib/client/client';

/** An error of the browser as a PageError; a PageError stays what it is. */
export function toPageError(error: unknown): PageError {
  if (error instanceof PageError) return error;
  const text = error instanceof Error ? error.message : String(error);
  if (/frame was removed|No tab with id|tab was closed|document was/i.test(text))
    return new PageError('gone', '页面在检查途中离开了，请等新页面打开后重新检查');
  if (/Cannot access|must request permission|cannot be scripted|showing error page/i.test(text))
    return new PageError('blocked', '浏览器不允许读取这个页面，请点一次工具栏上的检查台图标后重试');
  return new PageError('failed', `浏览器没有完成这一步（${text}），请重试`);
}
