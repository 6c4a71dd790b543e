// @vitest-environment happy-dom
// Surveys: the fixture's pages through probe and check, and the minimum that a set may ask for.
import { describe, expect, it } from 'vitest';
import check from '@/lib/checks/unpublished-survey-results';
import { InteractionFacts } from '@/lib/model/facts/interaction';
import { SurveysSummary } from '@/lib/model/summary';
import interaction from '@/lib/probes/interaction';
import { answerOf, factsOf, readCases, showPage } from './page-cases';

const cases = readCases('test/checks/unpublished-survey-results.html');

describe('unpublished-survey-results', () => {
  it('has a case for every outcome', () => {
    const outcomes = new Set(cases.map(({ expected }) => expected.outcome));
    expect([...outcomes].sort()).toEqual(['fail', 'inapplicable', 'pass', 'review']);
  });

  it.each(cases)('$name', async (page) => {
    showPage(page.url, page.html);
    const facts = await factsOf(interaction, page.url);
    InteractionFacts.parse(facts.frames[0]?.facts.interaction);
    const answer = answerOf(check, facts, page);
    expect(answer.findings).toEqual(page.expected.findings);
    expect(answer.outcome).toBe(page.expected.outcome);
    expect(SurveysSummary.parse(answer.summary)).toMatchObject(page.expected.summary ?? {});
    if (page.expected.skipped !== undefined) expect(answer.skipped).toHaveLength(page.expected.skipped);
    for (const [at, text] of (page.expected.says ?? []).entries())
      expect(answer.messages[at]).toContain(text);
    for (const { message, locator } of answer.drafts) {
      expect(message).toMatch(/^[^\n]+。$/);
      expect(document.querySelectorAll(locator.selector)).toHaveLength(1);
    }
  });

  it.each([
    ['all results are linked', 3, undefined],
    ['all results are linked', 4, 'fail'],
    ['a plain list of titles and dates', 2, 'fail'],
    ['a list without results: a person has to open them', 6, 'review'],
  ])('%s, minimum %i', async (name, minimum, outcome) => {
    const page = cases.find((each) => each.name === name);
    if (!page) throw new Error('case is gone');
    showPage(page.url, page.html);
    const facts = await factsOf(interaction, page.url);
    const { findings } = check.run(facts, { params: check.params.parse({ minimum }), governmentHosts: [] });
    expect(findings.find(({ kind }) => kind === 'few-surveys')?.outcome).toBe(outcome);
  });
});
