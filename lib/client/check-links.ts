// The probe that asks servers: what the links of the page, or of all checked pages, lead to. Kept as it goes.

import { normalisePage } from '@/lib/checks/engine/finding-key';
import type { GatheredFrames, GatherOptions } from '@/lib/checks/engine/run-checks';
import type { SessionView } from '@/lib/desk/protocol';
import { answeringOrigins, classify } from '@/lib/link-status/classify';
import { askAll, POLITE } from '@/lib/link-status/schedule';
import { joinTargets, neverAsked, targetsOf } from '@/lib/link-status/targets';
import type { LinkStatus, LinkStatusFacts, LinkTarget } from '@/lib/model/facts/link-status';
import type { ProbeName } from '@/lib/model/page-facts';
import { asciiHost } from '@/lib/text/hosts';
import type { InspectionClient } from './client';

/** How a link check is started: also the links of pages checked before, or once more what was not fine. */
export type LinkVariant = 'visited' | 'recheck' | 'recheck-visited';

const READ_AT_ONCE = 2_000;
const WRITE_AT_ONCE = 500;
/** Notes more often than this cannot be read. */
const NOTE_EVERY_MS = 200;

/**
 * Facts of the link-status probe, at the top frame. Answers known in this inspection are not asked for again; new ones
 * are stored in portions as they come, so that nothing is lost when this ends early. `gather` gives the facts of the
 * page's own probes. Rejects like `gather`, and with DeskError when answers cannot be stored.
 */
export async function gatherLinkStatus(
  client: InspectionClient,
  view: Pick<SessionView, 'session' | 'subject'>,
  pageUrl: string,
  gather: (probe: ProbeName) => Promise<GatheredFrames>,
  variant: LinkVariant | undefined,
  options: GatherOptions,
): Promise<GatheredFrames> {
  const seen = await Promise.all([gather('links'), gather('images')]);
  const here = targetsOf({ url: pageUrl, frames: seen.flatMap(({ frames }) => frames) });
  const visited = variant === 'visited' || variant === 'recheck-visited';
  const others = visited ? await linksOfOtherPages(client, view, pageUrl, here) : undefined;
  const own = new Set([pageUrl, view.subject.host ?? '', ...view.subject.aliases].map(asciiHost));
  const targets = joinTargets([here, others?.targets ?? []]).filter((target) => !neverAsked(target, own));
  const allowed = await client.links.mayAsk([...new Set(targets.map(({ url }) => hostOf(url)))]);
  const open = targets.filter(({ url }) => allowed.has(hostOf(url)));
  const known = await knownAnswers(client, view.session.id, open);
  if (variant?.startsWith('recheck')) forgetDoubtful(known, open, own, options.governmentHosts);

  const notes = noteProgress(open.length, known.size, client.now, options.onNote);
  const store = createStore(client, view.session.id);
  const timeout = AbortSignal.timeout(options.timeoutMs);
  const end = await askAll(
    open.map(({ url }) => url).filter((url) => !known.has(url)),
    POLITE,
    {
      ask: (url, signal) => client.links.ask(url, signal),
      now: () => performance.now(),
      sleep: (ms) => client.links.pause(ms),
      onStatus(status) {
        known.set(status.url, status);
        store.add(status);
        notes.one();
      },
    },
    AbortSignal.any([options.signal, timeout, store.failed]),
  );
  await store.finish();

  const linkStatus: LinkStatusFacts = {
    scope: visited ? 'visited' : 'page',
    otherPages: others?.targets ?? [],
    otherPageCount: others?.pages ?? 0,
    statuses: [...known.values()].sort((a, b) => (a.url < b.url ? -1 : 1)),
    deniedHosts: [...new Set(targets.map(({ url }) => hostOf(url)))]
      .filter((host) => !allowed.has(host))
      .sort(),
    refusingHosts: end.refusingHosts,
    ...(end.ended === 'offline' && { stopped: 'offline' }),
    ...(end.ended === 'cancelled' && { stopped: options.signal.aborted ? 'cancelled' : 'timeout' }),
  };
  const skipped =
    (others?.left ?? 0) > 0
      ? [
          {
            what: `其他页面的 ${others?.left} 个链接`,
            why: '已查页面的链接过多，本次没有检查，请到这些页面分别检查',
          },
        ]
      : [];
  return { frames: [{ url: pageUrl, top: true, facts: { linkStatus } }], skipped };
}

async function linksOfOtherPages(
  client: InspectionClient,
  view: Pick<SessionView, 'session' | 'subject'>,
  pageUrl: string,
  here: readonly LinkTarget[],
): Promise<{ targets: LinkTarget[]; pages: number; left: number }> {
  const known = await client.desk.knownLinks({ sessionId: view.session.id });
  const page = normalisePage(pageUrl);
  const onThisPage = new Set(here.map(({ url }) => url));
  return {
    targets: known.targets.filter(
      (target) => !onThisPage.has(target.url) && normalisePage(target.page) !== page,
    ),
    pages: known.pages.filter((url) => normalisePage(url) !== page).length,
    left: known.left,
  };
}

async function knownAnswers(
  client: InspectionClient,
  sessionId: string,
  targets: readonly LinkTarget[],
): Promise<Map<string, LinkStatus>> {
  const known = new Map<string, LinkStatus>();
  for (let at = 0; at < targets.length; at += READ_AT_ONCE) {
    const urls = targets.slice(at, at + READ_AT_ONCE).map(({ url }) => url);
    for (const status of await client.desk.linkStatuses({ sessionId, urls })) known.set(status.url, status);
  }
  return known;
}

/** Takes out what was not fine, so that it is asked for once more. */
function forgetDoubtful(
  known: Map<string, LinkStatus>,
  targets: readonly LinkTarget[],
  own: ReadonlySet<string>,
  governmentHosts: readonly string[],
): void {
  const around = { own, governmentHosts, answering: answeringOrigins([...known.values()]) };
  for (const target of targets) {
    const status = known.get(target.url);
    if (status && classify(target, status, around).class !== 'ok') known.delete(target.url);
  }
}

function noteProgress(total: number, before: number, now: () => Date, onNote: (note: string) => void) {
  let done = before;
  let last = 0;
  const tell = () => onNote(`已查 ${done} / ${total} 个链接`);
  tell();
  return {
    one() {
      done += 1;
      const time = now().getTime();
      if (done < total && time - last < NOTE_EVERY_MS) return;
      last = time;
      tell();
    },
  };
}

/** Writes answers in portions: one at a time, each with all that came during the one before. */
function createStore(client: InspectionClient, sessionId: string) {
  const control = new AbortController();
  let waiting: LinkStatus[] = [];
  let writing: Promise<void> = Promise.resolve();
  let busy = false;
  let error: unknown;
  const write = async () => {
    busy = true;
    try {
      while (waiting.length > 0 && error === undefined) {
        const statuses = waiting.splice(0, WRITE_AT_ONCE);
        await client.desk.recordLinkStatuses({ sessionId, statuses });
      }
    } catch (reason) {
      error = reason;
      waiting = [];
      control.abort();
    } finally {
      busy = false;
    }
  };
  return {
    /** Fires when answers cannot be stored: then asking for more is of no use. */
    failed: control.signal,
    add(status: LinkStatus) {
      waiting.push(status);
      if (!busy) writing = write();
    },
    /** Resolves when everything is durable; rejects with what went wrong. */
    async finish() {
      await writing;
      if (error !== undefined) throw error;
    },
  };
}

function hostOf(url: string): string {
  return new URL(url).hostname;
}
