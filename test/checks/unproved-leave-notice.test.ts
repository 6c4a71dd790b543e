// @vitest-environment happy-dom
// What harmless clicks prove: the fixture's claims through the check, and how the external links' result is settled by them.
import { describe, expect, it } from 'vitest';
import { checks } from '@/lib/checks/engine/catalogue';
import { completeFinding } from '@/lib/checks/engine/define-check';
import { settleResults, withSettled } from '@/lib/checks/engine/settle';
import check from '@/lib/checks/unproved-leave-notice';
import { LeaveNoticeFacts } from '@/lib/model/facts/leave-notice';
import type { CheckResult } from '@/lib/model/finding';
import type { PageFacts } from '@/lib/model/page-facts';
import { ExternalLinksSummary, LeaveNoticeSummary } from '@/lib/model/summary';
import { answerOf, readCases } from './page-cases';

const cases = readCases('test/checks/unproved-leave-notice.html');
const PAGE = 'http://www.shili.gov.cn/';

function factsOf(json: string): PageFacts {
  const leaveNotice = LeaveNoticeFacts.parse(JSON.parse(json.replaceAll('&amp;', '&')));
  return {
    schema: 1,
    url: PAGE,
    title: '',
    at: '2026-01-01T00:00:00Z',
    viewport: { width: 1280, height: 800, ratio: 1 },
    frames: [{ url: PAGE, top: true, facts: { leaveNotice } }],
    skipped: [],
  };
}

describe('unproved-leave-notice', () => {
  it.each(cases)('$name', (page) => {
    const answer = answerOf(check, factsOf(page.html), page);
    const { proofs } = LeaveNoticeSummary.parse(answer.summary);
    const expected = page.expected as typeof page.expected & { proofs: string[] };
    expect(proofs.map(({ state, address }) => `${state} ${address}`)).toEqual(expected.proofs);
    expect(answer.findings).toEqual(expected.findings);
    expect(answer.outcome).toBe(expected.outcome);
    expect(answer.skipped).toHaveLength(expected.skipped ?? 0);
    for (const [at, text] of (expected.says ?? []).entries()) expect(answer.messages[at]).toContain(text);
    for (const { outcome } of answer.drafts) expect(outcome).toBe('review');
  });
});

describe('settling the external links by clicks', () => {
  const proofOf = (address: string, state: 'marked' | 'unmarked' | 'not-provable' | 'not-clicked') => ({
    address,
    host: new URL(address).host,
    kind: 'anchor' as const,
    text: '甲',
    selector: 'a',
    state,
    why: '点击证实',
  });
  const guess = (kind: string, item: string, outcome: 'fail' | 'review') =>
    completeFinding('unmarked-external-links', PAGE, {
      kind,
      item,
      outcome,
      group: '',
      message: '猜测。',
      locator: { url: PAGE, frame: '', selector: 'a' },
    });
  const bare = (href: string) => ({ href, host: new URL(href).host, text: '', selector: 'a' });
  const result = (checkId: string, part: Partial<CheckResult>): CheckResult => ({
    checkId,
    outcome: 'review',
    findings: [],
    skipped: [],
    ms: 1,
    ...part,
  });
  const A = 'https://a.example.com/';
  const B = 'https://b.example.com/';
  const own = result('unmarked-external-links', {
    outcome: 'fail',
    findings: [guess('unmarked', A, 'fail'), guess('unmarked', B, 'review')],
    summary: { total: 2, governmentHosts: 0, unmarked: [bare(A), bare(B)], marked: [] },
  });
  const settled = (proofs: ReturnType<typeof proofOf>[], guessed = own) => {
    const proof = result('unproved-leave-notice', { outcome: 'pass', summary: { proofs } });
    const once = settleResults([guessed, proof], checks, PAGE);
    expect(settleResults(once, checks, PAGE)).toEqual(once);
    const [first] = once;
    if (!first) throw new Error('gone');
    const summary = ExternalLinksSummary.parse(first.summary);
    return {
      outcome: first.outcome,
      said: first.findings.map(({ kind, item, outcome }) => `${outcome} ${kind} ${item}`).sort(),
      bare: summary.unmarked.map(({ href }) => href),
      marked: summary.marked.map(({ href }) => href),
      keys: first.findings.map(({ key }) => key),
    };
  };

  it('lets what was proved replace the guess, under the same key', () => {
    const answer = settled([proofOf(A, 'marked'), proofOf(B, 'unmarked')]);
    expect(answer).toMatchObject({
      outcome: 'fail',
      said: [`fail unmarked ${B}`],
      bare: [B],
      marked: [A],
      keys: [own.findings[1]?.key],
    });
  });

  it('passes when all are marked', () => {
    expect(settled([proofOf(A, 'marked'), proofOf(B, 'marked')])).toMatchObject({
      outcome: 'pass',
      said: [],
    });
  });

  it('finds what the markup had taken for marked', () => {
    const innocent = {
      ...own,
      outcome: 'pass' as const,
      findings: [],
      summary: {
        total: 1,
        governmentHosts: 0,
        unmarked: [],
        marked: [{ href: A, host: 'a.example.com', how: '' }],
      },
    };
    expect(settled([proofOf(A, 'unmarked')], innocent)).toMatchObject({
      said: [`fail unmarked ${A}`],
      bare: [A],
      marked: [],
    });
  });

  it('keeps the guess while a use of the address was not clicked, unless one use is proved bare', () => {
    expect(settled([proofOf(A, 'marked'), proofOf(A, 'not-clicked')]).said).toContain(`fail unmarked ${A}`);
    expect(settled([proofOf(A, 'marked'), proofOf(A, 'unmarked')]).said).toContain(`fail unmarked ${A}`);
    expect(settled([proofOf(A, 'not-provable')]).said).toContain(`review not-provable ${A}`);
  });

  it('leaves hosts of doubtful kind to a person, and offered names to the inspector', () => {
    expect(settled([{ ...proofOf(A, 'unmarked'), ambiguous: '可能属于事业单位' } as never]).said).toContain(
      `review ambiguous-host ${A}`,
    );
    const offered = { ...own, findings: [guess('own-alias', 'a.example.com', 'review')] };
    expect(settled([proofOf(A, 'unmarked')], offered).said).toEqual(['review own-alias a.example.com']);
  });

  it('is not done by a proof that failed, and is run beside fresh guesses', () => {
    const failed = result('unproved-leave-notice', {
      outcome: 'error',
      summary: { proofs: [proofOf(A, 'marked')] },
    });
    expect(settleResults([own, failed], checks, PAGE)).toEqual([own, failed]);
    expect([...withSettled(['unproved-leave-notice'], checks)].sort()).toEqual([
      'unmarked-external-links',
      'unproved-leave-notice',
    ]);
  });
});
