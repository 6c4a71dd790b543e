// Asks for many addresses politely: few at a time, slowly per host, no more from a host that starts refusing.
import type { LinkStatus } from '@/lib/model/facts/link-status';

/** Times in milliseconds. */
export interface Limits {
  /** Requests under way at once, all hosts together. */
  total: number;
  /** … and to one host. */
  perHost: number;
  /** Least time between the starts of two requests to one host. */
  hostGapMs: number;
  /** Least time before an address is asked for again. */
  retryAfterMs: number;
  /** So many refusals in a row end the asking of that host. */
  refusals: number;
}

/** Gentle enough for a small county's server: at most four requests a second and two at a time. */
export const POLITE: Limits = { total: 8, perHost: 2, hostGapMs: 250, retryAfterMs: 3_000, refusals: 3 };

export interface SchedulePorts {
  /**
   * Asks once and never rejects; gives up by itself at the time limit. `tries` of the answer is filled in here.
   * After the signal the answer is not waited for.
   */
  ask(url: string, signal: AbortSignal): Promise<Omit<LinkStatus, 'tries'>>;
  /** Milliseconds, monotonic. */
  now(): number;
  sleep(ms: number): Promise<void>;
  /** Told once for each address, when its answer is final. */
  onStatus(status: LinkStatus): void;
}

export interface ScheduleEnd {
  /** 'done' also when hosts refused. */
  ended: 'done' | 'cancelled' | 'offline';
  /** Hosts that refused before all of their addresses were asked for, sorted. */
  refusingHosts: string[];
}

interface Job {
  url: string;
  /** Answer of the first try, when this is the second. */
  first?: Omit<LinkStatus, 'tries'>;
  notBefore: number;
}

interface HostQueue {
  name: string;
  fresh: Job[];
  again: Job[];
  active: number;
  /** No start before this time. */
  next: number;
  refusalsInRow: number;
  refusing: boolean;
}

/**
 * Asks for every address once, a second time when the answer looks like a passing trouble. Never more than the limits
 * allow. A host without an address in the name system is asked for once more, then all its addresses share that answer.
 */
export async function askAll(
  urls: readonly string[],
  limits: Limits,
  ports: SchedulePorts,
  signal: AbortSignal,
): Promise<ScheduleEnd> {
  const hosts = queuesOf(urls);
  const alarm = createAlarm(ports);
  let active = 0;
  let offline = false;

  const start = (host: HostQueue, job: Job) => {
    active += 1;
    host.active += 1;
    host.next = ports.now() + limits.hostGapMs;
    void ports.ask(job.url, signal).then((answer) => {
      active -= 1;
      host.active -= 1;
      if (!signal.aborted && !offline) settle(host, job, answer);
      alarm.ring();
    });
  };
  const settle = (host: HostQueue, job: Job, answer: Omit<LinkStatus, 'tries'>) => {
    if (answer.error === 'offline') {
      offline = true;
      return;
    }
    host.refusalsInRow = isRefusal(answer) ? host.refusalsInRow + 1 : 0;
    if (host.refusalsInRow >= limits.refusals) host.refusing = true;
    if (!job.first && mayPass(answer) && !host.refusing) {
      const notBefore = ports.now() + limits.retryAfterMs;
      host.again.push({ url: job.url, first: answer, notBefore });
      // The name is what failed: asking for further addresses of the host tells nothing new.
      if (answer.error === 'dns') host.next = notBefore;
      return;
    }
    ports.onStatus({ ...answer, tries: job.first ? 2 : 1 });
    if (host.refusing) {
      // Those that waited for a second try keep what the first one said.
      for (const { first } of host.again.splice(0)) if (first) ports.onStatus({ ...first, tries: 1 });
    } else if (answer.error === 'dns') {
      const rest = [...host.again.splice(0), ...host.fresh.splice(0)];
      for (const { url, first } of rest) ports.onStatus({ ...answer, url, tries: first ? 1 : 0 });
    }
  };

  signal.addEventListener('abort', alarm.ring);
  try {
    for (;;) {
      if (signal.aborted) return { ended: 'cancelled', refusingHosts: refusing(hosts) };
      if (offline) return { ended: 'offline', refusingHosts: refusing(hosts) };
      const now = ports.now();
      const choice = active < limits.total ? choose(hosts, limits, now) : undefined;
      if (choice && 'job' in choice) start(choice.host, choice.job);
      else if (active === 0 && !choice) return { ended: 'done', refusingHosts: refusing(hosts) };
      else await alarm.wait(choice?.at);
    }
  } finally {
    signal.removeEventListener('abort', alarm.ring);
  }
}

function queuesOf(urls: readonly string[]): HostQueue[] {
  const hosts = new Map<string, HostQueue>();
  for (const url of new Set(urls)) {
    const name = new URL(url).hostname;
    const host = hosts.get(name) ?? {
      name,
      fresh: [],
      again: [],
      active: 0,
      next: Number.NEGATIVE_INFINITY,
      refusalsInRow: 0,
      refusing: false,
    };
    hosts.set(name, host);
    host.fresh.push({ url, notBefore: Number.NEGATIVE_INFINITY });
  }
  return [...hosts.values()];
}

/** The next job that may start now (the host that waited longest), or when to look again; undefined: nothing waits. */
function choose(
  hosts: readonly HostQueue[],
  limits: Limits,
  now: number,
): { host: HostQueue; job: Job } | { at: number } | undefined {
  let best: { host: HostQueue; from: Job[]; at: number } | undefined;
  for (const host of hosts) {
    if (host.refusing || host.active >= limits.perHost) continue;
    const from = host.again[0] && host.again[0].notBefore <= now ? host.again : host.fresh;
    const list = from.length > 0 ? from : host.again;
    const job = list[0];
    if (!job) continue;
    const at = Math.max(host.next, job.notBefore);
    if (!best || at < best.at) best = { host, from: list, at };
  }
  if (!best) return undefined;
  if (best.at > now) return { at: best.at };
  const job = best.from.shift();
  return job && { host: best.host, job };
}

function refusing(hosts: readonly HostQueue[]): string[] {
  return hosts
    .filter((host) => host.refusing && host.fresh.length + host.again.length > 0)
    .map(({ name }) => name)
    .sort();
}

/** The server, or what stands before it, does not want to be asked now. 412 and 521 are the marks of two common shields. */
export function isRefusal({ status, error }: Pick<LinkStatus, 'status' | 'error'>): boolean {
  return error === 'refused' || [403, 412, 429, 503, 521].includes(status ?? 0);
}

/** Trouble that may be gone at a second look. */
function mayPass({ status, error }: Pick<LinkStatus, 'status' | 'error'>): boolean {
  if (error) return error !== 'blocked' && error !== 'certificate' && error !== 'untrusted';
  return status === 408 || (status !== undefined && status >= 500 && status !== 521);
}

/** Waits for a ring or until a time; of the sleeps only one is under way. */
function createAlarm(ports: Pick<SchedulePorts, 'now' | 'sleep'>) {
  let rung = false;
  let wake: (() => void) | undefined;
  let due = Number.POSITIVE_INFINITY;
  const ring = () => {
    rung = true;
    wake?.();
  };
  return {
    ring,
    async wait(until: number | undefined): Promise<void> {
      if (until !== undefined && until < due) {
        due = until;
        void ports.sleep(Math.max(0, until - ports.now())).then(() => {
          if (due === until) due = Number.POSITIVE_INFINITY;
          ring();
        });
      }
      if (!rung)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      rung = false;
      wake = undefined;
    },
  };
}
