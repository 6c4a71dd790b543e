// The companion of the external links' check: clicks instead of reading code.
//
// What a click proves about a link is said by `unmarked-external-links` (which this check settles), so that one link
// is never judged twice and keeps its finding's key. Said here is only what concerns the clicks themselves: a page
// that cannot be clicked safely, and prompts on links to other government sites, which is a note and no fault.
import { z } from 'zod';
import wording, {
  group,
  messages,
  proofs,
  resistances,
  rest,
} from '@/lib/locale/zh-CN/checks/unproved-leave-notice';
import type { LeaveNoticeClick } from '@/lib/model/facts/leave-notice';
import type { Skip } from '@/lib/model/primitives';
import type { LeaveNoticeSummary } from '@/lib/model/summary';
import { ambiguity } from '@/lib/text/government-hosts';
import { asciiHost } from '@/lib/text/hosts';
import { defineCheck, type FindingDraft } from './engine/define-check';
import { clickVerdict } from './judge/click-verdict';
import { ownHosts } from './judge/own-hosts';

export default defineCheck({
  id: 'unproved-leave-notice',
  probes: ['leaveNotice'],
  scope: 'page',
  onDemand: true,
  params: z.object({}),
  run(facts, context) {
    const seen = facts.frames.find(({ top }) => top)?.facts.leaveNotice;
    const clicks = seen?.clicks ?? [];
    const own = ownHosts(facts, context.subject);
    const summary: LeaveNoticeSummary = { proofs: [] };
    const findings: FindingDraft[] = [];
    const skipped: Skip[] = [];
    const base = (click: Pick<LeaveNoticeClick, 'selector' | 'text'>) => ({
      group,
      outcome: 'review' as const,
      advice: wording.advice,
      locator: {
        url: facts.url,
        frame: '',
        selector: click.selector,
        ...(click.text && { text: click.text }),
      },
    });
    for (const click of clicks) {
      const verdict = clickVerdict(click, own, context.governmentHosts);
      const { address, kind, text, selector } = click;
      const host = asciiHost(address);
      if (click.role === 'external') {
        const ambiguous = ambiguity(host);
        summary.proofs.push({
          ...{ address, host, kind, text, selector },
          state: verdict?.state ?? 'not-clicked',
          why: verdict?.why ?? proofs.notClicked,
          ...(ambiguous && { ambiguous }),
        });
      } else if (verdict?.state === 'marked')
        findings.push({
          ...base(click),
          kind: 'over-warning',
          item: host,
          message: messages.overWarning(text, host, verdict.why),
          expected: messages.overExpected,
          found: verdict.why,
        });
    }
    const waiting = summary.proofs.filter(({ state }) => state === 'not-clicked').length;
    if (seen?.resists) {
      findings.push({
        ...base({ selector: '', text: '' }),
        kind: 'resisting',
        item: seen.resists,
        message: messages.unproved(resistances[seen.resists]),
      });
      if (waiting > 0) skipped.push(rest(waiting));
    }
    const empty = summary.proofs.length === 0;
    return {
      ...(empty && findings.length === 0 && { outcome: 'inapplicable' as const }),
      findings,
      skipped,
      summary,
    };
  },
});
