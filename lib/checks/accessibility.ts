// Judges what axe-core reported: WCAG A and AA violations fail, everything else is for a person to look at.
import { z } from 'zod';
import type { AccessibilityNode, AccessibilityRuleFacts } from '@/lib/model/facts/accessibility';
import type { FrameFacts } from '@/lib/model/page-facts';
import type { AccessibilityRule, AccessibilitySummary } from '@/lib/model/summary';
import type { FindingDraft } from './engine/define-check';
import { defineCheck } from './engine/define-check';

type Kind = 'violation' | 'needs-review' | 'best-practice';

/** A rule's result in one frame, with the frame's address ('' for the top document). */
interface FrameRule {
  frame: string;
  rule: AccessibilityRuleFacts;
}

/**
 * One finding per rule and element. `item` = rule id + '|' + what the element is + '#n' from the second equal element on,
 * counted over the page with the top document first.
 */
export default defineCheck({
  id: 'accessibility',
  probes: ['accessibility'],
  scope: 'page',
  params: z.object({}),
  run(facts) {
    const violations = collect(facts.frames, 'violations');
    const incomplete = collect(facts.frames, 'incomplete');
    const findings = [
      ...draft(facts.url, violations, (rule) => (rule.bestPractice ? 'best-practice' : 'violation')),
      ...draft(facts.url, incomplete, () => 'needs-review'),
    ];
    const summary: AccessibilitySummary = {
      violations: summarise(violations),
      needsReview: summarise(incomplete),
    };
    return { findings: findings.sort(byWeight), summary };
  },
});

/** Results of all frames by rule id; what one frame satisfies for the whole page is no fault of the others. */
function collect(frames: FrameFacts[], part: 'violations' | 'incomplete'): Map<string, FrameRule[]> {
  const satisfied = new Set(frames.flatMap((frame) => frame.facts.accessibility?.satisfied ?? []));
  const rules = new Map<string, FrameRule[]>();
  for (const { url, top, facts } of frames) {
    for (const rule of facts.accessibility?.[part] ?? []) {
      if (satisfied.has(rule.rule)) continue;
      const known = rules.get(rule.rule) ?? [];
      known.push({ frame: top ? '' : url, rule });
      rules.set(rule.rule, known);
    }
  }
  return new Map([...rules].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function draft(
  url: string,
  rules: Map<string, FrameRule[]>,
  kindOf: (rule: AccessibilityRuleFacts) => Kind,
): FindingDraft[] {
  const drafts: FindingDraft[] = [];
  for (const [id, results] of rules) {
    const seen = new Map<string, number>();
    for (const { frame, rule } of results) {
      const kind = kindOf(rule);
      for (const node of rule.nodes) {
        const count = (seen.get(node.subject) ?? 0) + 1;
        seen.set(node.subject, count);
        drafts.push({
          kind,
          item: `${id}|${node.subject}${count > 1 ? `#${count}` : ''}`,
          outcome: kind === 'violation' ? 'fail' : 'review',
          group: rule.help,
          message: messageOf(rule.help, node),
          expected: rule.help,
          found: node.html,
          locator: { url, frame, selector: node.selector, ...(node.text ? { text: node.text } : {}) },
        });
      }
    }
  }
  return drafts;
}

function messageOf(help: string, node: AccessibilityNode): string {
  const reason = node.reasons.slice(0, 2).join('；');
  return `${(reason ? `${help}：${reason}` : help).replace(/。$/, '')}。`;
}

const KIND_ORDER: Record<string, number> = { violation: 0, 'needs-review': 1, 'best-practice': 2 };

/** Certain faults first; within a kind the order of rules and of the page is kept (sort is stable). */
function byWeight(a: FindingDraft, b: FindingDraft): number {
  return (KIND_ORDER[a.kind] ?? 9) - (KIND_ORDER[b.kind] ?? 9);
}

const IMPACTS = ['', 'minor', 'moderate', 'serious', 'critical'];

function summarise(rules: Map<string, FrameRule[]>): AccessibilityRule[] {
  return [...rules].map(([id, results]) => {
    const [first] = results;
    const impact = Math.max(...results.map(({ rule }) => IMPACTS.indexOf(rule.impact)), 0);
    return {
      rule: id,
      impact: IMPACTS[impact] ?? '',
      help: first?.rule.help ?? id,
      bestPractice: first?.rule.bestPractice ?? false,
      count: results.reduce((sum, { rule }) => sum + rule.count, 0),
      nodes: results.flatMap(({ frame, rule }) =>
        rule.nodes.map(({ selector }) => ({ selector, ...(frame ? { frame } : {}) })),
      ),
    };
  });
}
