// @vitest-environment happy-dom
// Broken pictures: the fixture's pages through probe and check.
import { describe, expect, it } from 'vitest';
import check from '@/lib/checks/broken-images';
import { ImageFacts } from '@/lib/model/facts/images';
import { ImagesSummary } from '@/lib/model/summary';
import images from '@/lib/probes/images';
import { fakeImages } from '../probes/fake-browser-images';
import { answerOf, factsOf, readCases, showPage } from './page-cases';

fakeImages();
const cases = readCases('test/checks/broken-images.html');

describe('broken-images', () => {
  it('has a case for every outcome', () => {
    const outcomes = new Set(cases.map(({ expected }) => expected.outcome));
    expect([...outcomes].sort()).toEqual(['fail', 'inapplicable', 'pass', 'review']);
  });

  it.each(cases)('$name', async (page) => {
    showPage(page.url, page.html);
    const facts = await factsOf(images, page.url);
    ImageFacts.parse(facts.frames[0]?.facts.images);
    const answer = answerOf(check, facts, page);
    expect(answer.findings).toEqual(page.expected.findings);
    expect(answer.outcome).toBe(page.expected.outcome);
    const summary = ImagesSummary.parse(answer.summary);
    expect(summary).toMatchObject(page.expected.summary ?? {});
    expect(summary.broken).toHaveLength(answer.drafts.filter(({ outcome }) => outcome === 'fail').length);
    if (page.expected.skipped !== undefined) expect(answer.skipped).toHaveLength(page.expected.skipped);
    for (const [at, text] of (page.expected.says ?? []).entries())
      expect(answer.messages[at]).toContain(text);
    for (const { message, locator } of answer.drafts) {
      expect(message).toMatch(/^[^\n]+。$/);
      expect(document.querySelectorAll(locator.selector)).toHaveLength(1);
    }
  });

  it.each([
    ['loaded', 'review', 'http://www.shili.gov.cn/'],
    ['failed', 'fail', 'http://www.shili.gov.cn/a.png'],
  ] as const)(
    'knows a picture named with http that the browser asked for by https: %s',
    async (load, outcome, item) => {
      const url = 'https://www.shili.gov.cn/';
      showPage(url, '<img src="http://www.shili.gov.cn/a.png" width="100" height="60" alt="大桥">');
      const facts = await factsOf(images, url);
      const [picture] = facts.frames[0]?.facts.images?.images ?? [];
      // What Chromium 156 reports of such a picture.
      Object.assign(picture ?? {}, {
        address: 'https://www.shili.gov.cn/a.png',
        load,
        visible: true,
        tiny: false,
      });
      const { findings } = check.run(facts, { params: {}, governmentHosts: [] });
      expect(findings).toMatchObject([
        { kind: 'mixed-content', outcome, item, found: 'http://www.shili.gov.cn/a.png' },
      ]);
    },
  );
});
