// One rule over one document, element by element: what axe's Rule.run does in one go.
import type { AxeInternals, CheckOutcome, Context, NodeOutcome, Rule, VirtualNode } from './axe-internals';
import { type Boxes, hasMoved } from './boxes';
import type { Pacer } from './pacer';

/** Rules that compare boxes read at different moments. */
const BOX_RULES = ['color-contrast', 'link-in-text-block', 'target-size'];
const TYPES = ['any', 'all', 'none'] as const;
/** axe's own name for "this element could not be judged". */
const ERROR_CHECK = 'error-occurred';
/** Marks an outcome that needs a look because its element moved during the run. */
export const MOVED = 'moved';

export interface RuleRun {
  /** What was not plainly passed; every outcome when `keepAll`. */
  outcomes: NodeOutcome[];
  /** Elements that stood elsewhere than when the boxes were read, not judged. */
  moved: VirtualNode[];
  /** false when time ran out before the last element. */
  finished: boolean;
}

type Step = (node: VirtualNode, answer: RuleRun) => boolean;

export interface RuleRunContext {
  axe: AxeInternals;
  context: Context;
  options: object;
  pacer: Pacer;
  boxes: Boxes;
  /** Whether assistive technology meets a node, by its index: asked by most rules, and axe's own memory of it is slow. */
  visible: (boolean | undefined)[];
}

/** Runs a rule over the elements it selects. `keepAll`: its checks look at all outcomes together afterwards. */
export async function runRule(run: RuleRunContext, rule: Rule, keepAll: boolean): Promise<RuleRun> {
  const nodes = run.axe.utils.select(rule.selector, run.context);
  const pause = run.pacer.breathe();
  if (pause) await pause;
  const compares = BOX_RULES.includes(rule.id);
  return runOver(run, rule, nodes, keepAll, (node, answer) => {
    if (!applies(run, rule, node)) return false;
    const outcome = judge(run, rule, node, keepAll);
    if (!outcome) return true;
    // Reading a box takes time: only those are read again whose outcome matters.
    if (compares && hasMoved(node)) answer.moved.push(node);
    else answer.outcomes.push(outcome);
    return true;
  });
}

/** The second try over elements that had moved; one that has moved again is for a person to look at unless it passes. */
export function rerunMoved(run: RuleRunContext, rule: Rule, nodes: VirtualNode[]): Promise<RuleRun> {
  return runOver(run, rule, nodes, false, (node, answer) => {
    if (!node.actualNode.isConnected || !applies(run, rule, node)) return false;
    const outcome = judge(run, rule, node, false);
    if (outcome) answer.outcomes.push(hasMoved(node) ? unjudged(run.axe, node, MOVED) : outcome);
    return true;
  });
}

/** An element that could not be judged, for a person to look at. */
export function unjudged(axe: AxeInternals, node: VirtualNode, data: unknown): NodeOutcome {
  const check = { id: ERROR_CHECK, result: undefined, data, relatedNodes: [] };
  return { any: [], all: [], none: [check], node: new axe.utils.DqElement(node) };
}

/** `step` says whether the rule spoke of the element. */
async function runOver(
  run: RuleRunContext,
  rule: Rule,
  nodes: VirtualNode[],
  keepAll: boolean,
  step: Step,
): Promise<RuleRun> {
  const { axe, pacer, boxes } = run;
  const answer: RuleRun = { outcomes: [], moved: [], finished: true };
  const readsBoxes = BOX_RULES.includes(rule.id);
  let index = 0;
  const slice = () => {
    for (;;) {
      const node = nodes[index++];
      if (!node) return;
      let judged = true;
      try {
        judged = step(node, answer);
      } catch {
        // An element that has left the page meanwhile is no longer anybody's fault.
        if (node.actualNode.isConnected && !keepAll) answer.outcomes.push(unjudged(axe, node, rule.id));
      }
      // Looking at the clock costs as much as many an element: only slow ones get a look each.
      if ((readsBoxes && judged) || index % (judged ? 4 : 16) === 0) if (pacer.due()) return;
    }
  };
  while (index < nodes.length) {
    if (pacer.due()) {
      if (pacer.expired()) return { ...answer, finished: false };
      await pacer.rest();
    }
    if (!readsBoxes) slice();
    else if (!boxes.outdated()) boxes.hold(slice);
    else if (!(await boxes.lay())) return { ...answer, finished: false };
  }
  return answer;
}

function applies({ axe, context, visible }: RuleRunContext, rule: Rule, node: VirtualNode): boolean {
  if (rule.excludeHidden) {
    visible[node.nodeIndex] ??= axe.dom.isVisibleToScreenReaders(node);
    if (!visible[node.nodeIndex]) return false;
  }
  return Boolean(rule.matches(node.actualNode, node, context));
}

/** What the rule's checks say of the element; undefined when there is nothing to report. */
function judge(
  { axe, context, options }: RuleRunContext,
  rule: Rule,
  node: VirtualNode,
  keepAll: boolean,
): NodeOutcome | undefined {
  const checks: Record<(typeof TYPES)[number], CheckOutcome[]> = { any: [], all: [], none: [] };
  let count = 0;
  for (const type of TYPES) {
    if (rule[type].length === 0) continue;
    const results = rule.runChecksSync(type, node, options, context).results.filter(Boolean);
    checks[type] = results;
    count += results.length;
  }
  if (count === 0) return undefined;
  if (rule.reviewOnFail) {
    for (const check of [...checks.any, ...checks.all]) if (check.result === false) check.result = undefined;
    for (const check of checks.none) if (check.result === true) check.result = undefined;
  }
  if (!keepAll && passes(checks)) return undefined;
  return { ...checks, node: new axe.utils.DqElement(node) };
}

/** true only when the outcome is surely a pass; axe decides about all others. */
export function passes({ any, all, none }: Pick<NodeOutcome, 'any' | 'all' | 'none'>): boolean {
  return (
    all.every(({ result }) => result === true) &&
    none.every(({ result }) => result === false) &&
    (any.length === 0 || any.some(({ result }) => result === true))
  );
}
