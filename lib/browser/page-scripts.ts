// Which script gathers which facts in the page, in which world, and by what name it is called there.
import type { ProbeName } from '@/lib/model/page-facts';

export interface PageScript {
  /** Of the built extension, in the order in which they run. */
  files: readonly ('/probe.js' | '/axe.js' | '/accessibility.js' | '/leave-notice.js')[];
  /** 'MAIN' is the page's own world: what comes from there is the page's claim. */
  world: 'ISOLATED' | 'MAIN';
  /** Name of the function that the script leaves on the world's global. */
  entry: '__gsiGather' | '__gsiAccessibility' | '__gsiLeaveNotice';
}

const PROBES: PageScript = { files: ['/probe.js'], world: 'ISOLATED', entry: '__gsiGather' };
const ACCESSIBILITY: PageScript = {
  files: ['/axe.js', '/accessibility.js'],
  world: 'ISOLATED',
  entry: '__gsiAccessibility',
};
const OTHERS: Partial<Record<ProbeName, PageScript>> = {
  accessibility: ACCESSIBILITY,
  leaveNotice: { files: ['/leave-notice.js'], world: 'MAIN', entry: '__gsiLeaveNotice' },
};

/** What every one-click check runs, the one that takes longest first. */
export const oneClickScripts: readonly PageScript[] = [ACCESSIBILITY, PROBES];

export function pageScriptOf(probe: ProbeName): PageScript {
  return OTHERS[probe] ?? PROBES;
}
