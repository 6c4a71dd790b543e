// Check, started by itself: does the site's own search answer to the site's own name?
import { z } from 'zod';
import wording, { group, messages } from '@/lib/locale/zh-CN/checks/silent-search';
import type { SearchAnswerFacts } from '@/lib/model/facts/search-answer';
import { defineCheck, type FindingDraft } from './engine/define-check';

type Attempt = SearchAnswerFacts['attempts'][number];

export default defineCheck({
  id: 'silent-search',
  probes: ['searchAnswer'],
  scope: 'site',
  onDemand: true,
  params: z.object({}),
  run(facts) {
    const seen = facts.frames.find(({ facts: { searchAnswer } }) => searchAnswer)?.facts.searchAnswer;
    if (!seen || seen.attempts.length === 0) return { outcome: 'inapplicable', findings: [] };
    const { query, attempts } = seen;
    const hit = attempts.find(({ state }) => state === 'hit');
    // One search that answers is enough: pages often carry a second, older box.
    if (hit) return { findings: [], summary: seen };
    const telling =
      attempts.find(({ state }) => state === 'no-hit') ?? attempts.find(({ state }) => state === 'failed');
    const [first] = attempts;
    const worst = telling ?? first;
    return { findings: worst ? [toFinding(query, worst, facts.url)] : [], summary: seen };
  },
});

function toFinding(query: string, attempt: Attempt, url: string): FindingDraft {
  const { state, status, address, detail, selector } = attempt;
  const refused = status !== undefined && (status === 404 || status === 410 || status >= 500);
  const base = {
    item: 'search',
    group,
    expected: messages.expected(query),
    found: [address, detail].filter(Boolean).join('：'),
    advice: wording.advice,
    locator: { url, frame: '', selector },
  };
  if (state === 'no-hit') return { ...base, kind: 'no-hit', outcome: 'fail', message: messages.noHit(query) };
  if (state === 'failed')
    return {
      ...base,
      kind: 'no-answer',
      outcome: refused ? 'fail' : 'review',
      message: messages.noAnswer(query, status, refused),
    };
  return { ...base, kind: 'not-provable', outcome: 'review', message: messages.notProvable(detail) };
}
