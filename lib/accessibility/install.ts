// Puts the one function on the frame's (isolated) global that a following injected call awaits.
import type { AccessibilityFacts } from '@/lib/model/facts/accessibility';
import type { Skip } from '@/lib/model/primitives';
import { createSelectorReader } from '@/lib/probes/dom/selector';
import { internalsOf } from './axe-internals';
import type { AxeApi } from './axe-types';
import { Pacer } from './pacer';
import { runCooperative } from './run-cooperative';
import { runPlain } from './run-plain';
import { type AccessibilityReport, toFacts } from './to-facts';
import { chineseLocale } from './zh-cn-locale';

const OWN_UI_ATTRIBUTE = 'data-gov-site-inspector';
/** Part of the time that the rules may use; the rest is for describing what they found. */
const RULES_SHARE = 0.9;
const LANDMARKS =
  'main, nav, aside, header, footer, [role=main], [role=navigation], [role=complementary], [role=banner], [role=contentinfo], [role=search], [role=region], [role=form]';

export interface AccessibilityAnswer {
  /** Address of the document that was read. */
  url: string;
  facts: AccessibilityFacts;
  skipped: Skip[];
}

declare global {
  /** Runs the accessibility rules over this document; `deadlineMs` = most milliseconds it may take from now. */
  var __gsiAccessibility: ((deadlineMs: number) => Promise<AccessibilityAnswer>) | undefined;
}

/** Idempotent: a second injection keeps the first installation. A call during a run joins that run. */
export function installAccessibility(loadAxe: () => Promise<AxeApi>, shippedLocale: unknown): void {
  if (globalThis.__gsiAccessibility) return;
  let loaded: Promise<AxeApi> | undefined;
  let running: Promise<AccessibilityAnswer> | undefined;
  globalThis.__gsiAccessibility = (deadlineMs) => {
    const pacer = new Pacer(deadlineMs * RULES_SHARE);
    loaded ??= load(loadAxe, shippedLocale, pacer);
    running ??= loaded
      .then((axe) => gather(axe, pacer))
      .finally(() => {
        running = undefined;
      });
    return running;
  };
}

/** Each step takes a slice of its own. */
async function load(loadAxe: () => Promise<AxeApi>, shippedLocale: unknown, pacer: Pacer): Promise<AxeApi> {
  await pacer.rest();
  const axe = await loadAxe();
  await pacer.rest();
  axe.configure({ locale: chineseLocale(shippedLocale) });
  return axe;
}

async function gather(axe: AxeApi, pacer: Pacer): Promise<AccessibilityAnswer> {
  await pacer.rest();
  const { leftOut, skipped } = frameLimits();
  const { report, unfinished } = await run(axe, leftOut, pacer);
  if (unfinished.length > 0)
    skipped.push({
      what: `无障碍规则 ${unfinished.length} 条：${unfinished.join('；')}`,
      why: '页面内容过多，规定时间内没有检查完，结果不完整',
    });
  const answer = await describeReport(axe, report, pacer);
  return { url: location.href, facts: answer.facts, skipped: [...skipped, ...answer.skipped] };
}

async function describeReport(axe: AxeApi, report: AccessibilityReport, pacer: Pacer) {
  let reader: ReturnType<typeof createSelectorReader> | undefined;
  // What the reader has counted holds until the page changes.
  const observer = new MutationObserver(() => {
    reader = undefined;
  });
  observer.observe(document, { subtree: true, childList: true, attributeFilter: ['id'] });
  const selectorOf = (element: Element) => {
    reader ??= createSelectorReader();
    return reader(element);
  };
  try {
    return await toFacts(`axe-core ${axe.version}`, report, selectorOf, () => pacer.breathe());
  } finally {
    observer.disconnect();
  }
}

async function run(axe: AxeApi, leftOut: string[], pacer: Pacer) {
  const internals = internalsOf(axe);
  if (internals) {
    try {
      return await runCooperative(internals, document, ownElements(), leftOut, pacer);
    } catch {
      // Whatever was unexpected on this page, one plain run is better than no answer.
    }
  }
  return { report: await runPlain(axe, document, `[${OWN_UI_ATTRIBUTE}]`, leftOut), unfinished: [] };
}

/** The extension's own elements on the page, with what lies inside them. */
function ownElements(): Set<Element> {
  return new Set(document.querySelectorAll(`[${OWN_UI_ATTRIBUTE}], [${OWN_UI_ATTRIBUTE}] *`));
}

/** In a frame, whether content lies in a landmark depends on the page around the frame. */
function frameLimits(): { leftOut: string[]; skipped: Skip[] } {
  if (window === window.top) return { leftOut: [], skipped: [] };
  if (!window.frameElement)
    return {
      leftOut: ['region'],
      skipped: [
        { what: `框架 ${location.href}`, why: '框架属于其他网站，无法判断其内容是否位于页面的区域标记之内' },
      ],
    };
  return { leftOut: window.frameElement.closest(LANDMARKS) ? ['region'] : [], skipped: [] };
}
