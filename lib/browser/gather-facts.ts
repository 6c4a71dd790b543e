// The facts of one probe by the road that it needs; loaded with the first check, because the panel's first picture does without.
import type { GatherOptions } from '@/lib/checks/engine/run-checks';
import type { ProbeFrames } from '@/lib/client/client';
import type { ProbeName } from '@/lib/model/page-facts';
import { gatherInTab } from './gather';
import { gatherImages } from './image-status';
import { gatherLeaveNotice } from './leave-notice';
import { gatherMobileView } from './mobile-view';
import { gatherSearchAnswer } from './search-answer';

/** See TargetPage.gather. */
export function gatherFacts(
  tab: { id: number; windowId: number; url: string | undefined },
  probe: ProbeName,
  options: GatherOptions,
): Promise<ProbeFrames> {
  if (probe === 'searchAnswer') return gatherSearchAnswer(tab.id, options);
  if (probe === 'mobileView') return gatherMobileView(tab, options);
  if (probe === 'images') return gatherImages(tab.id, options);
  if (probe === 'leaveNotice') return gatherLeaveNotice(tab.id, options);
  return gatherInTab(tab.id, probe, options);
}
