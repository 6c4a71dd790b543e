// axe in slices: the same rules over the same document as one plain `axe.run`, while the page stays usable.
import type { AxeInternals, Context, NodeOutcome, Rule, VirtualNode } from './axe-internals';
import { Boxes } from './boxes';
import { comparesElements, type Finished, finishRule } from './finish-rule';
import { skipHeadingSearch } from './heading-order';
import type { Pacer } from './pacer';
import { quickenNodes } from './quick-nodes';
import { findContentOutsideRegions } from './region-search';
import { PAGE_WIDE_RULES, runOptions } from './rule-set';
import { type RuleRun, type RuleRunContext, rerunMoved, runRule, unjudged } from './run-rule';
import { type AccessibilityReport, NODE_CAP, type ReportedRule } from './to-facts';
import { buildTree } from './virtual-tree';

/** Longest wait for the metadata of media that play by themselves, in milliseconds; axe's own figure. */
const MEDIA_TIMEOUT_MS = 10_000;

export interface CooperativeRun {
  report: AccessibilityReport;
  /** What the rules that did not finish ask for, Chinese. */
  unfinished: string[];
}

/** Runs the rules over this document without the elements in `own`. Ends with what it has when the pacer's time is up. */
export async function runCooperative(
  axe: AxeInternals,
  document: Document,
  own: ReadonlySet<Element>,
  leftOut: readonly string[],
  pacer: Pacer,
): Promise<CooperativeRun> {
  const { noHtml } = axe.audit;
  // axe would copy the markup of every element it touches.
  axe.audit.noHtml = true;
  axe.cache.clear();
  try {
    return await runAll(axe, document, own, leftOut, pacer);
  } finally {
    axe.audit.noHtml = noHtml;
    axe.leave();
  }
}

async function runAll(
  axe: AxeInternals,
  document: Document,
  own: ReadonlySet<Element>,
  leftOut: readonly string[],
  pacer: Pacer,
): Promise<CooperativeRun> {
  const options = runOptions(leftOut);
  const helpOf = ({ id }: Rule) => axe.audit.data.rules[id]?.help ?? id;
  const wanted = (context: Context) =>
    axe.audit.rules.filter((rule) => axe.utils.ruleShouldRun(rule, context, options));
  quickenNodes(axe);
  const tree = await buildTree(axe, document, own, pacer);
  const [root] = tree ?? [];
  if (!tree || !root) return { report: NOTHING, unfinished: wanted(PAGE_CONTEXT).map(helpOf) };
  axe.enter(tree);
  const initiator = window === window.top;
  const context = new axe.Context({ include: [document], exclude: [], initiator }, tree);
  const boxes = new Boxes(axe, document, root, own, pacer);
  const run: RuleRunContext = { axe, context, options, pacer, boxes, visible: [] };
  let answers: Answers;
  try {
    answers = await runRules(run, document, root, wanted(context));
  } finally {
    boxes.close();
  }
  const { results, unfinished } = answers;
  const finished = new Map<Rule, Finished>();
  for (const [rule, outcomes] of results) {
    const finish = (all: NodeOutcome[]) => finishRule(axe, rule, root, all, options, pacer);
    finished.set(rule, await finish(outcomes).catch(() => finish(unjudgedRule(axe, root, rule).outcomes)));
  }
  return { report: reportOf(finished), unfinished: [...unfinished].map(helpOf).sort() };
}

interface Answers {
  results: Map<Rule, NodeOutcome[]>;
  unfinished: Set<Rule>;
}

async function runRules(
  run: RuleRunContext,
  document: Document,
  root: VirtualNode,
  rules: Rule[],
): Promise<Answers> {
  const { axe, pacer } = run;
  const results = new Map<Rule, NodeOutcome[]>();
  const moved = new Map<Rule, VirtualNode[]>();
  const unfinished = new Set<Rule>();
  const media = preloadMedia(axe, document, pacer);
  await run.boxes.lay();
  // As axe does: rules that wait for something loaded come last.
  for (const rule of [...rules.filter((rule) => !rule.preload), ...rules.filter((rule) => rule.preload)]) {
    if (rule.preload && media) await media;
    if (pacer.expired()) {
      unfinished.add(rule);
      continue;
    }
    if (rule.id === 'region') await findContentOutsideRegions(axe, root, document, pacer);
    if (rule.id === 'heading-order') skipHeadingSearch(axe);
    const compares = comparesElements(axe, rule);
    const answer = await runRule(run, rule, compares).catch(() => unjudgedRule(axe, root, rule));
    if (!answer.finished) unfinished.add(rule);
    // Comparing some of the elements would be a guess.
    if (answer.finished || !compares) results.set(rule, answer.outcomes);
    if (answer.moved.length > 0) moved.set(rule, answer.moved);
  }
  await rejudgeMoved(run, moved, results, unfinished);
  return { results, unfinished };
}

/** Waits for the metadata of media that play by themselves, as axe does before it judges them. */
function preloadMedia(axe: AxeInternals, document: Document, pacer: Pacer): Promise<unknown> | undefined {
  if (!document.querySelector('audio[autoplay], video[autoplay]')) return undefined;
  const timeout = Math.min(MEDIA_TIMEOUT_MS, pacer.remaining());
  return axe.utils.preload({ preload: { assets: ['media'], timeout } }).catch(() => undefined);
}

/** A rule that failed as a whole, as axe reports it: the page is for a person to look at. */
function unjudgedRule(axe: AxeInternals, root: VirtualNode, rule: Rule): RuleRun {
  return { outcomes: [unjudged(axe, root, rule.id)], moved: [], finished: true };
}

/** Elements that moved after their boxes were read are judged once more on fresh boxes. */
async function rejudgeMoved(
  run: RuleRunContext,
  moved: Map<Rule, VirtualNode[]>,
  results: Map<Rule, NodeOutcome[]>,
  unfinished: Set<Rule>,
): Promise<void> {
  if (moved.size === 0) return;
  const laid = await run.boxes.lay();
  for (const [rule, nodes] of moved) {
    const answer = laid ? await rerunMoved(run, rule, nodes) : undefined;
    if (!answer?.finished) unfinished.add(rule);
    results.get(rule)?.push(...(answer?.outcomes ?? []));
  }
}

const NOTHING: AccessibilityReport = { violations: [], incomplete: [], satisfied: [] };
const PAGE_CONTEXT: Context = { page: true, initiator: true, include: [], exclude: [] };

function reportOf(finished: Map<Rule, Finished>): AccessibilityReport {
  const part = (kind: 'violations' | 'incomplete'): ReportedRule[] =>
    [...finished].flatMap(([{ id }, rule]) => {
      const count = rule[kind].length;
      const nodes = rule[kind]
        .slice(0, NODE_CAP)
        .map(({ any, all, none, node }) => ({ any, all, none, element: node.element }));
      return count > 0 ? [{ id, impact: rule.impact, tags: rule.tags, help: rule.help, count, nodes }] : [];
    });
  const satisfied = [...finished]
    .filter(([{ id }, { passed }]) => passed && PAGE_WIDE_RULES.includes(id))
    .map(([{ id }]) => id);
  return { violations: part('violations'), incomplete: part('incomplete'), satisfied };
}
