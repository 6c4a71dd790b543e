// Opens an address for `npm run inspect`, or says in one Chinese sentence why it cannot be inspected.
import type { Page } from '@playwright/test';

const OPEN_TIMEOUT_MS = 60_000;
/** A page that never ends, or whose last picture never comes, is checked with what is there. */
const MARKUP_PATIENCE_MS = 45_000;
const LOAD_PATIENCE_MS = 15_000;

const REASONS: readonly [pattern: RegExp, reason: string][] = [
  [/Download is starting/, '这个地址是下载文件，不是网页'],
  [/ERR_NAME_NOT_RESOLVED/, '域名解析不到'],
  [/ERR_CERT_|ERR_SSL_|ERR_BAD_SSL/, '网站的安全证书或加密连接有问题'],
  [/ERR_CONNECTION_REFUSED/, '服务器拒绝连接'],
  [/ERR_(CONNECTION_(RESET|CLOSED|ABORTED)|EMPTY_RESPONSE|SOCKET_NOT_CONNECTED)/, '服务器中断了连接'],
  [/ERR_(TIMED_OUT|CONNECTION_TIMED_OUT)|Timeout \d+ms exceeded/, '等待太久没有回答'],
  [/ERR_INVALID_AUTH_CREDENTIALS/, '需要登录'],
  [/ERR_TOO_MANY_REDIRECTS/, '来回跳转，打不开'],
  [/ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED|ERR_PROXY|ERR_TUNNEL/, '网络或代理不通'],
  [/ERR_ABORTED/, '没有网页内容'],
];

/** Rejects with the reason. A page that has begun to come is taken as it is when its end does not come. */
export async function openPage(page: Page, url: string): Promise<void> {
  const response = await page
    .goto(url, { waitUntil: 'commit', timeout: OPEN_TIMEOUT_MS })
    .catch((error: Error) => {
      throw new Error(`打不开：${reasonOf(error.message)}`);
    });
  if (response && response.status() >= 400) throw new Error(`打不开：服务器回答 ${response.status()}`);
  await page.waitForLoadState('domcontentloaded', { timeout: MARKUP_PATIENCE_MS }).catch(() => undefined);
  await page.waitForLoadState('load', { timeout: LOAD_PATIENCE_MS }).catch(() => undefined);
}

/** The browser's message in an office's words, its own code in brackets. */
export function reasonOf(message: string): string {
  const [line = ''] = message.split('\n');
  const code = /net::(ERR_\w+)/.exec(line)?.[1];
  const reason = REASONS.find(([pattern]) => pattern.test(line))?.[1];
  if (!reason) return code ?? line;
  return code ? `${reason}（${code}）` : reason;
}
