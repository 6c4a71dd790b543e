// Politeness of the link requests, for any targets and any answers: limits, gaps, tries, stop rule, resuming.
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { askAll, isRefusal, type Limits, type SchedulePorts } from '@/lib/link-status/schedule';
import type { LinkStatus } from '@/lib/model/facts/link-status';

type Answer = Pick<LinkStatus, 'status' | 'error'>;

const LIMITS: Limits = { total: 4, perHost: 2, hostGapMs: 100, retryAfterMs: 1_000, refusals: 3 };

/** A made server: answers by address and try, each after its time, and keeps a log of what was asked when. */
function makeServer(answerOf: (url: string, attempt: number) => Answer, tookOf: (url: string) => number) {
  const log: { url: string; host: string; at: number; hostActive: number; active: number }[] = [];
  const active = new Map<string, number>();
  const tries = new Map<string, number>();
  const statuses: LinkStatus[] = [];
  const now = () => Date.now();
  const ports: SchedulePorts = {
    now,
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    onStatus: (status) => statuses.push(status),
    async ask(url) {
      const host = new URL(url).hostname;
      active.set(host, (active.get(host) ?? 0) + 1);
      tries.set(url, (tries.get(url) ?? 0) + 1);
      const all = [...active.values()].reduce((sum, each) => sum + each, 0);
      log.push({ url, host, at: now(), hostActive: active.get(host) ?? 0, active: all });
      await new Promise((resolve) => setTimeout(resolve, tookOf(url)));
      active.set(host, (active.get(host) ?? 0) - 1);
      return { url, at: new Date(0).toISOString(), ms: tookOf(url), ...answerOf(url, tries.get(url) ?? 1) };
    },
  };
  return { ports, log, statuses };
}

async function run(
  urls: readonly string[],
  server: ReturnType<typeof makeServer>,
  limits = LIMITS,
  signal = new AbortController().signal,
) {
  const end = askAll(urls, limits, server.ports, signal);
  await vi.runAllTimersAsync();
  return end;
}

const address = fc
  .tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 30 }))
  .map(([host, page]) => `http://h${host}.gov.cn/${page}`);
const answers = fc.constantFrom<Answer>(
  { status: 200 },
  { status: 404 },
  { status: 500 },
  { status: 403 },
  { status: 429 },
  { error: 'timeout' },
  { error: 'refused' },
  { error: 'reset' },
);
const world = fc.record({
  urls: fc.uniqueArray(address, { maxLength: 40 }),
  answers: fc.array(answers, { minLength: 7, maxLength: 7 }),
  seed: fc.integer({ min: 0, max: 6 }),
});
const pick = <T>(list: readonly T[], url: string, seed: number): T =>
  list[(url.charCodeAt(8) * 31 + Number(url.split('/').pop()) + seed) % list.length] as T;
const serverOf = ({ answers: list, seed }: { answers: Answer[]; seed: number }) =>
  makeServer(
    (url) => pick(list, url, seed),
    (url) => 10 + ((Number(url.split('/').pop()) * 37) % 400),
  );

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('asking for many addresses', () => {
  it('never exceeds the limits, and asks for each address at most twice', async () => {
    await fc.assert(
      fc.asyncProperty(world, async (made) => {
        const server = serverOf(made);
        await run(made.urls, server);
        const lastStart = new Map<string, number>();
        const tries = new Map<string, number>();
        for (const { url, host, at, hostActive, active } of server.log) {
          expect(hostActive).toBeLessThanOrEqual(LIMITS.perHost);
          expect(active).toBeLessThanOrEqual(LIMITS.total);
          const last = lastStart.get(host);
          if (last !== undefined) expect(at - last).toBeGreaterThanOrEqual(LIMITS.hostGapMs);
          lastStart.set(host, at);
          tries.set(url, (tries.get(url) ?? 0) + 1);
        }
        for (const count of tries.values()) expect(count).toBeLessThanOrEqual(2);
      }),
      { numRuns: 60 },
    );
  });

  it('answers every address of a host that does not refuse, exactly once', async () => {
    await fc.assert(
      fc.asyncProperty(world, async (made) => {
        const server = serverOf(made);
        const { refusingHosts } = await run(made.urls, server);
        const told = server.statuses.map(({ url }) => url);
        expect(new Set(told).size).toBe(told.length);
        const due = made.urls.filter((url) => !refusingHosts.includes(new URL(url).hostname));
        expect(due.filter((url) => !told.includes(url))).toEqual([]);
        for (const host of refusingHosts) {
          const refusals = server.log.filter((each) => each.host === host);
          expect(refusals.length).toBeGreaterThanOrEqual(LIMITS.refusals);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('says the same whatever the order, as long as nobody refuses', async () => {
    const mild = world.map((made) => ({
      ...made,
      answers: made.answers.map((answer): Answer => (isRefusal(answer) ? { status: 404 } : answer)),
    }));
    await fc.assert(
      fc.asyncProperty(mild, fc.infiniteStream(fc.nat()), async (made, numbers) => {
        const shuffled = made.urls
          .map((url) => ({ url, place: numbers.next().value as number }))
          .sort((a, b) => a.place - b.place)
          .map(({ url }) => url);
        const [one, other] = [serverOf(made), serverOf(made)];
        await run(made.urls, one);
        await run(shuffled, other);
        const sorted = (list: LinkStatus[]) => [...list].sort((a, b) => (a.url < b.url ? -1 : 1));
        expect(sorted(other.statuses)).toEqual(sorted(one.statuses));
      }),
      { numRuns: 40 },
    );
  });

  it('asks again what may be passing trouble, after a pause, and believes the second answer', async () => {
    const server = makeServer(
      (_, attempt) => (attempt === 1 ? { status: 500 } : { status: 200 }),
      () => 20,
    );
    await run(['http://a.gov.cn/1'], server);
    expect(server.statuses).toMatchObject([{ status: 200, tries: 2 }]);
    const [first, second] = server.log;
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(LIMITS.retryAfterMs);
  });

  it('leaves a host alone once it refused three times in a row, and says so', async () => {
    const urls = Array.from({ length: 20 }, (_, n) => `http://a.gov.cn/${n}`);
    const server = makeServer(
      () => ({ status: 429 }),
      () => 20,
    );
    const end = await run([...urls, 'http://b.gov.cn/1'], server);
    expect(end).toEqual({ ended: 'done', refusingHosts: ['a.gov.cn'] });
    // One more may be under way when the third refusal comes.
    expect(server.log.filter(({ host }) => host === 'a.gov.cn').length).toBeLessThanOrEqual(4);
    expect(server.statuses.some(({ url }) => url === 'http://b.gov.cn/1')).toBe(true);
  });

  it('asks twice about a host without an address and then knows all of its links', async () => {
    const urls = Array.from({ length: 30 }, (_, n) => `http://gone.cn/${n}`);
    const server = makeServer(
      () => ({ error: 'dns' }),
      () => 20,
    );
    await run(urls, server);
    expect(server.statuses).toHaveLength(30);
    expect(server.statuses.every(({ error }) => error === 'dns')).toBe(true);
    expect(server.log.length).toBeLessThanOrEqual(4);
  });

  it('stops at once when cancelled; what was answered until then is told, the rest can be asked later', async () => {
    const urls = Array.from({ length: 20 }, (_, n) => `http://a.gov.cn/${n}`);
    const server = makeServer(
      () => ({ status: 200 }),
      () => 20,
    );
    const control = new AbortController();
    const end = askAll(urls, LIMITS, server.ports, control.signal);
    await vi.advanceTimersByTimeAsync(750);
    control.abort();
    await vi.advanceTimersByTimeAsync(0);
    expect((await end).ended).toBe('cancelled');
    const known = new Set(server.statuses.map(({ url }) => url));
    expect(known.size).toBeGreaterThan(3);
    expect(known.size).toBeLessThan(20);
    const asked = server.log.length;
    await vi.runAllTimersAsync();
    expect(server.log).toHaveLength(asked);

    const rest = urls.filter((url) => !known.has(url));
    const later = makeServer(
      () => ({ status: 200 }),
      () => 20,
    );
    await run(rest, later);
    expect(later.log.map(({ url }) => url).sort()).toEqual([...rest].sort());
  });

  it('stops without blaming anybody when this computer has no network', async () => {
    const server = makeServer(
      () => ({ error: 'offline' }),
      () => 20,
    );
    const end = await run(['http://a.gov.cn/1', 'http://b.gov.cn/1'], server);
    expect(end.ended).toBe('offline');
    expect(server.statuses).toEqual([]);
  });
});
