// @vitest-environment happy-dom
// The search's answer: result pages through the reader and the check, and the ways in which there is no page.
import { describe, expect, it } from 'vitest';
import { readSearchPage } from '@/lib/browser/read-search-page';
import check from '@/lib/checks/silent-search';
import type { SearchAnswerFacts } from '@/lib/model/facts/search-answer';
import type { PageFacts } from '@/lib/model/page-facts';
import { answerOf, readCases } from './page-cases';

const cases = readCases('test/checks/silent-search.html');
const NAME = '示例市人民政府';
const ADDRESS = 'http://www.shili.gov.cn/search.html?q=x';
type Attempt = SearchAnswerFacts['attempts'][number];

function factsWith(attempts: Attempt[]): PageFacts {
  const url = 'http://www.shili.gov.cn/';
  return {
    schema: 1,
    url,
    title: '',
    at: '2026-01-01T00:00:00Z',
    viewport: { width: 1, height: 1, ratio: 1 },
    frames: [{ url, top: true, facts: { searchAnswer: { query: NAME, attempts } } }],
    skipped: [],
  };
}
const attempt = (part: Partial<Attempt>): Attempt => ({
  address: ADDRESS,
  state: 'unclear',
  hits: 0,
  detail: '',
  selector: 'form',
  ...part,
});
const run = (attempts: Attempt[]) => check.run(factsWith(attempts), { params: {}, governmentHosts: [] });

describe('silent-search', () => {
  it('is started by itself', () => expect(check.onDemand).toBe(true));

  it.each(cases)('$name', (page) => {
    const none = page.name === 'a page without a search';
    const attempts = none ? [] : [attempt({ status: 200, ...readSearchPage(page.html, ADDRESS, NAME) })];
    const answer = answerOf(check, factsWith(attempts), page);
    expect(answer.findings).toEqual(page.expected.findings);
    expect(answer.outcome).toBe(page.expected.outcome);
    for (const [at, words] of (page.expected.says ?? []).entries())
      expect(answer.messages[at]).toContain(words);
  });

  it('tells an error of the server from no answer at all', () => {
    const kinds = ([404, 500, undefined] as const).map((status) => {
      const [finding] = run([attempt({ state: 'failed', ...(status && { status }) })]).findings;
      return [finding?.kind, finding?.outcome];
    });
    expect(kinds).toEqual([
      ['no-answer', 'fail'],
      ['no-answer', 'fail'],
      ['no-answer', 'review'],
    ]);
  });

  it('is content with one search that answers', () => {
    expect(
      run([attempt({ state: 'failed', status: 404 }), attempt({ state: 'hit', hits: 3 })]).findings,
    ).toEqual([]);
  });

  it('says why a search cannot be asked', () => {
    const [finding] = run([attempt({ state: 'not-tried', detail: '搜索框由脚本提交' })]).findings;
    expect(finding).toMatchObject({ kind: 'not-provable', outcome: 'review' });
    expect(finding?.message).toContain('搜索框由脚本提交');
  });
});
