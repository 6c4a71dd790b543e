// @vitest-environment happy-dom
// External links: the fixture's pages through probe and check, and the judgements that need several frames.
import { describe, expect, it } from 'vitest';
import check from '@/lib/checks/unmarked-external-links';
import { LinkFacts } from '@/lib/model/facts/links';
import { ExternalLinksSummary } from '@/lib/model/summary';
import links from '@/lib/probes/links';
import { answerOf, factsOf, readCases, showPage } from './page-cases';

const cases = readCases('test/checks/unmarked-external-links.html');

describe('unmarked-external-links', () => {
  it('has a case for every outcome', () => {
    const outcomes = new Set(cases.map(({ expected }) => expected.outcome));
    expect([...outcomes].sort()).toEqual(['fail', 'inapplicable', 'pass', 'review']);
  });

  it.each(cases)('$name', async (page) => {
    showPage(page.url, page.html);
    const facts = await factsOf(links, page.url);
    LinkFacts.parse(facts.frames[0]?.facts.links);
    const answer = answerOf(check, facts, page);
    expect(answer.findings).toEqual(page.expected.findings);
    expect(answer.outcome).toBe(page.expected.outcome);
    expect(ExternalLinksSummary.parse(answer.summary)).toMatchObject(page.expected.summary ?? {});
    for (const [at, text] of (page.expected.says ?? []).entries())
      expect(answer.messages[at]).toContain(text);
    for (const { message, locator } of answer.drafts) {
      expect(message).toMatch(/^[^\n]+。$/);
      expect(document.querySelectorAll(locator.selector)).toHaveLength(1);
    }
  });

  it('says that unread scripts leave a doubt, and that a click settles it', async () => {
    const [page] = cases.filter(({ name }) => name === 'external scripts without any hint');
    if (!page) throw new Error('case is gone');
    showPage(page.url, page.html);
    const [draft] = answerOf(check, await factsOf(links, page.url), page).drafts;
    expect(draft?.found).toContain('1 个外部脚本');
    expect(draft?.found).toContain('点击');
  });

  it('judges own frames and leaves out those of other sites, saying so', async () => {
    const page = cases[0];
    if (!page) throw new Error('no case');
    showPage('http://www.shili.gov.cn/frame.html', '<a href="https://one.example.com/">甲</a>');
    const frameFacts = (await factsOf(links, 'http://www.shili.gov.cn/frame.html')).frames[0]?.facts ?? {};
    const facts = await factsOf(links, 'http://www.shili.gov.cn/');
    const frames = [
      { url: 'http://www.shili.gov.cn/', top: true, facts: {} },
      { url: 'http://www.shili.gov.cn/frame.html', top: false, facts: frameFacts },
      { url: 'about:srcdoc', top: false, facts: frameFacts },
      { url: 'https://weather.example.net/w', top: false, facts: frameFacts },
    ];
    const answer = answerOf(check, { ...facts, frames }, page);
    expect(answer.drafts.map(({ locator }) => locator.frame)).toEqual(['http://www.shili.gov.cn/frame.html']);
    expect(answer.summary.total).toBe(2);
    expect(answer.skipped).toEqual([
      expect.objectContaining({ what: '内嵌页面 weather.example.net 中的 1 个链接' }),
    ]);
  });
});
