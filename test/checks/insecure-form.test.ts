// @vitest-environment happy-dom
// Forms sent in the clear: the fixture pages through probe and check.
import { describe, expect, it } from 'vitest';
import check from '@/lib/checks/insecure-form';
import { EntryFacts } from '@/lib/model/facts/entries';
import entries from '@/lib/probes/entries';
import { answerOf, factsOf, readCases, showPage } from './page-cases';

const cases = readCases('test/checks/insecure-form.html');

describe('insecure-form', () => {
  it('has a case for every outcome', () => {
    const outcomes = new Set(cases.map(({ expected }) => expected.outcome));
    expect([...outcomes].sort()).toEqual(['fail', 'inapplicable', 'pass', 'review']);
  });

  it.each(cases)('$name', async (page) => {
    showPage(page.url, page.html);
    const facts = await factsOf(entries, page.url);
    const { personalForms } = EntryFacts.parse(facts.frames[0]?.facts.entries);
    for (const { selector } of personalForms) expect(document.querySelectorAll(selector)).toHaveLength(1);
    const answer = answerOf(check, facts, page);
    expect(answer.findings).toEqual(page.expected.findings);
    expect(answer.outcome).toBe(page.expected.outcome);
    for (const [at, words] of (page.expected.says ?? []).entries())
      expect(answer.messages[at]).toContain(words);
    for (const { message } of answer.drafts) expect(message).toMatch(/^[^\n]+。$/);
  });
});
