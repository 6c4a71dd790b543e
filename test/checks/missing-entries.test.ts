// @vitest-environment happy-dom
// Entries of home pages: the fixture's pages through probe and check, and what unreached frames change.
import { describe, expect, it } from 'vitest';
import check from '@/lib/checks/missing-entries';
import { EntryFacts } from '@/lib/model/facts/entries';
import entries from '@/lib/probes/entries';
import identity from '@/lib/probes/identity';
import { answerOf, factsOf, readCases, showPage } from './page-cases';

const cases = readCases('test/checks/missing-entries.html');

describe('missing-entries', () => {
  it('has a case for every outcome', () => {
    const outcomes = new Set(cases.map(({ expected }) => expected.outcome));
    expect([...outcomes].sort()).toEqual(['fail', 'inapplicable', 'pass', 'review']);
  });

  it.each(cases)('$name', async (page) => {
    showPage(page.url, page.html);
    const facts = await factsOf(entries, page.url);
    const { traces } = EntryFacts.parse(facts.frames[0]?.facts.entries);
    for (const { selector } of traces) expect(document.querySelectorAll(selector)).toHaveLength(1);
    const answer = answerOf(check, facts, page);
    expect(answer.findings).toEqual(page.expected.findings);
    expect(answer.outcome).toBe(page.expected.outcome);
    for (const [at, words] of (page.expected.says ?? []).entries())
      expect(answer.messages[at]).toContain(words);
    for (const { message } of answer.drafts) expect(message).toMatch(/^[^\n]+。$/);
  });

  it('does not call a search missing on a page that scripts have yet to draw', async () => {
    const page = cases.find(({ name }) => name === 'nothing is there');
    if (!page) throw new Error('case is gone');
    showPage(page.url, '<div id="app"></div>');
    const [seen] = (await factsOf(entries, page.url)).frames;
    const facts = await factsOf(identity, page.url);
    const frames = facts.frames.map((frame) => ({ ...frame, facts: { ...frame.facts, ...seen?.facts } }));
    expect(facts.frames[0]?.facts.identity?.page.emptyApp).toBe(true);
    expect(answerOf(check, { ...facts, frames }, page).outcome).toBe('review');
  });

  it('does not call a search missing while a part of the page was not seen', async () => {
    const page = cases.find(({ name }) => name === 'nothing is there');
    if (!page) throw new Error('case is gone');
    showPage(page.url, page.html);
    const facts = await factsOf(entries, page.url);
    const skipped = [{ what: '框架 http://a/', why: '没有访问权' }];
    const answer = answerOf(check, { ...facts, skipped }, page);
    expect(answer.outcome).toBe('review');
  });
});
