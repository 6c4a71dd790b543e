// What of a page's facts is stored, and what a repeat of one check leaves in its place.
import { describe, expect, it } from 'vitest';
import { keptFacts, missingFacts, withEarlierFacts } from '@/lib/checks/engine/kept-facts';
import type { FactsByProbe, PageFacts } from '@/lib/model/page-facts';

const PAGE = 'http://www.shili.gov.cn/';
const FRAME = 'http://www.shili.gov.cn/widget.html';
const TEXT = { title: '首页', language: 'zh-CN', blocks: [], cut: false };
const links = (total: number): FactsByProbe => ({
  links: { total, links: [], promptScripts: [], dialogs: [], externalScripts: [] },
});
const page = (frames: [url: string, facts: FactsByProbe][], at = '2026-11-20T01:00:00.000Z'): PageFacts => ({
  schema: 1,
  url: PAGE,
  title: '首页',
  at,
  viewport: { width: 1200, height: 800, ratio: 1 },
  frames: frames.map(([url, facts], index) => ({ url, top: index === 0, facts })),
  skipped: [],
});

describe('keptFacts', () => {
  it('keeps links and pictures of every frame, and the head, and nothing else', () => {
    const gathered = page([
      [PAGE, { ...links(3), text: TEXT, images: { total: 0, images: [] } }],
      [FRAME, { text: TEXT }],
    ]);
    expect(keptFacts(gathered)).toEqual(
      page([
        [PAGE, { ...links(3), images: { total: 0, images: [] } }],
        [FRAME, {}],
      ]),
    );
  });
});

describe('withEarlierFacts', () => {
  const earlier = page([
    [PAGE, links(3)],
    [FRAME, links(1)],
    [FRAME, links(2)],
  ]);

  it('takes over what was not gathered now, frame by frame, and leaves the head as it is now', () => {
    const now = page(
      [
        [PAGE, { images: { total: 0, images: [] } }],
        [FRAME, {}],
        [FRAME, {}],
      ],
      '2026-11-20T02:00:00.000Z',
    );
    expect(missingFacts(now)).toEqual(['links']);
    const joined = withEarlierFacts(now, earlier);
    expect(joined.at).toBe('2026-11-20T02:00:00.000Z');
    expect(joined.frames.map(({ facts }) => facts.links?.total)).toEqual([3, 1, 2]);
    expect(joined.frames[0]?.facts.images).toEqual({ total: 0, images: [] });
  });

  it('lets what was gathered now stand, also where a frame has nothing any more', () => {
    const now = page([
      [PAGE, links(9)],
      [FRAME, {}],
    ]);
    expect(withEarlierFacts(now, earlier).frames[1]?.facts.links).toBeUndefined();
    expect(withEarlierFacts(now, earlier).frames[0]?.facts.links?.total).toBe(9);
  });
});
