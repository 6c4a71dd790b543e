// @vitest-environment happy-dom
// Links between documents and interpretations: the fixture's pages through probe and check.
import { describe, expect, it } from 'vitest';
import check from '@/lib/checks/unlinked-interpretation';
import { InterpretationFacts } from '@/lib/model/facts/interpretation';
import { InterpretationSummary } from '@/lib/model/summary';
import interpretation from '@/lib/probes/interpretation';
import { answerOf, factsOf, readCases, showPage } from './page-cases';

const cases = readCases('test/checks/unlinked-interpretation.html');

describe('unlinked-interpretation', () => {
  it('has a case for every outcome', () => {
    const outcomes = new Set(cases.map(({ expected }) => expected.outcome));
    expect([...outcomes].sort()).toEqual(['fail', 'inapplicable', 'pass', 'review']);
  });

  it.each(cases)('$name', async (page) => {
    showPage(page.url, page.html);
    const facts = await factsOf(interpretation, page.url);
    InterpretationFacts.parse(facts.frames[0]?.facts.interpretation);
    const answer = answerOf(check, facts, page);
    expect(answer.findings).toEqual(page.expected.findings);
    expect(answer.outcome).toBe(page.expected.outcome);
    if (answer.outcome !== 'inapplicable') InterpretationSummary.parse(answer.summary);
    expect(answer.summary).toMatchObject(page.expected.summary ?? {});
    for (const [at, text] of (page.expected.says ?? []).entries())
      expect(answer.messages[at]).toContain(text);
    for (const { message, locator } of answer.drafts) {
      expect(message).toMatch(/^[^\n]+。$/);
      if (locator.selector) expect(document.querySelectorAll(locator.selector)).toHaveLength(1);
    }
  });
});
