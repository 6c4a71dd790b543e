// @vitest-environment happy-dom
// Columns and freshness: the fixture's pages through probe and check, the register's word, and frames.
import { describe, expect, it } from 'vitest';
import check from '@/lib/checks/stale-columns';
import { ListFacts } from '@/lib/model/facts/lists';
import { ColumnsSummary } from '@/lib/model/summary';
import lists from '@/lib/probes/lists';
import { answerOf, factsOf, readCases, showPage } from './page-cases';

const cases = readCases('test/checks/stale-columns.html');

function caseOf(name: string) {
  const page = cases.find((one) => one.name === name);
  if (!page) throw new Error(`case is gone: ${name}`);
  return page;
}

describe('stale-columns', () => {
  it('has a case for every outcome', () => {
    const outcomes = new Set(cases.map(({ expected }) => expected.outcome));
    expect([...outcomes].sort()).toEqual(['fail', 'inapplicable', 'pass', 'review']);
  });

  it.each(cases)('$name', async (page) => {
    showPage(page.url, page.html);
    const facts = await factsOf(lists, page.url);
    ListFacts.parse(facts.frames[0]?.facts.lists);
    const answer = answerOf(check, facts, page);
    expect(answer.findings).toEqual(page.expected.findings);
    expect(answer.outcome).toBe(page.expected.outcome);
    expect(ColumnsSummary.parse(answer.summary)).toMatchObject(page.expected.summary ?? {});
    for (const [at, text] of (page.expected.says ?? []).entries())
      expect(answer.messages[at]).toContain(text);
    if (page.expected.skipped !== undefined) expect(answer.skipped).toHaveLength(page.expected.skipped);
    for (const { message, locator } of answer.drafts) {
      expect(message).toMatch(/^[^\n]+。$/);
      expect(document.querySelectorAll(locator.selector)).toHaveLength(1);
    }
  });

  it('obeys the register: own period, other kind, exclusion', async () => {
    const page = caseOf('other columns have no period');
    showPage(page.url, page.html);
    const facts = await factsOf(lists, page.url);
    const base = {
      key: 'www.shili.gov.cn/zcjd/',
      name: '政策解读',
      kind: 'other' as const,
      lastSeen: { day: '2025-10-01', rows: 2 },
    };
    const run = (entry: object) =>
      check.run(facts, {
        params: check.params.parse({}),
        governmentHosts: [],
        columns: [{ ...base, ...entry }],
      });
    expect(run({ updateDays: 90 }).findings).toMatchObject([{ kind: 'stale-other', outcome: 'review' }]);
    expect(run({ kind: 'policy', correctedBy: '张三' }).findings).toMatchObject([
      { kind: 'stale-policy', outcome: 'fail' },
    ]);
    expect(run({ updateDays: 90, excluded: true })).toMatchObject({ findings: [], outcome: 'inapplicable' });
  });

  it('reads own frames and leaves out those of other sites, saying so', async () => {
    const page = caseOf('notices: over six months');
    showPage(page.url, page.html);
    const facts = await factsOf(lists, page.url);
    const inner = facts.frames[0]?.facts ?? {};
    const top = { url: page.url, top: true, facts: {} };
    const frames = [
      top,
      { url: 'http://www.shili.gov.cn/list.html', top: false, facts: inner },
      { url: 'https://other.example.com/', top: false, facts: inner },
    ];
    const answer = answerOf(check, { ...facts, frames }, page);
    expect(answer.drafts.map(({ locator }) => locator.frame)).toEqual(['http://www.shili.gov.cn/list.html']);
    expect(answer.skipped).toEqual([
      expect.objectContaining({ what: expect.stringContaining('other.example.com') }),
    ]);
  });
});
