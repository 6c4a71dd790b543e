// Puts the one function on the frame's (isolated) global that a following injected call awaits.
import type { AccessibilityFacts } from '@/lib/model/facts/accessibility';
import type { Skip } from '@/lib/model/primitives';
import { selectorOf } from '@/lib/probes/dom/selector';
import type { AxeApi } from './axe-types';
import { runPlain } from './run-plain';
import { toFacts } from './to-facts';
import { chineseLocale } from './zh-cn-locale';

const OWN_UI = '[data-gov-site-inspector]';

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
export function installAccessibility(axe: AxeApi, shippedLocale: unknown): void {
  if (globalThis.__gsiAccessibility) return;
  axe.configure({ locale: chineseLocale(shippedLocale) });
  let running: Promise<AccessibilityAnswer> | undefined;
  globalThis.__gsiAccessibility = (deadlineMs) => {
    running ??= gather(axe, deadlineMs).finally(() => {
      running = undefined;
    });
    return running;
  };
}

async function gather(axe: AxeApi, _deadlineMs: number): Promise<AccessibilityAnswer> {
  const report = await runPlain(axe, document, OWN_UI);
  const { facts, skipped } = await toFacts(`axe-core ${axe.version}`, report, selectorOf, () => undefined);
  return { url: location.href, facts, skipped };
}
