// Turns what axe reported about one document into facts: JSON with our own selectors, capped, sorted.
import type { AccessibilityFacts, AccessibilityRuleFacts } from '@/lib/model/facts/accessibility';
import type { Skip } from '@/lib/model/primitives';
import { describeElement } from './describe-element';
import { isBestPractice } from './rule-set';

/** Most elements that are kept per rule and frame; `count` stays true. */
export const NODE_CAP = 500;
const REASON_CAP = 5;

/** The part of an axe node result that is read here. */
export interface ReportedNode {
  element: Element | null;
  any: { message?: string }[];
  all: { message?: string }[];
  none: { message?: string }[];
}

export interface ReportedRule {
  id: string;
  impact?: string | null;
  tags: string[];
  help: string;
  /** How many there are; `nodes` holds the first of them, at most NODE_CAP. */
  count: number;
  nodes: ReportedNode[];
}

export interface AccessibilityReport {
  violations: ReportedRule[];
  incomplete: ReportedRule[];
  /** Page-wide rules that this document satisfies. */
  satisfied: string[];
}

/** Called between elements, so that a long list does not hold the page. */
export type Breather = () => Promise<void> | undefined;

/** Facts of one document. `selectorOf` gives '' for elements that are gone. */
export async function toFacts(
  engine: string,
  report: AccessibilityReport,
  selectorOf: (element: Element) => string,
  breathe: Breather,
): Promise<{ facts: AccessibilityFacts; skipped: Skip[] }> {
  const skipped: Skip[] = [];
  const facts: AccessibilityFacts = {
    engine,
    violations: await rulesOf(report.violations, selectorOf, breathe, skipped),
    incomplete: await rulesOf(report.incomplete, selectorOf, breathe, skipped),
    satisfied: [...report.satisfied].sort(),
  };
  return { facts, skipped };
}

async function rulesOf(
  rules: ReportedRule[],
  selectorOf: (element: Element) => string,
  breathe: Breather,
  skipped: Skip[],
): Promise<AccessibilityRuleFacts[]> {
  const facts: AccessibilityRuleFacts[] = [];
  for (const { id, impact, tags, help, count, nodes } of rules) {
    const kept: AccessibilityRuleFacts['nodes'] = [];
    for (const node of nodes) {
      const pause = breathe();
      if (pause) await pause;
      kept.push(nodeFacts(node, selectorOf));
    }
    if (count > nodes.length)
      skipped.push({
        what: `无障碍规则“${help}”`,
        why: `共 ${count} 处，只逐条列出前 ${NODE_CAP} 处`,
      });
    facts.push({
      rule: id,
      impact: impact ?? '',
      tags: [...tags].sort(),
      bestPractice: isBestPractice(tags),
      help,
      count,
      nodes: kept,
    });
  }
  return facts.sort((a, b) => (a.rule < b.rule ? -1 : 1));
}

function nodeFacts(node: ReportedNode, selectorOf: (element: Element) => string) {
  const { element } = node;
  const reasons = new Set<string>();
  for (const { message } of [...node.none, ...node.all, ...node.any]) {
    const clean = message?.replace(/\s+/g, ' ').trim();
    if (clean) reasons.add(clean.length > 300 ? `${clean.slice(0, 299)}…` : clean);
  }
  return {
    selector: element ? selectorOf(element) : '',
    ...(element ? describeElement(element) : { subject: '', text: '', html: '' }),
    reasons: [...reasons].slice(0, REASON_CAP),
  };
}
