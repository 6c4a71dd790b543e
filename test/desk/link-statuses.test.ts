// Answers of links on the desk: kept per inspection, replaced by later ones, gone with the inspection; links of checked pages.
import { expect, it } from 'vitest';
import type { LinkFact } from '@/lib/model/facts/links';
import { runOf, startSmall } from './desk-fixture';
import { describeEachRepository, refused } from './each-repository';

const status = (url: string, code: number) => ({
  url,
  at: '2026-11-20T01:00:00.000Z',
  ms: 20,
  tries: 1,
  status: code,
});
const link = (address: string): LinkFact => ({
  kind: 'anchor',
  written: address,
  address,
  text: '链接',
  visible: true,
  selector: 'a',
});

describeEachRepository('link statuses', ({ open, repository }) => {
  it('are kept for one inspection, the later answer in place of the earlier', async () => {
    const { desk, changes } = open();
    const { id: sessionId } = await startSmall(desk);
    const before = changes.length;
    await desk.recordLinkStatuses({
      sessionId,
      statuses: [status('http://a.cn/', 404), status('http://b.cn/', 200)],
    });
    await desk.recordLinkStatuses({ sessionId, statuses: [status('http://a.cn/', 200)] });
    expect(changes).toHaveLength(before);
    const known = await desk.linkStatuses({
      sessionId,
      urls: ['http://a.cn/', 'http://b.cn/', 'http://c.cn/'],
    });
    expect(known).toEqual([status('http://a.cn/', 200), status('http://b.cn/', 200)]);
  });

  it('take a portion as one call that counts once, and go with the inspection', async () => {
    const { desk } = open();
    const { id: sessionId } = await startSmall(desk);
    const statuses = Array.from({ length: 500 }, (_, n) => status(`http://a.cn/${n}`, 200));
    await desk.recordLinkStatuses({ sessionId, statuses }, 'call-1');
    await desk.recordLinkStatuses({ sessionId, statuses }, 'call-1');
    const stored = () => repository().transaction('read', (tables) => tables.linkStatuses.count());
    expect(await stored()).toBe(500);
    await desk.removeSession({ sessionId });
    expect(await stored()).toBe(0);
  });

  it('are refused for a locked inspection and beyond the portion, changing nothing', async () => {
    const { desk } = open();
    const { id: sessionId } = await startSmall(desk);
    const many = Array.from({ length: 501 }, (_, n) => status(`http://a.cn/${n}`, 200));
    await expect(desk.recordLinkStatuses({ sessionId, statuses: many })).rejects.toEqual(refused('invalid'));
    await desk.finishSession({ sessionId, by: '张三' });
    await expect(
      desk.recordLinkStatuses({ sessionId, statuses: [status('http://a.cn/', 200)] }),
    ).rejects.toEqual(refused('locked'));
    expect(await desk.linkStatuses({ sessionId, urls: ['http://a.cn/'] })).toEqual([]);
  });

  it('the links of checked pages come each once, from the latest run of each page', async () => {
    const { desk } = open();
    const { id: sessionId } = await startSmall(desk);
    const pages = { 'http://www.shili.gov.cn/': ['x', 'y'], 'http://www.shili.gov.cn/b/': ['y', 'z'] };
    for (const [url, names] of Object.entries(pages)) {
      const run = runOf(sessionId, [], { url });
      const found = names.map((name) => link(`http://www.shili.gov.cn/${name}.html`));
      const seen = { total: 2, links: found, promptScripts: [], dialogs: [], externalScripts: [] };
      if (run.facts) run.facts.frames = [{ url, top: true, facts: { links: seen } }];
      await desk.recordRun(run);
    }
    const known = await desk.knownLinks({ sessionId });
    expect(known.left).toBe(0);
    expect(known.pages).toEqual(Object.keys(pages).sort());
    expect(known.targets.map(({ url, places }) => [url.slice(-6), places]).sort()).toEqual([
      ['x.html', 1],
      ['y.html', 2],
      ['z.html', 1],
    ]);
  });

  it('the links of a page stay known when a check that needs none is run again alone', async () => {
    const { desk } = open();
    const { id: sessionId } = await startSmall(desk);
    const url = 'http://www.shili.gov.cn/';
    const first = runOf(sessionId, [], { url });
    const seen = {
      total: 1,
      links: [link('http://www.shili.gov.cn/x.html')],
      promptScripts: [],
      dialogs: [],
      externalScripts: [],
    };
    if (first.facts) first.facts.frames = [{ url, top: true, facts: { links: seen } }];
    await desk.recordRun(first);
    const again = runOf(sessionId, [], { url, at: '2026-11-20T02:00:00.000Z' });
    if (again.facts) again.facts.frames = [{ url, top: true, facts: { images: { total: 0, images: [] } } }];
    await desk.recordRun(again);
    const { targets } = await desk.knownLinks({ sessionId });
    expect(targets.map((target) => target.url)).toEqual(['http://www.shili.gov.cn/x.html']);
    const stored = await repository().transaction('read', (tables) => tables.facts.all());
    expect(stored.map(({ facts }) => [facts.at, facts.frames])).toEqual([
      [
        '2026-11-20T02:00:00.000Z',
        [{ url, top: true, facts: { images: { total: 0, images: [] }, links: seen } }],
      ],
    ]);
  });
});
