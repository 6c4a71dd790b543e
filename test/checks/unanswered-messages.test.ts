// @vitest-environment happy-dom
// Public messages: the fixture's pages through probe and check, the set's limits, and dates around the borders.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import check from '@/lib/checks/unanswered-messages';
import { InteractionFacts } from '@/lib/model/facts/interaction';
import { MessagesSummary } from '@/lib/model/summary';
import interaction from '@/lib/probes/interaction';
import { addDays, daysBetween } from '@/lib/text/days';
import { answerOf, factsOf, type PageCase, readCases, showPage } from './page-cases';

const cases = readCases('test/checks/unanswered-messages.html');

async function seen(page: PageCase) {
  showPage(page.url, page.html);
  return factsOf(interaction, page.url);
}

function named(name: string): PageCase {
  const page = cases.find((each) => each.name === name);
  if (!page) throw new Error(`case is gone: ${name}`);
  return page;
}

describe('unanswered-messages', () => {
  it('has a case for every outcome', () => {
    const outcomes = new Set(cases.map(({ expected }) => expected.outcome));
    expect([...outcomes].sort()).toEqual(['fail', 'inapplicable', 'pass', 'review']);
  });

  it.each(cases)('$name', async (page) => {
    const facts = await seen(page);
    InteractionFacts.parse(facts.frames[0]?.facts.interaction);
    const answer = answerOf(check, facts, page);
    expect(answer.findings).toEqual(page.expected.findings);
    expect(answer.outcome).toBe(page.expected.outcome);
    expect(MessagesSummary.parse(answer.summary)).toMatchObject(page.expected.summary ?? {});
    if (page.expected.skipped !== undefined) expect(answer.skipped).toHaveLength(page.expected.skipped);
    for (const [at, text] of (page.expected.says ?? []).entries())
      expect(answer.messages[at]).toContain(text);
    for (const { message, locator } of answer.drafts) {
      expect(message).toMatch(/^[^\n]+。$/);
      expect(document.querySelectorAll(locator.selector)).toHaveLength(1);
    }
  });

  it('never lets a whole personal number leave the page', async () => {
    for (const page of cases) {
      const facts = await seen(page);
      const answer = answerOf(check, facts, page);
      expect(JSON.stringify([facts, answer.drafts])).not.toMatch(/13812345678|110101199003070011/);
    }
  });

  it('judges reply times only against a limit of the set, and says so when there is none', async () => {
    const page = named('a table of answered messages');
    const facts = await seen(page);
    const without = answerOf(check, facts, page);
    expect(without.skipped[0]?.why).toContain('最长用时 20 天');
    const run = (replyDays: number) =>
      check.run(facts, { params: check.params.parse({ replyDays }), governmentHosts: [] });
    expect(run(20).findings).toEqual([]);
    const late = run(15).findings;
    expect(late.map(({ kind, outcome, item }) => [kind, outcome, item])).toEqual([
      ['late-answer', 'fail', 'www.shili.gov.cn/l/1.html'],
    ]);
    expect(late[0]?.message).toContain('用时 20 天，超过规定的 15 天');
  });

  it('counts from the day of the inspection in Shanghai', async () => {
    const page = named('just three months, more than a year, and messages that are not valid');
    const facts = await seen(page);
    const kinds = (at: string) =>
      check
        .run({ ...facts, at }, { params: check.params.parse({}), governmentHosts: [] })
        .findings.map(({ item }) => item);
    // 15:59 UTC is still 1 January in Shanghai, a minute later it is the 2nd.
    expect(kinds('2026-01-01T15:59:00Z')).toEqual(['www.shili.gov.cn/l/2.html']);
    expect(kinds('2026-01-01T16:00:00Z')).toEqual(['www.shili.gov.cn/l/1.html', 'www.shili.gov.cn/l/2.html']);
  });

  it('reports exactly the messages between three months and a year', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 800 }), (age) => {
        const asked = addDays('2026-01-01', -age);
        const facts: InteractionFacts = {
          page: { title: '', headings: ['留言选登'], trail: '', columnName: '', columnType: '' },
          groups: [
            {
              name: '',
              heads: ['留言标题', '留言时间', '状态'],
              rows: [{ cells: ['关于供水', asked, '未答复'], links: [], selector: 'tr' }],
              total: 1,
            },
          ],
          fields: [],
          personal: [],
          paged: false,
        };
        const { findings } = check.run(
          {
            schema: 1,
            url: 'http://www.shili.gov.cn/',
            title: '',
            at: '2026-01-01T00:00:00Z',
            viewport: { width: 1, height: 1, ratio: 1 },
            frames: [{ url: 'http://www.shili.gov.cn/', top: true, facts: { interaction: facts } }],
            skipped: [],
          },
          { params: check.params.parse({}), governmentHosts: [] },
        );
        const due = asked < '2025-10-01' && asked >= '2025-01-01';
        expect(findings.map(({ kind }) => kind)).toEqual(due ? ['unanswered'] : []);
        if (due) expect(findings[0]?.found).toContain(`${daysBetween(asked, '2026-01-01')} 天`);
      }),
    );
  });
});
