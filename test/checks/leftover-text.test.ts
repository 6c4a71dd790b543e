// @vitest-environment happy-dom
// Leftovers and damaged text: the fixture's pages through probe and check.
import { describe, expect, it } from 'vitest';
import check from '@/lib/checks/leftover-text';
import text from '@/lib/probes/text';
import { answerOf, factsOf, readCases, showPage } from './page-cases';

const cases = readCases('test/checks/leftover-text.html');

describe('leftover-text', () => {
  it('has a case for every outcome', () => {
    const outcomes = new Set(cases.map(({ expected }) => expected.outcome));
    expect([...outcomes].sort()).toEqual(['fail', 'inapplicable', 'pass', 'review']);
  });

  it.each(cases)('$name', async (page) => {
    showPage(page.url, page.html);
    const answer = answerOf(check, await factsOf(text, page.url), page);
    expect(answer.findings).toEqual(page.expected.findings);
    expect(answer.outcome).toBe(page.expected.outcome);
    for (const [at, words] of (page.expected.says ?? []).entries())
      expect(answer.messages[at]).toContain(words);
    for (const { message, locator } of answer.drafts) {
      expect(message).toMatch(/^[^\n]+。$/);
      expect(document.querySelectorAll(locator.selector)).toHaveLength(1);
    }
  });
});
