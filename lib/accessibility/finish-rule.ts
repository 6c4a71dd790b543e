// Turns the raw outcomes of one rule into violations and needs-review, with axe's own words and weights.
import type { AxeInternals, NodeOutcome, Rule, RuleOutcome, VirtualNode } from './axe-internals';
import { checkId } from './axe-internals';
import { judgeHeadingOrder } from './heading-order';
import type { Pacer } from './pacer';
import { MOVED, passes } from './run-rule';

const CHUNK = 20;
const MOVED_MESSAGE = '检查期间该元素的位置一直在变动，无法判定，请人工检查';
const IMPACTS = ['minor', 'moderate', 'serious', 'critical'];

export interface Finished {
  impact: string;
  help: string;
  tags: string[];
  violations: NodeOutcome[];
  incomplete: NodeOutcome[];
  /** At least one element passes; known only for rules whose checks compare elements. */
  passed: boolean;
}

/** true when one of the rule's checks compares the outcomes of all elements afterwards. */
export function comparesElements(axe: AxeInternals, rule: Rule): boolean {
  return [...rule.any, ...rule.all, ...rule.none].some(
    (check) => typeof axe.audit.checks[checkId(check)]?.after === 'function',
  );
}

/** Finishes a rule; `outcomes` holds all of them when the rule compares elements. */
export async function finishRule(
  axe: AxeInternals,
  rule: Rule,
  root: VirtualNode,
  outcomes: NodeOutcome[],
  options: object,
  pacer: Pacer,
): Promise<Finished> {
  const compared = comparesElements(axe, rule);
  const settled = compared
    ? await compare(axe, rule, root, outcomes, options, pacer)
    : // Elements that were judged a second time come last.
      [...outcomes].sort((a, b) => placeOf(a) - placeOf(b));
  const finished: Finished = {
    impact: '',
    help: axe.audit.data.rules[rule.id]?.help ?? rule.id,
    tags: rule.tags,
    violations: [],
    incomplete: [],
    passed: false,
  };
  const open = settled.filter((outcome) => !passes(outcome));
  finished.passed = open.length < settled.length;
  for (let start = 0; start < open.length; start += CHUNK) {
    const chunk = { id: rule.id, nodes: open.slice(start, start + CHUNK) };
    axe.utils.publishMetaData(chunk);
    const { violations, incomplete } = axe.utils.finalizeRuleResult(chunk);
    finished.violations.push(...violations);
    finished.incomplete.push(...incomplete);
    const pause = pacer.breathe();
    if (pause) await pause;
  }
  for (const { none } of finished.incomplete)
    for (const check of none) if (check.data === MOVED) check.message = MOVED_MESSAGE;
  // As in axe, one weight for the rule: the heaviest violation, else the heaviest doubt.
  const weighed = finished.violations.length > 0 ? finished.violations : finished.incomplete;
  const heaviest = Math.max(-1, ...weighed.map(({ impact }) => IMPACTS.indexOf(impact ?? '')));
  finished.impact = IMPACTS[heaviest] ?? '';
  return finished;
}

/** Place in the document. */
function placeOf({ node }: NodeOutcome): number {
  return node.nodeIndexes[0] ?? 0;
}

/** The step that axe calls `after`. */
async function compare(
  axe: AxeInternals,
  rule: Rule,
  root: VirtualNode,
  outcomes: NodeOutcome[],
  options: object,
  pacer: Pacer,
): Promise<NodeOutcome[]> {
  if (rule.id === 'heading-order') {
    await judgeHeadingOrder(axe, root, outcomes, pacer);
    return outcomes;
  }
  if (rule.id === 'region') {
    // Within one document axe only clears the frames themselves; the rest of its work is about documents in frames.
    for (const { any, all, none } of outcomes)
      for (const check of [...any, ...all, ...none])
        if ((check.data as { isIframe?: boolean } | null)?.isIframe && !check.result) check.result = true;
    return outcomes;
  }
  const outcome: RuleOutcome = {
    id: rule.id,
    result: 'inapplicable',
    pageLevel: rule.pageLevel,
    impact: null,
    nodes: outcomes,
  };
  return rule.after(outcome, options).nodes;
}
