// axe in one go: the fallback when the internals that the cooperative runner needs are not as expected.
import type { AxeApi } from './axe-types';
import { PAGE_WIDE_RULES, runOptions } from './rule-set';
import { type AccessibilityReport, NODE_CAP, type ReportedRule } from './to-facts';

/** Runs axe over this document alone. `ownSelector` matches the extension's own elements, which are left out. */
export async function runPlain(
  axe: AxeApi,
  document: Document,
  ownSelector: string,
  leftOut: readonly string[],
): Promise<AccessibilityReport> {
  const own = document.querySelector(ownSelector) ? { exclude: [[ownSelector]] } : {};
  const answer = await axe.run(
    { include: [document], ...own },
    {
      ...runOptions(leftOut),
      resultTypes: ['violations', 'incomplete'],
      iframes: false,
      elementRef: true,
      selectors: false,
      reporter: 'v2',
    },
  );
  const reported = (rules: typeof answer.violations): ReportedRule[] =>
    rules.map((rule) => ({
      ...rule,
      count: rule.nodes.length,
      nodes: rule.nodes.slice(0, NODE_CAP).map((node) => ({ ...node, element: node.element ?? null })),
    }));
  return {
    violations: reported(answer.violations),
    incomplete: reported(answer.incomplete),
    satisfied: answer.passes.map(({ id }) => id).filter((id) => PAGE_WIDE_RULES.includes(id)),
  };
}
