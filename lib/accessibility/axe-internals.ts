// The parts of axe-core 4.14.1 behind its public surface that running it in slices rests on, checked before use.
import type { AxeApi } from './axe-types';

/** A box relative to the window, in CSS pixels. */
export type Box = Readonly<Omit<DOMRect, 'toJSON'>>;

/** axe's node of the flattened tree. Underscored fields are axe's own notes on it. */
export interface VirtualNode {
  actualNode: Element;
  parent: VirtualNode | null;
  children: VirtualNode[];
  shadowId: string | undefined;
  nodeIndex: number;
  props: { nodeType: number; nodeName: string; nodeValue: string | null };
  boundingClientRect: Box;
  hasAttr(name: string): boolean;
  attr(name: string): string | null;
  _cache: Record<string, unknown>;
  getComputedStylePropertyValue(property: string): string;
  /** Ours (see quick-nodes): the box as plain numbers, computed style and what was read of it. */
  _box?: Box;
  _style?: CSSStyleDeclaration;
  _styles?: Map<string, string>;
  _selectorMap?: SelectorMap;
  _hasShadowRoot?: boolean;
  _hasRegionDescendant?: boolean;
  _grid?: Grid;
  _subGrid?: Grid;
  _stackingOrder?: unknown[];
}

/** Nodes by selector, in document order. */
export type SelectorMap = Record<string, VirtualNode[]>;

export interface Grid {
  container: VirtualNode | null;
}

export interface Context {
  page: boolean;
  initiator: boolean;
  include: VirtualNode[];
  exclude: VirtualNode[];
}

export interface CheckOutcome {
  id: string;
  /** true, false, or undefined for "cannot tell". */
  result: unknown;
  data: unknown;
  message?: string;
  impact?: string | null;
}

export interface NodeOutcome {
  any: CheckOutcome[];
  all: CheckOutcome[];
  none: CheckOutcome[];
  node: ElementHandle;
  impact?: string | null;
}

/** axe's DqElement. */
export interface ElementHandle {
  element: Element;
  nodeIndexes: number[];
}

export interface RuleOutcome {
  id: string;
  result: string;
  pageLevel: boolean;
  impact: string | null;
  nodes: NodeOutcome[];
}

export interface FinishedRule {
  help: string;
  tags: string[];
  violations: NodeOutcome[];
  incomplete: NodeOutcome[];
  passes: NodeOutcome[];
}

type CheckType = 'any' | 'all' | 'none';

export interface Rule {
  id: string;
  selector: string;
  excludeHidden: boolean;
  pageLevel: boolean;
  reviewOnFail: boolean;
  preload: boolean;
  tags: string[];
  any: CheckReference[];
  all: CheckReference[];
  none: CheckReference[];
  matches(element: Element, node: VirtualNode, context: Context): unknown;
  runChecksSync(
    type: CheckType,
    node: VirtualNode,
    options: object,
    context: Context,
  ): { type: CheckType; results: CheckOutcome[] };
  after(outcome: RuleOutcome, options: object): RuleOutcome;
}

export type CheckReference = string | { id: string };

export interface Check {
  id: string;
  after?: unknown;
  getOptions(options?: unknown): Record<string, unknown>;
}

export interface AxeInternals {
  version: string;
  audit: {
    rules: Rule[];
    checks: Record<string, Check>;
    noHtml: boolean;
    data: { rules: Record<string, { help: string }> };
  };
  cache: { get(key: string): unknown; set(key: string, value: unknown): void; clear(): void };
  memoized: { clear(): void }[];
  VirtualNode: (new (
    node: Node,
    parent: VirtualNode | null,
    shadowId?: string,
  ) => VirtualNode) & { prototype: VirtualNode };
  Context: new (spec: object, tree: VirtualNode[]) => Context;
  cacheNodeSelectors(node: VirtualNode, map: SelectorMap): void;
  utils: {
    DqElement: new (node: VirtualNode) => ElementHandle;
    select(selector: string, context: Context): VirtualNode[];
    ruleShouldRun(rule: Rule, context: Context, options: object): boolean;
    publishMetaData(outcome: object): void;
    finalizeRuleResult(outcome: object): FinishedRule;
    isShadowRoot(node: Element): boolean;
    preload(options: object): Promise<unknown>;
    nodeSerializer: { update(serializer: object): void };
    querySelectorAllFilter(
      tree: VirtualNode,
      selector: string,
      filter: (node: VirtualNode) => boolean,
    ): VirtualNode[];
  };
  dom: {
    createGrid(root?: Node, grid?: Grid, parent?: VirtualNode): unknown;
    getElementByReference(element: Element, attribute: string): Element | null;
    hasContent(element: Element, noRecursion: boolean): boolean;
    isSkipLink(element: Element): boolean;
    isVisibleToScreenReaders(node: VirtualNode): boolean;
  };
  aria: {
    getRole(node: VirtualNode): string | null;
    getAriaValue(node: VirtualNode, attribute: string): { value?: string | null };
    getRolesByType(type: string): string[];
  };
  matches(node: VirtualNode, matcher: unknown): boolean;
  /** Sets what axe's functions read while they run. */
  enter(tree: VirtualNode[]): void;
  /** Clears every cache, as axe does after a run. */
  leave(): void;
}

/** The version whose internals were read; another one is run in one go until it has been read too. */
export const KNOWN_VERSION = '4.14.1';

/** The internals, or null when this axe is another version or anything looks different from what was read. */
export function internalsOf(axe: AxeApi): AxeInternals | null {
  if (axe.version !== KNOWN_VERSION) return null;
  const raw = axe as unknown as RawAxe;
  try {
    const testing = raw._thisWillBeDeletedDoNotUse;
    const internals: AxeInternals = {
      version: axe.version,
      audit: raw._audit,
      cache: raw._cache,
      memoized: raw._memoizedFns,
      VirtualNode: raw.VirtualNode,
      Context: testing.base.Context,
      cacheNodeSelectors: testing.utils.cacheNodeSelectors,
      utils: raw.utils,
      dom: raw.commons.dom,
      aria: raw.commons.aria,
      matches: raw.commons.matches,
      enter(tree) {
        raw._running = true;
        raw._tree = tree;
        // Only axe's own selector generator reads this, and only when it names the element of an error.
        raw._selectorData = { _elmToIdx: new Map() };
        // axe would copy and sort the list of all elements for its most frequent selector.
        raw._selectCache = [{ selector: '*', result: tree[0]?._selectorMap?.['*'] ?? [] }];
      },
      leave() {
        raw._running = false;
        raw.teardown();
      },
    };
    return looksRight(internals, raw) ? internals : null;
  } catch {
    return null;
  }
}

interface RawAxe {
  _audit: AxeInternals['audit'];
  _cache: AxeInternals['cache'];
  _memoizedFns: AxeInternals['memoized'];
  _thisWillBeDeletedDoNotUse: {
    base: { Context: AxeInternals['Context'] };
    utils: { cacheNodeSelectors: AxeInternals['cacheNodeSelectors'] };
  };
  _running: boolean;
  _tree: VirtualNode[] | undefined;
  _selectorData: object | undefined;
  _selectCache: unknown[] | undefined;
  VirtualNode: AxeInternals['VirtualNode'];
  utils: AxeInternals['utils'];
  commons: { dom: AxeInternals['dom']; aria: AxeInternals['aria']; matches: AxeInternals['matches'] };
  teardown(): void;
}

function looksRight(internals: AxeInternals, raw: RawAxe): boolean {
  const { audit, utils, dom, aria } = internals;
  const functions: unknown[] = [
    internals.VirtualNode,
    internals.VirtualNode?.prototype?.getComputedStylePropertyValue,
    internals.Context,
    internals.cacheNodeSelectors,
    internals.matches,
    internals.cache.get,
    internals.cache.set,
    raw.teardown,
    utils.DqElement,
    utils.select,
    utils.ruleShouldRun,
    utils.publishMetaData,
    utils.finalizeRuleResult,
    utils.isShadowRoot,
    utils.preload,
    utils.nodeSerializer.update,
    utils.querySelectorAllFilter,
    dom.createGrid,
    dom.getElementByReference,
    dom.hasContent,
    dom.isSkipLink,
    dom.isVisibleToScreenReaders,
    aria.getRole,
    aria.getAriaValue,
    aria.getRolesByType,
  ];
  return (
    functions.every((value) => typeof value === 'function') &&
    internals.memoized.every((value) => typeof value.clear === 'function') &&
    audit.rules.length > 0 &&
    audit.rules.every(
      (rule) =>
        typeof rule.runChecksSync === 'function' &&
        typeof rule.after === 'function' &&
        typeof rule.matches === 'function' &&
        typeof rule.selector === 'string' &&
        [...rule.any, ...rule.all, ...rule.none].every((check) => audit.checks[checkId(check)] !== undefined),
    )
  );
}

export function checkId(check: CheckReference): string {
  return typeof check === 'string' ? check : check.id;
}
