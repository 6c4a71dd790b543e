// @vitest-environment happy-dom
// The link check: pages through the real probes, answers as the case gives them.
import { describe, expect, it } from 'vitest';
import check from '@/lib/checks/dead-links';
import { LinkStatusFacts } from '@/lib/model/facts/link-status';
import { LinksSummary } from '@/lib/model/summary';
import images from '@/lib/probes/images';
import links from '@/lib/probes/links';
import { fakeImages } from '../probes/fake-browser-images';
import { answerOf, factsOf, readCases, showPage } from './page-cases';

fakeImages();
const cases = readCases('test/checks/dead-links.html');

function answersOfCase() {
  const written = document.getElementById('answers')?.textContent ?? '{}';
  return Object.entries(JSON.parse(written) as Record<string, object>).map(([url, answer]) => ({
    url,
    at: '2026-01-05T02:00:00Z',
    ms: 120,
    tries: 1,
    ...answer,
  }));
}

async function factsWith(url: string, more: Partial<LinkStatusFacts> = {}) {
  const facts = await factsOf(links, url);
  const pictures = await factsOf(images, url);
  const linkStatus = LinkStatusFacts.parse({
    scope: 'page',
    otherPages: [],
    otherPageCount: 0,
    statuses: answersOfCase(),
    deniedHosts: [],
    refusingHosts: [],
    ...more,
  });
  const [top] = facts.frames;
  if (top) top.facts = { ...top.facts, ...pictures.frames[0]?.facts, linkStatus };
  return facts;
}

describe('dead-links', () => {
  it('has a case for every outcome', () => {
    const outcomes = new Set(cases.map(({ expected }) => expected.outcome));
    expect([...outcomes].sort()).toEqual(['fail', 'inapplicable', 'pass', 'review']);
  });

  it.each(cases)('$name', async (page) => {
    showPage(page.url, page.html);
    const answer = answerOf(check, await factsWith(page.url), page);
    expect(answer.findings).toEqual(page.expected.findings);
    expect(answer.outcome).toBe(page.expected.outcome);
    expect(LinksSummary.parse(answer.summary)).toMatchObject(page.expected.summary ?? {});
    for (const [at, text] of (page.expected.says ?? []).entries())
      expect(answer.messages[at]).toContain(text);
    if (page.expected.skipped !== undefined) expect(answer.skipped).toHaveLength(page.expected.skipped);
    for (const message of answer.messages) expect(message).toMatch(/^[^\n]+。$/);
  });

  it('says which hosts may not be asked, and that a host refuses', async () => {
    const page = { ...cases[0], url: 'http://www.shili.gov.cn/' } as (typeof cases)[number];
    showPage(page.url, '<a href="http://a.gov.cn/1">甲</a><a href="http://b.gov.cn/1">乙</a>');
    const facts = await factsWith(page.url, { deniedHosts: ['a.gov.cn'], refusingHosts: ['b.gov.cn'] });
    const answer = answerOf(check, facts, page);
    expect(answer.findings).toEqual(['host-refuses b.gov.cn', 'unchecked ']);
    expect(answer.skipped).toHaveLength(1);
    expect(LinksSummary.parse(answer.summary)).toMatchObject({ denied: 1, rest: 0, checked: 0 });
  });

  it('judges links of other pages where they stand', async () => {
    const page = cases[0] as (typeof cases)[number];
    showPage(page.url, '');
    const other = {
      url: 'http://www.shili.gov.cn/x.html',
      kind: 'link',
      text: '旧闻',
      page: 'http://www.shili.gov.cn/list.html',
      frame: '',
      selector: 'a',
      places: 1,
    } as const;
    const statuses = [{ url: other.url, at: '2026-01-05T02:00:00Z', ms: 5, tries: 1, status: 404 }];
    const facts = await factsWith(page.url, {
      scope: 'visited',
      otherPages: [other],
      otherPageCount: 1,
      statuses,
    });
    const answer = answerOf(check, facts, page);
    expect(answer.findings).toEqual(['broken http://www.shili.gov.cn/x.html']);
    expect(answer.drafts[0]?.locator.url).toBe(other.page);
    expect(LinksSummary.parse(answer.summary)).toMatchObject({ scope: 'visited', pages: 2 });
  });
});
