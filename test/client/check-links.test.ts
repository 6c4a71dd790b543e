// The link probe over a real desk and made servers: what is asked, what is kept when it ends early, ten thousand links.
import { describe, expect, it } from 'vitest';
import { gatherLinkStatus } from '@/lib/client/check-links';
import type { InspectionClient } from '@/lib/client/client';
import type { LinkFact } from '@/lib/model/facts/links';
import { createMemoryRepository } from '@/lib/store/memory-repository';
import { deskOver, startSmall } from '../desk/desk-fixture';

const PAGE = 'http://www.shili.gov.cn/';

async function stage(links: string[], answerOf: (url: string) => number = () => 200) {
  const { desk } = deskOver(createMemoryRepository());
  const { id } = await startSmall(desk);
  const view = await desk.sessionView({ sessionId: id });
  const asked: string[] = [];
  const allowed = { hosts: (hosts: readonly string[]) => new Set(hosts) };
  const client = {
    desk,
    now: () => new Date(0),
    links: {
      mayAsk: async (hosts: readonly string[]) => allowed.hosts(hosts),
      // Time passes in no time: politeness has tests of its own.
      pause: () => Promise.resolve(),
      async ask(url: string) {
        asked.push(url);
        return { url, at: '2026-11-20T01:00:00.000Z', ms: 1, status: answerOf(url) };
      },
    },
  } as unknown as InspectionClient;
  const facts: LinkFact[] = links.map((address) => ({
    kind: 'anchor',
    written: address,
    address,
    text: '',
    visible: true,
    selector: 'a',
  }));
  const seen = { total: links.length, links: facts, promptScripts: [], dialogs: [], externalScripts: [] };
  const gather = async (probe: string) => ({
    frames: [{ url: PAGE, top: true, facts: probe === 'links' ? { links: seen } : {} }],
    skipped: [],
  });
  const notes: string[] = [];
  const run = async (options: { signal?: AbortSignal; variant?: 'recheck' } = {}) => {
    const { frames } = await gatherLinkStatus(client, view, PAGE, gather, options.variant, {
      signal: options.signal ?? new AbortController().signal,
      timeoutMs: 600_000,
      governmentHosts: [],
      onNote: (note) => notes.push(note),
    });
    const found = frames[0]?.facts.linkStatus;
    if (!found) throw new Error('no facts');
    return found;
  };
  return { run, asked, notes, desk, sessionId: id, allowed };
}

/** One link per host, so that the gap between requests to one host costs no time. */
const manyHosts = (count: number) => Array.from({ length: count }, (_, n) => `http://h${n}.gov.cn/`);

describe('gathering link statuses', () => {
  it('asks once in an inspection, and again only for what was not fine', async () => {
    const links = manyHosts(5);
    const { run, asked, notes } = await stage(links, (url) => (url.includes('h3') ? 404 : 200));
    expect((await run()).statuses.map(({ url }) => url)).toEqual([...links].sort());
    expect(asked.sort()).toEqual([...links].sort());
    expect(notes.at(-1)).toBe('已查 5 / 5 个链接');
    asked.length = 0;
    expect((await run()).statuses).toHaveLength(5);
    expect(asked).toEqual([]);
    await run({ variant: 'recheck' });
    expect(asked).toEqual(['http://h3.gov.cn/']);
  });

  it('keeps what came before a cancellation, and later asks for the rest only', async () => {
    const links = manyHosts(60);
    const control = new AbortController();
    const { run, asked, desk, sessionId } = await stage(links, () => {
      if (asked.length === 20) control.abort();
      return 200;
    });
    const first = await run({ signal: control.signal });
    expect(first.stopped).toBe('cancelled');
    const stored = await desk.linkStatuses({ sessionId, urls: links });
    expect(stored.map(({ url }) => url).sort()).toEqual(first.statuses.map(({ url }) => url));
    expect(stored.length).toBeGreaterThan(5);
    expect(stored.length).toBeLessThan(60);
    asked.length = 0;
    const second = await run();
    expect(second.stopped).toBeUndefined();
    expect(second.statuses).toHaveLength(60);
    expect(asked).toHaveLength(60 - stored.length);
  });

  it('leaves hosts without access alone and names them', async () => {
    const { run, asked, allowed } = await stage(manyHosts(3));
    allowed.hosts = () => new Set(['h1.gov.cn']);
    expect((await run()).deniedHosts).toEqual(['h0.gov.cn', 'h2.gov.cn']);
    expect(asked).toEqual(['http://h1.gov.cn/']);
  });

  it('gives up when answers cannot be stored', async () => {
    const { run, desk, sessionId } = await stage(manyHosts(30));
    await desk.finishSession({ sessionId, by: '张三' });
    await expect(run()).rejects.toMatchObject({ name: 'DeskError', code: 'locked' });
  });

  it('ten thousand links stay far below what one message carries', async () => {
    const { run } = await stage(manyHosts(10_000));
    const facts = await run();
    expect(facts.statuses).toHaveLength(10_000);
    expect(JSON.stringify(facts).length).toBeLessThan(8 * 1024 * 1024);
  }, 60_000);
});
