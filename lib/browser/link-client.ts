// The panel's end of link requests: access to hosts, the request itself through the worker, and why it failed.
import { browser } from 'wxt/browser';
import { z } from 'zod';
import type { LinkRequests } from '@/lib/client/client';
import { type LinkError, LinkStatus } from '@/lib/model/facts/link-status';
import type { WorkerCall } from './own-messages';
import { type Asked, askerOf } from './request-asker';

/** The limit of the national indicators: an address that answers within it is available. */
const TIME_LIMIT_MS = 15_000;
/** A worker that was stopped gives no answer: then the panel gives up by itself. */
const WORKER_SILENT_MS = TIME_LIMIT_MS + 10_000;
/** The browser's reports of a request may come a little after the answer itself. */
const REPORT_MS = 500;
const MOST_REDIRECTS = 10;
const EVERY_HOST = ['http://*/*', 'https://*/*'];
const FILTER = { urls: EVERY_HOST };

const Answer = LinkStatus.omit({ url: true, at: true, tries: true, error: true }).extend({
  failed: z.enum(['timeout', 'network']).optional(),
});

/** What the browser reports of one request under way. */
interface Report {
  redirects: { url: string; status: number }[];
  error?: string;
  told?: () => void;
}

export function createLinkRequests(): LinkRequests {
  const reports = new Map<string, Report>();
  const byRequest = new Map<string, Report>();
  const watch = createWatch(reports, byRequest);
  return {
    async mayAsk(hosts) {
      const granted = await Promise.all(hosts.map((host) => isGranted(host)));
      return new Set(hosts.filter((_, index) => granted[index]));
    },
    mayAskAll: () => browser.permissions.contains({ origins: EVERY_HOST }),
    requestAll: () => browser.permissions.request({ origins: EVERY_HOST }),
    async pause(ms) {
      const call: WorkerCall = { to: 'worker', type: 'pause', ms };
      await browser.runtime.sendMessage(call).catch(() => undefined);
    },
    async ask(url) {
      const report: Report = { redirects: [] };
      reports.set(url, report);
      const leave = await watch.enter();
      const at = new Date().toISOString();
      try {
        const answer = await fromWorker({ to: 'worker', type: 'ask-link', url, timeoutMs: TIME_LIMIT_MS });
        const { failed, ...seen } = answer;
        const redirects = report.redirects.slice(0, MOST_REDIRECTS);
        const status = { url, at, ...seen, ...(redirects.length > 0 && { redirects }) };
        if (!failed) return status;
        const cause = failed === 'timeout' ? undefined : await causeOf(report);
        return { ...status, error: errorOf(failed, cause), ...(cause && { cause }) };
      } finally {
        reports.delete(url);
        leave();
      }
    },
  };
}

async function fromWorker(call: WorkerCall): Promise<z.infer<typeof Answer>> {
  const silent = new Promise<undefined>((resolve) => setTimeout(resolve, WORKER_SILENT_MS));
  const reply = await Promise.race([browser.runtime.sendMessage(call).catch(() => undefined), silent]);
  const parsed = Answer.safeParse(reply);
  return parsed.success ? parsed.data : { ms: 0, failed: 'network' };
}

async function isGranted(host: string): Promise<boolean> {
  try {
    return await browser.permissions.contains({ origins: [`http://${host}/*`, `https://${host}/*`] });
  } catch {
    // A host that is no pattern (an underscore, a stray sign) cannot be granted.
    return false;
  }
}

/** Listens only while requests are under way: otherwise every request of a granted site would wake the panel. */
function createWatch(reports: Map<string, Report>, byRequest: Map<string, Report>) {
  let inside = 0;
  let ready: Promise<void> | undefined;
  const own = (details: Asked) => [undefined, location.origin].includes(askerOf(details));
  const onBefore = (details: Asked & { requestId: string; url: string }) => {
    const report = own(details) ? reports.get(details.url) : undefined;
    if (report && !byRequest.has(details.requestId)) byRequest.set(details.requestId, report);
    return undefined;
  };
  const onRedirect = (details: { requestId: string; url: string; statusCode: number }) => {
    byRequest
      .get(details.requestId)
      ?.redirects.push({ url: details.url.slice(0, 2_000), status: details.statusCode });
  };
  const onError = (details: { requestId: string; error: string }) => {
    const report = byRequest.get(details.requestId);
    byRequest.delete(details.requestId);
    if (!report) return;
    report.error = details.error;
    report.told?.();
  };
  const onDone = (details: { requestId: string }) => byRequest.delete(details.requestId);
  const { webRequest } = browser;
  return {
    async enter(): Promise<() => void> {
      inside += 1;
      if (inside === 1 && webRequest) {
        webRequest.onBeforeRequest.addListener(onBefore, FILTER);
        webRequest.onBeforeRedirect.addListener(onRedirect, FILTER);
        webRequest.onErrorOccurred.addListener(onError, FILTER);
        webRequest.onCompleted.addListener(onDone, FILTER);
        // The browser takes a moment to hear of new listeners.
        ready = new Promise((resolve) => setTimeout(resolve, 100));
      }
      await ready;
      return () => {
        inside -= 1;
        if (inside > 0 || !webRequest) return;
        webRequest.onBeforeRequest.removeListener(onBefore);
        webRequest.onBeforeRedirect.removeListener(onRedirect);
        webRequest.onErrorOccurred.removeListener(onError);
        webRequest.onCompleted.removeListener(onDone);
        byRequest.clear();
      };
    },
  };
}

function causeOf(report: Report): Promise<string | undefined> {
  if (report.error) return Promise.resolve(report.error);
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(undefined), REPORT_MS);
    report.told = () => {
      clearTimeout(timer);
      resolve(report.error);
    };
  });
}

const CAUSES: readonly (readonly [RegExp, LinkError])[] = [
  [/NAME_NOT_RESOLVED|UNKNOWN_HOST/, 'dns'],
  [/CONNECTION_REFUSED/, 'refused'],
  [
    /CERT_(DATE_INVALID|COMMON_NAME_INVALID|REVOKED)|EXPIRED_CERTIFICATE|BAD_CERT_DOMAIN|REVOKED_CERT/,
    'certificate',
  ],
  [/CERT_|_CERT/, 'untrusted'],
  [/INTERNET_DISCONNECTED|PROXY_CONNECTION_FAILED|NS_ERROR_OFFLINE/, 'offline'],
  [/TIMED_OUT|NET_TIMEOUT/, 'timeout'],
  [/TOO_MANY_REDIRECTS|REDIRECT_LOOP/, 'redirect-loop'],
  [/BLOCKED_BY/, 'blocked'],
  [/CONNECTION_(RESET|CLOSED|ABORTED)|EMPTY_RESPONSE|NET_RESET/, 'reset'],
];

/** The browser's name of an error in our words. */
export function errorOf(failed: 'timeout' | 'network', cause: string | undefined): LinkError {
  if (failed === 'timeout') return 'timeout';
  return CAUSES.find(([name]) => name.test(cause ?? ''))?.[1] ?? 'network';
}
